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
package org.xwiki.contrib.crowdsourcing.internal.pipeline;

import java.time.Instant;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Notes with every engagement, however its page is saved, who changed its state and when.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = StateStamps.class)
@Singleton
public class StateStamps
{
    @Inject
    private PageChanges changes;

    @Inject
    private Access access;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param source the source of an event about a page
     * @param before the page as it is
     * @param after the page as it will be saved
     * @throws CrowdsourcingException if it fails
     */
    public void add(Object source, PageState before, PageState after) throws CrowdsourcingException
    {
        if (after.has(Schema.ENGAGEMENT)) {
            Row now = after.first(Schema.ENGAGEMENT);
            Row old = before.first(Schema.ENGAGEMENT);
            boolean same = before.has(Schema.ENGAGEMENT) && Standing.state(old) == Standing.state(now);
            // What is noted already is that of a page that was moved, or of who saves it.
            if (!same && now.text(Standing.STATE_ON).equals(old.text(Standing.STATE_ON))) {
                DocumentReference user = this.access.user();
                String by = user == null ? "" : this.serializer.serialize(user);
                String on = Times.formatExact(Instant.now());
                set(source, Standing.STATE_ON, on);
                set(source, Standing.STATE_BY, by);
                if (Standing.state(now) == EngagementState.SCREENED) {
                    set(source, Standing.SCREENED_ON, on);
                    set(source, Standing.SCREENED_BY, by);
                }
            }
        }
    }

    private void set(Object source, String property, String value) throws CrowdsourcingException
    {
        this.changes.set(source, Schema.ENGAGEMENT, property, value);
    }
}
