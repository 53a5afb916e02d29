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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.xwiki.model.reference.DocumentReference;

/**
 * What a reader chose in a list (filters, order, place), carried in the address of the page.
 *
 * @version $Id$
 * @since 1.0
 */
public class Queries
{
    /** The parameter that says where the list begins. */
    public static final String CURSOR = "cs_cursor";

    private final Toolkit toolkit;

    private final DocumentReference page;

    private final Map<String, String> kept = new TreeMap<>();

    /**
     * @param toolkit what is needed of the wiki
     * @param page the page that shows the list
     */
    public Queries(Toolkit toolkit, DocumentReference page)
    {
        this.toolkit = toolkit;
        this.page = page;
    }

    /**
     * @param name the name of a parameter
     * @return what the reader chose, {@code null} if nothing
     */
    public String get(String name)
    {
        return this.toolkit.getParameter(name);
    }

    /**
     * @param type a list of values
     * @param name the name of a parameter
     * @param otherwise the value when the reader chose none of them
     * @param <E> the list of values
     * @return what the reader chose
     */
    public <E extends Enum<E>> E choose(Class<E> type, String name, E otherwise)
    {
        String chosen = get(name);
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(chosen)) {
                return value;
            }
        }
        return otherwise;
    }

    /**
     * @param name the name of a parameter that links to other parts of the list keep
     * @param value its value, {@code null} for none
     * @return this
     */
    public Queries with(String name, String value)
    {
        if (value == null) {
            this.kept.remove(name);
        } else {
            this.kept.put(name, value);
        }
        return this;
    }

    /**
     * @return the address of the page, for forms
     */
    public String getAction()
    {
        return Html.escape(this.toolkit.getURL(this.page, null, null));
    }

    /**
     * @param view the name of the view
     * @return the address of the page with that view, and nothing else chosen
     */
    public String reset(String view)
    {
        return Html.escape(this.toolkit.getURL(this.page, "cs_view=" + view, null));
    }

    /**
     * @param cursor where the next part of the list begins
     * @param anchor the id of the list
     * @return the address of that part
     */
    public String next(String cursor, String anchor)
    {
        return set(CURSOR, cursor, anchor);
    }

    /**
     * @param name the name of a parameter
     * @param value its value, empty for none
     * @param anchor the id of the list
     * @return the address of the list with that parameter changed
     */
    public String set(String name, String value, String anchor)
    {
        Map<String, String> parameters = new TreeMap<>(this.kept);
        if (value == null || value.isEmpty()) {
            parameters.remove(name);
        } else {
            parameters.put(name, value);
        }
        String query = String.join("&", parameters.entrySet().stream()
            .map(entry -> entry.getKey() + '=' + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)).toList());
        return Html.escape(this.toolkit.getURL(this.page, query.isEmpty() ? null : query, anchor));
    }
}
