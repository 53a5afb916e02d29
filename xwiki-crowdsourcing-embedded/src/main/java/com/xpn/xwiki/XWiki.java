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
package com.xpn.xwiki;

import java.util.Locale;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.classes.BaseClass;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

/**
 * The wiki.
 *
 * @version $Id$
 */
public class XWiki
{
    public void saveDocument(XWikiDocument xWikiDocument, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.saveDocument");
    }

    public void saveDocument(XWikiDocument xWikiDocument, String string, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.saveDocument");
    }

    public void saveDocument(XWikiDocument xWikiDocument, String string, boolean flag, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.saveDocument");
    }

    public XWikiDocument getDocument(EntityReference reference, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.getDocument");
    }

    public XWikiDocument getDocument(String string, EntityType entityType, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.getDocument");
    }

    public XWikiDocument getDocument(XWikiDocument xWikiDocument, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.getDocument");
    }

    public XWikiDocument getDocument(DocumentReference documentReference, String string, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.getDocument");
    }

    public XWikiDocument getDocument(XWikiDocument xWikiDocument, String string, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.getDocument");
    }

    public XWikiDocument getDocument(DocumentReference documentReference, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.getDocument");
    }

    public XWikiDocument getDocument(String string, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.getDocument");
    }

    public XWikiDocument getDocument(String string, String string2, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.getDocument");
    }

    public String getXWikiPreference(String string, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getXWikiPreference");
    }

    public String getXWikiPreference(String string, String string2, String string3, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getXWikiPreference");
    }

    public String getXWikiPreference(String string, String string2, String string3, String string4, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getXWikiPreference");
    }

    public String getXWikiPreference(String string, String string2, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getXWikiPreference");
    }

    public Locale getDefaultLocale(XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getDefaultLocale");
    }

    public void deleteDocument(XWikiDocument xWikiDocument, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.deleteDocument");
    }

    public void deleteDocument(XWikiDocument xWikiDocument, boolean flag, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.deleteDocument");
    }

    public String getURL(EntityReference reference, String string, String string2, String string3, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getURL");
    }

    public String getURL(EntityReference reference, String string, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getURL");
    }

    public String getURL(EntityReference reference, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getURL");
    }

    public String getURL(DocumentReference documentReference, String string, String string2, String string3, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getURL");
    }

    public String getURL(String string, String string2, String string3, String string4, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getURL");
    }

    public String getURL(String string, String string2, String string3, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getURL");
    }

    public String getURL(DocumentReference documentReference, String string, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getURL");
    }

    public String getURL(String string, String string2, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getURL");
    }

    public String getUserName(String string, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getUserName");
    }

    public String getUserName(String string, String string2, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getUserName");
    }

    public String getUserName(String string, String string2, boolean flag, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getUserName");
    }

    public String getUserName(DocumentReference documentReference, String string, boolean flag, boolean flag2, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWiki.getUserName");
    }

    public boolean exists(String string, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.exists");
    }

    public boolean exists(DocumentReference documentReference, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.exists");
    }

    public void deleteAllDocuments(XWikiDocument xWikiDocument, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.deleteAllDocuments");
    }

    public void deleteAllDocuments(XWikiDocument xWikiDocument, boolean flag, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.deleteAllDocuments");
    }

    public BaseClass getXClass(DocumentReference documentReference, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWiki.getXClass");
    }

    public String getDefaultDocumentSyntax()
    {
        throw new UnsupportedOperationException("XWiki.getDefaultDocumentSyntax");
    }
}
