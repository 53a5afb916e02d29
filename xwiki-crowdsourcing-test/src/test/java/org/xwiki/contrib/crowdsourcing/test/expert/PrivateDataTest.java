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
package org.xwiki.contrib.crowdsourcing.test.expert;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Mailbox;
import org.xwiki.contrib.crowdsourcing.test.harness.Paths;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Who gets the contact data of an expert, on every path that a wiki has to a page, with an address planted that stands
 * nowhere else.
 *
 * @version $Id$
 */
class PrivateDataTest
{
    private static final String SPACE = Stage.SPACE + ".Private";

    private static final String DIRECTORY = SPACE + ".WebHome";

    private static final String SETTINGS = SPACE + ".DirectorySettings";

    private static final String WORD = "quetzalcoatlus";

    /** What is looked for, so that no answer repeats the whole of it. */
    private static final String BEGIN = WORD.substring(0, 8);

    private static final List<String> PLANTED = List.of(WORD, "0199887", "Telephones at dawn");

    private static final Account CURATOR = Account.of("curator");

    private static final Account SUBJECT = Account.of("expert");

    /** An owner, a researcher and an editor may edit the pages of the directory; that makes nobody a curator. */
    private static final List<Account> OTHERS = List.of(Account.GUEST, Account.of("observer"), Account.of("partner"),
        Account.of("facilitator"), Account.of("researcher"), Account.of("editor"));

    private static final String INVITATIONS = "?cs_view=invitations";

    private static final String INVITATION_CLASS = "Crowdsourcing.Code.InvitationClass";

    /** The pages that links of invitations lead to. */
    private static final List<String> ANSWER = new ArrayList<>();

    private static String profile;

    private static String contact;

    /** The page of the open call, on which somebody applied and somebody was nominated. */
    private static String call;

    private static List<String> applications;

    private static String dialogue;

    private static String invitation;

    private static String secret;

