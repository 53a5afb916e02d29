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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.util.List;

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.extension.ExtensionId;
import org.xwiki.extension.event.ExtensionInstalledEvent;
import org.xwiki.extension.event.ExtensionUninstalledEvent;
import org.xwiki.extension.event.ExtensionUninstallingEvent;
import org.xwiki.extension.event.ExtensionUpgradedEvent;
import org.xwiki.job.DefaultRequest;
import org.xwiki.job.event.JobFinishingEvent;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.observation.event.Event;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

/**
 * Tests {@link KeepListener}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class KeepListenerTest
{
    private static final String GROUP = "org.xwiki.contrib.crowdsourcing:xwiki-crowdsourcing-";

    private static final ExtensionId PAGES = new ExtensionId(GROUP + "ui", "1.0");

    private static final String WIKI = "wiki:sub";

    private static final WikiReference SUB = new WikiReference("sub");

    private static final DocumentReference ADMIN = TestRows.page("XWiki.Admin");

    @InjectMockComponents
    private KeepListener listener;

    @MockComponent
    private Provider<Keeper> keepers;

    @MockComponent
    private Provider<WikiDescriptorManager> wikis;

    @MockComponent
    private Execution execution;

    private final Keeper keeper = mock(Keeper.class);

    @BeforeEach
    void configure()
    {
        when(this.keepers.get()).thenReturn(this.keeper);
        when(this.execution.getContext()).thenReturn(new ExecutionContext());
    }

    private void tell(Event event)
    {
        // As the wiki asks who listens.
        if (this.listener.getEvents().stream().anyMatch(candidate -> candidate.getClass() == event.getClass()
            && candidate.matches(event)))
        {
            this.listener.onEvent(event, null, null);
        }
    }

    private void finish(String job, boolean remote)
    {
        DefaultRequest request = new DefaultRequest();
        request.setProperty("user.reference", ADMIN);
        request.setRemote(remote);
        tell(new JobFinishingEvent(List.of("extension"), job, request));
    }

    @Test
    void pagesAreKeptAtTheEndOfTheJob()
    {
        tell(new ExtensionUninstalledEvent(PAGES, WIKI));
        // Pages of the sample that nobody has changed are deleted until then.
        verifyNoInteractions(this.keeper);
        finish("uninstall", false);
        verify(this.keeper).keep(SUB, ADMIN);
        finish("uninstall", false);
        verifyNoMoreInteractions(this.keeper);
    }

    @Test
    void pagesAreRestored()
    {
        tell(new ExtensionInstalledEvent(PAGES, WIKI));
        finish("install", false);
        verify(this.keeper).restore(SUB, ADMIN);
        verifyNoMoreInteractions(this.keeper);
    }

    @Test
    void onTheWholeFarm() throws Exception
    {
        WikiDescriptorManager manager = mock(WikiDescriptorManager.class);
        when(this.wikis.get()).thenReturn(manager);
        when(manager.getAllIds()).thenReturn(List.of("xwiki", "sub"));
        tell(new ExtensionUninstalledEvent(PAGES, null));
        finish("uninstall", false);
        verify(this.keeper).keep(new WikiReference("xwiki"), ADMIN);
        verify(this.keeper).keep(SUB, ADMIN);
    }

    @Test
    void whatWritesTheTextIsUninstalledToo()
    {
        tell(new ExtensionUninstalledEvent(PAGES, WIKI));
        tell(new ExtensionUninstallingEvent(new ExtensionId(GROUP + "macros", "1.0"), WIKI));
        verify(this.keeper).keep(SUB, null);
        finish("uninstall", false);
        verifyNoMoreInteractions(this.keeper);
    }

    @Test
    void nothingElseDoesAnything()
    {
        tell(new ExtensionUpgradedEvent(PAGES, WIKI));
        tell(new ExtensionUninstallingEvent(PAGES, WIKI));
        tell(new ExtensionUninstalledEvent(new ExtensionId(GROUP + "sample", "1.0"), WIKI));
        tell(new ExtensionInstalledEvent(new ExtensionId("org.example:other", "1.0"), WIKI));
        tell(new ExtensionUninstalledEvent(PAGES, "user:somebody"));
        finish("install", false);
        finish("uninstall", false);
        // The other machine writes, and the database is one.
        tell(new ExtensionUninstalledEvent(PAGES, WIKI));
        finish("uninstall", true);
        finish("solr.indexer", false);
        verify(this.keeper, never()).keep(any(), any());
        verify(this.keeper, never()).restore(any(), any());
        assertFalse(this.listener.getEvents().isEmpty());
    }
}
