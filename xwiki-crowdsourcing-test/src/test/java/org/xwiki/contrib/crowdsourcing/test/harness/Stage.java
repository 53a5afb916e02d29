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
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tests of a run share: a space of their own with people, groups, rights, and an initiative that has a page of
 * every kind. It is made through the pages of the wiki, the first time that it is needed, and removed after the last
 * test.
 *
 * @version $Id$
 */
public final class Stage
{
    /**
     * The name of the space; the names of the users begin with it, too.
     */
    public static final String SPACE = "CrowdsourcingSuite" + Long.toString(System.currentTimeMillis(), 36);

    private static final String HOME = SPACE + ".WebHome";

    private static final String EXPERTS = SPACE + ".Experts.WebHome";

    private static final String AREAS = SPACE + ".Areas.WebHome";

    private static final String TITLE = "title";

    private static final String GROUPS = SPACE + ".Groups.";

    private static final String ALLOW = "allow";

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    private static boolean begun;

    private static boolean ready;

    private final WikiClient admin;

    private Stage(WikiClient admin)
    {
        this.admin = admin;
    }

    /**
     * @param kind the simple name of a class of the extension
     * @return the local reference of a page of that kind
     */
    public static String page(String kind)
    {
        TestWiki.url();
        return PAGES.computeIfAbsent(kind, none -> {
            throw new IllegalArgumentException("No page is a " + kind);
        });
    }

    /**
     * @return the local references of a page of every kind, by the simple names of the classes
     */
    public static Map<String, String> pages()
    {
        TestWiki.url();
        return Map.copyOf(PAGES);
    }

    /**
     * @return the local references of the pages that list the initiatives, the experts and the areas
     */
    public static List<String> homes()
    {
        TestWiki.url();
        return List.of(HOME, EXPERTS, AREAS);
    }

    /**
     * Makes everything once.
     */
    static synchronized void set()
    {
        if (!begun) {
            begun = true;
            if (!TestWiki.isEmbedded()) {
                // Somebody interrupts the tests.
                Runtime.getRuntime().addShutdownHook(new Thread(Stage::clear));
            }
            Stage stage = new Stage(TestWiki.visit(Account.ADMIN));
            stage.check("Crowdsourcing.WebHome", "has no Smarter Crowdsourcing installed");
            stage.people();
            stage.check(HOME, "does not let guests read");
            stage.initiative();
            stage.contributions();
            ready = true;
        } else if (!ready) {
            throw new IllegalStateException("The pages of the tests could not be made, see the first failure");
        }
    }

    /**
     * @return whether anything was made
     */
    static synchronized boolean isBegun()
    {
        return begun;
    }

    /**
     * Removes everything that was made.
     *
     * @return what is left nevertheless
     */
    static synchronized List<String> clear()
    {
        List<String> left = begun ? Traces.remove(SPACE) : List.of();
        begun = !left.isEmpty();
        return left;
    }

    private void check(String reference, String problem)
    {
        WikiPage answer = TestWiki.visit(Account.GUEST).get(WikiClient.path("view", reference));
        if (answer.status() != 200) {
            throw new IllegalStateException("The wiki " + problem + ": " + answer);
        }
    }

    private void people()
    {
        for (Account account : Account.team()) {
            this.admin.save(account.page(), "XWiki.XWikiUsers_0_first_name", account.role(),
                "XWiki.XWikiUsers_0_last_name", "of the tests", "XWiki.XWikiUsers_0_password", account.password(),
                "XWiki.XWikiUsers_0_active", "1", "XWiki.XWikiUsers_0_editor",
                // Who sends forms without a browser types wiki text.
                "owner".equals(account.role()) ? "Text" : "");
            this.admin.save(group(account.role()), "XWiki.XWikiGroups_0_member", account.page());
        }
        List<String> rights = new ArrayList<>();
        allow(rights, "comment", "owner", "researcher", "curator", "facilitator", "notetaker", "partner", "editor",
            "expert");
        allow(rights, "edit", "owner", "researcher", "curator", "editor");
        allow(rights, "delete", "owner");
        allow(rights, "admin", "owner");
        this.admin.save(SPACE + ".WebPreferences", rights.toArray(String[]::new));
        this.admin.save(HOME, TITLE, "Home of the tests", "content", "{{initiatives/}}");
        this.admin.save(EXPERTS, TITLE, "Experts of the tests", "content", "{{experts/}}");
        this.admin.save(AREAS, TITLE, "Areas of the tests", "content", "{{areas/}}");
    }

    private static String group(String role)
    {
        return GROUPS + role;
    }

    private static void allow(List<String> rights, String level, String... roles)
    {
        String object = "XWiki.XWikiGlobalRights_" + rights.size() / 6 + '_';
        rights.addAll(List.of(object + "groups", String.join(",", List.of(roles).stream().map(Stage::group).toList()),
            object + "levels", level, object + ALLOW, "1"));
    }

