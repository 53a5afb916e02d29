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

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.job.DefaultRequest;
import org.xwiki.job.JobException;
import org.xwiki.job.JobExecutor;
import org.xwiki.model.reference.DocumentReference;

/**
 * Renews the rights of all contact data of a directory when its curators have changed; it does not wait for that.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ContactRights.class)
@Singleton
public class ContactRights
{
    /** The property of the request with the settings of the directory. */
    static final String SETTINGS = "directory.settings";

    /** The property of the request with the user who changed them. */
    static final String USER = "directory.user";

    @Inject
    private JobExecutor jobs;

    @Inject
    private Access access;

    /**
     * @param settings the page with the settings of a directory
     * @throws CrowdsourcingException if it cannot be begun
     */
    public void renew(DocumentReference settings) throws CrowdsourcingException
    {
        DefaultRequest request = new DefaultRequest();
        request.setProperty(SETTINGS, settings);
        request.setProperty(USER, this.access.user());
        try {
            this.jobs.execute(ContactRightsJob.TYPE, request);
        } catch (JobException e) {
            throw new CrowdsourcingException("Failed to renew the rights of contact data", e);
        }
    }
}
