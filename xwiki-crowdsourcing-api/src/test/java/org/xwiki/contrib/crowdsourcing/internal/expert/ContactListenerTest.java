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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.util.List;

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.job.DefaultRequest;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.ObservationContext;
import org.xwiki.observation.remote.RemoteObservationManagerContext;
import org.xwiki.refactoring.event.DocumentRenamedEvent;
import org.xwiki.refactoring.event.DocumentRenamingEvent;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link ContactListener}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class ContactListenerTest
{
    private static final DocumentReference PROFILE = TestRows.page("D.Eva.WebHome");

    private static final DocumentReference MOVED = TestRows.page("E.Eva.WebHome");

    private static final Object SOURCE = new Object();

    @InjectMockComponents
    private ContactListener listener;

    @MockComponent
    private RemoteObservationManagerContext remote;

    @MockComponent
    private ObservationContext context;

    @MockComponent
    private Provider<PageChanges> changesProvider;

    @MockComponent
    private Provider<ContactStore> storeProvider;

    @MockComponent
    private Provider<ContactRights> rightsProvider;

    @MockComponent
    private Provider<Access> accessProvider;

    private final PageChanges changes = mock(PageChanges.class);

    private final ContactStore store = mock(ContactStore.class);

    private final ContactRights rights = mock(ContactRights.class);

    private final Access access = mock(Access.class);

    @BeforeEach
    void configure()
    {
        when(this.changesProvider.get()).thenReturn(this.changes);
        when(this.storeProvider.get()).thenReturn(this.store);
        when(this.rightsProvider.get()).thenReturn(this.rights);
        when(this.accessProvider.get()).thenReturn(this.access);
    }

    private void saved(Schema schema, String property, String before, String after)
    {
        when(this.changes.before(SOURCE)).thenReturn(state(schema, property, before));
        when(this.changes.after(SOURCE)).thenReturn(state(schema, property, after));
        this.listener.onEvent(new DocumentUpdatedEvent(PROFILE), SOURCE, null);
    }

    private static PageState state(Schema schema, String property, String value)
    {
        return new PageState(PROFILE, true, "T", "",
            asked -> asked == schema ? List.of(TestRows.row(PROFILE, property, value)) : List.of());
    }

    private static DefaultRequest move(boolean deep)
    {
        DefaultRequest request = new DefaultRequest();
        request.setProperty("deep", deep);
        return request;
    }

    @Test
    void contactDataIsDeletedWithItsProfileButNotWhenItMoves() throws Exception
    {
        when(this.changes.before(SOURCE)).thenReturn(state(Schema.EXPERT, "user", ""));
        when(this.context.isIn(any(DocumentRenamingEvent.class))).thenReturn(true);
        this.listener.onEvent(new DocumentDeletedEvent(PROFILE), SOURCE, null);
        verify(this.store, never()).delete(any());
        when(this.context.isIn(any(DocumentRenamingEvent.class))).thenReturn(false);
        this.listener.onEvent(new DocumentDeletedEvent(PROFILE), SOURCE, null);
        verify(this.store).delete(PROFILE);
    }

    @Test
    void contactDataFollowsAProfileThatMovesWithoutThePagesBelow() throws Exception
    {
        DocumentRenamedEvent event = new DocumentRenamedEvent(PROFILE, MOVED);
        this.listener.onEvent(event, SOURCE, move(false));
        verify(this.store, never()).move(any(), any());
        when(this.access.canView(ContactStore.page(PROFILE))).thenReturn(true);
        this.listener.onEvent(event, SOURCE, move(true));
        verify(this.store, never()).move(any(), any());
        this.listener.onEvent(event, SOURCE, move(false));
        verify(this.store).move(PROFILE, MOVED);
    }

    @Test
    void rightsFollowThePersonAndTheCurators() throws Exception
    {
        saved(Schema.EXPERT, "user", "XWiki.Eva", "XWiki.Eva");
        verify(this.store, never()).touch(any());
        saved(Schema.EXPERT, "user", "", "XWiki.Eva");
        verify(this.store).touch(PROFILE);
        saved(Schema.DIRECTORY, "curators", "A.B", "A.B");
        verify(this.rights, never()).renew(any());
        saved(Schema.DIRECTORY, "curators", "A.B", "A.C");
        verify(this.rights).renew(PROFILE);
    }

    @Test
    void whatAnotherMachineDoesItDoesWhole() throws Exception
    {
        when(this.remote.isRemoteState()).thenReturn(true);
        saved(Schema.EXPERT, "user", "", "XWiki.Eva");
        verify(this.store, never()).touch(any());
    }
}
