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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.publication.Snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests the file of a roadmap: that nothing is lost on its way in and out, and that whatever is wrong with it is named.
 *
 * @version $Id$
 * @since 1.0
 */
class SnapshotTest
{
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(JsonFile.schema());

    private static List<FieldError> problems(String text)
    {
        List<FieldError> problems = new ArrayList<>();
        JsonNode file = JsonFile.read(text, problems);
        if (problems.isEmpty()) {
            Inputs inputs = new Inputs();
            new SchemaChecker(inputs).check(file);
            if (inputs.errors().isEmpty()) {
                new SnapshotChecker(inputs).check(file);
            }
            problems.addAll(inputs.errors());
        }
        return problems;
    }

    private static List<String> named(String text)
    {
        return problems(text).stream().map(error -> error.field() + ' '
            + error.messageKey().replaceFirst("crowdsourcing\\.(exchange\\.)?error\\.", "")).toList();
    }

    private static List<String> named(Consumer<ObjectNode> change)
    {
        ObjectNode file = Files.make(1, true);
        change.accept(file);
        return named(file.toString());
    }

    private static ObjectNode recommendation(ObjectNode file, int number)
    {
        return (ObjectNode) file.get("recommendations").get(number);
    }

    private static ObjectNode step(ObjectNode file, int recommendation, int number)
    {
        return (ObjectNode) recommendation(file, recommendation).get("steps").get(number);
    }

    @Test
    void nothingIsLost()
    {
        for (int seed = 0; seed < 300; seed++) {
            ObjectNode file = Files.make(seed, seed % 10 == 0);
            String text = JsonFile.write(file);
            assertEquals(List.of(), problems(text), text);
            assertEquals(Set.of(), SCHEMA.validate(file), text);
            Snapshot snapshot = SnapshotReader.read(JsonFile.read(text, new ArrayList<>()), TestRows.page("R.V2"));
            ArrayNode back = new RecommendationWriter(Map.of(), user -> "").write(snapshot.recommendations());
            assertEquals(JsonFile.write(file.get("recommendations")), JsonFile.write(back), "Seed " + seed);
        }
    }

    @Test
    void everyFieldOfTheRestIsRead()
    {
        ObjectNode file = Files.make(7, true);
        Snapshot snapshot = SnapshotReader.read(file, TestRows.page("R.V2"));
        assertEquals(file.get("address").asText(), snapshot.address());
        assertEquals(file.get("initiative").get("title").asText(), snapshot.initiative().title());
        assertEquals(List.of("es", "pt-BR"), snapshot.initiative().languages());
        assertEquals(file.get("licence").get("text").asText(), snapshot.licence().text());
        assertEquals(2, snapshot.issue().version());
        assertEquals(file.get("publication").get("reviews").get(0).get("text").asText(),
            snapshot.issue().reviews().get(0).text());
        assertEquals("MXN", snapshot.roadmap().currency());
        assertEquals("2026-02-01", snapshot.roadmap().startsOn().toString());
        assertEquals(3, snapshot.challenges().get(0).briefs().get(0).version());
        assertEquals("https://example.org/o", snapshot.origins().get(0).address());
        assertEquals(9, snapshot.plan().steps().stream().map(step -> step.step().number()).distinct().count(),
            "Each step has an anchor of its own");
    }

    @Test
    void nothingIsOverdueInAVersionOfTheDayOnWhichItWasPublished()
    {
        ObjectNode file = Files.make(7, true);
        file.withObject("roadmap").put("startsOn", "2017-08-01");
        file.get("recommendations").forEach(row -> row.get("steps").forEach(step -> {
            ((ObjectNode) step).remove("followUp");
            ((ObjectNode) step).putObject("start").put("after", 1).put("unit", "months");
            ((ObjectNode) step).putObject("duration").put("aggressive", 1).put("conservative", 2).put("unit", "weeks");
        }));
        file.withObject("publication").put("publishedOn", "2017-07-13T20:00:00Z");
        assertFalse(SnapshotReader.read(file, TestRows.page("R.V2")).plan().steps().get(0).overdue());
        file.withObject("publication").put("publishedOn", "2018-07-13T20:00:00Z");
        assertTrue(SnapshotReader.read(file, TestRows.page("R.V2")).plan().steps().get(0).overdue());
    }

