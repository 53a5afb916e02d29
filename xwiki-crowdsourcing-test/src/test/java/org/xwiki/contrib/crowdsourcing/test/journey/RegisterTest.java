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
package org.xwiki.contrib.crowdsourcing.test.journey;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.Event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What becomes of ideas that many people back: nobody closes them without a word, the register says why, and the clock
 * says which wait too long.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisterTest
{
    private static final String NAME = "registerTest";

    private static final String IDEA = "Publish \"every\" invoice, v1.0: <b>all</b> of them \uD83D\uDD25";

    private static final String WHY = "The law of \"secrets\" <b>forbids</b> it.";

    private static final String OFFICE = "Ministry of Finance, unit 3 <i>against</i> corruption";

    private static final String OLD = "Ask the banks about it.";

    private static String initiative;

    private static String dialogue;

    private static String page;

    private static String key;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String root = admin.create(Stage.homes().get(0), "createInitiative", "Register: \"promises\" v1.0 <b>",
            "summary", "Promises.", "phase", "dialogue", "commitment", "complementary", "responseDays", "10",
            "registerThreshold", "2");
        String challenge = admin.create(root, "createChallenge", "Invoices that nobody sees", "question",
            "Who sees invoices?", "state", "selected");
        page = admin.create(challenge, "createDialogue", "Session: invoices", "start", "2030-06-06T10:00", "timezone",
            "America/Mexico_City", "duration", "60");
        initiative = WikiClient.path("view", root);
        dialogue = WikiClient.path("view", page);
        assertEquals(200, admin.get(dialogue).actionForm("openDialogue").submit().status());
        key = TestWiki.client(Account.of("expert")).get(dialogue).actionForm("contribute").set("text", IDEA)
            .set("kind", "idea").submit().document().selectFirst("li.cs-contribution").id();
        back("facilitator");
    }

    private static void back(String role)
    {
        form(TestWiki.client(Account.of(role)).get(permalink()), "support").submit();
    }

    private static WikiForm form(WikiPage shown, String action)
    {
        return shown.form("form:has(input[name=cs_action][value=" + action + "]):has(input[name=cs_target][value$=" + key
            + "])");
    }

    private static String permalink()
    {
        return dialogue + "?cs_at=" + key;
    }

    private static Element entry(Account account)
    {
        return TestWiki.client(account).get(initiative + "?cs_view=register").document()
            .selectFirst(".cs-register tr:has(a[href*=" + key + "])");
    }

    @Test
    @Order(1)
    void whatFewBackNeedsNoReasonAndWhatManyBackSaysSo()
    {
        WikiClient curator = TestWiki.client(Account.of("curator"));
        assertFalse(curator.get(permalink()).has(".cs-guarded"));
        back("notetaker");
        WikiPage shown = curator.get(permalink());
        assertEquals("2 people back this idea. Whatever you decide, say who decides, the kind of reason and the reason.",
            shown.document().selectFirst(".cs-guarded").text());
        for (String where : List.of(permalink(), initiative)) {
            String said = TestWiki.client(Account.GUEST).get(where).text();
            assertTrue(said.contains("Every idea gets an answer within 10 days."), said);
            assertTrue(said.contains("Every idea gets a decision: 1 is still open."), said);
            assertTrue(said.contains("10 days left"), said);
            assertEquals(2, said.split("0 of 1 idea has an answer").length, "It is said once: " + said);
        }
    }

    @Test
    @Order(2)
    void closingIsRefusedWithoutAReasonAndKeepsWhatWasTyped(Browser browser)
    {
        browser.login(Account.of("curator")).open(permalink());
        browser.form("decide", key).choose("decision", "taken").write("reason", WHY).write("decider", "").send();
        assertTrue(browser.text().contains("Please choose the kind of reason."), browser.text());
        assertTrue(browser.text().contains("Many people back this idea. Please say who decides."), browser.text());
        String form = "form:has(input[value=decide]):has(input[name=cs_target][value$=" + key + "]) ";
        assertEquals(WHY, browser.find(By.cssSelector(form + "textarea[name=reason]")).getAttribute("value"));
        assertEquals("true",
            browser.find(By.cssSelector(form + "input[name=decider]")).getAttribute("aria-invalid"));
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
        assertEquals(null, entry(Account.GUEST));
    }

    @Test
    @Order(3)
    void hidingIsRefusedWithoutWords()
    {
        WikiPage answer = form(TestWiki.client(Account.of("curator")).get(permalink()), "hide")
            .set("hiddenReasonKind", "offtopic").submit();
        assertEquals(400, answer.status());
        assertTrue(answer.text().contains("Please give the reason in words."), answer.text());
    }

    @Test
    @Order(4)
    void closedAndEverybodyWhoBacksItIsTold() throws Exception
    {
        List<CrowdsourcingEvent> told = new CopyOnWriteArrayList<>();
        if (TestWiki.isEmbedded()) {
            observation().addListener(new AbstractEventListener(NAME, CrowdsourcingEvent.any())
            {
                @Override
                public void onEvent(Event event, Object source, Object data)
                {
                    told.add((CrowdsourcingEvent) event);
                }
            });
        }
        try {
            WikiPage answer = form(TestWiki.client(Account.of("curator")).get(permalink()), "decide")
                .set("decision", "nottaken").set("reasonKind", "legal").set("reason", WHY).set("decider", OFFICE)
                .submit();
            assertEquals(200, answer.status());
            assertTrue(answer.text().contains(OFFICE), answer.text());
            assertFalse(answer.text().contains("Answer due by"), answer.text());
        } finally {
            if (TestWiki.isEmbedded()) {
                observation().removeListener(NAME);
            }
        }
        if (TestWiki.isEmbedded()) {
            List<CrowdsourcingEvent> found =
                told.stream().filter(event -> event.contribution().equals(key)).toList();
            assertEquals(List.of(Happening.NOT_TAKEN, Happening.BACKED_NOT_TAKEN),
                found.stream().map(CrowdsourcingEvent::happening).toList());
            assertEquals(Set.of("xwiki:" + Account.of("expert").page()), found.get(0).recipients());
            assertEquals(Set.of("xwiki:" + Account.of("facilitator").page(), "xwiki:" + Account.of("notetaker").page()),
                found.get(1).recipients());
        }
    }

    private static ObservationManager observation() throws Exception
    {
        return TestWiki.embedded().getComponentManager().getInstance(ObservationManager.class);
    }

    @Test
    @Order(5)
    void theRegisterIsForEverybody(Browser browser)
    {
        Element row = entry(Account.GUEST);
        assertTrue(row.text().contains(IDEA), row.text());
        assertTrue(row.text().contains(WHY), row.text());
        assertTrue(row.text().contains(OFFICE), row.text());
        assertTrue(row.text().contains("Legal"), row.text());
        assertEquals("2", row.selectFirst("td").text());
        browser.login(Account.GUEST).open(initiative + "?cs_view=register");
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
        browser.follow(By.cssSelector(".cs-register th a"));
        assertTrue(browser.url().contains("cs_at=" + key), browser.url());
        WikiPage narrowed = TestWiki.client(Account.GUEST).get(initiative + "?cs_view=register")
            .form(".cs-register form").set("cs_reason", "cost").submit();
        assertTrue(narrowed.text().contains("Nothing here."), narrowed.text());
    }

    private static String file(Account account)
    {
        WikiClient client = TestWiki.client(account);
        WikiPage answer = client.get(client.get(initiative + "?cs_view=register").document()
            .selectFirst("a[href*='register=']").absUrl("href"));
        assertEquals(200, answer.status());
        return answer.body();
    }

    @Test
    @Order(6)
    void whatIsHiddenStaysWithoutItsText()
    {
        assertTrue(file(Account.GUEST).contains("<b>all</b>"), file(Account.GUEST));
        form(TestWiki.client(Account.of("curator")).get(permalink()), "hide").set("hiddenReasonKind", "private")
            .set("hiddenReason", "Names a person").submit();
        Element row = entry(Account.GUEST);
        assertTrue(row.text().contains("Hidden by a curator"), row.text());
        assertTrue(row.text().contains(WHY), row.text());
        assertFalse(row.text().contains("all"), row.text());
        assertFalse(file(Account.GUEST).contains("<b>all</b>"), file(Account.GUEST));
        assertTrue(file(Account.GUEST).contains(key), file(Account.GUEST));
    }

    @Test
    @Order(7)
    void whatWaitsTooLongIsThereForEverybody(Browser browser)
    {
        String own = "0".repeat(9)
            + Long.toString(Instant.now().minus(30, ChronoUnit.DAYS).toEpochMilli(), Character.MAX_RADIX);
        own = own.substring(own.length() - 9) + "aaaaa";
        String object = "Crowdsourcing.Code.ContributionClass_0_";
        TestWiki.client(Account.ADMIN).save(page.substring(0, page.lastIndexOf('.') + 1) + 'c' + own + own,
            object + "text", OLD, object + "kind", "idea", object + "author", Account.of("expert").page(),
            object + "state", "published");
        WikiPage shown = TestWiki.client(Account.GUEST).get(initiative + "?cs_view=commitments");
        Element overdue = shown.document().selectFirst(".cs-overdue");
        assertTrue(overdue.text().contains(OLD), shown.text());
        assertTrue(overdue.text().contains("20 days overdue"), shown.text());
        assertTrue(shown.text().contains("0 of 1 idea has an answer: 0 per cent."), shown.text());
        for (String where : List.of(initiative, dialogue)) {
            String said = TestWiki.client(Account.GUEST).get(where).document().selectFirst(".cs-promise").text();
            assertTrue(said.contains("1 overdue"), said);
        }
        browser.login(Account.GUEST).open(initiative + "?cs_view=commitments");
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
        browser.follow(By.cssSelector(".cs-overdue a"));
        assertTrue(browser.text().contains("20 days overdue"), browser.text());
        assertEquals(List.of(), browser.violations());
    }

    @Test
    @Order(8)
    void whoMayNotViewTheDialogueReadsNothingOfIt()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String rights = page.substring(0, page.lastIndexOf('.')) + ".WebPreferences";
        String object = "XWiki.XWikiGlobalRights_0_";
        admin.save(rights, object + "users", Account.of("curator").page(), object + "levels", "view,edit", object + "allow",
            "1");
        assertEquals(null, entry(Account.GUEST));
        assertTrue(entry(Account.of("curator")).text().contains(WHY));
        WikiPage clock = TestWiki.client(Account.GUEST).get(initiative + "?cs_view=commitments");
        assertFalse(clock.text().contains(OLD) || clock.text().contains("Session: invoices"), clock.text());
        assertTrue(clock.text().contains("There is no idea to answer yet."), clock.text());
    }
}
