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
package org.xwiki.contrib.crowdsourcing.test.statements;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.phase.Disposable;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.event.SessionClock;
import org.xwiki.contrib.crowdsourcing.publication.ExchangeManager;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;
import org.xwiki.livedata.LiveDataQuery;
import org.xwiki.livedata.LiveDataSource;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.EventListener;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * How many SQL statements a warm view takes: few, and as many with 1,000 contributions, experts and challenges as with
 * 10.
 *
 * @version $Id$
 */
// It fills the wiki, so it comes after those who look at all of it.
@Order(Integer.MAX_VALUE)
@EmbeddedOnly("the statistics of its database, and the sample")
class StatementsTest
{
    private static final int LIMIT = 25;

    /** What people do, from the form that is sent to the address that the browser is sent to: the most it takes. */
    private static final Map<String, Integer> ACTS = new LinkedHashMap<>();

    static {
        ACTS.put("contribute", LIMIT);
        ACTS.put("support", 10);
        ACTS.put("revoke", 10);
        ACTS.put("decide", 20);
    }

    /** Of what curators look at now and then, which reads all experts: a fixed number for each thing that is compared. */
    private static final int MATCHING_LIMIT = 60;

    private static final String MATCHING = "matching: ";

    private static final int FEW = 10;

    private static final int SHOWN = 20;

    private static final int MANY = 1000;

    private static final int ENGAGED = 500;

    private static final List<String> STATES =
        List.of("proposed", "screened", "invited", "accepted", "declined", "attended", "interviewed");

