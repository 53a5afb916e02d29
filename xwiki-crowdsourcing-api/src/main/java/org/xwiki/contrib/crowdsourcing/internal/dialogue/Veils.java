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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Gate;
import org.xwiki.contrib.crowdsourcing.internal.matching.AdjustmentStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Which pages of a thread only its curators may view, whoever saves them and however: contributions that are hidden or
 * await moderation, with their author, the pages of the moderation log, flags and alerts. What the others are told of
 * them, they are told on the page of the thread. What curators say of an expert is for the curators of the challenge,
 * an engagement for them and the expert in person, and invitations for who sets up the panel.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Veils.class)
@Singleton
public class Veils
{
    @Inject
    private PageVeil veil;

    @Inject
    private PageReader pages;

    /**
     * @param source the source of an event about a page
     * @param before the page as it is
     * @param after the page as it will be saved
     * @throws CrowdsourcingException if it fails
     */
    public void add(Object source, PageState before, PageState after) throws CrowdsourcingException
    {
        if (after.has(Schema.MODERATION) || after.has(Schema.FLAG) || after.has(Schema.ALERT)) {
            // Their history names who did it.
            this.veil.cover(source, ContributionStore.thread(after.page()), "");
        } else if (after.has(Schema.ADJUSTMENT)) {
            // What curators think of a person is for curators.
            this.veil.cover(source, AdjustmentStore.above(after.page()), "");
        } else if (after.has(Schema.ENGAGEMENT) || after.has(Schema.INVITATION)) {
            coverPanel(source, after);
        } else if (after.has(Schema.CONTRIBUTION)) {
            Row contribution = after.first(Schema.CONTRIBUTION);
            if (isVeiled(ContributionView.state(contribution))) {
                this.veil.cover(source, ContributionStore.thread(after.page()), contribution.text("author"));
            } else if (before.has(Schema.CONTRIBUTION)) {
                this.veil.lift(source);
            }
        }
    }

    /** A declaration of conflicts, who declined and why, and who was asked when. */
    private void coverPanel(Object source, PageState after) throws CrowdsourcingException
    {
        // An engagement is for the expert too, an invitation only for who sets up the panel.
        DocumentReference expert =
            after.has(Schema.ENGAGEMENT) ? after.first(Schema.ENGAGEMENT).reference("expert") : null;
        Optional<Row> profile = expert == null ? Optional.empty() : this.pages.find(expert, Schema.EXPERT);
        this.veil.cover(source, AgreementStore.dialogue(after.page()), profile.map(row -> row.text("user")).orElse(""),
            Gate.team(this.pages.nearest(after.page(), Schema.INITIATIVE)));
    }

    /**
     * @param state whether a contribution is seen
     * @return {@code true} if not everybody who may view its thread may view its page
     */
    public static boolean isVeiled(ContributionState state)
    {
        return state == ContributionState.AWAITING || state == ContributionState.HIDDEN;
    }
}
