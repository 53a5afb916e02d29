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
package org.xwiki.contrib.crowdsourcing.test.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.xwiki.contrib.crowdsourcing.dialogue.MergeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.SupportManager;
import org.xwiki.contrib.crowdsourcing.selection.SelectionManager;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whatever is renamed or moved, every page that cites, uses, groups or continues something says the same to everybody,
 * and every link on it leads to something.
 *
 * @version $Id$
 */
@EmbeddedOnly("the events of XWiki's own rename, which are sent here")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MoveTest
{
    private static final String ODD = " \"v1.0\": \u0644\u064A\u0644\u0649 \uD83D\uDD25 & 'x' <b>";

    private static final String STEP = "Print the moved day";

    private static final String STEP_FIELD = "Crowdsourcing.Code.StepClass_0_";

    private static final String CLASS = "Crowdsourcing.Code.RecommendationClass_0_";

    private static final String VIEW = "view";

    private static final Account SPEAKER =
        new Account(Stage.SPACE + "Mover", UUID.randomUUID().toString(), "expert whose words are moved");

    private static final List<Account> READERS = List.of(Account.GUEST, Account.of("curator"));

    private static final Map<DocumentReference, DocumentReference> MOVED = new LinkedHashMap<>();

    private static final Map<String, Boolean> ALIVE = new HashMap<>();

    private static DocumentReference profile;

    private static DocumentReference initiative;

    private static DocumentReference challenge;

    private static DocumentReference split;

    private static DocumentReference brief;

    private static DocumentReference dialogue;

    private static DocumentReference roadmap;

    private static DocumentReference cluster;

    private static DocumentReference recommendation;

    private static DocumentReference later;

    private static DocumentReference idea;

    private static Map<String, String> before;

    @BeforeAll
    static void create() throws Exception
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String user = "XWiki.XWikiUsers_0_";
        admin.save(SPEAKER.page(), user + "first_name", "Mo", user + "last_name", "of the moves", user + "password",
            SPEAKER.password(), user + "active", "1");
        admin.save(group("expert"), "XWiki.XWikiGroups_2_member", SPEAKER.page());
        profile = Fixture.reference(admin.create(Stage.homes().get(1), "createExpert", "Mo who is moved", "consent",
            "1", "user", SPEAKER.page()));
        String root = admin.create(Stage.homes().get(0), "createInitiative", "Initiative that moves", "phase",
            "dialogue", "owner", Account.of("owner").page(), "ownersGroup", group("owner"), "curatorsGroup",
            group("curator"), "editorsGroup", group("editor"), "expertsGroup", group("expert"));
        initiative = Fixture.reference(root);
        String whole = admin.create(root, "createChallenge", "Courts that move", "state", "longlist");
        TestWiki.client(Account.of("curator")).get(WikiClient.path(VIEW, whole) + "?cs_view=split")
            .actionForm("splitChallenge").set("parts", "Judges that move\nFiles that move").set("reason", "Two.")
            .submit();
        split = Fixture.reference(whole);
        challenge =
            Fixture.reference(admin.create(root, "createChallenge", "Challenge that moves", "state", "selected"));
        discuss(admin);
        recommend(admin);
        before = read();
        assertFalse(before.isEmpty());
    }

    private static void discuss(WikiClient admin) throws Exception
    {
        String text = admin.create(Fixture.local(challenge), "createBrief", "Brief that moves", "problem",
            "One in three moves.", "rootCauses", "* Paper", "EvidenceClass_0_claim", "Seen moving.");
        brief = Fixture.reference(text);
        for (String action : List.of("startWorkshop", "freeze")) {
            admin.get(WikiClient.path(VIEW, text)).actionForm(action).submit();
        }
        dialogue = Fixture.reference(admin.create(Fixture.local(challenge), "createDialogue", "Dialogue that moves",
            "start", "2030-07-11T10:00", "timezone", "America/Mexico_City", "duration", "90"));
        admin.get(Fixture.path(VIEW, dialogue)).actionForm("openDialogue").submit();
        idea = say(SPEAKER, "Print the day on each bill, moved.");
        DocumentReference other = say(SPEAKER, "Telephone, moved.");
        DocumentReference twin = say(Account.of("expert"), "Print the day, too, moved.");
        roadmap = Fixture.reference(admin.create(Fixture.local(initiative), "createRoadmap", "Roadmap that moves",
            "startsOn", "2026-01-05"));
        as("curator", () -> Fixture.component(MergeManager.class).merge(twin, idea));
        as("partner", () -> Fixture.component(SupportManager.class).support(idea));
        as("editor", () -> cluster =
            Fixture.component(SelectionManager.class).group(roadmap, "Cluster that moves", List.of(idea, other)));
        admin.get(WikiClient.path(VIEW, text)).actionForm("newDraft").submit();
        admin.edit(text).editForm().fill("problem", "One in five moves.").submit("action_save");
        admin.get(WikiClient.path(VIEW, text)).actionForm("freeze").submit();
    }

    private static void recommend(WikiClient admin) throws Exception
    {
        as("editor", () -> recommendation = Fixture.component(SelectionManager.class).write(cluster));
        WikiForm form = admin.edit(Fixture.local(recommendation)).editForm();
        form.set(CLASS + "strategies", "As was said:\n\n{{contribution reference=\"" + Fixture.local(idea) + "\"/}}")
            .fill(STEP_FIELD + "title", STEP).fill(STEP_FIELD + "sources", Fixture.local(idea))
            .fill(STEP_FIELD + "conservative", "1").submit("action_save");
        later = Fixture.reference(admin.create(Fixture.local(roadmap), "createRecommendation", "Later, moved",
            "priority", "2", "StepClass_0_title", "Then read it, moved", "StepClass_0_deskResearch", "1",
            "StepClass_0_deskReference", "Notes"));
        admin.edit(Fixture.local(later)).editForm().choose(STEP_FIELD + "prerequisites", STEP)
            .set(CLASS + "sources", Fixture.local(version(brief, 1))).submit("action_save");
        assertEquals(200, admin.get(Fixture.path(VIEW, roadmap)).actionForm("publishRoadmap").submit().status());
    }

    private static String group(String role)
    {
        return Stage.SPACE + ".Groups." + role;
    }

    private interface Act
    {
        void run() throws Exception;
    }

    private static void as(String role, Act act) throws Exception
    {
        TestWiki.execute(Account.of(role).page(), () -> {
            act.run();
            return null;
        });
    }

    private static DocumentReference say(Account account, String text)
    {
        WikiPage answer = TestWiki.client(account).get(Fixture.path(VIEW, dialogue)).actionForm("contribute")
            .set("text", text).set("kind", "idea").submit();
        return new DocumentReference(answer.uri().getQuery().replaceFirst(".*cs_at=(c[0-9a-z]{28}).*", "$1"),
            dialogue.getLastSpaceReference());
    }

    private static DocumentReference version(DocumentReference page, int number)
    {
        return new DocumentReference("V" + number, page.getLastSpaceReference());
    }

    private static DocumentReference now(DocumentReference page)
    {
        DocumentReference result = page;
        while (MOVED.containsKey(result)) {
            result = MOVED.get(result);
        }
        return result;
    }

    /** What everything says to everybody, by the place where it was at first. */
    private static Map<String, String> read()
    {
        Map<DocumentReference, List<String>> views = new LinkedHashMap<>();
        String used = "?cs_view=used";
        String chosen = "?cs_view=selection";
        views.put(recommendation, List.of("", "?cs_view=chain"));
        views.put(later, List.of("", "?cs_view=chain"));
        views.put(roadmap, List.of("", "?cs_view=print", "?cs_view=progress", chosen,
            chosen + "&cs_cluster=" + cluster.getName()));
        views.put(version(roadmap, 1), List.of(""));
        views.put(brief, List.of("", used, "?cs_view=versions"));
        views.put(version(brief, 1), List.of("", used));
        views.put(version(brief, 2), List.of("", used));
        views.put(dialogue, List.of("", used));
        views.put(idea, List.of(""));
        views.put(profile, List.of("", used));
        views.put(challenge, List.of(""));
        views.put(split, List.of(""));
        views.put(initiative, List.of(""));
        Map<String, String> result = new LinkedHashMap<>();
        ALIVE.clear();
        for (Account account : READERS) {
            views.forEach((page, queries) -> queries.forEach(query -> result.put(account + " " + page + query,
                withoutPlaces(read(account, Fixture.path(VIEW, now(page)) + query), views.keySet()))));
        }
        WikiClient guest = TestWiki.client(Account.GUEST);
        result.put("file", guest.get(guest.get(Fixture.path(VIEW, now(version(roadmap, 1)))).document()
            .selectFirst(".cs-version a[href*=RoadmapFile]").absUrl("href")).body());
        assertTrue(result.values().stream().noneMatch(String::isBlank), result.toString());
        return result;
    }

    /** Where a page is may be said, and is not the same. */
    private static String withoutPlaces(String text, Set<DocumentReference> pages)
    {
        String result = text;
        for (DocumentReference page : pages) {
            // A published version says the address under which it was published.
            for (DocumentReference place : List.of(now(page), page)) {
                result = result.replace(TestWiki.url() + Fixture.path(VIEW, place), "its address")
                    .replace(Fixture.local(place).replace(":", "\\:"), "its place");
            }
        }
        return result;
    }

    private static String read(Account account, String path)
    {
        WikiPage page = TestWiki.client(account).get(path);
        assertEquals(200, page.status(), page.toString());
        Set<String> dead = new LinkedHashSet<>();
        for (Element link : page.document().select(".cs a[href]")) {
            String target = link.absUrl("href").replaceFirst("#.*", "");
            if (target.startsWith(TestWiki.url() + "/bin/view/")
                && !ALIVE.computeIfAbsent(account + target, key -> isAlive(account, target)))
            {
                dead.add(link.text() + " -> " + target);
            }
        }
        assertEquals(Set.of(), dead, account + " " + path);
        return page.document().select(".cs").text();
    }

    private static boolean isAlive(Account account, String target)
    {
        WikiClient client = TestWiki.client(account);
        WikiPage page = client.get(target);
        if (page.status() == 404) {
            // The wiki redirects from there.
            DocumentReference now = now(Fixture.reference(WikiClient.reference(target)));
            page = client.get(Fixture.path(VIEW, now));
        }
        return page.status() == 200;
    }

    private static void move(boolean redirecting, DocumentReference thing, DocumentReference to) throws Exception
    {
        Refactoring refactoring = new Refactoring(Account.of("owner").page(), redirecting);
        LogCapture.take();
        assertEquals(List.of(), refactoring.move(now(thing), to));
        MOVED.putAll(refactoring.moved());
        assertEquals(List.of(), LogCapture.take());
    }

    private static void rename(DocumentReference thing, String name) throws Exception
    {
        move(true, thing, beside(thing, name + ODD));
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

    private static DocumentReference beside(DocumentReference thing, String name)
    {
        return new DocumentReference("WebHome",
            new SpaceReference(name, (SpaceReference) now(thing).getLastSpaceReference().getParent()));
    }

    @Test
    @Order(1)
    void dialoguesBriefsAndRecommendations() throws Exception
    {
        rename(recommendation, "Recommendation");
        rename(dialogue, "Dialogue");
        rename(brief, "Brief");
        assertSaysTheSame();
    }

    @Test
    @Order(2)
    void challengesAndRoadmapsWithAllBelowThem() throws Exception
    {
        rename(challenge, "Challenge");
        rename(split, "Split");
        rename(roadmap, "Roadmap");
        assertSaysTheSame();
    }

    @Test
    @Order(3)
    void aWholeInitiative() throws Exception
    {
        move(true, initiative, new DocumentReference("WebHome", new SpaceReference("Initiative" + ODD,
            Fixture.reference(Stage.SPACE + ".Elsewhere.WebHome").getLastSpaceReference())));
        assertSaysTheSame();
    }

    @Test
    @Order(4)
    void withoutRedirects() throws Exception
    {
        move(false, dialogue, beside(dialogue, "Dialogue"));
        move(false, challenge, beside(challenge, "Challenge"));
        move(false, recommendation, beside(recommendation, "Plain"));
        assertSaysTheSame();
    }
}
