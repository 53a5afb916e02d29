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
package org.xwiki.contrib.crowdsourcing.test.journey;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiProcess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Takes a roadmap in which every field is filled to an empty wiki, and from there on to a third initiative: each file is
 * the same but for what says where and when it is.
 *
 * @version $Id$
 */
@EmbeddedOnly("a second wiki that is empty")
class RoundTripTest
{
    private static final String EVIL = "\"It's\" <b>a & b</b> v1.0: \u0644\u064A\u0644\u0649 \u05E9\u05DC\u05D5\u05DD"
        + " \uD83D\uDD25\uD83D\uDC68\u200D\uD83D\uDC69 50% a|b, c\\d ~ $x #set {{html}}<script>alert(1)</script>{{/html}}";

    /** As browsers send it. */
    private static final String TEXT = "**Wiki** //text//, [[a link>>https://example.org/?a=1&b=2]]\r\n\r\n|=A|=B\r\n|1|"
        + EVIL + "\r\n\r\n* one\r\n** two\r\n\r\n{{velocity}}$doc{{/velocity}}";

    private static final String FILE = "/bin/get/Crowdsourcing/Code/RoadmapFile?outputSyntax=plain&roadmap=";

    private static final String STEP = "Crowdsourcing.Code.StepClass_";

    private static final String RECOMMENDATION = "Crowdsourcing.Code.RecommendationClass_0_";

    private static final String INITIATIVE = "Crowdsourcing.Code.InitiativeClass_0_";

    /** What says where and when a file was made, and under which initiative. */
    private static final List<String> IDENTITIES = List.of("address", "publication", "origins");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final WikiClient admin = TestWiki.client(Account.ADMIN);

    private String brief;

    private String dialogue;

    private static WikiPage act(WikiClient client, String page, String action, String... fields)
    {
        WikiForm form = client.get(WikiClient.path("view", page)).actionForm(action);
        for (int i = 0; i < fields.length; i += 2) {
            form.set(fields[i], fields[i + 1]);
        }
        WikiPage answer = form.submit();
        assertEquals(200, answer.status(), () -> action + ": " + answer.text());
        return answer;
    }

    private static String initiative(WikiClient client, String home)
    {
        String page = client.create(home, "createInitiative", EVIL, "summary", TEXT, "partners", "The \"treasury\"\n" + EVIL,
            "commitment", "complementary", "scope", "policy", "instrument", "dialogue", "inputUse", TEXT, "licence",
            "CC BY 4.0\r\n" + EVIL, "licenceVersion", "4.0 \"int'l\"", "responseDays", "30");
        client.save(page, INITIATIVE + "languages", "es|ar");
        return page;
    }

    /** A challenge with a frozen brief and an open dialogue. */
    private void discuss(String initiative)
    {
        String challenge = this.admin.create(initiative, "createChallenge", "How? " + EVIL, "question",
            "How late is <late>?\r\n" + EVIL, "state", "selected", "priority", "1");
        this.brief = this.admin.create(challenge, "createBrief", "Brief " + EVIL, "problem", "Nobody knows.", "rootCauses",
            "Paper.");
        act(this.admin, this.brief, "startWorkshop");
        act(this.admin, this.brief, "freeze");
        this.dialogue = this.admin.create(challenge, "createDialogue", "Session " + EVIL, "start", "2030-07-11T10:00",
            "timezone", "America/Mexico_City", "duration", "90");
        act(this.admin, this.dialogue, "openDialogue");
    }

    private String say(String text, String kind)
    {
        WikiPage answer = act(TestWiki.client(Account.of("expert")), this.dialogue, "contribute", "text", text, "kind",
            kind);
        return this.dialogue.replaceAll("WebHome$",
            answer.uri().getQuery().replaceFirst(".*cs_at=(c[0-9a-z]{28}).*", "$1"));
    }

