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
package org.xwiki.contrib.crowdsourcing.embedded.model;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.bridge.DocumentAccessBridge;
import org.xwiki.bridge.DocumentModelBridge;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.web.DocumentURLs;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.security.authorization.ContextualAuthorizationManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.BaseProperty;

/**
 * Gives pages to modules that do not know how they are stored.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultDocumentAccessBridge implements DocumentAccessBridge
{
    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private ContextualAuthorizationManager authorization;

    @Inject
    private Provider<DocumentURLs> urlsProvider;

    private XWikiDocument document(DocumentReference reference) throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        return context.getWiki().getDocument(reference, context);
    }

    @Override
    public DocumentModelBridge getDocument(DocumentReference documentReference) throws Exception
    {
        return document(documentReference);
    }

    @Override
    public DocumentReference getCurrentDocumentReference()
    {
        XWikiDocument document = this.contextProvider.get().getDoc();
        return document == null ? null : document.getDocumentReference();
    }

    @Override
    public Object getProperty(DocumentReference documentReference, DocumentReference classReference,
        String propertyName)
    {
        return value(documentReference, classReference, -1, propertyName);
    }

    private Object value(DocumentReference documentReference, DocumentReference classReference, int number,
        String name)
    {
        try {
            XWikiDocument document = document(documentReference);
            BaseObject object =
                number < 0 ? document.getXObject(classReference) : document.getXObject(classReference, number);
            return object != null && object.safeget(name) instanceof BaseProperty<?> property ? property.getValue()
                : null;
        } catch (XWikiException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String getDocumentURL(DocumentReference documentReference, String action, String queryString,
        String anchor)
    {
        return getDocumentURL(documentReference, action, queryString, anchor, false);
    }

    @Override
    public String getDocumentURL(DocumentReference documentReference, String action, String queryString,
        String anchor, boolean isFullURL)
    {
        DocumentReference reference = documentReference == null ? getCurrentDocumentReference() : documentReference;
        return isFullURL ? this.urlsProvider.get().getExternalURL(reference, action, queryString, anchor)
            : this.urlsProvider.get().getURL(reference, action, queryString, anchor);
    }

    @Override
    public DocumentReference getCurrentUserReference()
    {
        return this.contextProvider.get().getUserReference();
    }
}
