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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Choice;
import org.xwiki.contrib.crowdsourcing.challenge.ChoiceManager;
import org.xwiki.contrib.crowdsourcing.challenge.SignOff;
import org.xwiki.contrib.crowdsourcing.challenge.TrailEntry;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of choosing challenges. The trail itself is written wherever a challenge is saved, by {@link ChoiceMarks}.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultChoiceManager implements ChoiceManager
{
    private static final String PARTS = "parts";

    private static final String OTHERS = "others";

    private static final String REASON = "reason";

    private static final String ORGANISATION = "organisation";

    private static final String NAME = "name";

    private static final String SIGNED_ON = "signedOn";

    private static final String NO_CANDIDATE = "crowdsourcing.error.noCandidate";

    private static final int MOST_PARTS = 10;

    @Inject
    private ChoiceStore store;

    @Inject
    private ChallengeStore challenges;

    @Inject
    private Partners partners;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Override
    public Optional<Choice> get(DocumentReference challenge) throws CrowdsourcingException
    {
        Optional<Row> found = this.things.find(challenge, Schema.CHALLENGE);
        return found.isEmpty() ? Optional.empty() : Optional.of(toChoice(found.get()));
    }

    private Choice toChoice(Row row) throws CrowdsourcingException
    {
        DocumentReference challenge = row.page();
        List<TrailEntry> trail = this.store.getTrail(challenge);
        List<SignOff> signOffs = this.store.getSignOffs(challenge);
        Set<DocumentReference> named = new LinkedHashSet<>();
        trail.forEach(entry -> named.addAll(entry.pages()));
        named.addAll(row.references(ChallengeStore.ORIGINS));
        named.addAll(row.references(ChallengeStore.SUCCESSORS));
        named.removeIf(page -> !this.access.canView(page));
        boolean edit = this.access.canEdit(challenge);
        boolean open = ChoiceStore.state(row).isOpen();
        DocumentReference parent = ChoiceStore.parent(challenge);
        Optional<Row> initiative = this.things.nearest(challenge, Schema.INITIATIVE);
        Choice.Powers powers = new Choice.Powers(edit, canSign(initiative, signOffs), edit && open,
            edit && open && parent != null && this.things.canCreate(parent), edit && isUndoable(row, trail));
        return new Choice(trail, signOffs, this.store.getTitles(named), powers, row.stamp(),
            this.store.getSignedStamp(challenge));
    }

    @Override
    public Map<DocumentReference, String> getMergeable(DocumentReference challenge) throws CrowdsourcingException
    {
        Optional<Row> initiative = this.things.nearest(challenge, Schema.INITIATIVE);
        return initiative.isPresent() && this.access.canEdit(challenge)
            ? others(initiative.get().page(), challenge) : Map.of();
    }

    private boolean canSign(Optional<Row> initiative, List<SignOff> signOffs) throws CrowdsourcingException
    {
        DocumentReference user = this.access.user();
        return user != null && initiative.isPresent()
            && signOffs.stream().noneMatch(signOff -> user.equals(signOff.user()))
            && this.partners.maySign(initiative.get());
    }

    private Map<DocumentReference, String> others(DocumentReference initiative, DocumentReference challenge)
        throws CrowdsourcingException
    {
        Map<DocumentReference, String> result = new LinkedHashMap<>();
        for (ChallengeRow row : this.challenges.list(initiative, this.access::canView)) {
            DocumentReference other = row.challenge().reference();
            if (row.challenge().state().isOpen() && !other.equals(challenge) && this.access.canEdit(other)) {
                result.put(other, row.challenge().title());
            }
        }
        return result;
    }

    private static boolean isUndoable(Row row, List<TrailEntry> trail)
    {
        return !trail.isEmpty() && trail.get(0).before() != null && trail.get(0).before() != trail.get(0).state()
            && trail.get(0).state() == ChoiceStore.state(row);
    }

    @Override
    public void sign(DocumentReference challenge, String organisation) throws CrowdsourcingException
    {
        Row row = this.things.get(challenge, Schema.CHALLENGE);
        Optional<Row> initiative = this.things.nearest(row.page(), Schema.INITIATIVE);
        this.access.require(initiative.isPresent() && this.partners.maySign(initiative.get()));
        Inputs inputs = new Inputs();
        String line = inputs.line(ORGANISATION, organisation);
        if (!canSign(initiative, this.store.getSignOffs(challenge))) {
            inputs.add(new FieldError("", "crowdsourcing.error.signedAlready"));
        }
        inputs.refuse();
        this.store.sign(challenge, this.access.user(), line);
    }

    @Override
    public void recordSignature(DocumentReference challenge, String name, String organisation, String on)
        throws CrowdsourcingException
    {
        this.things.getEditable(challenge, Schema.CHALLENGE);
        Inputs inputs = new Inputs();
        String person = inputs.requiredLine(NAME, name);
        String line = inputs.line(ORGANISATION, organisation);
        checkDay(on.strip(), inputs);
        boolean known = this.store.getSignOffs(challenge).stream()
            .anyMatch(signed -> signed.name().equalsIgnoreCase(person) && signed.organisation().equalsIgnoreCase(line));
        if (known) {
            inputs.add(new FieldError(NAME, "crowdsourcing.error.recordedAlready", Inputs.shorten(person)));
        }
        inputs.refuse();
        this.store.record(challenge, this.access.user(), person, line, on.strip());
    }

    private static void checkDay(String day, Inputs inputs)
    {
        inputs.date(SIGNED_ON, day);
        // Where the day begins first, it is tomorrow already.
        LocalDate last = LocalDate.now(ZoneOffset.MAX);
        if (Times.findDate(day).filter(found -> found.isAfter(last)).isPresent()) {
            inputs.add(new FieldError(SIGNED_ON, "crowdsourcing.error.signedLater"));
        }
    }

    @Override
    public void withdraw(DocumentReference challenge, int number) throws CrowdsourcingException
    {
        Row row = this.things.get(challenge, Schema.CHALLENGE);
        DocumentReference user = this.access.user();
        boolean own = user != null && this.store.getSignOffs(challenge).stream()
            .anyMatch(signOff -> signOff.number() == number && user.equals(signOff.user()));
        this.access.require(own || this.access.canEdit(challenge));
        this.store.withdraw(row, number);
    }

    @Override
    public List<DocumentReference> split(DocumentReference challenge, String titles, String reason)
        throws CrowdsourcingException
    {
        Row row = getCandidate(challenge);
        DocumentReference parent = ChoiceStore.parent(challenge);
        this.access.require(parent != null && this.things.canCreate(parent));
        Inputs inputs = new Inputs();
        String text = inputs.text(REASON, reason, Inputs.REASON);
        List<String> parts = titles.lines().map(String::strip).filter(line -> !line.isEmpty())
            .map(line -> inputs.title(PARTS, line)).toList();
        if (parts.size() < 2 || parts.size() > MOST_PARTS) {
            inputs.add(new FieldError(PARTS, "crowdsourcing.error.splitParts", 2, MOST_PARTS));
        }
        inputs.refuse();
        return this.store.split(row, parent, parts, text);
    }

    @Override
    public void merge(DocumentReference target, List<DocumentReference> others, String reason)
        throws CrowdsourcingException
    {
        Row row = getCandidate(target);
        Inputs inputs = new Inputs();
        String text = inputs.text(REASON, reason, Inputs.REASON);
        if (others.isEmpty()) {
            inputs.add(new FieldError(OTHERS, "crowdsourcing.error.mergeOthers"));
        }
        inputs.refuse();
        Map<DocumentReference, String> offered = getMergeable(target);
        List<Row> merged = new ArrayList<>();
        for (DocumentReference other : new LinkedHashSet<>(others)) {
            Row candidate = this.things.getEditable(other, Schema.CHALLENGE);
            if (!offered.containsKey(other)) {
                throw new CrowdsourcingException(new FieldError(OTHERS, "crowdsourcing.error.noCandidateAnyMore",
                    Inputs.shorten(candidate.title())));
            }
            merged.add(candidate);
        }
        this.store.merge(row, merged, text);
    }

    private Row getCandidate(DocumentReference challenge) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(challenge, Schema.CHALLENGE);
        if (!ChoiceStore.state(row).isOpen()) {
            throw new CrowdsourcingException(new FieldError("", NO_CANDIDATE));
        }
        return row;
    }

    @Override
    public void undo(DocumentReference challenge) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(challenge, Schema.CHALLENGE);
        List<TrailEntry> trail = this.store.getTrail(challenge);
        if (!isUndoable(row, trail)) {
            throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.nothingToUndo"));
        }
        ChallengeState state = ChoiceStore.state(row);
        List<Row> successors = new ArrayList<>();
        for (DocumentReference successor : row.references(ChallengeStore.SUCCESSORS)) {
            Optional<Row> found = this.things.find(successor, Schema.CHALLENGE);
            if (found.isPresent()) {
                this.access.require(this.access.canEdit(successor));
                successors.add(found.get());
            }
        }
        if (state == ChallengeState.SPLIT) {
            List<String> decided = successors.stream()
                .filter(part -> ChoiceStore.state(part) == ChallengeState.SELECTED
                    || !part.list(ChallengeStore.SUCCESSORS).isEmpty())
                .map(Row::title).toList();
            if (!decided.isEmpty()) {
                throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.partsDecided",
                    Inputs.shorten(String.join(", ", decided))));
            }
        }
        this.store.restore(row, trail.get(0).before(), successors, state == ChallengeState.SPLIT);
    }
}