    private String write(String initiative)
    {
        String idea = say(EVIL + "\r\n\r\n" + TEXT, "idea");
        String gone = say("Said by mistake", "concern");
        String roadmap = this.admin.create(initiative, "createRoadmap", "Roadmap " + EVIL, "summary", TEXT, "startsOn",
            "2026-01-05", "currency", "MXN");
        String first = this.admin.create(roadmap, "createRecommendation", EVIL, "priority", "2", "problem", TEXT,
            "description", TEXT, "strategies", TEXT, "actors", TEXT, "legal", TEXT, "technical", TEXT, "risks", TEXT,
            "metrics", TEXT, "examples", "| Kenya | " + EVIL, "costBand", "10kto100k", "cost", EVIL, "offset", EVIL,
            "aggressive", "3", "conservative", "12", "contacts", "Ann\r\n" + EVIL, "deskResearch", "1", "deskReference",
            "OECD\r\n" + EVIL, "StepClass_0_title", EVIL);
        this.admin.save(first, RECOMMENDATION + "sources", String.join("|", idea, gone, this.brief), STEP + "0_actor", EVIL,
            STEP + "0_startsOn", "2026-02-01", STEP + "0_start", "45", STEP + "0_startUnit", "days", STEP + "0_aggressive",
            "10", STEP + "0_conservative", "15", STEP + "0_durationUnit", "workingdays", STEP + "0_amount", "1500.50",
            STEP + "0_currency", "USD", STEP + "0_costBand", "upto10k", STEP + "0_cost", EVIL, STEP + "0_risk",
            "One\r\n" + EVIL, STEP + "0_metric", "Two\r\n" + EVIL, STEP + "0_deskResearch", "1",
            STEP + "0_deskReference", "WHO\r\n" + EVIL, STEP + "0_sources", idea);
        String second = this.admin.create(roadmap, "createRecommendation", "A page for all", "priority", "1",
            "StepClass_0_title", "Publish", "StepClass_0_amount", "200", "StepClass_0_deskReference", "Notes",
            "StepClass_0_deskResearch", "1", "StepClass_1_title", "Publish again");
        this.admin.save(second, RECOMMENDATION + "sources", gone, STEP + "1_sources", gone + "|" + this.brief,
            STEP + "1_start", "0", STEP + "1_conservative", "2", STEP + "1_durationUnit", "weeks", STEP + "1_cost", "staff time");
        WikiForm waits = this.admin.edit(first).editForm();
        waits.choose(STEP + "0_prerequisites", "Publish").submit("action_save");
        act(this.admin, first, "reportStep-0", "followup", "stalled", "followupOn", "2026-03-01", "followupNote",
            "No money\r\n" + EVIL, "followupEvidence", EVIL, "followupLink", "https://example.org/a?b=1&c=%20");
        act(this.admin, first, "setFollowUp", "followup", "started", "followupReason", "Begun\r\n" + EVIL);
        this.admin.delete(gone);
        return roadmap;
    }

    private String publish(String roadmap)
    {
        act(this.admin, roadmap, "startReview", "reviewers", Account.of("expert").page());
        act(TestWiki.client(Account.of("expert")), roadmap, "answerReview", "answer", "object", "text", "No!\r\n" + EVIL);
        act(this.admin, roadmap, "publishRoadmap", "reason", "It is late.\r\n" + EVIL);
        return roadmap.replaceAll("WebHome$", "V1");
    }

    private static String read(WikiClient client, String page)
    {
        WikiPage answer = client.get(FILE + WikiClient.encode(page));
        assertEquals(200, answer.status(), page);
        return answer.body();
    }

    private static String take(WikiClient client, String initiative, String file)
    {
        WikiPage done = client.get(WikiClient.path("view", initiative) + "?cs_view=import").actionForm("importRoadmap")
            .set("file", file).set("withFollowUp", "1").submit();
        assertEquals(200, done.status(), done::text);
        return WikiClient.reference(done.uri().toString().replaceFirst("[?#].*", ""));
    }

