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
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every page of the application, a page of every kind, and in the embedded wiki every page of the sample, in view and
 * edit, as everybody: no error box, no raw macro or translation key, no complaint of the wiki, and an answer for those
 * who may not.
 *
 * @version $Id$
 */
class PagesTest
{
    private static final String VIEW = "view";

    private static final String CONTRIBUTION = "ContributionClass";

    private static final List<String> CONTENT = List.of("InitiativeClass", "ChallengeClass", "BriefClass",
        "DialogueClass", CONTRIBUTION, "ExpertClass", "AreaClass", "CallClass", "RoadmapClass",
        "RecommendationClass");

    /**
     * The local references of pages, and whether everybody sees them.
     */
    private static Map<String, Boolean> pages;

    @BeforeAll
    static void read() throws Exception
    {
        pages = new LinkedHashMap<>();
        XarPage.read(Artifacts.ui()).forEach(page -> pages.put(page.reference(), false));
        Stage.homes().forEach(page -> pages.put(page, true));
        Stage.pages().forEach((kind, page) -> pages.put(page, CONTENT.contains(kind)));
        assertTrue(pages.size() > 40, "Pages: " + pages.size());
        LogCapture.take();
    }

    static Stream<Account> everybody()
    {
        return Stream.of(Account.GUEST, Account.of("expert"), Account.of("curator"), Account.ADMIN);
    }

    static Stream<Account> everybodyOfTheSample()
    {
        return Stream.of(Account.GUEST, Account.demo("expert"), Account.demo("curator"), Account.demo("admin"));
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyPageCanBeViewed(Account account)
    {
        view(account, pages);
    }

    @ParameterizedTest
    @MethodSource("everybody")
    void everyPageCanBeEdited(Account account)
    {
        edit(account, pages);
    }

    @ParameterizedTest
    @MethodSource("everybodyOfTheSample")
    @EmbeddedOnly("the sample")
    void everyPageOfTheSampleCanBeViewed(Account account) throws Exception
    {
        view(account, sample());
    }

    @ParameterizedTest
    @MethodSource("everybodyOfTheSample")
    @EmbeddedOnly("the sample")
    void everyPageOfTheSampleCanBeEdited(Account account) throws Exception
    {
        edit(account, sample());
    }

    private static Map<String, Boolean> sample() throws Exception
    {
        // What may stay hidden from some: contributions that were hidden or wait for approval, and who takes part.
        Map<String, Boolean> sample = new LinkedHashMap<>();
        XarPage.read(Artifacts.sample()).forEach(page -> sample.put(page.reference(),
            !page.is(CONTRIBUTION) && CONTENT.stream().anyMatch(page::is)));
        assertTrue(sample.size() > 100, "Pages: " + sample.size());
        return sample;
    }

    private static void view(Account account, Map<String, Boolean> references)
    {
        WikiClient client = TestWiki.client(account);
        List<String> problems = new ArrayList<>();
        readable(account, references).forEach((page, open) -> {
            WikiPage answer = client.get(WikiClient.path(VIEW, page));
            problems.addAll(problems(page, VIEW, answer, account));
            if (open && answer.status() != 200) {
                problems.add(page + ": view answers " + answer.status());
            }
        });
        assertNothing(problems);
    }

    private static void edit(Account account, Map<String, Boolean> references)
    {
        WikiClient client = TestWiki.client(account);
        List<String> problems = new ArrayList<>();
        for (String page : readable(account, references).keySet()) {
            WikiPage answer = client.edit(page);
            problems.addAll(problems(page, "edit", answer, account));
            boolean form = answer.has("form[action*=save], form [name=action_save]");
            if (account == Account.GUEST && form) {
                problems.add(page + ": a guest gets a form");
            } else if (isAdmin(account) && !form) {
                problems.add(page + ": no form for the administrator, but " + answer);
            }
        }
        assertNothing(problems);
    }

    /**
     * The pages that make the application are alike to everybody who is no administrator.
     */
    private static Map<String, Boolean> readable(Account account, Map<String, Boolean> references)
    {
        Map<String, Boolean> result = new LinkedHashMap<>(references);
        if (account != Account.GUEST && !isAdmin(account)) {
            result.keySet().removeIf(page -> page.startsWith("Crowdsourcing.Code."));
        }
        return result;
    }

    private static boolean isAdmin(Account account)
    {
        return Account.ADMIN.role().equals(account.role());
    }

    private static List<String> problems(String page, String mode, WikiPage answer, Account account)
    {
        List<String> problems = new ArrayList<>();
        Reading.problems(answer).forEach(problem -> problems.add(page + ": " + mode + " shows " + problem));
        Set<Integer> proper = isAdmin(account) ? Set.of(200) : Set.of(200, 401, 403, 404);
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
