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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Provider;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWiki;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Looks at a roadmap of 10 steps and at one of 1,000, in turn, so that what else the machine does slows both: by the
 * macros that show ten steps at a time, and by the views of its page, which show 50. No part of a build; see
 * CONTRIBUTING.md for the command.
 *
 * @version $Id$
 */
class RoadmapBenchmark
{
    private static final int FEW = 10;

    private static final int MANY = Integer.getInteger("benchmark.steps", 1000);

    private static final int SOURCES = 5;

    private static final int WARM = 5;

    private static final int STATEMENTS = 25;

    private static final int ROUNDS = 30;

    private static final double RATIO = 3;

    private static final int LARGEST = 1_000_000;

    private static final String ADMIN = "XWiki.Admin";

    private static final List<String> MACROS = List.of("steps limit=\"10\"", "timeline limit=\"10\"", "costs",
        "followup limit=\"10\"");

    private static final List<String> VIEWS = List.of("", "?cs_view=timeline", "?cs_view=actor", "?cs_view=state",
        "?cs_view=costs", "?cs_view=followup");

    private final StringBuilder report = new StringBuilder();

    private EmbeddedWiki wiki;

    private WikiClient client;

    @Test
    void manySteps() throws Exception
    {
        Path data = Artifacts.target().resolve("benchmark-roadmap");
        TestWiki.delete(data);
        EmbeddedWikiConfiguration configuration =
            new EmbeddedWikiConfiguration().port(0).data(data).xar(Artifacts.ui());
        String database = System.getProperty("benchmark.db");
        this.wiki = EmbeddedWiki.start(database == null ? configuration : configuration.database(database));
        this.client = new WikiClient(this.wiki.getURL());
        try {
            create("Few", FEW);
            create("Many", MANY);
            double worst = 0;
            for (Map.Entry<String, String> shown : paths().entrySet()) {
                worst = Math.max(worst, compare(shown.getKey(), shown.getValue()));
            }
            assertTrue(worst <= RATIO, this.report.toString());
        } finally {
            Files.writeString(Artifacts.target().resolve("benchmark-roadmap.txt"), this.report);
            this.wiki.close();
        }
    }

    /** 100 recommendations, 1,000 steps and 5,000 sources: no view takes more statements for that, nor the version. */
    @Test
    void manySources() throws Exception
    {
        Path data = Artifacts.target().resolve("benchmark-sources");
        TestWiki.delete(data);
        EmbeddedWikiConfiguration configuration =
            new EmbeddedWikiConfiguration().port(0).data(data).xar(Artifacts.ui());
        String database = System.getProperty("benchmark.db");
        this.wiki = EmbeddedWiki.start(database == null ? configuration : configuration.database(database));
        this.client = new WikiClient(this.wiki.getURL());
        try {
            contribute(SOURCES * MANY);
            create("Sourced", MANY);
            cite("Sourced", MANY / FEW);
            publish("Sourced");
            boolean fine = true;
            for (String view : List.of("", "?cs_view=timeline", "?cs_view=costs", "?cs_view=followup",
                "?cs_view=progress", "?cs_view=print", "V1", "V1?cs_view=timeline", "V1?cs_view=print")) {
                fine &= look(view);
            }
            assertTrue(fine, this.report.toString());
        } finally {
            Files.writeString(Artifacts.target().resolve("benchmark-sources.txt"), this.report);
            this.wiki.close();
        }
    }

    private boolean look(String view)
    {
        String path = "/bin/view/Sourced/" + view;
        for (int i = 0; i < WARM; i++) {
            time(path);
        }
        long before = this.wiki.getStatementCount();
        long time = time(path);
        long statements = this.wiki.getStatementCount() - before;
        int size = this.client.get(path).body().length();
        say("%s: %.1f ms, %d statements (at most %d), %,d characters%n", path, time / 1e6, statements, STATEMENTS, size);
        // All of it is printed at once.
        return statements <= STATEMENTS && (view.endsWith("print") || size < LARGEST);
    }

    private static String source(int number)
    {
        return 'c' + String.format("%014d", number).repeat(2);
    }

    private void contribute(int number) throws Exception
    {
        this.wiki.execute(ADMIN, () -> {
            Provider<XWikiContext> provider = this.wiki.getComponentManager().getInstance(XWikiContext.TYPE_PROVIDER);
            XWikiContext context = provider.get();
            for (int i = 0; i < number; i++) {
                XWikiDocument page = page(context, List.of("Talk" + i % 10), source(i));
                page.setHidden(true);
                BaseObject said = page.newXObject(type("ContributionClass"), context);
                said.setLargeStringValue("text", "What somebody said as number " + i + " in a sentence of usual length.");
                said.setStringValue("kind", "idea");
                said.setStringValue("state", "published");
                said.setStringValue("speaker", "Speaker " + i % 100);
                context.getWiki().saveDocument(page, "", context);
            }
            return null;
        });
    }

    private void cite(String space, int recommendations) throws Exception
    {
        this.wiki.execute(ADMIN, () -> {
            Provider<XWikiContext> provider = this.wiki.getComponentManager().getInstance(XWikiContext.TYPE_PROVIDER);
            XWikiContext context = provider.get();
            int next = 0;
            for (int i = 0; i < recommendations; i++) {
                XWikiDocument page = page(context, List.of(space, "R" + i), "WebHome");
                for (int j = 0; j < FEW; j++) {
                    List<String> sources = new ArrayList<>();
                    for (int k = 0; k < SOURCES; k++) {
                        sources.add("Talk" + next % 10 + '.' + source(next));
                        next++;
                    }
                    page.getXObject(type("StepClass"), j).set("sources", sources, context);
                }
                context.getWiki().saveDocument(page, "", context);
            }
            return null;
        });
    }

