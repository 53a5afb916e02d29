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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.util.List;
import java.util.Map;

import javax.inject.Named;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.dialogue.Measures;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.query.QueryManager;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the statements that count: each is about one thread, leaves out pages with rights of their own, and is limited.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({RowReader.class, ContributionStore.class})
class ThreadFiguresTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    @InjectMockComponents
    private ThreadFigures figures;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private RecordingQueries queries;

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        this.queries = new RecordingQueries(this.queryManager);
    }

    @AfterEach
    void everyStatementIsAboutTheThreadAlone()
    {
        assertEquals(this.queries.statements().size(), this.queries.limits().size());
        for (int i = 0; i < this.queries.statements().size(); i++) {
            String text = this.queries.statements().get(i);
            Map<String, Object> values = this.queries.values(i);
            assertTrue(text.contains("rights.name = doc.fullName and rights.className = 'XWiki.XWikiRights'"), text);
            assertTrue(text.contains("and doc.space = :space and doc.fullName >= :from and doc.fullName < :to"), text);
            assertEquals("I.C.Dialogue", values.get("space"));
            values.keySet().forEach(name -> assertTrue(text.contains(":" + name), text));
        }
    }

    @Test
    void counts() throws Exception
    {
        this.queries.answer("group by", RecordingQueries.row("published", "idea", null, 3L));
        assertEquals(List.of(new ThreadFigures.Counted("published", "idea", null, 3)), this.figures.counts(DIALOGUE));
        assertEquals(1, this.queries.statements().size());
    }

    @Test
    void voices() throws Exception
    {
        this.queries.answer("group by", RecordingQueries.row("XWiki.Eva", null, 3L));
        assertEquals(List.of(new ThreadFigures.Voice("XWiki.Eva", null, 3)), this.figures.voices(DIALOGUE));
        assertEquals("published", this.queries.values(0).get("published"));
    }

    @Test
    void unanswered() throws Exception
    {
        this.queries.answer("select doc.name", "c1", "c2", "c3");
        this.queries.answer("select distinct replyTo.value", "c2", "c9");
        assertEquals(new Measures.Share(2, 3), this.figures.unanswered(DIALOGUE));
        assertEquals("question", this.queries.values(0).get("kind"));
        assertEquals("answer", this.queries.values(1).get("kind"));
    }

    @Test
    void newest() throws Exception
    {
        assertTrue(this.figures.newest(DIALOGUE).isEmpty());
        assertEquals(List.of(1000), this.queries.limits());
    }
}
