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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.ImportPlan;
import org.xwiki.contrib.crowdsourcing.expert.ImportProblem;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link ImportPlanner} and {@link Importer}: what a file of many lines does, and what it does not.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class ImportsTest
{
    private static final int LINES = 10000;

    private static final int BROKEN = 100;

    private static final DocumentReference DIRECTORY = TestRows.page("D.WebHome");

    @InjectMockComponents
    private ImportPlanner planner;

    @InjectMockComponents
    private Importer importer;

    @MockComponent
    private ContactStore contacts;

    @MockComponent
    private AreaStore areas;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private Access access;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    private final Map<String, DocumentReference> known = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.contacts.addresses()).thenReturn(this.known);
        when(this.access.canEdit(any())).thenReturn(true);
        when(this.access.refusal()).thenReturn(new FieldError("", "crowdsourcing.error.notAllowed"));
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local(call.getArgument(0, EntityReference.class)));
        when(this.reader.resolve(anyString(), any())).thenAnswer(call -> TestRows.page(call.getArgument(0)));
        when(this.reader.read(any(), any(), any(Schema[].class))).thenReturn(new Rows(Map.of()));
    }

    /** Every hundredth line is broken: an address that is none, a quote that is never closed. */
    private static String file()
    {
        StringBuilder text = new StringBuilder("name,email,country\n");
        for (int i = 1; i <= LINES; i++) {
            boolean broken = i % BROKEN == 0;
            text.append(broken && i % (2 * BROKEN) == 0 ? "\"Expert " : "Expert ").append(i).append(",e").append(i)
                .append(broken && i % (2 * BROKEN) != 0 ? " at " : "@").append("example.org,MX\n");
        }
        return text.toString();
    }

    @Test
    void everyBrokenLineOfManyIsNamedAndNoOther() throws Exception
    {
        ImportPlanner.Planned planned = this.planner.plan(DIRECTORY, file());
        ImportPlan plan = planned.plan();
        assertEquals(IntStream.rangeClosed(1, LINES / BROKEN).mapToObj(i -> i * BROKEN + 1).toList(),
            plan.problems().stream().map(ImportProblem::line).distinct().toList());
        assertEquals(LINES / BROKEN, plan.getBroken());
        assertEquals(LINES - LINES / BROKEN, plan.created());
        assertTrue(planned.steps().stream().noneMatch(step -> (step.number() - 1) % BROKEN == 0));
    }

    @Test
    void whatIsThereAlreadyChangesNothing() throws Exception
    {
        Map<DocumentReference, Map<Schema, List<Row>>> stored = new HashMap<>();
        Map<DocumentReference, String> titles = new HashMap<>();
        for (int i = 1; i <= LINES; i++) {
            DocumentReference profile = TestRows.page("D.E" + i + ".WebHome");
            titles.put(profile, "Expert " + i);
            this.known.put("e" + i + "@example.org", profile);
            stored.put(profile, Map.of(Schema.EXPERT,
                List.of(new Row(profile, "Expert " + i, 0, Map.of("country", "MX"), TestRows.RESOLVER))));
            DocumentReference contact = ContactStore.page(profile);
            stored.put(contact, Map.of(Schema.CONTACT, List.of(TestRows.row(contact, "email", "e" + i + "@example.org"))));
        }
        when(this.reader.titles(any())).thenReturn(titles);
        when(this.reader.read(any(), any(), any(Schema[].class))).thenReturn(new Rows(stored));
        ImportPlan plan = this.planner.plan(DIRECTORY, file()).plan();
        assertEquals(0, plan.created() + plan.updated());
        assertEquals(LINES - LINES / BROKEN, plan.unchanged());
        ImportPlan changed = this.planner.plan(DIRECTORY, "email,name,country\nE7@EXAMPLE.ORG,Expert 7,ES\n"
            + "e8@example.org,Expert 8,").plan();
        assertEquals(1, changed.updated(), "An empty cell changes nothing");
        assertEquals(1, changed.unchanged());
        stored.remove(TestRows.page("D.E9.WebHome"));
        ImportPlan nameless = this.planner.plan(DIRECTORY, "email,name\ne9@example.org,Expert 9\ne10@example.org,Ten")
            .plan();
        assertEquals(1, nameless.unchanged(), "Of a profile that holds nothing but its title there is no row");
        assertEquals(1, nameless.updated(), "Another name");
    }

    @Test
    void noTwoLinesAreAboutOneExpertAndNoneAboutAnotherDirectory() throws Exception
    {
        this.known.put("far@example.org", TestRows.page("Elsewhere.Far.WebHome"));
        ImportPlan plan = this.planner.plan(DIRECTORY,
            "email,name\na@example.org,A\nA@Example.org,B\nfar@example.org,C").plan();
        assertEquals(List.of("3 crowdsourcing.error.csvTwice", "4 crowdsourcing.error.csvElsewhere"),
            plan.problems().stream().map(found -> found.line() + " " + found.error().messageKey()).toList());
        assertEquals(1, plan.created());
    }

    @Test
    void aProfileThatTheCuratorMayNotEditIsLeftAsItIs() throws Exception
    {
        DocumentReference locked = TestRows.page("D.Locked.WebHome");
        this.known.put("a@example.org", locked);
        when(this.access.canEdit(locked)).thenReturn(false);
        ImportPlanner.Planned planned = this.planner.plan(DIRECTORY, "email,name\na@example.org,A\nb@example.org,B");
        assertEquals(List.of("2 crowdsourcing.error.notAllowed"), planned.plan().problems().stream()
            .map(found -> found.line() + " " + found.error().messageKey()).toList());
        assertEquals(List.of(3), planned.steps().stream().map(ImportStep::number).toList());
    }

    @ParameterizedTest
    @CsvSource({"'', required", "'email\na@example.org', csvColumnMissing", "'name;email;bank', csvColumnUnknown",
        "'name,email,name', csvColumnUnknown"})
    void aFileThatIsNone(String text, String key)
    {
        CrowdsourcingException failure =
            assertThrows(CrowdsourcingException.class, () -> this.planner.plan(DIRECTORY, text));
        assertEquals(List.of("csv crowdsourcing.error." + key), failure.getErrors().stream()
            .map(error -> error.field() + ' ' + error.messageKey()).toList());
    }

    private ImportStep step(DocumentReference profile)
    {
        return new ImportStep(2, new ImportLine(Map.of("name", "Ana", "email", "ana@example.org"), Map.of()), profile);
    }

    @Test
    void noLineIsHalfImported() throws Exception
    {
        DocumentReference created = TestRows.page("D.Ana.WebHome");
        when(this.writer.createFilled(any(), any(), any(), any(), any())).thenReturn(created);
        doThrow(new CrowdsourcingException(new FieldError("", "no"))).when(this.contacts).save(any(), any());
        assertThrows(CrowdsourcingException.class, () -> this.importer.execute(DIRECTORY, step(null)));
        verify(this.writer).delete(created);
    }

    @Test
    void whatWasChangedSinceIsNotUndone() throws Exception
    {
        DocumentReference profile = TestRows.page("D.Ana.WebHome");
        ImportStore.Entry entry = new ImportStore.Entry("D.Ana.WebHome", "", "1.1", "", "1.1");
        assertTrue(this.importer.undo(entry, DIRECTORY), "It is deleted already");
        when(this.pages.exists(profile)).thenReturn(true);
        when(this.pages.version(any())).thenReturn("1.1");
        when(this.pages.find(ContactStore.page(profile), Schema.CONTACT))
            .thenReturn(Optional.of(TestRows.row(ContactStore.page(profile))));
        when(this.pages.version(profile)).thenReturn("2.1");
        assertFalse(this.importer.undo(entry, DIRECTORY));
        verify(this.writer, never()).delete(any());
        when(this.pages.version(profile)).thenReturn("1.1");
        assertTrue(this.importer.undo(entry, DIRECTORY));
        verify(this.contacts).erase(profile);
        verify(this.writer).delete(profile);
    }
}
