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
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWiki;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;

/**
 * The wiki under test: an embedded one with the sample initiative, started once for all tests of a JVM, or the one that
 * the system property {@code xwiki.url} names.
 *
 * @version $Id$
 */
public final class TestWiki
{
    private static final String URL_PROPERTY = "xwiki.url";

    private static EmbeddedWiki wiki;

    private TestWiki()
    {
    }

    /**
     * @return the URL of the wiki, without a slash at the end
     */
    public static String url()
    {
        String other = System.getProperty(URL_PROPERTY, "");
        return other.isEmpty() ? embedded().getURL() : other;
    }

    /**
     * @return the embedded wiki; skips the test when it runs against another wiki
     */
    public static synchronized EmbeddedWiki embedded()
    {
        Assumptions.assumeTrue(System.getProperty(URL_PROPERTY, "").isEmpty(), "Looks into the embedded wiki");
        if (wiki == null) {
            LogCapture.attach();
            wiki = start();
            Runtime.getRuntime().addShutdownHook(new Thread(TestWiki::stop));
        }
        return wiki;
    }

    private static EmbeddedWiki start()
    {
        try {
            Path data = Artifacts.target().resolve("wiki");
            delete(data);
            EmbeddedWikiConfiguration configuration =
                new EmbeddedWikiConfiguration().port(0).data(data).xar(Artifacts.ui(), Artifacts.sample());
            Account.all().forEach(account -> configuration.password(account.user(), account.password()));
            return EmbeddedWiki.start(configuration);
        } catch (Exception e) {
            throw new IllegalStateException("The embedded wiki does not start", e);
        }
    }

    private static void stop()
    {
        try {
            wiki.close();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded wiki does not stop", e);
        }
    }

    /**
     * @param user the serialized reference of a user
     * @param code what to run in the wiki as that user
     * @param <T> the type of the result
     * @return the result
     * @throws Exception when the code does
     */
    public static <T> T execute(String user, Callable<T> code) throws Exception
    {
        return embedded().execute(user, code);
    }

    /**
     * @param account who visits
     * @return a new visit of that person
     */
    public static WikiClient client(Account account)
    {
        return new WikiClient(url()).login(account);
    }

    /**
     * @param folder what to delete with all that is in it
     * @throws IOException when it cannot
     */
    public static void delete(Path folder) throws IOException
    {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
