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

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Decision;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.Revision;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link ContributionEditor}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class ContributionEditorTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    @InjectMockComponents
    private ContributionEditor editor;

    @MockComponent
    private ContributionWriter contributions;

    @MockComponent
    private ThreadRules rules;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Access access;

    @MockComponent
    private Seen seen;

    private DocumentReference idea;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.access.user()).thenReturn(EVA);
        when(this.access.refusal()).thenReturn(new FieldError("", "crowdsourcing.error.notAllowed"));
        when(this.rules.refusal(DIALOGUE)).thenReturn(Optional.empty());
        when(this.rules.closure(DIALOGUE)).thenReturn(Optional.empty());
        when(this.contributions.initialState(DIALOGUE)).thenReturn(ContributionState.PUBLISHED);
        minutes(null);
        written(Duration.ofMinutes(5));
    }

    private void minutes(Integer minutes) throws Exception
    {
        when(this.pages.nearest(DIALOGUE, Schema.INITIATIVE)).thenReturn(Optional.of(minutes == null
            ? TestRows.row(TestRows.page("I.WebHome"))
            : TestRows.row(TestRows.page("I.WebHome"), "editMinutes", minutes)));
    }

    private void written(Duration ago)
    {
        this.idea = new DocumentReference(ContributionKeys.root(Instant.now().minus(ago)),
            DIALOGUE.getLastSpaceReference());
    }

    private Row stored(Object... values) throws Exception
    {
        Row row = TestRows.row(this.idea, values);
        when(this.contributions.visible(this.idea)).thenReturn(row);
        return row;
    }

    private Row mine(String state) throws Exception
    {
        return stored("state", state, "author", "XWiki.Eva", "text", "Old", "kind", "idea");
    }

    private Map<String, Object> updated() throws Exception
    {
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer).update(eq(this.idea), eq(Schema.CONTRIBUTION), values.capture(), eq(""));
        return values.getValue();
    }

    private Contribution contribution(DocumentReference author, ContributionState state, Decision decision)
    {
        return new Contribution(this.idea, DIALOGUE, this.idea, null, "Old", ContributionKind.IDEA, author, "",
            ContributionKeys.time(this.idea.getName()), 0, "", state, decision, null, null, null, "");
    }

    private boolean canRevise() throws Exception
    {
        return this.editor.canRevise(contribution(EVA, ContributionState.PUBLISHED, null));
    }

    private void assertRefused(Class<? extends CrowdsourcingException> type, String key) throws Exception
    {
        CrowdsourcingException exception =
            assertThrows(type, () -> this.editor.revise(this.idea, "New", "idea"));
        assertEquals(key, exception.getErrors().get(0).messageKey());
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    @Test
    void revise() throws Exception
    {
        Row row = mine("published");
        assertTrue(canRevise());
        this.editor.revise(this.idea, " New\r\ntext ", "question");
        Map<String, Object> values = updated();
        assertEquals("New\ntext", values.get("text"));
        assertEquals("question", values.get("kind"));
        assertEquals("published", values.get("state"));
        assertTrue(values.containsKey("editedOn"));
        verify(this.seen).expectAtLeast(this.idea, row.stamp());
    }

    @Test
    void whatStaysTheSameIsNoChange() throws Exception
    {
        mine("published");
        this.editor.revise(this.idea, "Old ", "idea");
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    @Test
    void whatIsModeratedIsModeratedAgain() throws Exception
    {
        when(this.contributions.initialState(DIALOGUE)).thenReturn(ContributionState.AWAITING);
        mine("published");
        this.editor.revise(this.idea, "New", "idea");
        assertEquals("awaiting", updated().get("state"));
    }

    @Test
    void whatAwaitsIsNotPublishedByItsAuthor() throws Exception
    {
        mine("awaiting");
        this.editor.revise(this.idea, "New", "idea");
        assertEquals("awaiting", updated().get("state"));
    }

    @Test
    void onlyTheAuthorMay() throws Exception
    {
        stored("state", "published", "author", "XWiki.Other", "text", "Old", "kind", "idea");
        assertFalse(this.editor.canRevise(
            contribution(TestRows.page("XWiki.Other"), ContributionState.PUBLISHED, null)));
        assertRefused(NotAllowedException.class, "crowdsourcing.error.notAllowed");
        // A guest is not the author of what has none.
        when(this.access.user()).thenReturn(null);
        stored("state", "published", "text", "Old", "kind", "idea");
        assertFalse(this.editor.canRevise(contribution(null, ContributionState.PUBLISHED, null)));
        assertRefused(NotAllowedException.class, "crowdsourcing.error.notAllowed");
    }

    @ParameterizedTest
    @CsvSource({"29,,true", "31,,false", "31,60,true", "61,60,false", "0,0,false"})
    void onlyForATime(int ago, Integer minutes, boolean allowed) throws Exception
    {
        minutes(minutes);
        written(Duration.ofMinutes(ago));
        mine("published");
        assertEquals(allowed, canRevise());
        if (!allowed) {
            assertRefused(ConflictException.class, "crowdsourcing.error.reviseLate");
        }
    }

    @Test
    void whatIsDecidedStays() throws Exception
    {
        stored("state", "published", "author", "XWiki.Eva", "text", "Old", "kind", "idea", "decision", "taken");
        assertFalse(this.editor.canRevise(contribution(EVA, ContributionState.PUBLISHED,
            new Decision(Outcome.TAKEN, null, "", null, null))));
        assertRefused(ConflictException.class, "crowdsourcing.error.reviseDecided");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "merged"})
    void whatIsNotShownStays(String state) throws Exception
    {
        mine(state);
        assertRefused(ConflictException.class, "crowdsourcing.error.reviseLate");
    }

    @Test
    void whatIsClosedStays() throws Exception
    {
        mine("published");
        when(this.rules.closure(DIALOGUE))
            .thenReturn(Optional.of(new FieldError("", "crowdsourcing.error.threadClosed")));
        assertFalse(canRevise());
        assertRefused(ConflictException.class, "crowdsourcing.error.reviseLate");
    }

    @Test
    void fieldsAreChecked() throws Exception
    {
        mine("published");
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> this.editor.revise(this.idea, " ", "nonsense"));
        assertEquals(List.of("text", "kind"), exception.getErrors().stream().map(FieldError::field).toList());
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    @Test
    void earlierTexts() throws Exception
    {
        stored("state", "published", "author", "XWiki.Eva", "text", "Third", "kind", "idea", "editedOn",
            "2026-06-06T15:00:00Z");
        when(this.pages.history(eq(this.idea), eq(Schema.CONTRIBUTION), anyInt())).thenReturn(List.of(
            TestRows.row(this.idea, "text", "Third", "editedOn", "2026-06-06T15:00:00Z"),
            TestRows.row(this.idea, "text", "Second", "kind", "question", "editedOn", "2026-06-06T14:00:00Z"),
            TestRows.row(this.idea, "text", "First")));
        assertEquals(List.of(
            new Revision("First", ContributionKind.IDEA, ContributionKeys.time(this.idea.getName())),
            new Revision("Second", ContributionKind.QUESTION, Instant.parse("2026-06-06T14:00:00Z"))),
            this.editor.getRevisions(this.idea));
    }

    @Test
    void earlierTextsOfWhatIsHiddenAreHidden() throws Exception
    {
        stored("state", "hidden", "text", "Third", "editedOn", "2026-06-06T15:00:00Z");
        when(this.pages.history(any(), any(), anyInt()))
            .thenReturn(List.of(TestRows.row(this.idea, "text", "First")));
        assertEquals(List.of(), this.editor.getRevisions(this.idea));
        when(this.rules.canCurate(DIALOGUE)).thenReturn(true);
        assertEquals(1, this.editor.getRevisions(this.idea).size());
    }
}
