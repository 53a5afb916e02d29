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

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.servlet.ServletRequest;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

import jakarta.servlet.http.HttpServletRequest;

/**
 * XWiki's scheme: {@code /xwiki/bin/action/Space/Page}, where the home page of a space is the space itself with a slash
 * at its end.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = DocumentURLs.class)
@Singleton
public class DocumentURLs
{
    /**
     * The path of the wiki.
     */
    public static final String CONTEXT_PATH = "/xwiki";

    /**
     * The path of all actions.
     */
    public static final String BIN_PATH = CONTEXT_PATH + "/bin";

    /**
     * The name of the home page of a space.
     */
    public static final String HOME = "WebHome";

    /**
     * The action that shows a page.
     */
    public static final String VIEW = "view";

    private static final String PLUS = "+";

    private static final String SEPARATOR = "/";

    private static final String MAIN = "Main";

    @Inject
    private EmbeddedWikiConfiguration configuration;

    @Inject
    private Container container;

    /**
     * @param reference the page
     * @param action what to do with the page, {@code null} to see it
     * @param queryString the query string, may be {@code null}
     * @param anchor the anchor, may be {@code null}
     * @return the URL, relative to the server
     */
    public String getURL(EntityReference reference, String action, String queryString, String anchor)
    {
        String realAction = StringUtils.defaultIfEmpty(action, VIEW);
        StringBuilder result = new StringBuilder(BIN_PATH).append('/').append(realAction);
        EntityReference page = reference.extractReference(EntityType.DOCUMENT);
        for (EntityReference part : reference.getReversedReferenceChain()) {
            if (part.getType() == EntityType.SPACE) {
                result.append('/').append(encode(part.getName()));
            }
        }
        result.append('/');
        if (page == null) {
            result.append(VIEW.equals(realAction) ? "" : HOME);
        } else if (!HOME.equals(page.getName()) || !VIEW.equals(realAction)) {
            result.append(encode(page.getName()));
        }
        if (StringUtils.isNotEmpty(queryString)) {
            result.append('?').append(queryString);
        }
        if (StringUtils.isNotEmpty(anchor)) {
            result.append('#').append(encode(anchor));
        }
        return result.toString();
    }

    /**
     * @param reference the page
     * @param action what to do with the page, {@code null} to see it
     * @param queryString the query string, may be {@code null}
     * @param anchor the anchor, may be {@code null}
     * @return the absolute URL
     */
    public String getExternalURL(EntityReference reference, String action, String queryString, String anchor)
    {
        return getServerURL() + getURL(reference, action, queryString, anchor);
    }

    private String getServerURL()
    {
        if (this.container.getRequest() instanceof ServletRequest servletRequest) {
            HttpServletRequest request = servletRequest.getRequest();
            return request.getScheme() + "://" + StringUtils.defaultIfEmpty(request.getHeader("Host"),
                request.getServerName() + ':' + request.getServerPort());
        }
        return StringUtils.removeEnd(this.configuration.getURL(), CONTEXT_PATH);
    }

    /**
     * @param path the part of an URL's path after the action, still encoded
     * @return the page meant
     */
    public static DocumentReference parse(String path)
    {
        List<String> names = new ArrayList<>();
        for (String segment : Arrays.asList(StringUtils.defaultString(path).split(SEPARATOR, -1))) {
            names.add(URLDecoder.decode(segment.replace(PLUS, "%2B"), StandardCharsets.UTF_8));
        }
        String page = names.remove(names.size() - 1);
        names.removeIf(String::isEmpty);
        if (names.isEmpty()) {
            names.add(page.isEmpty() ? MAIN : page);
            page = HOME;
        }
        return new DocumentReference(EmbeddedWikiConfiguration.WIKI, names, page.isEmpty() ? HOME : page);
    }

    /**
     * @param name a name
     * @return the name as a segment of a path
     */
    public static String encode(String name)
    {
        // A segment of dots alone would be taken for a way up.
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace(PLUS, "%20");
        return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
    }
}
