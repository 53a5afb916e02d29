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
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads a page as a person does and says what nobody should ever see on one.
 *
 * @version $Id$
 */
public final class Reading
{
    private static final Map<String, Pattern> NEVER = new LinkedHashMap<>();

    static {
        NEVER.put("a raw macro", Pattern.compile("\\{\\{/?[a-zA-Z]+"));
        NEVER.put("a translation key", Pattern.compile("\\bcrowdsourcing(\\.[a-zA-Z0-9]+)+\\b|"
            + "\\bCrowdsourcing\\.Code\\.[A-Za-z]+_[a-zA-Z0-9_]+|\\brendering\\.macro\\.|"
            + "\\b(core|platform|panels|web|embedded)\\.[a-z]+\\.[a-zA-Z.]+"));
        NEVER.put("raw Velocity", Pattern.compile("#(set|if|foreach|end|macro)\\s*\\(|"
            + "\\$!?\\{?(services|doc|xwiki|escapetool|request|xcontext|tdoc)\\b"));
        NEVER.put("a Java exception", Pattern.compile("\\b(java|org\\.xwiki|com\\.xpn|org\\.hibernate)\\.[\\w.]*"
            + "(Exception|Error)\\b|\\bat (org|com|java)\\.[\\w.$]+\\("));
        NEVER.put("an object's address", Pattern.compile("\\b(org|com)\\.[\\w.$]+@[0-9a-f]{5,}\\b"));
    }

    private static final Pattern TRACE =
        Pattern.compile("\\bat (org|com|java|jakarta)\\.[\\w.$/]+\\([\\w$]+\\.java:\\d+\\)");

    private static final String ERROR_BOXES = ".xwikirenderingerror, .xwikirenderingerrordescription";

    private Reading()
    {
    }

    /**
     * @param page a page
     * @return what is wrong with it, empty when it reads well
     */
    public static List<String> problems(WikiPage page)
    {
        List<String> problems = new ArrayList<>();
        Document document = page.document();
        for (Element box : document.select(ERROR_BOXES)) {
            problems.add("an error box: " + shorten(box.text(), 0));
        }
        Document visible = document.clone();
        // A WYSIWYG editor that has no better name for itself says that of its field.
        visible.select("script, style, textarea, template, .cke").remove();
        StringBuilder text = new StringBuilder(visible.title()).append('\n').append(visible.body().wholeText());
        // What assistive technology reads out, and what a button or a tooltip says.
        for (String attribute : List.of("title", "alt", "aria-label", "placeholder", "aria-description")) {
            visible.select("[" + attribute + "]").forEach(e -> text.append('\n').append(e.attr(attribute)));
        }
        visible.select("input[type=submit], input[type=button]")
            .forEach(e -> text.append('\n').append(e.attr("value")));
        NEVER.forEach((what, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                problems.add(what + ": " + shorten(text.toString(), matcher.start()));
            }
        });
        if (page.status() >= 500) {
            problems.add("status " + page.status());
        }
        return problems;
    }

    static Optional<String> trace(WikiPage page)
    {
        Matcher matcher = TRACE.matcher(page.body());
        return matcher.find() ? Optional.of(shorten(page.body(), Math.max(0, matcher.start() - 120)))
            : Optional.empty();
    }

    private static String shorten(String text, int start)
    {
        return text.substring(start, Math.min(text.length(), start + 160)).replaceAll("\\s+", " ").trim();
    }
}
