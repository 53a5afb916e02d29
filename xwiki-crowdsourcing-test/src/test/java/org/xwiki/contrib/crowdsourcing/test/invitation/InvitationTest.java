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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Mailbox;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.invitation.Host.Guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xwiki.contrib.crowdsourcing.test.invitation.Host.AT;
import static org.xwiki.contrib.crowdsourcing.test.invitation.Host.CURATOR;
import static org.xwiki.contrib.crowdsourcing.test.invitation.Host.ITEM;
import static org.xwiki.contrib.crowdsourcing.test.invitation.Host.link;
import static org.xwiki.contrib.crowdsourcing.test.invitation.Host.nobody;
import static org.xwiki.contrib.crowdsourcing.test.invitation.Host.open;
import static org.xwiki.contrib.crowdsourcing.test.invitation.Host.path;

/**
 * Experts who are invited by e-mail, sent by a real mail server, and what their links are good for.
 *
 * @version $Id$
 */
class InvitationTest
{
    private static final String VIEW = "view";

    private static final String ACCEPT = "acceptInvitation";

    private static final String DECLINE = "declineInvitation";

    private static final String PASSWORD = "Zq8-unlikely-one";

    /** May edit the dialogue, hence its panel, but is no curator of the directory. */
    private static final Account RESEARCHER = Account.of("researcher");

    private static Host host;

    private static String dialogue;

    private static String view;

    @BeforeAll
    static void set()
    {
        host = new Host(Fixture.local(Fixture.create("to which experts are invited").dialogue()));
        dialogue = host.dialogue();
        view = host.view();
    }

    @AfterEach
    void reopen()
    {
        Mailbox.open();
    }

    private static Guest guest(String name, String language, String... more)
    {
        return host.guest(name, language, more);
    }

    private static WikiPage send(Account account, String act, String days, Guest... guests)
    {
        return host.send(account, act, days, guests);
    }

    private static String invite(Guest guest, int mails) throws Exception
    {
        return host.invite(guest, mails);
    }

    private static String state(Guest guest)
    {
        return host.state(guest);
    }

    private static String awaitState(Guest guest, String text) throws InterruptedException
    {
        return host.awaitState(guest, text);
    }

    /** Whatever is wrong with a link, nobody learns from it who was invited, and nothing can be done. */
    private static void refused(WikiPage page, int status, Guest guest)
    {
        assertEquals(status, page.status(), page.text());
        assertFalse(page.has("form.cs-form"), page.text());
        assertTrue(page.has(".cs-invitation .warningmessage"), page.text());
        assertFalse(page.body().contains(guest.name()), page.text());
        assertFalse(page.body().contains("Dialogue to which experts"), page.text());
        assertFalse(page.body().contains(AT), page.text());
    }