    @Test
    void whatIsNoJsonIsNotRead()
    {
        assertEquals(List.of("file required"), named(" "));
        assertEquals(List.of("file syntax"), named("{\"schema\": "));
        assertEquals(List.of("file syntax"), named("{\"schema\": 1} {}"));
        assertEquals(List.of("file syntax"), named("<html></html>"));
        assertEquals(List.of("file twice"), named("{\"schema\": 1, \"schema\": 2}"));
        FieldError error = problems("{\n  \"schema\": tru\n}").get(0);
        assertEquals(2, error.parameters().get(0));
    }

    @Test
    void bombsAreNotRead()
    {
        assertEquals(List.of("file tooDeep"), named("[".repeat(100_000)));
        assertEquals(List.of("file tooDeep"), named("{\"a\":".repeat(20) + "1" + "}".repeat(20)));
        assertEquals(List.of("file tooDeep"), named("{\"a\":\"" + "x".repeat(100_001) + "\"}"));
        assertEquals(List.of("file tooDeep"), named("{\"a\":" + "9".repeat(1000) + "}"));
        assertEquals(List.of("file tooLong"), named(" ".repeat(9) + "x".repeat(JsonFile.LONGEST)));
    }

    @Test
    void otherFilesAreNamed()
    {
        assertEquals(List.of(" typeObject"), named("[]"));
        assertEquals(List.of(" typeObject"), named("null"));
        assertEquals(List.of(" missing", " missing", " missing", " missing"), named("{}"));
        assertEquals(List.of("/schema schema"), named(file -> file.put("schema", "urn:other:1")));
    }

    @Test
    void everyProblemIsNamedWithItsPlace()
    {
        assertEquals(List.of("/extra unknown", "/licence/text typeString", "/recommendations/0/priority number",
            "/recommendations/0/steps/1/cost/amount pattern", "/recommendations/0/steps/1/followUp/state choice",
            "/recommendations/2/title titleRequired"), named(file -> {
                file.put("extra", 1);
                ((ObjectNode) file.get("licence")).putArray("text");
                recommendation(file, 0).put("priority", -4);
                ((ObjectNode) step(file, 0, 1).get("cost")).put("amount", "-10");
                ((ObjectNode) step(file, 0, 1).get("followUp")).put("state", "maybe");
                recommendation(file, 2).put("title", "\u200B");
            }).stream().sorted().toList());
    }

    @Test
    void typesRangesAndForms()
    {
        assertEquals(List.of("/roadmap/startsOn date"),
            named(file -> ((ObjectNode) file.get("roadmap")).put("startsOn", "2026-02-30")));
        assertEquals(List.of("/publication/publishedOn instant"),
            named(file -> ((ObjectNode) file.get("publication")).put("publishedOn", "yesterday")));
        assertEquals(List.of("/address address"), named(file -> file.put("address", "javascript:alert(1)")));
        assertEquals(List.of("/recommendations/0/steps/0/followUp/link address"),
            named(file -> ((ObjectNode) step(file, 0, 0).get("followUp")).put("link", "https://a\" onclick=\"x")));
        assertEquals(List.of("/recommendations/0/steps/0/title lines"),
            named(file -> step(file, 0, 0).put("title", "a\nb")));
        assertEquals(List.of("/recommendations/0/steps/0/risk controlCharacters"),
            named(file -> step(file, 0, 0).put("risk", "a\u0000b")));
        assertEquals(List.of("/recommendations/0/steps/0/risk controlCharacters"),
            named(file -> step(file, 0, 0).put("risk", "a\uD83Db")));
        assertEquals(List.of("/recommendations/0/steps/0/uid pattern"),
            named(file -> step(file, 0, 0).put("uid", "../../x")));
        assertEquals(List.of("/recommendations/0/problem tooLong"),
            named(file -> recommendation(file, 0).put("problem", "x".repeat(60_001))));
        assertEquals(List.of("/recommendations/0/priority typeInteger"),
            named(file -> recommendation(file, 0).put("priority", 1.5)));
        assertEquals(List.of("/recommendations tooMany"), named(file -> {
            ArrayNode list = (ArrayNode) file.get("recommendations");
            while (list.size() <= 500) {
                list.addObject().put("title", "T");
            }
        }));
    }

