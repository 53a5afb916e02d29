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

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.Reading;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Every view with which challenges are chosen, briefs are written and promises are kept, with all of its forms open, in
 * English and in Spanish: axe-core finds no violation, nothing scrolls sideways at 320 pixels, every button can be hit,
 * and words of a table stay whole on a desktop.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
@EmbeddedOnly("the sample")
class ChoiceAndBriefViewsTest
{
    private static final String INITIATIVE = "Crowdsourcing.AgainstCorruption.";

    private static final String HOME = "WebHome";

    private static final String CHALLENGE = INITIATIVE + "Measuring.";

    private static final String BRIEF = CHALLENGE + "Brief.";

    private static final List<String> VIEWS = List.of(INITIATIVE + HOME, INITIATIVE + HOME + "?cs_view=scoring",
        INITIATIVE + HOME + "?cs_view=register", INITIATIVE + HOME + "?cs_view=commitments", CHALLENGE + HOME,
        CHALLENGE + HOME + "?cs_view=scoring", CHALLENGE + HOME + "?cs_view=split", INITIATIVE + "StreetPolice." + HOME,
        BRIEF + HOME, INITIATIVE + "Prosecution.Brief." + HOME, BRIEF + HOME + "?cs_view=versions",
        BRIEF + HOME + "?cs_view=changes&cs_from=1&cs_to=2", BRIEF + HOME + "?cs_view=used", BRIEF + "V1",
        BRIEF + "es." + HOME);

    private static final String OPEN = "document.querySelectorAll('.cs details').forEach(one => one.open = true)";

    private static final String SMALL = """
        return [...document.querySelectorAll('.cs button, .cs .btn, .cs select, .cs textarea, .cs input.form-control')]
          .filter(one => one.offsetParent && one.getBoundingClientRect().height < 24)
          .map(one => one.outerHTML.slice(0, 120))
        """;

    private static final String BROKEN = """
        const lines = one => {
          const tops = new Set();
          const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(text);
            [...range.getClientRects()].forEach(line => tops.add(Math.round(line.top)));
          }
          return tops.size;
        };
        return [...document.querySelectorAll('.cs-evidence > tbody > tr > td')]
          .filter(one => lines(one) > one.innerText.trim().split(/\\s+/).length).map(one => one.innerText)
        """;

    @ParameterizedTest
    @CsvSource({"'', es", "partner, en", "curator, es", "researcher, en"})
    void everyViewIsAccessible(String role, String language, Browser browser)
    {
        browser.login(role == null || role.isEmpty() ? Account.GUEST : Account.demo(role));
        List<String> problems = new ArrayList<>();
        for (String view : VIEWS) {
            String[] parts = view.split("\\?");
            String query = "?language=" + language + (parts.length == 1 ? "" : "&" + parts[1]);
            browser.open(WikiClient.path("view", parts[0]) + query);
            browser.run(OPEN);
            browser.violations().forEach(violation -> problems.add(view + ": " + violation));
            ((List<?>) browser.run(SMALL)).forEach(button -> problems.add(view + ": cannot be hit: " + button));
            ((List<?>) browser.run(BROKEN)).forEach(word -> problems.add(view + ": breaks a word: " + word));
            browser.overflow().forEach(element -> problems.add(view + ": wider than 320 px: " + element));
            Reading.problems(browser.page()).forEach(problem -> problems.add(view + ": " + problem));
        }
        assertEquals("", String.join("\n", problems));
    }
}
