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
package org.xwiki.contrib.crowdsourcing.embedded.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A request, its response, and the context they run in.
 *
 * @param request the request
 * @param response the response
 * @param context the context
 * @param reference the page that the request is about
 * @version $Id$
 * @since 1.0
 */
public record Exchange(HttpServletRequest request, HttpServletResponse response, XWikiContext context,
    DocumentReference reference)
{
    /**
     * @param name the name of a parameter
     * @return its value, empty when it was not sent
     */
    public String get(String name)
    {
        return StringUtils.defaultString(this.request.getParameter(name));
    }

    /**
     * @param name the name of a parameter
     * @return whether it was sent
     */
    public boolean has(String name)
    {
        return this.request.getParameter(name) != null;
    }

    /**
     * @return whether the request may change something
     */
    public boolean isPost()
    {
        return "POST".equals(this.request.getMethod());
    }

    /**
     * @param html the page to send
     * @throws IOException when it cannot be sent
     */
    public void send(String html) throws IOException
    {
        this.response.setContentType("text/html");
        this.response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        this.response.setContentLength(bytes.length);
        this.response.getOutputStream().write(bytes);
    }

    /**
     * @param url where the browser goes next, with a request that changes nothing
     */
    public void redirect(String url)
    {
        this.response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        this.response.setHeader("Location", url);
    }

    /**
     * @param url where to go when the request does not say
     * @return where the request says to go, if that is in this wiki
     */
    public String getRedirect(String url)
    {
        String asked = get("xredirect");
        // Another site could be hidden behind two slashes, or a backslash that browsers take for one.
        boolean local = asked.startsWith(DocumentURLs.CONTEXT_PATH + "/")
            && !StringUtils.containsAny(asked, '\\', '\r', '\n');
        return local ? asked : url;
    }

    /**
     * @param resolver makes a reference of what the request says
     * @param <T> the type of the reference
     * @return the reference
     * @throws WebError when nothing can have such a name
     */
    public static <T> T resolve(Supplier<T> resolver) throws WebError
    {
        try {
            return resolver.get();
        } catch (IllegalArgumentException e) {
            throw new WebError(HttpServletResponse.SC_BAD_REQUEST, "embedded.error.malformed");
        }
    }
}
