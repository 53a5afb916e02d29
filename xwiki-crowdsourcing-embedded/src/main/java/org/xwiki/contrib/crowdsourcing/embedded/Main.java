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
package org.xwiki.contrib.crowdsourcing.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

import org.slf4j.LoggerFactory;

/**
 * Starts the wiki from a command line.
 *
 * @version $Id$
 * @since 1.0
 */
@SuppressWarnings("checkstyle:RegexpSinglelineJava")
public final class Main
{
    private static final String LOGGING = "logback.configurationFile";

    private static final int DEFAULT_PORT = 8080;

    private static final String USAGE =
        "Options: [--port N] [--data DIRECTORY] [--db JDBC-URL] [--xar FILE ...] [--password USER=PASSWORD ...]"
            + " [--set NAME=VALUE ...]";

    private Main()
    {
        // Nothing to make.
    }

    /**
     * @param arguments the options
     * @throws InterruptedException when it is told to stop while it waits
     */
    public static void main(String[] arguments) throws InterruptedException
    {
        if (System.getProperty(LOGGING) == null) {
            // Before the first logger is made; what a test sets up for itself stays.
            System.setProperty(LOGGING, "embedded/logback.xml");
        }
        EmbeddedWikiConfiguration configuration = null;
        try {
            configuration = parse(arguments);
            EmbeddedWiki wiki = EmbeddedWiki.start(configuration);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(wiki, stopped), "stop"));
            awaitPage(wiki.getURL());
            print("Ready: " + wiki.getURL());
            stopped.await();
        } catch (IllegalArgumentException e) {
            fail(e.getMessage() + System.lineSeparator() + USAGE);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (isPortTaken(e)) {
                fail("The port " + configuration.getPort() + " is in use. Choose another one with --port.");
            } else {
                LoggerFactory.getLogger(Main.class).error("The wiki could not start", e);
                fail("The wiki could not start: " + e.getMessage());
            }
        }
    }

    private static void awaitPage(String url) throws IOException, InterruptedException
    {
        // What is ready is a wiki whose home page a browser gets.
        HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        int status = client.send(HttpRequest.newBuilder(URI.create(url)).build(),
            HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status >= HttpURLConnection.HTTP_INTERNAL_ERROR) {
            throw new IOException("The home page of the wiki answers with the status " + status);
        }
    }

    private static EmbeddedWikiConfiguration parse(String[] arguments)
    {
        EmbeddedWikiConfiguration result = new EmbeddedWikiConfiguration().port(DEFAULT_PORT);
        String option = null;
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                option = argument;
            } else {
                set(result, option, argument);
            }
        }
        return result;
    }

    private static void set(EmbeddedWikiConfiguration configuration, String option, String value)
    {
        switch (String.valueOf(option)) {
            case "--port" -> configuration.port(toPort(value));
            case "--data" -> configuration.data(Path.of(value));
            case "--db" -> configuration.database(value);
            case "--xar" -> configuration.xar(Path.of(value));
            case "--password" -> pair(value, configuration::password);
            case "--set" -> pair(value, configuration::setting);
            default -> throw new IllegalArgumentException("There is no option [" + option + "] for [" + value + "].");
        }
    }

    private static void pair(String value, BiConsumer<String, String> setter)
    {
        int equals = value.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("This needs the form NAME=VALUE: " + value);
        }
        setter.accept(value.substring(0, equals), value.substring(equals + 1));
    }

    private static int toPort(String value)
    {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
            throw new IllegalArgumentException("[" + value + "] is no port.");
        }
        return Integer.parseInt(value);
    }

    private static boolean isPortTaken(Throwable error)
    {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                || cause instanceof IOException && String.valueOf(cause.getMessage()).contains("Failed to bind")) {
                return true;
            }
        }
        return false;
    }

    private static void stop(EmbeddedWiki wiki, CountDownLatch stopped)
    {
        try {
            wiki.close();
        } catch (Exception e) {
            LoggerFactory.getLogger(Main.class).error("The wiki did not stop cleanly", e);
        } finally {
            stopped.countDown();
        }
    }

    private static void print(String line)
    {
        System.out.println(line);
        System.out.flush();
    }

    private static void fail(String message)
    {
        System.err.println(message);
        System.exit(1);
    }
}
