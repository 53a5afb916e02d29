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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.inject.Provider;
import javax.mail.internet.MimeMessage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.invitation.InvitationReminder;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.LogCapture;
import org.xwiki.contrib.crowdsourcing.test.harness.Mailbox;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.Traces;
import org.xwiki.contrib.crowdsourcing.test.invitation.Host.Guest;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.observation.ObservationManager;
import org.xwiki.refactoring.event.DocumentRenamedEvent;
import org.xwiki.refactoring.event.DocumentRenamingEvent;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What becomes of invitations without anybody asking for a page: the wiki reminds of them, and they move with the pages
 * that they are about.
 *
 * @version $Id$
 */
@EmbeddedOnly("its components, and a rename that is done here as XWiki does it")
class InvitationLifeTest
{
    private static final String ADMIN = "XWiki.Admin";

    private static Fixture pages;

    private static Host host;

    @BeforeAll
    static void create()
    {
        pages = Fixture.create("with invitations that live on");
        host = new Host(Fixture.local(pages.dialogue()));
    }

    private static Callable<Void> machine(Instant now)
    {
        return () -> TestWiki.execute(ADMIN, () -> {
            Fixture.component(InvitationReminder.class).remind(new WikiReference("xwiki"), now);
            return null;
        });
    }

    @Test
    void twoMachinesRemindOnceAndOnlyShortlyBeforeTheLinkExpires() throws Exception
    {
        Guest late = host.guest("Guest who is reminded", "en");
        Guest done = host.guest("Guest who answered in time", "en");
        String first = host.invite(late, 1);
        host.awaitState(late, "Sent");
        Host.open(host.invite(done, 1)).actionForm("declineInvitation").submit();
        Instant now = Instant.now();
        machine(now.plus(Duration.ofDays(10))).call();
        assertEquals(1, Mailbox.of(late.address()).size(), "Four days before, it is too early");

        List<Callable<Void>> machines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            machines.add(machine(now.plus(Duration.ofDays(12))));
        }
        ExecutorService executor = Executors.newFixedThreadPool(machines.size());
        try {
            for (Future<Void> machine : executor.invokeAll(machines)) {
                machine.get();
            }
        } finally {
            executor.shutdown();
        }
        MimeMessage reminder = Mailbox.await(late.address(), 2);
        assertTrue(reminder.getSubject().startsWith("Reminder: "), reminder.getSubject());
        host.awaitState(late, "Reminded");
        machine(now.plus(Duration.ofDays(13))).call();
        String second = Host.link(Mailbox.await(late.address(), 2));
        assertNotEquals(first, second);
        assertEquals(List.of(200, 200), List.of(Host.open(first).status(), Host.open(second).status()));
        assertEquals(1, Mailbox.of(done.address()).size(), "Who answered is not reminded");
        LogCapture.take();
    }

    /** As XWiki does it: the page is saved under its new name, then the old one is deleted. */
    private static void move(DocumentReference from, DocumentReference to) throws Exception
    {
        TestWiki.execute(ADMIN, () -> {
            ObservationManager observation = Fixture.component(ObservationManager.class);
            Provider<XWikiContext> provider =
                TestWiki.embedded().getComponentManager().getInstance(XWikiContext.TYPE_PROVIDER);
            XWikiContext context = provider.get();
            observation.notify(new DocumentRenamingEvent(from, to), "a job", null);
            XWikiDocument old = context.getWiki().getDocument(from, context);
            XWikiDocument moved = context.getWiki().getDocument(to, context).clone();
            moved.setTitle(old.getTitle());
            moved.setContent(old.getContent());
            moved.setHidden(old.isHidden());
            moved.mergeXObjects(old);
            context.getWiki().saveDocument(moved, "", context);
            context.getWiki().deleteDocument(old, context);
            observation.notify(new DocumentRenamedEvent(from, to), "a job", null);
            return null;
        });
    }

    private static void moveSpace(String from, String to) throws Exception
    {
        for (String stored : Traces.of(from + '.')) {
            String page = stored.split(" ")[0];
            move(Fixture.reference(page), Fixture.reference(to + page.substring(from.length())));
        }
    }

    @Test
    void linksWorkWhenTheDialogueAndTheProfileAreRenamed() throws Exception
    {
        Fixture other = Fixture.create("that is renamed");
        Host before = new Host(Fixture.local(other.dialogue()));
        Guest guest = before.guest("Guest of a dialogue that moves", "en");
        Guest answered = before.guest("Guest who answered before the move", "en");
        String link = before.invite(guest, 1);
        String used = before.invite(answered, 1);
        Host.open(used).actionForm("declineInvitation").submit();
        String space = before.dialogue().substring(0, before.dialogue().lastIndexOf('.'));
        moveSpace(space, space + "Renamed");
        Host after = new Host(space + "Renamed.WebHome");
        assertEquals(200, Host.open(link).status(), Host.open(link).text());
        assertTrue(after.state(guest).contains("Can be answered until"), after.state(guest));
        assertTrue(Host.open(used).text().contains("You declined"), Host.open(used).text());

        String profile = guest.profile().substring(0, guest.profile().lastIndexOf('.'));
        moveSpace(profile, profile + "Renamed");
        assertEquals(200, Host.open(link).status(), Host.open(link).text());
        assertTrue(Host.open(link).actionForm("declineInvitation").submit().text().contains("You declined"));
        assertTrue(after.state(guest).contains("Declined"), after.state(guest));
        LogCapture.take();
    }
}
