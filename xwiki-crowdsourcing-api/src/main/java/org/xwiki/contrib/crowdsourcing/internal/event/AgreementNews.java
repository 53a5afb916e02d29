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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.event.CrowdsourcingEvent;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Tells experts that they have something to sign: who accepted, and all who accepted when the initiative asks for more
 * or for a new version. It is about the page of the engagement, where they sign.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = AgreementNews.class)
@Singleton
public class AgreementNews
{
    private static final List<EngagementState> CONCERNED =
        List.of(EngagementState.ACCEPTED, EngagementState.ATTENDED, EngagementState.INTERVIEWED);

    @Inject
    private EngagementStore engagements;

    @Inject
    private AgreementStore agreements;

    @Inject
    private Access access;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param before a page as it was
     * @param after the page as it is
     * @return what has happened
     * @throws CrowdsourcingException if it fails
     */
    public List<CrowdsourcingEvent> find(PageState before, PageState after) throws CrowdsourcingException
    {
        List<Row> asked = new ArrayList<>();
        if (after.has(Schema.ENGAGEMENT)) {
            Row now = after.first(Schema.ENGAGEMENT);
            if (state(now) == EngagementState.ACCEPTED
                && state(before.first(Schema.ENGAGEMENT)) != EngagementState.ACCEPTED
                && !this.agreements.asked(after.page()).missing(now).isEmpty()) {
                asked.add(now);
            }
        } else if (before.has(Schema.INITIATIVE) && after.has(Schema.INITIATIVE)) {
            Asked was = new Asked(Optional.of(before.first(Schema.INITIATIVE)));
            Asked now = new Asked(Optional.of(after.first(Schema.INITIATIVE)));
            if (!was.equals(now)) {
                this.engagements.below(after.page()).stream().filter(row -> CONCERNED.contains(state(row))
                    && !was.missing(row).containsAll(now.missing(row))).forEach(asked::add);
            }
        }
        return tell(asked);
    }

    private static EngagementState state(Row engagement)
    {
        return engagement.option("state", EngagementState.PROPOSED);
    }

    private List<CrowdsourcingEvent> tell(List<Row> asked) throws CrowdsourcingException
    {
        List<CrowdsourcingEvent> result = new ArrayList<>();
        Map<DocumentReference, Row> experts = asked.isEmpty() ? Map.of() : this.engagements.experts(asked);
        for (Row engagement : asked) {
            Row expert = experts.get(engagement.reference("expert"));
            DocumentReference user = expert == null ? null : expert.reference("user");
            if (user != null && !user.equals(this.access.user()) && this.access.canView(user, engagement.page())) {
                result.add(new CrowdsourcingEvent(Happening.AGREEMENT_ASKED, engagement.page(), engagement.title(), "",
                    this.access.user(), "", Set.of(this.serializer.serialize(user))));
            }
        }
        return result;
    }
}
