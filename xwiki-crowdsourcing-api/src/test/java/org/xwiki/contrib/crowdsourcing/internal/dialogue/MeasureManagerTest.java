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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.dialogue.Measures;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests what is measured of a discussion, in English and Spanish, against numbers that were worked out by hand.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class MeasureManagerTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference CHALLENGE = TestRows.page("I.C.WebHome");

    private static final String PUBLISHED = "published";

    @InjectMockComponents
    private DefaultMeasureManager manager;

    @MockComponent
    private ThreadRules rules;

    @MockComponent
    private ThreadFigures figures;

    @MockComponent
    private MeasureCache cache;

    @MockComponent
    private EngagementStore engagements;

    @MockComponent
    private BriefStore briefs;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private Access access;

    private final Measured measured = new Measured();

    private final List<Row> rows = new ArrayList<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.rules.isDialogue(DIALOGUE)).thenReturn(true);
        when(this.cache.of(DIALOGUE)).thenReturn(this.measured);
        when(this.access.canView(any())).thenReturn(true);
        when(this.pages.nearest(DIALOGUE, Schema.CHALLENGE)).thenReturn(Optional.empty());
        when(this.figures.newest(DIALOGUE)).thenReturn(this.rows);
        when(this.figures.unanswered(DIALOGUE)).thenReturn(new Measures.Share(4, 12));
        when(this.reader.readOnly(any(), anyCollection(), any(), any())).thenReturn(new Rows(Map.of()));
        when(this.reader.resolve(anyString(), any()))
            .then(invocation -> TestRows.page(invocation.getArgument(0)));
    }

    private String say(String kind, String text, String... replyTo)
    {
        String name = ContributionKeys.root(Instant.ofEpochSecond(1_700_000_000L + this.rows.size()));
        this.rows.add(TestRows.row(TestRows.page("I.C.Dialogue." + name), "kind", kind, "text", text, "replyTo",
            replyTo.length == 0 ? "" : replyTo[0]));
        return name;
    }

    private Measures measure() throws Exception
    {
        this.measured.change();
        return this.manager.getMeasures(DIALOGUE);
    }

    @Test
    void columnsAreCounted() throws Exception
    {
        when(this.figures.counts(DIALOGUE)).thenReturn(List.of(
            new ThreadFigures.Counted(PUBLISHED, "idea", null, 30), new ThreadFigures.Counted(PUBLISHED, "idea", "", 5),
            new ThreadFigures.Counted(PUBLISHED, "idea", "taken", 10),
            new ThreadFigures.Counted(PUBLISHED, "question", null, 12),
            new ThreadFigures.Counted("hidden", "idea", null, 100), new ThreadFigures.Counted("awaiting", "idea", "", 100),
            new ThreadFigures.Counted("erased", "idea", "", 100),
            new ThreadFigures.Counted("merged", "idea", null, 3)));
        Measures measures = measure();
        assertEquals(57, measures.contributions());
        assertEquals(new Measures.Share(3, 60), measures.merged());
        assertEquals(new Measures.Share(35, 45), measures.undecided());
        assertEquals(new Measures.Share(4, 12), measures.unanswered());
    }

    @Test
    void whoSpeaksIsAVoiceAndNotWhoCaptures() throws Exception
    {
        Row engagement = TestRows.row(TestRows.page("I.C.Dialogue.Panel.e1"), "expert", "Experts.Eva.WebHome");
        when(this.engagements.confirmed(DIALOGUE)).thenReturn(List.of(engagement));
        DocumentReference eva = TestRows.page("Experts.Eva.WebHome");
        when(this.reader.serialize(eva)).thenReturn("Experts.Eva.WebHome");
        when(this.reader.readOnly(any(), anyCollection(), any(), any())).thenReturn(new Rows(Map.of(eva,
            Map.of(Schema.EXPERT, List.of(TestRows.row(eva, "user", "XWiki.Eva"))))));
        // The title of the profile is "Title of Eva".
        when(this.figures.voices(DIALOGUE)).thenReturn(List.of(new ThreadFigures.Voice("XWiki.Nora", "title of eva ", 2),
            new ThreadFigures.Voice("XWiki.Eva", "", 3), new ThreadFigures.Voice("XWiki.Nora", "Ana", 4),
            new ThreadFigures.Voice("XWiki.Nora", null, 1), new ThreadFigures.Voice("XWiki.Zoe", null, 1),
            new ThreadFigures.Voice("XWiki.XWikiGuest", "Zoe", 1)));
        Measures.Voices voices = measure().voices();
        // Eva 5, Ana 4, Nora, the user Zoe and the guest Zoe 1 each.
        assertEquals(5, voices.people());
        assertEquals(new Measures.Share(5, 12), voices.most());
        assertEquals((2.0 * (1 * 1 + 2 * 1 + 3 * 1 + 4 * 4 + 5 * 5) / (5 * 12)) - 6.0 / 5, voices.gini(), 1e-12);
    }

    @Test
    void whatStandsBehindIdeas() throws Exception
    {
        String register = say("idea", "Publish a register of judges");
        String hotline = say("idea", "A hotline that costs 20,000 a year");
        say("idea", "Train the clerks of the courts");
        say("evidence", "Every second court has none", register);
        say("evidence", "So say the clerks", register);
        say("example", "Chile has had one since 2010, for 3 million pesos", register);
        say("answer", "Yes, and in Peru as well", hotline);
        Measures.Depth depth = measure().depth();
        assertEquals(new Measures.Share(1, 3), depth.evidence());
        assertEquals(new Measures.Share(1, 3), depth.example());
        assertEquals(new Measures.Share(2, 3), depth.cost());
    }

    @Test
    void whatSaysTheSameTwice() throws Exception
    {
        say("idea", "Publish every unpaid invoice of the ministries on the web");
        say("idea", "Unpaid invoices of ministries: publish each on the web");
        say("idea", "Publicar en la web las facturas que deben los ministerios");
        say("question", "Who protects the whistleblowers from their own bosses?");
        say("answer", "The bosses of whistleblowers do not protect them");
        say("answer", "Agreed");
        say("answer", "Agreed");
        assertEquals(new Measures.Share(1, 7), measure().alike());
    }

    @Test
    void whatSpeaksOfTheTopic() throws Exception
    {
        when(this.pages.nearest(DIALOGUE, Schema.CHALLENGE)).thenReturn(Optional.of(TestRows.row(CHALLENGE, "question",
            "How can the courts be made to publish their judgments?")));
        when(this.pages.all(CHALLENGE, Schema.NEED))
            .thenReturn(List.of(TestRows.row(CHALLENGE, "area", "Areas.Data.WebHome")));
        when(this.reader.titles(anyCollection())).thenReturn(Map.of(TestRows.page("Areas.Data.WebHome"), "Open data"));
        Brief brief = mock(Brief.class);
        when(brief.sections())
            .thenReturn(Map.of(BriefSection.PROBLEM, "Las sentencias de los tribunales no son p\u00FAblicas."));
        when(this.briefs.briefsOf(CHALLENGE)).thenReturn(List.of(brief));
        say("idea", "Oblige the courts to publish all of it as open data");
        say("idea", "Publicar las sentencias de cada tribunal en un solo sitio");
        say("idea", "Sell the cheapest watches with free shipping worldwide");
        say("answer", "I agree");
        say("idea", "Les tribunaux du pays doivent publier leurs jugements pour des juges");
        assertEquals(new Measures.Share(2, 3), measure().onTopic());
    }

    @Test
    void nothingSaid() throws Exception
    {
        Measures measures = measure();
        assertEquals(0, measures.contributions());
        assertEquals(Measures.Share.NONE, measures.onTopic());
        assertEquals(Measures.Share.NONE, measures.alike());
        assertEquals(0, measures.voices().people());
    }

    @Test
    void itIsMeasuredAgainOnlyAfterAChange() throws Exception
    {
        say("idea", "Publish a register of judges");
        Measures first = this.manager.getMeasures(DIALOGUE);
        assertSame(first, this.manager.getMeasures(DIALOGUE));
        verify(this.figures, times(1)).newest(DIALOGUE);
        this.measured.change();
        // It rests ten times as long as it took.
        for (int i = 0; i < 1000 && this.manager.getMeasures(DIALOGUE) == first; i++) {
            Thread.sleep(10);
        }
        verify(this.figures, times(2)).newest(DIALOGUE);
    }

    @Test
    void aFailureIsNotKept() throws Exception
    {
        when(this.figures.counts(DIALOGUE)).thenThrow(new CrowdsourcingException("Broken", null)).thenReturn(List.of());
        assertThrows(CrowdsourcingException.class, () -> this.manager.getMeasures(DIALOGUE));
        assertEquals(0, this.manager.getMeasures(DIALOGUE).contributions());
    }

    @Test
    void whoMayViewTheDialogueAloneIsToldNothing() throws Exception
    {
        say("idea", "Publish a register of judges");
        when(this.access.canView(any())).thenReturn(false);
        assertSame(Measures.NOTHING, measure());
    }

    @Test
    void whatIsNoDialogueIsNotMeasured() throws Exception
    {
        when(this.rules.isDialogue(DIALOGUE)).thenReturn(false);
        assertThrows(NotFoundException.class, () -> this.manager.getMeasures(DIALOGUE));
    }
}
