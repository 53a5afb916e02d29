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
package org.xwiki.contrib.crowdsourcing.test.keep;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.inject.Provider;

import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;
import org.xwiki.extension.ExtensionId;
import org.xwiki.extension.event.ExtensionInstalledEvent;
import org.xwiki.extension.event.ExtensionUninstalledEvent;
import org.xwiki.job.DefaultRequest;
import org.xwiki.job.event.JobFinishingEvent;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.AllEvent;
import org.xwiki.observation.event.Event;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Uninstalling leaves every page readable, also those that nobody may change any more, and installing again takes the
 * text away.
 *
 * @version $Id$
 */
@EmbeddedOnly("an extension manager, of which the events are sent here")
class KeepTest
{
    private static final String ADMIN = "XWiki.Admin";

    private static final String NAMESPACE = "wiki:xwiki";

    private static final ExtensionId PAGES =
        new ExtensionId("org.xwiki.contrib.crowdsourcing:xwiki-crowdsourcing-ui", "1.0");

    private static final String HOSTILE =
        "Hostile {{velocity}}$xcontext.put('x', 1){{/velocity}} {{html}}<script>alert(1)</script>{{/html}}"
            + " [[x>>url:javascript:alert(1)]] (% onclick=\"alert(1)\" %)end";

    private static final int MANY = 510;

    private final List<XarPage> sample = read();

