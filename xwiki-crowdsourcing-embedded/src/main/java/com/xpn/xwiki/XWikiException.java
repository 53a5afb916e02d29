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

/**
 * A problem in the wiki.
 *
 * @version $Id$
 */
public class XWikiException extends Exception
{
    public static final int MODULE_XWIKI = 0;

    public static final int MODULE_XWIKI_DOC = 2;

    public static final int MODULE_XWIKI_STORE = 3;

    public static final int MODULE_XWIKI_CLASSES = 7;

    public static final int MODULE_XWIKI_ACCESS = 9;

    public static final int ERROR_XWIKI_UNKNOWN = 0;

    public static final int ERROR_XWIKI_STORE_HIBERNATE_SAVING_DOC = 3201;

    public static final int ERROR_XWIKI_STORE_HIBERNATE_READING_DOC = 3202;

    public static final int ERROR_XWIKI_STORE_HIBERNATE_DELETING_DOC = 3203;

    public static final int ERROR_XWIKI_CLASSES_FIELD_INVALID = 7002;

    public static final int ERROR_XWIKI_ACCESS_DENIED = 9001;

    private static final long serialVersionUID = 1L;

    private final int module;

    private final int code;

    public XWikiException(int module, int code, String message, Throwable e)
    {
        super(message, e);
        this.module = module;
        this.code = code;
    }

    public XWikiException(int module, int code, String message)
    {
        this(module, code, message, null);
    }

    public XWikiException(String message, Throwable cause)
    {
        this(MODULE_XWIKI, ERROR_XWIKI_UNKNOWN, message, cause);
    }

    @Override
    public String getMessage()
    {
        return String.format("Error number %d in %d: %s", this.code, this.module, super.getMessage());
    }
}
