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
package org.xwiki.contrib.crowdsourcing.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * Tests {@link Citations}.
 *
 * @version $Id$
 * @since 1.0
 */
class CitationsTest
{
    private static Citations of(String problem, String causes, String... uids)
    {
        List<Evidence> evidence = new ArrayList<>();
        for (String uid : uids) {
            evidence.add(new Evidence(uid, "Claim " + uid, "", "", null, null, ""));
        }
        return Citations.of(new Brief(null, "B", Map.of(BriefSection.PROBLEM, problem, BriefSection.ROOT_CAUSES, causes),
            evidence, BriefState.DRAFT, 0, null, ""));
    }

    private static List<String> numbers(Citations citations)
    {
        return citations.getEntries().stream()
            .map(entry -> entry.number() + entry.evidence().uid() + (entry.cited() ? "" : "-")).toList();
    }

    @Test
    void byFirstCitationInTheOrderOfTheSections()
    {
        Citations citations = of("Bribes {{evidence uid=\"c\"/}} and {{evidence uid='a'}}{{/evidence}}.",
            "{{info}}Again {{evidence reference=\"X.Y\" uid=c/}}, {{EVIDENCE uid=\"gone\" /}}{{/info}}", "a", "b", "c", "");
        assertEquals(List.of("1c", "2a", "3b-", "4-"), numbers(citations));
        assertEquals(List.of("gone"), citations.getMissing());
        assertEquals(2, citations.get("a").number());
        assertNull(citations.get("gone"));
        assertNull(citations.get(""));
        assertEquals("So (2), (?) {{evidences uid=\"a\"/}}",
            citations.number("So {{evidence uid=\"a\"/}}, {{evidence uid=\"x\"/}} {{evidences uid=\"a\"/}}"));
    }

    @Test
    void entriesWithTheSameIdentifierAreAllListed()
    {
        assertEquals(List.of("1a", "2a-"), numbers(of("{{evidence uid=\"a\"/}}", "", "a", "a")));
        assertEquals(List.of("1a-"), numbers(of("{{evidence uid=\"../a\"/}} {{evidence/}} {{evidence uid=", "", "a")));
    }

    @Test
    void wordsInPlaceOfCitationsAreNoPattern()
    {
        assertEquals("$1\\ end", Citations.replace("{{evidence uid=\"a\"/}} end", uid -> "$1\\"));
    }
}
