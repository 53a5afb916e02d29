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

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.script.ScriptContext;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.servlet.ServletRequest;
import org.xwiki.container.servlet.ServletResponse;
import org.xwiki.script.ScriptContextInitializer;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.api.Context;
import com.xpn.xwiki.api.Document;
import com.xpn.xwiki.api.XWiki;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Gives scripts the page, the wiki and the request under the names that XWiki gives them.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("xwiki")
@Singleton
public class BindingsInitializer implements ScriptContextInitializer
{
    private static final String TRANSLATED = "tdoc";

    private static final String XCONTEXT = "xcontext";

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private Container container;

    @Inject
    private Logger logger;

    @Override
    public void initialize(ScriptContext scriptContext)
    {
        XWikiContext context = this.contextProvider.get();
        if (context == null) {
            return;
        }
        if (scriptContext.getAttribute(XCONTEXT) == null) {
            set(scriptContext, XCONTEXT, new Context(context));
            set(scriptContext, "xwiki", new XWiki(context.getWiki(), context));
        }
        if (this.container.getRequest() instanceof ServletRequest request) {
            set(scriptContext, "request", new ScriptRequest(request.getRequest()));
        }
        if (this.container.getResponse() instanceof ServletResponse response) {
            set(scriptContext, "response", response.getResponse());
        }
        XWikiDocument document = context.getDoc();
        if (document != null) {
            Document api = setDocument(scriptContext, "doc", document, context);
            Document translated = setDocument(scriptContext, TRANSLATED, getTranslation(document, context), context);
            set(scriptContext, "cdoc", translated);
            XWikiDocument secure = (XWikiDocument) context.get(Contexts.SECURE_DOCUMENT);
            if (secure == null) {
                set(scriptContext, Contexts.SECURE_DOCUMENT, api);
            } else {
                setDocument(scriptContext, Contexts.SECURE_DOCUMENT, secure, context);
            }
        }
        set(scriptContext, "locale", context.getLocale());
    }

    private XWikiDocument getTranslation(XWikiDocument document, XWikiContext context)
    {
        XWikiDocument known = (XWikiDocument) context.get(TRANSLATED);
        if (known != null) {
            return known;
        }
        try {
            return document.getTranslatedDocument(context);
        } catch (XWikiException e) {
            this.logger.warn("Failed to get the translation of [{}]", document.getDocumentReference(), e);
            return document;
        }
    }

    private Document setDocument(ScriptContext scriptContext, String name, XWikiDocument document,
        XWikiContext context)
    {
        Document known = (Document) scriptContext.getAttribute(name);
        if (known == null || !known.same(document)) {
            known = new Document(document, context);
            set(scriptContext, name, known);
        }
        return known;
    }

    private void set(ScriptContext scriptContext, String name, Object value)
    {
        scriptContext.setAttribute(name, value, ScriptContext.ENGINE_SCOPE);
    }
}
