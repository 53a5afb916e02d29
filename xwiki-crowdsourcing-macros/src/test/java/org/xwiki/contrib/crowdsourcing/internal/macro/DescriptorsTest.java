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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.macro.Picks;
import org.xwiki.contrib.crowdsourcing.pick.PickKind;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.rendering.macro.descriptor.MacroDescriptor;
import org.xwiki.rendering.macro.descriptor.ParameterDescriptor;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the dialog of an editor makes of the macros: where it offers them, how it asks for their parameters, and whether
 * it finds a text for all of it.
 */
class DescriptorsTest extends AbstractMacroTest
{
    private static final String PARAMETER = ".parameter.";

    @InjectComponentManager
    private MockitoComponentManager components;

    private final Map<String, MacroDescriptor> macros = new TreeMap<>();

    @BeforeEach
    void read() throws Exception
    {
        for (Map.Entry<String, Macro<?>> entry : this.components.<Macro<?>>getInstanceMap(Macro.class).entrySet()) {
            this.macros.put(entry.getKey(), entry.getValue().getDescriptor());
        }
        assertEquals(shipped(), this.macros.size(), "All that is shipped is looked at");
    }

    private static long shipped() throws IOException
    {
        try (var lines =
            Files.lines(Path.of("src/main/resources/META-INF/components.txt"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.endsWith("Macro")).count();
        }
    }

    private Collection<ParameterDescriptor> parameters(String macro)
    {
        return this.macros.get(macro).getParameterDescriptorMap().values();
    }

    @Test
    void whatIsForSheetsAloneIsNotOffered()
    {
        Map<String, Set<String>> categories = new HashMap<>();
        this.macros.forEach((name, macro) -> macro.getDefaultCategories()
            .forEach(category -> categories.computeIfAbsent(category, key -> new TreeSet<>()).add(name)));
        assertEquals(Set.of("Crowdsourcing", "Internal"), categories.keySet());
        assertEquals(Set.of("crowdsourcingForm", "engagement", "invitation"), categories.get("Internal"));
    }

    @Test
    void everythingHasItsTextInEveryLanguage() throws Exception
    {
        Set<String> missing = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (Properties texts : List.of(Texts.load(""), Texts.load("_es"))) {
            for (String key : keys()) {
                known.add(key);
                if (texts.getProperty(key, "").isBlank()) {
                    missing.add(key);
                }
            }
        }
        assertEquals(Set.of(), missing);
        Set<String> useless = Texts.load("").stringPropertyNames().stream()
            .filter(key -> key.startsWith("rendering.macro") || key.startsWith("org.xwiki."))
            .filter(key -> !known.contains(key)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), useless);
    }

    private Set<String> keys()
    {
        Set<String> keys = new TreeSet<>(Set.of("rendering.macroCategory.Crowdsourcing"));
        this.macros.forEach((name, macro) -> {
            String prefix = "rendering.macro." + name;
            keys.addAll(Set.of(prefix + ".name", prefix + ".description"));
            for (ParameterDescriptor parameter : parameters(name)) {
                keys.add(prefix + PARAMETER + parameter.getId() + ".name");
                keys.add(prefix + PARAMETER + parameter.getId() + ".description");
                if (parameter.getDisplayType() instanceof Class<?> type && type.isEnum()) {
                    for (Object value : type.getEnumConstants()) {
                        keys.add(type.getName() + '.' + ((Enum<?>) value).name());
                    }
                }
            }
        });
        return keys;
    }

    @Test
    void pagesAreChosenWithAPicker()
    {
        Map<String, Class<?>> own = new TreeMap<>(Map.of("contribution", Picks.ContributionPick.class,
            "recommendation", Picks.RecommendationPick.class, "evidence", Picks.BriefPick.class, "used-in",
            Picks.SourcePick.class, "roadmap", Picks.RoadmapPick.class, "not-taken", Picks.PlacePick.class,
            "commitments", Picks.PlacePick.class));
        Set.of("costs", "followup", "sources", "steps", "timeline")
            .forEach(macro -> own.put(macro, Picks.PlanPick.class));
        this.macros.keySet().forEach(macro -> parameters(macro).forEach(parameter -> {
            boolean page = Set.of("reference", "area").contains(parameter.getId());
            Object expected = page ? own.getOrDefault(macro, DocumentReference.class)
                : "uid".equals(parameter.getId()) ? Picks.EvidencePick.class : null;
            Object actual = parameter.getDisplayType();
            boolean picked = DocumentReference.class.equals(actual)
                || actual instanceof Class<?> type && Picks.class.equals(type.getEnclosingClass());
            assertEquals(expected, picked ? actual : null, macro + PARAMETER + parameter.getId());
        }));
    }

    @Test
    void everyPickerOfTheExtensionIsThere() throws IOException
    {
        Set<String> kinds =
            Arrays.stream(PickKind.values()).map(PickKind::getId).collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = new TreeSet<>();
        Set<String> templates = new TreeSet<>();
        for (Class<?> type : Picks.class.getDeclaredClasses()) {
            String name = type.getSimpleName().toLowerCase(Locale.ROOT);
            templates.add(name);
            String template = Files.readString(Path.of("src/main/resources/templates/html_displayer", name, "edit.vm"),
                StandardCharsets.UTF_8);
            asked.addAll(List.of(template.replaceFirst("(?s).*&kinds=([a-z+]+)'.*", "$1").split("\\+")));
            assertTrue(template.contains("class=\"cs-pick\""), name);
        }
        assertEquals(kinds, asked);
        try (var files = Files.list(Path.of("src/main/resources/templates/html_displayer"))) {
            assertEquals(templates, files.map(file -> file.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void aChoiceHasAValueThatIsChosenFirst()
    {
        // The editor finds the values to choose from by the default value: without one there is nothing to choose.
        int choices = 0;
        for (String macro : this.macros.keySet()) {
            for (ParameterDescriptor parameter : parameters(macro)) {
                if (parameter.getDisplayType() instanceof Class<?> type && type.isEnum()) {
                    choices++;
                    assertEquals(type.getEnumConstants()[0], parameter.getDefaultValue(),
                        macro + PARAMETER + parameter.getId());
                }
            }
        }
        assertEquals(12, choices);
    }

    @Test
    void parametersAreInAnOrder()
    {
        this.macros.keySet().stream().filter(macro -> !"crowdsourcingForm".equals(macro)).forEach(macro -> {
            List<ParameterDescriptor> ordered = parameters(macro).stream()
                .sorted((one, other) -> Integer.compare(one.getOrder(), other.getOrder())).toList();
            for (int i = 0; i < ordered.size(); i++) {
                assertEquals(i + 1, ordered.get(i).getOrder(), macro + PARAMETER + ordered.get(i).getId());
            }
            assertTrue(ordered.stream().limit(Math.max(0, ordered.size() - 1))
                .noneMatch(parameter -> "limit".equals(parameter.getId())), "What few want to change is last: " + macro);
            for (ParameterDescriptor parameter : ordered) {
                assertEquals("limit".equals(parameter.getId()), parameter.isAdvanced(), macro);
                assertFalse(parameter.isMandatory(), macro);
            }
            assertTrue(parameters(macro).stream().allMatch(parameter -> !parameter.isDisplayHidden()), macro);
        });
    }
}
