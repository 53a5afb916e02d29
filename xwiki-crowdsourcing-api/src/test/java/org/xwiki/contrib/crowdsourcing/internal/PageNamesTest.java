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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests {@link PageNames}.
 *
 * @version $Id$
 * @since 1.0
 */
class PageNamesTest
{
    private String name(String title)
    {
        return PageNames.fromTitle(title, "Challenge");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Measuring Corruption and its Costs|Measuring-Corruption-and-its-Costs",
        "a.b:c/d|a-b-c-d", "\u00BFQu\u00E9 pas\u00F3?|Qu\u00E9-pas\u00F3", "  x  |x", "-- x --|x",
        "\u0645\u0643\u0627\u0641\u062D\u0629 \u0627\u0644\u0641\u0633\u0627\u062F|"
            + "\u0645\u0643\u0627\u0641\u062D\u0629-\u0627\u0644\u0641\u0633\u0627\u062F",
        "\u0939\u093F\u0928\u094D\u0926\u0940|\u0939\u093F\u0928\u094D\u0926\u0940", "e\u0301t\u00E9|\u00E9t\u00E9"})
    void lettersAreKept(String title, String expected)
    {
        assertEquals(expected, name(title));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDCA1\uD83D\uDD25", "...", "\"'", "/", "\uFE0F\u200D", ":::", "{{}}"})
    void fallback(String title)
    {
        assertEquals("Challenge", name(title));
    }

    @Test
    void longTitlesAreCutWithRoomForANumber()
    {
        String name = name("Word ".repeat(40));
        assertTrue(name.length() <= PageNames.MAXIMUM - 6, name);
        assertTrue(PageNames.attempt(name, 99999).length() <= PageNames.MAXIMUM);
        String rare = name("\uD840\uDC00".repeat(100));
        assertFalse(Character.isHighSurrogate(rare.charAt(rare.length() - 1)));
        assertTrue(rare.length() <= PageNames.MAXIMUM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WebHome", "webhome", "WebPreferences", "Groups", "Panel"})
    void namesWithAMeaningAreChanged(String title)
    {
        assertEquals(title + "-1", name(title));
    }

    @Test
    void attempts()
    {
        assertEquals("A", PageNames.attempt("A", 1));
        assertEquals("A-2", PageNames.attempt("A", 2));
    }
}
