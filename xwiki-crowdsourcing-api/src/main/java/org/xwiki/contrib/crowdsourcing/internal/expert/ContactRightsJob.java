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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.annotation.InstantiationStrategy;
import org.xwiki.component.descriptor.ComponentInstantiationStrategy;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.job.AbstractJob;
import org.xwiki.job.DefaultJobStatus;
import org.xwiki.job.DefaultRequest;
import org.xwiki.model.reference.DocumentReference;

/**
 * Saves the pages with private data of a directory or an initiative once more, so that each gets the rights that it
 * should have.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named(ContactRightsJob.TYPE)
@InstantiationStrategy(ComponentInstantiationStrategy.PER_LOOKUP)
public class ContactRightsJob extends AbstractJob<DefaultRequest, DefaultJobStatus<DefaultRequest>>
{
    /** The name of the job. */
    public static final String TYPE = "crowdsourcing/contactRights";

    @Inject
    private ContactStore store;

    @Inject
    private PageWriter writer;

    @Override
    public String getType()
    {
        return TYPE;
    }

    @Override
    protected void runInternal()
    {
        DocumentReference settings = getRequest().getProperty(ContactRights.SETTINGS);
        this.writer.inWiki(settings.getWikiReference(), getRequest().getProperty(ContactRights.USER),
            () -> renew(settings));
    }

    private void renew(DocumentReference settings)
    {
        try {
            List<DocumentReference> pages = this.store.allPrivate(settings.getLastSpaceReference());
            this.progressManager.pushLevelProgress(pages.size(), this);
            for (DocumentReference page : pages) {
                this.progressManager.startStep(this);
                this.writer.touch(page);
                this.progressManager.endStep(this);
            }
            this.progressManager.popLevelProgress(this);
        } catch (CrowdsourcingException e) {
            this.logger.error("Failed to renew the rights of the contact data that [{}] is about", settings, e);
        }
    }
}
