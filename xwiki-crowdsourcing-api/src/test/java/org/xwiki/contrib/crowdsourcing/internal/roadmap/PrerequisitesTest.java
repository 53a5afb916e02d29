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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests how steps that wait for each other are found.
 *
 * @version $Id$
 * @since 1.0
 */
class PrerequisitesTest
{
    @Test
    void aStepThatWaitsForItself()
    {
        assertEquals(List.of("a", "a"), Prerequisites.findCycle(Map.of("a", List.of("a")), List.of("a")));
    }

    @Test
    void aCycleOverSeveralSteps()
    {
        Map<String, List<String>> needed = new LinkedHashMap<>();
        needed.put("start", List.of("gone", "a"));
        needed.put("a", List.of("b"));
        needed.put("b", List.of("done", "c"));
        needed.put("c", List.of("a"));
        assertEquals(List.of("a", "b", "c", "a"), Prerequisites.findCycle(needed, List.of("done", "start")));
    }

    @Test
    void manyWaysToOneStepAreNoCycle()
    {
        Map<String, List<String>> needed = new LinkedHashMap<>();
        for (int i = 0; i < 2000; i++) {
            needed.put("s" + i, i < 3 ? List.of() : List.of("s" + (i - 1), "s" + (i - 2), "s" + (i - 3)));
        }
        assertTrue(Prerequisites.findCycle(needed, needed.keySet()).isEmpty());
        needed.put("s0", List.of("s1999"));
        List<String> cycle = Prerequisites.findCycle(needed, List.of("s5"));
        assertEquals(cycle.get(0), cycle.get(cycle.size() - 1));
        assertTrue(Prerequisites.describe(cycle, uid -> uid).length() < 100, cycle.toString());
    }
}
