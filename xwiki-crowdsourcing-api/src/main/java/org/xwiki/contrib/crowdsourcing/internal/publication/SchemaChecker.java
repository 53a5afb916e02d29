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

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Times;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Checks a file against our JSON Schema. It knows the words that the schema uses and no others, and says in the
 * reader's language where and what is wrong, which no library does.
 *
 * @version $Id$
 * @since 1.0
 */
final class SchemaChecker
{
    /** How many problems are named. */
    static final int MOST = 200;

    private static final String REFERENCE = "$ref";

    private static final String TYPE = "type";

    private static final String CONST = "const";

    private static final String ENUM = "enum";

    private static final String OBJECT = "object";

    private static final String ARRAY = "array";

    private static final String STRING = "string";

    private static final String INTEGER = "integer";

    private static final String PROPERTIES = "properties";

    private static final String MAXIMUM = "maximum";

    private static final String MAX_LENGTH = "maxLength";

    private static final String PATTERN = "pattern";

    private static final String PREFIX = "crowdsourcing.exchange.error.";

    private static final Map<String, String> TYPES =
        Map.of(OBJECT, "typeObject", ARRAY, "typeArray", STRING, "typeString", INTEGER, "typeInteger");

    private final JsonNode root = JsonFile.readStored(JsonFile.schema());

    private final Inputs inputs;

    /**
     * @param inputs where problems are collected
     */
    SchemaChecker(Inputs inputs)
    {
        this.inputs = inputs;
    }

    /**
     * @param file a whole file
     */
    void check(JsonNode file)
    {
        check(file, this.root, "");
    }

    private void add(String path, String key, Object... parameters)
    {
        if (this.inputs.errors().size() < MOST) {
            this.inputs.add(new FieldError(path, PREFIX + key, parameters));
        }
    }

    private void check(JsonNode value, JsonNode schema, String path)
    {
        JsonNode rule = schema;
        while (rule.has(REFERENCE)) {
            rule = this.root.at(rule.get(REFERENCE).asText().substring(1));
        }
        if (rule.has(CONST)) {
            if (!rule.get(CONST).equals(value)) {
                add(path, "schema", Inputs.shorten(value.asText()), rule.get(CONST).asText());
            }
        } else if (rule.has(ENUM)) {
            checkChoice(value, rule.get(ENUM), path);
        } else {
            checkType(value, rule, path);
        }
    }

    private void checkChoice(JsonNode value, JsonNode choices, String path)
    {
        boolean known = false;
        StringBuilder names = new StringBuilder();
        for (JsonNode choice : choices) {
            known |= choice.equals(value);
            names.append(names.length() == 0 ? "" : ", ").append(choice.asText());
        }
        if (!known) {
            add(path, "choice", Inputs.shorten(value.isContainerNode() ? value.getNodeType().name() : value.asText()),
                names.toString());
        }
    }

    private void checkType(JsonNode value, JsonNode rule, String path)
    {
        String type = rule.path(TYPE).asText();
        if (!isOf(type, value)) {
            add(path, TYPES.getOrDefault(type, "typeBoolean"));
        } else if (value.isObject()) {
            checkObject(value, rule, path);
        } else if (value.isArray()) {
            checkList(value, rule, path);
        } else if (value.isTextual()) {
            checkText(value.asText(), rule, path);
        } else if (value.isNumber()) {
            this.inputs.range(path, value.asInt(), rule.path("minimum").asInt(), rule.path(MAXIMUM).asInt());
        }
    }

    private static boolean isOf(String type, JsonNode value)
    {
        return switch (type) {
            case OBJECT -> value.isObject();
            case ARRAY -> value.isArray();
            case STRING -> value.isTextual();
            case INTEGER -> value.isIntegralNumber() && value.canConvertToInt();
            default -> value.isBoolean();
        };
    }

    private void checkObject(JsonNode value, JsonNode rule, String path)
    {
        JsonNode known = rule.get(PROPERTIES);
        for (JsonNode name : rule.path("required")) {
            if (!value.has(name.asText())) {
                add(path, "missing", name.asText());
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            String at = path + '/' + Inputs.shorten(field.getKey());
            if (known.has(field.getKey())) {
                check(field.getValue(), known.get(field.getKey()), at);
            } else {
                add(at, "unknown");
            }
        }
    }

    private void checkList(JsonNode value, JsonNode rule, String path)
    {
        int most = rule.path("maxItems").asInt();
        if (value.size() > most) {
            add(path, "tooMany", most);
            return;
        }
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            check(value.get(i), rule.get("items"), path + '/' + i);
            if (!seen.add(value.get(i)) && rule.path("uniqueItems").asBoolean()) {
                add(path + '/' + i, "repeated");
            }
        }
    }

    private void checkText(String value, JsonNode rule, String path)
    {
        int before = this.inputs.errors().size();
        int longest = rule.path(MAX_LENGTH).asInt(JsonFile.LONGEST);
        switch (rule.path("format").asText()) {
            case "line" -> checkLine(value, longest, rule.has("minLength"), path);
            case "date" -> this.inputs.add(Times.checkDate(value, path));
            case "date-time" -> {
                if (Times.findInstant(value).isEmpty()) {
                    add(path, "instant");
                }
            }
            case "uri" -> checkAddress(value, longest, path);
            default -> this.inputs.text(path, value, longest);
        }
        boolean fine = this.inputs.errors().size() == before;
        if (fine && rule.has(PATTERN) && !value.matches(rule.get(PATTERN).asText())) {
            add(path, PATTERN, Inputs.shorten(value), rule.get(PATTERN).asText());
        }
    }

    private void checkLine(String value, int longest, boolean needed, String path)
    {
        if (needed) {
            this.inputs.title(path, value);
        } else if (value.indexOf('\n') >= 0 || value.indexOf('\t') >= 0) {
            add(path, "lines");
        } else {
            this.inputs.text(path, value, longest);
        }
    }

    private void checkAddress(String value, int longest, String path)
    {
        if (value.length() > longest || !isWeb(value)) {
            add(path, "address");
        }
    }

    private static boolean isWeb(String value)
    {
        // Longer ones than people type, but no others than those of the web, and nothing that ends an attribute.
        return value.matches("https?://[^\\s\\p{Cntrl}\"'<>\\\\^`{|}]+");
    }
}
