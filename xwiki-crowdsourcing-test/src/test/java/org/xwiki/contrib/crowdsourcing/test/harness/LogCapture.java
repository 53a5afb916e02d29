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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;

/**
 * Keeps what the wiki complains about: what the embedded wiki logs as an error or with an exception, and stack traces
 * in the answers of any wiki.
 *
 * @version $Id$
 */
public final class LogCapture extends AppenderBase<ILoggingEvent>
{
    private static final LogCapture INSTANCE = new LogCapture();

    private final List<String> problems = new CopyOnWriteArrayList<>();

    private LogCapture()
    {
    }

    static void attach()
    {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.setLevel(Level.WARN);
        INSTANCE.setContext(context);
        INSTANCE.start();
        root.addAppender(INSTANCE);
    }

    /**
     * @return what the wiki complained about since the last call
     */
    public static List<String> take()
    {
        List<String> result = List.copyOf(INSTANCE.problems);
        INSTANCE.problems.clear();
        return result;
    }

    static void read(WikiPage page)
    {
        Reading.trace(page).ifPresent(trace -> INSTANCE.problems.add("A stack trace at " + page + ": " + trace));
    }

    @Override
    protected void append(ILoggingEvent event)
    {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR) || event.getThrowableProxy() != null) {
            String trace =
                event.getThrowableProxy() == null ? "" : '\n' + ThrowableProxyUtil.asString(event.getThrowableProxy());
            String line = event.getLevel() + " " + event.getLoggerName() + ": " + event.getFormattedMessage() + trace;
            this.problems.add(line.length() > 3000 ? line.substring(0, 3000) + " ..." : line);
        }
    }
}
