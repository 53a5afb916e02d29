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
package org.xwiki.contrib.crowdsourcing.test.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import javax.inject.Provider;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWiki;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.contrib.crowdsourcing.matching.MatchManager;
import org.xwiki.contrib.crowdsourcing.matching.PanelQuery;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.query.Query;
import org.xwiki.query.QueryManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Ranks 100 and 10,000 experts for a challenge and suggests a panel of 15, and compares that with reading the same rows
 * once with one query. No part of a build; see CONTRIBUTING.md for the command. Times are compared in turn, so that what
 * else the machine does slows both.
 *
 * @version $Id$
 */
class MatchBenchmark
{
    private static final int FEW = 100;

    private static final int MANY = Integer.getInteger("benchmark.experts", 10_000);

    private static final int ROUNDS = 30;

    private static final double RATIO = 3;

    private static final String ADMIN = "XWiki.Admin";

    private static final String[] LEVELS = {"do", "explain", "connect"};

    private static final String[] REGIONS = {"northern-america", "latin-america-caribbean", "western-europe", "africa"};

    private static final String[] GENDERS = {"female", "male", "undisclosed"};

    private static final String[] SECTORS = {"academia", "government", "nonprofit", "business", "international"};

    /** What a ranking reads: of each expert the facts, and the levels in the areas that count. */
    private static final String ROWS = "select doc.fullName, doc.title, region.value, country.value, gender.value,"
        + " free.value, area.value, level.value from XWikiDocument doc, BaseObject item, StringProperty area, StringProperty level,"
        + " BaseObject obj left join StringProperty region with region.id.id = obj.id and region.id.name = 'region'"
        + " left join StringProperty country with country.id.id = obj.id and country.id.name = 'country'"
        + " left join StringProperty gender with gender.id.id = obj.id and gender.id.name = 'gender'"
        + " left join StringProperty free with free.id.id = obj.id and free.id.name = 'availableFrom'"
        + " where obj.name = doc.fullName and doc.translation = 0 and obj.className = 'Crowdsourcing.Code.ExpertClass'"
        + " and item.name = doc.fullName and item.className = 'Crowdsourcing.Code.ExpertiseClass'"
        + " and area.id.id = item.id and area.id.name = 'area' and level.id.id = item.id and level.id.name = 'level'"
        + " and area.value in (:areas)";

    private final StringBuilder report = new StringBuilder();

    private EmbeddedWiki wiki;

    private DocumentReference challenge;

    private List<String> areas;

    @Test
    void manyExperts() throws Exception
    {
        Path data = Artifacts.target().resolve("benchmark-match");
        TestWiki.delete(data);
        EmbeddedWikiConfiguration configuration =
            new EmbeddedWikiConfiguration().port(0).data(data).xar(Artifacts.ui(), Artifacts.sample());
        String database = System.getProperty("benchmark.db");
        this.wiki = EmbeddedWiki.start(database == null ? configuration : configuration.database(database));
        try {
            List<XarPage> pages = XarPage.read(Artifacts.sample());
            XarPage found = XarPage.find(pages, "ChallengeClass", "state", "selected");
            List<String> names = WikiClient.names(found.reference());
            this.challenge =
                new DocumentReference("xwiki", names.subList(0, names.size() - 1), names.get(names.size() - 1));
            this.areas = this.wiki.execute(ADMIN, this::needed);
            create(0, FEW);
            List<Long> few = List.of(statements(this::rank), statements(this::suggest));
            create(FEW, MANY);
            List<Long> many = List.of(statements(this::rank), statements(this::suggest));
            say("statements for the ranking and for the panel: %s with %d experts, %s with %d%n", few, FEW, many,
                MANY);
            double ratio = compare();
            assertEquals(few, many, this.report.toString());
            assertTrue(ratio <= RATIO, this.report.toString());
        } finally {
            Files.writeString(Artifacts.target().resolve("benchmark-match.txt"), this.report);
            this.wiki.close();
        }
    }

    private void say(String format, Object... arguments)
    {
        this.report.append(String.format(format, arguments));
    }

    private <T> T component(Class<T> type) throws Exception
    {
        return this.wiki.getComponentManager().getInstance(type);
    }

