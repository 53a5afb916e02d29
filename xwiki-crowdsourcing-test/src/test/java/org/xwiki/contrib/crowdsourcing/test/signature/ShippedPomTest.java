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

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Who installs a shipped jar learns from its POM which modules of XWiki Platform it needs, and nothing of the stand-in.
 *
 * @version $Id$
 */
class ShippedPomTest
{
    private static final String PLATFORM = "org.xwiki.platform";

    @ParameterizedTest
    @ValueSource(strings = {"api", "macros"})
    void pomNamesThePlatformModules(String module) throws Exception
    {
        Path jar = Artifacts.onClassPath(module);
        Document pom = pom(jar);
        SignatureGuard guard = new SignatureGuard(PlatformTypes.load());
        Set<String> needed = new TreeSet<>();
        for (byte[] bytes : Artifacts.classes(jar).values()) {
            needed.addAll(guard.modules(bytes));
        }
        Set<String> named = new TreeSet<>();
        for (Element dependency : pom.select("profile:has(> id:matchesOwn(^platform$)) dependency")) {
            if (PLATFORM.equals(dependency.select("> groupId").text())) {
                named.add(dependency.select("> artifactId").text());
            }
        }
        assertEquals(needed, named);
        // The profile is active for everybody but in the source tree, where the other one is.
        assertEquals("!embedded", pom.select("profile:has(> id:matchesOwn(^platform$)) activation name").text());
        assertEquals("embedded", pom.select("profile:has(> id:matchesOwn(^embedded$)) activation name").text());
    }

    private static Document pom(Path jar) throws Exception
    {
        for (Map.Entry<String, byte[]> entry : Artifacts.content(jar).entrySet()) {
            if (entry.getKey().startsWith("META-INF/maven/") && entry.getKey().endsWith("/pom.xml")) {
                return Jsoup.parse(new String(entry.getValue(), StandardCharsets.UTF_8), "", Parser.xmlParser());
            }
        }
        throw new AssertionError("No POM in " + jar);
    }
}
