/*
 * See the NOTICE file distributed with this work for additional
 * information regarding copyright ownership.
 *
 * This is free software; you can redistribute it and/or modify it
 * under the terms of the GNU Lesser General Public License as
 * published by the Free Software Foundation; either version 2.1 of
 * the License, or (at your option) any later version.
 *
 * This software is distributed in the hope that it will be useful,
 * but WITHOUT ANY WARRANTY; without even the implied warranty of
 * MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU
 * Lesser General Public License for more details.
 *
 * You should have received a copy of the GNU Lesser General Public
 * License along with this software; if not, write to the Free
 * Software Foundation, Inc., 51 Franklin St, Fifth Floor, Boston, MA
 * 02110-1301 USA, or see the FSF site: http://www.fsf.org.
 */
package org.xwiki.contrib.crowdsourcing.test.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.Traces;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the forms of pages, and the parameters of lists, do with bad input, missing tokens and missing rights.
 *
 * @version $Id$
 */
class EditInputTest
{
    private static final String SAVE = "action_save";

    private static final String TOKEN = "form_token";

    private static final String NOTE = "Crowdsourcing.Code.InitiativeClass_0_commitmentNote";

    private static final String TITLE = "title";

    private static final String AGENDA = "AgendaItemClass_";

    private static final List<String> LIST_PARAMETERS = List.of("cs_kind", "cs_order", "cs_view", "cs_state", "cs_name",
        "cs_area", "cs_country", "cs_affiliation", "cs_language", "cs_sort");

    private static final List<String> WIKI_PARAMETERS =
        List.of("viewer", "language", "text", "sheet", "rev", "xredirect", "editor");

    private static final List<String> NONSENSE =
        List.of(Bad.SCRIPTS + Bad.QUERY, "", "99999999999999999999", "-1");

    private static Map<String, String> references;

    private static Fixture pages;

    @BeforeAll
    static void create() throws Exception
    {
        pages = Fixture.create("for bad edits");
        references = new LinkedHashMap<>();
        references.put("challenge", Fixture.local(pages.challenge()));
        references.put("brief", Fixture.local(pages.brief()));
        references.put("dialogue", Fixture.local(pages.dialogue()));
        references.put("roadmap", Fixture.local(pages.roadmap()));
        references.put("recommendation", Fixture.local(pages.recommendation()));
        for (String kind : List.of("InitiativeClass", "ExpertClass", "AreaClass", "EngagementClass")) {
            references.put(kind.replace("Class", "").toLowerCase(), Stage.page(kind));
        }
        LogCapture.take();
    }

