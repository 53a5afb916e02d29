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
package org.xwiki.contrib.crowdsourcing.internal.agreement;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.agreement.Agreements;
import org.xwiki.contrib.crowdsourcing.agreement.Signature;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.expert.Curators;
import org.xwiki.contrib.crowdsourcing.internal.expert.ProfileStore;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests what experts are asked to sign, and how they sign.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList(AgreementStore.class)
class AgreementsTest
{
    private static final DocumentReference INITIATIVE = TestRows.page("I.WebHome");

    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final DocumentReference ENGAGEMENT = TestRows.page("I.C.Dialogue.Panel.e1");

    private static final DocumentReference EXPERT = TestRows.page("E.A.WebHome");

    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();

    @InjectMockComponents
    private DefaultAgreementManager manager;

    @InjectComponentManager
    private ComponentManager components;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private ProfileStore profiles;

    @MockComponent
    private Curators curators;

    @MockComponent
    private Things things;

    @MockComponent
    private Access access;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        when(this.pages.title(DIALOGUE)).thenReturn("Dialogue");
        when(this.writer.createHidden(any(), anyString(), any(), any())).thenReturn(true);
        when(this.curators.isOwn(EXPERT)).thenReturn(true);
        doThrow(new NotAllowedException(new FieldError("", "refused"))).when(this.access).require(false);
        initiative("agreements", List.of("conflict", "nda", "licence"), "nda", "Tell nobody.", "ndaVersion", "2",
            "licence", "Free", "licenceVersion", "1.0");
        engagement("expert", "E.A.WebHome", "state", "accepted");
    }

    private void initiative(Object... values) throws Exception
    {
        when(this.pages.nearest(any(), eq(Schema.INITIATIVE)))
            .thenReturn(Optional.of(TestRows.row(INITIATIVE, values)));
    }

    private Row engagement(Object... values) throws Exception
    {
        Row row = TestRows.row(ENGAGEMENT, values);
        when(this.things.find(ENGAGEMENT, Schema.ENGAGEMENT)).thenReturn(Optional.of(row));
        when(this.things.get(ENGAGEMENT, Schema.ENGAGEMENT)).thenReturn(row);
        when(this.pages.find(ENGAGEMENT, Schema.ENGAGEMENT)).thenReturn(Optional.of(row));
        return row;
    }

    private Agreements get() throws Exception
    {
        return this.manager.get(ENGAGEMENT).orElseThrow();
    }

    private void sign(String conflict, AgreementKind... accepted) throws Exception
    {
        this.manager.sign(ENGAGEMENT, new Signature(get().getStamp(), Set.of(accepted), conflict));
    }

    private void assertRefused(List<String> fields, String conflict, AgreementKind... accepted) throws Exception
    {
        CrowdsourcingException e = assertThrows(CrowdsourcingException.class, () -> sign(conflict, accepted));
        assertEquals(fields, e.getErrors().stream().map(FieldError::field).toList());
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    @Test
    void everythingIsSignedAtOnce() throws Exception
    {
        assertFalse(get().isComplete());
        assertRefused(List.of("conflict", "nda", "licence"), " \n ");
        assertRefused(List.of("nda"), "None.", AgreementKind.LICENCE);
        sign(" None. ", AgreementKind.NDA, AgreementKind.LICENCE);
        verify(this.writer).update(ENGAGEMENT, Schema.ENGAGEMENT, Map.of("conflict", "None.", "conflictOn", TODAY,
            "ndaVersion", "2", "ndaOn", TODAY, "licenceVersion", "1.0", "licenceOn", TODAY), "Signed by the expert");
        verify(this.writer).createHidden(any(), eq("nda"), eq(Schema.AGREEMENT),
            eq(Map.of("kind", "nda", "version", "2", "text", "Tell nobody.")));
    }

    @Test
    void aNewVersionAsksAgainForThatTextAlone() throws Exception
    {
        engagement("expert", "E.A.WebHome", "state", "accepted", "conflict", "None.", "conflictOn", "2026-01-01",
            "ndaVersion", "1", "ndaOn", "2026-01-01", "licenceVersion", "1.0", "licenceOn", "2026-01-01");
        assertEquals(List.of(AgreementKind.NDA), get().getMissing().stream().map(one -> one.kind()).toList());
        sign("", AgreementKind.NDA);
        verify(this.writer).update(ENGAGEMENT, Schema.ENGAGEMENT, Map.of("ndaVersion", "2", "ndaOn", TODAY),
            "Signed by the expert");
    }

    @Test
    void nothingIsAskedAtFirst() throws Exception
    {
        initiative("licence", "Free", "licenceVersion", "1.0");
        assertTrue(get().isComplete());
        assertEquals(List.of(), get().all());
        when(this.access.user()).thenReturn(TestRows.page("XWiki.A"));
        assertEquals(List.of(), this.manager.getPending(DIALOGUE));
        verify(this.profiles, never()).findByUser(any());
    }

    @Test
    void whatWasNotReadIsNotSigned() throws Exception
    {
        String read = get().getStamp();
        initiative("agreements", List.of("conflict", "nda", "licence"), "nda", "Tell few.", "ndaVersion", "2",
            "licence", "Free", "licenceVersion", "1.0");
        assertNotEquals(read, get().getStamp());
        Signature signature = new Signature(read, Set.of(AgreementKind.NDA, AgreementKind.LICENCE), "None.");
        assertThrows(ConflictException.class, () -> this.manager.sign(ENGAGEMENT, signature));
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    @Test
    void aVersionSaysOneThing() throws Exception
    {
        when(this.writer.createHidden(any(), eq("nda"), any(), any())).thenReturn(false);
        when(this.pages.find(any(), eq(Schema.AGREEMENT)))
            .thenReturn(Optional.of(TestRows.row(ENGAGEMENT, "kind", "nda", "version", "2", "text", "Tell all.")));
        assertThrows(ConflictException.class, () -> sign("None.", AgreementKind.NDA, AgreementKind.LICENCE));
        verify(this.writer, never()).update(any(), any(), any(), any());
        when(this.pages.find(any(), eq(Schema.AGREEMENT))).thenReturn(
            Optional.of(TestRows.row(ENGAGEMENT, "kind", "nda", "version", "2", "text", "Tell nobody.\r\n")));
        sign("None.", AgreementKind.NDA, AgreementKind.LICENCE);
    }

    @Test
    void onlyTheExpertInPersonSigns() throws Exception
    {
        Signature signature =
            new Signature(get().getStamp(), Set.of(AgreementKind.NDA, AgreementKind.LICENCE), "None.");
        when(this.curators.isOwn(EXPERT)).thenReturn(false);
        assertTrue(this.manager.get(ENGAGEMENT).isEmpty());
        assertThrows(NotAllowedException.class, () -> this.manager.sign(ENGAGEMENT, signature));
        when(this.access.canEdit(DIALOGUE)).thenReturn(true);
        assertEquals("Dialogue", get().title());
        assertThrows(NotAllowedException.class, () -> this.manager.sign(ENGAGEMENT, signature));
        when(this.things.get(ENGAGEMENT, Schema.ENGAGEMENT))
            .thenThrow(new NotFoundException(new FieldError("", "gone")));
        assertThrows(NotFoundException.class, () -> this.manager.sign(ENGAGEMENT, signature));
        verify(this.writer, never()).update(any(), any(), any(), any());
    }

    @Test
    void whoWasAskedIsTold() throws Exception
    {
        DocumentReference user = TestRows.page("XWiki.A");
        when(this.access.user()).thenReturn(user);
        when(this.profiles.findByUser(user)).thenReturn(Optional.of(EXPERT));
        Row accepted = engagement("expert", "E.A.WebHome", "state", "accepted");
        when(this.profiles.engagements(EXPERT)).thenReturn(List.of(accepted));
        assertEquals(List.of(get()), this.manager.getPending(null));
        assertEquals(List.of(get()), this.manager.getPending(DIALOGUE));
        assertEquals(List.of(), this.manager.getPending(TestRows.page("I.Other.WebHome")));
        Row declined = engagement("expert", "E.A.WebHome", "state", "declined");
        when(this.profiles.engagements(EXPERT)).thenReturn(List.of(declined));
        assertEquals(List.of(), this.manager.getPending(null));
    }

    @Test
    void whatSomebodySignedKeepsItsVersion() throws Exception
    {
        AgreementStore store = this.components.getInstance(AgreementStore.class);
        Row was = TestRows.row(INITIATIVE, "nda", "Tell nobody.", "ndaVersion", "1");
        Row now = TestRows.row(INITIATIVE, "nda", "Tell few.", "ndaVersion", "1");
        when(this.reader.objects()).thenAnswer(invocation -> new Statement("select"));
        when(this.reader.below(any(), any())).thenAnswer(invocation -> invocation.getArgument(0));
        assertFalse(store.isSignedOtherwise(INITIATIVE, AgreementKind.NDA, was, now), "Nobody signed it");
        // Before texts were kept.
        when(this.reader.find(any(), any())).thenReturn(List.of(new Found(1, "p", 0, "c", "t")));
        assertTrue(store.isSignedOtherwise(INITIATIVE, AgreementKind.NDA, was, now));
        Row next = TestRows.row(INITIATIVE, "nda", "Tell few.", "ndaVersion", "2");
        assertFalse(store.isSignedOtherwise(INITIATIVE, AgreementKind.NDA, was, next));
        when(this.pages.find(any(), eq(Schema.AGREEMENT)))
            .thenReturn(Optional.of(TestRows.row(ENGAGEMENT, "text", "Tell nobody.\r\n")));
        assertTrue(store.isSignedOtherwise(INITIATIVE, AgreementKind.NDA, next, now), "An old version comes back");
        assertFalse(store.isSignedOtherwise(INITIATIVE, AgreementKind.NDA, next, was));
        assertEquals(DIALOGUE, AgreementStore.dialogue(ENGAGEMENT));
    }
}
