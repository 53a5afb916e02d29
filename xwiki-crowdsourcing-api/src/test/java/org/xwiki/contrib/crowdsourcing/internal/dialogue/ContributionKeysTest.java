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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests {@link ContributionKeys}.
 *
 * @version $Id$
 * @since 1.0
 */
class ContributionKeysTest
{
    private static final Instant TIME = Instant.parse("2017-06-06T14:00:00.123Z");

    @Test
    void namesSortByDiscussionThenTime()
    {
        String first = ContributionKeys.root(TIME);
        String second = ContributionKeys.root(TIME.plusMillis(1));
        String reply = ContributionKeys.reply(first, TIME.plusSeconds(3600));
        String nested = ContributionKeys.reply(reply, TIME.plusSeconds(7200));
        assertEquals(Stream.of(first, reply, nested, second).toList(),
            Stream.of(second, nested, first, reply).sorted().toList());
        assertEquals(first, ContributionKeys.rootOf(nested));
        assertEquals(first, ContributionKeys.rootOf(first));
        assertEquals(ContributionKeys.discussion(first), ContributionKeys.discussion(nested));
        assertTrue(ContributionKeys.lastOf(first).compareTo(nested) > 0);
        assertTrue(ContributionKeys.lastOf(first).compareTo(second) < 0);
    }

    @Test
    void whatIsCapturedHasItsNameWheneverItIsSent()
    {
        String name = ContributionKeys.captured(TIME, "XWiki.Nora 0123456789abcdef");
        assertTrue(ContributionKeys.isName(name));
        assertEquals(name, ContributionKeys.captured(TIME, "XWiki.Nora 0123456789abcdef"));
        assertEquals(name, ContributionKeys.rootOf(name));
        assertEquals(TIME, ContributionKeys.time(name));
        assertEquals(ContributionKeys.time(TIME),
            name.substring(ContributionKeys.TIME_AT - 1, ContributionKeys.TIME_AT - 1 + ContributionKeys.TIME));
        assertFalse(name.equals(ContributionKeys.captured(TIME, "XWiki.Eva 0123456789abcdef")));
        assertFalse(name.equals(ContributionKeys.captured(TIME.plusMillis(1), "XWiki.Nora 0123456789abcdef")));
    }

    @Test
    void timeIsInTheName()
    {
        assertEquals(TIME, ContributionKeys.time(ContributionKeys.root(TIME)));
        assertEquals(TIME.plusSeconds(9),
            ContributionKeys.time(ContributionKeys.reply(ContributionKeys.root(TIME), TIME.plusSeconds(9))));
    }

    @Test
    void widthIsFixed()
    {
        for (Instant time : new Instant[] {Instant.EPOCH, TIME, Instant.parse("2900-01-01T00:00:00Z")}) {
            assertEquals(29, ContributionKeys.root(time).length());
            assertTrue(ContributionKeys.isName(ContributionKeys.root(time)));
        }
    }

    @Test
    void manyAtOnceDiffer()
    {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            names.add(ContributionKeys.root(TIME));
        }
        // 36^5 random keys: two equal ones among a thousand are an accident, many are a fault.
        assertTrue(names.size() > 990);
    }

    @Test
    void otherNamesAreNone()
    {
        assertFalse(ContributionKeys.isName(null));
        assertFalse(ContributionKeys.isName("WebHome"));
        assertFalse(ContributionKeys.isName("cats"));
        assertFalse(ContributionKeys.isName(ContributionKeys.root(TIME) + "x"));
        assertFalse(ContributionKeys.isName(ContributionKeys.root(TIME).toUpperCase()));
    }
}
