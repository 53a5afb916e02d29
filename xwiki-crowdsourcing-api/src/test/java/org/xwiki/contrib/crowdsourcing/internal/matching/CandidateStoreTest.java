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
package org.xwiki.contrib.crowdsourcing.internal.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.store.RecordingQueries;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.QueryManager;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

/**
 * As many statements for all experts as for one, every value bound.
 *
 * @version $Id$
 */
@ComponentTest
@ComponentList(RowReader.class)
class CandidateStoreTest
{
    private static final WikiReference WIKI = new WikiReference("xwiki");

    private static final String AREA = "Areas.A.WebHome";

    @InjectMockComponents
    private CandidateStore store;

    @MockComponent
    private QueryManager queryManager;

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
        when(this.resolver.resolve(anyString(), any()))
            .thenAnswer(invocation -> TestRows.page(invocation.getArgument(0)));
        this.queries = new RecordingQueries(this.queryManager);
    }

    private void assertBound()
    {
        assertEquals(this.queries.statements().size(), this.queries.limits().size());
        assertTrue(this.queries.limits().stream().allMatch(limit -> limit > 0));
        for (int i = 0; i < this.queries.statements().size(); i++) {
            String text = this.queries.statements().get(i);
            this.queries.values(i).keySet().forEach(name -> assertTrue(text.contains(":" + name), text));
        }
    }

    @Test
    void allExpertsInThreeStatements() throws Exception
    {
        List<Object> experts = new ArrayList<>();
        List<Object> expertise = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String page = "E.P" + i + ".WebHome";
            experts.add(RecordingQueries.row(page, "Name " + i, i == 3 ? "" : "africa", i == 0 ? "no gender" : "female",
                i == 1 ? "2017-07-01" : "", (long) i, "MX"));
            expertise.add(RecordingQueries.row(page, AREA, "explain"));
            expertise.add(RecordingQueries.row(page, AREA, i == 2 ? "no level" : "do"));
        }
        // A second object of the class on a page is not another expert.
        experts.add(RecordingQueries.row("E.P199.WebHome", "Name 199", "oceania", null, null, 500L, null));
        this.queries.answer("left join StringProperty region", experts.toArray());
        this.queries.answer("StringProperty area", expertise.toArray());
        this.queries.answer("DBStringListProperty", RecordingQueries.row(0L, "es"),
            RecordingQueries.row(0L, "academia"));
        List<Candidate> found = this.store.all(WIKI, Set.of(AREA), List.of("es", "academia"));
        assertEquals(200, found.size());
        assertEquals(new Candidate("E.P0.WebHome", "Name 0", true, Region.AFRICA, null, List.of(Affiliation.ACADEMIA),
            List.of("es"), null, Map.of(AREA, ExpertiseLevel.DO)), found.get(0));
        assertEquals("2017-07-01", found.get(1).availableFrom().toString());
        assertEquals(Map.of(AREA, ExpertiseLevel.EXPLAIN), found.get(2).expertise());
        assertEquals(Region.LATIN_AMERICA_CARIBBEAN, found.get(3).region(), "That of the country");
        assertEquals(Gender.FEMALE, found.get(199).gender());
        assertEquals(3, this.queries.statements().size());
        assertBound();
        this.queries.clear();
        // What nobody asks for is not read.
        this.store.all(WIKI, Set.of(), List.of());
        assertEquals(1, this.queries.statements().size());
        assertBound();
    }

    @Test
    void whoTookPartElsewhere() throws Exception
    {
        this.queries.answer("select distinct expert.value", "E.P0.WebHome");
        assertEquals(Set.of("E.P0.WebHome"), this.store.veterans(WIKI, "I.C_1"));
        assertEquals("I.C!_1.%", this.queries.values(0).get("own"));
        assertBound();
    }
}
