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
package org.xwiki.contrib.crowdsourcing.internal.brief;

import java.util.List;
import java.util.Optional;

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.bridge.event.DocumentCreatingEvent;
import org.xwiki.bridge.event.DocumentDeletingEvent;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.KeptPages;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.ObservationContext;
import org.xwiki.observation.event.AbstractCancelableEvent;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests {@link BriefVersionListener}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class BriefVersionListenerTest
{
    private static final DocumentReference VERSION = TestRows.page("I.C.Brief.V2");

    private static final Object SOURCE = new Object();

    @RegisterExtension
    private final LogCaptureExtension log = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    private BriefVersionListener listener;

    @MockComponent
    private Provider<PageChanges> changesProvider;

    @MockComponent
    private Provider<BriefPages> pagesProvider;

    @MockComponent
    private Provider<KeptPages> keptProvider;

    @MockComponent
    private Provider<PageWriter> writerProvider;

    @MockComponent
    private Provider<Access> accessProvider;

    @MockComponent
    private Provider<ContextualLocalizationManager> localizationProvider;

    @MockComponent
    private ObservationContext observation;

    private final KeptPages kept = mock(KeptPages.class);

    private final PageChanges changes = mock(PageChanges.class);

    private final BriefPages pages = mock(BriefPages.class);

    private final PageWriter writer = mock(PageWriter.class);

    private final Access access = mock(Access.class);

    @BeforeEach
    void configure() throws Exception
    {
        ContextualLocalizationManager localization = mock(ContextualLocalizationManager.class);
        when(localization.getTranslationPlain(anyString())).thenAnswer(call -> call.getArgument(0));
        when(this.changesProvider.get()).thenReturn(this.changes);
        when(this.pagesProvider.get()).thenReturn(this.pages);
        when(this.keptProvider.get()).thenReturn(this.kept);
        when(this.writerProvider.get()).thenReturn(this.writer);
        when(this.accessProvider.get()).thenReturn(this.access);
        when(this.localizationProvider.get()).thenReturn(localization);
        when(this.pages.findVersion(any())).thenReturn(Optional.empty());
        when(this.pages.findVersion(VERSION)).thenReturn(Optional.of(TestRows.row(VERSION)));
    }

    private <E extends AbstractCancelableEvent> E send(E event, DocumentReference page)
    {
        PageState state = new PageState(page, true, "T", "", schema -> List.of());
        when(this.changes.before(SOURCE)).thenReturn(state);
        when(this.changes.after(SOURCE)).thenReturn(state);
        this.listener.onEvent(event, SOURCE, null);
        return event;
    }

    @Test
    void nobodyChangesAVersion()
    {
        DocumentUpdatingEvent event = send(new DocumentUpdatingEvent(VERSION), VERSION);
        assertTrue(event.isCanceled());
        assertEquals("crowdsourcing.error.briefVersion", event.getReason());
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertTrue(send(new DocumentUpdatingEvent(VERSION), VERSION).isCanceled(), "Nor administrators");
        assertTrue(send(new DocumentCreatingEvent(VERSION), VERSION).isCanceled(), "Nor translates it in the wiki");
    }

    @Test
    void itIsSavedWhenItMovesWithItsBrief()
    {
        when(this.observation.isIn(any())).thenReturn(true);
        assertFalse(send(new DocumentUpdatingEvent(VERSION), VERSION).isCanceled());
        assertTrue(send(new DocumentDeletingEvent(VERSION), VERSION).isCanceled());
    }

    @Test
    void nobodyAddsToAPublishedVersion() throws Exception
    {
        DocumentReference published = TestRows.page("I.Roadmap.V1");
        when(this.kept.isRoadmapVersion(published)).thenReturn(true);
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertEquals("crowdsourcing.error.versionManaged",
            send(new DocumentUpdatingEvent(published), published).getReason());
        assertTrue(send(new DocumentCreatingEvent(published), published).isCanceled(), "Nor translates it");
        assertFalse(send(new DocumentDeletingEvent(published), published).isCanceled());
    }

    @Test
    void administratorsOfTheWikiDeleteIt()
    {
        assertTrue(send(new DocumentDeletingEvent(VERSION), VERSION).isCanceled());
        when(this.access.isAdministrator(VERSION)).thenReturn(true);
        assertTrue(send(new DocumentDeletingEvent(VERSION), VERSION).isCanceled(), "Not who owns the initiative");
        when(this.access.isAdministrator(VERSION.getWikiReference())).thenReturn(true);
        assertFalse(send(new DocumentDeletingEvent(VERSION), VERSION).isCanceled());
    }

    @Test
    void otherPagesAndManagersAreNotHindered()
    {
        DocumentReference third = TestRows.page("I.C.Brief.V3");
        assertFalse(send(new DocumentCreatingEvent(third), third).isCanceled());
        DocumentReference brief = TestRows.page("I.C.Brief.WebHome");
        assertFalse(send(new DocumentUpdatingEvent(brief), brief).isCanceled());
        when(this.writer.isManaged()).thenReturn(true);
        assertFalse(send(new DocumentUpdatingEvent(VERSION), VERSION).isCanceled());
    }

    @Test
    void whatCannotBeCheckedIsNotSaved() throws Exception
    {
        when(this.pages.findVersion(VERSION)).thenThrow(new CrowdsourcingException("broken", new Exception()));
        assertEquals("crowdsourcing.error.technical", send(new DocumentUpdatingEvent(VERSION), VERSION).getReason());
        assertTrue(this.log.getMessage(0).startsWith("Failed to check the page"));
    }
}
