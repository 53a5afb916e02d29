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
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The POM of a published artifact.
 *
 * @param text the text of the file
 * @param xml the same, parsed
 * @version $Id$
 */
public record Pom(String text, Document xml)
{
    /**
     * @param file a POM
     * @return its content
     * @throws IOException when it cannot be read
     */
    public static Pom of(Path file) throws IOException
    {
        return of(Files.readString(file));
    }

    /**
     * @param jar a jar, or the folder of its classes
     * @return the POM in it
     * @throws IOException when it cannot be read
     */
    public static Pom ofJar(Path jar) throws IOException
    {
        for (Map.Entry<String, byte[]> entry : Artifacts.content(jar).entrySet()) {
            if (entry.getKey().startsWith("META-INF/maven/") && entry.getKey().endsWith("/pom.xml")) {
                return of(new String(entry.getValue(), StandardCharsets.UTF_8));
            }
        }
        throw new AssertionError("No POM in " + jar);
    }

    private static Pom of(String text)
    {
        return new Pom(text, Jsoup.parse(text, "", Parser.xmlParser()));
    }

    /**
     * @param path the names of elements below the root, with {@code >} between them
     * @return the text
     */
    public String value(String path)
    {
        // A dot is a part of a name here.
        return this.xml.select("project > " + path.replace(".", "\\.")).text();
    }

    /**
     * @return what is needed at run time: group, artifact, version and type with colons between them
     */
    public List<String> dependencies()
    {
        return this.xml.select("project > dependencies > dependency").stream()
            .filter(dependency -> List.of("", "compile", "runtime").contains(dependency.select("> scope").text()))
            .filter(dependency -> !"true".equals(dependency.select("> optional").text())).map(Pom::coordinates).toList();
    }

    /**
     * @return the POMs that are read with this one, its parent and those that it imports
     */
    public List<String> poms()
    {
        return this.xml.select("project > parent, project > dependencyManagement > dependencies > dependency").stream()
            .filter(other -> "parent".equals(other.nodeName()) || "import".equals(other.select("> scope").text()))
            .map(other -> coordinates(other).replaceFirst("[^:]*$", "pom")).map(this::resolve).toList();
    }

    private String resolve(String text)
    {
        String property = text.replaceFirst(".*\\$\\{(.*)\\}.*", "$1");
        return property.equals(text) ? text
            : text.replace("${" + property + '}', value("properties > " + property));
    }

    private static String coordinates(Element element)
    {
        String type = element.select("> type").text();
        return String.join(":", element.select("> groupId").text(), element.select("> artifactId").text(),
            element.select("> version").text(), type.isEmpty() ? "jar" : type);
    }
}
