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
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.expert.Contact;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.call.Secrets;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link PersonRegister}: one profile for each address, and what it says already stays.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class PersonRegisterTest
{
    private static final DocumentReference DIRECTORY = TestRows.page("D.WebHome");

    private static final DocumentReference KNOWN = TestRows.page("D.Ana.WebHome");

    private static final DocumentReference MADE = TestRows.page("D.p1.WebHome");

    private static final String ADDRESS = "ana@example.org";

    private static final Map<String, Object> GIVEN = Map.of("position", "Auditor", "country", "MX", "languages",
        List.of("es"), "gender", "", "consent", 1, "consentOn", "2026-01-01", "consentVersion", "1");

    private static final List<Map<String, Object>> ABLE =
        List.of(Map.of("area", "A.One", "level", "do"), Map.of("area", "A.Two", "level", "explain"));

    @InjectMockComponents
    private PersonRegister register;

    @MockComponent
    private ContactStore contacts;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private PageGuard guard;

    @MockComponent
    private Secrets secrets;

    @MockComponent
    private Access access;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.access.canEdit(any())).thenReturn(true);
        when(this.secrets.name('p', DIRECTORY.getLastSpaceReference(), ADDRESS)).thenReturn("p1");
        when(this.pages.find(MADE, Schema.EXPERT)).thenReturn(Optional.of(TestRows.row(MADE)));
        when(this.contacts.find(any(DocumentReference.class))).thenReturn(Optional.empty());
    }

    private DocumentReference register(String email) throws Exception
    {
        return this.register.register(DIRECTORY,
            new PersonRegister.Person("Ana", email, "n1", "At the university", GIVEN, ABLE));
    }

    private void know(Object... values) throws Exception
    {
        when(this.contacts.find(ADDRESS)).thenReturn(List.of(KNOWN));
        when(this.contacts.find(KNOWN)).thenReturn(Optional.of(new Contact(ADDRESS, "", "")));
        when(this.pages.find(KNOWN, Schema.EXPERT)).thenReturn(Optional.of(TestRows.row(KNOWN, values)));
    }

    @Test
    void whoIsNewGetsAProfileUnderANameMadeFromTheAddress() throws Exception
    {
        assertEquals(MADE, register(" ANA@Example.org "));
        verify(this.writer).create(MADE, "Ana", Schema.EXPERT, Map.of("position", "Auditor", "country", "MX",
            "languages", List.of("es"), "consent", 1, "consentOn", "2026-01-01", "consentVersion", "1"), false);
        verify(this.contacts).save(MADE, Map.of("email", ADDRESS, "notes", "At the university"));
        verify(this.guard).enter(new DocumentReference("xwiki", "email", '@' + ADDRESS));
        verify(this.guard).leave(new DocumentReference("xwiki", "email", '@' + ADDRESS));
    }

    @Test
    void whoIsKnownKeepsWhatTheProfileSays() throws Exception
    {
        know("position", "Director", "languages", List.of());
        when(this.pages.all(KNOWN, Schema.EXPERTISE)).thenReturn(List.of(TestRows.row(KNOWN, "area", "A.One")));
        assertEquals(KNOWN, register("Ana@example.org"));
        verify(this.writer, never()).create(any(), any(), any(), any(), anyBoolean());
        // Whoever typed the address agrees to nothing for who has it.
        verify(this.writer).fill(KNOWN, "Title of Ana", Map.of(Schema.EXPERT, List.of(Map.of("country", "MX",
            "languages", List.of("es"))), Schema.EXPERTISE, List.of(Map.of(), ABLE.get(1))), "");
        verify(this.contacts, never()).save(any(), any());
    }

    @Test
    void consentThatWasGivenIsNotGivenAnew() throws Exception
    {
        know("position", "Director", "country", "PE", "languages", List.of("qu"), "consent", 1, "consentOn",
            "2025-01-01");
        register(ADDRESS);
        verify(this.writer).fill(KNOWN, "Title of Ana",
            Map.of(Schema.EXPERT, List.of(Map.of()), Schema.EXPERTISE, ABLE), "");
    }

    @Test
    void whoMayNotEditAProfileLeavesItAlone() throws Exception
    {
        know();
        when(this.access.canEdit(KNOWN)).thenReturn(false);
        assertEquals(KNOWN, register(ADDRESS));
        verify(this.writer, never()).fill(any(), any(), any(), any());
    }

    @Test
    void anAddressOfAnotherDirectoryIsRefused() throws Exception
    {
        DocumentReference other = TestRows.page("Other.Ana.WebHome");
        when(this.contacts.find(ADDRESS)).thenReturn(List.of(other));
        when(this.pages.find(other, Schema.EXPERT)).thenReturn(Optional.of(TestRows.row(other)));
        assertThrows(ConflictException.class, () -> register(ADDRESS));
        verify(this.writer, never()).create(any(), any(), any(), any(), anyBoolean());
    }

    @Test
    void withoutAnAddressTheKeyMakesTheName() throws Exception
    {
        when(this.secrets.name('p', DIRECTORY.getLastSpaceReference(), "n1")).thenReturn("p1");
        assertEquals(MADE, register(""));
        verify(this.contacts).save(MADE, Map.of("notes", "At the university"));
        verify(this.contacts, never()).find("");
    }
}
