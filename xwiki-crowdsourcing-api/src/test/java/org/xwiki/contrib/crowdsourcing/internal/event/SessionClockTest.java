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
package org.xwiki.contrib.crowdsourcing.internal.event;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.manager.NamespacedComponentManager;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.BeforeComponent;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

/**
 * Tests in which wikis the clock looks, and that an error does not stop it.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class SessionClockTest
{
    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    private SessionClock clock;

    @MockComponent
    private SessionReminder reminder;

    @MockComponent
    private WikiDescriptorManager wikis;

    private final ComponentManager components =
        mock(ComponentManager.class, withSettings().extraInterfaces(NamespacedComponentManager.class));

    @BeforeComponent
    void configure(MockitoComponentManager manager) throws Exception
    {
        manager.registerComponent(ComponentManager.class, this.components);
    }

    @AfterEach
    void stop()
    {
        this.clock.dispose();
    }

    private void installedOn(String namespace)
    {
        when(((NamespacedComponentManager) this.components).getNamespace()).thenReturn(namespace);
    }

    @Test
    void everyWikiOfAFarm() throws Exception
    {
        when(this.wikis.getAllIds()).thenReturn(List.of("xwiki", "sub"));
        this.clock.tick();
        verify(this.reminder).remind(eq(new WikiReference("xwiki")), any());
        verify(this.reminder).remind(eq(new WikiReference("sub")), any());
    }

    @Test
    void onlyTheWikiWhereItIsInstalled() throws Exception
    {
        installedOn("wiki:sub");
        this.clock.tick();
        verify(this.reminder).remind(eq(new WikiReference("sub")), any());
        verifyNoMoreInteractions(this.reminder);
    }

    @Test
    void errorIsLogged() throws Exception
    {
        installedOn("wiki:sub");
        doThrow(new CrowdsourcingException("No database", null)).when(this.reminder).remind(any(), any());
        this.clock.tick();
        assertEquals("Failed to tell which sessions are near", this.logs.getMessage(0));
    }

    @Test
    void runsUntilTheExtensionIsUninstalled() throws Exception
    {
        assertTrue(this.clock.getEvents().isEmpty());
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().equals("Crowdsourcing session clock")).toList();
        assertFalse(threads.isEmpty());
        this.clock.dispose();
        for (Thread thread : threads) {
            thread.join(10000);
        }
        assertTrue(threads.stream().noneMatch(Thread::isAlive));
    }
}
