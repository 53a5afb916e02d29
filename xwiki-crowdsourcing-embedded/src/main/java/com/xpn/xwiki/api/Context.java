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

import java.util.Locale;

import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.validation.XWikiValidationStatus;

/**
 * The context of a request, as scripts see it.
 *
 * @version $Id$
 */
public class Context extends Api
{
    public Context(XWikiContext context)
    {
        super(context);
    }

    public String getAction()
    {
        return getXWikiContext().getAction();
    }

    public String getDatabase()
    {
        return getXWikiContext().getWikiId();
    }

    public String getMainWikiName()
    {
        return getXWikiContext().getMainXWiki();
    }

    public String getLanguage()
    {
        return getXWikiContext().getLanguage();
    }

    public Locale getLocale()
    {
        return getXWikiContext().getLocale();
    }

    public String getUser()
    {
        return getXWikiContext().getUser();
    }

    public DocumentReference getUserReference()
    {
        return getXWikiContext().getUserReference();
    }

    public java.lang.Object get(String key)
    {
        return getXWikiContext().get("api." + key);
    }

    public void put(String key, java.lang.Object value)
    {
        getXWikiContext().put("api." + key, value);
    }

    public String getDisplayMode()
    {
        java.lang.Object mode = getXWikiContext().get("display");
        return mode == null ? "view" : mode.toString();
    }

    public void setDisplayMode(String mode)
    {
        getXWikiContext().put("display", mode);
    }

    public XWikiValidationStatus getValidationStatus()
    {
        return getXWikiContext().getValidationStatus();
    }

    public void dropPermissions()
    {
        getXWikiContext().dropPermissions();
    }
}
