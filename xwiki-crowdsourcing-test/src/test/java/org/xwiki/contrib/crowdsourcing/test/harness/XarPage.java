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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * A page of a XAR file.
 *
 * @param reference the local reference of the page
 * @param title the title
 * @param hidden whether it is a technical page
 * @param classes the classes of its objects
 * @param properties the values of the first object of each class, by {@code Class.property}
 * @version $Id$
 */
public record XarPage(String reference, String title, boolean hidden, Set<String> classes,
    Map<String, String> properties)
{
    /**
     * @param xar a XAR file
     * @return its pages, without their translations
     * @throws IOException when the file cannot be read
     */
    public static List<XarPage> read(Path xar) throws IOException
    {
        List<XarPage> pages = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : Artifacts.content(xar).entrySet()) {
            if (entry.getKey().endsWith(".xml") && !"package.xml".equals(entry.getKey())) {
                Document xml =
                    Jsoup.parse(new String(entry.getValue(), StandardCharsets.UTF_8), "", Parser.xmlParser());
                Element page = xml.selectFirst("xwikidoc");
                if (page != null && page.attr("locale").isEmpty()) {
                    Set<String> classes = new LinkedHashSet<>(xml.select("xwikidoc > object > className").eachText());
                    pages.add(new XarPage(page.attr("reference"), page.select("> title").text(),
                        Boolean.parseBoolean(page.select("> hidden").text()), classes, properties(page)));
                }
            }
        }
        return pages;
    }

    private static Map<String, String> properties(Element page)
    {
        Map<String, String> properties = new LinkedHashMap<>();
        for (Element object : page.select("> object")) {
            String name = object.select("> className").text();
            String simple = name.substring(name.lastIndexOf('.') + 1);
            for (Element property : object.select("> property > *")) {
                properties.putIfAbsent(simple + '.' + property.nodeName(), property.wholeText());
            }
        }
        return properties;
    }

    /**
     * @param pages pages
     * @param kind the simple name of a class of the extension
     * @param property the name of a property
     * @param value its value
     * @return the first page that is such a thing with that value
     */
    public static XarPage find(List<XarPage> pages, String kind, String property, String value)
    {
        return pages.stream().filter(page -> page.is(kind) && value.equals(page.property(kind, property))).findFirst()
            .orElseThrow(() -> new AssertionError("No " + kind + " with " + property + " " + value));
    }

    /**
     * @param kind the simple name of a class of the extension
     * @param property the name of a property
     * @return the value, empty when there is none
     */
    public String property(String kind, String property)
    {
        return this.properties.getOrDefault(kind + '.' + property, "");
    }

    /**
     * @param name the simple name of a class of the extension
     * @return whether the page is such a thing and no template
     */
    public boolean is(String name)
    {
        return this.classes.contains("Crowdsourcing.Code." + name)
            && !this.reference.startsWith("Crowdsourcing.Code.");
    }

    @Override
    public String toString()
    {
        return this.reference;
    }
}
