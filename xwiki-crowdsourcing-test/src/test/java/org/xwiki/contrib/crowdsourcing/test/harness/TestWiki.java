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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

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
    private static final String OTHER = System.getProperty("xwiki.url", "").replaceFirst("/+$", "");

    private static final Map<Account, WikiClient> VISITS = new HashMap<>();

    private static EmbeddedWiki wiki;

    private TestWiki()
    {
    }

    /**
     * @return whether the wiki under test is the embedded one
     */
    public static boolean isEmbedded()
    {
        return OTHER.isEmpty();
    }

    /**
     * @return the URL of the wiki, without a slash at the end; the people and pages of the tests are there
     */
    public static String url()
    {
        Stage.set();
        return base();
    }

    static String base()
    {
        return isEmbedded() ? embedded().getURL() : OTHER;
    }

    /**
     * @return the embedded wiki, for what is {@link EmbeddedOnly}
     */
    public static synchronized EmbeddedWiki embedded()
    {
        if (!isEmbedded()) {
            throw new IllegalStateException("Looks into the embedded wiki without saying so");
        }
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
            Account.demos().forEach(account -> configuration.password(account.user(), account.password()));
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
     * @return a visit of that person
     */
    public static WikiClient client(Account account)
    {
        url();
        return visit(account);
    }

    static synchronized WikiClient visit(Account account)
    {
        return VISITS.computeIfAbsent(account, who -> {
            WikiClient client = new WikiClient(base()).login(who);
            client.token();
            return client;
        }).share();
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
