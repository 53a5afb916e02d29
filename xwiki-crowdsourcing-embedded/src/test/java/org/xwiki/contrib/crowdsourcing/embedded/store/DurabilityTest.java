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
package org.xwiki.contrib.crowdsourcing.embedded.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.xpn.xwiki.doc.XWikiDocument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/**
 * Checks that what was acknowledged survives a process that is killed.
 *
 * @version $Id$
 */
class DurabilityTest
{
    private static final String SAVED = "saved ";

    @TempDir
    private Path data;

    /**
     * Saves pages and says so, until it is killed.
     *
     * @param arguments the directory of the wiki
     * @throws Exception when a page cannot be saved
     */
    public static void main(String[] arguments) throws Exception
    {
        TestWiki wiki = new TestWiki(Path.of(arguments[0]));
        for (int i = 0;; i++) {
            XWikiDocument page = wiki.page("Durable.Page" + i);
            page.setContent("content " + i);
            wiki.save(page);
            System.out.println(SAVED + i);
        }
    }

    @Test
    void whatWasSavedIsThereAfterAKill() throws Exception
    {
        Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator, File.pathSeparator),
            DurabilityTest.class.getName(), this.data.toString()).redirectErrorStream(true).start();
        int last = -1;
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            String line = output.readLine();
            while (line != null && last < 20) {
                last = line.startsWith(SAVED) ? Integer.parseInt(line.substring(SAVED.length())) : last;
                line = last < 20 ? output.readLine() : null;
            }
            process.destroyForcibly().waitFor();
        }
        assertEquals(20, last);
        try (TestWiki wiki = new TestWiki(this.data)) {
            for (int i = 0; i <= last; i++) {
                assertEquals("content " + i, wiki.page("Durable.Page" + i).getContent());
            }
        }
    }

    @Test
    void aDirectoryHasOneWiki() throws Exception
    {
        try (TestWiki wiki = new TestWiki(this.data)) {
            assertThrows(IOException.class, () -> new TestWiki(this.data));
            assertEquals("Home", wiki.page("Main.WebHome").getTitle());
        }
    }
}
