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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every text that the extension shows is there in every language, and none is there for nothing.
 */
class TranslationsTest
{
    private static final Pattern KEY = Pattern.compile("[\"'>](crowdsourcing\\.[a-zA-Z][a-zA-Z0-9.]*)");

    private static final Pattern PROPERTY_KEY = Pattern.compile("(?:Crowdsourcing\\.Code\\.)?\\b([A-Z]\\w+Class_\\w+)");

    private static Properties en;

    private static Properties es;

    private static String sources;

    @BeforeAll
    static void read() throws IOException
    {
        en = Texts.load("");
        es = Texts.load("_es");
        StringBuilder all = new StringBuilder();
        for (String root : List.of("src/main/java", "src/main/resources/templates",
            "../xwiki-crowdsourcing-api/src/main/java", "../xwiki-crowdsourcing-ui/src/main/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
                }
            }
        }
        sources = all.toString();
    }

    @Test
    void everyLanguageHasTheSameTexts()
    {
        assertEquals(new TreeSet<>(en.keySet()), new TreeSet<>(es.keySet()));
    }

    @Test
    void textsFormatTheSameParameters()
    {
        for (String key : en.stringPropertyNames()) {
            for (Properties texts : List.of(en, es)) {
                String text = texts.getProperty(key);
                assertFalse(text.isBlank(), key);
                boolean formatted = text.contains("{0");
                assertEquals(en.getProperty(key).contains("{0"), formatted, key);
                assertEquals(en.getProperty(key).contains("{1"), text.contains("{1"), key);
                assertEquals(en.getProperty(key).contains("{2"), text.contains("{2"), key);
                if (formatted) {
                    assertFalse(new MessageFormat(text).format(new Object[] {1, 2, 3, 4}).contains("{"), key);
                    assertFalse(text.replace("''", "").contains("'"), "A single quote vanishes: " + key);
                } else {
                    assertFalse(text.contains("''"), "Two quotes show: " + key);
                }
            }
        }
    }

    @Test
    void everyTextThatIsUsedIsThere()
    {
        Set<String> missing = new TreeSet<>();
        Matcher matcher = KEY.matcher(sources);
        while (matcher.find()) {
            String key = matcher.group(1);
            if (key.endsWith(".")) {
                assertTrue(en.stringPropertyNames().stream().anyMatch(known -> known.startsWith(key)), key);
            } else if (!en.containsKey(key) && !key.matches("crowdsourcing\\.(css|js|rules|events)")) {
                missing.add(key);
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyPropertyAndValueOfTheClassesHasItsText() throws IOException
    {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files =
            Files.list(Path.of("../xwiki-crowdsourcing-ui/src/main/resources/Crowdsourcing/Code"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Class.xml")).toList()) {
                String name = file.getFileName().toString().replace(".xml", "");
                String page = Files.readString(file, StandardCharsets.UTF_8);
                String fields = page.substring(page.indexOf("<class>"), page.indexOf("</class>"));
                Matcher matcher = Pattern.compile("(?s)<(\\w+)>(?:(?!</\\1>).)*?<classType>.*?</\\1>").matcher(fields);
                while (matcher.find()) {
                    String key = "Crowdsourcing.Code." + name + '_' + matcher.group(1);
                    require(key, missing);
                    Matcher values = Pattern.compile("<values>([^<]*)</values>").matcher(matcher.group());
                    if (values.find() && !values.group(1).contains("=")) {
                        for (String value : values.group(1).split("\\|")) {
                            require(key + '_' + value, missing);
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private void require(String key, Set<String> missing)
    {
        if (!en.containsKey(key)) {
            missing.add(key);
        }
    }

    @Test
    void noTextIsThereForNothing() throws IOException
    {
        Set<String> unused = new TreeSet<>();
        for (String key : en.stringPropertyNames()) {
            if (!isUsed(key)) {
                unused.add(key);
            }
        }
        assertEquals(Set.of(), unused);
    }

    private boolean isUsed(String key)
    {
        boolean used;
        if (key.startsWith("Crowdsourcing.Code.")) {
            String type = key.substring("Crowdsourcing.Code.".length(), key.indexOf('_'));
            String[] parts = key.substring(key.indexOf('_') + 1).split("_");
            used = sources.contains("<name>Crowdsourcing.Code." + type + "</name>")
                && sources.contains("<name>" + parts[0] + "</name>");
            used &= parts.length == 1 || parts[1].equals("hint") || sources.contains(parts[1]);
        } else if (key.startsWith("rendering.macro.")) {
            used = sources.contains("@Named(\"" + key.split("\\.")[2] + "\")");
        } else if (key.startsWith("rendering.macroCategory.") || key.startsWith("org.xwiki.")) {
            // DescriptorsTest knows which the editor looks for.
            used = true;
        } else {
            int dot = key.lastIndexOf('.');
            used = Pattern.compile("[\"'>]" + Pattern.quote(key) + "[\"'<]").matcher(sources).find()
                || Pattern.compile("[\"']" + Pattern.quote(key.substring(0, dot + 1)) + "(\\$|\")").matcher(sources)
                    .find();
        }
        return used;
    }

    @Test
    void everyPropertyNamedInATemplateHasItsText()
    {
        Set<String> missing = new TreeSet<>();
        Matcher matcher = PROPERTY_KEY.matcher(sources);
        while (matcher.find()) {
            String property = matcher.group(1);
            boolean part = property.endsWith("_");
            if (!part && !en.containsKey("Crowdsourcing.Code." + property) && !property.matches(".*Class_\\d.*")) {
                missing.add(property);
            }
        }
        assertEquals(Set.of(), missing);
    }
}
