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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * Tests {@link Row}: what is stored may be anything.
 *
 * @version $Id$
 * @since 1.0
 */
class RowTest
{
    private final Row row = TestRows.row(TestRows.page("A.B.WebHome"), "state", "sel'ected", "date", "2026-02-30",
        "number", "7", "affiliations", Arrays.asList("academia", null, " ", "evil"), "partners", "a\r\n\r\n b ",
        "area", " X.Y.WebHome ");

    @Test
    void nonsenseIsNothing()
    {
        assertEquals(ChallengeState.PROPOSED, this.row.option("state", ChallengeState.PROPOSED));
        assertNull(this.row.option(ChallengeState.class, "state"));
        assertNull(this.row.date("date"));
        assertNull(this.row.instant("date"));
        assertEquals(0, this.row.number("number"));
        assertFalse(this.row.flag("state"));
        assertEquals("", this.row.text("missing"));
        assertNull(this.row.reference("missing"));
        assertEquals(List.of(), this.row.references("missing"));
    }

    @Test
    void values()
    {
        assertEquals(List.of(Affiliation.ACADEMIA), this.row.options(Affiliation.class, "affiliations"));
        assertEquals(List.of("a", "b"), this.row.lines("partners"));
        assertEquals(TestRows.page("X.Y.WebHome"), this.row.reference("area"));
    }

    @Test
    void titleOfAPageWithoutOne()
    {
        assertEquals("B", new Row(TestRows.page("A.B.WebHome"), " ", 0, null, null).title());
        assertEquals("C", new Row(TestRows.page("A.B.C"), null, 0, null, null).title());
    }
}
