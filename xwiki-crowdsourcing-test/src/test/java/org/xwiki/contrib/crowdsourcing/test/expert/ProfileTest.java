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

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Browser;
import org.xwiki.contrib.crowdsourcing.test.harness.BrowserExtension;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Stage;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What an expert does with the own profile, and what others get of it.
 *
 * @version $Id$
 */
@ExtendWith(BrowserExtension.class)
class ProfileTest
{
    private static final String DIRECTORY = Stage.SPACE + ".Profiles.WebHome";

    private static final Account OWNER = Account.of("notetaker");

    /** Somebody who may view and comment, but edit nothing. */
    private static final Account AUTHOR = Account.of("expert");

    private static final String FORMULA = "=HYPERLINK(\"http://example.org\")";

    private static String profile;

    private static String view;

    @BeforeAll
    static void create()
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(DIRECTORY, "title", "Directory of profiles", "content", "{{experts/}}");
        admin.get(WikiClient.path("view", DIRECTORY)).actionForm("saveDirectory")
            .set("curators", Stage.SPACE + ".Groups.curator").set("terms", Stage.page("InitiativeClass")).submit();
        profile = admin.create(DIRECTORY, "createExpert", "Own profile", "position", FORMULA, "user", OWNER.page());
        view = WikiClient.path("view", profile);
    }

    private static String data(Account account)
    {
        WikiPage answer = TestWiki.client(account).get("/bin/get/Crowdsourcing/Code/ExpertData?page="
            + WikiClient.encode(profile));
        LogCapture.take();
        return answer.status() == 200 ? answer.body() : "";
    }

    private static String file(Account account, boolean contact)
    {
        WikiPage answer = TestWiki.client(account).get("/bin/get/Crowdsourcing/Code/ExpertData?directory="
            + WikiClient.encode(DIRECTORY) + "&text=own" + (contact ? "&contact=1" : ""));
        LogCapture.take();
        return answer.status() == 200 ? answer.body() : "";
    }

    @Test
    void anExpertFindsAgreesExportsAndWithdraws()
    {
        WikiClient owner = TestWiki.client(OWNER);
        WikiPage directory = owner.get(WikiClient.path("view", DIRECTORY) + "?cs_mine=1");
        assertTrue(directory.body().contains(view), directory.text());
        owner.get(view).actionForm("saveContact").set("email", "own.triceratops@example.org").submit();

        assertFalse(file(Account.GUEST, false).contains("Own profile"), "Not before the expert agrees");
        assertEquals(400, owner.get(view).actionForm("agree").submit().status(), "Without the tick");
        assertEquals(200, owner.get(view).actionForm("agree").set("confirmed", "1").submit().status());
        assertTrue(file(Account.GUEST, false).contains("Own profile"));
        assertTrue(file(Account.GUEST, false).contains("\"'=HYPERLINK"), "No formula");

        for (Account other : new Account[] {Account.GUEST, Account.of("observer"), Account.of("researcher")}) {
            assertEquals("", data(other), other.toString());
            assertEquals("", file(other, true), other.toString());
            assertFalse(file(other, false).contains("triceratops"), other.toString());
            WikiClient client = TestWiki.client(other);
            client.post(view, "cs_action", "withdraw", "cs_target", profile, "form_token", client.get(view).token());
        }
        LogCapture.take();
        assertTrue(data(OWNER).contains("own.triceratops@example.org"), data(OWNER));
        assertTrue(file(Account.of("curator"), true).contains("own.triceratops@example.org"));
        assertFalse(owner.get(view + "?cs_public=1").body().contains("triceratops"), "What is public");

        assertEquals(400, owner.get(view).actionForm("withdraw").submit().status(), "It is asked once more");
        assertTrue(data(OWNER).contains("triceratops"), "Nothing is removed yet");
        assertEquals(200, owner.get(view).actionForm("withdraw").set("confirmed", "1").submit().status());
        assertFalse(file(Account.GUEST, false).contains("Own profile"), "Listed nowhere");
        assertFalse(data(OWNER).contains("triceratops"), "Removed");
        assertEquals(200, owner.get(view).status(), "The page stays");
    }

    private static String own(String name)
    {
        return TestWiki.client(Account.ADMIN).create(DIRECTORY, "createExpert", name, "user", AUTHOR.page(), "position",
            "First", "consent", "1");
    }

    private static String stored(String page)
    {
        return TestWiki.client(Account.ADMIN).get("/bin/get/Crowdsourcing/Code/ExpertData?page="
            + WikiClient.encode(page)).body();
    }

    @Test
    void anExpertChangesTheOwnProfileWithoutARightToEdit()
    {
        String page = own("Author \"of\" one's v1.0: own");
        String address = WikiClient.path("view", page);
        WikiClient author = TestWiki.client(AUTHOR);
        assertFalse(author.get(WikiClient.path("edit", page) + "?editor=inline").body().contains("ExpertClass_0_position"),
            "No right to edit");
        LogCapture.take();
        String link = author.get(address).document().select("a[href*=cs_edit]").attr("href");
        assertTrue(link.contains("cs_edit=1"), link);
        WikiForm form = author.get(address + "?cs_edit=1").actionForm("saveProfile");
        assertFalse(form.names().contains("title") || form.names().contains("user"), form.names().toString());
        WikiPage wrong = form.set("position", "Second =1+1 \uD83D\uDE00 <b>").set("timezone", "EST").set("country", "MX")
            .set("biography", "**bold** \u0641\u0633\u0627\u062F").submit();
        assertEquals(400, wrong.status(), wrong.toString());
        WikiForm again = wrong.actionForm("saveProfile");
        assertEquals("Second =1+1 \uD83D\uDE00 <b>", again.get("position"));
        assertTrue(again.control("timezone").hasAttr("aria-invalid"));
        WikiPage saved = again.set("timezone", "America/Mexico_City").set("languages", "es", "yua")
            .set("affiliations", "academia").set("availableFrom", "2035-02-03").set("gender", "other").submit();
        assertEquals(200, saved.status(), saved.toString());
        assertTrue(saved.text().contains("Second =1+1"), saved.text());
        assertTrue(saved.text().contains("Latin America"), "The region of the country");
        assertTrue(saved.document().select("strong").text().contains("bold"), saved.body());
        String source = stored(page);
        assertTrue(source.contains(AUTHOR.page()) && !source.contains("First"), source);
        assertTrue(author.get(address + "?cs_public=1").text().contains("Second =1+1"));
    }

    @Test
    void oneWhoComesSecondIsToldAndKeepsWhatWasTyped()
    {
        String page = own("Changed by two");
        String address = WikiClient.path("view", page) + "?cs_edit=1";
        WikiClient author = TestWiki.client(AUTHOR);
        WikiForm late = author.get(address).actionForm("saveProfile").set("position", "The later");
        assertEquals(200, author.get(address).actionForm("saveProfile").set("position", "The earlier").submit().status());
        WikiPage told = late.submit();
        assertEquals(409, told.status(), told.toString());
        assertTrue(stored(page).contains("The earlier"));
        WikiForm again = told.actionForm("saveProfile");
        assertEquals("The later", again.get("position"));
        assertEquals(200, again.submit().status());
        assertTrue(stored(page).contains("The later"));
    }

    @Test
    void nobodyElseChangesAProfileWithTheFormOfItsExpert()
    {
        String page = own("Profile that others want");
        String other = TestWiki.client(Account.ADMIN).create(DIRECTORY, "createExpert", "Somebody else's", "position",
            "Kept");
        WikiClient author = TestWiki.client(AUTHOR);
        WikiForm form = author.get(WikiClient.path("view", page) + "?cs_edit=1").actionForm("saveProfile");
        // A forged target, on the page of the own profile and on that of the other one.
        form.set("cs_target", other).set("position", "Forged").submit();
        author.post(WikiClient.path("view", other), "cs_action", "saveProfile", "cs_target", other, "position", "Forged",
            "form_token", author.token());
        // Fields that are not the expert's.
        WikiPage saved = author.get(WikiClient.path("view", page) + "?cs_edit=1").actionForm("saveProfile")
            .set("user", Account.of("observer").page()).set("title", "Renamed").set("consentVersion", "forged9")
            .set("Crowdsourcing.Code.ExpertClass_0_user", Account.of("observer").page()).submit();
        assertEquals(200, saved.status());
        String source = stored(page);
        assertTrue(source.contains("Profile that others want") && source.contains(AUTHOR.page()), source);
        assertFalse(source.contains("Renamed") || source.contains("forged9")
            || source.contains(Account.of("observer").page()), source);
        for (Account account : new Account[] {Account.GUEST, Account.of("observer"), Account.of("researcher"),
            Account.of("curator")}) {
            WikiClient client = TestWiki.client(account);
            assertFalse(client.get(WikiClient.path("view", page) + "?cs_edit=1").body().contains("saveProfile"),
                account.toString());
            client.post(WikiClient.path("view", page), "cs_action", "saveProfile", "cs_target", page, "position",
                "Forged", "form_token", client.token());
        }
        author.post(WikiClient.path("view", page), "cs_action", "saveProfile", "cs_target", page, "position", "Forged",
            "form_token", "none");
        LogCapture.take();
        assertFalse(stored(page).contains("Forged"));
        assertTrue(stored(other).contains("Kept") && !stored(other).contains("Forged"));
    }

    @Test
    void areasComeAndGo()
    {
        String areas = Stage.SPACE + ".ProfileAreas.WebHome";
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.save(areas, "title", "Areas of profiles", "content", "{{areas/}}");
        String area = admin.create(areas, "createArea", "Area of \"profiles\"");
        String page = own("Knows an area");
        WikiClient author = TestWiki.client(AUTHOR);
        String address = WikiClient.path("view", page);
        WikiPage wrong = author.get(address + "?cs_edit=1").actionForm("saveProfile").set("area0", area)
            .set("level0", "do").set("area1", area).set("level1", "").submit();
        assertEquals(400, wrong.status(), wrong.toString());
        assertTrue(wrong.text().contains("This area is chosen twice"), wrong.text());
        assertEquals(200, wrong.actionForm("saveProfile").set("area1", "").submit().status());
        WikiForm form = author.get(address + "?cs_edit=1").actionForm("saveProfile");
        assertEquals(List.of(area, "do"), List.of(form.get("area0"), form.get("level0")));
        assertTrue(author.get(address).document().select("[href*=ProfileAreas]").text().contains("Area of"));
        form.set("area1", "XWiki.XWikiPreferences").set("level1", "do");
        assertEquals(400, form.submit().status(), "What is no area");
        assertEquals(200, author.get(address + "?cs_edit=1").actionForm("saveProfile").set("area0", "").submit().status());
        assertFalse(stored(page).contains("ProfileAreas"));
    }

    @Test
    void theFormIsForEverybody(Browser browser)
    {
        String page = own("Seen in a browser");
        browser.login(AUTHOR).open(WikiClient.path("view", page) + "?cs_edit=1");
        assertEquals(List.of(), browser.violations());
        browser.narrow();
        assertEquals(List.of(), browser.overflow());
        browser.wide();
        browser.open(WikiClient.path("view", page));
        assertEquals(List.of(), browser.violations());
    }
}
