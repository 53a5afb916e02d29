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
package org.xwiki.contrib.crowdsourcing.internal;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.bridge.event.DocumentDeletingEvent;
import org.xwiki.bridge.event.DocumentRestoredEvent;
import org.xwiki.bridge.event.DocumentRestoringEvent;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.ObservationContext;
import org.xwiki.refactoring.event.DocumentCopyingEvent;
import org.xwiki.refactoring.event.DocumentRenamingEvent;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.Mockito.when;

/**
 * Tests {@link Brought}, {@link RestoreListener} and {@link DeletionListener}: who brings and who takes away what
 * others gave.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList(Brought.class)
class BroughtTest
{
    private static final DocumentReference SHEET = TestRows.page("I.C.Scores.s1");

    private static final Object SOURCE = new Object();

    @InjectMockComponents
    private Brought brought;

    @InjectMockComponents
    private RestoreListener restores;

    @InjectMockComponents
    private DeletionListener deletions;

    @MockComponent
    private Access access;

    @MockComponent
    private ObservationContext observation;

    @MockComponent
    private Execution execution;

    @MockComponent
    private PageChanges changes;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private ContextualLocalizationManager localization;

    @BeforeEach
    void configure()
    {
        when(this.execution.getContext()).thenReturn(new ExecutionContext());
        when(this.localization.getTranslationPlain(any())).thenAnswer(call -> call.getArgument(0));
        hold(Schema.SCORE);
    }

    private void hold(Schema held)
    {
        PageState state = new PageState(SHEET, true, "", "",
            schema -> schema == held ? List.of(TestRows.row(SHEET)) : List.of());
        when(this.changes.before(SOURCE)).thenReturn(state);
        when(this.changes.after(SOURCE)).thenReturn(state);
    }

    @Test
    void whoOwnsTheInitiativeBringsNothing()
    {
        when(this.access.isAdministrator(SHEET)).thenReturn(true);
        assertFalse(this.brought.isBrought(SHEET));
        when(this.access.isAdministrator(SHEET.getWikiReference())).thenReturn(true);
        assertTrue(this.brought.isBrought(SHEET));
    }

    @Test
    void whatIsMovedOrCopiedComesAsItWas()
    {
        when(this.observation.isIn(isA(DocumentCopyingEvent.class))).thenReturn(true);
        assertFalse(this.brought.isBrought(SHEET), "Nobody copies what others gave to a place of their own");
        when(this.access.isAdministrator(SHEET)).thenReturn(true);
        assertTrue(this.brought.isBrought(SHEET));
        when(this.observation.isIn(any())).thenReturn(false);
        assertFalse(this.brought.isBrought(SHEET));
        when(this.observation.isIn(isA(DocumentRenamingEvent.class))).thenReturn(true);
        assertTrue(this.brought.isBrought(SHEET));
    }

    @Test
    void whatComesBackFromTheTrashComesAsItWas()
    {
        this.restores.onEvent(new DocumentRestoringEvent(SHEET), SOURCE, null);
        assertTrue(this.brought.isBrought(SHEET));
        assertFalse(this.brought.isBrought(TestRows.page("I.D.Scores.s1")), "That page alone");
        this.restores.onEvent(new DocumentRestoredEvent(SHEET), SOURCE, null);
        assertFalse(this.brought.isBrought(SHEET));
    }

    private String delete()
    {
        DocumentDeletingEvent event = new DocumentDeletingEvent(SHEET);
        this.deletions.onEvent(event, SOURCE, null);
        return event.isCanceled() ? event.getReason() : "";
    }

    @Test
    void whoOwnsTheInitiativeTakesNothingAway()
    {
        when(this.access.isAdministrator(SHEET)).thenReturn(true);
        for (Schema schema : List.of(Schema.SCORE, Schema.ROADMAP_VERSION, Schema.ROADMAP_REVIEW)) {
            hold(schema);
            assertEquals("crowdsourcing.error.deletionManaged", delete(), schema.getName());
        }
        hold(Schema.CONTRIBUTION);
        assertEquals("", delete(), "Curators erase what was said");
        hold(Schema.SCORE);
        when(this.access.isAdministrator(SHEET.getWikiReference())).thenReturn(true);
        assertEquals("", delete());
    }
}