    private void initiative()
    {
        String area = make("AreaClass", AREAS, "createArea", "Paying \"on time\", v1.2: & <others>", "description",
            "Who pays, and when.");
        make("ExpertClass", EXPERTS, "createExpert", "\u0644\u064A\u0644\u0649 O'Hara <\uD83D\uDD25>", "position",
            "Treasurer", "organisation", "Institute of <Tests> & \"Trials\"", "country", "MX", "timezone",
            "America/Mexico_City", "biography", "Has paid //every// bill.", "consent", "1",
            "ExpertiseClass_0_area", area, "ExpertiseClass_0_level", "do");
        String initiative = make("InitiativeClass", HOME, "createInitiative", "Paying suppliers: v1.0 \"now\"",
            "summary", "**Small suppliers** wait.", "partners", "The treasury", "phase", "dialogue", "commitment", "complementary", "responseDays",
            "30", "licence", "May be quoted.", "owner", Account.of("owner").page(), "ownersGroup", group("owner"),
            "curatorsGroup", group("curator"), "researchersGroup", group("researcher"), "facilitatorsGroup",
            group("facilitator"), "noteTakersGroup", group("notetaker"), "partnersGroup", group("partner"),
            "editorsGroup", group("editor"), "expertsGroup", group("expert"), "PhaseClass_0_phase", "define",
            "PhaseClass_0_start", "2030-01-01", "PhaseClass_0_end", "2030-02-01");
        String challenge = make("ChallengeClass", initiative, "createChallenge", "Counting what is owed",
            "question", "How can late payments be counted?", "state", "selected", "priority", "1", "criteria",
            "* Reach", "NeedClass_0_area", area, "NeedClass_0_kind", "do", "NeedClass_0_weight", "5");
        make("BriefClass", challenge, "createBrief", "Brief: what is owed", "problem", "Nobody counts.", "rootCauses",
            "* Paper", "EvidenceClass_0_claim", "One in three waits.", "EvidenceClass_0_source", "A survey",
            "EvidenceClass_0_strength", "weak", "EvidenceClass_0_link", "https://example.org/survey");
        String dialogue = make("DialogueClass", challenge, "createDialogue", "Session: what is owed", "start",
            "2030-06-06T10:00", "timezone", "America/Mexico_City", "duration", "90", "goals", "Three ways to count.",
            "agenda", "0 Welcome\n10 Ideas", "seats", "12");
        this.admin.done(this.admin.get(WikiClient.path("view", dialogue)).actionForm("openDialogue")::submit);
        String call = make("CallClass", initiative, "createCall", "Who knows what is owed?", "invitation",
            "**You** may know.", "opens", "2020-01-01", "guestNominations", "1", "captcha", "0");
        this.admin.done(this.admin.get(WikiClient.path("view", call))
            .form("form.cs-form-setCallState:has(input[value=open])")::submit);
        String roadmap = make("RoadmapClass", initiative, "createRoadmap", "Roadmap: what is owed", "summary",
            "One register.");
        make("RecommendationClass", roadmap, "createRecommendation", "A register of unpaid invoices", "problem",
            "Nobody sees them.", "description", "A **public** register.", "costBand", "upto10k", "aggressive", "3",
            "conservative", "6", "deskReference", "Notes", "StepClass_0_title", "Collect the dates",
            "StepClass_0_start", "1", "StepClass_0_aggressive", "1", "StepClass_0_conservative", "2");
    }

    private String make(String kind, String parent, String action, String title, String... values)
    {
        String page = this.admin.create(parent, action, title, values);
        PAGES.put(kind, page);
        return page;
    }

    private void contributions()
    {
        String dialogue = WikiClient.path("view", PAGES.get("DialogueClass"));
        TestWiki.visit(Account.of("expert")).get(dialogue).actionForm("contribute")
            .set("text", "Publish the **age** of every invoice.").set("kind", "idea").submit();
        WikiForm decide = this.admin.get(dialogue).actionForm("decide");
        decide.set("decision", "partly").set("reasonKind", "cost").set("reason", "By office, not by invoice.").submit();
        PAGES.put("ContributionClass", local(decide.get("cs_target")));
        WikiForm engage = this.admin.get(dialogue).actionForm("engage");
        WikiPage engaged = engage.choose("expert", "O'Hara").submit();
        PAGES.put("EngagementClass",
            WikiClient.reference(engaged.document().selectFirst("a[href*='/Panel/']").absUrl("href")));
    }

    private static String local(String reference)
    {
        return reference.substring(reference.indexOf(':') + 1);
    }

    /**
     * A rule of the application refuses what is saved, and the form was sent without scripts: the embedded wiki shows
     * the form again, while XWiki, which asks no extension there, answers with a page of its own that names the reason.
     *
     * @param answer the answer to a form of the wiki
     * @return {@code true} if it is such a page
     */
    public static boolean isRefusedByTheWiki(WikiPage answer)
    {
        boolean refused = !TestWiki.isEmbedded() && answer.status() == 500
            && answer.body().contains("An Event Listener has cancelled the document save");
        if (refused) {
            // Its stack trace is the wiki's.
            LogCapture.take();
        }
        return refused;
    }
}
