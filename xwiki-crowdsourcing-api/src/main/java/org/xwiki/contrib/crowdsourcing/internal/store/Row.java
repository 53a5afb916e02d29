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

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;

/**
 * One stored object with its values, wherever it was read from. What is missing or makes no sense is empty: what is
 * stored may be older than the rules, or have been typed by hand.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Row
{
    private final DocumentReference page;

    private final String title;

    private final int number;

    private final Map<String, Object> values;

    private final DocumentReferenceResolver<String> resolver;

    /**
     * @param page the page of the object
     * @param title the title of the page
     * @param number the number of the object
     * @param values the values: strings, integers and lists of strings
     * @param resolver reads references
     */
    public Row(DocumentReference page, String title, int number, Map<String, Object> values,
        DocumentReferenceResolver<String> resolver)
    {
        this.page = page;
        this.title = title == null || title.isBlank() ? defaultTitle(page) : title;
        this.number = number;
        this.values = values;
        this.resolver = resolver;
    }

    private static String defaultTitle(DocumentReference page)
    {
        return "WebHome".equals(page.getName()) ? page.getLastSpaceReference().getName() : page.getName();
    }

    /**
     * @return the page of the object
     */
    public DocumentReference page()
    {
        return this.page;
    }

    /**
     * @return the title of the page, its name if it has none
     */
    public String title()
    {
        return this.title;
    }

    /**
     * @return the number of the object
     */
    public int number()
    {
        return this.number;
    }

    /**
     * @param property a property
     * @return its text, maybe empty
     */
    public String text(String property)
    {
        Object value = this.values.get(property);
        return value == null ? "" : value.toString();
    }

    /**
     * @param property a property
     * @return its number, 0 if there is none
     */
    public int number(String property)
    {
        return this.values.get(property) instanceof Number value ? value.intValue() : 0;
    }

    /**
     * @param property a property
     * @return {@code true} if it is set
     */
    public boolean flag(String property)
    {
        return number(property) == 1;
    }

    /**
     * @param property a property
     * @return its texts
     */
    public List<String> list(String property)
    {
        List<String> result = new ArrayList<>();
        if (this.values.get(property) instanceof List<?> list) {
            list.stream().filter(item -> item != null && !item.toString().isBlank())
                .forEach(item -> result.add(item.toString()));
        }
        return result;
    }

    /**
     * @param property a property
     * @return the lines of its text that are not blank
     */
    public List<String> lines(String property)
    {
        return text(property).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /**
     * @param type the list of values
     * @param property a property
     * @param <E> the list of values
     * @return the value, {@code null} if there is none or it is unknown
     */
    public <E extends Enum<E> & Stored> E option(Class<E> type, String property)
    {
        return Stored.find(type, text(property)).orElse(null);
    }

    /**
     * @param property a property
     * @param otherwise the value to take if there is none or it is unknown
     * @param <E> the list of values
     * @return the value
     */
    public <E extends Enum<E> & Stored> E option(String property, E otherwise)
    {
        return Stored.find(otherwise.getDeclaringClass(), text(property)).orElse(otherwise);
    }

    /**
     * @param type the list of values
     * @param property a property
     * @param <E> the list of values
     * @return the known ones of its values
     */
    public <E extends Enum<E> & Stored> List<E> options(Class<E> type, String property)
    {
        return list(property).stream().map(id -> Stored.find(type, id)).flatMap(Optional::stream).toList();
    }

    /**
     * @param schema the class of the object
     * @return all its values, those that were never set as they are shown
     */
    public Map<String, Object> values(Schema schema)
    {
        Map<String, Object> result = new LinkedHashMap<>();
        schema.getProperties().forEach((property, storage) -> {
            Object value = switch (storage) {
                case NUMBER -> number(property);
                case LIST -> list(property);
                default -> text(property);
            };
            result.put(property, value);
        });
        return result;
    }

    /**
     * @param property a property
     * @return its day, {@code null} if there is none
     */
    public LocalDate date(String property)
    {
        return Times.findDate(text(property)).orElse(null);
    }

    /**
     * @param property a property
     * @return its instant, {@code null} if there is none
     */
    public Instant instant(String property)
    {
        return Times.findInstant(text(property)).orElse(null);
    }

    /**
     * @param property a property
     * @return the page it refers to, {@code null} if there is none
     */
    public DocumentReference reference(String property)
    {
        return resolve(text(property));
    }

    /**
     * @param property a property
     * @return the pages it refers to
     */
    public List<DocumentReference> references(String property)
    {
        return list(property).stream().map(this::resolve).filter(Objects::nonNull).toList();
    }

    private DocumentReference resolve(String reference)
    {
        try {
            return reference.isBlank() ? null
                : this.resolver.resolve(reference.strip(), this.page.getWikiReference());
        } catch (IllegalArgumentException e) {
            // What is no reference refers to nothing.
            return null;
        }
    }

    /**
     * @return what it holds, as a short text that is the same on every machine and changes with it
     */
    public String stamp()
    {
        Map<String, String> held = new TreeMap<>();
        for (String property : this.values.keySet()) {
            String value = text(property);
            // What was never set is the same as what is empty, however it was read.
            if (!value.isEmpty() && !"0".equals(value) && !"[]".equals(value)) {
                held.put(property, value);
            }
        }
        return Integer.toHexString(held.hashCode());
    }

    @Override
    public boolean equals(Object other)
    {
        return other instanceof Row row && this.page.equals(row.page) && this.number == row.number
            && this.values.equals(row.values);
    }

    @Override
    public int hashCode()
    {
        return Objects.hash(this.page, this.number, this.values);
    }
}
