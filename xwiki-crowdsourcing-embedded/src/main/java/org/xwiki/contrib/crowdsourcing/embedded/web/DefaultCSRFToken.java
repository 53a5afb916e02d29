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

import java.security.SecureRandom;
import java.util.Base64;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.servlet.ServletRequest;
import org.xwiki.csrf.CSRFToken;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/**
 * A token per user, the same after a restart so that what was typed meanwhile can still be sent; a token per session
 * for guests.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultCSRFToken implements CSRFToken
{
    private static final String SESSION_KEY = "embedded.csrf";

    private static final String SUBJECT = "csrf\n";

    private static final int TOKEN_LENGTH = 24;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private Provider<Secrets> secrets;

    @Inject
    private Container container;

    @Override
    public String getToken()
    {
        DocumentReference user = this.contextProvider.get().getUserReference();
        if (user != null) {
            return this.secrets.get().sign(SUBJECT + user);
        }
        HttpServletRequest request = getRequest();
        if (request == null) {
            return this.secrets.get().sign(SUBJECT);
        }
        HttpSession session = request.getSession(true);
        String token = (String) session.getAttribute(SESSION_KEY);
        if (token == null) {
            byte[] random = new byte[TOKEN_LENGTH];
            new SecureRandom().nextBytes(random);
            token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            session.setAttribute(SESSION_KEY, token);
        }
        return token;
    }

    @Override
    public boolean isTokenValid(String token)
    {
        return Secrets.isSame(getToken(), token);
    }

    private HttpServletRequest getRequest()
    {
        return this.container.getRequest() instanceof ServletRequest request ? request.getRequest() : null;
    }
}