    private static final LocalDocumentReference EXPERT_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "ExpertClass");

    private static final LocalDocumentReference EXPERTISE_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "ExpertiseClass");

    private static final LocalDocumentReference ENGAGEMENT_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "EngagementClass");

    private static final LocalDocumentReference INITIATIVE_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "InitiativeClass");

    private static final LocalDocumentReference CHALLENGE_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "ChallengeClass");

    private static final LocalDocumentReference CRITERION_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "CriterionClass");

    private static final LocalDocumentReference SCORE_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "ScoreClass");

    private static final LocalDocumentReference ROADMAP_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "RoadmapClass");

    private static final LocalDocumentReference VERSION_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "RoadmapVersionClass");

    private static final LocalDocumentReference RECOMMENDATION_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "RecommendationClass");

    private static final LocalDocumentReference STEP_CLASS =
        new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "StepClass");

    private static final String SPACE = "StatementsInitiative";

    private static final String PLAN = "Roadmap";

    private static final String ADMIN = "XWiki.Admin";

    private static final String SHEET = "sa52ae8728b3a1be8e483aaa7";

    private static final Map<String, String> PATHS = new LinkedHashMap<>();

    private static DocumentReference dialogue;

    /** An area that the challenge needs. */
    private static String area;

    @BeforeAll
    static void create() throws Exception
    {
        // What it asks from time to time would be counted for the page that is measured meanwhile.
        ((Disposable) components().getInstance(EventListener.class, SessionClock.NAME)).dispose();
        List<XarPage> pages = XarPage.read(Artifacts.sample());
        XarPage challenge = XarPage.find(pages, "ChallengeClass", "state", "selected");
        area = challenge.property("NeedClass", "area");
        dialogue = TestWiki.execute(ADMIN, () -> {
            DocumentReference created = dialogues().create(reference(challenge.reference()), "Statements");
            dialogues().plan(created, LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).toString(), "UTC",
                120);
            dialogues().open(created);
            return created;
        });
        contribute(0, FEW);
        List<String> spaces = dialogue.getSpaceReferences().stream().map(space -> space.getName()).toList();
        PATHS.put("dialogue", "/bin/view/" + String.join("/", spaces.stream().map(WikiClient::encode).toList()) + "/");
        PATHS.put("dialogue, most support first", PATHS.get("dialogue") + "?cs_order=supported");
        PATHS.put("dialogue, undecided", PATHS.get("dialogue") + "?cs_undecided=1");
        PATHS.put("dialogue, searched", PATHS.get("dialogue") + "?cs_search=contribution");
        PATHS.put("measures", PATHS.get("dialogue") + "?cs_view=measures");
        PATHS.put("run-sheet", PATHS.get("dialogue") + "?cs_view=run");
        PATHS.put("queue", PATHS.get("dialogue") + "?cs_view=queue");
        engage(0, FEW);
        PATHS.put("pipeline", PATHS.get("dialogue") + "?cs_view=pipeline");
        PATHS.put("pipeline, narrowed", PATHS.get("pipeline") + "&cs_text=expert&cs_country=MX&cs_state=invited");
        PATHS.put("pipeline as a table", PATHS.get("pipeline") + "&cs_as=table");
        PATHS.put("pipeline of the initiative",
            WikiClient.path("view", first(pages, "InitiativeClass")) + "?cs_view=pipeline");
        PATHS.put("profile", WikiClient.path("view", "Crowdsourcing.Experts.Panel0.WebHome"));
        PATHS.put("moderation log", PATHS.get("dialogue") + "?cs_log=1");
        PATHS.put("directory", WikiClient.path("view", "Crowdsourcing.Experts.WebHome"));
        PATHS.put("directory as a table", PATHS.get("directory") + "?cs_view=table&cs_sort=organisation");
        PATHS.put("directory, searched", PATHS.get("directory") + "?cs_search=panel&cs_region=latin-america-caribbean");
        PATHS.put("table, searched", PATHS.get("directory") + "?cs_view=table&cs_search=mexico&cs_level=connect");
        PATHS.put(MATCHING + "challenge", WikiClient.path("view", challenge.reference()));
        PATHS.put(MATCHING + "coverage", PATHS.get("dialogue") + "?cs_view=coverage");
        PATHS.put(MATCHING + "panel of 15", PATHS.get("dialogue") + "?cs_view=panel&cs_seats=15");
        createChallenges(0, FEW);
        PATHS.put("challenges as a table",
            WikiClient.path("view", SPACE + ".WebHome") + "?cs_view=table&cs_sort=-score");
        PATHS.put("scored candidates", WikiClient.path("view", SPACE + ".WebHome") + "?cs_view=scoring");
        PATHS.put("scores of one", WikiClient.path("view", SPACE + ".Load0.WebHome") + "?cs_view=scoring");
        PATHS.put("challenge board", WikiClient.path("view", first(pages, "InitiativeClass")));
        createSteps(0, 1);
        PATHS.put("plan", WikiClient.path("view", SPACE + '.' + PLAN + ".WebHome"));
        for (String view : List.of("timeline", "actor", "state", "costs", "followup", "print",
            "progress")) {
            PATHS.put("plan: " + view, PATHS.get("plan") + "?cs_view=" + view);
        }
        PATHS.put("plan: one recommendation", WikiClient.path("view", SPACE + '.' + PLAN + ".Load0.WebHome"));
        createVersion();
        PATHS.put("published version", WikiClient.path("view", SPACE + '.' + PLAN + ".V1"));
        PATHS.put("published version: print", PATHS.get("published version") + "?cs_view=print");
        PATHS.put("brief", WikiClient.path("view", first(pages, "BriefClass")));
        PATHS.put("brief: versions", PATHS.get("brief") + "?cs_view=versions");
        PATHS.put("brief: changes", PATHS.get("brief") + "?cs_view=changes&cs_from=0&cs_to=0");
        PATHS.put("roadmap", WikiClient.path("view", first(pages, "RoadmapClass")));
        PATHS.put("recommendation", WikiClient.path("view", first(pages, "RecommendationClass")));
        String initiative = WikiClient.path("view", first(pages, "InitiativeClass"));
        PATHS.put("register", initiative + "?cs_view=register");
        PATHS.put("register, narrowed", PATHS.get("dialogue") + "?cs_view=register&cs_reason=cost");
        PATHS.put("commitments", initiative + "?cs_view=commitments");
        PATHS.put("commitments of a dialogue", PATHS.get("dialogue") + "?cs_view=commitments");
        PATHS.put("selection board", PATHS.get("roadmap") + "?cs_view=selection");
        PATHS.put("chain", PATHS.get("recommendation") + "?cs_view=chain");
        PATHS.put("used in", PATHS.get("dialogue") + "?cs_view=used");
        for (String kinds : List.of("contribution", "expert", "initiative+challenge+dialogue", "evidence",
            "roadmap+recommendation")) {
            String found = "/bin/get/Crowdsourcing/Code/Picks?outputSyntax=plain&page=Main.WebHome&kinds=" + kinds;
            PATHS.put("found by words: " + kinds, found + "&words=e");
            PATHS.put("newest: " + kinds, found + "&words=");
        }
        PATHS.put("profile, used in", PATHS.get("profile") + "?cs_view=used");
    }

    @Test
    void viewsTakeFewStatementsHoweverMuchIsStored() throws Exception
    {
        Map<String, Long> few = measure();
        contribute(FEW, SHOWN);
        Map<String, Long> shown = measure();
        contribute(SHOWN, MANY);
        createChallenges(FEW, MANY);
        createSteps(1, MANY / FEW);
        createExperts();
        engage(FEW, ENGAGED);
        Map<String, Long> many = measure();
        List<String> tooMany = new ArrayList<>();
        many.forEach((view, count) -> {
            if (count > (view.startsWith(MATCHING) ? MATCHING_LIMIT : ACTS.getOrDefault(view, LIMIT))) {
                tooMany.add(view + ": " + count);
            }
        });
        assertEquals(List.of(), tooMany, "Too many statements");
        // It depends on the alerts that are open; its limit is looked at above.
        List.of(few, shown, many).forEach(counts -> counts.remove("contribute"));
        assertEquals(few, many, "Statements with few and with many stored");
        assertEquals(shown, many, "Statements with as many stored as shown and with many more");
    }

    private static Map<String, Long> measure() throws Exception
    {
        Map<String, Long> result = new LinkedHashMap<>();
        // What only the first ones meet, such as an empty log, is no part of it.
        for (int i = 0; i < 2; i++) {
            for (String act : ACTS.keySet()) {
                measureAct(act);
            }
        }
        for (Account account : List.of(Account.GUEST, Account.demo("expert"), Account.demo("curator"))) {
            WikiClient client = TestWiki.client(account);
            PATHS.forEach((name, path) -> {
                client.get(path);
                client.get(path);
                long before = TestWiki.embedded().getStatementCount();
                WikiPage page = client.get(path);
                assertEquals(200, page.status(), page.toString());
                result.put(name + " as " + account, TestWiki.embedded().getStatementCount() - before);
            });
            for (String source : List.of("crowdsourcingExperts", "crowdsourcingChallenges")) {
                result.put(source + " as " + account, measureLiveData(source, account));
            }
        }
        result.put("share of ideas with an answer", measureAnswered());
        for (String act : ACTS.keySet()) {
            result.put(act, measureAct(act));
        }
        return result;
    }

    private static long measureAct(String action) throws Exception
    {
        WikiClient client =
            TestWiki.client(Account.demo("decide".equals(action) ? "curator" : "facilitator"));
        WikiPage page = client.get(PATHS.get("dialogue"));
        WikiForm form = page.actionForm(action);
        switch (action) {
            case "contribute" -> form.set("text", "Measured " + UUID.randomUUID()).set("kind", "idea");
            case "decide" -> form.set("decision", "nottaken").set("reasonKind", "cost").set("reason",
                "Measured " + System.nanoTime());
            default -> { }
        }
        client.following(false);
        long before = TestWiki.embedded().getStatementCount();
        WikiPage answer = form.submit();
        long count = TestWiki.embedded().getStatementCount() - before;
        client.following(true);
        assertEquals(303, answer.status(), answer.toString());
        return count;
    }

    private static long measureAnswered() throws Exception
    {
        return TestWiki.execute(ADMIN, () -> {
            int ideas = dialogues().getAnswered(dialogue).ideas();
            long before = TestWiki.embedded().getStatementCount();
            assertEquals(ideas, dialogues().getAnswered(dialogue).ideas());
            assertTrue(ideas >= FEW, "Ideas: " + ideas);
            return TestWiki.embedded().getStatementCount() - before;
        });
    }

    private static long measureLiveData(String name, Account account) throws Exception
    {
        LiveDataQuery query = new LiveDataQuery();
        query.setSource(new LiveDataQuery.Source(name));
        query.getSource().setParameter("reference", SPACE + ".WebHome");
        query.setSort(List.of(new LiveDataQuery.SortEntry("title", true)));
        query.setLimit(SHOWN);
        String user = account == Account.GUEST ? "XWiki.XWikiGuest" : "XWiki." + account.user();
        return TestWiki.execute(user, () -> {
            LiveDataSource source = components().getInstance(LiveDataSource.class, name);
            source.getEntries().get(query);
            long before = TestWiki.embedded().getStatementCount();
            assertTrue(source.getEntries().get(query).getCount() > 0, name);
            return TestWiki.embedded().getStatementCount() - before;
        });
    }

    private static void contribute(int from, int to) throws Exception
    {
        Account expert = Account.demo("expert");
        List<DocumentReference> written = new ArrayList<>();
        TestWiki.execute("XWiki." + expert.user(), () -> {
            for (int i = from; i < to; i++) {
                written.add(dialogues().contribute(dialogue, new NewContribution("Contribution " + i, "idea")));
            }
            return null;
        });
        // Every other one stands in the register.
        TestWiki.execute("XWiki." + Account.demo("curator").user(), () -> {
            for (int i = 0; i < written.size(); i += 2) {
                dialogues().decide(written.get(i), Outcome.NOT_TAKEN, DecisionReason.COST, "Too dear " + i, "Office " + i);
            }
            return null;
        });
        String text = TestWiki.client(Account.GUEST).get(PATHS.getOrDefault("dialogue", "/bin/view/Main/")).text();
        assertTrue(PATHS.isEmpty() || text.contains("Contribution "), text);
    }

    private static void createExperts() throws Exception
    {
        for (int i = 0; i < MANY; i++) {
            int number = i;
            save(List.of("Crowdsourcing", "Experts", "Load" + i), "Load Expert " + i, EXPERT_CLASS, expert -> {
                expert.setIntValue("consent", 1);
                expert.setStringValue("country", number % 2 == 0 ? "MX" : "CO");
                expert.setStringValue("organisation", "Organisation " + number);
            });
            save(List.of("Crowdsourcing", "Experts", "Load" + i), "", EXPERTISE_CLASS, expertise -> {
                expertise.setStringValue("area", area);
                expertise.setStringValue("level", number % 3 == 0 ? "do" : "explain");
            });
        }
    }

    private static void engage(int from, int to) throws Exception
    {
        seats(0);
        List<String> panel =
            new ArrayList<>(dialogue.getSpaceReferences().stream().map(space -> space.getName()).toList());
        panel.add("Panel");
        for (int i = from; i < to; i++) {
            int number = i;
            List<String> profile = List.of("Crowdsourcing", "Experts", "Panel" + i);
            save(profile, "Panel Expert " + i, EXPERT_CLASS, expert -> {
                expert.setIntValue("consent", 1);
                expert.setStringValue("country", "MX");
            });
            save(profile, "", EXPERTISE_CLASS, expertise -> {
                expertise.setStringValue("area", area);
                expertise.setStringValue("level", "do");
            });
            save(new DocumentReference("xwiki", panel, "e" + i), "", ENGAGEMENT_CLASS, engagement -> {
                engagement.setStringValue("expert", String.join(".", profile) + ".WebHome");
                engagement.setStringValue("state", STATES.get(number % STATES.size()));
            });
        }
        // From now on most of those who accepted wait.
        seats(2);
    }

    private static void seats(int seats) throws Exception
    {
        TestWiki.execute(ADMIN, () -> {
            Provider<XWikiContext> provider = components().getInstance(XWikiContext.TYPE_PROVIDER);
            XWikiContext context = provider.get();
            XWikiDocument page = context.getWiki().getDocument(dialogue, context).clone();
            page.getXObject(new LocalDocumentReference(List.of("Crowdsourcing", "Code"), "DialogueClass"))
                .setIntValue("seats", seats);
            context.getWiki().saveDocument(page, "", context);
            return null;
        });
    }

    private static void createChallenges(int from, int to) throws Exception
    {
        save(List.of(SPACE), "Statements", INITIATIVE_CLASS, initiative -> {
            initiative.setStringValue("phase", "define");
            initiative.setStringValue("scoring", "closed");
        });
        save(List.of(SPACE), "", CRITERION_CLASS, criterion -> {
            criterion.setStringValue("uid", "impact");
            criterion.setStringValue("title", "Impact");
        });
        for (int i = from; i < to; i++) {
            int number = i;
            save(List.of(SPACE, "Load" + i), "Load Challenge " + i, CHALLENGE_CLASS,
                challenge -> challenge.setIntValue("score", number));
            // Its name is made of the person.
            save(new DocumentReference("xwiki", List.of(SPACE, "Load" + i, "Scores"), SHEET), "", SCORE_CLASS,
                score -> {
                    score.setStringValue("user", ADMIN);
                    score.setLargeStringValue("scores", "impact=" + (1 + number % 5));
                });
        }
    }

    /** Recommendations of ten steps each. */
    private static void createSteps(int from, int to) throws Exception
    {
        save(List.of(SPACE, PLAN), "Plan", ROADMAP_CLASS, roadmap -> roadmap.setStringValue("startsOn", "2026-01-01"));
        TestWiki.execute(ADMIN, () -> {
            Provider<XWikiContext> provider = components().getInstance(XWikiContext.TYPE_PROVIDER);
            XWikiContext context = provider.get();
            for (int i = from; i < to; i++) {
                XWikiDocument page = context.getWiki().getDocument(
                    new DocumentReference("xwiki", List.of(SPACE, PLAN, "Load" + i), "WebHome"), context).clone();
                page.setTitle("Load Recommendation " + i);
                BaseObject recommendation = page.newXObject(RECOMMENDATION_CLASS, context);
                recommendation.setStringValue("state", "published");
                recommendation.setIntValue("deskResearch", 1);
                recommendation.setLargeStringValue("deskReference", "Load");
                for (int j = 0; j < FEW; j++) {
                    BaseObject step = page.newXObject(STEP_CLASS, context);
                    step.setStringValue("title", "Step " + i + '.' + j);
                    step.setStringValue("actor", "Actor " + j % 3);
                    step.setStringValue("uid", "u" + i + 'x' + j);
                    step.setIntValue("start", j);
                    step.setIntValue("conservative", 3);
                    step.setStringValue("amount", "100");
                    step.setStringValue("currency", j % 2 == 0 ? "USD" : "MXN");
                    step.setStringValue("followup", j == 0 ? "done" : "started");
                    step.set("prerequisites", j == 0 ? List.of() : List.of("u" + i + 'x' + (j - 1)), context);
                }
                context.getWiki().saveDocument(page, "", context);
            }
            return null;
        });
    }

    private static void createVersion() throws Exception
    {
        DocumentReference roadmap = new DocumentReference("xwiki", List.of(SPACE, PLAN), "WebHome");
        ExchangeManager exchange = components().getInstance(ExchangeManager.class);
        String file = TestWiki.execute(ADMIN, () -> exchange.getFile(roadmap).orElseThrow());
        save(new DocumentReference("V1", roadmap.getLastSpaceReference()), "Plan", VERSION_CLASS, version -> {
            version.setIntValue("number", 1);
            version.setLargeStringValue("content", file);
        });
    }

    private static void save(List<String> space, String title, LocalDocumentReference type,
        Consumer<BaseObject> values) throws Exception
    {
        save(new DocumentReference("xwiki", space, "WebHome"), title, type, values);
    }

    private static void save(DocumentReference reference, String title, LocalDocumentReference type,
        Consumer<BaseObject> values) throws Exception
    {
        TestWiki.execute(ADMIN, () -> {
            Provider<XWikiContext> provider = components().getInstance(XWikiContext.TYPE_PROVIDER);
            XWikiContext context = provider.get();
            XWikiDocument page =
                context.getWiki().getDocument(reference, context).clone();
            if (page.getXObject(type) == null) {
                page.setTitle(title.isEmpty() ? page.getTitle() : title);
                values.accept(page.newXObject(type, context));
                context.getWiki().saveDocument(page, "", context);
            }
            return null;
        });
    }

    private static ComponentManager components()
    {
        return TestWiki.embedded().getComponentManager();
    }

    private static DialogueManager dialogues() throws Exception
    {
        return components().getInstance(DialogueManager.class);
    }

    private static String first(List<XarPage> pages, String kind)
    {
        return pages.stream().filter(page -> page.is(kind)).findFirst().orElseThrow().reference();
    }

    private static DocumentReference reference(String local)
    {
        List<String> names = WikiClient.names(local);
        return new DocumentReference("xwiki", names.subList(0, names.size() - 1), names.get(names.size() - 1));
    }
}