    @Test
    void everyFieldKeepsOutWhatWouldHarm() throws Exception
    {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> page : references.entrySet()) {
            for (String typed : List.of(Bad.SCRIPTS, Bad.QUERY)) {
                List<String> fields = fields(owner().edit(page.getValue()), typed);
                fields.remove(TITLE);
                harmAll(page.getValue(), fields, typed).forEach(harm -> problems.add(page.getKey() + ' ' + harm));
                harmAll(page.getValue(), List.of(TITLE), typed).stream().filter(harm -> !harm.contains(Bad.RUN))
                    .forEach(harm -> problems.add(page.getKey() + " title " + harm));
            }
        }
        forgetWhatWasDeclared();
        problems.addAll(LogCapture.take());
        assertEquals("", String.join("\n", problems));
    }

    /** The old words of a commitment stay to be read, which other tests take for traces of what was typed here. */
    private static void forgetWhatWasDeclared()
    {
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            changes.addAll(List.of("deletedObjects", "Crowdsourcing.Code.CommitmentChangeClass_" + i));
        }
        TestWiki.client(Account.ADMIN).save(references.get("initiative"), changes.toArray(String[]::new));
    }

    /**
     * Types the same into all fields, then into those that took it, and puts everything back.
     */
    private static List<String> harmAll(String reference, List<String> fields, String typed)
    {
        WikiClient owner = owner();
        WikiForm before = owner.edit(reference).editForm();
        WikiPage answer = fill(owner.edit(reference), fields, typed).submit(SAVE);
        List<String> taken = new ArrayList<>(fields);
        List<String> problems = new ArrayList<>();
        boolean byTheWiki = Stage.isRefusedByTheWiki(answer);
        if (byTheWiki) {
            // Pages that are not there: only a rule can know that, when the page is saved.
            taken.removeIf(field -> field.endsWith("_sources"));
            WikiForm after = owner.edit(reference).editForm();
            fields.stream().filter(field -> !before.get(field).equals(after.get(field)))
                .forEach(field -> problems.add(field + " was changed though the wiki refused"));
        } else {
            problems.addAll(Bad.harm(answer));
        }
        if (byTheWiki || answer.has(WikiPage.EDIT_FORM)) {
            // The items of an agenda are taken together, or not at all.
            taken.removeIf(field -> field.contains(AGENDA) || Bad.invalid(answer, field) != null);
            for (String field : fields) {
                if (Bad.invalid(answer, field) != null) {
                    Bad.unclear(answer, field, typed).forEach(unclear -> problems.add(field + ": " + unclear));
                }
            }
            WikiPage saved = fill(owner.edit(reference), taken, typed).submit(SAVE);
            problems.addAll(Bad.harm(saved));
            if (saved.has(WikiPage.EDIT_FORM)) {
                problems.add("refused without saying where, with " + taken);
            }
        }
        WikiPage again = owner.edit(reference);
        problems.addAll(Bad.harm(again));
        WikiForm restored = again.editForm();
        taken.forEach(field -> restored.fill(field, before.get(field)));
        if (taken.contains(NOTE)) {
            // What was declared at the launch is not changed without a word.
            restored.fill(NOTE, "As it was");
        }
        WikiPage back = restored.set("deletedObjects", restored.rows().stream()
            .filter(row -> !before.rows().contains(row)).toArray(String[]::new)).submit(SAVE);
        if (back.has(WikiPage.EDIT_FORM)) {
            problems.add("cannot be put back: " + back);
        }
        return problems;
    }

    @Test
    void everyFieldRefusesTooMuchAndControlCharacters() throws Exception
    {
        WikiClient owner = owner();
        List<String> problems = new ArrayList<>();
        List<String> before = Traces.stored();
        for (Map.Entry<String, String> page : references.entrySet()) {
            WikiPage edit = owner.edit(page.getValue());
            for (boolean control : new boolean[] {false, true}) {
                WikiForm form = edit.editForm();
                Map<String, String> typed = new LinkedHashMap<>();
                for (String field : fields(edit, control ? Bad.CONTROL : Bad.LONG)) {
                    String much = "textarea".equals(form.control(field).normalName()) ? Bad.HUGE : Bad.LONG;
                    if (!"select".equals(form.control(field).normalName())) {
                        typed.put(field, control ? Bad.CONTROL : much);
                    }
                }
                typed.forEach(form::fill);
                WikiPage answer = form.submit(SAVE);
                typed.forEach((field, text) -> Bad.unclear(answer, field, text).forEach(
                    unclear -> problems.add(page.getKey() + ' ' + field + " (" + text.length() + "): " + unclear)));
                if (answer.status() >= 500) {
                    problems.add(page.getKey() + ": " + answer);
                }
            }
        }
        problems.addAll(LogCapture.take());
        assertEquals("", String.join("\n", problems));
        assertEquals(before, Traces.stored());
    }

    @ParameterizedTest
    @CsvSource({"dialogue,start,2030-02-30T10:00", "dialogue,start,tomorrow", "dialogue,timezone,EST",
        "dialogue,timezone,Mars/Phobos", "dialogue,duration,-5", "dialogue,duration,a while",
        "dialogue,meetingLink,javascript:alert(1)", "dialogue,due,2030-02-30", "initiative,start,2017-02-30", "initiative,end,31/12/2017",
        "challenge,signedOffOn,2017-13-01", "challenge,score,1e9", "expert,country,XX", "expert,timezone,GMT+25"})
    void impossibleValuesAreRefusedAtTheField(String kind, String property, String typed) throws Exception
    {
        WikiClient owner = owner();
        List<String> before = Traces.stored();
        WikiPage page = owner.edit(references.get(kind));
        WikiForm form = page.editForm();
        String field = form.find(property);
        if (isKeptBack(form.control(field), typed)) {
            return;
        }
        WikiPage answer = form.fill(field, typed).submit(SAVE);
        assertEquals(List.of(), Bad.unclear(answer, field, typed));
        assertEquals(before, Traces.stored());
        assertEquals(List.of(), LogCapture.take());
    }

    @Test
    void anAgendaThatDoesNotAddUpIsRefusedWithWhatWasTyped() throws Exception
    {
        String dialogue = references.get("dialogue");
        WikiForm form = owner().edit(dialogue).editForm();
        form.fill("AgendaItemClass_0_title", Bad.SCRIPTS).fill("AgendaItemClass_0_minutes", "60")
            .fill("AgendaItemClass_0_who", Bad.QUERY).fill("AgendaItemClass_1_title", "Rest")
            .fill("AgendaItemClass_1_minutes", "35");
        List<String> before = Traces.stored();
        WikiPage answer = form.submit(SAVE);
        // XWiki says what a rule refused on a page of its own; with scripts it stands at the field.
        assertTrue(answer.text().contains("adds up to 95 of 120 minutes"), answer::text);
        assertEquals(before, Traces.stored());
        if (TestWiki.isEmbedded()) {
            assertEquals(Bad.SCRIPTS, answer.editForm().get(answer.editForm().find("AgendaItemClass_0_title")));
        }
        WikiPage saved = form.fill("AgendaItemClass_1_minutes", "60").submit(SAVE);
        assertEquals(List.of(), Bad.harm(saved));
        assertEquals(List.of(), Bad.harm(owner().get(WikiClient.path("view", dialogue))));
        WikiPage again = owner().edit(dialogue);
        assertEquals(List.of(), Bad.harm(again));
        again.editForm().set("deletedObjects", again.editForm().rows().toArray(String[]::new)).submit(SAVE);
        assertEquals(List.of(), owner().edit(dialogue).editForm().rows());
        LogCapture.take();
    }

    @Test
    void missingTokensAndRightsAreRefused() throws Exception
    {
        List<String> before = Traces.stored();
        List<String> problems = new ArrayList<>();
        WikiClient owner = owner();
        String foreign = TestWiki.client(Account.of("curator")).token();
        for (Map.Entry<String, String> page : references.entrySet()) {
            String save = WikiClient.path("save", page.getValue());
            for (String token : List.of("", "nonsense", foreign)) {
                WikiPage answer = owner.edit(page.getValue()).editForm().set(TITLE, "Foreign").set(TOKEN, token)
                    .submit(SAVE);
                if (!answer.isRefused()) {
                    problems.add(page.getKey() + " with token " + token + ": " + answer);
                }
            }
            for (Account account : List.of(Account.GUEST, Account.of("expert"))) {
                WikiClient client = TestWiki.client(account);
                WikiPage answer =
                    client.post(save, TOKEN, client.token(), TITLE, "Mine", SAVE, "Save");
                if (!answer.isRefused()) {
                    problems.add(page.getKey() + " by " + account + ": " + answer);
                }
            }
        }
        assertEquals(List.of(), problems);
        assertEquals(before, Traces.stored());
    }

    @Test
    void unknownParametersOfListsBreakNothing()
    {
        List<String> views = new ArrayList<>();
        references.values().forEach(reference -> views.add(WikiClient.path("view", reference)));
        views.addAll(List.of("/bin/view/Crowdsourcing/", "/bin/view/Crowdsourcing/Experts/",
            "/bin/view/Crowdsourcing/Areas/"));
        List<String> problems = new ArrayList<>();
        for (String value : NONSENSE) {
            // A place in a list can be refused as a whole, so it is asked for alone.
            for (List<String> parameters : List.of(LIST_PARAMETERS, List.of("cs_cursor"), List.of("cs_at"))) {
                ask(TestWiki.client(Account.of("curator")), views, parameters, value, problems);
            }
        }
        assertEquals("", String.join("\n", problems));
    }

    @Test
    @EmbeddedOnly("parameters of the wiki itself")
    void unknownParametersOfTheWikiBreakNothing()
    {
        List<String> views = List.of("/bin/view/Main/Search", WikiClient.path("view", references.get("challenge")));
        List<String> problems = new ArrayList<>();
        for (String value : NONSENSE) {
            WIKI_PARAMETERS.forEach(
                parameter -> ask(TestWiki.client(Account.GUEST), views, List.of(parameter), value, problems));
        }
        assertEquals("", String.join("\n", problems));
    }

    private static void ask(WikiClient client, List<String> views, List<String> parameters, String value,
        List<String> problems)
    {
        String query = parameters.stream().map(parameter -> parameter + '=' + WikiClient.encode(value))
            .collect(Collectors.joining("&"));
        for (String view : views) {
            WikiPage answer = client.get(view + '?' + query);
            String place = view + ' ' + parameters + '=' + value + ": ";
            Bad.harm(answer).forEach(harm -> problems.add(place + harm));
            LogCapture.take().forEach(line -> problems.add(place + line));
        }
    }

    @Test
    void emptyTitlesAreRefused() throws Exception
    {
        WikiClient owner = owner();
        List<String> before = Traces.stored();
        for (String action : List.of("createChallenge", "createBrief", "createDialogue")) {
            for (String typed : List.of("", "   ", Bad.CONTROL, Bad.HUGE)) {
                WikiPage answer = owner.get(Fixture.path("view", pages.challenge()))
                    .actionForm(action).set(TITLE, typed).submit();
                assertTrue(answer.status() == 400 || answer.status() == 413, action + ": " + answer);
                assertEquals(List.of(), Bad.unclear(answer, TITLE, typed), action);
            }
        }
        assertEquals(before, Traces.stored());
    }

    @Test
    void titlesOfWhoMayNotScriptAreNotRun()
    {
        WikiClient researcher = TestWiki.client(Account.of("researcher"));
        WikiPage form = researcher.edit(references.get("brief"));
        WikiPage answer = form.editForm().fill(TITLE, Bad.SCRIPTS).submit(SAVE);
        assertEquals(200, answer.status());
        assertEquals(List.of(), Bad.harm(answer));
        assertEquals(List.of(), Bad.harm(researcher.get("/bin/view/Main/Search?text=velocity")));
        researcher.edit(references.get("brief")).editForm().fill(TITLE, form.editForm().get(TITLE)).submit(SAVE);
    }

    private static WikiClient owner()
    {
        return TestWiki.client(Account.of("owner"));
    }

    private static WikiForm fill(WikiPage page, List<String> fields, String typed)
    {
        WikiForm form = page.editForm();
        fields.forEach(field -> form.fill(field, typed));
        return form;
    }

    private static List<String> fields(WikiPage page, String typed)
    {
        List<String> fields = new ArrayList<>();
        WikiForm form = page.editForm();
        for (String name : form.names()) {
            Element control = form.control(name);
            boolean ours = TITLE.equals(name) || name.startsWith("Crowdsourcing.Code.");
            if (ours && !List.of("checkbox", "radio").contains(control.attr("type")) && !isKeptBack(control, typed)) {
                fields.add(name);
            }
        }
        return fields;
    }

    /**
     * XWiki has nothing but its error page for a number that is none. So the browser must not send one, which is what
     * is checked here.
     */
    private static boolean isKeptBack(Element control, String typed)
    {
        boolean number = "numeric".equals(control.attr("inputmode"));
        if (number) {
            assertTrue(control.hasAttr("pattern") && !typed.matches(control.attr("pattern")),
                "A browser would send " + typed + " with " + control);
        }
        return number && !TestWiki.isEmbedded();
    }
}
