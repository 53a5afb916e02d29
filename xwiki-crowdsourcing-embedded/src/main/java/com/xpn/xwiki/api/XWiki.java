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
package com.xpn.xwiki.api;

import org.xwiki.contrib.crowdsourcing.embedded.skin.SkinExtensions;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.web.Utils;

/**
 * The wiki, as scripts see it.
 *
 * @version $Id$
 */
public class XWiki extends Api
{
    private final com.xpn.xwiki.XWiki xwiki;

    public XWiki(com.xpn.xwiki.XWiki xwiki, XWikiContext context)
    {
        super(context);
        this.xwiki = xwiki;
    }

    private static DocumentReference resolve(String fullName)
    {
        DocumentReferenceResolver<String> resolver =
            Utils.getComponent(DocumentReferenceResolver.TYPE_STRING, "currentmixed");
        return resolver.resolve(fullName);
    }

    public Document getDocument(String fullName) throws XWikiException
    {
        return getDocument(resolve(fullName));
    }

    /** @return the page, null when the current user may not see it */
    public Document getDocument(DocumentReference reference) throws XWikiException
    {
        return getContextualAuthorizationManager().hasAccess(Right.VIEW, reference)
            ? new Document(this.xwiki.getDocument(reference, getXWikiContext()), getXWikiContext()) : null;
    }

    public boolean exists(String fullname) throws XWikiException
    {
        return exists(resolve(fullname));
    }

    public boolean exists(DocumentReference reference) throws XWikiException
    {
        return this.xwiki.exists(reference, getXWikiContext());
    }

    public Class getClass(String documentName) throws XWikiException
    {
        Document document = getDocument(documentName);
        return document == null ? null : document.getxWikiClass();
    }

    public String getURL(String fullname) throws XWikiException
    {
        return getURL(fullname, "view");
    }

    public String getURL(String fullname, String action) throws XWikiException
    {
        return getURL(fullname, action, null);
    }

    public String getURL(String fullname, String action, String querystring) throws XWikiException
    {
        return getURL(resolve(fullname), action, querystring);
    }

    public String getURL(DocumentReference reference) throws XWikiException
    {
        return getURL(reference, "view", null);
    }

    public String getURL(EntityReference reference) throws XWikiException
    {
        return this.xwiki.getURL(reference, getXWikiContext());
    }

    public String getURL(DocumentReference reference, String action, String querystring) throws XWikiException
    {
        return this.xwiki.getURL(reference, action, querystring, null, getXWikiContext());
    }

    /** The skin extensions, the only plugins there are. */
    public Api get(String name)
    {
        return (Api) Utils.<SkinExtensions>getComponent(SkinExtensions.class).get(name);
    }
}
