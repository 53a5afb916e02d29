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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.expert.Contact;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultContactManager} with {@link Curators}, {@link ContactVeil} and the rules of the pages: who may know
 * how to reach an expert, and what is accepted.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({Curators.class})
class ContactsTest
{
    private static final DocumentReference PROFILE = TestRows.page("D.Eva.WebHome");

    private static final DocumentReference OTHER = TestRows.page("D.Other.WebHome");

    private static final DocumentReference RULES = TestRows.page("D.DirectorySettings");

    private static final DocumentReference EVA = TestRows.page("XWiki.Eva");

    private static final Object EVENT = new Object();

    @InjectMockComponents
    private DefaultContactManager manager;

    @InjectMockComponents
    private ContactVeil veils;

    @InjectMockComponents
    private ContactRule contactRule;

    @InjectMockComponents
    private DirectoryRule directoryRule;

    @InjectMockComponents
    private ExpertRule expertRule;

    @MockComponent
    private ContactStore store;

    @MockComponent
    private SettingsStore settings;

    @MockComponent
    private PageVeil veil;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageGuard guard;

    @MockComponent
    private Things things;

    @MockComponent
    private Access access;

    @BeforeEach
    void configure() throws Exception
    {
        Row row = TestRows.row(PROFILE, "user", "XWiki.Eva");
        when(this.pages.find(PROFILE, Schema.EXPERT)).thenReturn(Optional.of(row));
        when(this.things.get(PROFILE, Schema.EXPERT)).thenReturn(row);
        when(this.things.find(OTHER, Schema.EXPERT)).thenReturn(Optional.of(TestRows.row(OTHER)));
        when(this.store.settings(any())).thenReturn(Optional.of(TestRows.row(RULES, "curators",
            "I.Groups.Curators, J.Groups.Curators|I.Groups.Curators")));
        when(this.store.find(PROFILE)).thenReturn(Optional.of(new Contact("eva@example.org", "", "Kind")));
        when(this.veil.isVeiled(RULES)).thenReturn(true);
        when(this.access.canView(PROFILE)).thenReturn(true);
        when(this.access.user()).thenReturn(TestRows.page("XWiki.Somebody"));
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access).require(false);
    }

    private void curator()
    {
        when(this.access.canView(RULES)).thenReturn(true);
    }

    private void eva()
    {
        when(this.access.user()).thenReturn(EVA);
    }

    private String refusal(Contact contact)
    {
        CrowdsourcingException failure =
            assertThrows(CrowdsourcingException.class, () -> this.manager.save(PROFILE, contact));
        return failure.getErrors().get(0).field() + ' ' + failure.getErrors().get(0).messageKey();
    }

    private static Contact email(String email)
    {
        return new Contact(email, "", "");
    }

    @Test
    void curatorsAndTheExpertInPersonKnowAndNobodyElse() throws Exception
    {
        assertTrue(this.manager.get(PROFILE).isEmpty());
        assertThrows(NotAllowedException.class, () -> this.manager.save(PROFILE, email("a@example.org")));
        assertThrows(NotAllowedException.class, () -> this.manager.remove(PROFILE));
        assertThrows(NotAllowedException.class, () -> this.manager.find(PROFILE, "eva@example.org"));
        eva();
        assertEquals("eva@example.org", this.manager.get(PROFILE).orElseThrow().email());
        assertFalse(this.manager.isCurator(PROFILE));
        when(this.access.user()).thenReturn(null);
        when(this.access.isGuest()).thenReturn(true);
        curator();
        assertTrue(this.manager.get(PROFILE).isEmpty(), "Whatever the rights say, nobody who is not logged in");
        when(this.access.isGuest()).thenReturn(false);
        assertEquals("Kind", this.manager.get(PROFILE).orElseThrow().notes());
        verify(this.store, never()).save(any(), any());
    }

    @Test
    void settingsThatEverybodyMayViewMakeNobodyACurator() throws Exception
    {
        curator();
        when(this.veil.isVeiled(RULES)).thenReturn(false);
        assertFalse(this.manager.isCurator(PROFILE));
        when(this.veil.isVeiled(RULES)).thenReturn(true);
        when(this.store.settings(any())).thenReturn(Optional.empty());
        assertFalse(this.manager.isCurator(PROFILE));
        when(this.access.isAdministrator(PROFILE)).thenReturn(true);
        assertTrue(this.manager.isCurator(PROFILE));
    }

    @Test
    void theAddressIsKeptInSmallLettersAndNotesAreTheCurators() throws Exception
    {
        eva();
        this.manager.save(PROFILE, new Contact(" Eva.Expert@Example.ORG ", "+52 (55) 1234-5678 ext. 12", "Mine"));
        verify(this.store).save(PROFILE,
            Map.of("email", "eva.expert@example.org", "phone", "+52 (55) 1234-5678 ext. 12"));
        curator();
        this.manager.save(PROFILE, new Contact("", "", " Two\r\nlines "));
        verify(this.store).save(PROFILE, Map.of("email", "", "phone", "", "notes", "Two\nlines"));
    }

    @Test
    void anAddressIsThatOfOneExpertAndOnlyCuratorsAreToldWhose() throws Exception
    {
        when(this.store.find("taken@example.org")).thenReturn(List.of(PROFILE, OTHER));
        eva();
        assertEquals("email crowdsourcing.error.emailRefused", refusal(email("Taken@example.org")));
        curator();
        assertEquals("email crowdsourcing.error.emailTaken", refusal(email("Taken@example.org")));
        assertThrows(ConflictException.class, () -> this.manager.save(PROFILE, email("Taken@example.org")));
        when(this.store.find("taken@example.org")).thenReturn(List.of(PROFILE));
        this.manager.save(PROFILE, email("Taken@example.org"));
        verify(this.store).save(any(), any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eva", "eva@", "@example.org", "eva@example", "eva@example.", "eva@.org", "a b@example.org",
        "Eva <eva@example.org>", "eva@example.org, b@example.org", "eva@example..org", "eva..e@example.org",
        "eva@exam\u202Eple.org", "eva@example.org\u0000", "team:a@example.org,b@example.org;", "<eva@example.org>",
        "eva@ex ample.org", "ev\u00E1@example.org", "(x)eva@example.org", "=cmd@example"})
    void whatIsNoAddressIsRefused(String typed) throws Exception
    {
        curator();
        assertTrue(refusal(email(typed)).startsWith("email crowdsourcing.error."), typed);
        verify(this.store, never()).save(any(), any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eva@example.org", "eva.o'hara+list@sub.example.co.uk", "x@xn--bcher-kva.example",
        "1234@example.org"})
    void addressesOfAllKindsAreTaken(String typed) throws Exception
    {
        curator();
        this.manager.save(PROFILE, email(typed));
        verify(this.store).save(PROFILE, Map.of("email", typed, "phone", "", "notes", ""));
    }

    @ParameterizedTest
    @CsvSource({"call me, false", "+, false", "12, false", "+52 55 1234 5678, true", "0049/30-1234.567, true",
        "=1+1, false", "+1 555 0100 x12, true", "+52<b>55, false"})
    void telephoneNumbers(String typed, boolean accepted) throws Exception
    {
        curator();
        if (accepted) {
            this.manager.save(PROFILE, new Contact("", typed, ""));
        } else {
            assertEquals("phone crowdsourcing.error.phone", refusal(new Contact("", typed, "")));
        }
    }

    private static PageState state(DocumentReference page, Schema schema, Object... values)
    {
        return new PageState(page, true, "T", "",
            asked -> asked == schema ? List.of(TestRows.row(page, values)) : List.of());
    }

    private static PageState none(DocumentReference page)
    {
        return new PageState(page, false, "", "", asked -> List.of());
    }

    @Test
    void pagesAreForTheGroupsOfTheDirectoryAndTheExpert() throws Exception
    {
        this.veils.add(EVENT, state(ContactStore.page(PROFILE), Schema.CONTACT));
        verify(this.veil).reserve(EVENT, "XWiki.Eva", List.of("I.Groups.Curators", "J.Groups.Curators"));
        this.veils.add(EVENT, state(RULES, Schema.DIRECTORY, "curators", "K.Curators"));
        verify(this.veil).reserve(EVENT, "", List.of("K.Curators"));
        when(this.store.settings(any())).thenReturn(Optional.empty());
        this.veils.add(EVENT, state(ContactStore.page(OTHER), Schema.CONTACT));
        verify(this.veil).reserve(EVENT, "", List.of());
    }

    private static int errors(PageRule rule, PageState before, PageState after)
    {
        Inputs inputs = new Inputs();
        rule.checkChange(before, after, inputs);
        return inputs.errors().size();
    }

    @Test
    void nobodyButTheManagerAndAdministratorsWritesThem() throws Exception
    {
        PageState contact = state(ContactStore.page(PROFILE), Schema.CONTACT, "email", "a@example.org");
        PageState directory = state(RULES, Schema.DIRECTORY, "curators", "My.Group");
        eva();
        assertEquals(1, errors(this.contactRule, contact, contact));
        assertEquals(1, errors(this.contactRule, none(contact.page()), contact));
        assertEquals(1, errors(this.directoryRule, none(RULES), directory));
        curator();
        assertEquals(1, errors(this.contactRule, contact, contact));
        assertEquals(0, errors(this.contactRule, none(contact.page()), contact), "Moved with the profile");
        assertEquals(1, errors(this.directoryRule, directory, directory), "A curator does not make curators");
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertEquals(0, errors(this.contactRule, contact, contact));
        assertEquals(0, errors(this.directoryRule, directory, directory));
    }

    @Test
    void nobodyClaimsAProfileToReadItsContactData() throws Exception
    {
        PageState before = state(PROFILE, Schema.EXPERT, "user", "");
        PageState after = state(PROFILE, Schema.EXPERT, "user", "XWiki.Mallory");
        assertEquals(1, errors(this.expertRule, before, after));
        assertEquals(1, errors(this.expertRule, state(PROFILE, Schema.AREA), after), "The object was taken off before");
        assertEquals(0, errors(this.expertRule, after, after));
        when(this.store.find(PROFILE)).thenReturn(Optional.empty());
        assertEquals(0, errors(this.expertRule, before, after), "Nothing private is there");
        when(this.store.find(PROFILE)).thenReturn(Optional.of(email("a@example.org")));
        curator();
        assertEquals(0, errors(this.expertRule, before, after));
    }

    @ParameterizedTest
    @CsvSource({"D.Eva.WebHome, D.Eva.Contact", "D.Eva, D.Eva-Contact"})
    void eachProfileHasItsPlace(String profile, String contact)
    {
        assertEquals(TestRows.page(contact), ContactStore.page(TestRows.page(profile)));
        assertEquals(TestRows.page(profile), ContactStore.profile(TestRows.page(contact)));
    }
}
