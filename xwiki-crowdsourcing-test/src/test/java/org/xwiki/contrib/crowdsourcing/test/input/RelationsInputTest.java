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

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.selection.SelectionManager;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.Traces;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.EventListener;
import org.xwiki.refactoring.event.DocumentRenamedEvent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Where pages may stand, and how the pages that they name are given by pickers and people.
 *
 * @version $Id$
 */
@EmbeddedOnly("looks into pages, and another wiki shows what a rule refused with a script alone")
class RelationsInputTest
{
    private static final String FORM = "form:has([name=action_save])";

    private static final String SAVE = "action_save";

    private static final String HOME = ".WebHome";

    private static Fixture pages;

    private static String area;

    private static String areaField;

    @BeforeAll
    static void create() throws Exception
    {
        pages = Fixture.create("with relations");
        area = Stage.page("AreaClass");
        areaField = "Crowdsourcing.Code.NeedClass_0_area";
        LogCapture.take();
    }

    private static WikiClient admin()
    {
        return TestWiki.client(Account.ADMIN);
    }

    private static WikiPage saveArea(String typed)
    {
        String edit = Fixture.path("edit", pages.challenge());
        return admin().get(edit).form(FORM).set(areaField, typed).submit(SAVE);
    }

    private static String savedArea()
    {
        return admin().get(Fixture.path("edit", pages.challenge())).form(FORM).get(areaField);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xwiki:"})
    void pagesAreTakenInEveryFormAndStoredInOne(String wiki)
    {
        for (String typed : List.of(area, area.substring(0, area.length() - HOME.length()))) {
            assertFalse(saveArea(wiki + typed).has(FORM));
            assertEquals(area, savedArea());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Crowdsourcing.Areas.Nowhere.WebHome", "Crowdsourcing.WebHome", "XWiki.Admin", "a.b.."})
    void otherPagesAreRefusedWithAReason(String typed) throws Exception
    {
        saveArea(area);
        List<String> before = Traces.stored();
        WikiPage answer = saveArea(typed);
        assertTrue(answer.document().text().contains("There is no area of expertise"), answer.toString());
        assertEquals(typed, answer.form(FORM).get(areaField));
        assertEquals(before, Traces.stored());
    }

    @ParameterizedTest
    @CsvSource({"Brief,A brief belongs", "Dialogue,A dialogue belongs", "Challenge,A challenge belongs",
        "Roadmap,A roadmap belongs", "Recommendation,A recommendation belongs"})
    void nothingIsCreatedWhereItBelongsToNothing(String kind, String reason) throws Exception
    {
        List<String> before = Traces.stored();
        WikiPage form = admin().get("/bin/edit/" + Stage.SPACE + "Lost/" + kind + "/?template=Crowdsourcing.Code." + kind
            + "Template&title=Lost+" + kind);
        WikiPage answer = form.form(FORM).set("title", "Lost " + kind).submit(SAVE);
        assertTrue(answer.document().text().contains(reason), answer.document().text());
        assertEquals(before, Traces.stored());
    }

    private static void move(DocumentReference from, DocumentReference to) throws Exception
    {
        EventListener listener =
            TestWiki.embedded().getComponentManager().getInstance(EventListener.class, "crowdsourcingMoves");
        TestWiki.execute("XWiki.Admin", () -> {
            listener.onEvent(new DocumentRenamedEvent(from, to), "a job", null);
            return null;
        });
    }

    private static List<DocumentReference> sources() throws Exception
    {
        return TestWiki.execute("XWiki.Admin", () -> Fixture.component(RoadmapManager.class)
            .getRecommendation(pages.recommendation()).orElseThrow().sources());
    }

    @Test
    void whatNamesAPageFollowsItsMove() throws Exception
    {
        saveArea(area);
        DocumentReference there = Fixture.reference("Crowdsourcing.Areas.Elsewhere.WebHome");
        move(Fixture.reference(area), there);
        assertEquals("Crowdsourcing.Areas.Elsewhere.WebHome", savedArea());
        move(there, Fixture.reference(area));
        assertEquals(area, savedArea());
        DocumentReference idea = contribute("An idea that moves");
        TestWiki.execute("XWiki.Admin", () -> {
            Fixture.component(RoadmapManager.class).quote(pages.recommendation(), idea);
            return null;
        });
        assertTrue(sources().contains(idea));
        DocumentReference cluster = TestWiki.execute("XWiki.Admin", () -> Fixture.component(SelectionManager.class)
            .group(Fixture.component(RoadmapManager.class).roadmapOf(pages.recommendation()).orElseThrow().reference(),
                "Ideas that move", List.of(idea)));
        DocumentReference moved = new DocumentReference(idea.getName(), pages.closed().getLastSpaceReference());
        move(idea, moved);
        assertTrue(sources().contains(moved));
        assertFalse(sources().contains(idea));
        assertEquals(List.of(moved), TestWiki.execute("XWiki.Admin", () -> Fixture.component(SelectionManager.class)
            .getCluster(cluster).orElseThrow().ideas()));
        assertEquals(List.of(), LogCapture.take());
    }

    private static String stored(DocumentReference page, Schema schema, String property) throws Exception
    {
        return TestWiki.execute("XWiki.Admin",
            () -> Fixture.component(PageReader.class).find(page, schema).orElseThrow().text(property));
    }

    private static void store(DocumentReference page, Schema schema, String property, String value) throws Exception
    {
        TestWiki.execute("XWiki.Admin", () -> {
            Fixture.component(PageWriter.class).update(page, schema, Map.of(property, value), "");
            return null;
        });
    }

    @Test
    void quotationsAndGroupsFollowAMove() throws Exception
    {
        DocumentReference idea = contribute("An idea that is quoted and moves");
        String place = Fixture.local(idea);
        store(pages.recommendation(), Schema.RECOMMENDATION, "strategies",
            "As was said:\n\n{{contribution reference=\"" + place + "\"/}}");
        assertTrue(sources().contains(idea));
        DocumentReference moved = new DocumentReference(idea.getName(), pages.closed().getLastSpaceReference());
        move(idea, moved);
        assertEquals("As was said:\n\n{{contribution reference=\"" + Fixture.local(moved) + "\"/}}",
            stored(pages.recommendation(), Schema.RECOMMENDATION, "strategies"));
        assertFalse(sources().contains(idea));
        assertTrue(sources().contains(moved));

        String group = stored(Fixture.reference(Fixture.initiative()), Schema.INITIATIVE, "researchersGroup");
        store(Fixture.reference(Fixture.initiative()), Schema.INITIATIVE, "researchersGroup", "Groups.Before.Readers");
        move(Fixture.reference("Groups.Before.Readers"), Fixture.reference("Groups.After.Readers"));
        assertEquals("Groups.After.Readers",
            stored(Fixture.reference(Fixture.initiative()), Schema.INITIATIVE, "researchersGroup"));
        store(Fixture.reference(Fixture.initiative()), Schema.INITIATIVE, "researchersGroup", group);
        assertEquals(List.of(), LogCapture.take());
    }

    private static DocumentReference contribute(String text) throws Exception
    {
        return TestWiki.execute("XWiki.Admin", () -> Fixture.component(DialogueManager.class)
            .contribute(pages.dialogue(), new NewContribution(text, "idea", "", "")));
    }

    @Test
    void aNewRecommendationHasNoStepYet()
    {
        WikiPage form = admin().get(Fixture.path("edit", pages.recommendation()));
        assertEquals(0, form.document().select("fieldset.cs-row").size());
        assertFalse(form.document().select("details.cs-row-spare").isEmpty());
    }

    @Test
    void aContributionIsCalledByWhatItSaysUnlessItIsHidden() throws Exception
    {
        DocumentReference page =
            contribute("A **bold** idea <b>$doc #end</b> {{velocity}}6{{/velocity}}");
        String path = Fixture.path("view", page);
        assertEquals("Idea: A bold idea <b $doc #end</b 6", admin().get(path).document().select("h1").text());
        TestWiki.execute("XWiki.Admin", () -> {
            Fixture.component(DialogueManager.class).hide(page, HidingReason.values()[0], "Not here");
            return null;
        });
        assertEquals("Idea", admin().get(path).document().select("h1").text());
        assertEquals(List.of(), LogCapture.take());
    }
}
