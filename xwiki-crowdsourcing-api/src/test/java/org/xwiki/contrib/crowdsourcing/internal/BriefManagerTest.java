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
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefReadiness;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of the manager of briefs.
 *
 * @version $Id$
 * @since 1.0
 */
class BriefManagerTest extends AbstractManagersTest
{
    @Test
    void freezeIsRefusedWhileSomethingIsOpen() throws Exception
    {
        edit();
        stored(PAGE, Schema.BRIEF, "state", "workshop", "problem", "P", "rootCauses", " ");
        when(this.briefs.openComments(PAGE)).thenReturn(List.of("I.C.c1", "I.C.c2"));
        CrowdsourcingException exception =
            assertThrows(CrowdsourcingException.class, () -> get(BriefManager.class).freeze(PAGE));
        assertEquals(List.of(new FieldError("", "crowdsourcing.error.sectionMissing", "rootCauses"),
            new FieldError("", "crowdsourcing.error.commentsOpen", 2, "c1, c2")), exception.getErrors());
        assertNothingSaved();
        when(this.dialogues.getContributions(any())).thenReturn(Map.of());
        BriefReadiness readiness = get(BriefManager.class).getReadiness(PAGE);
        assertEquals(List.of(BriefSection.ROOT_CAUSES), readiness.missing());
        assertEquals(2, readiness.openCount());
        assertFalse(readiness.isReady());
    }

    @Test
    void freeze() throws Exception
    {
        edit();
        stored(PAGE, Schema.BRIEF, "state", "workshop", "problem", "P", "rootCauses", "R", "version", 1);
        when(this.pages.version(PAGE)).thenReturn("7.1");
        get(BriefManager.class).freeze(PAGE);
        ArgumentCaptor<Map<String, Object>> values = ArgumentCaptor.captor();
        verify(this.writer, times(2)).update(eq(PAGE), eq(Schema.BRIEF), values.capture(),
            anyString());
        assertEquals("frozen", values.getAllValues().get(0).get("state"));
        assertEquals(2, values.getAllValues().get(0).get("version"));
        assertTrue(Times.findInstant(values.getAllValues().get(0).get("frozenOn").toString()).isPresent());
        assertEquals(Map.of("frozenRevision", "7.1"), values.getAllValues().get(1));
    }

    @Test
    void statesOfABrief() throws Exception
    {
        edit();
        BriefManager manager = get(BriefManager.class);
        stored(PAGE, Schema.BRIEF, "state", "frozen");
        assertEquals(List.of("briefFrozen"),
            keys(assertThrows(ConflictException.class, () -> manager.freeze(PAGE))));
        assertThrows(ConflictException.class, () -> manager.startWorkshop(PAGE));
        assertFalse(manager.canEdit(PAGE));
        stored(PAGE, Schema.BRIEF, "state", "draft");
        assertThrows(ConflictException.class, () -> manager.newDraft(PAGE));
        assertTrue(manager.canEdit(PAGE));
        assertTrue(manager.canChangeState(PAGE));
        manager.startWorkshop(PAGE);
        assertEquals(Map.of("state", "workshop"), updated(PAGE, Schema.BRIEF));
    }

    @Test
    void aFrozenVersionHasNoStates() throws Exception
    {
        edit();
        BriefManager manager = get(BriefManager.class);
        stored(PAGE, Schema.BRIEF, "state", "frozen", "edition", "version", "version", 1);
        assertFalse(manager.canEdit(PAGE));
        assertFalse(manager.canChangeState(PAGE));
        assertEquals(List.of("briefVersion"),
            keys(assertThrows(ConflictException.class, () -> manager.newDraft(PAGE))));
        assertEquals(List.of("briefVersion"),
            keys(assertThrows(ConflictException.class, () -> manager.freeze(PAGE))));
        assertNothingSaved();
    }
}
