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
package org.xwiki.contrib.crowdsourcing.internal.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Brought;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.publication.PublicationManager;
import org.xwiki.contrib.crowdsourcing.publication.ReviewAnswer;
import org.xwiki.context.Execution;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.observation.ObservationContext;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of reviews and of what never changes, and that an import leaves nothing when it fails.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({DefaultPublicationManager.class, Things.class, VersionRule.class, ReviewRule.class,
    RoadmapImporter.class, Brought.class})
class PublicationManagerTest
{
    private static final DocumentReference PAGE = TestRows.page("I.R.WebHome");

    private static final DocumentReference ANA = TestRows.page("XWiki.Ana");

    private static final DocumentReference VERSION = TestRows.page("I.R.V1");

    @InjectComponentManager
    private ComponentManager components;

    @MockComponent
    private RoadmapStore roadmaps;

    @MockComponent
    private ReviewStore reviews;

    @MockComponent
    private VersionStore versions;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Access access;

    @MockComponent
    private ObservationContext observation;

    @MockComponent
    private Execution execution;

    @MockComponent
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        when(this.access.canView(any())).thenReturn(true);
        when(this.access.canEdit(any())).thenReturn(true);
        when(this.access.user()).thenReturn(ANA);
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access).require(false);
        when(this.reader.resolve(anyString(), any())).thenAnswer(call -> TestRows.page(call.getArgument(0)));
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local((EntityReference) call.getArgument(0)));
        when(this.serializer.serialize(any(), any()))
            .thenAnswer(call -> TestRows.local((EntityReference) call.getArgument(0)));
        when(this.pages.isUser(any())).thenAnswer(call -> !TestRows.page("XWiki.Nobody").equals(call.getArgument(0)));
        when(this.pages.userName(any())).thenReturn("Eva");
    }

    private PublicationManager manager() throws Exception
    {
        return this.components.getInstance(PublicationManager.class);
    }

    private void stored(Object... values) throws Exception
    {
        when(this.pages.find(PAGE, Schema.ROADMAP)).thenReturn(Optional.of(TestRows.row(PAGE, values)));
    }

    private static List<String> keys(CrowdsourcingException e)
    {
        return e.getErrors().stream().map(error -> error.messageKey().replace("crowdsourcing.error.", "")).toList();
    }

    @Test
    void reviewersAreUsersWhoMayRead() throws Exception
    {
        stored("state", "draft", "version", 2);
        assertEquals(List.of("noUser", "reviewerMayNotRead"), keys(assertThrows(CrowdsourcingException.class,
            () -> manager().startReview(PAGE, List.of("XWiki.Nobody", "Eva")))));
        assertEquals(List.of("reviewerRequired"),
            keys(assertThrows(CrowdsourcingException.class, () -> manager().startReview(PAGE, List.of(" , ")))));
        when(this.access.canView(any(), eq(PAGE))).thenReturn(true);
        manager().startReview(PAGE, List.of("XWiki.Ana, Eva", "XWiki.Ana"));
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).update(eq(PAGE), eq(Schema.ROADMAP), values.capture(), anyString());
        assertEquals(Map.of("state", "review", "reviewers", "XWiki.Ana\nXWiki.Eva", "reviewRound", 3),
            values.getValue());
    }

    @Test
    void whatIsPublishedIsNotReviewed() throws Exception
    {
        stored("state", "published");
        assertEquals(List.of("noDraft"),
            keys(assertThrows(ConflictException.class, () -> manager().startReview(PAGE, List.of("XWiki.Ana")))));
    }

    @Test
    void onlyWhoIsAskedAnswersAndAnObjectionSaysWhat() throws Exception
    {
        when(this.access.canEdit(any())).thenReturn(false);
        stored("state", "review", "version", 2, "reviewers", "XWiki.Eva");
        assertThrows(NotAllowedException.class, () -> manager().answer(PAGE, ReviewAnswer.APPROVE, ""));
        stored("state", "review", "version", 2, "reviewers", "XWiki.Eva\nXWiki.Ana");
        assertEquals(List.of("objectionRequired"),
            keys(assertThrows(CrowdsourcingException.class, () -> manager().answer(PAGE, ReviewAnswer.OBJECT, " "))));
        assertEquals(List.of("required"),
            keys(assertThrows(CrowdsourcingException.class, () -> manager().answer(PAGE, null, "x"))));
        verify(this.reviews, never()).save(any(), any(), anyInt(), any(), any());
        manager().answer(PAGE, ReviewAnswer.OBJECT, "The figure");
        verify(this.reviews).save(any(), eq("XWiki.Ana"), eq(3), eq(ReviewAnswer.OBJECT),
            eq("The figure"));
        stored("state", "draft", "version", 2, "reviewers", "XWiki.Ana");
        assertEquals(List.of("notInReview"),
            keys(assertThrows(ConflictException.class, () -> manager().answer(PAGE, ReviewAnswer.APPROVE, ""))));
    }

    private static PageState state(Schema schema, String title, Object... values)
    {
        Function<Schema, List<Row>> rows =
            asked -> asked == schema && values.length > 0 ? List.of(TestRows.row(VERSION, values)) : List.of();
        return new PageState(VERSION, values.length > 0, title, "", rows);
    }

    @Test
    void whatIsPublishedOrAnsweredIsNotChangedByHand() throws Exception
    {
        Map<String, Schema> rules = Map.of("roadmapVersion", Schema.ROADMAP_VERSION, "roadmapReview",
            Schema.ROADMAP_REVIEW);
        for (Map.Entry<String, Schema> entry : rules.entrySet()) {
            PageRule rule = this.components.getInstance(PageRule.class, entry.getKey());
            PageState before = state(entry.getValue(), "T", "text", "A");
            for (PageState after : List.of(state(entry.getValue(), "T", "text", "B"), state(entry.getValue(), "T"),
                state(entry.getValue(), "U", "text", "A"))) {
                // Not even administrators.
                when(this.access.isAdministrator(any())).thenReturn(true);
                Inputs inputs = new Inputs();
                rule.checkChange(before, after, inputs);
                assertEquals(1, inputs.errors().size(), entry.getKey());
            }
            Inputs inputs = new Inputs();
            rule.checkChange(before, before, inputs);
            rule.checkChange(state(entry.getValue(), ""), before, inputs);
            assertTrue(inputs.errors().isEmpty(), "A backup comes back");
            when(this.access.isAdministrator(any())).thenReturn(false);
            when(this.access.isAdministrator(VERSION)).thenReturn(true);
            rule.checkChange(state(entry.getValue(), ""), before, inputs);
            assertEquals(1, inputs.errors().size(), "Nobody makes one by hand, nor who owns the initiative");
            rule.checkChange(before, before, inputs);
            assertEquals(2, inputs.errors().size(), "No comment, file or right is added");
            when(this.observation.isIn(any())).thenReturn(true);
            rule.checkChange(before, before, inputs);
            assertEquals(2, inputs.errors().size(), "It moves with its roadmap");
            when(this.observation.isIn(any())).thenReturn(false);
        }
    }

    @Test
    void whatTheFileDoesNotSayIsEmptyWhateverTheTemplateSays() throws Exception
    {
        ObjectNode file = Files.make(1, true);
        file.putArray("recommendations").addObject().put("title", "T");
        when(this.writer.createFilled(any(), any(), any(), any(), any())).thenReturn(PAGE);
        this.components.<RoadmapImporter>getInstance(RoadmapImporter.class).create(PAGE, file, true);
        ArgumentCaptor<Map<Schema, List<Map<String, Object>>>> objects = ArgumentCaptor.captor();
        verify(this.writer).createFilled(any(), eq("T"), eq("T"), eq(Schema.RECOMMENDATION), objects.capture());
        Map<String, Object> values = objects.getValue().get(Schema.RECOMMENDATION).get(0);
        for (String property : List.of("costBand", "cost", "followup", "followupReason", "problem", "examples")) {
            assertEquals("", values.get(property), property);
        }
        for (String property : List.of("aggressive", "conservative", "priority", "deskResearch")) {
            assertEquals(0, values.get(property), property);
        }
    }

    @Test
    void anImportThatFailsLeavesNothing() throws Exception
    {
        DocumentReference made = TestRows.page("I.Made.WebHome");
        DocumentReference first = TestRows.page("I.Made.First.WebHome");
        when(this.writer.createFilled(any(), any(), any(), eq(Schema.ROADMAP), any())).thenReturn(made);
        when(this.writer.createFilled(any(), any(), any(), eq(Schema.RECOMMENDATION), any())).thenReturn(first)
            .thenThrow(new CrowdsourcingException("Full", null));
        RoadmapImporter importer = this.components.getInstance(RoadmapImporter.class);
        assertThrows(CrowdsourcingException.class, () -> importer.create(PAGE, Files.make(1, true), true));
        verify(this.writer).delete(made);
        verify(this.writer).delete(first);
    }
}
