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

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tests {@link Statement}.
 *
 * @version $Id$
 * @since 1.0
 */
class StatementTest
{
    @Test
    void patternsAreEscaped()
    {
        assertEquals("%!%!_!!['%", Statement.contains("%_!['"));
        assertEquals("A!_B.%", Statement.startsWith("A_B."));
    }

    @Test
    void limitIsNeverUnbounded()
    {
        Statement statement = new Statement("x");
        assertEquals(1, statement.getLimit());
        assertEquals(1, statement.limit(-5, 0).getLimit());
        assertEquals(0, statement.getOffset());
        assertEquals(1, statement.limit(Integer.MIN_VALUE).getLimit());
    }

    @Test
    void valuesAreNoText()
    {
        Statement statement = new Statement("select").add("where a = :a").bind("a", "' or 1=1");
        assertEquals("select where a = :a", statement.getText());
        assertEquals("' or 1=1", statement.getValues().get("a"));
    }
}
