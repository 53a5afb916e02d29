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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An embedded wiki in a process of its own, as {@code run} starts it.
 *
 * @version $Id$
 */
public final class WikiProcess implements AutoCloseable
{
    private static final String READY = "Ready: ";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;

    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();

    private final String url;

    private final Duration startTime;

    /**
     * Starts a wiki and waits until it is ready.
     *
     * @param data where it keeps its pages
     * @param sample whether it has the sample initiative
     * @throws Exception when it does not start
     */
    public WikiProcess(Path data, boolean sample) throws Exception
    {
        this(data, sample, Artifacts.ui());
    }

    /**
     * Starts a wiki and waits until it is ready.
     *
     * @param data where it keeps its pages
     * @param sample whether it has the sample initiative
     * @param ui the pages of the extension
     * @throws Exception when it does not start
     */
    public WikiProcess(Path data, boolean sample, Path ui) throws Exception
    {
        List<String> command = new ArrayList<>(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-cp",
            Files.readString(Artifacts.target().resolve("classpath.txt")).trim(),
            "org.xwiki.contrib.crowdsourcing.embedded.Main", "--port", "0", "--data", data.toString(), "--xar",
            ui.toString()));
        if (sample) {
            command.add(Artifacts.sample().toString());
            Account.demos()
                .forEach(account -> command.addAll(List.of("--password", account.user() + '=' + account.password())));
        }
        long start = System.nanoTime();
        this.process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
        this.url = awaitReady();
        this.startTime = Duration.ofNanos(System.nanoTime() - start);
    }

    private void read()
    {
        try (BufferedReader reader = this.process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(this.output::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            this.output.add(e.toString());
        }
    }

    private String awaitReady() throws InterruptedException
    {
        StringBuilder said = new StringBuilder();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && (this.process.isAlive() || !this.output.isEmpty())) {
            String line = this.output.poll(200, TimeUnit.MILLISECONDS);
            if (line != null && line.startsWith(READY)) {
                return line.substring(READY.length()).trim().replaceFirst("/$", "");
            }
            said.append(line == null ? "" : line + '\n');
        }
        this.process.destroyForcibly();
        throw new IllegalStateException("The wiki did not become ready:\n" + said);
    }

    /**
     * @return the URL of the wiki, without a slash at the end
     */
    public String url()
    {
        int bin = this.url.indexOf("/bin/");
        return bin < 0 ? this.url : this.url.substring(0, bin);
    }

    /**
     * @return the time from the start of the process to the moment when it said that it was ready
     */
    public Duration startTime()
    {
        return this.startTime;
    }

    /**
     * Stops the wiki as Ctrl-C and a service manager do.
     *
     * @return the exit status
     * @throws InterruptedException when interrupted
     */
    public int terminate() throws InterruptedException
    {
        this.process.destroy();
        if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
            this.process.destroyForcibly();
            throw new AssertionError("The wiki does not stop on TERM");
        }
        return this.process.exitValue();
    }

    /**
     * Stops the wiki as a power cut does, with signal 9.
     *
     * @throws InterruptedException when interrupted
     */
    public void kill() throws InterruptedException
    {
        this.process.destroyForcibly().waitFor();
    }

    /**
     * @return what the wiki printed since it was ready
     */
    public List<String> output()
    {
        return List.copyOf(this.output);
    }

    @Override
    public void close()
    {
        this.process.destroyForcibly();
    }
}
