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
package org.xwiki.contrib.crowdsourcing.test.storage;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiProcess;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the wiki has acknowledged is still there after it was stopped in any way.
 *
 * @version $Id$
 */
@EmbeddedOnly("a wiki that can be killed")
class SurvivalTest
{
    private static final String FORM = "form:has(input[name=cs_action][value=contribute])";

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void acknowledgedContributionSurvives(String signal) throws Exception
    {
        Path data = Artifacts.target().resolve("survival-" + signal);
        TestWiki.delete(data);
        String dialogue = WikiClient.path("view", XarPage
            .find(XarPage.read(Artifacts.sample()), "DialogueClass", "state", "open").reference());
        String text = "It survives " + UUID.randomUUID();
        try (WikiProcess wiki = new WikiProcess(data, true)) {
            WikiClient expert = new WikiClient(wiki.url()).login(Account.demo("expert"));
            WikiPage page = expert.get(dialogue);
            expert.following(false);
            WikiPage answer =
                page.form(FORM).set("text", text).set("kind", "idea").submit();
            assertEquals(303, answer.status(), answer.body());
            if ("TERM".equals(signal)) {
                assertTrue(Set.of(0, 143).contains(wiki.terminate()), wiki.output().toString());
            } else {
                wiki.kill();
            }
        }
        try (WikiProcess wiki = new WikiProcess(data, true)) {
            WikiClient guest = new WikiClient(wiki.url());
            assertTrue(guest.get(dialogue + "?cs_order=newest").text().contains(text),
                "The contribution is lost after " + signal);
            wiki.terminate();
        }
    }
}
