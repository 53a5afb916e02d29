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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.xwiki.query.Query;
import org.xwiki.query.QueryManager;

/**
 * What is stored in the wiki: the only thing for which the tests do not use a page that a person uses.
 *
 * @version $Id$
 */
public final class Traces
{
    private static final int MANY = 1000;

    // The name that XWiki gives to its main wiki.
    private static final String WIKI = "xwiki";

    private Traces()
    {
    }

    /**
     * @return the pages with their versions: what changes when anything is saved. In a wiki that others use, too, the
     *         pages of the tests alone
     */
    public static List<String> stored()
    {
        return TestWiki.isEmbedded() ? inside("") : outside(Stage.SPACE);
    }

    /**
     * @param name how the names of spaces and users begin
     * @return the local references of these pages, with their versions
     */
    public static List<String> of(String name)
    {
        return TestWiki.isEmbedded() ? inside(name) : outside(name);
    }

    /**
     * Deletes pages for good.
     *
     * @param name how the names of their spaces, or of the users, begin
     * @return what is left nevertheless
     */
    public static List<String> remove(String name)
    {
        WikiClient admin = TestWiki.visit(Account.ADMIN);
        List<String> problems = new ArrayList<>();
        String home = name + ".WebHome";
        if (references(name).contains(home)) {
            admin.delete(home);
        }
        for (String page : references(name)) {
            try {
                admin.delete(page);
            } catch (AssertionError e) {
                problems.add(e.getMessage());
            }
        }
        List<String> left = new ArrayList<>(of(name));
        if (!left.isEmpty()) {
            left.addAll(problems);
        }
        return left;
    }

    private static Set<String> references(String name)
    {
        return of(name).stream().map(page -> page.substring(0, page.lastIndexOf(' ')))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> inside(String name)
    {
        try {
            return TestWiki.execute("XWiki.Admin", () -> {
                List<Object[]> rows = Fixture.component(QueryManager.class)
                    .createQuery("select doc.fullName, doc.version from XWikiDocument doc "
                        + "where doc.fullName like :space or doc.fullName like :user order by doc.fullName", Query.HQL)
                    .bindValue("space", name + '%').bindValue("user", "XWiki." + name + '%').execute();
                return rows.stream().map(row -> row[0] + " " + row[1]).toList();
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> outside(String name)
    {
        WikiClient admin = TestWiki.visit(Account.ADMIN);
        String where = "where doc.fullName like '" + name + "%' or doc.fullName like 'XWiki." + name
            + "%' order by doc.fullName";
        Document answer = Jsoup.parse(admin.get("/rest/wikis/" + WIKI + "/query?type=hql&number=" + MANY + "&q="
            + WikiClient.encode(where)).body(), "", Parser.xmlParser());
        if (answer.selectFirst("searchResults") == null) {
            throw new IllegalStateException("The wiki does not say what it has stored: " + answer.wholeText());
        }
        List<String> result = new ArrayList<>();
        for (Element page : answer.select("searchResult")) {
            result.add(page.select("> pageFullName").text() + ' ' + page.select("> version").text());
        }
        return result;
    }
}
