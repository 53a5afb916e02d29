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
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.Traces;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What a dialogue does with bad input, missing tokens and missing rights.
 *
 * @version $Id$
 */
class ContributionInputTest
{
    private static final String TEXT = "text";

    private static final String KIND = "kind";

    private static final String IDEA = "idea";

    private static final String TOKEN = "form_token";

    private static final String ACTION = "cs_action";

    private static final String TARGET = "cs_target";

    private static Fixture pages;

    private static String dialogue;

    private static String closed;

    @BeforeAll
    static void create() throws Exception
    {
        pages = Fixture.create("for bad contributions");
        dialogue = Fixture.path("view", pages.dialogue());
        closed = Fixture.path("view", pages.closed());
        LogCapture.take();
    }

    @AfterEach
    void nothingIsLogged()
    {
        assertEquals(List.of(), LogCapture.take());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n ", Bad.CONTROL, "HUGE"})
    void refusedTextIsKeptAndNotSaved(String value) throws Exception
    {
        String typed = "HUGE".equals(value) ? Bad.HUGE : value;
        List<String> before = Traces.stored();
        WikiPage answer = contribute(expert(), Map.of(TEXT, typed, KIND, IDEA));
        assertTrue(answer.status() == 400 || answer.status() == 413, answer.toString());
        assertEquals(List.of(), Bad.unclear(answer, TEXT, typed));
        assertEquals(List.of(), Bad.harm(answer));
        assertEquals(before, Traces.stored());
    }

    @ParameterizedTest
    @ValueSource(strings = {Bad.SCRIPTS, Bad.QUERY, "{{html}}<script>window.pwned = 3</script>{{/html}}",
        "}}} {{/html}} {{/velocity}}", "$doc.delete() #set($x = 1) ${xwiki}", "{{include reference=\"XWiki.Admin\"/}}",
        "[[x>>javascript:window.pwned]]", "(% onclick=\"window.pwned=1\" %)text"})
    void scriptsAreShownAndNotRun(String typed)
    {
        WikiPage answer = contribute(expert(), Map.of(TEXT, "Look: " + typed, KIND, IDEA));
        assertEquals(200, answer.status());
        assertEquals(List.of(), Bad.harm(answer));
        assertEquals(0, answer.document().select("a[href^=javascript]").size(), "A script is a link");
        WikiPage guest = TestWiki.client(Account.GUEST).get(dialogue);
        assertEquals(List.of(), Bad.harm(guest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", Bad.SCRIPTS, Bad.QUERY})
    void unknownKindIsRefused(String kind) throws Exception
    {
        List<String> before = Traces.stored();
        WikiPage answer = contribute(expert(), Map.of(TEXT, "A good text", KIND, kind));
        assertEquals(400, answer.status());
        assertEquals(List.of(), Bad.harm(answer));
        assertEquals("A good text", form(answer).get(TEXT));
        assertEquals(before, Traces.stored());
    }

    @Test
    void missingAndForeignTokensAreRefused() throws Exception
    {
        List<String> before = Traces.stored();
        String foreign = TestWiki.client(Account.of("curator")).token();
        for (String token : List.of("", "nonsense", foreign)) {
            WikiPage answer = contribute(expert(), Map.of(TEXT, "Not by me", KIND, IDEA, TOKEN, token));
            assertEquals(403, answer.status(), "Token: " + token);
            assertEquals("Not by me", form(answer).get(TEXT), "What was typed");
        }
        assertEquals(before, Traces.stored());
    }

    @Test
    void nothingChangesOnGet() throws Exception
    {
        WikiClient expert = expert();
        WikiPage page = expert.get(dialogue);
        List<String> before = Traces.stored();
        expert.get(dialogue + "?" + ACTION + "=contribute&" + TARGET + "=" + WikiClient.encode(target(page)) + "&"
            + TOKEN + "=" + page.token() + "&text=By+a+link&kind=idea");
        assertEquals(before, Traces.stored());
    }

    @Test
    void whoMayNotIsRefused() throws Exception
    {
        WikiPage own = contribute(expert(), Map.of(TEXT, "Something to decide on", KIND, IDEA));
        String contribution = own.form("form:has(input[name=cs_action][value=reply])").get(TARGET);
        String thread = target(own);
        List<String> before = Traces.stored();
        List<String> problems = new ArrayList<>();
        for (Account account : List.of(Account.GUEST, Account.of("observer"))) {
            refused(problems, account, thread, "contribute", TEXT, "Let me in", KIND, IDEA);
        }
        refused(problems, Account.GUEST, contribution, "reply", TEXT, "Let me in", KIND, IDEA);
        for (Account account : List.of(Account.GUEST, Account.of("observer"), Account.of("expert"))) {
            refused(problems, account, contribution, "decide", "decision", "taken", "reasonKind", "fits", "reason",
                "Because I say so");
            refused(problems, account, contribution, "hide", "hiddenReasonKind", "abuse", "hiddenReason", "No");
            refused(problems, account, thread, "closeDialogue");
        }
        assertEquals(List.of(), problems);
        assertEquals(before, Traces.stored());
    }

    private void refused(List<String> problems, Account account, String target, String action, String... fields)
    {
        WikiClient client = TestWiki.client(account);
        List<String> all = new ArrayList<>(List.of(ACTION, action, TARGET, target, TOKEN, client.token()));
        all.addAll(List.of(fields));
        WikiPage answer = client.post(dialogue, all.toArray(String[]::new));
        if (answer.status() != 403) {
            problems.add(account + " " + action + ": " + answer);
        }
    }

    @Test
    void closedDialogueTakesNothing() throws Exception
    {
        WikiClient expert = expert();
        WikiPage page = expert.get(closed);
        assertEquals(0, page.document().select("form:has(input[value=contribute])").size(), "A form where none helps");
        String target = target(expert.get(dialogue)).replaceFirst("[^.]+\\.WebHome$",
            pages.closed().getLastSpaceReference().getName() + ".WebHome");
        List<String> before = Traces.stored();
        WikiPage answer = expert.post(closed, ACTION, "contribute", TARGET, target, TOKEN, page.token(), TEXT,
            "Too late, but I typed it", KIND, IDEA);
        assertTrue(answer.status() >= 400 && answer.status() < 410, answer.toString());
        assertTrue(answer.body().contains("Too late, but I typed it"), "What was typed is lost");
        assertEquals(before, Traces.stored());
    }

    @Test
    void cancelledDialogueTakesNothingUntilItIsOpenAgain() throws Exception
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        WikiClient expert = expert();
        admin.get(dialogue).actionForm("cancelDialogue").submit();
        WikiPage page = expert.get(dialogue);
        assertEquals(0, page.document().select("form:has(input[value=contribute])").size(), "A form where none helps");
        assertTrue(page.text().contains("This dialogue is cancelled: it takes no contributions."), page.text());
        WikiPage answer = expert.post(dialogue, ACTION, "contribute", TARGET,
            Fixture.local(pages.dialogue()), TOKEN, page.token(), TEXT, "Said to nobody", KIND, IDEA);
        assertEquals(409, answer.status(), answer.toString());
        assertTrue(answer.body().contains("Said to nobody"), "What was typed is lost");
        admin.get(dialogue).actionForm("reinstateDialogue").submit();
        admin.get(dialogue).actionForm("openDialogue").submit();
        answer = expert.get(dialogue).actionForm("contribute").set(TEXT, "Said to all").set(KIND, IDEA).submit();
        assertTrue(answer.text().contains("Said to all"), answer.text());
    }

    @Test
    void unknownTargetsAreRefused() throws Exception
    {
        WikiClient expert = expert();
        String target = target(expert.get(dialogue));
        String space = target.substring(0, target.length() - "WebHome".length());
        List<String> before = Traces.stored();
        for (String unknown : List.of(space + "c0000000000000000000000000000", "No.Such.WebHome", "XWiki.Admin",
            "Crowdsourcing.Code.ContributionClass", Bad.QUERY, Bad.SCRIPTS, "", "...", "\\")) {
            WikiPage answer = expert.post(dialogue, ACTION, "reply", TARGET, unknown, TOKEN, expert.token(), TEXT,
                "To whom?", KIND, "answer");
            assertTrue(answer.status() < 500, unknown + ": " + answer);
            assertEquals(List.of(), Bad.harm(answer), unknown);
        }
        assertEquals(before, Traces.stored());
        assertEquals(404, expert.get("/bin/view/No/Such/Page").status());
    }

    private static WikiClient expert()
    {
        return TestWiki.client(Account.of("expert"));
    }

    private static WikiForm form(WikiPage page)
    {
        return page.form("form:has(input[name=cs_action][value=contribute])");
    }

    private static String target(WikiPage page)
    {
        return form(page).get(TARGET);
    }

    private static WikiPage contribute(WikiClient client, Map<String, String> fields)
    {
        WikiForm form = form(client.get(dialogue));
        fields.forEach((name, value) -> form.set(name, value));
        return form.submit();
    }
}
