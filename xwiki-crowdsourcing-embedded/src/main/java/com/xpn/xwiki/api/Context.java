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

    public String getLanguage()
    {
        return getXWikiContext().getLanguage();
    }

    public String getUser()
    {
        return getXWikiContext().getUser();
    }

    public java.lang.Object get(String key)
    {
        return getXWikiContext().get("api." + key);
    }

    public void put(String key, java.lang.Object value)
    {
        getXWikiContext().put("api." + key, value);
    }

    public void setFinished(boolean finished)
    {
        getXWikiContext().setFinished(finished);
    }

    public XWikiValidationStatus getValidationStatus()
    {
        return getXWikiContext().getValidationStatus();
    }
}
