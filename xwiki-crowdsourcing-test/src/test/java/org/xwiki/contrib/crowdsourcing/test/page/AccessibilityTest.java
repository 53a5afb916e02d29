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
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A page of every kind as everybody in a real browser: axe-core finds no violation of WCAG 2.0 to 2.2, A and AA, and
 * nothing scrolls sideways at 320 pixels. Where the skin is not ours, only what the application shows is looked at.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class AccessibilityTest
{
    private static final String VIEW = "view";

    private static final String EDIT = "edit";

    private static final List<String> KINDS = List.of("InitiativeClass", "ChallengeClass", "BriefClass",
        "DialogueClass", "ContributionClass", "ExpertClass", "AreaClass", "RoadmapClass", "RecommendationClass",
        "EngagementClass", "CallClass");

    static Stream<Account> everybody()
    {
        return Stream.of(Account.GUEST, Account.of("expert"), Account.of("curator"), Account.ADMIN);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyKindOfPageIsAccessible(Account account, Browser browser)
    {
        List<String> paths = new ArrayList<>();
        for (String home : List.of("Crowdsourcing.WebHome", "Crowdsourcing.Experts.WebHome",
            "Crowdsourcing.Areas.WebHome")) {
            paths.add(WikiClient.path(VIEW, home));
        }
        Stage.homes().forEach(home -> paths.add(WikiClient.path(VIEW, home)));
        paths.add(WikiClient.path(VIEW, Stage.page("DialogueClass")) + "?cs_view=measures");
        paths.add(WikiClient.path(VIEW, Stage.page("DialogueClass")) + "?cs_search=late");
        paths.add(WikiClient.path(VIEW, Stage.page("CallClass")) + "?cs_view=applications");
        for (String page : Stage.pages().values()) {
            paths.add(WikiClient.path(VIEW, page));
            if (account == Account.ADMIN) {
                paths.add(WikiClient.path(EDIT, page) + "?force=1");
            }
        }
        assertAccessible(browser.login(account), paths);
    }

    @Test
    @EmbeddedOnly("the sample")
    void everyKindOfPageOfTheSampleIsAccessible(Browser browser) throws Exception
    {
        List<String> paths = new ArrayList<>();
        for (String kind : KINDS) {
            paths.add(WikiClient.path(VIEW, first(kind)));
        }
        assertAccessible(browser.login(Account.demo("curator")), paths);
    }

    @Test
    @EmbeddedOnly("its skin")
    void theEmbeddedWikiIsAccessible(Browser browser)
    {
        String initiative = Stage.page("InitiativeClass");
        assertAccessible(browser.login(Account.GUEST), List.of("/bin/view/Main/", "/bin/login/XWiki/XWikiLogin",
            "/bin/view/No/Such/Page", WikiClient.path(VIEW, initiative) + "?viewer=history",
            "/bin/view/Main/Search?text=owed"));
        assertAccessible(browser.login(Account.ADMIN), List.of("/bin/view/Main/",
            WikiClient.path(VIEW, initiative) + "?viewer=history", "/bin/view/Main/Search?text=owed",
            WikiClient.path("create", initiative), WikiClient.path("delete", Stage.page("AreaClass"))));
    }

    private static void assertAccessible(Browser browser, List<String> paths)
    {
        List<String> problems = new ArrayList<>();
        for (String path : paths) {
            browser.open(path);
            browser.violations().forEach(violation -> problems.add(path + ": " + violation));
            browser.overflow().forEach(element -> problems.add(path + ": wider than 320 px: " + element));
            Reading.problems(browser.page()).forEach(problem -> problems.add(path + ": " + problem));
        }
        assertEquals("", String.join("\n", problems));
    }

    private static String first(String kind) throws Exception
    {
        return XarPage.read(Artifacts.sample()).stream().filter(page -> page.is(kind)).findFirst()
            .orElseThrow(() -> new AssertionError("The sample has no " + kind)).reference();
    }
}
