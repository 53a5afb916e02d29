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

import java.time.Instant;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertKind;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.dialogue.AppealState;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.ModerationAct;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Writes the moderation log: whenever a page was saved, by a button, by the editor of the wiki or by REST, it looks
 * what was done and adds an entry.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ModerationRecorder.class)
@Singleton
public class ModerationRecorder
{
    private static final String APPEAL_STATE = "appealState";

    private static final int ATTEMPTS = 5;

    private static final Map<AlertState, ModerationAct> REVIEWS = Map.of(AlertState.COUNTED, ModerationAct.COUNTED,
        AlertState.LEFT_OUT, ModerationAct.LEFT_OUT, AlertState.DISMISSED, ModerationAct.REVIEWED);

    @Inject
    private FlagStore flags;

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param before a page as it was
     * @param after the page as it is
     * @throws CrowdsourcingException if it cannot be written
     */
    public void record(PageState before, PageState after) throws CrowdsourcingException
    {
        if (before.has(Schema.CONTRIBUTION) && after.has(Schema.CONTRIBUTION)) {
            Row now = after.first(Schema.CONTRIBUTION);
            Row was = before.first(Schema.CONTRIBUTION);
            ModerationAct act = answer(was, now);
            if (act == null) {
                act = find(ContributionView.state(was), ContributionView.state(now));
            }
            if (act != null) {
                boolean reasoned = act == ModerationAct.HIDDEN || act == ModerationAct.ERASED;
                write(after.page(), act, reasoned ? now.text("hiddenReasonKind") : "", this.access.user());
            }
            if (act == ModerationAct.HIDDEN) {
                this.flags.close(after.page(), "accepted");
            }
        } else if (after.has(Schema.ALERT)) {
            record(before.has(Schema.ALERT) ? before.first(Schema.ALERT) : null, after.first(Schema.ALERT));
        }
    }

    private void record(Row was, Row alert) throws CrowdsourcingException
    {
        DocumentReference subject = new DocumentReference(alert.text(AlertStore.CONTRIBUTION).isEmpty()
            ? alert.page().getName() : alert.text(AlertStore.CONTRIBUTION), alert.page().getLastSpaceReference());
        AlertState state = Alerts.state(alert);
        if (was == null && Alerts.kind(alert) == AlertKind.YOUNG_SUPPORT) {
            // Nobody did that.
            write(subject, ModerationAct.SET_ASIDE, "", null);
        } else if (was != null && Alerts.state(was) == AlertState.OPEN && state != AlertState.OPEN) {
            write(subject, REVIEWS.get(state), alert.text(LogKeys.REASON_KIND), this.access.user());
        }
    }

    private ModerationAct answer(Row was, Row now)
    {
        AppealState answer = now.option(AppealState.class, APPEAL_STATE);
        boolean answered = was.option(AppealState.class, APPEAL_STATE) == AppealState.OPEN && answer != null;
        ModerationAct act = answer == AppealState.GRANTED ? ModerationAct.GRANTED : ModerationAct.UPHELD;
        return answered && answer != AppealState.OPEN ? act : null;
    }

    private ModerationAct find(ContributionState was, ContributionState now)
    {
        ModerationAct act = null;
        if (was != now) {
            act = switch (now) {
                case HIDDEN -> ModerationAct.HIDDEN;
                case MERGED -> ModerationAct.MERGED;
                case ERASED -> ModerationAct.ERASED;
                case PUBLISHED -> shown(was);
                default -> null;
            };
        }
        return act;
    }

    private ModerationAct shown(ContributionState was)
    {
        return switch (was) {
            case HIDDEN -> ModerationAct.SHOWN;
            case AWAITING -> ModerationAct.APPROVED;
            default -> ModerationAct.UNMERGED;
        };
    }

    private void write(DocumentReference contribution, ModerationAct act, String reasonKind, DocumentReference user)
        throws CrowdsourcingException
    {
        Map<String, Object> values = Map.of(LogKeys.ACT, act.getId(), LogKeys.CONTRIBUTION,
            ContributionKeys.isName(contribution.getName()) ? contribution.getName() : "", LogKeys.REASON_KIND,
            reasonKind, LogKeys.ACTOR, user == null ? "" : this.serializer.serialize(user));
        boolean written = false;
        for (int attempt = 0; attempt < ATTEMPTS && !written; attempt++) {
            DocumentReference page =
                new DocumentReference(LogKeys.create(Instant.now()), contribution.getLastSpaceReference());
            written = this.writer.createHidden(page, "", Schema.MODERATION, values);
        }
    }
}
