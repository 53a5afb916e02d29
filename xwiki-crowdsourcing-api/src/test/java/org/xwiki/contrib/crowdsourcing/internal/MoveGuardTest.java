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

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.KeptPages;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.job.DefaultRequest;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.refactoring.event.DocumentCopyingEvent;
import org.xwiki.refactoring.event.DocumentRenamingEvent;
import org.xwiki.refactoring.event.EntitiesCopyingEvent;
import org.xwiki.refactoring.event.EntitiesRenamingEvent;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests {@link MoveGuard}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class MoveGuardTest
{
    private static final String KEPT = "crowdsourcing.error.moveKept";

    private static final DocumentReference USER = TestRows.page("XWiki.Olga");

    private static final DocumentReference CHALLENGE = TestRows.page("I.C.WebHome");

    private static final DocumentReference SHEET = TestRows.page("I.C.Scores.s1");

    @RegisterExtension
    private final LogCaptureExtension log = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    private MoveGuard guard;

    @MockComponent
    private Provider<KeptPages> pagesProvider;

    @MockComponent
    private AuthorizationManager rights;

    @MockComponent
    private Provider<ContextualLocalizationManager> localizationProvider;

    private final KeptPages pages = mock(KeptPages.class);

    @BeforeEach
    void configure()
    {
        ContextualLocalizationManager localization = mock(ContextualLocalizationManager.class);
        when(localization.getTranslationPlain(anyString())).thenAnswer(call -> call.getArgument(0));
        when(this.localizationProvider.get()).thenReturn(localization);
        when(this.pagesProvider.get()).thenReturn(this.pages);
    }

    private static DefaultRequest request(EntityReference entity, boolean deep)
    {
        DefaultRequest request = new DefaultRequest();
        request.setProperty("entityReferences", List.of(entity));
        request.setProperty("deep", deep);
        request.setProperty("user.reference", USER);
        return request;
    }

    /** What is refused is in the log of the job, which the wiki shows. */
    private String move(DefaultRequest request)
    {
        EntitiesRenamingEvent event = new EntitiesRenamingEvent();
        this.guard.onEvent(event, this, request);
        if (event.isCanceled()) {
            assertEquals(event.getReason(), this.log.getMessage(this.log.size() - 1));
        }
        assertEquals(event.isCanceled() ? event.getReason() : null, request.getProperty(MoveGuard.REFUSAL));
        return event.isCanceled() ? event.getReason() : "";
    }

    @Test
    void whatIsKeptIsMovedByAdministratorsAlone() throws Exception
    {
        when(this.pages.hasKept(CHALLENGE.getLastSpaceReference())).thenReturn(true);
        assertEquals(KEPT, move(request(CHALLENGE, true)));
        assertEquals(KEPT, move(request(CHALLENGE.getLastSpaceReference(), false)));
        when(this.pages.isKept(SHEET)).thenReturn(true);
        assertEquals(KEPT, move(request(SHEET, true)));

        when(this.rights.hasAccess(Right.ADMIN, USER, CHALLENGE.getLastSpaceReference())).thenReturn(true);
        when(this.rights.hasAccess(Right.ADMIN, USER, SHEET)).thenReturn(true);
        assertEquals("", move(request(CHALLENGE, true)));
        assertEquals("", move(request(SHEET, true)));
        this.log.ignoreAllMessages();
    }

    @Test
    void oldAddressesLeadOnWhateverIsTicked() throws Exception
    {
        DefaultRequest request = request(CHALLENGE, true);
        request.setProperty("autoRedirect", false);
        assertEquals("", move(request));
        assertEquals(false, request.getProperty("autoRedirect"), "Pages of others are as they wish");
        when(this.pages.partsOf(CHALLENGE.getLastSpaceReference())).thenReturn(List.of(CHALLENGE));
        when(this.rights.hasAccess(any(), any(), any())).thenReturn(true);
        assertEquals("", move(request));
        assertEquals(true, request.getProperty("autoRedirect"));
        request = request(CHALLENGE.getLastSpaceReference(), false);
        assertEquals("", move(request));
        assertEquals(true, request.getProperty("autoRedirect"));
        request = request(SHEET, false);
        assertEquals("", move(request));
        assertNull(request.getProperty("autoRedirect"));
    }

    /** @return why it is refused to copy something, empty if it is not */
    private String copy(DefaultRequest request)
    {
        EntitiesCopyingEvent event = new EntitiesCopyingEvent();
        this.guard.onEvent(event, this, request);
        return event.isCanceled() ? event.getReason() : "";
    }

    @Test
    void whatSomebodyGaveForOneThingIsNotTakenToAnother() throws Exception
    {
        SpaceReference sheets = SHEET.getLastSpaceReference();
        when(this.pages.isFixed(SHEET)).thenReturn(true);
        when(this.pages.isDetached(sheets)).thenReturn(true);
        when(this.rights.hasAccess(Right.ADMIN, USER, SHEET)).thenReturn(true);
        when(this.rights.hasAccess(Right.ADMIN, USER, sheets)).thenReturn(true);
        for (DefaultRequest request : List.of(request(SHEET, false), request(sheets, false),
            request(PageReader.home(sheets), true))) {
            assertEquals(KEPT, move(request), "Who owns the initiative");
            assertEquals(KEPT, copy(request));
        }
        assertEquals("", copy(request(CHALLENGE, true)), "With its challenge");
        assertEquals("", copy(request(CHALLENGE, false)));
        when(this.rights.hasAccess(Right.ADMIN, USER, SHEET.getWikiReference())).thenReturn(true);
        assertEquals("", move(request(SHEET, false)));
        assertEquals("", copy(request(sheets, false)));
        this.log.ignoreAllMessages();
    }

    @Test
    void nothingIsMovedIfSomethingWouldBeLeftBehind() throws Exception
    {
        when(this.pages.partsOf(CHALLENGE.getLastSpaceReference())).thenReturn(List.of(CHALLENGE, SHEET));
        when(this.rights.hasAccess(any(), any(), any())).thenReturn(true);
        when(this.rights.hasAccess(Right.ADMIN, USER, CHALLENGE.getLastSpaceReference())).thenReturn(false);
        assertEquals("", move(request(CHALLENGE, true)));
        when(this.rights.hasAccess(Right.VIEW, USER, SHEET)).thenReturn(false);
        assertEquals(KEPT, move(request(CHALLENGE, true)));
        when(this.rights.hasAccess(Right.VIEW, USER, SHEET)).thenReturn(true);
        when(this.rights.hasAccess(Right.DELETE, USER, SHEET)).thenReturn(false);
        assertEquals(KEPT, move(request(CHALLENGE, true)));
        DefaultRequest trusted = request(CHALLENGE, true);
        trusted.setProperty("checkrights", false);
        assertEquals("", move(trusted));
        this.log.ignoreAllMessages();
    }

    @Test
    void aPageIsNotMovedWithoutWhatBelongsToIt() throws Exception
    {
        when(this.pages.hasParts(CHALLENGE)).thenReturn(true);
        when(this.rights.hasAccess(Right.ADMIN, USER, CHALLENGE)).thenReturn(true);
        assertEquals("crowdsourcing.error.moveAlone", move(request(CHALLENGE, false)));
        assertEquals("", move(request(TestRows.page("I.D.WebHome"), false)));
        this.log.ignoreAllMessages();
    }

    @Test
    void noPageTakesThePlaceOfOneThatIsKept() throws Exception
    {
        when(this.pages.isKept(SHEET)).thenReturn(true);
        DocumentRenamingEvent moved = new DocumentRenamingEvent(CHALLENGE, SHEET);
        this.guard.onEvent(moved, this, null);
        assertEquals("crowdsourcing.error.moveTaken", moved.getReason());
        DocumentCopyingEvent copied = new DocumentCopyingEvent(CHALLENGE, SHEET);
        this.guard.onEvent(copied, this, null);
        assertTrue(copied.isCanceled());
        DocumentRenamingEvent away = new DocumentRenamingEvent(SHEET, CHALLENGE);
        this.guard.onEvent(away, this, null);
        assertFalse(away.isCanceled(), "It moves with its challenge");
        this.log.ignoreAllMessages();
    }

    @Test
    void whatCannotBeCheckedIsNotMoved() throws Exception
    {
        when(this.pages.hasKept(any())).thenThrow(new CrowdsourcingException("broken", new Exception()));
        assertEquals("crowdsourcing.error.technical", move(request(CHALLENGE, true)));
    }
}
