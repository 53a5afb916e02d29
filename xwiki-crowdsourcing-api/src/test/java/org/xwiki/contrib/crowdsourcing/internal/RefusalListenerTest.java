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
package org.xwiki.contrib.crowdsourcing.internal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.job.DefaultJobStatus;
import org.xwiki.job.DefaultRequest;
import org.xwiki.job.Job;
import org.xwiki.job.event.JobFinishingEvent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests {@link RefusalListener}.
 *
 * @version $Id$
 * @since 1.0
 */
class RefusalListenerTest
{
    private final DefaultRequest request = new DefaultRequest();

    private final DefaultJobStatus<DefaultRequest> status =
        new DefaultJobStatus<>("refactoring/rename", this.request, null, null, null);

    private final Job job = mock(Job.class);

    @BeforeEach
    void configure()
    {
        when(this.job.getRequest()).thenReturn(this.request);
        when(this.job.getStatus()).thenReturn(this.status);
    }

    private void finish()
    {
        new RefusalListener().onEvent(new JobFinishingEvent("id", "refactoring/rename", this.request), this.job, null);
    }

    @Test
    void whatWasRefusedFails()
    {
        this.request.setProperty(MoveGuard.REFUSAL, "Kept for good.");
        finish();
        assertEquals("Kept for good.", this.status.getError().getMessage());
    }

    @Test
    void whatElseFailedIsKept()
    {
        Exception other = new Exception("Broken");
        this.status.setError(other);
        this.request.setProperty(MoveGuard.REFUSAL, "Kept for good.");
        finish();
        assertSame(other, this.status.getError());
    }

    @Test
    void whatWasNotRefusedIsDone()
    {
        finish();
        assertNull(this.status.getError());
    }
}
