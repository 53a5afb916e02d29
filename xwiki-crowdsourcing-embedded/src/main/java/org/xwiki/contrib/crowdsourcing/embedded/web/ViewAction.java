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

import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.rendering.DocumentRenderer;
import org.xwiki.contrib.crowdsourcing.embedded.skin.History;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Shows a page, or its history.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(hints = {"view", "get"})
@Singleton
public class ViewAction extends AbstractAction
{
    private static final String REVISION = "rev";

    @Inject
    private DocumentRenderer renderer;

    @Inject
    private History history;

    @Inject
    private SearchPage search;

    @Override
    public void execute(Exchange exchange) throws Exception
    {
        XWikiContext context = exchange.context();
        check(exchange, Right.VIEW, exchange.reference());
        XWikiDocument document = context.getWiki().getDocument(exchange.reference(), context);
        Contexts.setDocument(context, document);
        if (document.isNew()) {
            showMissing(exchange);
        } else if ("history".equals(exchange.get("viewer"))) {
            show(exchange, "history.vm", Map.of("versions", this.history.get(document)));
        } else {
            showPage(exchange, document);
        }
    }

    private void showPage(Exchange exchange, XWikiDocument document) throws Exception
    {
        Map<String, Object> bindings = new HashMap<>();
        XWikiDocument shown = document;
        if (exchange.has(REVISION)) {
            shown = getRevision(exchange, document);
            Contexts.setDocument(exchange.context(), shown);
            bindings.put("revision", shown.getVersion());
        }
        String content = this.renderer.renderContent(shown, Syntax.HTML_5_0, false);
        if (exchange.context().isFinished()) {
            // The page has answered by itself.
            return;
        }
        bindings.put("content", content);
        // The action get gives the content alone.
        if ("get".equals(exchange.context().getAction()) || "plain".equals(exchange.get("xpage"))) {
            exchange.send(content);
        } else {
            show(exchange, "view.vm", bindings);
        }
    }

    private XWikiDocument getRevision(Exchange exchange, XWikiDocument document)
        throws WebError, XWikiException
    {
        String version = exchange.get(REVISION);
        XWikiDocument revision = version.matches("\\d{1,6}\\.\\d{1,6}")
            ? exchange.context().getWiki().getDocument(document, version, exchange.context()) : null;
        if (revision == null || revision.isNew()) {
            throw new WebError(HttpServletResponse.SC_NOT_FOUND, "embedded.error.revision");
        }
        return revision;
    }

    private void showMissing(Exchange exchange) throws Exception
    {
        DocumentReference reference = exchange.reference();
        if (SearchPage.REFERENCE.equals(reference.getLocalDocumentReference())) {
            show(exchange, "search.vm", this.search.find(exchange));
            return;
        }
        DocumentReference home = new DocumentReference(DocumentURLs.HOME,
            new SpaceReference(reference.getName(), reference.getLastSpaceReference()));
        boolean terminal = !DocumentURLs.HOME.equals(reference.getName());
        if (terminal && exchange.context().getWiki().exists(home, exchange.context())) {
            exchange.redirect(this.urls.getURL(home, exchange.context().getAction(),
                exchange.request().getQueryString(), null));
            return;
        }
        exchange.response().setStatus(HttpServletResponse.SC_NOT_FOUND);
        DocumentReference wanted = terminal ? home : reference;
        boolean creatable = isAllowed(exchange, Right.EDIT, wanted);
        show(exchange, "missing.vm",
            Map.of("createURL", creatable ? this.urls.getURL(wanted, "create", null, null) : ""));
    }
}