    @Test
    void whoIsInvitedReadsAcceptsAndGetsAnAccount() throws Exception
    {
        Guest guest = guest("Nell \"Ada\" <i>O'Brien</i>", "en");
        WikiPage preview = TestWiki.client(RESEARCHER).get(view).actionForm("sendInvitations")
            .set(ITEM, guest.engagement()).set("cs_preview", "true").submit();
        assertTrue(preview.document().select(".cs-preview").text().contains("Dear Nell \"Ada\" <i>O'Brien</i>,"),
            preview.text());
        assertEquals(guest.engagement(), preview.document().selectFirst("[name=cs_item][checked]").val());
        assertEquals(List.of(), Mailbox.of(guest.address()), "A preview sends nothing");

        WikiPage sent = send(RESEARCHER, "invite", "14", guest);
        assertEquals(200, sent.status(), sent.text());
        assertFalse(sent.body().contains(guest.address()), "An address is for curators");
        MimeMessage message = Mailbox.await(guest.address(), 1);
        assertEquals("Invitation: Dialogue to which experts are invited", message.getSubject());
        assertEquals("wiki@example.org", message.getFrom()[0].toString());
        assertTrue(Mailbox.text(message).contains("Asia/Kathmandu"), Mailbox.text(message));
        assertTrue(awaitState(guest, "Sent").contains("Can be answered until"), state(guest));
        String link = link(message);

        for (int i = 0; i < 3; i++) {
            assertEquals(200, open(link).status(), "Programs that check e-mails open links");
        }
        assertTrue(state(guest).contains("Can be answered until"), state(guest));
        WikiPage opened = open(link);
        assertTrue(opened.text().contains("Dialogue to which experts are invited"), opened.text());
        assertTrue(opened.document().select(".cs-session-invited").text().contains("Kathmandu"), opened.text());
        assertFalse(opened.body().contains(AT), "No contact data");

        WikiForm accept = opened.actionForm(ACCEPT);
        assertFalse(accept.get("userName").isEmpty(), "A name is proposed");
        WikiPage wrong = accept.set("userName", "no spaces").set("password", "1").set("repeated", "2").submit();
        assertEquals(400, wrong.status(), wrong.text());
        assertEquals(3, wrong.document().select(".cs-form-acceptInvitation .cs-error").size(), wrong.text());
        assertEquals("no spaces", wrong.actionForm(ACCEPT).get("userName"));
        assertEquals("", wrong.actionForm(ACCEPT).get("password"), "A password is never shown");

        WikiForm stale = open(link).actionForm(DECLINE);
        String user = Stage.SPACE + "Invited";
        WikiPage done = wrong.actionForm(ACCEPT).set("userName", user).set("password", PASSWORD)
            .set("repeated", PASSWORD).submit();
        assertEquals(200, done.status(), done.text());
        assertTrue(done.text().contains("You accepted"), done.text());
        assertTrue(state(guest).contains("Accepted"), state(guest));

        Account account = new Account(user, PASSWORD, "invited");
        WikiClient own = new WikiClient(TestWiki.url()).login(account);
        assertEquals(guest.address(), own.get(WikiClient.path(VIEW, guest.profile())).actionForm("saveContact")
            .get("email"), "The profile is that of the account");
        assertTrue(own.get(WikiClient.path(VIEW, dialogue)).has("form.cs-form-contribute"),
            "Experts of the initiative contribute");
        assertEquals(200, own.get(path(link)).status(), "The person sees the answer");
        usedTwice(link, stale, guest);
    }

    private void usedTwice(String link, WikiForm stale, Guest guest)
    {
        WikiPage again = open(link);
        assertEquals(200, again.status());
        assertTrue(again.text().contains("You accepted"), again.text());
        assertFalse(again.has("form.cs-form"), again.text());
        WikiPage late = stale.set("reason", "Too late").submit();
        assertEquals(409, late.status(), late.text());
        assertTrue(state(guest).contains("Accepted"), state(guest));
    }

    @Test
    void theMailIsInTheLanguageOfWhoIsInvitedAndTheLinkTakesANo() throws Exception
    {
        Guest guest = guest("Inés Ñandú \uD83D\uDD25", "es");
        String link = invite(guest, 1);
        MimeMessage message = Mailbox.await(guest.address(), 1);
        assertTrue(message.getSubject().startsWith("Invitación: "), message.getSubject());
        assertTrue(Mailbox.text(message).contains("Hola, Inés Ñandú \uD83D\uDD25:"), Mailbox.text(message));
        WikiPage done = open(link).actionForm(DECLINE).set("reason", "On <b>leave</b>").submit();
        assertTrue(done.text().contains("You declined"), done.text());
        assertTrue(state(guest).contains("On <b>leave</b>"), state(guest));
        assertTrue(state(guest).contains("Declined"), state(guest));
    }

