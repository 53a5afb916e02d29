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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

/**
 * Who is logged in: kept in the session, and when asked for in a signed cookie that outlives it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = UserSession.class)
@Singleton
public class UserSession
{
    /**
     * The name of the field that asks for a longer session.
     */
    public static final String REMEMBER = "j_rememberme";

    private static final String USER = "embedded.user";

    private static final String COOKIE = "remember";

    private static final String DOT = ".";

    private static final String SEPARATOR = "~";

    private static final Duration REMEMBERED = Duration.ofDays(14);

    private static final LocalDocumentReference USER_CLASS = new LocalDocumentReference("XWiki", "XWikiUsers");

    @Inject
    private Secrets secrets;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param request the request
     * @return who sent it, {@code null} for a guest
     */
    public DocumentReference getUser(HttpServletRequest request)
    {
        HttpSession session = request.getSession(false);
        String name = session == null ? null : (String) session.getAttribute(USER);
        if (name == null) {
            name = getRemembered(request);
        }
        if (name == null) {
            return null;
        }
        DocumentReference user = this.resolver.resolve(name);
        return getStamp(user) == null ? null : user;
    }

    /**
     * @param exchange the request that logs in
     * @param user who logs in
     */
    public void open(Exchange exchange, DocumentReference user)
    {
        HttpServletRequest request = exchange.request();
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        String name = this.serializer.serialize(user);
        request.getSession(true).setAttribute(USER, name);
        if (exchange.has(REMEMBER)) {
            String value = name + SEPARATOR + Instant.now().plus(REMEMBERED).getEpochSecond();
            setCookie(exchange, encode(value) + '.' + sign(value, user), REMEMBERED);
        }
    }

    /**
     * @param exchange the request that logs out
     */
    public void close(Exchange exchange)
    {
        if (exchange.request().getSession(false) != null) {
            exchange.request().getSession(false).invalidate();
        }
        setCookie(exchange, "", Duration.ZERO);
    }

    private void setCookie(Exchange exchange, String value, Duration age)
    {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath(DocumentURLs.CONTEXT_PATH);
        cookie.setHttpOnly(true);
        cookie.setSecure(exchange.request().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) age.toSeconds());
        HttpServletResponse response = exchange.response();
        response.addCookie(cookie);
    }

    private String getRemembered(HttpServletRequest request)
    {
        if (request.getCookies() == null) {
            return null;
        }
        for (Cookie cookie : request.getCookies()) {
            if (COOKIE.equals(cookie.getName()) && cookie.getValue().contains(DOT)) {
                return readCookie(cookie.getValue());
            }
        }
        return null;
    }

    private String readCookie(String cookie)
    {
        try {
            String value = new String(Base64.getUrlDecoder()
                .decode(StringUtils.substringBefore(cookie, DOT)), StandardCharsets.UTF_8);
            String name = StringUtils.substringBeforeLast(value, SEPARATOR);
            long end = Long.parseLong(StringUtils.substringAfterLast(value, SEPARATOR));
            boolean valid = Instant.now().getEpochSecond() < end
                && Secrets.isSame(sign(value, this.resolver.resolve(name)), StringUtils.substringAfter(cookie, DOT));
            return valid ? name : null;
        } catch (IllegalArgumentException e) {
            // Not a cookie of ours.
            return null;
        }
    }

    private String encode(String value)
    {
        return Base64.getUrlEncoder().withoutPadding()
            .encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String value, DocumentReference user)
    {
        // A new password makes old cookies worthless.
        return this.secrets.sign("remember\n" + value + '\n' + getStamp(user));
    }

    private String getStamp(DocumentReference user)
    {
        XWikiContext context = this.contextProvider.get();
        try {
            XWikiDocument document = context.getWiki().getDocument(user, context);
            BaseObject object = document.getXObject(USER_CLASS);
            boolean active = object != null && object.getIntValue("active", 1) == 1;
            return active ? object.getStringValue("password") : null;
        } catch (XWikiException e) {
            throw new IllegalStateException("Failed to load the user [" + user + ']', e);
        }
    }
}
