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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * Reads the templates as a reviewer would: they run with nobody's rights, and print only what is escaped.
 */
class TemplatesTest
{
    private static final Pattern DIRECTIVE = Pattern.compile(
        "#(set|if|elseif|foreach|template|define|displayNotificationEventSkeleton)\\s*\\(");

    /** What is not read as HTML. */
    private static final String PLAIN = "crowdsourcing/notification/plain.vm";

    /** What returns HTML with every value escaped, or an id. Live Data and a captcha are HTML that the wiki has rendered. */
    private static final Pattern SAFE = Pattern.compile("^\\$!?(escapetool\\.(xml|url)\\(|cs\\.h\\.(?!raw|indent)\\w+[.(]"
        + "|cs\\.query\\.(next|set|reset)\\(|cs\\.query\\.action\\b|cs\\.(live|captcha)\\b|cs\\.edit\\.(field|titleField)\\("
        + "|cs\\.show\\.\\w+\\()");

    static List<Path> templates() throws IOException
    {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void runsWithNobodysRights(Path template) throws IOException
    {
        String text = Files.readString(template, StandardCharsets.UTF_8);
        assertTrue(text.contains("\n##!privileged=false\n"), "Runs as superadmin");
        assertEquals(1, text.split("\n##!", -1).length - 1, "No other property: no source syntax");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void printsOnlyWhatIsEscaped(Path template) throws IOException
    {
        assumeFalse(template.endsWith(PLAIN), "It is sent as plain text");
        String text = withoutDirectives(
            Files.readString(template, StandardCharsets.UTF_8).replaceAll("(?m)^\\s*##.*$", ""));
        for (int i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i + 1)) {
            String output = text.substring(i, Math.min(text.length(), i + 60));
            assertTrue(SAFE.matcher(output).find(), () -> "Not escaped: " + output);
            i = end(text, i) - 1;
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasNoTextOfItsOwn(Path template) throws IOException
    {
        String text = withoutDirectives(
            Files.readString(template, StandardCharsets.UTF_8).replaceAll("(?m)^\\s*##.*$", ""));
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '$') {
                i = end(text, i) - 1;
            } else {
                plain.append(text.charAt(i));
            }
        }
        String words = plain.toString().replaceAll("<[^>]*>", " ").replaceAll("#\\{?(else|end)\\}?|#discard", " ");
        assertFalse(Pattern.compile("[A-Za-z]{2,}").matcher(words).find(), () -> "Untranslated: " + words.strip());
    }

    /**
     * @return the text without what directives evaluate but do not print
     */
    private static String withoutDirectives(String text)
    {
        StringBuilder rest = new StringBuilder();
        int last = 0;
        java.util.regex.Matcher matcher = DIRECTIVE.matcher(text);
        while (matcher.find(last)) {
            rest.append(text, last, matcher.start());
            last = closing(text, matcher.end() - 1) + 1;
        }
        return rest.append(text.substring(last)).toString();
    }

    /**
     * @return where the reference that begins at a position ends
     */
    private static int end(String text, int start)
    {
        int i = start + 1;
        while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || ".!_(".indexOf(text.charAt(i)) >= 0)) {
            i = text.charAt(i) == '(' ? closing(text, i) + 1 : i + 1;
        }
        return i;
    }

    /**
     * @return where the parenthesis closes that opens at a position
     */
    private static int closing(String text, int opening)
    {
        int depth = 0;
        char quote = 0;
        for (int i = opening; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalStateException("Not closed: " + text.substring(opening));
    }
}
