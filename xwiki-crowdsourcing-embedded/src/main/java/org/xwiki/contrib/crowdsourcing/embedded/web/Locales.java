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

import java.util.Collections;
import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.localization.Messages;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;

import jakarta.servlet.http.Cookie;

/**
 * Finds the language of a reader: asked for in the request, chosen before, set in the profile, or the browser's.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Locales.class)
@Singleton
public class Locales
{
    private static final String LANGUAGE = "language";

    private static final int YEAR = 365 * 24 * 3600;

    @Inject
    private Messages messages;

    /**
     * @param exchange the request
     * @return the language to answer in
     * @throws XWikiException when the profile of the user cannot be read
     */
    public Locale getLocale(Exchange exchange) throws XWikiException
    {
        Locale result = toLocale(exchange.get(LANGUAGE));
        if (result != null) {
            Cookie cookie = new Cookie(LANGUAGE, result.toLanguageTag());
            cookie.setPath(DocumentURLs.CONTEXT_PATH);
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            cookie.setMaxAge(YEAR);
            exchange.response().addCookie(cookie);
            return result;
        }
        result = toLocale(getCookie(exchange));
        if (result == null) {
            result = toLocale(getPreference(exchange.context()));
        }
        if (result == null) {
            result = Collections.list(exchange.request().getLocales()).stream()
                .map(locale -> toLocale(locale.getLanguage())).filter(locale -> locale != null).findFirst()
                .orElse(null);
        }
        return result == null ? Locale.ENGLISH : result;
    }

    private String getCookie(Exchange exchange)
    {
        Cookie[] cookies = exchange.request().getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (LANGUAGE.equals(cookie.getName())) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    private String getPreference(XWikiContext context) throws XWikiException
    {
        DocumentReference user = context.getUserReference();
        return user == null ? null : context.getWiki().getDocument(user, context)
            .getStringValue(new LocalDocumentReference("XWiki", "XWikiUsers"), "default_language");
    }

    private Locale toLocale(String tag)
    {
        if (StringUtils.isBlank(tag) || tag.length() > 10) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(tag.replace('_', '-'));
        // A language counts as one of the wiki's when its messages say which it is.
        boolean known = locale.getLanguage().equals(this.messages.get("embedded.language", locale));
        return known ? locale : null;
    }
}
