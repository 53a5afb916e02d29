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
package org.xwiki.contrib.crowdsourcing.embedded.rendering;

import java.util.Locale;

import org.xwiki.properties.annotation.PropertyMandatory;

/**
 * Parameters of the translation macro.
 *
 * @version $Id$
 * @since 1.0
 */
public class TranslationMacroParameters
{
    private String key;

    private Locale locale;

    private String[] parameters;

    /**
     * @return the key of the message
     */
    public String getKey()
    {
        return this.key;
    }

    /**
     * @param key the key of the message
     */
    @PropertyMandatory
    public void setKey(String key)
    {
        this.key = key;
    }

    /**
     * @return the language of the message, {@code null} for the current one
     */
    public Locale getLocale()
    {
        return this.locale;
    }

    /**
     * @param locale the language of the message
     */
    public void setLocale(Locale locale)
    {
        this.locale = locale;
    }

    /**
     * @return what is put into the message
     */
    public String[] getParameters()
    {
        return this.parameters;
    }

    /**
     * @param parameters what is put into the message
     */
    public void setParameters(String[] parameters)
    {
        this.parameters = parameters;
    }
}
