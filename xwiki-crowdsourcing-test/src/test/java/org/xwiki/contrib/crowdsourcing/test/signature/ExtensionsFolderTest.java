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
package org.xwiki.contrib.crowdsourcing.test.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.Pom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The folder from which a wiki that cannot reach the Internet installs the extension has all that it needs, and nothing
 * of the stand-in for XWiki Platform.
 *
 * @version $Id$
 */
class ExtensionsFolderTest
{
    private static final String GROUP = "org.xwiki.contrib.crowdsourcing";

    private static final String PREFIX = "xwiki-crowdsourcing-";

    private static final Map<String, String> SHIPPED = Map.of("api", "jar", "macros", "jar", "ui", "xar", "sample", "xar");

    /** What every wiki brings, in the version of the wiki. */
    private static final List<String> OF_XWIKI =
        List.of("org.xwiki.commons:", "org.xwiki.rendering:", "org.xwiki.platform:", "org.slf4j:slf4j-api:",
            "commons-codec:commons-codec:", "org.apache.commons:commons-lang3:");

    private final Path folder = Artifacts.target().resolve("../../target/extensions").normalize();

    private String version;

    @BeforeEach
    void readVersion() throws IOException
    {
        this.version = Jsoup.parse(Files.readString(home("ui").resolve("maven-metadata.xml")), "", Parser.xmlParser())
            .select("versions > version").text();
    }

    @Test
    void hasTheShippedArtifactsAndNothingElse() throws Exception
    {
        Set<String> expected = new TreeSet<>();
        SHIPPED.forEach((module, type) -> Stream.of("maven-metadata.xml", path(module, "pom"), path(module, type))
            .map(name -> home(module).resolve(name).toString())
            .forEach(name -> expected.addAll(List.of(name, name + ".sha1"))));
        Set<String> files = new TreeSet<>();
        for (Path file : files(home("ui").getParent())) {
            files.add(file.toString());
            if (!file.toString().endsWith(".sha1")) {
                byte[] hash = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file));
                assertEquals(HexFormat.of().formatHex(hash), Files.readString(Path.of(file + ".sha1")).trim());
            }
        }
        assertEquals(expected, files);
        assertArrayEquals(Files.readAllBytes(Artifacts.ui()), Files.readAllBytes(file("ui")));
        assertArrayEquals(Files.readAllBytes(Artifacts.sample()), Files.readAllBytes(file("sample")));
    }

    @Test
    void everyPomCanBeReadWithoutTheInternet() throws Exception
    {
        for (Map.Entry<String, String> shipped : SHIPPED.entrySet()) {
            Pom pom = pom(shipped.getKey());
            assertEquals(List.of(GROUP, PREFIX + shipped.getKey(), this.version, shipped.getValue()),
                Stream.of("groupId", "artifactId", "version", "packaging").map(pom::value).toList());
            assertEquals("", pom.value("parent"));
            assertFalse(pom.text().contains("${"), pom.text());
            if ("jar".equals(shipped.getValue())) {
                assertEquals(pom.text(), Pom.ofJar(file(shipped.getKey())).text());
            }
        }
        // All that the sample needs is there or comes with XWiki, and so on.
        List<String> seen = new ArrayList<>();
        check(coordinates("sample"), seen);
        SHIPPED.keySet().forEach(module -> assertTrue(seen.contains(coordinates(module)), module));
    }

    private void check(String coordinates, List<String> seen) throws IOException
    {
        if (!seen.contains(coordinates) && OF_XWIKI.stream().noneMatch(coordinates::startsWith)) {
            seen.add(coordinates);
            String[] parts = coordinates.split(":");
            Path base = this.folder.resolve(parts[0].replace('.', '/')).resolve(parts[1]).resolve(parts[2]);
            String name = parts[1] + '-' + parts[2] + '.';
            assertTrue(Files.exists(base.resolve(name + parts[3])) && Files.exists(base.resolve(name + "pom")),
                () -> coordinates + " is missing: is it in the property extensions.libraries?");
            Pom pom = Pom.of(base.resolve(name + "pom"));
            for (String other : pom.poms()) {
                check(other, seen);
            }
            for (String dependency : pom.dependencies()) {
                check(dependency, seen);
            }
        }
    }

    @Test
    void everyPomSaysWhatTheExtensionIs() throws Exception
    {
        for (String module : SHIPPED.keySet()) {
            Pom pom = pom(module);
            for (String path : List.of("name", "description", "properties > xwiki.extension.name",
                "developers > developer > name", "issueManagement > url")) {
                assertFalse(pom.value(path).isEmpty(), path + " of " + module);
            }
            assertEquals("LGPL 2.1", pom.value("licenses > license > name"));
            assertEquals("application", pom.value("properties > xwiki.extension.category"));
        }
        assertEquals("Smarter Crowdsourcing", pom("ui").value("properties > xwiki.extension.name"));
        assertFalse(pom("ui").value("properties > xwiki.extension.icon").isEmpty());
    }

    @Test
    void nothingOfTheStandInIsShipped() throws Exception
    {
        Set<String> standIn = Artifacts.classes(Artifacts.onClassPath("embedded")).keySet();
        assertTrue(standIn.contains("com/xpn/xwiki/XWiki"));
        for (String module : SHIPPED.keySet()) {
            assertFalse(pom(module).text().contains("embedded"), pom(module).text());
            Set<String> shipped = Artifacts.classes(file(module)).keySet();
            assertEquals("jar".equals(SHIPPED.get(module)), !shipped.isEmpty(), module);
            shipped.forEach(name -> assertFalse(standIn.contains(name) || !name.startsWith(GROUP.replace('.', '/')), name));
            for (Map.Entry<String, byte[]> entry : Artifacts.content(file(module)).entrySet()) {
                assertFalse(new String(entry.getValue(), StandardCharsets.ISO_8859_1).contains(PREFIX + "embedded"),
                    entry.getKey());
            }
        }
    }

    private Path home(String module)
    {
        return this.folder.resolve(GROUP.replace('.', '/')).resolve(PREFIX + module);
    }

    private String path(String module, String type)
    {
        return this.version + '/' + PREFIX + module + '-' + this.version + '.' + type;
    }

    private Path file(String module)
    {
        return home(module).resolve(path(module, SHIPPED.get(module)));
    }

    private String coordinates(String module)
    {
        return String.join(":", GROUP, PREFIX + module, this.version, SHIPPED.get(module));
    }

    private Pom pom(String module) throws IOException
    {
        return Pom.of(home(module).resolve(path(module, "pom")));
    }

    private static List<Path> files(Path folder) throws IOException
    {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
