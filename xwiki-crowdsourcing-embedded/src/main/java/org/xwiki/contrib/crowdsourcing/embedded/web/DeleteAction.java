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

import java.util.Map;

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.doc.XWikiDocument;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Asks whether a page shall go, then deletes it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("delete")
@Singleton
public class DeleteAction extends AbstractAction
{
    @Override
    public void execute(Exchange exchange) throws Exception
    {
        check(exchange, Right.DELETE, exchange.reference());
        XWikiDocument document = load(exchange);
        if (document.isNew()) {
            throw new WebError(HttpServletResponse.SC_NOT_FOUND, "embedded.error.missing");
        }
        boolean done = exchange.isPost();
        if (done) {
            checkForm(exchange);
            exchange.context().getWiki().deleteAllDocuments(document, exchange.context());
        }
        show(exchange, "delete.vm", Map.of("done", done));
    }
}
