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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.call.Application;
import org.xwiki.contrib.crowdsourcing.call.CallManager;
import org.xwiki.contrib.crowdsourcing.call.NewApplication;
import org.xwiki.contrib.crowdsourcing.call.NewNomination;
import org.xwiki.contrib.crowdsourcing.call.ScreeningManager;
import org.xwiki.contrib.crowdsourcing.expert.ContactManager;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.expert.PersonRegister;
import org.xwiki.contrib.crowdsourcing.test.harness.Crowd;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The same person applies several times at the same moment, with the address in letters of different case, and is
 * nominated; then is taken over, invited and referred at once: one application, one profile, one engagement, three
 * sources.
 *
 * @version $Id$
 */
@EmbeddedOnly("its managers, called by many people at once")
class CallRaceTest
{
    private static final String ADMIN = "XWiki.Admin";

    private static final String GUEST = "XWiki.XWikiGuest";

    private static final DocumentReference CALL = page("I.Call");

    private static final DocumentReference DIALOGUE = page("I.C.Dialogue");

    private static final DocumentReference DIRECTORY = page("Directory");

    private static DocumentReference page(String space)
    {
        List<String> spaces = new ArrayList<>(List.of("CallRace"));
        spaces.addAll(List.of(space.split("\\.")));
        return new DocumentReference("xwiki", spaces, "WebHome");
    }

    @BeforeAll
    static void create() throws Exception
    {
        TestWiki.execute(ADMIN, () -> {
            save(page("I"), "InitiativeClass", initiative -> initiative.setStringValue("phase", "source"));
            save(page("I.C"), "ChallengeClass", challenge -> challenge.setStringValue("state", "selected"));
            save(DIALOGUE, "DialogueClass", dialogue -> dialogue.setStringValue("state", "planned"));
            save(DIRECTORY, "AreaClass", directory -> { });
            save(CALL, "CallClass", call -> {
                call.setStringValue("state", "open");
                call.setIntValue("guestNominations", 1);
            });
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

    private static ComponentManager components()
    {
        return TestWiki.embedded().getComponentManager();
    }

    private static <T> T get(Class<T> role) throws Exception
    {
        return components().getInstance(role);
    }

    private static Callable<Void> apply(String email, String motivation)
    {
        return () -> TestWiki.execute(GUEST, () -> {
            get(CallManager.class).apply(CALL, new NewApplication(
                Map.of("name", "Ana Race", "email", email, "motivation", motivation), List.of("es"), List.of(),
                List.of(), List.of(DIALOGUE), Set.of("briefing", "active", "published", "input"), false));
            return null;
        });
    }

    private static Callable<Void> nominate(String email)
    {
        return () -> TestWiki.execute(GUEST, () -> {
            get(CallManager.class).nominate(CALL, new NewNomination("Ana R.", email, "", "She knows", DIALOGUE, "Gus",
                "gus@example.org"));
            return null;
        });
    }

    private static List<Application> list() throws Exception
    {
        return TestWiki.execute(ADMIN, () -> get(ScreeningManager.class)
            .list(CALL, new ScreeningManager.Query(null, null, PageRequest.first())).rows());
    }

    @Test
    void onePersonByThreeRoutesAtOnceIsOneProfileAndOneEngagement() throws Exception
    {
        Crowd.atOnce(List.of(apply("Ana.Race@example.org", "First"), apply("ANA.RACE@EXAMPLE.ORG", "Second"),
            apply(" ana.race@Example.org ", "Third"), nominate("aNa.Race@example.org"),
            nominate("ana.race@EXAMPLE.org")));
        List<Application> came = list();
        assertEquals(2, came.size(), "An application and a nomination: " + came);
        assertEquals(List.of(2, 3), came.stream().map(one -> one.sent().size()).sorted().toList(), "Nothing is lost");

        List<Callable<DocumentReference>> acts = new ArrayList<>();
        for (Application one : came) {
            acts.add(() -> TestWiki.execute(ADMIN, () -> get(ScreeningManager.class).takeOver(one.reference(),
                DIRECTORY, null, "open call")));
        }
        acts.add(() -> TestWiki.execute(ADMIN, () -> {
            DocumentReference profile = get(PersonRegister.class).register(DIRECTORY,
                new PersonRegister.Person("Dr. Ana Race", "Ana.RACE@example.org", "", "", Map.of(), List.of()));
            get(ExpertManager.class).engage(DIALOGUE, profile, EngagementRoute.INVITED, "");
            return profile;
        }));
        Crowd.atOnce(acts);

        List<Engagement> panel = TestWiki.execute(ADMIN,
            () -> get(ExpertManager.class).getEngagements(DIALOGUE, PageRequest.first()).rows());
        assertEquals(1, panel.size(), panel.toString());
        assertEquals(Set.of(EngagementRoute.values()), Set.copyOf(panel.get(0).routes()));
        assertEquals("open call", panel.get(0).referredBy());
        DocumentReference profile = TestWiki.execute(ADMIN,
            () -> get(ContactManager.class).find(DIRECTORY, "ana.race@example.org")).orElseThrow();
        assertEquals(profile, panel.get(0).expert());
        for (Application one : list()) {
            assertEquals("taken", one.state().getId());
            assertEquals(profile, one.decision().expert().page(), "One profile");
        }
        assertTrue(profile.getLastSpaceReference().getName().matches("p[0-9a-f]{24}"), profile.toString());
    }
}
