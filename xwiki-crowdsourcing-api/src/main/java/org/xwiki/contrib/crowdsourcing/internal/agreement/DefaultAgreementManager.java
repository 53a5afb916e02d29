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
package org.xwiki.contrib.crowdsourcing.internal.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementManager;
import org.xwiki.contrib.crowdsourcing.agreement.Agreements;
import org.xwiki.contrib.crowdsourcing.agreement.Signature;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.expert.Curators;
import org.xwiki.contrib.crowdsourcing.internal.expert.ProfileStore;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of what experts sign.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultAgreementManager implements AgreementManager
{
    /** Who declined or was only thought of is asked for nothing. */
    private static final List<EngagementState> CONCERNED = List.of(EngagementState.INVITED, EngagementState.ACCEPTED,
        EngagementState.ATTENDED, EngagementState.INTERVIEWED);

    @Inject
    private AgreementStore store;

    @Inject
    private Gate gate;

    @Inject
    private ProfileStore profiles;

    @Inject
    private Curators curators;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Override
    public Optional<Agreements> get(DocumentReference engagement) throws CrowdsourcingException
    {
        boolean known = this.things.find(engagement, Schema.ENGAGEMENT).isPresent()
            && (this.access.canEdit(AgreementStore.dialogue(engagement)) || isOwn(engagement));
        return known ? Optional.of(this.store.get(engagement)) : Optional.empty();
    }

    @Override
    public boolean isOwn(DocumentReference engagement) throws CrowdsourcingException
    {
        DocumentReference expert = this.things.find(engagement, Schema.ENGAGEMENT)
            .map(row -> row.reference("expert")).orElse(null);
        return expert != null && this.curators.isOwn(expert);
    }

    @Override
    public void sign(DocumentReference engagement, Signature signature) throws CrowdsourcingException
    {
        this.things.get(engagement, Schema.ENGAGEMENT);
        this.access.require(isOwn(engagement));
        this.store.sign(engagement, signature);
    }

    @Override
    public List<Agreements> getPending(DocumentReference page) throws CrowdsourcingException
    {
        List<Agreements> result = new ArrayList<>();
        DocumentReference user = this.access.user();
        boolean concerned = user != null && (page == null || !this.store.asked(page).isEmpty());
        Optional<DocumentReference> profile = !concerned ? Optional.empty() : this.profiles.findByUser(user);
        if (profile.isPresent()) {
            for (Row row : this.profiles.engagements(profile.get())) {
                boolean there = page == null
                    || row.page().getSpaceReferences().containsAll(page.getSpaceReferences());
                if (there && CONCERNED.contains(row.option("state", EngagementState.PROPOSED))
                    && !this.store.asked(row.page()).missing(row).isEmpty()) {
                    result.add(this.store.get(row.page()));
                }
            }
        }
        return result;
    }

    @Override
    public boolean isRestricted(DocumentReference page) throws CrowdsourcingException
    {
        return this.access.canView(page) && this.gate.isRestricted(page);
    }

    @Override
    public boolean isOpenedByOthers(DocumentReference page) throws CrowdsourcingException
    {
        return this.access.canEdit(page) && this.gate.isRestricted(page) && this.gate.isOpenedByOthers(page);
    }
}
