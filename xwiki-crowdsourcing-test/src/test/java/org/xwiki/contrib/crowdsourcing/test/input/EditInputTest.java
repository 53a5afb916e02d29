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

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the forms of pages, and the parameters of lists, do with bad input, missing tokens and missing rights.
 *
 * @version $Id$
 */
class EditInputTest
{
    private static final String FORM = "form:has([name=action_save])";

    private static final String SAVE = "action_save";

    private static final String TOKEN = "form_token";

    private static final List<String> LIST_PARAMETERS = List.of("cs_kind", "cs_order", "cs_view", "cs_state", "cs_text",
        "cs_area", "cs_country", "cs_affiliation", "cs_language", "cs_cursor", "cs_at", "cs_sort");

    private static final List<String> WIKI_PARAMETERS =
        List.of("viewer", "language", "text", "sheet", "rev", "xredirect", "editor");

    private static Map<String, String> paths;

    private static Fixture pages;

    @BeforeAll
    static void create() throws Exception
    {
        pages = Fixture.create("for bad edits");
        paths = new LinkedHashMap<>();
        paths.put("challenge", Fixture.path("edit", pages.challenge()));
        paths.put("brief", Fixture.path("edit", pages.brief()));
        paths.put("dialogue", Fixture.path("edit", pages.dialogue()));
        paths.put("roadmap", Fixture.path("edit", pages.roadmap()));
        paths.put("recommendation", Fixture.path("edit", pages.recommendation()));
        List<XarPage> sample = XarPage.read(Artifacts.sample());
        for (String kind : List.of("InitiativeClass", "ExpertClass", "AreaClass", "EngagementClass")) {
            paths.put(kind.replace("Class", "").toLowerCase(), WikiClient.path("edit",
                sample.stream().filter(page -> page.is(kind)).findFirst().orElseThrow().reference()));
        }
        LogCapture.take();
    }

