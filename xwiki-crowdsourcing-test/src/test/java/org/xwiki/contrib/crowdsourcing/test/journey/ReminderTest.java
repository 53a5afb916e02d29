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
package org.xwiki.contrib.crowdsourcing.test.journey;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.context.concurrent.ExecutionContextRunnable;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.internal.event.SessionReminder;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.Event;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Looks which sessions are near as the extension does from time to time, where nobody asks for a page.
 *
 * @version $Id$
 */
@EmbeddedOnly("its components, and the sample")
class ReminderTest
{
    private static final String NAME = "reminderTest";

    @Test
    void panelIsToldOfASessionThatIsNear() throws Exception
    {
        DocumentReference dialogue = plan();
        List<CrowdsourcingEvent> told = new CopyOnWriteArrayList<>();
        ObservationManager observation = components().getInstance(ObservationManager.class);
        observation.addListener(new AbstractEventListener(NAME, CrowdsourcingEvent.any())
        {
            @Override
            public void onEvent(Event event, Object source, Object data)
            {
                told.add((CrowdsourcingEvent) event);
            }
        });
        AtomicReference<Throwable> failure = new AtomicReference<>();
        try {
            Thread thread = new Thread(new ExecutionContextRunnable(() -> {
                try {
                    WikiDescriptorManager wikis = components().getInstance(WikiDescriptorManager.class);
                    for (String wiki : wikis.getAllIds()) {
                        components().<SessionReminder>getInstance(SessionReminder.class)
                            .remind(new WikiReference(wiki), Instant.now());
                    }
                } catch (Exception e) {
                    failure.set(e);
                }
            }, components()));
            thread.start();
            thread.join();
        } finally {
            observation.removeListener(NAME);
        }
        assertNull(failure.get());
        List<CrowdsourcingEvent> found = told.stream().filter(event -> event.page().equals(dialogue)).toList();
        assertEquals(List.of(Happening.SESSION_SOON),
            found.stream().map(CrowdsourcingEvent::happening).toList());
        assertTrue(found.get(0).recipients().contains("xwiki:XWiki.FaithFacilitator"), found.toString());
    }

    private static DocumentReference plan() throws Exception
    {
        XarPage sample = XarPage.find(XarPage.read(Artifacts.sample()), "DialogueClass", "state", "planned");
        List<String> names = WikiClient.names(sample.reference());
        DocumentReference page =
            new DocumentReference("xwiki", names.subList(0, names.size() - 1), names.get(names.size() - 1));
        TestWiki.execute("XWiki.Admin", () -> {
            String start = Instant.now().plus(30, ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC).toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES).toString();
            components().<DialogueManager>getInstance(DialogueManager.class).plan(page, start, "UTC", 120);
            return null;
        });
        return page;
    }

    private static ComponentManager components()
    {
        return TestWiki.embedded().getComponentManager();
    }
}