    @Test
    void aLinkThatWasAlteredExpiredOrReplacedIsGoodForNothing() throws Exception
    {
        Guest guest = guest("Guest with many links", "en");
        String first = invite(guest, 1);
        for (String altered : List.of(first.substring(0, 74) + (first.endsWith("A") ? 'B' : 'A'),
            (first.startsWith("a") ? 'b' : 'a') + first.substring(1), first.substring(0, 40), "x", first + "x")) {
            refused(open(altered), 404, guest);
        }
        String second = invite(guest, 2);
        assertNotEquals(first, second);
        refused(open(first), 410, guest);
        assertEquals(200, open(second).status());

        WikiClient client = nobody();
        String token = client.get(path(second)).token();
        TestWiki.client(Account.ADMIN).save(guest.invitation(), "Crowdsourcing.Code.InvitationClass_0_expiresOn",
            "2020-01-01T00:00:00Z");
        refused(open(second), 410, guest);
        WikiPage late = client.post(path(second), "cs_action", ACCEPT, "cs_target", "Crowdsourcing.Code.Invitation",
            "invitation", second, "userName", Stage.SPACE + "Late", "password", PASSWORD, "repeated", PASSWORD,
            "form_token", token);
        assertTrue(late.status() >= 400, late.text());
        // The menu of languages of a wiki that has several repeats what was sent.
        assertFalse(late.document().select(".cs").outerHtml().contains(PASSWORD), "A password is never shown");
        assertTrue(state(guest).contains("Not answered in time"), state(guest));
    }

    @Test
    void aLinkThatWasForwardedIsForNobodyElse() throws Exception
    {
        Account subject = Account.of("editor");
        Guest guest = guest("Guest with an account", "en", "user", subject.page());
        String link = invite(guest, 1);
        // Each of them is somebody else.
        refused(TestWiki.client(RESEARCHER).get(path(link)), 403, guest);
        Guest other = guest("Guest without an account", "en");
        String second = invite(other, 1);
        refused(TestWiki.client(subject).get(path(second)), 403, other);
        WikiClient client = TestWiki.client(subject);
        WikiPage taken = client.post(path(second), "cs_action", ACCEPT, "cs_target",
            "Crowdsourcing.Code.Invitation", "invitation", second, "form_token", client.token());
        assertEquals(403, taken.status(), taken.text());
        assertTrue(state(other).contains("Can be answered until"), state(other));
        // Who has no profile yet links the account.
        WikiPage linked = TestWiki.client(Account.of("partner")).get(path(second));
        assertFalse(linked.actionForm(ACCEPT).names().contains("password"), "No second account");
        assertTrue(linked.actionForm(ACCEPT).submit().text().contains("You accepted"));
        assertTrue(TestWiki.client(Account.of("partner")).get(WikiClient.path(VIEW, other.profile())).body()
            .contains(other.address()), "The profile is that of the account");
        // The person answers without logging in.
        WikiPage plain = open(link);
        assertFalse(plain.actionForm(ACCEPT).names().contains("password"), "There is an account");
        assertTrue(plain.actionForm(ACCEPT).submit().text().contains("You accepted"));
    }

