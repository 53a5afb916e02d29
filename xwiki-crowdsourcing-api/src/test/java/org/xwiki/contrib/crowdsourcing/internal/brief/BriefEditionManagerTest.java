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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefEdition;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditions;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
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
 * Tests the versions and the translations of briefs.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({BriefPages.class, Things.class})
class BriefEditionManagerTest
{
    private static final DocumentReference BRIEF = TestRows.page("I.C.Brief.WebHome");

    private static final DocumentReference FIRST = TestRows.page("I.C.Brief.V1");

    private static final DocumentReference SECOND = TestRows.page("I.C.Brief.V2");

    private static final DocumentReference SPANISH = TestRows.page("I.C.Brief.es.WebHome");

    private static final DocumentReference SPANISH_FIRST = TestRows.page("I.C.Brief.es.V1");

    @InjectMockComponents
    private DefaultBriefEditionManager manager;

    @InjectComponentManager
    private MockitoComponentManager components;

    @MockComponent
    private BriefStore store;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private Access access;

    private final Map<DocumentReference, Row> rows = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        doThrow(new NotAllowedException(new FieldError("", "no"))).when(this.access).require(false);
        when(this.access.canView(any())).thenReturn(true);
        when(this.access.canEdit(any())).thenReturn(true);
        when(this.pages.find(any(), eq(Schema.BRIEF)))
            .thenAnswer(call -> Optional.ofNullable(this.rows.get(call.<DocumentReference>getArgument(0))));
        when(this.pages.exists(any()))
            .thenAnswer(call -> this.rows.containsKey(call.<DocumentReference>getArgument(0)));
        when(this.store.editions(BRIEF)).thenAnswer(call -> this.rows.values().stream()
            .filter(row -> BriefPages.edition(row) != BriefEdition.ORIGINAL).toList());
        when(this.store.load(any())).thenAnswer(call -> brief(call.getArgument(0)));
        put(BRIEF, "state", "frozen", "version", 2, "language", "en", "problem", "Now", "frozenRevision", "7.1");
        put(FIRST, "edition", "version", "state", "frozen", "version", 1, "frozenOn", "2017-05-02T15:00:00Z");
        put(SECOND, "edition", "version", "state", "frozen", "version", 2, "problem", "Second");
        put(SPANISH, "edition", "translation", "state", "draft", "translates", 1, "language", "es", "version", 1);
        put(SPANISH_FIRST, "edition", "version", "state", "frozen", "version", 1, "translates", 1, "language", "es");
    }

    private void put(DocumentReference page, Object... values)
    {
        this.rows.put(page, TestRows.row(page, values));
    }

    private static Brief brief(Row row)
    {
        return new Brief(row.page(), row.title(), Map.of(BriefSection.PROBLEM, row.text("problem")), List.of(),
            row.option("state", BriefState.DRAFT), row.number("version"), row.instant("frozenOn"),
            row.text("frozenRevision"), BriefPages.edition(row), row.text("language"), row.number("translates"));
    }

    private static List<String> versions(BriefEditions editions)
    {
        List<String> result = new ArrayList<>();
        editions.versions().forEach(version -> result.add(version.number() + "="
            + (version.page() == null ? version.revision() : TestRows.local(version.page()))));
        return result;
    }

    @Test
    void versionsAndLanguagesOfEachPage() throws Exception
    {
        for (DocumentReference page : List.of(BRIEF, FIRST, SECOND)) {
            BriefEditions editions = this.manager.getEditions(page);
            assertEquals(BRIEF, editions.original());
            assertEquals(BRIEF, editions.text());
            assertEquals(2, editions.last());
            assertEquals(List.of("2=I.C.Brief.V2", "1=I.C.Brief.V1"), versions(editions));
            assertEquals(List.of("en 0 false", "es 1 true"), editions.languages().stream()
                .map(one -> one.language() + " " + one.translates() + " " + one.outdated()).toList());
        }
        for (DocumentReference page : List.of(SPANISH, SPANISH_FIRST)) {
            BriefEditions editions = this.manager.getEditions(page);
            assertEquals(BRIEF, editions.original());
            assertEquals(SPANISH, editions.text());
            assertEquals(List.of("1=I.C.Brief.es.V1"), versions(editions));
            assertEquals(2, editions.languages().size());
        }
    }

    @Test
    void whatWasFrozenBeforeThereWerePagesOfVersionsIsInTheHistory() throws Exception
    {
        this.rows.keySet().retainAll(List.of(BRIEF));
        assertEquals(List.of("2=7.1"), versions(this.manager.getEditions(BRIEF)));
        assertEquals(List.of(), this.manager.getEditions(BRIEF).languages());
        Brief then = brief(this.rows.get(BRIEF));
        when(this.store.at(BRIEF, "7.1")).thenReturn(Optional.of(then));
        assertSame(then, this.manager.getText(BRIEF, 2).orElseThrow());
        assertTrue(this.manager.getText(BRIEF, 1).isEmpty());
    }

    @Test
    void whatMayNotBeSeenIsNotThere() throws Exception
    {
        when(this.access.canView(any()))
            .thenAnswer(call -> BRIEF.equals(call.<DocumentReference>getArgument(0)));
        assertEquals(List.of("2=7.1"), versions(this.manager.getEditions(BRIEF)));
        assertEquals(List.of(), this.manager.getEditions(BRIEF).languages());
        assertTrue(this.manager.getText(BRIEF, 1).isEmpty());
        assertThrows(NotFoundException.class, () -> this.manager.getEditions(SPANISH));
    }

    @Test
    void theTextOfAVersion() throws Exception
    {
        assertEquals("Second", this.manager.getText(BRIEF, 2).orElseThrow().section(BriefSection.PROBLEM));
        assertEquals("Now", this.manager.getText(BRIEF, 0).orElseThrow().section(BriefSection.PROBLEM));
        assertTrue(this.manager.getText(BRIEF, 3).isEmpty());
        assertEquals(SECOND, this.manager.getFrozen(brief(this.rows.get(BRIEF))).reference());
        put(BRIEF, "state", "draft");
        assertEquals(BRIEF, this.manager.getFrozen(brief(this.rows.get(BRIEF))).reference());
        // A page of somebody else is no version.
        put(TestRows.page("I.C.Brief.V3"), "version", 3);
        assertTrue(this.manager.getText(BRIEF, 3).isEmpty());
    }

    private List<String> refused(String language, String title)
    {
        return assertThrows(CrowdsourcingException.class, () -> this.manager.translate(BRIEF, language, title))
            .getErrors().stream().map(error -> error.field() + ":" + error.messageKey().replaceAll(".*\\.", ""))
            .toList();
    }

    @Test
    void aTranslationBeginsWithTheFrozenText() throws Exception
    {
        DocumentReference page = TestRows.page("I.C.Brief.ar.WebHome");
        when(this.pages.all(SECOND, Schema.EVIDENCE))
            .thenReturn(List.of(TestRows.row(SECOND, "uid", "e1", "claim", "C")));
        when(this.writer.createFilled(any(), any(), any(), any(), any())).thenReturn(page);
        assertEquals(page, this.manager.translate(BRIEF, "ar", " \u0627 "));
        ArgumentCaptor<Map<Schema, List<Map<String, Object>>>> saved = ArgumentCaptor.captor();
        verify(this.writer).createFilled(eq(BRIEF.getLastSpaceReference()), eq("ar"), eq("\u0627"), eq(Schema.BRIEF),
            saved.capture());
        Map<String, Object> values = saved.getValue().get(Schema.BRIEF).get(0);
        assertEquals(List.of("Second", 2, "draft", "translation", "ar"), List.of(values.get("problem"),
            values.get("translates"), values.get("state"), values.get("edition"), values.get("language")));
        assertNull(values.get("version"), "It has no version of its own yet");
        assertEquals("e1", saved.getValue().get(Schema.EVIDENCE).get(0).get("uid"));
    }

    @Test
    void translationsThatAreRefused() throws Exception
    {
        assertEquals(List.of("language", "title"), refused(" ", "").stream()
            .map(error -> error.replaceAll(":.*", "")).toList());
        assertEquals(List.of("language:unknownValue"), refused("../x", "T"));
        assertEquals(List.of("language:translationExists"), refused("es", "T"));
        assertEquals(List.of("language:translationExists"), refused("en", "T"));
        put(BRIEF, "state", "draft");
        assertEquals(List.of(":briefNotFrozen"), refused("ar", "T"));
        for (DocumentReference page : List.of(SECOND, SPANISH)) {
            assertFalse(this.manager.canTranslate(page));
            assertThrows(NotAllowedException.class, () -> this.manager.translate(page, "ar", "T"));
        }
        when(this.access.canEdit(any())).thenReturn(false);
        assertThrows(NotAllowedException.class, () -> this.manager.translate(BRIEF, "ar", "T"));
        verify(this.writer, never()).createFilled(any(), any(), any(), any(), any());
    }

    @Test
    void aTranslationFollowsWithTheEvidenceThatItLacks() throws Exception
    {
        when(this.pages.all(SPANISH, Schema.EVIDENCE))
            .thenReturn(List.of(TestRows.row(SPANISH, "uid", "e1", "claim", "Traducida")));
        when(this.pages.all(SECOND, Schema.EVIDENCE)).thenReturn(List.of(
            TestRows.row(SECOND, "uid", "e1", "claim", "C"), TestRows.row(SECOND, "uid", "e2", "claim", "New")));
        this.manager.bringUpToDate(SPANISH);
        verify(this.writer).update(eq(SPANISH), eq(Schema.BRIEF), eq(Map.of("translates", 2)), anyString());
        ArgumentCaptor<List<Map<String, Object>>> added = ArgumentCaptor.captor();
        verify(this.writer).add(eq(SPANISH), eq(Schema.EVIDENCE), added.capture());
        assertEquals(List.of("e2"), added.getValue().stream().map(values -> values.get("uid")).toList());
        assertThrows(ConflictException.class, () -> this.manager.bringUpToDate(BRIEF));
        put(SPANISH, "edition", "translation", "state", "frozen", "translates", 1, "language", "es");
        assertThrows(ConflictException.class, () -> this.manager.bringUpToDate(SPANISH));
    }

    @Test
    void aVersionIsACopyThatStandsBesideItsBrief() throws Exception
    {
        BriefPages editions = this.components.getInstance(BriefPages.class);
        put(BRIEF, "state", "frozen", "version", 3, "problem", "Third", "access", "panel", "frozenRevision", "9.1");
        when(this.pages.all(BRIEF, Schema.EVIDENCE)).thenReturn(List.of(TestRows.row(BRIEF, "uid", "e1")));
        editions.checkFree(BRIEF, 3);
        editions.createVersion(BRIEF);
        ArgumentCaptor<Map<Schema, List<Map<String, Object>>>> saved = ArgumentCaptor.captor();
        verify(this.writer).createHidden(eq(TestRows.page("I.C.Brief.V3")), eq("Title of Brief"), saved.capture());
        Map<String, Object> values = saved.getValue().get(Schema.BRIEF).get(0);
        assertEquals(List.of("Third", 3, "frozen", "version", "", ""), List.of(values.get("problem"),
            values.get("version"), values.get("state"), values.get("edition"), values.get("access"),
            values.get("frozenRevision")));
        assertEquals("e1", saved.getValue().get(Schema.EVIDENCE).get(0).get("uid"));
        assertThrows(ConflictException.class, () -> editions.checkFree(BRIEF, 2));
    }
}
