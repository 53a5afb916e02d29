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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.servlet.ServletRequest;
import org.xwiki.container.servlet.ServletResponse;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ArrivalManager;
import org.xwiki.model.reference.DocumentReference;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Remembers in the reader's browser, by a cookie for each thread, up to where the reader has been: what came since the
 * last visit is told, and nothing about the reader is stored in the wiki.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Visits.class)
@Singleton
public class Visits
{
    /** Who comes back earlier is still on the same visit. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

    /** Up to where the last visit went, up to where this one, and when it was last seen in minutes. */
    private static final Pattern VALUE = Pattern.compile("([0-9a-z]{0,14})_([0-9a-z]{0,14})_(\\d{1,12})");

    @Inject
    private ArrivalManager arrivals;

    @Inject
    private Container container;

    @Inject
    private Toolkit toolkit;

    /**
     * What a visitor has not seen.
     *
     * @param since up to where the last visit went, empty if there was none
     * @param latest the moment of the latest contribution, empty if there is none
     * @param unread how many arrived since
     * @param address where to ask for what arrives from now on
     */
    public record Visit(String since, String latest, Count unread, String address)
    {
        /**
         * @param key the key of a contribution
         * @return {@code true} if it arrived after the last visit
         */
        public boolean isNew(String key)
        {
            return !this.since.isEmpty() && key.substring(key.length() - this.since.length()).compareTo(this.since) > 0;
        }
    }

    /**
     * @param thread the page of a thread that is looked at
     * @return what is new there, and from now on known as seen
     * @throws CrowdsourcingException if it cannot be read
     */
    public Visit visit(DocumentReference thread) throws CrowdsourcingException
    {
        String latest = this.arrivals.getLatest(thread);
        String name = "cs-visit-" + Integer.toHexString(this.toolkit.serialize(thread).hashCode());
        String since = "";
        String until = "";
        long now = Duration.ofMillis(Instant.now().toEpochMilli()).toMinutes();
        Matcher known = VALUE.matcher(find(name));
        if (known.matches()) {
            boolean same = now - Long.parseLong(known.group(3)) < PAUSE.toMinutes();
            since = same ? known.group(1) : known.group(2);
            until = known.group(2);
        }
        remember(name, since + '_' + (latest.compareTo(until) > 0 ? latest : until) + '_' + now);
        return new Visit(since, latest, this.arrivals.count(thread, since),
            this.toolkit.getArrivalsURL(thread));
    }

    private String find(String name)
    {
        if (this.container.getRequest() instanceof ServletRequest request && request.getRequest().getCookies() != null)
        {
            for (Cookie cookie : request.getRequest().getCookies()) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }

    private void remember(String name, String value)
    {
        if (this.container.getRequest() instanceof ServletRequest request
            && this.container.getResponse() instanceof ServletResponse response)
        {
            HttpServletRequest http = request.getRequest();
            Cookie cookie = new Cookie(name, value);
            cookie.setMaxAge(YEAR);
            cookie.setHttpOnly(true);
            cookie.setSecure(http.isSecure());
            cookie.setPath(http.getContextPath() + '/');
            cookie.setAttribute("SameSite", "Lax");
            response.getResponse().addCookie(cookie);
        }
    }
}