    @Test
    void partsThatDoNotFitEachOther()
    {
        assertEquals(List.of("/recommendations/1/steps/0/uid uidTwice"), named(file -> {
            step(file, 1, 0).put("uid", "u0");
            file.get("recommendations").forEach(row -> row.get("steps")
                .forEach(step -> ((ObjectNode) step).remove("prerequisites")));
        }));
        assertEquals(List.of("/recommendations/0/steps/0/prerequisites/0 noStep"),
            named(file -> step(file, 0, 0).putArray("prerequisites").add("gone")));
        assertEquals(List.of("/recommendations/0/steps/0/cost/currency currency"),
            named(file -> ((ObjectNode) step(file, 0, 0).get("cost")).put("currency", "XYZ")));
        assertEquals(List.of("/recommendations/0/steps/0/duration shorter"),
            named(file -> ((ObjectNode) step(file, 0, 0).get("duration")).put("aggressive", 13).put("unit", "months")));
        assertEquals(List.of("/recommendations/0/steps/0/duration/conservative number"),
            named(file -> ((ObjectNode) step(file, 0, 0).get("duration")).put("conservative", 241).put("unit", "months")));
        assertEquals(List.of("/recommendations/0/steps/0/followUp/note followUpReasonRequired"),
            named(file -> ((ObjectNode) step(file, 0, 0).get("followUp")).put("state", "stalled").remove("note")));
        assertEquals(List.of("/recommendations/0/steps/0/cost currency"), named(file -> {
            file.get("recommendations").forEach(row -> row.get("steps")
                .forEach(step -> ((ObjectNode) step).remove("cost")));
            ((ObjectNode) file.get("roadmap")).remove("currency");
            step(file, 0, 0).putObject("cost").put("amount", "5");
        }));
    }

    @Test
    void aCycleIsNamed()
    {
        ObjectNode file = Files.make(3, true);
        file.get("recommendations").forEach(row -> row.get("steps")
            .forEach(step -> ((ObjectNode) step).remove("prerequisites")));
        step(file, 0, 0).put("title", "A").putArray("prerequisites").add("u4");
        step(file, 1, 1).put("title", "B").putArray("prerequisites").add("u0");
        FieldError error = problems(file.toString()).get(0);
        assertEquals("crowdsourcing.error.prerequisiteCycle", error.messageKey());
        assertEquals(List.of("A \u2192 B \u2192 A"), error.parameters());
        assertEquals("/recommendations/0/steps/0/prerequisites", error.field());
    }

    @Test
    void howeverManyProblems()
    {
        List<String> named = named(file -> {
            for (int i = 0; i < 1000; i++) {
                file.put("x" + i, 1);
            }
        });
        assertEquals(SchemaChecker.MOST, named.size());
    }

    @Test
    void theSchemaIsOneThatOthersCanRead()
    {
        assertFalse(SCHEMA.validate(JsonFile.readStored("{}")).isEmpty());
        ObjectNode file = Files.make(1, true);
        step(file, 0, 0).put("uid", "a b");
        assertEquals(Set.of("$.recommendations[0].steps[0].uid"), SCHEMA.validate(file).stream()
            .map(message -> message.getInstanceLocation().toString()).collect(Collectors.toSet()));
        JsonNode schema = JsonFile.readStored(JsonFile.schema());
        assertEquals("https://json-schema.org/draft/2020-12/schema", schema.get("$schema").asText());
        assertEquals(Fields.SCHEMA_ID, schema.get("$id").asText());
    }

    @Test
    void aDraftIsNoIssue()
    {
        ObjectNode file = Files.make(1, false);
        file.remove("publication");
        assertNull(SnapshotReader.read(file, TestRows.page("R.WebHome")).issue());
        assertNotNull(SnapshotReader.read(JsonFile.readStored("{broken"), TestRows.page("R.V1")).plan());
        assertTrue(JsonFile.readStored("{broken").isEmpty());
    }
}
