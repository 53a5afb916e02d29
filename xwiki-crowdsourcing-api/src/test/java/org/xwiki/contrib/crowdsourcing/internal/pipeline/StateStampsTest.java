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
package org.xwiki.contrib.crowdsourcing.internal.pipeline;

import java.util.List;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.matches;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link StateStamps}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class StateStampsTest
{
    private static final DocumentReference PAGE = TestRows.page("I.C.Dialogue.Panel.e1");

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    @InjectMockComponents
    private StateStamps stamps;

    @MockComponent
    private PageChanges changes;

    @MockComponent
    private Access access;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @BeforeEach
    void configure()
    {
        TestRows.local(this.serializer);
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Ana"));
    }

    private static PageState state(Object... values)
    {
        return new PageState(PAGE, values.length > 0, "", "", schema -> values.length > 0
            && schema == Schema.ENGAGEMENT ? List.of(TestRows.row(PAGE, values)) : List.of());
    }

    private void verifyStamped() throws Exception
    {
        verify(this.changes).set(eq("source"), eq(Schema.ENGAGEMENT), eq("stateOn"), matches(TIME));
        verify(this.changes).set("source", Schema.ENGAGEMENT, "stateBy", "XWiki.Ana");
    }

    @Test
    void whoChangesTheStateIsNoted() throws Exception
    {
        this.stamps.add("source", state("state", "invited", "stateOn", "x"), state("state", "accepted", "stateOn", "x"));
        verifyStamped();
        verify(this.changes, never()).set(any(), any(), eq("screenedBy"), any());
    }

    @Test
    void whoScreensIsKept() throws Exception
    {
        this.stamps.add("source", state("state", "proposed"), state("state", "screened"));
        verifyStamped();
        verify(this.changes).set("source", Schema.ENGAGEMENT, "screenedBy", "XWiki.Ana");
        verify(this.changes).set(eq("source"), eq(Schema.ENGAGEMENT), eq("screenedOn"), matches(TIME));
    }

    @Test
    void aNewOneIsNotedAndAMovedOneKeepsItsNotes() throws Exception
    {
        this.stamps.add("source", state(), state("state", "proposed"));
        verifyStamped();
        this.stamps.add("other", state(), state("state", "invited", "stateOn", "2017-01-01T00:00:00.000Z"));
        verify(this.changes, never()).set(eq("other"), any(), any(), any());
    }

    @Test
    void whatDoesNotConcernTheStateChangesNothing() throws Exception
    {
        this.stamps.add("source", state("state", "invited", "stateOn", "x"),
            state("state", "invited", "stateOn", "x", "referredBy", "Luis"));
        this.stamps.add("source", state(), state());
        verify(this.changes, never()).set(any(), any(), any(), any());
    }
}
