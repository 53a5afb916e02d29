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
package org.xwiki.contrib.crowdsourcing.test.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A page of every kind as everybody in a real browser: axe-core finds no violation of WCAG 2.0 to 2.2, A and AA, and
 * nothing scrolls sideways at 320 pixels.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class AccessibilityTest
{
    private static final List<String> KINDS = List.of("InitiativeClass", "ChallengeClass", "BriefClass",
        "DialogueClass", "ContributionClass", "ExpertClass", "AreaClass", "RoadmapClass", "RecommendationClass",
        "EngagementClass");

    static Stream<Account> everybody()
    {
        return Stream.of(Account.GUEST, Account.of("expert"), Account.of("curator"), Account.of("admin"));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyKindOfPageIsAccessible(Account account, Browser browser) throws Exception
    {
        browser.login(account);
        Map<String, String> paths = new LinkedHashMap<>();
        for (String home : List.of("Main.WebHome", "Crowdsourcing.WebHome", "Crowdsourcing.Experts.WebHome",
            "Crowdsourcing.Areas.WebHome")) {
            paths.put("view " + home, WikiClient.path("view", home));
        }
        boolean admin = "admin".equals(account.role());
        for (XarPage page : representatives()) {
            paths.put("view " + page, WikiClient.path("view", page.reference()));
            if (admin) {
                paths.put("edit " + page, WikiClient.path("edit", page.reference()));
            }
        }
        if (account == Account.GUEST) {
            paths.put("login", "/bin/login/XWiki/XWikiLogin");
            paths.put("no such page", "/bin/view/No/Such/Page");
        }
        String initiative = WikiClient.path("view", first("InitiativeClass").reference());
        paths.put("history", initiative + "?viewer=history");
        paths.put("search", "/bin/view/Main/Search?text=corruption");
        if (admin) {
            paths.put("create", WikiClient.path("create", first("InitiativeClass").reference()));
            paths.put("delete", WikiClient.path("delete", first("AreaClass").reference()));
        }
        assertEquals("", String.join("\n", check(browser, paths)));
    }

    private static List<String> check(Browser browser, Map<String, String> paths)
    {
        List<String> problems = new ArrayList<>();
        paths.forEach((name, path) -> {
            browser.open(path);
            browser.violations().forEach(violation -> problems.add(name + ": " + violation));
            browser.overflow().forEach(element -> problems.add(name + ": wider than 320 px: " + element));
            Reading.problems(browser.page()).forEach(problem -> problems.add(name + ": " + problem));
        });
        return problems;
    }

    private static List<XarPage> representatives() throws Exception
    {
        List<XarPage> result = new ArrayList<>();
        for (String kind : KINDS) {
            result.add(first(kind));
        }
        return result;
    }

    private static XarPage first(String kind) throws Exception
    {
        return XarPage.read(Artifacts.sample()).stream().filter(page -> page.is(kind)).findFirst()
            .orElseThrow(() -> new AssertionError("The sample has no " + kind));
    }
}