    @Test
    void ofTwoAnswersAtOnceOneCounts() throws Exception
    {
        Guest guest = guest("Guest with two minds", "en", "user", "XWiki." + Stage.SPACE + "Nobody");
        String link = invite(guest, 1);
        List<Callable<WikiPage>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            WikiForm form = open(link).actionForm(i % 2 == 0 ? ACCEPT : DECLINE);
            answers.add(form::submit);
        }
        ExecutorService executor = Executors.newFixedThreadPool(answers.size());
        try {
            int won = 0;
            for (Future<WikiPage> answer : executor.invokeAll(answers)) {
                WikiPage page = answer.get();
                won += page.status() == 200 ? 1 : 0;
                assertTrue(page.status() == 200 || page.status() == 409, page.text());
            }
            assertEquals(1, won);
        } finally {
            executor.shutdown();
        }
        String now = state(guest);
        assertTrue(now.contains("Answered: Accepted") == now.startsWith(guest.name() + " Accepted"), now);
    }

    @Test
    void aReminderHasALinkOfItsOwnAndTheOlderOneWorksUntilOneIsUsed() throws Exception
    {
        Guest guest = guest("Guest who forgets", "en");
        String first = invite(guest, 1);
        awaitState(guest, "Sent");
        assertEquals(200, send(CURATOR, "remind", "14", guest).status());
        MimeMessage message = Mailbox.await(guest.address(), 2);
        assertTrue(message.getSubject().startsWith("Reminder: Invitation: "), message.getSubject());
        String second = link(message);
        assertNotEquals(first, second);
        assertEquals(200, open(first).status());
        assertEquals(200, open(second).status());
        open(first).actionForm(DECLINE).submit();
        assertTrue(open(second).text().contains("You declined"));
        WikiPage late = send(CURATOR, "remind", "14", guest);
        assertEquals(400, late.status(), late.text());
    }

    @Test
    void whatCannotBeSentIsSaidForEachAndSentAgain() throws Exception
    {
        Guest guest = guest("Guest behind a closed port", "en");
        Guest without = guest("Guest without an address", "en");
        TestWiki.client(CURATOR).get(WikiClient.path(VIEW, without.profile())).actionForm("removeContact")
            .set("confirmed", "1").submit();
        assertTrue(state(without).contains("No e-mail address is known"), state(without));
        WikiPage none = TestWiki.client(CURATOR).get(view).actionForm("sendInvitations").submit();
        assertEquals(400, none.status(), "Nobody is ticked");
        Mailbox.configure("127.0.0.1", 9);
        send(CURATOR, "invite", "14", guest);
        assertTrue(awaitState(guest, "Not sent").contains("the mail server did not answer"), state(guest));
        Mailbox.open();
        invite(guest, 1);
        assertTrue(awaitState(guest, "Sent").contains("Can be answered until"), state(guest));
        LogCapture.take();
    }

    @Test
    void withoutAMailServerThatIsSaid()
    {
        Guest guest = guest("Guest of a wiki that cannot write", "en");
        Mailbox.configure("", 25);
        WikiPage refused = send(CURATOR, "invite", "3", guest);
        assertEquals(400, refused.status(), refused.text());
        assertTrue(refused.text().contains("an administrator must set the mail server"), refused.text());
        assertEquals("3", refused.actionForm("sendInvitations").get("days"), "What was typed stays");
        assertTrue(state(guest).contains("Not invited by e-mail yet"), state(guest));
    }

    @Test
    void othersNeitherInviteNorReadNorWriteInvitations() throws Exception
    {
        Guest guest = guest("Guest of others", "en");
        invite(guest, 1);
        for (Account other : List.of(Account.GUEST, Account.of("observer"), Account.of("expert"))) {
            WikiClient client = TestWiki.client(other);
            assertFalse(client.get(view).has("form.cs-form-sendInvitations"), other.toString());
            assertFalse(client.get(WikiClient.path(VIEW, guest.invitation()) + "?xpage=xml").body()
                .contains("selector"), other.toString());
            WikiPage sent = client.post(view, "cs_action", "sendInvitations", "cs_target", dialogue, ITEM,
                guest.engagement(), "days", "14", "form_token", client.get(WikiClient.path(VIEW, dialogue)).token());
            assertFalse(sent.text().contains("The e-mails are being sent"), other.toString());
        }
        WikiClient researcher = TestWiki.client(RESEARCHER);
        researcher.post(WikiClient.path("save", guest.invitation()), "Crowdsourcing.Code.InvitationClass_0_token",
            "0".repeat(64), "form_token", researcher.token());
        LogCapture.take();
        assertEquals(1, Mailbox.of(guest.address()).size());
        assertEquals(200, open(link(Mailbox.await(guest.address(), 1))).status(), "Nobody changed it");
    }

    @Test
    void thePageOfALinkIsKeptByNobody() throws Exception
    {
        Guest guest = guest("Guest with a private page", "en");
        String link = invite(guest, 1);
        HttpResponse<String> answer = HttpClient.newHttpClient().send(
            HttpRequest.newBuilder(URI.create(TestWiki.url() + path(link))).build(),
            HttpResponse.BodyHandlers.ofString());
        assertEquals("no-referrer", answer.headers().firstValue("Referrer-Policy").orElse(""));
        assertTrue(answer.headers().allValues("Cache-Control").toString().contains("no-store"));
        assertTrue(answer.headers().firstValue("X-Robots-Tag").orElse("").contains("noindex"));
    }
}
