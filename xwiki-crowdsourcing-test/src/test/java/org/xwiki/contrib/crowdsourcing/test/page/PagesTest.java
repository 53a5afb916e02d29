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
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every page of both XAR files, in view and edit, as everybody: no error box, no raw macro or translation key, no
 * exception in the log, and an answer for those who may not.
 *
 * @version $Id$
 */
class PagesTest
{
    private static final List<String> CONTENT = List.of("InitiativeClass", "ChallengeClass", "BriefClass",
        "DialogueClass", "ContributionClass", "ExpertClass", "AreaClass", "RoadmapClass", "RecommendationClass");

    private static List<XarPage> pages;

    @BeforeAll
    static void read() throws Exception
    {
        pages = new ArrayList<>(XarPage.read(Artifacts.ui()));
        pages.addAll(XarPage.read(Artifacts.sample()));
        assertTrue(pages.size() > 100, "Pages: " + pages.size());
        TestWiki.url();
        LogCapture.take();
    }

    static Stream<Account> everybody()
    {
        return Stream.of(Account.GUEST, Account.of("expert"), Account.of("curator"), Account.of("admin"));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyPageCanBeViewed(Account account)
    {
        WikiClient client = TestWiki.client(account);
        List<String> problems = new ArrayList<>();
        for (XarPage page : pages) {
            WikiPage answer = client.get(WikiClient.path("view", page.reference()));
            problems.addAll(problems(page, "view", answer, account));
            if (CONTENT.stream().anyMatch(page::is) && answer.status() != 200 && mustSee(page, account)) {
                problems.add(page + ": view answers " + answer.status());
            }
        }
        assertNothing(problems);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyPageCanBeEdited(Account account)
    {
        WikiClient client = TestWiki.client(account);
        List<String> problems = new ArrayList<>();
        for (XarPage page : pages) {
            WikiPage answer = client.get(WikiClient.path("edit", page.reference()));
            problems.addAll(problems(page, "edit", answer, account));
            boolean form = answer.has("form[action*=save], form [name=action_save]");
            if (account == Account.GUEST && form) {
                problems.add(page + ": a guest gets a form");
            } else if ("admin".equals(account.role()) && !form) {
                problems.add(page + ": no form for the administrator, but " + answer);
            }
        }
        assertNothing(problems);
    }

    /**
     * What may stay hidden from some: contributions that were hidden or wait for approval, and who takes part.
     */
    private static boolean mustSee(XarPage page, Account account)
    {
        return "admin".equals(account.role()) || !page.is("ContributionClass");
    }

    private static List<String> problems(XarPage page, String mode, WikiPage answer, Account account)
    {
        List<String> problems = new ArrayList<>();
        Reading.problems(answer).forEach(problem -> problems.add(page + ": " + mode + " shows " + problem));
        Set<Integer> proper = "admin".equals(account.role()) ? Set.of(200) : Set.of(200, 401, 403, 404);
        if (!proper.contains(answer.status())) {
            problems.add(page + ": " + mode + " answers " + answer.status());
        }
        LogCapture.take().forEach(line -> problems.add(page + ": " + mode + " logs " + line));
        return problems;
    }

    private static void assertNothing(List<String> problems)
    {
        String all = String.join("\n", problems);
        assertEquals("", all, problems.size() + " problems");
    }
}