    private static ObjectNode parse(String file) throws Exception
    {
        return (ObjectNode) MAPPER.readTree(file);
    }

    private static String withoutIdentities(String file) throws Exception
    {
        ObjectNode result = parse(file);
        result.remove(IDENTITIES);
        ((ObjectNode) result.get("initiative")).remove("address");
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(result);
    }

    private static String steps(WikiClient client, String page)
    {
        return client.get(FILE + WikiClient.encode(page) + "&format=csv").body();
    }

    @Test
    void nothingIsLostOnTheWayThroughAnEmptyWiki() throws Exception
    {
        Path data = Artifacts.target().resolve("round-trip");
        TestWiki.delete(data);
        String home = initiative(this.admin, Stage.homes().get(0));
        discuss(home);
        String roadmap = write(home);
        String published = publish(roadmap);
        String file = read(TestWiki.client(Account.GUEST), published);
        String elsewhere;
        try (WikiProcess wiki = new WikiProcess(data, false)) {
            WikiClient other = new WikiClient(wiki.url()).login(new Account("Admin", "admin", "admin"));
            String made = take(other, initiative(other, "Crowdsourcing.WebHome"), file);
            elsewhere = read(other, made);
            assertEquals(withoutIdentities(file), withoutIdentities(elsewhere));
            assertEquals(steps(this.admin, roadmap), steps(other, made));
            assertEquals(List.of(url(file)), addresses(elsewhere));
            WikiPage shown = other.get(WikiClient.path("view", made));
            assertTrue(shown.text().contains("Imported from") && shown.text().contains(EVIL), shown.text());
            wiki.terminate();
        }
        String third = read(this.admin, take(this.admin, initiative(this.admin, Stage.homes().get(0)), elsewhere));
        assertEquals(withoutIdentities(elsewhere), withoutIdentities(third));
        assertEquals(List.of(url(elsewhere), url(file)), addresses(third), "From the second, which had it from the first");
        assertEquals(parse(file).at("/publication/publishedOn"), parse(third).at("/origins/1/publishedOn"));
        assertEquals(1, parse(third).at("/origins/1/version").asInt());
        assertEquals(parse(elsewhere).at("/origins/0"), parse(third).at("/origins/1"));
        Set<String> missing = new LinkedHashSet<>();
        JsonNode schema = parse(this.admin.get("/bin/get/Crowdsourcing/Code/RoadmapFile?schema=1").body());
        fields(schema, schema, "", missing);
        assertTrue(missing.contains("/recommendations/*/steps/*/followUp/by"), missing::toString);
        used(parse(file), "", missing);
        used(parse(third), "", missing);
        assertEquals(Set.of(), missing, "Every field of the schema is filled");
    }

    private static String url(String file) throws Exception
    {
        return parse(file).get("address").asText();
    }

    private static List<String> addresses(String file) throws Exception
    {
        return parse(file).get("origins").findValuesAsText("address");
    }

    /** The paths of all fields that a file may have. */
    private static void fields(JsonNode root, JsonNode schema, String path, Set<String> result)
    {
        JsonNode rule = schema.has("$ref") ? root.at(schema.get("$ref").asText().substring(1)) : schema;
        if (rule.has("items")) {
            fields(root, rule.get("items"), path + "/*", result);
        } else if (rule.has("properties")) {
            for (Map.Entry<String, JsonNode> field : rule.get("properties").properties()) {
                fields(root, field.getValue(), path + '/' + field.getKey(), result);
            }
        } else {
            result.add(path);
        }
    }

    private static void used(JsonNode node, String path, Set<String> missing)
    {
        missing.remove(path);
        node.properties().forEach(field -> used(field.getValue(), path + '/' + field.getKey(), missing));
        if (node.isArray()) {
            node.forEach(item -> used(item, path + "/*", missing));
        }
    }
}
