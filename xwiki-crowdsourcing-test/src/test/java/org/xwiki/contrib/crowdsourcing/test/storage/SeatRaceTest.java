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
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.test.harness.Crowd;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Many experts accept at once when there are few seats: as many as there are seats are confirmed, the others wait in
 * order, and who leaves makes room for the next.
 *
 * @version $Id$
 */
@EmbeddedOnly("its managers, called by many people at once")
class SeatRaceTest
{
    private static final int SEATS = 15;

    private static final int EXPERTS = 100;

    private static final String SPACE = "SeatRace";

    private static final DocumentReference DIALOGUE = page("Dialogue");

    @BeforeAll
    static void create() throws Exception
    {
        TestWiki.execute("XWiki.Admin", () -> {
            save(DIALOGUE, "DialogueClass", dialogue -> {
                dialogue.setIntValue("seats", SEATS);
                dialogue.setStringValue("state", "planned");
            });
            for (int i = 0; i < EXPERTS; i++) {
                save(expert(i), "ExpertClass", expert -> expert.setIntValue("consent", 1));
            }
            return null;
        });
    }

    private static void save(DocumentReference reference, String type, Consumer<BaseObject> values) throws Exception
    {
        Provider<XWikiContext> provider = components().getInstance(XWikiContext.TYPE_PROVIDER);
        XWikiContext context = provider.get();
        XWikiDocument page = context.getWiki().getDocument(reference, context).clone();
        page.setTitle(reference.getLastSpaceReference().getName());
        values.accept(page.newXObject(new LocalDocumentReference(List.of("Crowdsourcing", "Code"), type), context));
        context.getWiki().saveDocument(page, "", context);
    }

    @Test
    void seatsAreNotOverfilledAndNobodyIsLost() throws Exception
    {
        List<DocumentReference> engagements = new ArrayList<>();
        for (int i = 0; i < EXPERTS; i++) {
            engagements.add(engage(i, EngagementRoute.INVITED, "").call());
        }
        Crowd.atOnce(engagements.stream().map(engagement -> set(engagement, EngagementState.ACCEPTED)).toList());
        List<Engagement> panel = panel();
        assertEquals(EXPERTS, panel.size());
        assertEquals(SEATS, panel.stream().filter(engagement -> engagement.waiting() == 0).count());
        assertEquals(IntStream.rangeClosed(1, EXPERTS - SEATS).boxed().toList(), waiting(panel).stream()
            .map(Engagement::waiting).toList());

        Engagement next = waiting(panel).get(0);
        Engagement last = waiting(panel).get(EXPERTS - SEATS - 1);
        set(panel.stream().filter(engagement -> engagement.waiting() == 0).findFirst().orElseThrow().reference(),
            EngagementState.DECLINED).call();
        List<Engagement> now = panel();
        assertEquals(0, find(now, next).waiting(), "The first who waits gets the seat");
        assertEquals(EXPERTS - SEATS - 1, find(now, last).waiting());
        set(next.reference(), EngagementState.DECLINED).call();
        set(next.reference(), EngagementState.ACCEPTED).call();
        assertEquals(EXPERTS - SEATS - 1, find(panel(), next).waiting(), "Who comes back is the last");
    }

    @Test
    void onePersonByThreeRoutesAtOnceIsOneEngagement() throws Exception
    {
        DocumentReference other = page("Other.Dialogue");
        TestWiki.execute("XWiki.Admin", () -> {
            save(other, "DialogueClass", dialogue -> dialogue.setStringValue("state", "planned"));
            return null;
        });
        List<Callable<DocumentReference>> acts = new ArrayList<>();
        for (EngagementRoute route : EngagementRoute.values()) {
            acts.add(() -> TestWiki.execute("XWiki.Admin",
                () -> experts().engage(other, expert(1), route, route == EngagementRoute.REFERRED ? "Luis" : "")));
        }
        Crowd.atOnce(acts);
        List<Engagement> panel = TestWiki.execute("XWiki.Admin",
            () -> experts().getEngagements(other, PageRequest.first()).rows());
        assertEquals(1, panel.size());
        assertEquals(Set.of(EngagementRoute.values()), Set.copyOf(panel.get(0).routes()));
        assertEquals("Luis", panel.get(0).referredBy());
    }

    private static Callable<DocumentReference> engage(int number, EngagementRoute route, String referrer)
    {
        return () -> TestWiki.execute("XWiki.Admin",
            () -> experts().engage(DIALOGUE, expert(number), route, referrer));
    }

    private static Callable<Void> set(DocumentReference engagement, EngagementState state)
    {
        return () -> TestWiki.execute("XWiki.Admin", () -> {
            experts().setEngagementState(engagement, state);
            return null;
        });
    }

    private static List<Engagement> panel() throws Exception
    {
        return TestWiki.execute("XWiki.Admin",
            () -> experts().getEngagements(DIALOGUE, PageRequest.first(PageRequest.MAXIMUM)).rows());
    }

    private static List<Engagement> waiting(List<Engagement> panel)
    {
        return panel.stream().filter(engagement -> engagement.waiting() > 0)
            .sorted(Comparator.comparing(Engagement::waiting)).collect(Collectors.toList());
    }

    private static Engagement find(List<Engagement> panel, Engagement one)
    {
        return panel.stream().filter(engagement -> engagement.reference().equals(one.reference())).findFirst()
            .orElseThrow();
    }

    private static DocumentReference page(String space)
    {
        List<String> spaces = new ArrayList<>(List.of(SPACE));
        spaces.addAll(List.of(space.split("\\.")));
        return new DocumentReference("xwiki", spaces, "WebHome");
    }

    private static DocumentReference expert(int number)
    {
        return page("Experts.Expert" + number);
    }

    private static ComponentManager components()
    {
        return TestWiki.embedded().getComponentManager();
    }

    private static ExpertManager experts() throws Exception
    {
        return components().getInstance(ExpertManager.class);
    }
}
