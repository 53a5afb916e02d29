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
package org.xwiki.contrib.crowdsourcing.test.calendar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Gets the calendar files as a calendar program does, without an account.
 *
 * @version $Id$
 */
class CalendarTest
{
    private static final Pattern EVENT = Pattern.compile("(?s)BEGIN:VEVENT.*?END:VEVENT");

    @Test
    void aFeedFollowsASession()
    {
        Fixture fixture = Fixture.create("in a calendar");
        String dialogue = Fixture.local(fixture.dialogue());
        String before = event(feed(Fixture.initiative()), "Dialogue in a calendar");
        assertTrue(before.contains("DTSTART;TZID=America/Mexico_City:20300606T100000"), before);
        assertTrue(before.contains("STATUS:CONFIRMED"), before);
        WikiClient admin = TestWiki.client(Account.ADMIN);
        admin.edit(dialogue).editForm().fill("start", "2030-06-07T09:00").fill("timezone", "Asia/Kathmandu")
            .fill("duration", "60").submit("action_save");
        admin.get(WikiClient.path("view", dialogue)).actionForm("cancelDialogue").submit();
        String after = event(feed(Fixture.initiative()), "Dialogue in a calendar");
        assertTrue(after.contains("DTSTART;TZID=Asia/Kathmandu:20300607T090000"), after);
        assertTrue(after.contains("STATUS:CANCELLED"), after);
        assertEquals(value(before, "UID"), value(after, "UID"));
        assertTrue(Integer.parseInt(value(before, "SEQUENCE")) < Integer.parseInt(value(after, "SEQUENCE")));
        String single = feed(dialogue);
        assertTrue(single.contains("METHOD:CANCEL"), single);
    }

    @Test
    void whatIsNotThereIsSaid()
    {
        WikiPage answer = get("Nowhere.WebHome");
        assertEquals(404, answer.status());
        assertFalse(answer.body().contains("BEGIN:VCALENDAR"), answer::toString);
    }

    @Test
    void whoLooksAtThePageGetsNoFile()
    {
        WikiPage answer = TestWiki.client(Account.ADMIN).get("/bin/view/Crowdsourcing/Code/Calendar?page="
            + WikiClient.encode(Fixture.initiative()));
        assertEquals(200, answer.status());
        assertFalse(answer.body().contains("BEGIN:VCALENDAR"), answer::toString);
    }

    private String feed(String page)
    {
        WikiPage answer = get(page);
        assertEquals(200, answer.status());
        assertTrue(answer.body().startsWith("BEGIN:VCALENDAR\r\n"), answer.body());
        assertTrue(answer.body().endsWith("END:VCALENDAR\r\n"), answer.body());
        return answer.body().replace("\r\n ", "");
    }

    private WikiPage get(String page)
    {
        return TestWiki.client(Account.GUEST)
            .get("/bin/get/Crowdsourcing/Code/Calendar?outputSyntax=plain&page=" + WikiClient.encode(page));
    }

    private String event(String feed, String title)
    {
        Matcher matcher = EVENT.matcher(feed);
        while (matcher.find()) {
            if (matcher.group().contains("SUMMARY:" + title)) {
                return matcher.group();
            }
        }
        throw new AssertionError(title + " is not in " + feed);
    }

    private String value(String event, String name)
    {
        Matcher matcher = Pattern.compile("(?m)^" + name + ":(.*?)\\r?$").matcher(event);
        assertTrue(matcher.find(), name);
        return matcher.group(1);
    }
}
