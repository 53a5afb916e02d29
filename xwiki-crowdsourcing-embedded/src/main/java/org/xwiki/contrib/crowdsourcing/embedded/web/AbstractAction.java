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
import java.util.Map;

import javax.inject.Inject;

import org.xwiki.contrib.crowdsourcing.embedded.skin.Skin;
import org.xwiki.csrf.CSRFToken;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

import jakarta.servlet.http.HttpServletResponse;

/**
 * What actions have in common.
 *
 * @version $Id$
 * @since 1.0
 */
public abstract class AbstractAction implements Action
{
    /**
     * Shows pages.
     */
    @Inject
    protected Skin skin;

    /**
     * Makes the URLs of pages.
     */
    @Inject
    protected DocumentURLs urls;

    @Inject
    private AuthorizationManager authorization;

    @Inject
    private CSRFToken csrf;

    /**
     * @param exchange the request
     * @param right what the user must be allowed to
     * @param reference on what
     * @return whether the user is allowed to
     */
    protected boolean isAllowed(Exchange exchange, Right right, EntityReference reference)
    {
        return this.authorization.hasAccess(right, exchange.context().getUserReference(), reference);
    }

    /**
     * @param exchange the request
     * @param right what the user must be allowed to
     * @param reference on what
     * @throws WebError when the user is not allowed to
     */
    protected void check(Exchange exchange, Right right, EntityReference reference) throws WebError
    {
        if (!isAllowed(exchange, right, reference)) {
            boolean guest = exchange.context().getUserReference() == null;
            throw new WebError(guest ? HttpServletResponse.SC_UNAUTHORIZED : HttpServletResponse.SC_FORBIDDEN,
                "embedded.error.forbidden");
        }
    }

    /**
     * @param exchange the request that wants to change something
     * @throws WebError when it is no form of this wiki, sent by this user
     */
    protected void checkForm(Exchange exchange) throws WebError
    {
        if (!exchange.isPost()) {
            throw new WebError(HttpServletResponse.SC_METHOD_NOT_ALLOWED, "embedded.error.method");
        }
        if (!this.csrf.isTokenValid(exchange.request().getParameter("form_token"))) {
            throw new WebError(HttpServletResponse.SC_FORBIDDEN, "embedded.error.token");
        }
    }

    /**
     * @param exchange the request
     * @return a copy of the page that the request is about, which has become the current one
     * @throws XWikiException when it cannot be loaded
     */
    protected XWikiDocument load(Exchange exchange) throws XWikiException
    {
        XWikiDocument document =
            exchange.context().getWiki().getDocument(exchange.reference(), exchange.context()).clone();
        Contexts.setDocument(exchange.context(), document);
        return document;
    }

    /**
     * @param exchange the request
     * @param template the template of what stands in the page
     * @param bindings what the template shows
     * @throws IOException when the page cannot be sent
     */
    protected void show(Exchange exchange, String template, Map<String, Object> bindings) throws IOException
    {
        exchange.send(this.skin.render(exchange, template, bindings));
    }
}
