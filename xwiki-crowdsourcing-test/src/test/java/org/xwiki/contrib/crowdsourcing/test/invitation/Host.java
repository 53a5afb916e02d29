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
package org.xwiki.contrib.crowdsourcing.test.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.mail.internet.MimeMessage;

import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Mailbox;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A dialogue to which experts are invited, for tests.
 *
 * @version $Id$
 */
final class Host
{
    static final String AT = "@invited.example.org";

    static final String ITEM = "cs_item";

    static final Account CURATOR = Account.of("curator");

    private static final String VIEW = "view";

    private static final Pattern LINK = Pattern.compile("https?://\\S+[?&]invitation=([0-9a-zA-Z_-]{75})");

    private static final String DIRECTORY = Stage.SPACE + ".Invited.WebHome";

    private static int count;

    private final String dialogue;

    private final String view;

    /**
     * Somebody who is invited.
     *
     * @param name the name
     * @param address the e-mail address
     * @param profile the page of the profile
     * @param engagement the page of the engagement
     */
    record Guest(String name, String address, String profile, String engagement)
    {
        String invitation()
        {
            return engagement() + "-Invitation";
        }
    }

    /**
     * @param dialogue the page of a dialogue
     */
    Host(String dialogue)
    {
        this.dialogue = dialogue;
        this.view = WikiClient.path(VIEW, dialogue) + "?cs_view=invitations";
        Mailbox.open();
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(DIRECTORY, "title", "Experts who are invited", "content", "{{experts/}}");
        assertEquals(200, admin.get(WikiClient.path(VIEW, DIRECTORY)).actionForm("saveDirectory")
            .set("curators", Stage.SPACE + ".Groups.curator").set("terms", "").submit().status());
    }

    String dialogue()
    {
        return this.dialogue;
    }

    String view()
    {
        return this.view;
    }

    Guest guest(String name, String language, String... more)
    {
        count++;
        String address = "guest" + count + AT;
        List<String> values = new ArrayList<>(List.of("consent", "1", "timezone", "Asia/Kathmandu"));
        values.addAll(List.of(more));
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String profile = admin.create(DIRECTORY, "createExpert", name, values.toArray(String[]::new));
        if (!language.isEmpty()) {
            admin.save(profile, "Crowdsourcing.Code.ExpertClass_0_languages", language);
        }
        TestWiki.client(CURATOR).get(WikiClient.path(VIEW, profile)).actionForm("saveContact").set("email", address)
            .submit();
        admin.get(WikiClient.path(VIEW, this.dialogue)).actionForm("engage").set("expert", profile).submit();
        String engagement = admin.get(this.view).document().select(".cs-queue-item").stream()
            .filter(item -> item.text().contains(name)).map(item -> item.selectFirst("[name=cs_item]").val())
            .findFirst().orElseThrow();
        return new Guest(name, address, profile, engagement);
    }

    WikiPage send(Account account, String act, String days, Guest... guests)
    {
        WikiForm form = TestWiki.client(account).get(this.view).actionForm("sendInvitations");
        return form.set(ITEM, List.of(guests).stream().map(Guest::engagement).toArray(String[]::new))
            .set("days", days).set("cs_do", act).submit();
    }

    static String link(MimeMessage message)
    {
        Matcher matcher = LINK.matcher(Mailbox.text(message));
        assertTrue(matcher.find(), Mailbox.text(message));
        return matcher.group(1);
    }

    String invite(Guest guest, int mails) throws Exception
    {
        WikiPage sent = send(CURATOR, "invite", "14", guest);
        assertEquals(200, sent.status(), sent.text());
        return link(Mailbox.await(guest.address(), mails));
    }

    static String path(String link)
    {
        return "/bin/view/Crowdsourcing/Code/Invitation?invitation=" + link;
    }

    static WikiClient nobody()
    {
        return new WikiClient(TestWiki.url());
    }

    static WikiPage open(String link)
    {
        return nobody().get(path(link));
    }

    String state(Guest guest)
    {
        return TestWiki.client(CURATOR).get(this.view).document().select(".cs-queue-item").stream()
            .filter(item -> item.text().contains(guest.name())).findFirst().orElseThrow().text();
    }

    String awaitState(Guest guest, String text) throws InterruptedException
    {
        for (int i = 0; i < 200 && !state(guest).contains(text); i++) {
            Thread.sleep(50);
        }
        return state(guest);
    }
}
