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
package org.xwiki.contrib.crowdsourcing.internal.invitation;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests of {@link Links}.
 *
 * @version $Id$
 * @since 1.0
 */
class LinksTest
{
    private static final String SELECTOR = "0123456789abcdef0123456789abcdef";

    @Test
    void aLinkIsFoundByItsBeginningAndProvedByTheHashOfTheRest()
    {
        String secret = Links.newSecret();
        String link = SELECTOR + secret;
        assertTrue(Links.isLink(link));
        assertEquals(SELECTOR, Links.selector(link));
        assertTrue(Links.isSame(Links.hashOf(link), Links.hash(secret)));
        assertFalse(Links.isSame(Links.hashOf(link), Links.hash(Links.newSecret())));
        assertFalse(Links.isSame(Links.hashOf(link), ""));
        assertFalse(Links.hash(secret).contains(secret));
    }

    @Test
    void theHashIsThatOfEveryOtherProgram()
    {
        // printf abc | sha256sum
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Links.hash("abc"));
    }

    @Test
    void noTwoLinksAreTheSame()
    {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            assertTrue(all.add(Links.newSecret()));
            assertTrue(all.add(Links.newSelector()));
            assertTrue(Links.isLink(Links.newSelector() + Links.newSecret()));
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "x", SELECTOR, SELECTOR + "short",
        SELECTOR + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        SELECTOR + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%\n" })
    void whatIsNoLinkIsNone(String link)
    {
        assertFalse(Links.isLink(link));
    }
}
