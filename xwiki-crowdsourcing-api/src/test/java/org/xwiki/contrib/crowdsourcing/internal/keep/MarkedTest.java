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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests {@link Marked}.
 *
 * @version $Id$
 * @since 1.0
 */
class MarkedTest
{
    private static final String OWN = "Own words.\n";

    private String add(String own, String text)
    {
        return own + Marked.addition(own, text);
    }

    @Test
    void whatIsAddedIsTakenAway()
    {
        for (String own : new String[] {"", OWN, "\n\n", "{{velocity}}\nx\n{{/velocity}}"}) {
            assertEquals(own, Marked.own(add(own, "== Ours ==\n\ntext\n\n")));
            assertEquals(own, Marked.own(own));
        }
        assertEquals("", Marked.addition(OWN, " \n"));
    }

    @Test
    void lineEndsAndBlanksOfAnEditorAreNoChange()
    {
        assertEquals(OWN, Marked.own(add(OWN, "a\n\nb").replace("\n", "\r\n") + "\r\n"));
    }

    @Test
    void whatSomebodyHasChangedIsKept()
    {
        String changed = add(OWN, "ours").replace("ours", "ours, mended");
        assertEquals(changed, Marked.own(changed));
        // What is added to it later goes again, and it alone.
        assertEquals(changed, Marked.own(add(changed, "more of ours")));
    }

    @Test
    void aMarkThatSomebodyTypedIsNotOurs()
    {
        String typed = add("", "hostile");
        String page = add(OWN, "ours\n\n" + typed);
        assertEquals(OWN, Marked.own(page));
        assertTrue(page.endsWith("hostile"));
    }
}
