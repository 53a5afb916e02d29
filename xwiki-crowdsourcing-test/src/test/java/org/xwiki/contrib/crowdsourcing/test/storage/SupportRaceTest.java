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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.dialogue.Alert;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertManager;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertReason;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.MergeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.Support;
import org.xwiki.contrib.crowdsourcing.dialogue.SupportManager;
import org.xwiki.contrib.crowdsourcing.test.harness.Crowd;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Many people do something with the same contribution at once: nothing is lost, nothing counts twice, and of those who
 * would undo what another one does, one succeeds and the others are told.
 *
 * @version $Id$
 */
@EmbeddedOnly("its managers, called by many people at once")
class SupportRaceTest
{
    private static final int PEOPLE = 50;

    private static final int CLICKS = 5;

    private static final String SPACE = "SupportRace";

    private static final DocumentReference DIALOGUE = page(SPACE, "Dialogue");

    /** Where young accounts are looked at. */
    private static final DocumentReference WATCHED = page(SPACE, "Watched", "Dialogue");

    @BeforeAll
    static void create() throws Exception
    {
        TestWiki.execute("XWiki.Admin", () -> {
            Provider<XWikiContext> provider = components().getInstance(XWikiContext.TYPE_PROVIDER);
            XWikiContext context = provider.get();
            for (DocumentReference dialogue : List.of(DIALOGUE, WATCHED)) {
                save(dialogue, "DialogueClass", object -> {
                    object.setStringValue("start", "2030-06-06T10:00");
                    object.setStringValue("timezone", "America/Mexico_City");
                    object.setStringValue("state", "open");
                });
            }
            save(page(SPACE), "InitiativeClass", object -> object.setIntValue("alertDays", 0));
            save(page(SPACE, "Watched"), "InitiativeClass", object -> object.setIntValue("alertSize", 10));
            XWikiDocument rights = context.getWiki()
                .getDocument(new DocumentReference("xwiki", SPACE, "WebPreferences"), context).clone();
            BaseObject right =
                rights.newXObject(new LocalDocumentReference("XWiki", "XWikiGlobalRights"), context);
            right.setLargeStringValue("users", IntStream.range(0, PEOPLE + 1).mapToObj(SupportRaceTest::person)
                .collect(Collectors.joining(",")));
            right.set("levels", List.of("view", "comment"), context);
            right.setIntValue("allow", 1);
            context.getWiki().saveDocument(rights, "", context);
            return null;
        });
    }

    private static DocumentReference page(String... spaces)
    {
        return new DocumentReference("xwiki", List.of(spaces), "WebHome");
    }

    private static void save(DocumentReference page, String type, Consumer<BaseObject> values) throws Exception
    {
        Provider<XWikiContext> provider = components().getInstance(XWikiContext.TYPE_PROVIDER);
        XWikiContext context = provider.get();
        XWikiDocument document = context.getWiki().getDocument(page, context).clone();
        document.setTitle("Support at once");
        values.accept(document.newXObject(
            new LocalDocumentReference(List.of("Crowdsourcing", "Code"), type), context));
        context.getWiki().saveDocument(document, "", context);
    }