    private void publish(String space) throws Exception
    {
        this.wiki.execute(ADMIN, () -> {
            RoadmapManager roadmaps = this.wiki.getComponentManager().getInstance(RoadmapManager.class);
            roadmaps.publish(new DocumentReference("xwiki", space, "WebHome"));
            return null;
        });
    }

    /** With {@code Few} in the place of the name of the roadmap. */
    private static Map<String, String> paths()
    {
        Map<String, String> result = new LinkedHashMap<>();
        MACROS.forEach(macro -> result.put("{{" + macro + "/}}",
            "/bin/view/Few/" + macro.substring(0, (macro + ' ').indexOf(' '))));
        VIEWS.forEach(view -> result.put("page " + view, "/bin/view/Few/" + view));
        return result;
    }

    private void say(String format, Object... arguments)
    {
        this.report.append(String.format(format, arguments));
    }

    private double compare(String name, String path)
    {
        String large = path.replace("Few", "Many");
        List<Long> few = new ArrayList<>();
        List<Long> many = new ArrayList<>();
        long statements = 0;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long less = time(path);
            long before = this.wiki.getStatementCount();
            long more = time(large);
            statements = this.wiki.getStatementCount() - before;
            // The first half warms everything up.
            if (i >= ROUNDS) {
                few.add(less);
                many.add(more);
            }
        }
        int size = this.client.get(large).body().length();
        double ratio = median(many) / median(few);
        say("%s: %d steps %.1f ms, %d steps %.1f ms, ratio %.2f (at most %.0f), %d statements, %,d characters%n", name,
            FEW, median(few), MANY, median(many), ratio, RATIO, statements, size);
        assertTrue(size < LARGEST, this.report.toString());
        return ratio;
    }

    private long time(String path)
    {
        long begin = System.nanoTime();
        WikiPage page = this.client.get(path);
        long end = System.nanoTime();
        assertEquals(200, page.status(), path);
        return end - begin;
    }

    private static double median(List<Long> times)
    {
        Collections.sort(times);
        return times.get(times.size() / 2) / 1e6;
    }

    private static LocalDocumentReference type(String name)
    {
        return new LocalDocumentReference(List.of("Crowdsourcing", "Code"), name);
    }

    private void create(String space, int steps) throws Exception
    {
        this.wiki.execute(ADMIN, () -> {
            Provider<XWikiContext> provider = this.wiki.getComponentManager().getInstance(XWikiContext.TYPE_PROVIDER);
            XWikiContext context = provider.get();
            XWikiDocument roadmap = page(context, List.of(space), "WebHome");
            roadmap.setTitle("Roadmap " + space);
            roadmap.newXObject(type("RoadmapClass"), context).setStringValue("startsOn", "2026-01-01");
            context.getWiki().saveDocument(roadmap, "", context);
            for (String macro : MACROS) {
                XWikiDocument shown = page(context, List.of(space), macro.substring(0, (macro + ' ').indexOf(' ')));
                shown.setContent("{{" + macro + " reference=\"" + space + ".WebHome\"/}}");
                context.getWiki().saveDocument(shown, "", context);
            }
            for (int i = 0; i < steps / 10; i++) {
                XWikiDocument page = page(context, List.of(space, "R" + i), "WebHome");
                page.setTitle("Recommendation " + i);
                BaseObject recommendation = page.newXObject(type("RecommendationClass"), context);
                recommendation.setStringValue("state", "published");
                recommendation.setIntValue("deskResearch", 1);
                recommendation.setLargeStringValue("deskReference", "Load");
                for (int j = 0; j < 10; j++) {
                    fill(page.newXObject(type("StepClass"), context), i, j, context);
                }
                context.getWiki().saveDocument(page, "", context);
            }
            return null;
        });
    }

    private static XWikiDocument page(XWikiContext context, List<String> spaces, String name) throws Exception
    {
        return context.getWiki().getDocument(new DocumentReference("xwiki", spaces, name), context).clone();
    }

    private static void fill(BaseObject step, int i, int j, XWikiContext context) throws Exception
    {
        step.setStringValue("title", "Do what must be done as number " + j + " of recommendation " + i);
        step.setStringValue("actor", "Ministry number " + (i + j) % 30);
        step.setStringValue("uid", "u" + i + 'x' + j);
        step.setIntValue("start", j * 2);
        step.setIntValue("aggressive", 20);
        step.setIntValue("conservative", 60);
        step.setStringValue("durationUnit", "workingdays");
        step.setStringValue("amount", String.valueOf(1000 * j));
        step.setStringValue("currency", j % 2 == 0 ? "USD" : "MXN");
        step.setLargeStringValue("risk", "What can go wrong here is said in a sentence of usual length.");
        step.setStringValue("followup", j < 4 ? "done" : "started");
        List<String> needed = new ArrayList<>();
        if (j > 0) {
            needed.add("u" + i + 'x' + (j - 1));
        }
        if (i > 0) {
            needed.add("u" + (i - 1) + 'x' + j);
        }
        step.set("prerequisites", needed, context);
    }
}
