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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.macro.ChainPicture.Box;
import org.xwiki.contrib.crowdsourcing.internal.macro.ChainPicture.Kind;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests of {@link ChainPicture}.
 *
 * @version $Id$
 */
class ChainPictureTest
{
    private static List<String> lines(String title)
    {
        return new Box(Kind.STEP, title, "", null, 0, 0, 1).lines();
    }

    @Test
    void aTitleHasTwoLinesAtMost()
    {
        assertEquals(List.of("Two doors"), lines("Two doors"));
        assertEquals(List.of("Agree on the form,", "the receipt and the\u2026"),
            lines("Agree on the form, the receipt and the question back"));
        assertEquals(List.of("Ask the Ministry of", "Finances"), lines("Ask the Ministry of Finances"));
    }

    @Test
    void longWordsAreCutAndNothingIsCutWithinACharacter()
    {
        assertEquals(List.of("Verwaltungsverfahrens", "beschleunigungsgeset\u2026"),
            lines("Verwaltungsverfahrensbeschleunigungsgesetzgebung"));
        assertEquals(List.of("\uD83D\uDD25".repeat(21), "\uD83D\uDD25"), lines("\uD83D\uDD25".repeat(22)));
    }
}
