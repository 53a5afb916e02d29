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
package org.xwiki.contrib.crowdsourcing.test.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Macros in ordinary texts show what they name where it is after it was moved: the wiki redirects from where it was.
 *
 * @version $Id$
 */
@EmbeddedOnly("the sample; writes what the wiki leaves behind when it renames")
class MovedTest
{
    private static final LocalDocumentReference REDIRECT = new LocalDocumentReference("XWiki", "RedirectClass");

    private static final Map<String, String> SHOWN = new LinkedHashMap<>();

    static {
        for (String macro : List.of("roadmap", "steps", "timeline", "costs", "followup", "sources")) {
            SHOWN.put(macro, "RoadmapClass");
        }
        SHOWN.put("recommendation", "RecommendationClass");
        SHOWN.put("brief", "BriefClass");
        SHOWN.put("used-in", "BriefClass");
        SHOWN.put("dialogue", "DialogueClass");
        SHOWN.put("challenge", "ChallengeClass");
        for (String macro : List.of("initiative", "challenges", "not-taken", "commitments")) {
            SHOWN.put(macro, "InitiativeClass");
        }
        SHOWN.put("expert", "ExpertClass");
    }

    private static List<XarPage> pages;

    @BeforeAll
    static void move() throws Exception
    {
        pages = XarPage.read(Artifacts.sample());
        for (String type : SHOWN.values()) {
            save("Was" + type, "", "xwiki:" + first(type));
        }
    }

    private static String first(String type)
    {
        return pages.stream().filter(page -> page.is(type)).findFirst().orElseThrow().reference();
    }

    private static void save(String space, String content, String location) throws Exception
    {
        TestWiki.execute("XWiki.Admin", () -> {
            Provider<XWikiContext> provider =
                TestWiki.embedded().getComponentManager().getInstance(XWikiContext.TYPE_PROVIDER);
            XWikiContext context = provider.get();
            XWikiDocument page = context.getWiki()
                .getDocument(new DocumentReference("xwiki", List.of("Moves", space), "WebHome"), context).clone();
            page.setContent(content);
            page.removeXObjects(REDIRECT);
            if (!location.isEmpty()) {
                BaseObject redirect = page.newXObject(REDIRECT, context);
                redirect.setStringValue("location", location);
            }
            context.getWiki().saveDocument(page, "", context);
            return null;
        });
    }

    private static String shown(String macro, String reference) throws Exception
    {
        save("Text", "{{" + macro + " reference=\"" + reference + "\"/}}", "");
        WikiPage page = TestWiki.client(Account.GUEST).get(WikiClient.path("get", "Moves.Text.WebHome"));
        assertEquals(200, page.status(), page.toString());
        return page.text();
    }

    @Test
    void whatWasMovedIsShownAsWhereItIs() throws Exception
    {
        Map<String, String> expected = new LinkedHashMap<>();
        Map<String, String> actual = new LinkedHashMap<>();
        for (Map.Entry<String, String> one : SHOWN.entrySet()) {
            expected.put(one.getKey(), shown(one.getKey(), first(one.getValue())));
            actual.put(one.getKey(), shown(one.getKey(), "Moves.Was" + one.getValue()));
        }
        assertEquals(expected, actual);
    }
}
