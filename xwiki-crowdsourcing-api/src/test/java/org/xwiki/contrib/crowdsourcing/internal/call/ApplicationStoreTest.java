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
package org.xwiki.contrib.crowdsourcing.internal.call;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link ApplicationStore} with {@link Secrets}, {@link ApplicationVeil} and {@link ApplicationRule}: where
 * applications are, and for whom.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class ApplicationStoreTest
{
    private static final DocumentReference CALL = TestRows.page("I.Call.WebHome");

    private static final DocumentReference SECRET = TestRows.page("I.Call.Secret");

    private static final Object EVENT = new Object();

    @RegisterExtension
    private LogCaptureExtension log = new LogCaptureExtension(LogLevel.WARN);

    @InjectMockComponents
    private ApplicationStore store;

    @InjectMockComponents
    private ApplicationVeil veils;

    @InjectMockComponents
    private ApplicationRule rule;

    @InjectMockComponents
    private SecretRule secretRule;

    @MockComponent
    private Secrets secrets;

    @MockComponent
    private ApplicationView view;

    @MockComponent
    private PageVeil veil;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private PageGuard guard;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private Access access;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.secrets.name('a', CALL.getLastSpaceReference(), "ana@example.org")).thenReturn("a1");
    }

    private DocumentReference receive() throws Exception
    {
        return this.store.receive(CALL, ApplicationKind.APPLICATION, "ana@example.org", Map.of("name", "Ana"));
    }

    @Test
    void theSecondOneIsKeptBesideTheFirstAndWaits() throws Exception
    {
        DocumentReference page = TestRows.page("I.Call.a1");
        when(this.writer.createHidden(page, "Application", Schema.APPLICATION,
            Map.of("name", "Ana", "kind", "application", "state", "waiting", "count", 1))).thenReturn(true)
            .thenReturn(false);
        assertEquals(page, receive());
        verify(this.writer, never()).fill(any(), any(), any(), any());
        when(this.pages.all(page, Schema.APPLICATION)).thenReturn(Collections.nCopies(2, TestRows.row(page)));
        receive();
        verify(this.writer).fill(page, "Application", Map.of(Schema.APPLICATION,
            List.of(Map.of("state", "waiting", "count", 3), Map.of(), Map.of("name", "Ana"))), "");
    }

    @Test
    void nobodyIsListenedToForEver() throws Exception
    {
        DocumentReference page = TestRows.page("I.Call.a1");
        when(this.pages.all(page, Schema.APPLICATION))
            .thenReturn(Collections.nCopies(ApplicationStore.MOST_OF_ONE, TestRows.row(page)));
        receive();
        verify(this.writer, never()).fill(any(), any(), any(), any());
        assertFalse(this.log.getMessage(0).contains("example"), "The address is private");
    }

    @Test
    void manyWithinAnHourAreTooMany() throws Exception
    {
        when(this.reader.serialize(any())).thenReturn("I.Call");
        when(this.reader.list(any(), any())).thenReturn(Collections.nCopies(199, "x"));
        assertFalse(this.store.isBusy(CALL));
        when(this.reader.list(any(), any())).thenReturn(Collections.nCopies(200, "x"));
        assertTrue(this.store.isBusy(CALL));
    }

    @Test
    void namesAreNotToBeGuessed() throws Exception
    {
        Secrets own = this.ownSecrets();
        when(this.pages.find(SECRET, Schema.SECRET)).thenReturn(Optional.of(TestRows.row(SECRET, "value", "abc")));
        String name = own.name('a', CALL.getLastSpaceReference(), "ana@example.org");
        assertEquals(name, own.name('a', CALL.getLastSpaceReference(), "ana@example.org"));
        when(this.pages.find(SECRET, Schema.SECRET)).thenReturn(Optional.of(TestRows.row(SECRET, "value", "abd")));
        assertNotEquals(name, own.name('a', CALL.getLastSpaceReference(), "ana@example.org"));
        verify(this.writer, never()).createHidden(any(), any(), any(), any());
        when(this.pages.find(SECRET, Schema.SECRET)).thenReturn(Optional.empty())
            .thenReturn(Optional.of(TestRows.row(SECRET, "value", "of another machine")));
        own.name('a', CALL.getLastSpaceReference(), "ana@example.org");
        ArgumentCaptor<Map<String, Object>> made = ArgumentCaptor.captor();
        verify(this.writer).createHidden(eq(SECRET), any(), eq(Schema.SECRET), made.capture());
        assertTrue(made.getValue().get("value").toString().matches("[0-9a-f]{48}"));
    }

    private Secrets ownSecrets() throws Exception
    {
        Secrets own = new Secrets();
        for (var field : Secrets.class.getDeclaredFields()) {
            field.setAccessible(true);
            if (field.getType() == PageReader.class) {
                field.set(own, this.pages);
            } else if (field.getType() == PageWriter.class) {
                field.set(own, this.writer);
            }
        }
        return own;
    }

    @Test
    void applicationsAreForOwnersAndCurators() throws Exception
    {
        Row initiative = TestRows.row(TestRows.page("I.WebHome"), "owner", "XWiki.Olga", "ownersGroup", "I.Owners",
            "curatorsGroup", "I.Curators", "researchersGroup", "I.Researchers");
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(Optional.of(initiative));
        this.veils.add(EVENT, state(true));
        verify(this.veil).reserve(EVENT, "XWiki.Olga", List.of("I.Owners", "I.Curators"));
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE))).thenReturn(Optional.empty());
        this.veils.add(EVENT, state(true));
        verify(this.veil).reserve(EVENT, "", List.of());
    }

    private static PageState state(boolean exists)
    {
        DocumentReference page = TestRows.page("I.Call.a1");
        return new PageState(page, exists, "T", "", schema -> exists ? List.of(TestRows.row(page)) : List.of());
    }

    @Test
    void nobodyWritesThemByHandButWhoMovesOrAdministrates()
    {
        assertEquals(2, errors(state(true)));
        assertEquals(2, errors(state(false)));
        when(this.access.canEdit(any())).thenReturn(true);
        assertEquals(2, errors(state(true)), "A curator does not write applications");
        assertEquals(0, errors(state(false)), "Moved with the initiative");
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertEquals(0, errors(state(true)));
    }

    private int errors(PageState before)
    {
        Inputs inputs = new Inputs();
        this.rule.checkChange(before, state(true), inputs);
        this.secretRule.checkChange(before, state(true), inputs);
        return inputs.errors().size();
    }
}
