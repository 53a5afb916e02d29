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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import org.xwiki.xml.XMLUtils;

/**
 * Writes a piece of HTML, every value of it escaped.
 *
 * @version $Id$
 * @since 1.0
 */
class Html
{
    private final StringBuilder content = new StringBuilder();

    /**
     * @param value any text
     * @return it, fit for the content of an element and for an attribute
     */
    static String escape(Object value)
    {
        return value == null ? "" : XMLUtils.escape(value.toString());
    }

    /**
     * @param name the name of an element
     * @param attributes names and values of its attributes; one whose value is {@code null} is left out
     * @return this
     */
    Html open(String name, Object... attributes)
    {
        this.content.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                this.content.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]))
                    .append('"');
            }
        }
        this.content.append('>');
        return this;
    }

    /**
     * @param text any text
     * @return this
     */
    Html text(Object text)
    {
        this.content.append(escape(text));
        return this;
    }

    /**
     * @param html HTML that was made by this class or by a renderer
     * @return this
     */
    Html raw(String html)
    {
        this.content.append(html);
        return this;
    }

    /**
     * @param name the name of an element
     * @return this
     */
    Html close(String name)
    {
        this.content.append("</").append(name).append('>');
        return this;
    }

    @Override
    public String toString()
    {
        return this.content.toString();
    }
}
