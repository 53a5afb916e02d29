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

import java.util.ArrayList;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.roadmap.Citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Citations as JSON, in files and in the property of what was imported.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Citations
{
    /** The property of recommendations and steps with what they come from that is in another wiki. */
    public static final String PROPERTY = "citations";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String TEXT = "text";

    private static final String KIND = "kind";

    private static final String AUTHOR = "author";

    private static final String SESSION = "session";

    private static final String SAID = "said";

    private static final String BRIEF_VERSION = "briefVersion";

    private static final String ADDRESS = "address";

    private static final String WITHHELD = "withheld";

    private Citations()
    {
    }

    /**
     * @param stored what is stored
     * @return the citations; none of what makes no sense
     */
    public static List<Citation> read(String stored)
    {
        List<Citation> result = List.of();
        if (!stored.isBlank()) {
            try {
                result = read(MAPPER.readTree(stored));
            } catch (JsonProcessingException e) {
                // What is no JSON cites nothing.
                result = List.of();
            }
        }
        return result;
    }

    /**
     * @param citations citations as JSON
     * @return the citations
     */
    public static List<Citation> read(JsonNode citations)
    {
        List<Citation> result = new ArrayList<>();
        for (JsonNode node : citations) {
            if (node.isObject()) {
                result.add(new Citation(node.path(KIND).asText(), node.path(TEXT).asText(), node.path(AUTHOR).asText(),
                    node.path(SESSION).asText(), Times.findInstant(node.path(SAID).asText()).orElse(null),
                    node.path(BRIEF_VERSION).asInt(), node.path(ADDRESS).asText(), node.path(WITHHELD).asBoolean()));
            }
        }
        return result;
    }

    /**
     * @param citations citations
     * @return the same as JSON, what is not said left out
     */
    public static ArrayNode write(List<Citation> citations)
    {
        ArrayNode result = JsonNodeFactory.instance.arrayNode();
        for (Citation citation : citations) {
            ObjectNode node = result.addObject();
            put(node, KIND, citation.kind());
            put(node, TEXT, citation.text());
            put(node, AUTHOR, citation.author());
            put(node, SESSION, citation.session());
            put(node, SAID, citation.said() == null ? "" : Times.format(citation.said()));
            if (citation.briefVersion() > 0) {
                node.put(BRIEF_VERSION, citation.briefVersion());
            }
            put(node, ADDRESS, citation.address());
            if (citation.withheld()) {
                node.put(WITHHELD, true);
            }
        }
        return result;
    }

    private static void put(ObjectNode node, String name, String value)
    {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }
}
