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
package org.xwiki.contrib.crowdsourcing.embedded.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

import org.xwiki.model.EntityType;
import org.xwiki.model.reference.EntityReference;

/**
 * The text form of references: names joined by a separator of their type, what could be mistaken for one escaped.
 *
 * @version $Id$
 * @since 1.0
 */
public final class References
{
    private static final char ESCAPE = '\\';

    private static final char DOT = '.';

    private static final char COLON = ':';

    /** The characters that have a meaning before a name of the type, each with the type of what is left of it. */
    private static final Map<EntityType, Map<Character, EntityType>> SEPARATORS = Map.of(
        EntityType.SPACE, Map.of(DOT, EntityType.SPACE, COLON, EntityType.WIKI),
        EntityType.DOCUMENT, Map.of(DOT, EntityType.SPACE),
        EntityType.ATTACHMENT, Map.of('@', EntityType.DOCUMENT),
        EntityType.OBJECT, Map.of('^', EntityType.DOCUMENT),
        EntityType.OBJECT_PROPERTY, Map.of(DOT, EntityType.OBJECT),
        EntityType.CLASS_PROPERTY, Map.of('^', EntityType.DOCUMENT));

    private References()
    {
    }

    /**
     * @param names names of nested spaces, the outermost first
     * @return the reference of the innermost space, without a wiki
     */
    public static EntityReference spaces(Iterable<String> names)
    {
        EntityReference space = null;
        for (String name : names) {
            space = new EntityReference(name, EntityType.SPACE, space);
        }
        return space;
    }

    /**
     * @param reference any reference, or null
     * @return its text, with all the parents that it has
     */
    public static String serialize(EntityReference reference)
    {
        return serialize(reference, false);
    }

    /**
     * @param reference any reference, or null
     * @param local whether the wiki is left out
     * @return its text
     */
    public static String serialize(EntityReference reference, boolean local)
    {
        if (reference == null) {
            return null;
        }
        StringBuilder result = new StringBuilder();
        EntityReference previous = null;
        for (EntityReference element : reference.getReversedReferenceChain()) {
            if (local && element.getType() == EntityType.WIKI && element != reference) {
                continue;
            }
            append(result, previous, element);
            previous = element;
        }
        return result.toString();
    }

    private static void append(StringBuilder result, EntityReference previous, EntityReference element)
    {
        Map<Character, EntityType> separators = SEPARATORS.getOrDefault(element.getType(), Map.of());
        if (previous != null) {
            separators.entrySet().stream().filter(entry -> entry.getValue() == previous.getType())
                .forEach(entry -> result.append(entry.getKey().charValue()));
        }
        for (char character : element.getName().toCharArray()) {
            if (character == ESCAPE || separators.containsKey(character)) {
                result.append(ESCAPE);
            }
            result.append(character);
        }
    }

    /**
     * @param text the text of a reference, which may be relative
     * @param type the type of the entity
     * @return a reference with the parts that the text has, or null when it has none
     */
    public static EntityReference parse(String text, EntityType type)
    {
        Deque<EntityReference> parts = new ArrayDeque<>();
        EntityType current = type;
        int end = text == null ? 0 : text.length();
        while (current != null) {
            Map<Character, EntityType> separators = SEPARATORS.getOrDefault(current, Map.of());
            int separator = lastSeparator(text, end, separators);
            String name = separator + 1 < end ? unescape(text.substring(separator + 1, end)) : "";
            if (!name.isEmpty()) {
                parts.push(new EntityReference(name, current));
            }
            current = separator < 0 ? null : separators.get(text.charAt(separator));
            end = Math.max(separator, 0);
        }
        EntityReference result = null;
        while (!parts.isEmpty()) {
            result = new EntityReference(parts.pop(), result);
        }
        return result;
    }

    private static int lastSeparator(String text, int end, Map<Character, EntityType> separators)
    {
        for (int i = end - 1; i >= 0; i--) {
            if (separators.containsKey(text.charAt(i))) {
                int first = i;
                while (first > 0 && text.charAt(first - 1) == ESCAPE) {
                    first--;
                }
                if ((i - first) % 2 == 0) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static String unescape(String name)
    {
        StringBuilder result = new StringBuilder();
        boolean escaped = false;
        for (char character : name.toCharArray()) {
            if (character == ESCAPE && !escaped) {
                escaped = true;
            } else {
                result.append(character);
                escaped = false;
            }
        }
        return result.toString();
    }
}
