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

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link PanelUsers}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class PanelUsersTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference ANA = TestRows.page("E.Ana.WebHome");

    @InjectMockComponents
    private PanelUsers panel;

    @MockComponent
    private EngagementStore engagements;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private RowReader reader;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local((EntityReference) call.getArgument(0)));
        when(this.reader.resolve(anyString(), any())).thenAnswer(call -> TestRows.page(call.getArgument(0)));
        DocumentReference page = TestRows.page("I.C.Dialogue.Panel.e1");
        when(this.engagements.confirmed(DIALOGUE)).thenReturn(List.of(
            TestRows.row(page, "expert", "E.Ana.WebHome"), TestRows.row(page, "expert", "E.Ben.WebHome"),
            TestRows.row(page)));
        DocumentReference ben = TestRows.page("E.Ben.WebHome");
        when(this.reader.readOnly(any(), eq(List.of("E.Ana.WebHome", "E.Ben.WebHome")), eq(Set.of("user")),
            eq(Schema.EXPERT))).thenReturn(new Rows(Map.of(ANA,
                Map.of(Schema.EXPERT, List.of(TestRows.row(ANA, "user", "XWiki.Ana"))), ben,
                Map.of(Schema.EXPERT, List.of(TestRows.row(ben))))));
    }

    @Test
    void theUsersOfTheConfirmedPanel() throws Exception
    {
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE)).thenReturn(Optional.of(TestRows.row(DIALOGUE)));
        assertEquals(Set.of(TestRows.page("XWiki.Ana")), this.panel.users(DIALOGUE));
        assertEquals(TestRows.page("XWiki.Ana"), this.panel.user(DIALOGUE, "xwiki:XWiki.Ana"));
    }

    @Test
    void aBriefHasNoPanel() throws Exception
    {
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        assertEquals(Set.of(), this.panel.users(TestRows.page("I.C.Brief.WebHome")));
        verify(this.engagements, never()).confirmed(any());
    }
}