    private static List<XarPage> read()
    {
        try {
            return XarPage.read(Artifacts.sample());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void pagesStayReadable() throws Exception
    {
        XarPage brief = XarPage.find(this.sample, "BriefClass", "state", "frozen");
        XarPage roadmap = XarPage.find(this.sample, "RoadmapClass", "state", "published");
        XarPage recommendation = XarPage.find(this.sample, "RecommendationClass", "state", "published");
        XarPage expert = XarPage.find(this.sample, "ExpertClass", "consent", "1");
        DocumentReference dialogue = createDialogue();
        DocumentReference part = new DocumentReference("Discussion2", dialogue.getLastSpaceReference());
        Map<String, String> before = contents();

        List<String> told = new CopyOnWriteArrayList<>();
        ObservationManager observation = components().getInstance(ObservationManager.class);
        observation.addListener(new AbstractEventListener("test.keep", AllEvent.ALLEVENT)
        {
            @Override
            public void onEvent(Event event, Object source, Object data)
            {
                // The clock of sessions goes on meanwhile.
                if (event instanceof CrowdsourcingEvent one && one.happening() != Happening.SESSION_SOON) {
                    told.add(event + " " + source);
                }
            }
        });
        Map<String, String> kept;
        String text;
        try {
            send(new ExtensionUninstalledEvent(PAGES, NAMESPACE), "uninstall");
            kept = contents();
            text = content(dialogue) + content(part);
            send(new ExtensionUninstalledEvent(PAGES, NAMESPACE), "uninstall");
            assertEquals(kept, contents(), "Once more writes nothing else");
        } finally {
            send(new ExtensionInstalledEvent(PAGES, NAMESPACE), "install");
            observation.removeListener("test.keep");
        }
        assertEquals(before, contents(), "All is as before");
        assertTrue(load(part).isNew(), "What was added to hold the discussion is gone");
        assertEquals(List.of(), told, "Nobody is told");

        // A frozen brief and a published roadmap, which no editor may change.
        assertContains(kept.get(brief.reference()), "== Problem statement ==", "**State:** Frozen", "== Comments ==");
        assertContains(kept.get(roadmap.reference()), "**State:** Published", "doc:" + recommendation.reference());
        XarPage session = XarPage.find(this.sample, "DialogueClass", "start", "2017-06-06T10:00");
        assertContains(kept.get(session.reference()), "=== Agenda ===", "40 minutes", "=== Action items ===",
            "**Draft the ten questions of the survey**");
        assertContains(kept.get(recommendation.reference()), "== Description ==", "== Steps ==", "=== ", "== Sources ==");
        assertContains(kept.get(expert.reference()), "== Biography ==", expert.property("ExpertClass", "organisation"));
        kept.forEach((page, content) -> {
            assertEquals(content.isEmpty() ? 0 : 1, content.split("\\{\\{(?!/)", -1).length - 1, page + content);
            assertFalse(content.contains("crowdsourcing.") || content.contains("Class_"), page + content);
        });
        for (XarPage page : this.sample) {
            if (page.is("ExpertClass") && !"1".equals(page.property("ExpertClass", "consent"))) {
                assertEquals("", kept.get(page.reference()), "Who is not listed stays unlisted");
            }
        }

        assertContains(text, "Contribution 0\n", "Contribution " + (MANY - 1), "(Hidden by a curator: Abuse)", "Hostile",
            "doc:" + String.join(".", dialogue.getSpaceReferences().stream().map(space -> space.getName()).toList())
                + ".Discussion2");
        assertFalse(text.contains("unspeakable"), text);
        assertFalse(text.contains("{{velocity") || text.contains("{{html") || text.contains("onclick"), text);
    }

    private static void assertContains(String text, String... parts)
    {
        for (String part : parts) {
            assertTrue(text.contains(part), part + " in " + text);
        }
    }

    private DocumentReference createDialogue() throws Exception
    {
        DocumentReference challenge =
            reference(XarPage.find(this.sample, "ChallengeClass", "state", "selected").reference());
        DialogueManager dialogues = components().getInstance(DialogueManager.class);
        DocumentReference dialogue = TestWiki.execute(ADMIN, () -> {
            DocumentReference created = dialogues.create(challenge, "Kept: dialogue \"1.5\"");
            dialogues.plan(created, "2030-06-06T10:00", "America/Mexico_City", 120);
            dialogues.open(created);
            return created;
        });
        DocumentReference hidden = TestWiki.execute("XWiki." + Account.demo("expert").user(), () -> {
            DocumentReference first = dialogues.contribute(dialogue, new NewContribution("unspeakable", "idea"));
            dialogues.contribute(dialogue, new NewContribution(HOSTILE, "idea"));
            for (int i = 0; i < MANY; i++) {
                dialogues.contribute(dialogue, new NewContribution("Contribution " + i, "idea"));
            }
            return first;
        });
        return TestWiki.execute(ADMIN, () -> {
            dialogues.hide(hidden, HidingReason.ABUSE, "unspeakable reason");
            return dialogue;
        });
    }

    private static void send(Event event, String job) throws Exception
    {
        ObservationManager observation = components().getInstance(ObservationManager.class);
        run(() -> {
            observation.notify(event, null);
            observation.notify(new JobFinishingEvent(List.of("test"), job, new DefaultRequest()), null);
            return null;
        });
    }

    private Map<String, String> contents() throws Exception
    {
        Map<String, String> result = new LinkedHashMap<>();
        for (XarPage page : this.sample) {
            if (page.classes().stream().anyMatch(name -> name.startsWith("Crowdsourcing.Code."))) {
                result.put(page.reference(), content(reference(page.reference())));
            }
        }
        return result;
    }

    private static String content(DocumentReference page) throws Exception
    {
        return load(page).getContent();
    }

    private static XWikiDocument load(DocumentReference page) throws Exception
    {
        return run(() -> {
            XWikiContext context = components().<Provider<XWikiContext>>getInstance(XWikiContext.TYPE_PROVIDER).get();
            return context.getWiki().getDocument(page, context);
        });
    }

    private static <T> T run(Callable<T> code) throws Exception
    {
        return TestWiki.execute(ADMIN, code);
    }

    private static ComponentManager components()
    {
        return TestWiki.embedded().getComponentManager();
    }

    private static DocumentReference reference(String local)
    {
        List<String> names = WikiClient.names(local);
        return new DocumentReference("xwiki", names.subList(0, names.size() - 1), names.get(names.size() - 1));
    }
}