    private XWikiContext context() throws Exception
    {
        Provider<XWikiContext> provider = this.wiki.getComponentManager().getInstance(XWikiContext.TYPE_PROVIDER);
        return provider.get();
    }

    private static LocalDocumentReference type(String name)
    {
        return new LocalDocumentReference(List.of("Crowdsourcing", "Code"), name);
    }

    private List<String> needed() throws Exception
    {
        List<String> result = new ArrayList<>();
        XWikiContext context = context();
        for (BaseObject need : context.getWiki().getDocument(this.challenge, context).getXObjects(type("NeedClass"))) {
            result.add(need.getLargeStringValue("area"));
        }
        return result;
    }

    private void create(int from, int to) throws Exception
    {
        this.wiki.execute(ADMIN, () -> {
            XWikiContext context = context();
            for (int i = from; i < to; i++) {
                DocumentReference page = new DocumentReference("xwiki",
                    List.of("Crowdsourcing", "Experts", "Match" + i), "WebHome");
                XWikiDocument document = context.getWiki().getDocument(page, context).clone();
                document.setTitle("Expert " + i);
                BaseObject expert = document.newXObject(type("ExpertClass"), context);
                expert.setIntValue("consent", 1);
                expert.setStringValue("region", REGIONS[i % REGIONS.length]);
                expert.setStringValue("gender", GENDERS[i % GENDERS.length]);
                expert.set("languages", i % 2 == 0 ? List.of("es", "en") : List.of("en"), context);
                expert.set("affiliations", List.of(SECTORS[i % SECTORS.length]), context);
                for (int j = 0; j < 2; j++) {
                    BaseObject expertise = document.newXObject(type("ExpertiseClass"), context);
                    expertise.setStringValue("area", this.areas.get((i + j * (i / 7)) % this.areas.size()));
                    expertise.setStringValue("level", LEVELS[(i / 3 + j) % LEVELS.length]);
                }
                context.getWiki().saveDocument(document, "", context);
            }
            return null;
        });
    }

    private Object rank() throws Exception
    {
        return component(MatchManager.class).rank(this.challenge, PageRequest.first()).rows();
    }

    private Object suggest() throws Exception
    {
        return component(MatchManager.class).suggest(this.challenge, PanelQuery.of(15, Set.of(), Set.of())).picks();
    }

    private Object read() throws Exception
    {
        Query query = component(QueryManager.class).createQuery(ROWS, Query.HQL);
        query.bindValue("areas", this.areas);
        return query.execute();
    }

    /** Of the third time, when what only the first one meets is over. */
    private long statements(Callable<Object> act) throws Exception
    {
        return this.wiki.execute(ADMIN, () -> {
            act.call();
            act.call();
            long before = this.wiki.getStatementCount();
            act.call();
            return this.wiki.getStatementCount() - before;
        });
    }

    private double compare() throws Exception
    {
        List<Long> ranking = new ArrayList<>();
        List<Long> reading = new ArrayList<>();
        List<Long> suggesting = new ArrayList<>();
        int rows = this.wiki.execute(ADMIN, () -> ((List<?>) read()).size());
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long read = time(this::read);
            long ranked = time(this::rank);
            long suggested = time(this::suggest);
            // The first half warms everything up.
            if (i >= ROUNDS) {
                reading.add(read);
                ranking.add(ranked);
                suggesting.add(suggested);
            }
        }
        double ratio = median(ranking) / median(reading);
        say("%d experts: reading %d rows with one query %.1f ms, ranking %.1f ms, ratio %.2f (at most %.0f);"
            + " panel of 15 %.1f ms%n", MANY, rows, median(reading), median(ranking), ratio, RATIO,
            median(suggesting));
        return ratio;
    }

    private long time(Callable<Object> act) throws Exception
    {
        return this.wiki.execute(ADMIN, () -> {
            long begin = System.nanoTime();
            assertTrue(!((List<?>) act.call()).isEmpty());
            return System.nanoTime() - begin;
        });
    }

    private static double median(List<Long> times)
    {
        Collections.sort(times);
        return times.get(times.size() / 2) / 1e6;
    }
}
