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
package org.xwiki.model.reference;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.lang3.LocaleUtils;
import org.xwiki.model.EntityType;

/**
 * A reference with a locale.
 *
 * @version $Id$
 */
public abstract class AbstractLocalizedEntityReference extends EntityReference
{
    public static final String LOCALE = "locale";

    private static final long serialVersionUID = 1L;

    public AbstractLocalizedEntityReference(String name, EntityType type, EntityReference parent)
    {
        super(name, type, parent);
    }

    public AbstractLocalizedEntityReference(String name, EntityType type, EntityReference parent,
        Map<String, Serializable> parameters)
    {
        super(name, type, parent, parameters);
    }

    public AbstractLocalizedEntityReference(EntityReference reference)
    {
        super(reference);
    }

    public AbstractLocalizedEntityReference(EntityReference reference, Locale locale)
    {
        super(reference);
        setLocale(locale);
    }

    protected AbstractLocalizedEntityReference(EntityReference reference, EntityReference oldParent,
        EntityReference newParent)
    {
        super(reference, oldParent, newParent);
    }

    public AbstractLocalizedEntityReference(EntityReference reference, EntityReference parent)
    {
        super(reference, parent);
    }

    protected void setLocale(Locale locale)
    {
        setParameter(LOCALE, locale);
    }

    public Locale getLocale()
    {
        return getParameter(LOCALE);
    }

    @Override
    protected void setParameter(String name, Serializable value)
    {
        boolean text = LOCALE.equals(name) && value instanceof String;
        super.setParameter(name, text ? LocaleUtils.toLocale((String) value) : value);
    }
}