    @BeforeAll
    static void plant() throws InterruptedException
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(DIRECTORY, "title", "Directory with contact data", "content", "{{experts/}}");
        String view = WikiClient.path("view", DIRECTORY);
        assertEquals(200, admin.get(view).actionForm("saveDirectory").set("curators", Stage.SPACE + ".Groups.curator")
            .set("terms", "").submit().status());
        profile = admin.create(DIRECTORY, "createExpert", "Planted \"O'Hara\" <b>", "position", "Ornithologist",
            "consent", "1", "user", SUBJECT.page());
        contact = profile.substring(0, profile.lastIndexOf('.')) + ".Contact";
        WikiPage saved = contactForm(CURATOR).set("email", WORD + "@example.org").set("phone", "+31 20 0199887")
            .set("notes", "Telephones at dawn").submit();
        assertEquals(200, saved.status(), saved.toString());
        call = Stage.page("CallClass");
        String open = WikiClient.path("view", call);
        for (String action : List.of("apply", "nominate")) {
            WikiForm form = admin.get(open).actionForm(action).set("name", "Private " + action)
                .set("email", WORD + '-' + action + "@example.org").set("motivation", "Telephones at dawn");
            form.names().stream().filter(name -> name.startsWith("term_")).forEach(name -> form.set(name, "1"));
            if (form.names().contains("sessions")) {
                form.set("sessions", form.control("sessions").attr("value"));
            }
            WikiPage sent = form.submit();
            assertEquals(200, sent.status(), sent.text());
        }
        applications = TestWiki.client(CURATOR).get(open + "?cs_view=applications").document()
            .select(".cs-queue-item:contains(Private) input[name=cs_item]").eachAttr("value");
        assertEquals(2, applications.size(), "An application and a nomination");
        invite(admin);
    }

    private static void invite(WikiClient admin) throws InterruptedException
    {
        Mailbox.open();
        dialogue = Fixture.local(Fixture.create("with an invitation").dialogue());
        admin.get(WikiClient.path("view", dialogue)).actionForm("engage").set("expert", profile).submit();
        WikiForm form = admin.get(WikiClient.path("view", dialogue) + INVITATIONS).actionForm("sendInvitations");
        String engagement = form.control("cs_item").val();
        assertEquals(200, form.set("cs_item", engagement).set("cs_do", "invite").submit().status());
        String text = Mailbox.text(Mailbox.await(WORD + "@example.org", 1));
        String link = text.substring(text.indexOf("invitation=") + "invitation=".length()).split("\\s")[0];
        invitation = engagement + "-Invitation";
        secret = link.substring(32);
        ANSWER.add("/bin/view/Crowdsourcing/Code/Invitation?invitation=" + link);
        ANSWER.add("/bin/view/Crowdsourcing/Code/Invitation?invitation=" + link.replace(secret, "A".repeat(43)));
    }

    private static WikiForm contactForm(Account account)
    {
        return TestWiki.client(account).get(WikiClient.path("view", profile)).actionForm("saveContact");
    }

    private static List<String> paths()
    {
        List<String> result = new ArrayList<>(Paths.of(contact, "Crowdsourcing.Code.ContactClass", BEGIN));
        result.addAll(Paths.of(profile, "Crowdsourcing.Code.ExpertClass", BEGIN));
        String open = WikiClient.path("view", call);
        for (String application : applications) {
            result.addAll(Paths.of(application, "Crowdsourcing.Code.ApplicationClass", BEGIN));
            result.add(open + "?cs_view=applications&cs_open=" + application.substring(application.lastIndexOf('.') + 1));
            result.add(WikiClient.path("view", application) + "?sheet=Crowdsourcing.Code.CallSheet");
        }
        result.addAll(List.of(open, open + "?cs_view=applications", open + "?cs_view=applications&cs_state=waiting",
            open + "?cs_sent=application", WikiClient.path("view", Stage.page("InitiativeClass")),
            "/rest/wikis/xwiki/classes/Crowdsourcing.Code.ApplicationClass/properties/email/values?limit=100"));
        result.addAll(Paths.of(invitation, INVITATION_CLASS, BEGIN));
        result.addAll(ANSWER);
        result.add(WikiClient.path("view", dialogue));
        result.add(WikiClient.path("view", dialogue) + INVITATIONS);
        String directory = WikiClient.path("view", DIRECTORY);
        String get = WikiClient.path("get", DIRECTORY);
        result.addAll(List.of(directory, directory + "?cs_name=" + BEGIN, directory + "?cs_search=" + BEGIN,
            directory + "?cs_view=table&cs_search=" + BEGIN, directory + "?cs_view=table",
            directory + "?cs_view=table&cs_filter_name=" + BEGIN, get + "?xpage=plain",
            directory + "?xpage=rdf", directory + "?sheet=Crowdsourcing.Code.ExpertSheet",
            WikiClient.path("view", contact) + "?sheet=Crowdsourcing.Code.ExpertSheet",
            "/bin/view/Main/Search?text=" + BEGIN, "/bin/get/Main/Search?outputSyntax=plain&text=email",
            "/bin/get/XWiki/SearchSuggest?outputSyntax=plain&input=" + BEGIN,
            "/bin/get/XWiki/SuggestSolrService?outputSyntax=plain&nb=9&input=" + BEGIN
                + "&query=" + WikiClient.encode("q=__INPUT__*"),
            "/bin/view/Main/WebRss?xpage=plain", "/bin/view/Main/AllDocs", "/bin/view/Main/DatabaseSearch?text=" + BEGIN,
            "/rest/wikis/xwiki/search?q=" + BEGIN + "&scope=objects",
            "/rest/wikis/xwiki/query?type=solr&q=" + BEGIN + "*",
            "/rest/wikis/xwiki/query?type=hql&q=" + WikiClient.encode("where doc.name = 'Contact'"),
            "/rest/wikis/xwiki/modifications", "/rest/wikis/xwiki/pages?name=Contact",
            "/rest/wikis/query?q=" + BEGIN + "*", "/rest/notifications?untilDate=0",
            "/rest/liveData/sources/crowdsourcingExperts/entries?namespace=wiki:xwiki&limit=100&properties=name,email",
            "/rest/wikis/xwiki/classes/Crowdsourcing.Code.ContactClass/properties/email/values?limit=100"));
        return result;
    }

    private static List<String> leaks(Account account)
    {
        WikiClient client = TestWiki.client(account);
        List<String> result = new ArrayList<>();
        for (String path : paths()) {
            String body = client.get(path).body();
            PLANTED.stream().filter(body::contains).forEach(word -> result.add(account + ": " + word + " in " + path));
        }
        // Errors of the wiki itself on paths that it does not have are its own.
        LogCapture.take();
        return result;
    }

    @Test
    void nobodyElseGetsContactDataOnAnyPath()
    {
        for (Account other : OTHERS) {
            assertEquals(List.of(), leaks(other));
        }
    }

    @Test
    void nobodyGetsALinkFromTheWiki()
    {
        List<Account> all = new ArrayList<>(OTHERS);
        all.addAll(List.of(CURATOR, SUBJECT, Account.ADMIN));
        List<String> leaks = new ArrayList<>();
        for (Account account : all) {
            for (String path : Paths.of(invitation, INVITATION_CLASS, BEGIN)) {
                if (TestWiki.client(account).get(path).body().contains(secret)) {
                    leaks.add(account + " " + path);
                }
            }
        }
        LogCapture.take();
        assertEquals(List.of(), leaks);
    }

    @Test
    void curatorsAndTheExpertInPersonGetIt()
    {
        for (Account account : List.of(CURATOR, SUBJECT, Account.ADMIN)) {
            String body = TestWiki.client(account).get(WikiClient.path("view", profile)).body();
            PLANTED.forEach(word -> assertTrue(body.contains(word), account + " " + word));
        }
        assertFalse(leaks(CURATOR).isEmpty(), "Nobody could leak what is not there");
        assertFalse(TestWiki.client(SUBJECT).get(WikiClient.path("view", profile)).actionForm("saveContact").names()
            .contains("notes"), "Notes are the curators'");
    }

    @Test
    void nobodyFindsAnExpertByContactData()
    {
        for (Account account : List.of(CURATOR, SUBJECT, Account.ADMIN)) {
            for (String words : List.of(WORD, WORD + "@example.org", "0199887", "telephones at dawn")) {
                for (String form : List.of("cs_search", "cs_view=table&cs_search", "cs_name")) {
                    WikiPage page = TestWiki.client(account)
                        .get(WikiClient.path("view", DIRECTORY) + '?' + form + '=' + WikiClient.encode(words));
                    assertFalse(page.body().contains(WikiClient.path("view", profile)), account + " " + words);
                }
            }
        }
        WikiPage found = TestWiki.client(CURATOR).get(WikiClient.path("view", DIRECTORY) + "?cs_search=O%27Hara");
        assertTrue(found.body().contains(WikiClient.path("view", profile)), "Who is there is found by name");
    }

    @Test
    void whoMayEditTheProfileNeitherClaimsItNorMakesOneselfACurator()
    {
        Account researcher = Account.of("researcher");
        WikiClient client = TestWiki.client(researcher);
        client.post(WikiClient.path("save", profile), "Crowdsourcing.Code.ExpertClass_0_user", researcher.page(),
            "form_token", client.token());
        client.post(WikiClient.path("save", SETTINGS), "Crowdsourcing.Code.DirectoryClass_0_curators",
            Stage.SPACE + ".Groups.researcher", "form_token", client.token());
        String nearer = profile.substring(0, profile.lastIndexOf('.')) + ".DirectorySettings";
        client.post(WikiClient.path("save", nearer), "Crowdsourcing.Code.DirectoryClass_0_curators",
            Stage.SPACE + ".Groups.researcher", "objectPolicy", "updateOrCreate", "form_token", client.token());
        client.post(WikiClient.path("save", contact), "XWiki.XWikiRights_0_users", researcher.page(), "form_token",
            client.token());
        client.post(WikiClient.path("view", profile), "cs_action", "saveContact", "cs_target", profile, "email",
            "mine@example.org", "form_token", client.token());
        client.post(WikiClient.path("view", DIRECTORY), "cs_action", "saveDirectory", "cs_target", DIRECTORY,
            "curators", Stage.SPACE + ".Groups.researcher", "retention", "1", "form_token", client.token());
        String application = applications.get(0);
        client.post(WikiClient.path("save", application), "XWiki.XWikiRights_0_users", researcher.page(), "form_token",
            client.token());
        for (String action : List.of("takeOver", "decline", "screen", "reopen", "eraseApplication")) {
            client.post(WikiClient.path("view", call), "cs_action", action, "cs_target",
                "screen".equals(action) ? call : application, "cs_view", "applications", "cs_item", application, "cs_do",
                "takeOver", "reason", "Mine", "confirmed", "1", "form_token", client.token());
        }
        LogCapture.take();
        assertEquals(2, TestWiki.client(CURATOR).get(WikiClient.path("view", call)
            + "?cs_view=applications&cs_state=waiting").document().select(".cs-queue-item:contains(Private)").size(),
            "Who is no curator decided");
        assertEquals(List.of(), leaks(researcher));
        assertTrue(TestWiki.client(CURATOR).get(WikiClient.path("view", profile)).body().contains(WORD));
    }

    @Test
    void anAddressIsThatOfOneExpertAndOthersAreNotToldWhose()
    {
        WikiClient curator = TestWiki.client(CURATOR);
        String second = curator.create(DIRECTORY, "createExpert", "Second expert", "consent", "1");
        WikiPage refused = curator.get(WikiClient.path("view", second)).actionForm("saveContact")
            .set("email", WORD.toUpperCase() + "@Example.org").submit();
        assertEquals(409, refused.status(), refused.toString());
        assertTrue(refused.document().select(".cs-error").text().contains("O'Hara"), refused.text());
        WikiPage wrong = contactForm(CURATOR).set("email", "nobody at example").submit();
        assertEquals(400, wrong.status(), wrong.toString());
        assertEquals("nobody at example", wrong.actionForm("saveContact").get("email"));
    }

    @Test
    void whatIsRemovedIsGoneWithItsHistory()
    {
        WikiClient curator = TestWiki.client(CURATOR);
        String gone = curator.create(DIRECTORY, "createExpert", "Expert who asks to be forgotten", "consent", "1");
        String view = WikiClient.path("view", gone);
        String page = gone.substring(0, gone.lastIndexOf('.')) + ".Contact";
        curator.get(view).actionForm("saveContact").set("email", "first-iguanodon@example.org").submit();
        curator.get(view).actionForm("saveContact").set("email", "second-iguanodon@example.org").submit();
        assertEquals(400, curator.get(view).actionForm("removeContact").submit().status(), "Without the tick");
        assertEquals(200, curator.get(view).actionForm("removeContact").set("confirmed", "1").submit().status());
        WikiClient admin = TestWiki.client(Account.ADMIN);
        for (String path : Paths.of(page, "Crowdsourcing.Code.ContactClass", BEGIN)) {
            assertFalse(admin.get(path).body().contains("iguanodon"), path);
        }
        LogCapture.take();
        assertEquals("", curator.get(view).actionForm("saveContact").get("email"));
    }
}
