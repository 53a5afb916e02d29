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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A statement in HQL with its values, which are always bound and never a part of the text.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Statement
{
    private final StringBuilder text = new StringBuilder();

    private final Map<String, Object> values = new LinkedHashMap<>();

    private int offset;

    private int limit = 1;

    /**
     * @param text the beginning of the statement
     */
    public Statement(String text)
    {
        this.text.append(text);
    }

    /**
     * @param part the next part of the statement
     * @return this statement
     */
    public Statement add(String part)
    {
        this.text.append(' ').append(part);
        return this;
    }

    /**
     * @param name the name of a value
     * @param value the value
     * @return this statement
     */
    public Statement bind(String name, Object value)
    {
        this.values.put(name, value);
        return this;
    }

    /**
     * @param first how many rows are left out
     * @param maximum how many rows are wanted at most
     * @return this statement
     */
    public Statement limit(int first, int maximum)
    {
        this.offset = Math.max(0, first);
        this.limit = Math.max(1, maximum);
        return this;
    }

    /**
     * @param maximum how many rows are wanted at most
     * @return this statement
     */
    public Statement limit(int maximum)
    {
        return limit(0, maximum);
    }

    /**
     * @param prefix the beginning that is looked for
     * @return the pattern for {@code like ... escape '!'}
     */
    public static String startsWith(String prefix)
    {
        return escape(prefix) + '%';
    }

    /**
     * @param part the part that is looked for
     * @return the pattern for {@code like ... escape '!'}
     */
    public static String contains(String part)
    {
        return '%' + startsWith(part);
    }

    private static String escape(String value)
    {
        return value.replaceAll("[!%_]", "!$0");
    }

    /**
     * @return the text
     */
    public String getText()
    {
        return this.text.toString();
    }

    /**
     * @return the values by name
     */
    public Map<String, Object> getValues()
    {
        return this.values;
    }

    /**
     * @return how many rows are left out
     */
    public int getOffset()
    {
        return this.offset;
    }

    /**
     * @return how many rows are wanted at most, at least one
     */
    public int getLimit()
    {
        return this.limit;
    }

    @Override
    public String toString()
    {
        return this.text + " " + this.values;
    }
}
