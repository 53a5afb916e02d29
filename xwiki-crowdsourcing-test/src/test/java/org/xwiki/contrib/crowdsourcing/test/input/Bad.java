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
package org.xwiki.contrib.crowdsourcing.test.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Element;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

/**
 * What attackers and clumsy people type.
 *
 * @version $Id$
 */
final class Bad
{
    /**
     * Leaves {@code answer-42} on a page that runs it, and a script or a handler on one that does not escape it.
     */
    static final String SCRIPTS = "{{velocity}}#set($a = 6 * 7)answer-$a{{/velocity}} }}} {{/html}} "
        + "{{html clean=\"false\"}}<script>window.pwned = 1</script>{{/html}} "
        + "\"'><img src=x onerror=\"window.pwned=1\"> </textarea><script>window.pwned = 2</script>";

    static final String RUN = "Velocity was run";

    static final String QUERY = "x' or 1=1 or 'a'='a\" -- %_ ; drop table xwikidoc";

    static final String CONTROL = "bell\u0007 null-like\u0001 escape\u001b[0m";

    /**
     * More than a text may have, and so little that the web server takes a form full of it.
     */
    static final String HUGE = "0123456789abcdef".repeat(3751);

    /**
     * More than a line may have.
     */
    static final String LONG = HUGE.substring(0, 2000);

    private Bad()
    {
    }

    /**
     * @param page what the wiki answered
     * @return what shows that something typed was run or not escaped
     */
    static List<String> harm(WikiPage page)
    {
        List<String> harm = new ArrayList<>();
        if (page.document().text().contains("answer-42")) {
            harm.add(RUN);
        }
        for (Element element : page.document().select("script, img[onerror], [onload], [onclick], [onfocus]")) {
            if (element.outerHtml().contains("pwned")) {
                harm.add("not escaped: " + element.outerHtml());
            }
        }
        for (String problem : Reading.problems(page)) {
            // What was typed is shown as it was typed, and a macro that is not allowed says so.
            String lower = problem.toLowerCase(Locale.ROOT);
            boolean typed = lower.contains("window.pwned") || lower.contains("{{velocity}}")
                || lower.contains("#set($") || problem.contains("{{/html}}") || problem.contains("{{include")
                || problem.contains("MacroExecutionException") || problem.contains("macro. Cause: [");
            if (!typed) {
                harm.add(problem);
            }
        }
        return harm;
    }

    /**
     * @param page what the wiki answered to a form
     * @param field the name of a field
     * @return its control if it is marked as one that was refused
     */
    static Element invalid(WikiPage page, String field)
    {
        return page.document().select("[name=\"" + field + "\"]").stream()
            .filter(c -> !c.attr("aria-invalid").isEmpty()).findFirst().orElse(null);
    }

    /**
     * @param page what the wiki answered to a form
     * @param field the field that was refused
     * @param typed what was typed there
     * @return what is missing for somebody who wants to mend it
     */
    static List<String> unclear(WikiPage page, String field, String typed)
    {
        List<String> unclear = new ArrayList<>();
        if (page.status() == 413) {
            return unclear;
        }
        List<Element> controls = page.document().select("[name=\"" + field + "\"]");
        Element control = invalid(page, field);
        if (controls.isEmpty()) {
            unclear.add("the form is gone: " + page);
        } else if (control == null) {
            unclear.add("the field is not marked as invalid: " + controls.get(0).outerHtml().lines().findFirst());
        } else {
            Element message = null;
            for (String id : control.attr("aria-describedby").split("\\s+")) {
                Element described = id.isEmpty() ? null : page.document().getElementById(id);
                message = described != null && !described.text().isBlank() ? described : message;
            }
            if (message == null) {
                unclear.add("no message describes the field");
            }
            String kept = "textarea".equals(control.normalName()) ? control.wholeText().replaceFirst("^\n", "")
                : control.attr("value");
            if (!"select".equals(control.normalName()) && !normalize(kept).equals(normalize(typed))) {
                unclear.add("what was typed is lost: " + shorten(kept));
            }
        }
        return unclear;
    }

    private static String normalize(String text)
    {
        // A browser cannot type control characters into a field, and HTML cannot carry them.
        return text.replaceAll("[\\p{Cntrl}\uFFFD]", "").strip();
    }

    private static String shorten(String text)
    {
        return text.length() > 100 ? text.substring(0, 100) + "... (" + text.length() + ")" : text;
    }
}
