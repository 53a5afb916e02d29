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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.roadmap.InterviewNotes;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests who reads and writes interview notes.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class InterviewsTest
{
    private static final DocumentReference PAGE = TestRows.page("I.R.A.WebHome");

    private static final DocumentReference NOTES = TestRows.page("I.R.A.Interview");

    @InjectMockComponents
    private DefaultInterviewManager manager;

    @InjectMockComponents
    private InterviewVeil interviews;

    @MockComponent
    private Things things;

    @MockComponent
    private Access access;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private PageVeil veil;

    @MockComponent
    private Seen seen;

    @BeforeEach
    void configure() throws Exception
    {
        when(this.things.find(PAGE, Schema.RECOMMENDATION)).thenReturn(Optional.of(TestRows.row(PAGE)));
        when(this.pages.find(NOTES, Schema.INTERVIEW))
            .thenReturn(Optional.of(TestRows.row(NOTES, "interviewNotes", "Said")));
        when(this.seen.of(PAGE)).thenReturn("stamp");
    }

    @Test
    void readByThoseWhoMayEdit() throws Exception
    {
        assertTrue(this.manager.get(PAGE).isEmpty());
        when(this.access.canEdit(PAGE)).thenReturn(true);
        assertEquals("Said", this.manager.get(PAGE).orElseThrow().text());
        when(this.pages.find(NOTES, Schema.INTERVIEW)).thenReturn(Optional.empty());
        assertEquals(new InterviewNotes("", "none"), this.manager.get(PAGE).orElseThrow());
    }

    @Test
    void writtenByThoseWhoMayEditWhoSawWhatIsThere() throws Exception
    {
        this.manager.save(PAGE, "New");
        verify(this.seen).expect(NOTES, "stamp");
        verify(this.writer).update(NOTES, Schema.INTERVIEW, Map.of("interviewNotes", "New"), "");
        when(this.things.getEditable(any(), any())).thenThrow(new NotAllowedException(new FieldError("", "no")));
        assertThrows(CrowdsourcingException.class, () -> this.manager.save(PAGE, "Worse"));
        verify(this.writer, never()).update(NOTES, Schema.INTERVIEW, Map.of("interviewNotes", "Worse"), "");
    }

    @Test
    void keptFromOthersWhoeverSavesThem() throws Exception
    {
        this.interviews.add("source", new PageState(NOTES, true, "", "",
            schema -> schema == Schema.INTERVIEW ? List.of(TestRows.row(NOTES)) : List.of()));
        verify(this.veil).cover("source", PAGE, "");
    }
}
