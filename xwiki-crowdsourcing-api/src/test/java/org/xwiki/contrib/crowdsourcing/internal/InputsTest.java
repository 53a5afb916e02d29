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
package org.xwiki.contrib.crowdsourcing.internal;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests {@link Inputs}.
 *
 * @version $Id$
 * @since 1.0
 */
class InputsTest
{
    private final Inputs inputs = new Inputs();

    private String error()
    {
        assertEquals(1, this.inputs.errors().size(), this.inputs.errors().toString());
        return this.inputs.errors().get(0).messageKey();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\uD83D\uDCA1\uD83D\uDD25", "a.b:c/d\\e\"f'g", "\u0645\u0643\u0627\u0641\u062D\u0629",
        "<script>alert(1)</script>", "{{velocity}}$x{{/velocity}}", "' or '1'='1", "x%_!"})
    void titleIsAccepted(String title)
    {
        assertEquals(title, this.inputs.title("title", "  " + title + " "));
        assertDoesNotThrow(this.inputs::refuse);
    }

    @Test
    void longTitles()
    {
        assertEquals(200, this.inputs.title("t", "x".repeat(200)).length());
        this.inputs.title("t", "\uD83D\uDCA1".repeat(250));
        assertTrue(this.inputs.errors().isEmpty());
        this.inputs.title("t", "x".repeat(251));
        assertEquals(List.of(new FieldError("t", "crowdsourcing.error.titleTooLong", 250)), this.inputs.errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u00A0", "\u200B\u200D", "\u3000"})
    void emptyTitleIsRefused(String title)
    {
        this.inputs.title("title", title);
        assertEquals("crowdsourcing.error.titleRequired", error());
        assertThrows(CrowdsourcingException.class, this.inputs::refuse);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u001Bb", "a\u0085b", "a\u2028b", "a\uD800b", "a\uFFFFb"})
    void controlCharactersOfATitleAreRefused(String title)
    {
        this.inputs.title("title", title);
        assertEquals("crowdsourcing.error.controlCharacters", error());
    }

    @Test
    void textKeepsLinesAndTabs()
    {
        assertEquals("a\nb\n\tc", this.inputs.requiredText("text", "a\r\nb\r\tc\n", 100));
        assertTrue(this.inputs.errors().isEmpty());
        this.inputs.text("text", "a\u0007", 100);
        assertEquals("crowdsourcing.error.controlCharacters", error());
    }

    @Test
    void hugeTextIsRefused()
    {
        this.inputs.requiredText("text", "x".repeat(1_000_000), 20000);
        assertEquals(List.of(new FieldError("text", "crowdsourcing.error.tooLong", 20000)), this.inputs.errors());
    }

    @Test
    void missingValues()
    {
        this.inputs.requiredText("text", null, 10);
        this.inputs.requiredLine("line", " ");
        assertNull(this.inputs.option("kind", ContributionKind.class, null));
        this.inputs.required("state", null);
        assertEquals(List.of("text", "line", "kind", "state"),
            this.inputs.errors().stream().map(FieldError::field).toList());
        assertTrue(this.inputs.errors().stream()
            .allMatch(error -> "crowdsourcing.error.required".equals(error.messageKey())));
    }

    @Test
    void unknownValueIsRefusedAndShortened()
    {
        assertNull(this.inputs.option("kind", ContributionKind.class, "<b>" + "x".repeat(5000)));
        assertEquals("crowdsourcing.error.unknownValue", error());
        assertEquals(80, this.inputs.errors().get(0).parameters().get(0).toString().length());
        assertEquals(ContributionKind.IDEA, new Inputs().option("kind", ContributionKind.class, "idea"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//evil.example", "example.org", "http:///x",
        "http://a b", "https:", "file:///etc/passwd", "JAVASCRIPT://x%0aalert(1)"})
    void linkIsRefused(String link)
    {
        this.inputs.link("link", link);
        assertEquals("crowdsourcing.error.link", error());
        assertEquals("", Inputs.safeLink(link));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a?b=c#d", "HTTP://example.org", ""})
    void linkIsAccepted(String link)
    {
        this.inputs.link("link", link);
        assertTrue(this.inputs.errors().isEmpty());
        assertEquals(link, Inputs.safeLink(link));
    }

    @Test
    void countriesAndNumbers()
    {
        this.inputs.country("country", "MX");
        this.inputs.country("country", "");
        this.inputs.range("n", 5, 1, 5);
        assertTrue(this.inputs.errors().isEmpty());
        this.inputs.country("country", "XX");
        this.inputs.range("n", 6, 1, 5);
        assertEquals(List.of("crowdsourcing.error.country", "crowdsourcing.error.number"),
            this.inputs.errors().stream().map(FieldError::messageKey).toList());
    }
}
