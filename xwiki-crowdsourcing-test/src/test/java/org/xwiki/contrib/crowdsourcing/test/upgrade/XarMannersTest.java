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
package org.xwiki.contrib.crowdsourcing.test.upgrade;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What an administrator may expect of pages that are installed: an upgrade asks nothing about those that people make
 * their own, and no page has a right that it does not need.
 *
 * @version $Id$
 */
class XarMannersTest
{
    private static final String PACKAGE = "package.xml";

    private static final Pattern SCRIPT = Pattern.compile("\\{\\{(velocity|groovy|python)|\\$services|#set");

    private static Map<String, Element> pages(Path xar) throws Exception
    {
        Map<String, Element> result = new TreeMap<>();
        for (Map.Entry<String, byte[]> entry : Artifacts.content(xar).entrySet()) {
            if (entry.getKey().endsWith(".xml") && !PACKAGE.equals(entry.getKey())) {
                Element page = parse(entry.getValue()).selectFirst("xwikidoc");
                result.put(page.attr("reference") + page.attr("locale"), page);
            }
        }
        return result;
    }

    private static Document parse(byte[] xml)
    {
        return Jsoup.parse(new String(xml, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    private static List<String> types(Path xar) throws Exception
    {
        return parse(Artifacts.content(xar).get(PACKAGE)).select("files > file").stream()
            .filter(file -> !file.attr("type").isEmpty()).map(file -> file.attr("type") + ' ' + file.text()).sorted()
            .toList();
    }

    @Test
    void anUpgradeLeavesAlonePagesThatPeopleMakeTheirOwn() throws Exception
    {
        assertEquals(List.of("configuration Crowdsourcing.Code.WebPreferences", "customizable Crowdsourcing.Areas.WebHome",
            "customizable Crowdsourcing.Experts.WebHome", "customizable Crowdsourcing.WebHome"), types(Artifacts.ui()));
        assertEquals(pages(Artifacts.sample()).keySet().stream().map(page -> "demo " + page).toList(),
            types(Artifacts.sample()));
    }

    @Test
    void aPageHasTheRightThatItsScriptNeedsAndNoMore() throws Exception
    {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> rights = new TreeMap<>();
        Map<String, Element> pages = pages(Artifacts.ui());
        pages.forEach((name, page) -> assertEquals("true", page.select("> enforceRequiredRights").text(), name));
        pages.putAll(pages(Artifacts.sample()));
        pages.forEach((name, page) -> {
            if (SCRIPT.matcher(page.select("> title").text() + page.select("> content").text()).find()) {
                expected.put(name, "script");
            }
            // The entry of a panel is a component of the wiki.
            if (page.select("> object > className").eachText().contains("XWiki.UIExtensionClass")) {
                expected.put(name, "wiki_admin");
            }
            page.select("> object:has(> className:containsOwn(XWiki.RequiredRightClass)) > property > level")
                .forEach(level -> rights.merge(name, level.text(), (one, other) -> one + ' ' + other));
        });
        assertEquals(expected, rights);
    }
}
