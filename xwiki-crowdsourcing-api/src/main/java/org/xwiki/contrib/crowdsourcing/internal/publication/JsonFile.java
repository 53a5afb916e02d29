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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.FieldError;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * Reads files of JSON of which nothing is known, and writes others. What is too long, too deep or names a field twice
 * is not read at all.
 *
 * @version $Id$
 * @since 1.0
 */
public final class JsonFile
{
    /** The longest file, in characters. */
    public static final int LONGEST = 10_000_000;

    /** The form field of a file. */
    public static final String FIELD = "file";

    private static final String SCHEMA = "/crowdsourcing/roadmap-1.schema.json";

    private static final int DEEPEST = 16;

    private static final int LONGEST_TEXT = 100_000;

    private static final int LONGEST_NUMBER = 20;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
            .maxDocumentLength(LONGEST * 4L).maxStringLength(LONGEST_TEXT).maxNumberLength(LONGEST_NUMBER)
            .maxNameLength(LONGEST_NUMBER * LONGEST_NUMBER).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(SerializationFeature.INDENT_OUTPUT);

    private static final ObjectMapper TRUSTED = new ObjectMapper();

    private JsonFile()
    {
    }

    /**
     * @param text the text of a file that somebody sent
     * @param problems what is wrong with it
     * @return what it holds, {@code null} if it cannot be read
     */
    public static JsonNode read(String text, List<FieldError> problems)
    {
        JsonNode result = null;
        if (text == null || text.isBlank()) {
            problems.add(new FieldError(FIELD, "crowdsourcing.error.required"));
        } else if (text.length() > LONGEST) {
            problems.add(new FieldError(FIELD, "crowdsourcing.exchange.error.tooLong", LONGEST));
        } else {
            // Editors on Windows begin a file with the mark of its encoding.
            result = parse(text.charAt(0) == '\uFEFF' ? text.substring(1) : text, problems);
        }
        return result;
    }

    private static JsonNode parse(String text, List<FieldError> problems)
    {
        JsonNode result = null;
        try {
            result = MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            problems.add(new FieldError(FIELD, "crowdsourcing.exchange.error.tooDeep", DEEPEST, LONGEST_TEXT));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String key = e.getOriginalMessage().startsWith("Duplicate") ? "crowdsourcing.exchange.error.twice"
                : "crowdsourcing.exchange.error.syntax";
            problems.add(
                new FieldError(FIELD, key, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()));
        }
        return result;
    }

    /**
     * @param stored the text that a version page holds
     * @return what it says
     */
    public static JsonNode readStored(String stored)
    {
        try {
            return TRUSTED.readTree(stored);
        } catch (JsonProcessingException e) {
            // A page that somebody imported with a text that is none: nothing can be shown of it.
            return TRUSTED.createObjectNode();
        }
    }

    /**
     * @param node what to write
     * @return the text of a file, with a line for each value
     */
    public static String write(JsonNode node)
    {
        try {
            return MAPPER.writeValueAsString(node) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was made of values can be written", e);
        }
    }

    /**
     * @return the text of the JSON Schema of the files
     */
    public static String schema()
    {
        try (InputStream stream = JsonFile.class.getResourceAsStream(SCHEMA)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read the schema", e);
        }
    }
}