    @Test
    void everyFieldKeepsOutWhatWouldHarm() throws Exception
    {
        WikiClient admin = TestWiki.client(Account.of("admin"));
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> path : paths.entrySet()) {
            WikiPage page = admin.get(path.getValue());
            for (String field : fields(page)) {
                for (String typed : List.of(Bad.SCRIPTS, Bad.QUERY)) {
                    WikiPage answer = fill(page, field, typed).submit(SAVE);
                    String place = path.getKey() + " " + field + ": ";
                    harm(answer, field).forEach(harm -> problems.add(place + harm));
                    if (answer.has(FORM)) {
                        Bad.unclear(answer, field, typed).forEach(unclear -> problems.add(place + unclear));
                    } else {
                        WikiPage again = admin.get(path.getValue());
                        harm(again, field).forEach(harm -> problems.add(place + "edit: " + harm));
                        again.form(FORM).set(field, page.form(FORM).get(field)).submit(SAVE);
                    }
                    page = admin.get(path.getValue());
                }
            }
        }
        problems.addAll(LogCapture.take());
        assertEquals("", String.join("\n", problems));
    }

    @Test
    void everyFieldRefusesTooMuchAndControlCharacters() throws Exception
    {
        WikiClient admin = TestWiki.client(Account.of("admin"));
        List<String> problems = new ArrayList<>();
        List<String> before = Fixture.stored();
        for (Map.Entry<String, String> path : paths.entrySet()) {
            WikiPage page = admin.get(path.getValue());
            for (String field : fields(page)) {
                if ("select".equals(page.form(FORM).control(field).normalName())) {
                    continue;
                }
                for (String typed : List.of(Bad.HUGE, Bad.CONTROL)) {
                    WikiPage answer = fill(page, field, typed).submit(SAVE);
                    String place = path.getKey() + " " + field + " (" + typed.length() + "): ";
                    Bad.unclear(answer, field, typed).forEach(unclear -> problems.add(place + unclear));
                    if (answer.status() >= 500) {
                        problems.add(place + answer);
                    }
                }
            }
        }
        problems.addAll(LogCapture.take());
        assertEquals("", String.join("\n", problems));
        assertEquals(before, Fixture.stored());
    }

    @ParameterizedTest
    @CsvSource({"dialogue,start,2030-02-30T10:00", "dialogue,start,tomorrow", "dialogue,timezone,EST",
        "dialogue,timezone,Mars/Phobos", "dialogue,duration,-5", "dialogue,duration,a while",
        "dialogue,meetingLink,javascript:alert(1)", "initiative,start,2017-02-30", "initiative,end,31/12/2017",
        "challenge,signedOffOn,2017-13-01", "challenge,score,1e9", "expert,country,XX", "expert,timezone,GMT+25"})
    void impossibleValuesAreRefusedAtTheField(String kind, String property, String typed) throws Exception
    {
        WikiClient admin = TestWiki.client(Account.of("admin"));
        List<String> before = Fixture.stored();
        WikiPage page = admin.get(paths.get(kind));
        String field = page.form(FORM).names().stream().filter(name -> name.endsWith('_' + property)).findFirst()
            .orElseThrow(() -> new AssertionError("No " + property + " in " + page.form(FORM).names()));
        WikiPage answer = page.form(FORM).set(field, typed).submit(SAVE);
        assertEquals(List.of(), Bad.unclear(answer, field, typed));
        assertEquals(before, Fixture.stored());
        assertEquals(List.of(), LogCapture.take());
    }

    @Test
    void missingTokensAndRightsAreRefused() throws Exception
    {
        List<String> before = Fixture.stored();
        List<String> problems = new ArrayList<>();
        WikiClient admin = TestWiki.client(Account.of("admin"));
        String foreign = TestWiki.client(Account.of("curator")).get("/bin/view/Main/").token();
        for (Map.Entry<String, String> path : paths.entrySet()) {
            String save = path.getValue().replace("/bin/edit/", "/bin/save/");
            for (String token : List.of("", "nonsense", foreign)) {
                WikiPage answer = admin.get(path.getValue()).form(FORM).set("title", "Foreign").set(TOKEN, token)
                    .submit(SAVE);
                if (answer.status() != 403) {
                    problems.add(path.getKey() + " with token " + token + ": " + answer);
                }
            }
            for (Account account : List.of(Account.GUEST, Account.of("expert"))) {
                if ("expert".equals(path.getKey()) && "expert".equals(account.role())) {
                    continue;
                }
                WikiClient client = TestWiki.client(account);
                WikiPage answer =
                    client.post(save, TOKEN, client.get("/bin/view/Main/").token(), "title", "Mine", SAVE, "Save");
                // A guest is asked to log in.
                boolean refused = answer.status() == 401 || answer.status() == 403
                    || account == Account.GUEST && answer.has("input[name=j_password]");
                if (!refused) {
                    problems.add(path.getKey() + " by " + account + ": " + answer);
                }
            }
        }
        assertEquals(List.of(), problems);
        assertEquals(before, Fixture.stored());
    }

    @Test
    void unknownParametersOfListsBreakNothing()
    {
        List<String> views = new ArrayList<>(paths.values().stream().map(p -> p.replace("/edit/", "/view/")).toList());
        views.addAll(List.of("/bin/view/Crowdsourcing/", "/bin/view/Crowdsourcing/Experts/",
            "/bin/view/Crowdsourcing/Areas/"));
        List<String> problems = new ArrayList<>();
        for (String value : List.of(Bad.SCRIPTS + Bad.QUERY, "", "99999999999999999999", "-1")) {
            ask(TestWiki.client(Account.of("curator")), views, LIST_PARAMETERS, value, problems);
            ask(TestWiki.client(Account.GUEST), List.of("/bin/view/Main/Search", views.get(0)), WIKI_PARAMETERS, value,
                problems);
        }
        assertEquals("", String.join("\n", problems));
    }

    private static void ask(WikiClient client, List<String> views, List<String> parameters, String value,
        List<String> problems)
    {
        for (String view : views) {
            for (String parameter : parameters) {
                WikiPage answer = client.get(view + '?' + parameter + '=' + WikiClient.encode(value));
                String place = view + " " + parameter + '=' + value + ": ";
                Bad.harm(answer).forEach(harm -> problems.add(place + harm));
                LogCapture.take().forEach(line -> problems.add(place + line));
            }
        }
    }

    @Test
    void emptyTitlesAreRefused() throws Exception
    {
        WikiClient admin = TestWiki.client(Account.of("admin"));
        List<String> before = Fixture.stored();
        for (String action : List.of("createChallenge", "createBrief", "createDialogue")) {
            for (String typed : List.of("", "   ", Bad.CONTROL, Bad.HUGE)) {
                WikiPage answer = admin.get(Fixture.path("view", pages.challenge()))
                    .form("form:has(input[name=cs_action][value=" + action + "])").set("title", typed).submit();
                assertTrue(answer.status() == 400 || answer.status() == 413, action + ": " + answer);
                assertEquals(List.of(), Bad.unclear(answer, "title", typed), action);
            }
        }
        assertEquals(before, Fixture.stored());
    }

    @Test
    void titlesOfWhoMayNotScriptAreNotRun()
    {
        WikiClient researcher = TestWiki.client(Account.of("researcher"));
        WikiPage form = researcher.get(paths.get("brief"));
        WikiPage answer = fill(form, "title", Bad.SCRIPTS).submit(SAVE);
        assertEquals(200, answer.status());
        assertEquals(List.of(), Bad.harm(answer));
        assertEquals(List.of(), Bad.harm(researcher.get("/bin/view/Main/Search?text=velocity")));
        fill(researcher.get(paths.get("brief")), "title", form.form(FORM).get("title")).submit(SAVE);
    }

    /**
     * In a title XWiki runs the Velocity of those who have the right to script, and the administrator has it.
     */
    private static List<String> harm(WikiPage page, String field)
    {
        List<String> harm = new ArrayList<>(Bad.harm(page));
        harm.removeIf(problem -> "title".equals(field) && problem.equals(Bad.RUN));
        return harm;
    }

    private static WikiForm fill(WikiPage page, String field, String typed)
    {
        WikiForm form = page.form(FORM).set(field, typed);
        String row = field.substring(0, Math.max(0, field.lastIndexOf('_')));
        if (page.has("input[type=checkbox][name=addedObjects][value=\"" + row + "\"]")) {
            // A new row is kept when one says so.
            form.set("addedObjects", row);
        }
        return form;
    }

    private static List<String> fields(WikiPage page)
    {
        List<String> fields = new ArrayList<>();
        WikiForm form = page.form(FORM);
        for (String name : form.names()) {
            Element control = form.control(name);
            boolean typed = "title".equals(name) || name.startsWith("Crowdsourcing.Code.");
            if (typed && !List.of("checkbox", "radio").contains(control.attr("type"))) {
                fields.add(name);
            }
        }
        return fields;
    }
}
