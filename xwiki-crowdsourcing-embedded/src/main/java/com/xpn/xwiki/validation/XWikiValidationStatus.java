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
package com.xpn.xwiki.validation;

import java.util.ArrayList;
import java.util.List;

import com.xpn.xwiki.XWikiContext;

/**
 * What a validation found wrong.
 *
 * @version $Id$
 */
public class XWikiValidationStatus
{
    private final List errorObjects = new ArrayList();

    private final List propertyErrors = new ArrayList();

    private final List errors = new ArrayList();

    private final List exceptions = new ArrayList();

    public List getErrorObjects()
    {
        return this.errorObjects;
    }

    public List getPropertyErrors()
    {
        return this.propertyErrors;
    }

    public List getErrors()
    {
        return this.errors;
    }

    public List getExceptions()
    {
        return this.exceptions;
    }

    public void addError(String className, String propertyName, String prettyName, String message,
        XWikiContext context)
    {
        this.errorObjects.add(className);
        this.propertyErrors.add(propertyName);
        boolean blank = message == null || message.isBlank();
        this.errors.add(blank ? "Validation error for property " + prettyName + " in class " + className : message);
    }

    private static XWikiValidationStatus status(XWikiContext context)
    {
        if (context.getValidationStatus() == null) {
            context.setValidationStatus(new XWikiValidationStatus());
        }
        return context.getValidationStatus();
    }

    public static void addErrorToContext(String className, String propertyName, String translatedPropertyName,
        String error, XWikiContext context)
    {
        status(context).addError(className, propertyName, translatedPropertyName, error, context);
    }

    public static void addExceptionToContext(String className, String propertyName, Throwable e, XWikiContext context)
    {
        status(context).getExceptions().add(e);
    }
}
