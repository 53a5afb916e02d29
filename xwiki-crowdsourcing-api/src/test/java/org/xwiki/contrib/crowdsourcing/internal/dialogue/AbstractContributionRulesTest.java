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
import java.util.Map;
import java.util.Optional;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.security.authorization.Right;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * A dialogue with one idea, and a manager that says who may do what.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({ContributionWriter.class, ContributionCurator.class, ContributionEditor.class,
    ContributionView.class, Closing.class, ThreadRules.class, DialogueStore.class, Things.class, ThreadSlices.class})
abstract class AbstractContributionRulesTest
{
    protected static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    protected static final DocumentReference BRIEF = TestRows.page("I.C.Brief.WebHome");

    protected static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    @InjectMockComponents
    protected DefaultDialogueManager manager;

    @MockComponent
    protected ThreadSearch search;

    @MockComponent
    protected ContributionStore store;

    @MockComponent
    protected SupportedOrder supported;

    @MockComponent
    protected SupportCounter support;

    @MockComponent
    protected PageReader pages;

    @MockComponent
    protected AlertWatch watch;

    @MockComponent
    protected PageWriter writer;

    @MockComponent
    protected RowReader reader;

    @MockComponent
    protected Seen seen;

    @MockComponent
    protected Access access;

    @MockComponent
    protected BriefManager briefs;

    @MockComponent
    @Named("local")
    protected EntityReferenceSerializer<String> serializer;

    protected final DocumentReference idea =
        new DocumentReference(ContributionKeys.root(Instant.now()), DIALOGUE.getLastSpaceReference());

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        when(this.pages.nearest(any(), any())).thenReturn(Optional.empty());
        when(this.access.canView(any())).thenReturn(true);
        when(this.access.refusal()).thenReturn(new FieldError("", "crowdsourcing.error.notAllowed"));
        when(this.writer.createHidden(any(), anyString(), any(), anyMap())).thenReturn(true);
        org.mockito.Mockito.doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access)
            .require(false);
        login(EVA);
        may(Right.COMMENT);
        dialogue("open");
        backed(0);
    }

    protected void login(DocumentReference user)
    {
        when(this.access.user()).thenReturn(user);
        when(this.access.isGuest()).thenReturn(user == null);
    }

    protected void may(Right right)
    {
        when(this.access.has(right, DIALOGUE)).thenReturn(true);
        when(this.access.has(right, BRIEF)).thenReturn(true);
    }

    protected void curate()
    {
        when(this.access.canEdit(any())).thenReturn(true);
    }

    protected void dialogue(String state) throws Exception
    {
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE)).thenReturn(Optional.of(TestRows.row(DIALOGUE, "state",
            state, "start", "2017-06-06T10:00", "timezone", "America/New_York", "meetingLink",
            "https://meet.example.org/x")));
    }

    protected void brief(String state) throws Exception
    {
        when(this.pages.find(BRIEF, Schema.BRIEF))
            .thenReturn(Optional.of(TestRows.row(BRIEF, "state", state, "version", 2)));
    }

    protected Row stored(Object... values) throws Exception
    {
        Row row = TestRows.row(this.idea, values);
        when(this.store.find(this.idea)).thenReturn(row);
        return row;
    }

    protected void assertNothingSaved() throws Exception
    {
        verify(this.writer, never()).createHidden(any(), any(), any(), any());
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    protected void backed(int supporters) throws Exception
    {
        Tally tally = new Tally();
        for (int i = 0; i < supporters; i++) {
            tally.put(this.idea.getName(), "XWiki.U" + i, Instant.EPOCH);
        }
        when(this.support.of(any())).thenReturn(new SupportCounter.Counted(tally, new Merges(Map.of()), Map.of()));
    }
}
