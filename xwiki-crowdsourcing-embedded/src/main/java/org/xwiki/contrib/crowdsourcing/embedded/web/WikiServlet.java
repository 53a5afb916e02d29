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

import org.apache.commons.lang3.StringUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xwiki.bridge.event.ActionExecutingEvent;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.container.Container;
import org.xwiki.container.servlet.ServletRequest;
import org.xwiki.container.servlet.ServletResponse;
import org.xwiki.contrib.crowdsourcing.embedded.skin.Skin;
import org.xwiki.contrib.crowdsourcing.embedded.skin.SkinExtensions;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.ObservationManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Answers all requests for pages.
 *
 * @version $Id$
 * @since 1.0
 */
public class WikiServlet extends HttpServlet
{
    /**
     * How much a form may send, in bytes.
     */
    public static final int MAXIMUM_FORM_SIZE = 4 * 1024 * 1024;

    private static final long serialVersionUID = 1L;

    private static final Logger LOGGER = LoggerFactory.getLogger(WikiServlet.class);

    private static final String BIN = "/bin/";

    private static final String FAILURE = "Failed to answer [{}]";

    private static final String TOO_LARGE = "embedded.error.large";

    private static final String SLASH = "/";

    private static final String CACHE_CONTROL = "Cache-Control";

    private final transient ComponentManager componentManager;

    /**
     * @param componentManager the components of the wiki
     */
    public WikiServlet(ComponentManager componentManager)
    {
        this.componentManager = componentManager;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException
    {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "frame-ancestors 'self'");
        response.setHeader("Referrer-Policy", "same-origin");
        String path = StringUtils.removeStart(request.getRequestURI(), DocumentURLs.CONTEXT_PATH);
        if (path.isEmpty() || SLASH.equals(path) || "/bin".equals(path) || BIN.equals(path)) {
            response.setHeader("Location", DocumentURLs.BIN_PATH + "/view/Main/");
            response.setStatus(HttpServletResponse.SC_FOUND);
            return;
        }
        try {
            Contexts contexts = get(Contexts.class);
            XWikiContext context = contexts.open(null);
            Container container = get(Container.class);
            container.pushRequest(new ServletRequest(request));
            container.pushResponse(new ServletResponse(response));
            try {
                answer(request, response, context, path);
            } finally {
                container.popResponse();
                container.popRequest();
                contexts.close();
            }
        } catch (Exception e) {
            LOGGER.error(FAILURE, request.getRequestURI(), e);
            if (!response.isCommitted()) {
                response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException
    {
        doGet(request, response);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, XWikiContext context, String path)
        throws Exception
    {
        DocumentReference reference = DocumentURLs.parse("Main/WebHome");
        Exchange exchange = new Exchange(request, response, context, reference);
        // The messages of errors need a page around them, too.
        Contexts.setDocument(context, new XWikiDocument(reference));
        try {
            checkBody(request);
            context.setUserReference(get(UserSession.class).getUser(request));
            context.setLocale(get(Locales.class).getLocale(exchange));
            response.setHeader(CACHE_CONTROL, context.getUserReference() == null ? "no-cache" : "no-store");
            get(SkinExtensions.class).getHead();
            String rest = StringUtils.removeStart(path, BIN);
            String name = StringUtils.substringBefore(rest, SLASH);
            if (rest.equals(path) || !this.componentManager.hasComponent(Action.class, name)) {
                throw new WebError(HttpServletResponse.SC_NOT_FOUND, "embedded.error.action");
            }
            reference = DocumentURLs.parse(StringUtils.substringAfter(rest, SLASH));
            exchange = new Exchange(request, response, context, reference);
            Contexts.setDocument(context, new XWikiDocument(reference));
            context.setAction(name);
            Action action = this.componentManager.getInstance(Action.class, name);
            context.setForm(new SentForm(request));
            get(ObservationManager.class).notify(new ActionExecutingEvent(name), context.getDoc(), context);
            action.execute(exchange);
        } catch (WebError e) {
            fail(exchange, e);
        } catch (Exception e) {
            // What the reader learns is that it failed, not how.
            LOGGER.error(FAILURE, request.getRequestURI(), e);
            fail(exchange, new WebError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, "embedded.error.failure"));
        }
    }

    private void checkBody(HttpServletRequest request) throws WebError
    {
        try {
            if (request.getContentLengthLong() > MAXIMUM_FORM_SIZE) {
                throw new WebError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, TOO_LARGE);
            }
            String type = StringUtils.substringBefore(StringUtils.defaultString(request.getContentType()), ";").trim();
            if ("POST".equals(request.getMethod()) && !type.isEmpty()
                && !"application/x-www-form-urlencoded".equalsIgnoreCase(type)) {
                throw new WebError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "embedded.error.type");
            }
            request.getParameterMap();
        } catch (RuntimeException e) {
            // A body without a declared length shows only while it is read that it is too large or malformed.
            boolean large = StringUtils.containsIgnoreCase(e.toString() + e.getCause(), "too large");
            throw new WebError(
                large ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : HttpServletResponse.SC_BAD_REQUEST,
                large ? TOO_LARGE : "embedded.error.malformed");
        }
    }

    private void fail(Exchange exchange, WebError error) throws Exception
    {
        if (exchange.response().isCommitted()) {
            return;
        }
        exchange.response().resetBuffer();
        if (error.getStatus() == HttpServletResponse.SC_UNAUTHORIZED && !exchange.isPost()) {
            exchange.redirect(DocumentURLs.BIN_PATH + "/login/XWiki/XWikiLogin?xredirect="
                + DocumentURLs.encode(exchange.request().getRequestURI()
                    + StringUtils.defaultString(exchange.request().getQueryString()).replaceFirst("^(?=.)", "?")));
            return;
        }
        exchange.response().setStatus(error.getStatus());
        exchange.send(get(Skin.class).render(exchange, "error.vm",
            Map.of("status", error.getStatus(), "message", error.getKey())));
    }

    private <T> T get(Class<T> type) throws ComponentLookupException
    {
        return this.componentManager.getInstance(type);
    }
}
