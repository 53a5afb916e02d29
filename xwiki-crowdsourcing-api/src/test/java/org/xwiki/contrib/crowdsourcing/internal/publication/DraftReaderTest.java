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
package org.xwiki.contrib.crowdsourcing.internal.publication;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.PlanCache;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/**
 * Tests what makes a draft another one than reviewers read.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class DraftReaderTest
{
    private static final Row ROADMAP = TestRows.row(TestRows.page("I.R.WebHome"), "summary", "S");

    private static final Instant ANSWERED = Instant.parse("2026-02-01T12:00:00Z");

    @InjectMockComponents
    private DraftReader drafts;

    @MockComponent
    private PlanCache recommendations;

    @MockComponent
    private RowReader reader;

    @BeforeEach
    void configure()
    {
        when(this.reader.serialize(any())).thenReturn("I.R.WebHome");
        when(this.reader.below(any(), any())).thenReturn(new Statement("select"));
    }

    private String digest(Row roadmap, Consumer<ObjectNode> change) throws Exception
    {
        ObjectNode file = Files.make(1, true);
        change.accept((ObjectNode) file.get("recommendations").get(0));
        when(this.recommendations.recommendationsOf(any()))
            .thenReturn(SnapshotReader.read(file, roadmap.page()).recommendations());
        return this.drafts.getDigest(roadmap);
    }

    @Test
    void whatIsWrittenMakesAnotherDraftAndWhatBecameOfItDoesNot() throws Exception
    {
        String before = digest(ROADMAP, row -> { });
        assertEquals(before, digest(ROADMAP, row -> { }));
        assertEquals(before, digest(ROADMAP, row -> {
            ((ObjectNode) row.get("followUp")).put("state", "abandoned").put("reason", "Other");
            ((ObjectNode) row.get("steps").get(0)).remove("followUp");
        }));
        assertNotEquals(before, digest(ROADMAP, row -> row.put("title", "Other")));
        assertNotEquals(before, digest(ROADMAP, row -> ((ObjectNode) row.get("steps").get(1)).put("risk", "Other")));
        assertNotEquals(before, digest(ROADMAP, row -> row.remove("sources")));
        assertNotEquals(before, digest(TestRows.row(ROADMAP.page(), "summary", "Other"), row -> { }));
    }

    private void saved(String... rows) throws Exception
    {
        List<Object> result = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split(" ");
            result.add(new Object[] {parts[0], Timestamp.from(Instant.parse(parts[1]))});
        }
        when(this.reader.list(any(), any())).thenReturn(result);
    }

    @Test
    void theChangeIsTheLastAfterTheAnswerOfARecommendationIfThereIsOne() throws Exception
    {
        saved("I.R.A.WebHome 2026-02-03T12:00:00Z", "I.R.WebHome 2026-02-02T12:00:00Z");
        assertEquals("2026-02-03T12:00:00Z", this.drafts.getChange(ROADMAP, ANSWERED).toString());
        saved("I.R.WebHome 2026-02-03T12:00:00Z", "I.R.A.WebHome 2026-02-02T12:00:00Z");
        assertEquals("2026-02-02T12:00:00Z", this.drafts.getChange(ROADMAP, ANSWERED).toString());
        saved("I.R.WebHome 2026-02-03T12:00:00Z", "I.R.A.WebHome 2026-01-02T12:00:00Z");
        assertEquals("2026-02-03T12:00:00Z", this.drafts.getChange(ROADMAP, ANSWERED).toString());
        saved("I.R.A.WebHome 2026-01-02T12:00:00Z");
        assertNull(this.drafts.getChange(ROADMAP, ANSWERED), "One was deleted");
    }
}