    @Test
    void aBurstOfYoungAccountsIsOneAlert() throws Exception
    {
        DocumentReference idea = contribute(WATCHED);
        List<Callable<Void>> acts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            acts.add(back(idea, person(i)));
        }
        Crowd.atOnce(acts);
        // Who has no page is as young as can be.
        assertEquals(0, support(idea, person(0)).supporters());
        assertEquals(AlertState.OPEN, support(idea, person(0)).review());
        List<Alert> open = TestWiki.execute("XWiki.Admin", () -> alerts().getOpen(WATCHED));
        assertEquals(1, open.size(), open.toString());
        assertEquals(PEOPLE, open.get(0).count());
        TestWiki.execute("XWiki.Admin", () -> {
            alerts().review(open.get(0).reference(), AlertState.COUNTED, AlertReason.GENUINE, "");
            return null;
        });
        assertEquals(PEOPLE, support(idea, person(0)).supporters());
        assertEquals(List.of(), TestWiki.execute("XWiki.Admin", () -> alerts().getOpen(WATCHED)));
    }

    @Test
    void everybodyCountsOnce() throws Exception
    {
        DocumentReference idea = contribute();
        assertEquals(0, support(idea, person(0)).supporters());
        List<Callable<Void>> acts = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            acts.add(back(idea, person(i)));
        }
        Crowd.atOnce(acts);
        assertEquals(PEOPLE, support(idea, person(0)).supporters());
    }

    @Test
    void onePersonCountsOnceHoweverOften() throws Exception
    {
        DocumentReference idea = contribute();
        List<Callable<Void>> acts = new ArrayList<>();
        for (int i = 0; i < CLICKS; i++) {
            acts.add(back(idea, person(1)));
        }
        Crowd.atOnce(acts);
        Support support = support(idea, person(1));
        assertEquals(1, support.supporters());
        assertTrue(support.own());
        TestWiki.execute(person(1), () -> {
            supports().revoke(idea);
            return null;
        });
        support = support(idea, person(1));
        assertEquals(0, support.supporters());
        assertFalse(support.own());
    }

    @Test
    void oneOfThoseWhoMergeDecideAndHideAtOnceSucceeds() throws Exception
    {
        DocumentReference idea = contribute();
        List<DocumentReference> others = List.of(contribute(), contribute(), contribute());
        List<Callable<Void>> acts = new ArrayList<>();
        for (DocumentReference other : others) {
            acts.add(curate(idea, () -> merges().merge(idea, other)));
        }
        acts.add(curate(idea, () -> dialogues().hide(idea, HidingReason.SPAM, "")));
        acts.add(curate(idea, () -> dialogues().decide(idea, Outcome.TAKEN, null, "")));
        AtomicInteger refused = new AtomicInteger();
        Crowd.atOnce(acts.stream().<Callable<Void>>map(act -> () -> {
            try {
                return act.call();
            } catch (ConflictException e) {
                refused.incrementAndGet();
                return null;
            }
        }).toList());
        assertEquals(acts.size() - 1, refused.get());
    }

    @Test
    void twoAreNotMergedIntoEachOther() throws Exception
    {
        for (int i = 0; i < CLICKS; i++) {
            DocumentReference one = contribute();
            DocumentReference other = contribute();
            AtomicInteger refused = new AtomicInteger();
            Crowd.atOnce(List.of(List.of(one, other), List.of(other, one)).stream().<Callable<Void>>map(pair -> () -> {
                try {
                    return curate(pair.get(0), () -> merges().merge(pair.get(0), pair.get(1))).call();
                } catch (CrowdsourcingException e) {
                    refused.incrementAndGet();
                    return null;
                }
            }).toList());
            assertEquals(1, refused.get());
            List<ContributionState> states = List.of(see(one).state(), see(other).state());
            assertTrue(states.contains(ContributionState.MERGED), states.toString());
            assertTrue(states.contains(ContributionState.PUBLISHED), states.toString());
        }
    }

    @Test
    void whoBacksWhatIsMergedCountsOnceUntilTheyAreSeparated() throws Exception
    {
        DocumentReference one = contribute();
        DocumentReference two = contribute();
        DocumentReference three = contribute();
        back(one, person(2)).call();
        back(two, person(2)).call();
        back(two, person(3)).call();
        back(three, person(4)).call();
        curate(one, () -> merges().merge(one, two)).call();
        curate(two, () -> merges().merge(two, three)).call();
        assertEquals(3, support(three, person(2)).supporters());
        assertTrue(support(three, person(2)).own());
        assertEquals(three, see(one).merge().survivor());
        curate(two, () -> merges().undo(two)).call();
        assertEquals(1, support(three, person(2)).supporters());
        assertEquals(2, support(two, person(2)).supporters());
        curate(one, () -> merges().undo(one)).call();
        assertEquals(1, support(one, person(2)).supporters());
    }

    private interface Act
    {
        void perform() throws Exception;
    }

    /** As somebody who has seen it as it is now. */
    private static Callable<Void> curate(DocumentReference idea, Act act) throws Exception
    {
        String stamp = see(idea).stamp();
        return () -> TestWiki.execute("XWiki.Admin", () -> {
            components().<Seen>getInstance(Seen.class).expect(idea, stamp);
            act.perform();
            return null;
        });
    }

    private static Contribution see(DocumentReference idea) throws Exception
    {
        return TestWiki.execute("XWiki.Admin", () -> dialogues().getContribution(idea).orElseThrow());
    }

    private static DocumentReference contribute() throws Exception
    {
        return contribute(DIALOGUE);
    }

    private static DocumentReference contribute(DocumentReference dialogue) throws Exception
    {
        return TestWiki.execute(person(PEOPLE),
            () -> dialogues().contribute(dialogue, new NewContribution("An idea", "idea")));
    }

    private static Callable<Void> back(DocumentReference idea, String user)
    {
        return () -> TestWiki.execute(user, () -> {
            supports().support(idea);
            return null;
        });
    }

    private static Support support(DocumentReference idea, String user) throws Exception
    {
        return TestWiki.execute(user, () -> {
            Contribution contribution = dialogues().getContribution(idea).orElseThrow();
            return supports().getSupport(List.of(contribution)).get(idea);
        });
    }

    private static String person(int number)
    {
        return "XWiki.Supporter" + number;
    }

    private static ComponentManager components()
    {
        return TestWiki.embedded().getComponentManager();
    }

    private static DialogueManager dialogues() throws Exception
    {
        return components().getInstance(DialogueManager.class);
    }

    private static AlertManager alerts() throws Exception
    {
        return components().getInstance(AlertManager.class);
    }

    private static MergeManager merges() throws Exception
    {
        return components().getInstance(MergeManager.class);
    }

    private static SupportManager supports() throws Exception
    {
        return components().getInstance(SupportManager.class);
    }
}
