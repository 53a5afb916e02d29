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

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.job.AbstractJobStatus;
import org.xwiki.job.Job;
import org.xwiki.job.event.JobFinishingEvent;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;

/**
 * Lets jobs fail that {@link MoveGuard} refused to let move or copy something. Of a job that is done the wiki says that
 * it is done, and shows its log, which says why nothing was moved, to advanced users alone; of one that failed, to
 * everybody.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(RefusalListener.NAME)
public class RefusalListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingRefusals";

    /**
     * Listens to jobs that are about to be finished.
     */
    public RefusalListener()
    {
        super(NAME, new JobFinishingEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (source instanceof Job job && job.getStatus() instanceof AbstractJobStatus<?> status) {
            String refusal = job.getRequest().getProperty(MoveGuard.REFUSAL);
            if (refusal != null && status.getError() == null) {
                status.setError(new CrowdsourcingException(refusal, null));
            }
        }
    }
}
