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
package org.xwiki.contrib.crowdsourcing.internal.publication;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests of {@link Addresses}.
 *
 * @version $Id$
 */
class AddressesTest
{
    private static final String THEN = "http://old.org:8080/xwiki/bin/view/A/Roadmap/V1";

    private static final String TEXT =
        " \"text\" : \"As http://old.org:8080/xwiki/bin/view/A/ says\", ";

    private static final String FILE = "{\"address\" : \"" + THEN
        + "\", \"link\" : \"http://old.org:8080/xwiki/bin/view/A/B/?x=1\"," + TEXT + "\"other\" : \"http://else.org/A\"}";

    @Test
    void addressesFollowTheWikiToAnotherHost()
    {
        assertEquals("{\"address\" : \"https://new.org/bin/view/A/Roadmap/V1\","
            + " \"link\" : \"https://new.org/bin/view/A/B/?x=1\"," + TEXT + "\"other\" : \"http://else.org/A\"}",
            Addresses.follow(FILE, THEN, "https://new.org/bin/view/A/Roadmap/V1", 3));
    }

    @Test
    void whereThePageItselfWasMovedNothingIsGuessed()
    {
        assertEquals(FILE, Addresses.follow(FILE, THEN, "http://old.org:8080/xwiki/bin/view/C/Roadmap/V1", 3));
        assertEquals(FILE, Addresses.follow(FILE, THEN, THEN, 3));
        assertEquals(FILE, Addresses.follow(FILE, "", THEN, 3));
        assertEquals(FILE, Addresses.follow(FILE, "V1", THEN, 3));
    }
}
