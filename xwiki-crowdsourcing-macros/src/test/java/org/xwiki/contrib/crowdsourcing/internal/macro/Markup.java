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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Looks at HTML as a strict reader: every element is closed in its order, every id is there once, labels and descriptions
 * point to something, nothing of the templates is left, and no element is there that only an attack would bring in.
 */
final class Markup
{
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[-:a-zA-Z0-9]+(?:=\"[^\"<]*\")?)*)"
        + "\\s*(/?)>");

    private static final Pattern ATTRIBUTE = Pattern.compile("([-:a-zA-Z]+)=\"([^\"]*)\"");

    private static final Set<String> VOID = Set.of("input", "br", "img", "line", "rect");

    private Markup()
    {
    }

    /**
     * @param html what a macro shows
     */
    static void check(String html)
    {
        Deque<String> open = new ArrayDeque<>();
        Set<String> ids = new HashSet<>();
        Set<String> wanted = new HashSet<>();
        StringBuilder text = new StringBuilder();
        Matcher matcher = TAG.matcher(html);
        int last = 0;
        while (matcher.find()) {
            text.append(html, last, matcher.start());
            last = matcher.end();
            String name = matcher.group(2);
            if (!matcher.group(1).isEmpty()) {
                if (!VOID.contains(name)) {
                    assertEquals(open.pop(), name, () -> "Not closed in order:\n" + html);
                }
                continue;
            }
            if (!VOID.contains(name) && matcher.group(4).isEmpty()) {
                open.push(name);
            }
            checkAttributes(name, matcher.group(3), ids, wanted, html);
        }
        text.append(html.substring(last));
        assertTrue(open.isEmpty(), () -> "Not closed: " + open + '\n' + html);
        assertFalse(text.indexOf("<") >= 0, () -> "Unescaped or broken:\n" + text);
        assertFalse(Pattern.compile("\\$[!a-zA-Z{]|#(if|set|end|foreach)\\b").matcher(html).find(),
            () -> "A template shows through:\n" + html);
        assertFalse(Pattern.compile("(?<![=\"#/])\\b(crowdsourcing\\.[a-z]|Crowdsourcing\\.Code\\.[A-Z]\\w+_)")
            .matcher(text).find(), () -> "A key shows through:\n" + text);
        wanted.removeAll(ids);
        assertTrue(wanted.isEmpty(), () -> "Pointed at, but not there: " + wanted + '\n' + html);
    }

    private static void checkAttributes(String name, String attributes, Set<String> ids, Set<String> wanted,
        String html)
    {
        assertFalse(name.equals("script") && !attributes.contains("type=\"module\""), () -> "A script:\n" + html);
        assertFalse(name.equals("img"), () -> "An image:\n" + html);
        Matcher matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            String attribute = matcher.group(1);
            String value = matcher.group(2);
            assertFalse(attribute.startsWith("on"), () -> "A handler: " + attributes);
            switch (attribute) {
                case "id" -> assertTrue(ids.add(value), () -> "Twice: " + value + '\n' + html);
                case "for", "aria-labelledby" -> wanted.add(value);
                case "aria-describedby" -> wanted.addAll(Set.of(value.split(" ")));
                case "href", "action", "src" -> assertFalse(value.startsWith("javascript:"), value);
                default -> {
                    // Nothing to look at.
                }
            }
        }
    }
}
