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

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserForm;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whatever an owner renames or moves with the form of XWiki itself, every page that cites, uses, groups or continues
 * something says the same to everybody, and every link on it leads to something.
 *
 * @version $Id$
 */
@EnabledIfSystemProperty(named = "xwiki.url", matches = ".+",
    disabledReason = "Only on a real wiki: the embedded one has no form that renames")
@ExtendWith(BrowserExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RenameTest
{
    private static final String ODD = " \"v1.0\": \u0644\u064A\u0644\u0649 \uD83D\uDD25 & 'x' <b>";

    private static final String HOME = "WebHome";

    private static final String VIEW = "view";

    private static final String STEP = "Print the renamed day";

    private static final String STEP_FIELD = "Crowdsourcing.Code.StepClass_0_";

    private static final String CLASS = "Crowdsourcing.Code.RecommendationClass_0_";

    private static final String SELECTION = "?cs_view=selection";

    private static final String USED = "?cs_view=used";

    private static final Account SPEAKER =
        new Account(Stage.SPACE + "Renamer", UUID.randomUUID().toString(), "expert whose words are renamed");

    /** The spaces that were moved, and where they went, in this order. */
    private static final List<String[]> MOVES = new ArrayList<>();

    private static final Map<String, Boolean> ALIVE = new HashMap<>();

    private static String profile;

    private static String initiative;

    private static String challenge;

    private static String split;

    private static String brief;

    private static String dialogue;

    private static String roadmap;

    private static String cluster;

    private static String recommendation;

    private static String later;

    private static String idea;

    private static Map<String, String> before;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String user = "XWiki.XWikiUsers_0_";
        admin.save(SPEAKER.page(), user + "first_name", "Rene", user + "last_name", "of the names", user + "password",
            SPEAKER.password(), user + "active", "1");
        admin.save(group("expert"), "XWiki.XWikiGroups_3_member", SPEAKER.page());
        profile = admin.create(Stage.homes().get(1), "createExpert", "Rene whose words are renamed", "consent", "1",
            "user", SPEAKER.page());
        initiative = admin.create(Stage.homes().get(0), "createInitiative", "Initiative renamed", "phase", "dialogue",
            "owner", Account.of("owner").page(), "ownersGroup", group("owner"), "curatorsGroup", group("curator"),
            "editorsGroup", group("editor"), "expertsGroup", group("expert"));
        split = admin.create(initiative, "createChallenge", "Courts renamed", "state", "longlist");
        see(Account.of("curator"), split, "?cs_view=split").actionForm("splitChallenge")
            .set("parts", "Judges renamed\nFiles renamed").set("reason", "Two.").submit();
        challenge = admin.create(initiative, "createChallenge", "Challenge renamed", "state", "selected");
        discuss(admin);
        recommend(admin);
        before = read();
    }

    private static void discuss(WikiClient admin)
    {
        brief = admin.create(challenge, "createBrief", "Brief renamed", "problem", "One in three waits.",
            "rootCauses", "* Paper", "EvidenceClass_0_claim", "Seen waiting.");
        act("startWorkshop", brief);
        act("freeze", brief);
        dialogue = admin.create(challenge, "createDialogue", "Dialogue renamed", "start", "2030-07-11T10:00",
            "timezone", "America/Mexico_City", "duration", "90");
        act("openDialogue", dialogue);
        idea = say(SPEAKER, "Print the day on each bill, renamed.");
        String other = say(SPEAKER, "Telephone, renamed.");
        String twin = say(Account.of("expert"), "Print the day, too, renamed.");
        about(Account.of("curator"), twin, "merge").set("survivor", key(idea)).submit();
        about(Account.of("partner"), idea, "support").submit();
        roadmap = admin.create(initiative, "createRoadmap", "Roadmap renamed", "startsOn", "2026-01-05");
        WikiPage board = see(Account.of("editor"), roadmap, SELECTION);
        String[] items = Stream.of(idea, other).map(item -> board.document()
            .selectFirst("input[name=cs_item][value$='" + key(item) + "']").attr("value")).toArray(String[]::new);
        WikiPage grouped = board.form("form.cs-form-groupIdeas").set("cs_item", items)
            .set("clusterTitle", "Cluster renamed").set("cs_do", "group").submit();
        cluster = grouped.document().selectFirst(".cs-selection section li a[href*=cs_cluster]").attr("href")
            .replaceFirst(".*cs_cluster=(\\w+).*", "$1");
        act("newDraft", brief);
        admin.edit(brief).editForm().fill("problem", "One in five waits.").submit("action_save");
        act("freeze", brief);
    }

    private static void recommend(WikiClient admin)
    {
        recommendation = WikiClient.reference(see(Account.of("editor"), roadmap, SELECTION)
            .form("form.cs-form-writeRecommendation").submit().uri().toString());
        admin.edit(recommendation).editForm().set(CLASS + "strategies",
            "As was said:\n\n{{contribution reference=\"" + idea + "\"/}}").fill(STEP_FIELD + "title", STEP)
            .fill(STEP_FIELD + "sources", idea).fill(STEP_FIELD + "conservative", "1").submit("action_save");
        later = admin.create(roadmap, "createRecommendation", "Later, renamed", "priority", "2",
            "StepClass_0_title", "Then read it, renamed", "StepClass_0_deskResearch", "1",
            "StepClass_0_deskReference", "Notes");
        admin.edit(later).editForm().choose(STEP_FIELD + "prerequisites", STEP)
            .set(CLASS + "sources", beside(brief, "V1")).submit("action_save");
        act("publishRoadmap", roadmap);
    }

    private static String group(String role)
    {
        return Stage.SPACE + ".Groups." + role;
    }

    private static void act(String action, String page)
    {
        assertEquals(200, see(Account.ADMIN, page, "").actionForm(action).submit().status(), action);
    }

    private static String say(Account account, String text)
    {
        WikiPage answer = see(account, dialogue, "").actionForm("contribute").set("text", text).set("kind", "idea")
            .submit();
        return beside(dialogue, answer.uri().getQuery().replaceFirst(".*cs_at=(c[0-9a-z]{28}).*", "$1"));
    }

    private static WikiForm about(Account account, String contribution, String action)
    {
        return see(account, dialogue, "?cs_at=" + key(contribution)).form("form:has(input[name=cs_action][value="
            + action + "]):has(input[name=cs_target][value$=" + key(contribution) + "])");
    }

    private static String key(String contribution)
    {
        return contribution.substring(contribution.lastIndexOf('.') + 1);
    }

    private static String space(String home)
    {
        return home.substring(0, home.length() - HOME.length());
    }

    private static String beside(String home, String name)
    {
        return space(home) + name;
    }

    private static String now(String page)
    {
        String result = page;
        for (String[] move : MOVES) {
            if (result.startsWith(move[0])) {
                result = move[1] + result.substring(move[0].length());
            }
        }
        return result;
    }

    private static WikiPage see(Account account, String page, String query)
    {
        return TestWiki.client(account).get(WikiClient.path(VIEW, now(page)) + query);
    }

    /** What everything says, by the place where it was at first. */
    private static Map<String, String> read()
    {
        Map<String, List<String>> views = new LinkedHashMap<>();
        String chain = "?cs_view=chain";
        views.put(recommendation, List.of("", chain));
        views.put(later, List.of("", chain));
        views.put(roadmap, List.of("", "?cs_view=print", "?cs_view=progress", SELECTION,
            SELECTION + "&cs_cluster=" + cluster));
        views.put(beside(roadmap, "V1"), List.of(""));
        views.put(brief, List.of("", USED, "?cs_view=versions"));
        views.put(beside(brief, "V1"), List.of("", USED));
        views.put(beside(brief, "V2"), List.of(""));
        views.put(dialogue, List.of("", USED));
        views.put(idea, List.of(""));
        views.put(profile, List.of("", USED));
        views.put(challenge, List.of(""));
        views.put(split, List.of(""));
        views.put(initiative, List.of(""));
        Map<String, String> result = new LinkedHashMap<>();
        ALIVE.clear();
        views.forEach((page, queries) -> queries.forEach(query -> result.put("guest " + page + query,
            withoutPlaces(read(Account.GUEST, page, query), views.keySet()))));
        for (String page : List.of(recommendation, roadmap, dialogue, split)) {
            result.put("curator " + page, withoutPlaces(read(Account.of("curator"), page, ""), views.keySet()));
        }
        result.put("file", TestWiki.client(Account.GUEST).get(see(Account.GUEST, beside(roadmap, "V1"), "").document()
            .selectFirst(".cs-version a[href*=RoadmapFile]").absUrl("href")).body());
        assertTrue(result.values().stream().noneMatch(String::isBlank), result.toString());
        return result;
    }

    /** Where a page is may be said, and is not the same. */
    private static String withoutPlaces(String text, Set<String> pages)
    {
        String result = text;
        for (String page : pages) {
            // A published version says the address under which it was published.
            for (String place : List.of(now(page), page)) {
                result = result.replace(TestWiki.url() + WikiClient.path(VIEW, place), "its address")
                    .replace(place.replace(":", "\\:"), "its place");
            }
        }
        return result;
    }

    private static String read(Account account, String reference, String query)
    {
        WikiPage page = see(account, reference, query);
        assertEquals(200, page.status(), page.toString());
        Set<String> dead = new LinkedHashSet<>();
        for (Element link : page.document().select(".cs a[href]")) {
            String target = link.absUrl("href").replaceFirst("[?#].*", "");
            if (target.startsWith(TestWiki.url() + "/bin/view/") && !ALIVE.computeIfAbsent(account + target,
                none -> TestWiki.client(account).get(target).status() == 200))
            {
                dead.add(link.text() + " -> " + target);
            }
        }
        assertEquals(Set.of(), dead, account + " " + page);
        return page.document().select(".cs").text();
    }

    /** What the wiki's own form says when it is done. */
    private static String send(Browser browser, String page, String parent, String name, boolean redirecting)
    {
        browser.open(WikiClient.path(VIEW, now(page)) + "?xpage=rename");
        BrowserForm form = browser.form(By.id("rename"));
        if (!parent.isEmpty()) {
            form.write("newSpaceName", parent);
        }
        form.write("newPageName", name);
        if (redirecting) {
            form.choose("autoRedirect", "true");
        }
        form.send();
        return finish(browser);
    }

    private static String finish(Browser browser)
    {
        new WebDriverWait(browser.driver(), Duration.ofMinutes(4)).until(driver -> browser.has(By.cssSelector(
            ".job-status .successmessage, .job-status .errormessage, .job-status .warningmessage")));
        return browser.find(By.cssSelector(".job-status")).getText();
    }

    private static void rename(Browser browser, String page, String parent, String name, boolean redirecting)
    {
        String from = space(now(page));
        String said = send(browser, page, parent, name, redirecting);
        assertTrue(browser.has(By.cssSelector(".job-status .successmessage")), said);
        String above = parent.isEmpty() ? WikiClient.reference(WikiClient.path(VIEW, now(page))
            .replaceFirst("[^/]+/$", "")).replaceAll(HOME + "$", "") : parent + '.';
        MOVES.add(new String[] {from, above + name.replaceAll("[\\\\.]", "\\\\$0") + '.'});
        assertEquals(200, see(Account.GUEST, page, "").status(), from + " is at " + now(page));
        browser.open(WikiClient.path(VIEW, from + HOME));
        assertEquals(now(page), WikiClient.reference(browser.url()));
    }

    private static void assertSaysTheSame()
    {
        Map<String, String> after = read();
        List<String> differences = new ArrayList<>();
        before.forEach((view, said) -> {
            if (!said.equals(after.get(view))) {
                differences.add(view + ":\n" + said + "\n" + after.get(view));
            }
        });
        assertEquals(List.of(), differences);
    }

    @Test
    @Order(1)
    void eachThingAndWhatIsBelowIt(Browser browser)
    {
        browser.login(Account.of("owner"));
        rename(browser, recommendation, "", "Recommendation" + ODD, true);
        rename(browser, dialogue, "", "Dialogue" + ODD, true);
        rename(browser, brief, "", "Brief" + ODD, true);
        rename(browser, challenge, "", "Challenge" + ODD, true);
        rename(browser, split, "", "Split" + ODD, true);
        rename(browser, roadmap, "", "Roadmap" + ODD, true);
        assertSaysTheSame();
    }

    @Test
    @Order(2)
    void aWholeInitiative(Browser browser)
    {
        browser.login(Account.of("owner"));
        rename(browser, initiative, Stage.SPACE + ".Elsewhere", "Initiative" + ODD, true);
        assertSaysTheSame();
    }

    /** As the form offers it: the old addresses lead on nevertheless. */
    @Test
    @Order(3)
    void backWithoutAskingForRedirects(Browser browser)
    {
        browser.login(Account.of("owner"));
        rename(browser, dialogue, "", "Dialogue", false);
        rename(browser, recommendation, "", "Plain", false);
        rename(browser, initiative, Stage.SPACE, "Initiative renamed", false);
        assertSaysTheSame();
    }

    @Test
    @Order(4)
    void whatIsRefusedIsSaid(Browser browser)
    {
        browser.login(Account.of("owner")).open(WikiClient.path(VIEW, now(dialogue)) + "?xpage=rename");
        BrowserForm form = browser.form(By.id("rename")).write("newPageName", "Alone");
        browser.click(By.cssSelector("#rename input[type=checkbox][name=deep]"));
        form.send();
        String said = finish(browser);
        assertTrue(said.contains("Other pages belong to this one."), said);
        assertEquals(200, see(Account.GUEST, dialogue, "").status());
    }

    @Test
    @Order(6)
    void deletedAndRestored(Browser browser)
    {
        String path = WikiClient.path(VIEW, now(recommendation));
        browser.login(Account.of("owner")).open(path.replace("/bin/view/", "/bin/delete/"));
        browser.follow(By.cssSelector("button.confirm"));
        new WebDriverWait(browser.driver(), Duration.ofMinutes(2)).until(
            driver -> see(Account.GUEST, recommendation, "").status() == 404);
        assertEquals(200, see(Account.GUEST, idea, "").status());
        browser.open(path).follow(By.cssSelector("a.action-restore"));
        new WebDriverWait(browser.driver(), Duration.ofMinutes(2)).until(
            driver -> see(Account.GUEST, recommendation, "").status() == 200);
        assertSaysTheSame();
    }

    @Test
    @Order(5)
    void onlyWhoMayDoSo(Browser browser)
    {
        for (String role : List.of("expert", "curator", "editor")) {
            browser.login(Account.of(role)).open(WikiClient.path(VIEW, now(dialogue)) + "?xpage=rename");
            assertFalse(browser.has(By.id("rename")), role + ": " + browser.text());
        }
        assertEquals(200, see(Account.GUEST, dialogue, "").status());
    }
}
