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

import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Files of roadmaps for tests, with every field and every kind of text that people type.
 *
 * @version $Id$
 * @since 1.0
 */
final class Files
{
    private static final List<String> TEXTS = List.of("Plain", "**bold** //it// {{html}}<script>alert(1)</script>{{/html}}",
        "\u0644\u064A\u0644\u0649 \u202B\uD83D\uDD25\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "\"quotes\" 'single' \\ back",
        "=cmd|' /C calc'!A0", "a\nb\n\n* c\td", "[[x>>javascript:alert(1)]]", "</script><b>&amp;", "{{velocity}}$x{{/velocity}}");

    private static final List<String> SECTIONS = List.of("problem", "description", "strategies", "actors", "legal",
        "technical", "risks", "metrics", "examples");

    private static final List<String> BANDS = List.of("upto10k", "10kto100k", "100kto500k", "above500k");

    private static final List<String> STATES = List.of("planned", "started", "done", "stalled", "abandoned");

    private final Random random;

    private int uids;

    private Files(long seed)
    {
        this.random = new Random(seed);
    }

    /**
     * @param seed what it is made from
     * @param all {@code true} for a file in which every field is filled
     * @return a file without problems
     */
    static ObjectNode make(long seed, boolean all)
    {
        return new Files(seed).file(all);
    }

    private boolean some(boolean all)
    {
        return all || this.random.nextBoolean();
    }

    private String text()
    {
        return TEXTS.get(this.random.nextInt(TEXTS.size()));
    }

    private String line()
    {
        return text().replaceAll("[\n\t]+", " ");
    }

    private <T> T one(List<T> values)
    {
        return values.get(this.random.nextInt(values.size()));
    }

    private ObjectNode file(boolean all)
    {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("schema", Fields.SCHEMA_ID).put("address", "https://example.org/xwiki/bin/view/R/V2?a=b&c=%20d#e");
        ObjectNode initiative = file.putObject("initiative").put("title", line());
        initiative.put("summary", text()).put("commitment", "complementary").put("scope", "policy")
            .put("instrument", "dialogue").put("inputUse", text()).put("address", "https://example.org/i");
        initiative.putArray("partners").add(line()).add("Other");
        initiative.putArray("languages").add("es").add("pt-BR");
        file.putObject("licence").put("text", "CC BY 4.0 " + text()).put("version", "1.0");
        ObjectNode issue = file.putObject("publication").put("version", 2).put("publishedOn", "2026-01-31T12:00:00Z")
            .put("publishedBy", line()).put("reason", text());
        issue.putArray("reviews").addObject().put("reviewer", line()).put("answer", "object").put("text", text())
            .put("on", "2026-01-30T12:00:00Z");
        file.putObject("roadmap").put("title", line()).put("summary", text()).put("startsOn", "2026-02-01")
            .put("currency", "MXN");
        file.putArray("challenges").addObject().put("title", line()).put("question", text())
            .put("address", "https://example.org/c").putArray("briefs").addObject().put("title", line())
            .put("version", 3).put("frozenOn", "2025-01-31T12:00:00Z").put("address", "https://example.org/b");
        ArrayNode recommendations = file.putArray("recommendations");
        for (int i = 0; i < 3; i++) {
            recommendation(recommendations.addObject(), all);
        }
        file.putArray("origins").addObject().put("title", line()).put("initiative", line())
            .put("address", "https://example.org/o").put("version", 1).put("publishedOn", "2024-01-31T12:00:00Z")
            .put("importedOn", "2024-02-01T12:00:00Z");
        return file;
    }

    private void recommendation(ObjectNode node, boolean all)
    {
        node.put("title", line());
        if (some(all)) {
            node.put("priority", 1 + this.random.nextInt(99));
        }
        SECTIONS.stream().filter(section -> some(all)).forEach(section -> node.put(section, text()));
        if (some(all)) {
            node.put("costBand", one(BANDS)).put("cost", line()).put("offset", line());
        }
        if (some(all)) {
            node.put("aggressiveMonths", 3).put("conservativeMonths", 240);
        }
        if (some(all)) {
            node.put("contacts", text()).put("deskResearch", true).put("deskReference", text());
        }
        if (some(all)) {
            sources(node);
        }
        if (some(all)) {
            node.putObject("followUp").put("state", one(STATES)).put("reason", text());
        }
        ArrayNode steps = node.putArray("steps");
        for (int i = 0; i < 3; i++) {
            step(steps.addObject(), all);
        }
    }

    private void step(ObjectNode node, boolean all)
    {
        node.put("uid", "u" + this.uids).put("title", line()).put("actor", line());
        if (some(all)) {
            ObjectNode start = node.putObject("start");
            if (some(all)) {
                start.put("on", "2026-03-01");
            }
            start.put("after", this.random.nextInt(240)).put("unit", one(List.of("months", "days")));
        }
        if (some(all)) {
            node.putObject("duration").put("aggressive", 1 + this.random.nextInt(9)).put("conservative", 12)
                .put("unit", one(List.of("workingdays", "days", "weeks", "months")));
        }
        if (some(all)) {
            node.putObject("cost").put("amount", one(List.of("1500.50", "0", "9999999999999.9999")))
                .put("currency", one(List.of("USD", "MXN", "JPY"))).put("band", one(BANDS)).put("text", line());
        }
        if (this.uids > 0 && some(all)) {
            node.putArray("prerequisites").add("u" + this.random.nextInt(this.uids));
        }
        this.uids++;
        node.put("risk", text()).put("metric", text());
        if (some(all)) {
            node.put("deskResearch", true).put("deskReference", text());
        }
        if (some(all)) {
            sources(node);
        }
        if (some(all)) {
            node.putObject("followUp").put("state", one(STATES)).put("on", "2026-04-01").put("note", text())
                .put("evidence", line()).put("link", "https://example.org/evidence?x=1");
        }
    }

    private void sources(ObjectNode node)
    {
        ArrayNode sources = node.putArray("sources");
        sources.addObject().put("kind", "idea").put("text", text()).put("author", line()).put("session", line())
            .put("said", "2025-06-06T15:04:05Z").put("briefVersion", 2).put("address", "https://example.org/s?cs_at=c#c");
        sources.addObject().put("withheld", true);
    }
}
