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
package org.xwiki.contrib.crowdsourcing.test.call;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A guest answers an open call, and somebody is nominated; the curators take people over, decline and erase.
 *
 * @version $Id$
 */
class OpenCallTest
{
    /** As long as it takes people at least to fill in a form. */
    private static final int SLOWLY = 3500;

    private static final String APPLY = "apply";

    private static final String DIRECTORY = Stage.SPACE + ".CallDirectory.WebHome";

    private static final Account CURATOR = Account.of("curator");

    private String initiative;

    private String dialogue;

    private String call;

    private String view;

    @BeforeEach
    void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(DIRECTORY, "title", "Directory of a call", "content", "{{experts/}}");
        assertEquals(200, admin.get(WikiClient.path("view", DIRECTORY)).actionForm("saveDirectory")
            .set("curators", Stage.SPACE + ".Groups.curator").set("terms", "").submit().status());
        initiative = admin.create(Stage.homes().get(0), "createInitiative", "Initiative \"with\" a call: v1.0 \uD83D\uDD25",
            "inputUse", "As **advice**.", "commitment", "supplementary", "curatorsGroup",
            Stage.SPACE + ".Groups.curator", "ownersGroup", Stage.SPACE + ".Groups.owner", "consent",
            "You agree to be //listed//.", "consentVersion", "1.1");
        String challenge = admin.create(initiative, "createChallenge", "Challenge of a call");
        dialogue = admin.create(challenge, "createDialogue", "Session <b> \"one\"", "start", "2030-06-06T10:00",
            "timezone", "America/Mexico_City", "duration", "60");
        call = admin.create(initiative, "createCall", "Call for \u0644\u064A\u0644\u0649 & others", "invitation",
            "We look for **you**.", "opens", "2020-01-01", "closes", "2099-12-31", "directory", DIRECTORY,
            "guestNominations", "1", "captcha", "0");
        view = WikiClient.path("view", call);
    }

    private WikiPage setState(String state)
    {
        return TestWiki.client(CURATOR).get(view).form("form.cs-form-setCallState:has(input[value=" + state + "])")
            .submit();
    }

    private WikiForm fill(WikiForm form, String email)
    {
        return form.set("name", "Ana \"O'Call\" <i>").set("email", email).set("motivation", "Twenty <b>years</b> of it")
            .set("sessions", dialogue).set("term_briefing", "1").set("term_active", "1").set("term_published", "1")
            .set("term_input", "1");
    }

    private String list()
    {
        return view + "?cs_view=applications";
    }

    private List<String> names(Account account)
    {
        return TestWiki.client(account).get(list()).document().select(".cs-queue-tick").eachText();
    }

    private WikiPage open(String name)
    {
        WikiClient curator = TestWiki.client(CURATOR);
        return curator.get(curator.get(list()).document().select(".cs-queue-item").stream()
            .filter(item -> item.text().contains(name)).findFirst().orElseThrow().selectFirst("a.cs-queue-open")
            .absUrl("href"));
    }

    @Test
    void aGuestAppliesAndACuratorTakesOver() throws Exception
    {
        WikiClient guest = TestWiki.client(Account.GUEST);
        assertFalse(guest.get(view).has("form.cs-form-apply"), "It is planned");
        assertEquals(200, setState("open").status());
        WikiPage shown = guest.get(view);
        for (String text : List.of("We look for you", "As advice", "Session <b> \"one\"", "Read the brief",
            "2099", "You agree to be listed")) {
            assertTrue(shown.text().contains(text), text + " in " + shown.text());
        }
        assertTrue(guest.get(WikiClient.path("view", initiative)).has(".cs-call-open a.btn"));

        WikiPage fast = fill(shown.actionForm(APPLY), "ana.call@example.org").submit();
        assertEquals(400, fast.status(), "A machine is as fast");
        assertEquals("Twenty <b>years</b> of it", fast.actionForm(APPLY).get("motivation"));
        assertEquals(dialogue, fast.actionForm(APPLY).get("sessions"));
        assertEquals("1", fast.actionForm(APPLY).get("term_input"));
        Thread.sleep(SLOWLY);
        assertEquals(400, fast.actionForm(APPLY).set("homepage", "https://spam.example").submit().status(), "A trap");
        String signed = fast.actionForm(APPLY).get("begun");
        String forged = Long.parseLong(signed.substring(0, signed.indexOf('.'))) - 60000
            + signed.substring(signed.indexOf('.'));
        assertEquals(400, fast.actionForm(APPLY).set("begun", forged).submit().status(), "A time made up");
        WikiPage bad = fast.actionForm(APPLY).set("email", "nobody at example").set("name", " ").set("sessions")
            .set("term_input").set("country", "XX").set("timezone", "EST").set("gender", "x").set("languages", "<b>")
            .submit();
        assertEquals(400, bad.status(), bad.toString());
        assertEquals("nobody at example", bad.actionForm(APPLY).get("email"));
        assertEquals("Twenty <b>years</b> of it", bad.actionForm(APPLY).get("motivation"));
        assertTrue(bad.document().select(".cs-form-apply .cs-error").size() >= 7, bad.text());
        assertTrue(bad.has("[name=email][aria-invalid=true][aria-describedby]"), bad.text());
        assertEquals(List.of(), names(CURATOR), "Nothing was taken");

        WikiPage sent = fast.actionForm(APPLY).submit();
        assertEquals(200, sent.status(), sent.toString());
        String thanks = sent.document().select("#cs-sent").text();
        assertTrue(thanks.contains("it has arrived"), sent.text());
        assertFalse(sent.uri().toString().contains("example") || sent.body().contains("ana.call"), "Repeated");
        WikiPage twice = fast.actionForm(APPLY).set("email", "ANA.Call@Example.ORG").set("motivation", "More of it")
            .set("consent", "1").set("organisation", "The Call Institute").submit();
        assertEquals(thanks, twice.document().select("#cs-sent").text(), "Nobody learns that an address is known");

        assertEquals(List.of("Ana \"O'Call\" <i>"), names(CURATOR));
        assertEquals(List.of(), names(Account.of("researcher")), "Who may edit is no curator");
        assertEquals(List.of("Ana \"O'Call\" <i>"), names(Account.of("owner")));
        for (Account other : List.of(Account.GUEST, Account.of("expert"))) {
            assertFalse(TestWiki.client(other).get(list()).body().contains("O'Call"), other.toString());
        }
        takeOver();
    }

    private void takeOver()
    {
        WikiPage opened = open("O'Call");
        for (String text : List.of("ana.call@example.org", "Twenty <b>years</b> of it", "More of it", "later")) {
            assertTrue(opened.text().contains(text), text + " in " + opened.text());
        }
        WikiPage done = opened.actionForm("takeOver").submit();
        assertEquals(200, done.status(), done.toString());
        assertTrue(done.text().contains("Taken over"), done.text());
        String profile = open("O'Call").document().select(".cs-application a[href*=CallDirectory]").first().absUrl("href");
        WikiPage seen = TestWiki.client(Account.GUEST).get(profile);
        assertTrue(seen.text().contains("The Call Institute"), "Who agreed is listed: " + seen.text());
        assertFalse(seen.body().contains("ana.call"), "Contact data is private");
        assertEquals("ana.call@example.org",
            TestWiki.client(CURATOR).get(profile).actionForm("saveContact").get("email"));
        WikiPage panel = TestWiki.client(CURATOR).get(WikiClient.path("view", dialogue));
        assertTrue(panel.text().contains("Ana \"O'Call\" <i>"), panel.text());
        WikiPage late = opened.actionForm("takeOver").submit();
        assertEquals(409, late.status(), late.toString());
    }

    @Test
    void nominationsAreDeclinedReopenedTakenOverAndErased() throws Exception
    {
        assertEquals(200, setState("open").status());
        WikiPage byGuest = TestWiki.client(Account.GUEST).get(view);
        Thread.sleep(SLOWLY);
        WikiPage bad = byGuest.actionForm("nominate").set("name", "Rex Named").set("motivation", "Knows all")
            .submit();
        assertEquals(400, bad.status(), bad.toString());
        assertEquals("Knows all", bad.actionForm("nominate").get("motivation"));
        WikiPage sent = byGuest.actionForm("nominate").set("name", "Rex Named").set("motivation", "Knows all")
            .set("reach", "At the university").set("nominatorName", "Gus Guest")
            .set("nominatorEmail", "gus.guest@example.org").choose("about", "Session").submit();
        assertEquals(200, sent.status(), sent.toString());
        assertFalse(sent.body().contains("gus.guest") || sent.body().contains("Rex Named"), "Repeated");
        WikiPage byExpert = TestWiki.client(Account.of("expert")).get(view).actionForm("nominate")
            .set("name", "Zoe Named").set("email", "zoe.named@example.org").set("motivation", "Wrote the book").submit();
        assertEquals(200, byExpert.status(), byExpert.toString());

        WikiPage rex = open("Rex Named");
        assertTrue(rex.text().contains("gus.guest@example.org"), rex.text());
        assertTrue(open("Zoe Named").text().contains("expert of the tests"), "Who is logged in is known");
        assertEquals(400, rex.actionForm("decline").submit().status(), "Without a reason");
        assertEquals(200, rex.actionForm("decline").set("reason", "Another field").submit().status());
        assertEquals(200, open("Rex Named").actionForm("reopen").submit().status());
        assertEquals(200, open("Rex Named").actionForm("takeOver").submit().status());
        WikiPage panel = TestWiki.client(CURATOR).get(WikiClient.path("view", dialogue));
        assertTrue(panel.text().contains("Rex Named"), panel.text());
        assertFalse(panel.text().contains("Gus Guest"), "Who nominated is private");

        WikiClient curator = TestWiki.client(CURATOR);
        WikiForm many = curator.get(list()).actionForm("screen");
        String item = curator.get(list()).document().select(".cs-queue-item").stream()
            .filter(one -> one.text().contains("Zoe Named")).findFirst().orElseThrow()
            .selectFirst("input[name=cs_item]").attr("value");
        assertEquals(400, post(many, item, "decline", "reason", "").status(), "Without a reason");
        assertEquals(200, post(many, item, "decline", "reason", "Not now").status());
        keptLongEnough(item);
        assertEquals(400, post(many, item, "erase", "reason", "").status(), "Not confirmed");
        assertEquals(200, post(many, item, "erase", "confirmed", "1").status());
        assertFalse(names(CURATOR).contains("Zoe Named"));
        WikiClient admin = TestWiki.client(Account.ADMIN);
        for (String path : List.of(WikiClient.path("view", item), WikiClient.path("view", item) + "?viewer=history",
            WikiClient.path("viewrev", item) + "?rev=1.1", WikiClient.path("view", item) + "?xpage=xml")) {
            assertFalse(admin.get(path).body().contains("zoe.named"), path);
        }
        LogCapture.take();
        assertEquals(200, setState("closed").status());
        WikiPage late = byGuest.actionForm("nominate").set("name", "Too Late").submit();
        assertEquals(409, late.status(), late.toString());
        assertTrue(late.body().contains("Too Late"), "What was typed is lost");
    }

    /** Who was declined is in the list of what was kept long enough, as who is in the directory. */
    private void keptLongEnough(String item)
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String directory = WikiClient.path("view", DIRECTORY);
        assertEquals(200, admin.get(directory).actionForm("saveDirectory").set("retention", "12").submit().status());
        WikiClient curator = TestWiki.client(CURATOR);
        assertFalse(curator.get(directory).text().contains("Zoe Named"), "Declined today");
        admin.save(item, "Crowdsourcing.Code.ApplicationClass_0_decidedOn", "2020-01-01T00:00:00Z");
        WikiPage old = curator.get(directory);
        assertEquals(List.of("Zoe Named"), old.document().select(".cs-expired a[href*=cs_open]").eachText());
        assertTrue(curator.get(old.document().selectFirst(".cs-expired a[href*=cs_open]").absUrl("href"))
            .has("form.cs-form-eraseApplication"));
        for (Account other : List.of(Account.GUEST, Account.of("researcher"))) {
            assertFalse(TestWiki.client(other).get(directory).body().contains("Zoe Named"), other.toString());
        }
        assertEquals(200, admin.get(directory).actionForm("saveDirectory").set("retention", "0").submit().status());
    }

    private WikiPage post(WikiForm form, String item, String act, String field, String value)
    {
        return TestWiki.client(CURATOR).post(view, "cs_action", "screen", "cs_target", form.get("cs_target"),
            "form_token", form.get("form_token"), "cs_view", "applications", "cs_item", item, "cs_do", act, field, value);
    }
}
