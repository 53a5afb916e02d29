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
package org.xwiki.contrib.crowdsourcing.internal.challenge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.SignOff;
import org.xwiki.contrib.crowdsourcing.challenge.TrailEntry;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;

/**
 * Where the trail of challenges is stored, who signed them off, and what became of them.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ChoiceStore.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class ChoiceStore
{
    private static final String STATE = "state";

    private static final String STATE_REASON = "stateReason";

    private static final String USER = "user";

    private static final String NAME = "name";

    private static final String ORGANISATION = "organisation";

    private static final String SIGNED_ON = "signedOn";

    private static final String RECORDED_BY = "recordedBy";

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    @Inject
    private PageWriter writer;

    @Inject
    private ContextualLocalizationManager localization;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param row a stored challenge
     * @return its state
     */
    static ChallengeState state(Row row)
    {
        return row.option(STATE, ChallengeState.PROPOSED);
    }

    /**
     * @param challenge the page of a challenge
     * @return the page below which it stands, {@code null} if there is none
     */
    static DocumentReference parent(DocumentReference challenge)
    {
        EntityReference space = challenge.getLastSpaceReference().getParent();
        return space.getType() == EntityType.SPACE ? PageReader.home(new SpaceReference(space)) : null;
    }

    /**
     * @param challenge the page of a challenge
     * @return what happened to it, the last first
     * @throws CrowdsourcingException if it fails
     */
    List<TrailEntry> getTrail(DocumentReference challenge) throws CrowdsourcingException
    {
        List<TrailEntry> result = new ArrayList<>(this.pages.all(challenge, Schema.CHALLENGE_LOG).stream()
            .map(row -> new TrailEntry(row.option(ChallengeState.class, "before"), state(row), row.text("reason"),
                row.reference("madeBy"), row.instant("madeOn"), row.references("pages"), row.flag("left")))
            .toList());
        Collections.reverse(result);
        return result;
    }

    /**
     * @param challenge the page of a challenge
     * @return who signed it off
     * @throws CrowdsourcingException if it fails
     */
    List<SignOff> getSignOffs(DocumentReference challenge) throws CrowdsourcingException
    {
        return this.pages.all(challenge, Schema.SIGN_OFF).stream()
            .map(row -> new SignOff(row.number(), row.reference(USER), row.text(NAME), row.text(ORGANISATION),
                row.date(SIGNED_ON), row.reference(RECORDED_BY)))
            .toList();
    }

    /**
     * @param challenge the page of a challenge
     * @return the stamp of the signatures, whose numbers change when one of them goes
     * @throws CrowdsourcingException if it fails
     */
    String getSignedStamp(DocumentReference challenge) throws CrowdsourcingException
    {
        return this.pages.stamp(challenge, Set.of(Schema.SIGN_OFF));
    }

    /**
     * @param challenges the pages of challenges
     * @return the titles of those that there are
     * @throws CrowdsourcingException if it fails
     */
    Map<DocumentReference, String> getTitles(Collection<DocumentReference> challenges) throws CrowdsourcingException
    {
        return this.reader.titles(challenges);
    }

    /**
     * @param challenge the page of a challenge
     * @param user who signs it off
     * @param organisation for whom
     * @throws CrowdsourcingException if it cannot be saved
     */
    void sign(DocumentReference challenge, DocumentReference user, String organisation) throws CrowdsourcingException
    {
        String signer = this.serializer.serialize(user, challenge.getWikiReference());
        add(challenge, Map.of(USER, signer, NAME, this.pages.userName(user), ORGANISATION, organisation, SIGNED_ON,
            today(), RECORDED_BY, signer));
    }

    /**
     * @param challenge the page of a challenge
     * @param user who records it
     * @param name who signed
     * @param organisation for whom
     * @param on the day, empty for today
     * @throws CrowdsourcingException if it cannot be saved
     */
    void record(DocumentReference challenge, DocumentReference user, String name, String organisation, String on)
        throws CrowdsourcingException
    {
        add(challenge, Map.of(NAME, name, ORGANISATION, organisation, SIGNED_ON, on.isEmpty() ? today() : on,
            RECORDED_BY, this.serializer.serialize(user, challenge.getWikiReference())));
    }

    private void add(DocumentReference challenge, Map<String, Object> values) throws CrowdsourcingException
    {
        this.writer.add(challenge, Schema.SIGN_OFF, List.of(values));
    }

    private static String today()
    {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    /**
     * @param challenge a stored challenge
     * @param number the number of a signature
     * @throws CrowdsourcingException if it cannot be saved
     */
    void withdraw(Row challenge, int number) throws CrowdsourcingException
    {
        List<Map<String, Object>> kept = this.pages.all(challenge.page(), Schema.SIGN_OFF).stream()
            .filter(row -> row.number() != number).map(row -> row.values(Schema.SIGN_OFF)).toList();
        this.writer.fill(challenge.page(), challenge.title(), Map.of(Schema.SIGN_OFF, kept), "");
    }

    /**
     * @param challenge a stored challenge, which becomes several
     * @param parent the page below which they stand
     * @param titles their titles
     * @param reason why
     * @return their pages
     * @throws CrowdsourcingException if it cannot be saved
     */
    List<DocumentReference> split(Row challenge, DocumentReference parent, List<String> titles, String reason)
        throws CrowdsourcingException
    {
        List<DocumentReference> parts = new ArrayList<>();
        boolean done = false;
        try {
            for (String title : titles) {
                parts.add(this.writer.createFilled(parent.getLastSpaceReference(),
                    PageNames.fromTitle(title, Schema.CHALLENGE.getName()), title, Schema.CHALLENGE,
                    Map.of(Schema.CHALLENGE, List.of(Map.of(STATE, ChallengeState.PROPOSED.getId(),
                        STATE_REASON, reason, ChallengeStore.ORIGINS, List.of(serialize(challenge.page())))))));
            }
            leave(challenge, ChallengeState.SPLIT, parts, reason);
            done = true;
        } finally {
            // All or nothing.
            if (!done) {
                for (DocumentReference part : parts) {
                    this.writer.delete(part);
                }
            }
        }
        return parts;
    }

    /**
     * @param target a stored challenge, which stays
     * @param others stored challenges, which are merged into it
     * @param reason why
     * @throws CrowdsourcingException if it cannot be saved
     */
    void merge(Row target, List<Row> others, String reason) throws CrowdsourcingException
    {
        Set<String> origins = new LinkedHashSet<>();
        // Who changed it meanwhile stops this before anything is changed.
        this.writer.adjust(target.page(), Schema.CHALLENGE, held -> {
            origins.addAll(held.list(ChallengeStore.ORIGINS));
            others.forEach(other -> origins.add(serialize(other.page())));
            return Map.of(ChallengeStore.ORIGINS, List.copyOf(origins), STATE_REASON, reason);
        }, "");
        for (Row other : others) {
            leave(other, ChallengeState.MERGED, List.of(target.page()), reason);
        }
    }

    private void leave(Row challenge, ChallengeState state, List<DocumentReference> into, String reason)
        throws CrowdsourcingException
    {
        this.writer.update(challenge.page(), Schema.CHALLENGE, Map.of(STATE, state.getId(), STATE_REASON, reason,
            ChallengeStore.SUCCESSORS, into.stream().map(this::serialize).toList()), "");
    }

    /**
     * @param challenge a stored challenge, which goes back to its state before
     * @param state that state
     * @param successors stored challenges that it went into
     * @param dropped {@code true} to drop them: they are nothing without it
     * @throws CrowdsourcingException if it cannot be saved
     */
    void restore(Row challenge, ChallengeState state, List<Row> successors, boolean dropped)
        throws CrowdsourcingException
    {
        this.writer.update(challenge.page(), Schema.CHALLENGE, Map.of(STATE, state.getId(), STATE_REASON,
            this.localization.getTranslationPlain("crowdsourcing.choice.undone"), ChallengeStore.SUCCESSORS,
            List.of()), "");
        String gone = serialize(challenge.page());
        for (Row successor : successors) {
            this.writer.adjust(successor.page(), Schema.CHALLENGE, held -> {
                Map<String, Object> values = new HashMap<>();
                values.put(ChallengeStore.ORIGINS,
                    held.list(ChallengeStore.ORIGINS).stream().filter(origin -> !origin.equals(gone)).toList());
                if (dropped && state(held).isOpen()) {
                    values.put(STATE, ChallengeState.DROPPED.getId());
                    values.put("dropReason",
                        this.localization.getTranslationPlain("crowdsourcing.choice.splitUndone", challenge.title()));
                }
                return values;
            }, "");
        }
    }

    private String serialize(DocumentReference page)
    {
        return this.reader.serialize(page);
    }
}
