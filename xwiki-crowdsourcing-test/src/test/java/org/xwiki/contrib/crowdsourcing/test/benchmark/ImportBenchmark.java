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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.expert.ImportManager;
import org.xwiki.contrib.crowdsourcing.expert.ImportPlan;
import org.xwiki.contrib.crowdsourcing.expert.ImportProblem;
import org.xwiki.contrib.crowdsourcing.expert.ImportReport;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A file of 10,000 lines, one in a hundred of which is broken: how long it takes to check it, to import it and to import
 * it once more. {@code -Dbenchmark.lines} sets another number.
 *
 * @version $Id$
 */
@EmbeddedOnly("its database")
class ImportBenchmark
{
    private static final int LINES = Integer.getInteger("benchmark.lines", 10000);

    private static final int BROKEN = 100;

    private static final DocumentReference DIRECTORY = new DocumentReference("xwiki", List.of("Benchmark"), "WebHome");

    private final StringBuilder report = new StringBuilder();

    private static String file()
    {
        StringBuilder text = new StringBuilder("name,email,position,organisation,country,languages,notes\n");
        for (int i = 0; i < LINES; i++) {
            boolean broken = i % BROKEN == BROKEN - 1;
            text.append(broken && i % 200 == 199 ? "\"Expert number " : "Expert number ").append(i).append(",expert")
                .append(i).append(broken && i % 200 == 99 ? " at " : "@").append("example.org,Auditor,Office of ")
                .append(i % 50).append(",MX,es|en,Met in ").append(2000 + i % 20).append('\n');
        }
        return text.toString();
    }

    private <T> T measure(String what, Callable<T> task) throws Exception
    {
        System.gc();
        long memory = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        long begin = System.nanoTime();
        T result = task.call();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.gc();
        long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        this.report.append(String.format(Locale.ROOT, "%s: %.1f s, %+d MB kept%n", what, seconds,
            (now - memory) / 1_000_000));
        return result;
    }

    private static <T> T asAdmin(Callable<T> task) throws Exception
    {
        return TestWiki.execute("XWiki.Admin", task);
    }

    private static ImportReport finished(ImportManager imports, DocumentReference record) throws Exception
    {
        ImportReport state = asAdmin(() -> imports.get(record).orElseThrow());
        while (state.isRunning()) {
            Thread.sleep(500);
            state = asAdmin(() -> imports.get(record).orElseThrow());
        }
        return state;
    }

    @Test
    void importing() throws Exception
    {
        ImportManager imports = Fixture.component(ImportManager.class);
        String file = file();
        int broken = LINES / BROKEN;
        ImportPlan plan = measure("Check", () -> asAdmin(() -> imports.plan(DIRECTORY, file)));
        assertEquals(broken, plan.getBroken());
        for (ImportProblem problem : plan.problems()) {
            assertEquals(BROKEN - 1, (problem.line() - 2) % BROKEN, problem.toString());
        }
        assertEquals(LINES - broken, plan.created());
        DocumentReference record = asAdmin(() -> imports.start(DIRECTORY, file));
        ImportReport done = measure("Import", () -> finished(imports, record));
        assertEquals(ImportReport.State.DONE, done.state());
        assertEquals(LINES - broken, done.plan().created());
        assertEquals(broken, done.plan().getBroken());
        ImportPlan again = measure("Check once more", () -> asAdmin(() -> imports.plan(DIRECTORY, file)));
        assertEquals(0, again.created() + again.updated(), "Repeating changes nothing");
        assertEquals(LINES - broken, again.unchanged());
        asAdmin(() -> {
            imports.undo(record);
            return null;
        });
        ImportReport undone = measure("Undo", () -> finished(imports, record));
        assertEquals(ImportReport.State.UNDONE, undone.state());
        assertEquals(List.of(), undone.getProblems());
        assertEquals(LINES - broken, asAdmin(() -> imports.plan(DIRECTORY, file)).created());
        String text = LINES + " lines, " + broken + " of them broken\n" + this.report;
        Files.writeString(Artifacts.target().resolve("benchmark-import.txt"), text);
    }
}
