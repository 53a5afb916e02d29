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

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiProcess;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * From the start of the JVM to Ready: with nothing there yet, and with everything installed. No part of a build; see
 * CONTRIBUTING.md for the command.
 *
 * @version $Id$
 */
class StartBenchmark
{
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void readyInTwentySeconds() throws Exception
    {
        Path data = Artifacts.target().resolve("benchmark-start");
        TestWiki.delete(data);
        StringBuilder times = new StringBuilder();
        Duration longest = Duration.ZERO;
        for (String what : new String[] {"empty data folder", "again", "and again"}) {
            try (WikiProcess wiki = new WikiProcess(data, true)) {
                times.append(String.format("%s: %d ms%n", what, wiki.startTime().toMillis()));
                longest = wiki.startTime().compareTo(longest) > 0 ? wiki.startTime() : longest;
                wiki.terminate();
            }
        }
        java.nio.file.Files.writeString(Artifacts.target().resolve("benchmark-start.txt"), times);
        assertTrue(longest.compareTo(LIMIT) <= 0, times.toString());
    }
}
