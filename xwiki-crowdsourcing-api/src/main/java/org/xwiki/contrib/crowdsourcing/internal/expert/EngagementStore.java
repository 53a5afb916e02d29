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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where engagements are stored: one hidden page for each expert of a dialogue, in the space {@code Panel} of the
 * dialogue. Its name is made from the expert, so there is only one.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = EngagementStore.class)
@Singleton
public class EngagementStore
{
    private static final String EXPERT = "expert";

    private static final String SEATS = "seats";

    private static final String CLASS = "class";

    private static final String ENGAGEMENTS = "and obj.className = :class";

    private static final String ORDER = "order by doc.fullName";

    private static final String STATE = "state";

    private static final String ACCEPTED_ON = "acceptedOn";

    /** Who was there has a seat; the others in the order in which they accepted. */
    private static final Comparator<Row> BY_SEAT =
        Comparator.comparing((Row row) -> !EngagementState.ATTENDED.getId().equals(row.text(STATE)))
            .thenComparing(row -> row.text(ACCEPTED_ON)).thenComparing(row -> row.page().getName());

    private static final List<EngagementState> SEATED =
        List.of(EngagementState.ACCEPTED, EngagementState.ATTENDED);

    private static final List<EngagementState> CONFIRMED =
        List.of(EngagementState.ACCEPTED, EngagementState.ATTENDED, EngagementState.INTERVIEWED);

    private static final int PANEL = 2000;

    private static final Set<String> BELOW = Set.of(EXPERT, STATE, ACCEPTED_ON,
        Asked.day(AgreementKind.CONFLICT), Asked.version(AgreementKind.NDA), Asked.version(AgreementKind.LICENCE));

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private AgreementStore agreements;

    @Inject
    private Access access;

    /**
     * @param dialogue the page of a dialogue
     * @param confirmed whether only those are wanted who take or took part and have signed what is asked, of whom
     *     everybody knows who may view the dialogue; the pages of engagements are for few
     * @param request which page of the list
     * @return the engagements that the current user may see
     * @throws CrowdsourcingException if it fails
     */
    public Page<Engagement> list(DocumentReference dialogue, boolean confirmed, PageRequest request)
        throws CrowdsourcingException
    {
        WikiReference wiki = dialogue.getWikiReference();
        List<String> waiting = waiting(dialogue);
        Asked asked = this.agreements.asked(dialogue);
        Statement statement = confirmed ? confirmed(dialogue, waiting, asked) : statement(dialogue);
        boolean shown = confirmed && this.access.canView(dialogue);
        Page<Found> found = this.reader.page(wiki, statement.add(ORDER), request,
            page -> shown || this.access.canView(page));
        Collection<Row> rows =
            this.reader.load(wiki, found.rows(), Schema.ENGAGEMENT).first(Schema.ENGAGEMENT).values();
        Map<DocumentReference, String> names =
            this.reader.titles(rows.stream().map(row -> row.reference(EXPERT)).toList());
        List<Engagement> engagements = rows.stream()
            .map(row -> toEngagement(row, names, 1 + waiting.indexOf(this.reader.serialize(row.page())), asked))
            .toList();
        return new Page<>(engagements, found.next(), found.total());
    }

    /**
     * @param row a stored engagement
     * @return the engagement
     * @throws CrowdsourcingException if it fails
     */
    public Engagement load(Row row) throws CrowdsourcingException
    {
        List<String> waiting = waiting(AgreementStore.dialogue(row.page()));
        return toEngagement(row, this.reader.titles(row.reference(EXPERT) == null ? List.of()
            : List.of(row.reference(EXPERT))), 1 + waiting.indexOf(this.reader.serialize(row.page())),
            this.agreements.asked(row.page()));
    }

    private Statement confirmed(DocumentReference dialogue, List<String> waiting, Asked asked)
    {
        return asked.restrict(without(inState(dialogue, CONFIRMED), waiting));
    }

    /**
     * @param dialogue the page of a dialogue
     * @return the stored engagements of its confirmed panel: of those who accepted or took part, have a seat, and have
     *     signed what is asked
     * @throws CrowdsourcingException if it fails
     */
    public List<Row> confirmed(DocumentReference dialogue) throws CrowdsourcingException
    {
        WikiReference wiki = dialogue.getWikiReference();
        List<Found> found = this.reader.find(wiki,
            confirmed(dialogue, waiting(dialogue), this.agreements.asked(dialogue)).add(ORDER).limit(PANEL));
        return List.copyOf(this.reader.load(wiki, found, Schema.ENGAGEMENT).first(Schema.ENGAGEMENT).values());
    }

    /**
     * @param ancestor the page of a challenge or a dialogue
     * @return the stored engagements in its dialogues: expert, state, and what was signed
     * @throws CrowdsourcingException if it fails
     */
    public List<Row> below(DocumentReference ancestor) throws CrowdsourcingException
    {
        WikiReference wiki = ancestor.getWikiReference();
        List<Found> found = this.reader.find(wiki, this.reader
            .below(this.reader.objects().add(ENGAGEMENTS), ancestor.getLastSpaceReference())
            .bind(CLASS, Schema.ENGAGEMENT.getClassName()).add(ORDER).limit(PANEL));
        return List.copyOf(this.reader.load(wiki, found, BELOW, Schema.ENGAGEMENT).first(Schema.ENGAGEMENT).values());
    }

    private Statement without(Statement statement, List<String> waiting)
    {
        return waiting.isEmpty() ? statement : statement.add("and doc.fullName not in (:waiting)").bind("waiting",
            waiting);
    }

    private Statement statement(DocumentReference dialogue)
    {
        return this.reader.objects().add("and obj.className = :class and doc.space = :panel")
            .bind(CLASS, Schema.ENGAGEMENT.getClassName())
            .bind("panel", this.reader.serialize(panel(dialogue)));
    }

    private Statement inState(DocumentReference dialogue, List<EngagementState> states)
    {
        return seats(statement(dialogue), states);
    }

    private Statement seats(Statement statement, List<EngagementState> states)
    {
        return statement.add("and exists (select s.id.id from StringProperty s where s.id.id = obj.id"
            + " and s.id.name = 'state' and s.value in (:states))")
            .bind("states", states.stream().map(EngagementState::getId).toList());
    }

    /**
     * @param initiative the page of an initiative
     * @return who has a seat in each of its dialogues
     * @throws CrowdsourcingException if it fails
     */
    public Map<DocumentReference, Set<DocumentReference>> panels(DocumentReference initiative)
        throws CrowdsourcingException
    {
        WikiReference wiki = initiative.getWikiReference();
        List<Found> found = this.reader.find(wiki, seats(this.reader
            .below(this.reader.objects().add(ENGAGEMENTS), initiative.getLastSpaceReference())
            .bind(CLASS, Schema.ENGAGEMENT.getClassName()), SEATED).add(ORDER).limit(PANEL));
        Map<DocumentReference, List<Row>> taken = new HashMap<>();
        this.reader.load(wiki, found, Set.of(EXPERT, STATE, ACCEPTED_ON), Schema.ENGAGEMENT).first(Schema.ENGAGEMENT)
            .forEach((page, row) -> {
                EntityReference dialogue = page.getLastSpaceReference().getParent();
                if (row.reference(EXPERT) != null && dialogue.getType() == EntityType.SPACE) {
                    taken.computeIfAbsent(PageReader.home(new SpaceReference(dialogue)), key -> new ArrayList<>())
                        .add(row);
                }
            });
        Map<DocumentReference, Row> dialogues = this.reader.readOnly(wiki,
            taken.keySet().stream().map(this.reader::serialize).toList(), Set.of(SEATS), Schema.DIALOGUE)
            .first(Schema.DIALOGUE);
        Map<DocumentReference, Set<DocumentReference>> result = new HashMap<>();
        taken.forEach((dialogue, rows) -> result.put(dialogue,
            seated(rows, seats(Optional.ofNullable(dialogues.get(dialogue)))).stream()
                .map(row -> row.reference(EXPERT)).collect(Collectors.toCollection(TreeSet::new))));
        return result;
    }

    private static int seats(Optional<Row> dialogue)
    {
        return seats(dialogue.orElse(null));
    }

    /**
     * @param dialogue a stored dialogue, maybe {@code null}
     * @return how many seats it has, as many as you like if it says nothing
     */
    public static int seats(Row dialogue)
    {
        int seats = dialogue == null ? 0 : dialogue.number(SEATS);
        return seats > 0 ? seats : Integer.MAX_VALUE;
    }

    /**
     * @param engagements stored engagements in one dialogue
     * @return those who accepted or were there, in the order in which they get seats
     */
    public static List<Row> inOrder(Collection<Row> engagements)
    {
        return engagements.stream().filter(row -> SEATED.contains(row.option(STATE, EngagementState.PROPOSED)))
            .sorted(BY_SEAT).toList();
    }

    private static List<Row> seated(Collection<Row> taken, int seats)
    {
        return taken.stream().sorted(BY_SEAT).limit(seats).toList();
    }

    private SpaceReference panel(DocumentReference dialogue)
    {
        return new SpaceReference("Panel", dialogue.getLastSpaceReference());
    }

    private Engagement toEngagement(Row row, Map<DocumentReference, String> names, int waiting, Asked asked)
    {
        DocumentReference expert = row.reference(EXPERT);
        boolean known = expert != null && this.access.canView(expert);
        return new Engagement(row.page(), expert, known ? names.getOrDefault(expert, "") : "",
            row.options(EngagementRoute.class, "route"), row.text("referredBy"),
            row.option(STATE, EngagementState.PROPOSED), this.access.canEdit(row.page()) ? row.text("conflict") : "",
            acceptance(row, "ndaVersion", "ndaOn"), acceptance(row, "licenceVersion", "licenceOn"),
            waiting, asked.missing(row));
    }

    private Engagement.Acceptance acceptance(Row row, String version, String on)
    {
        return row.text(version).isBlank() ? null : new Engagement.Acceptance(row.text(version), row.date(on));
    }

    /**
     * @param dialogue the page of a dialogue
     * @param expert the page of a profile
     * @return the page of the engagement of that expert
     */
    public DocumentReference page(DocumentReference dialogue, DocumentReference expert)
    {
        return page(dialogue, PageNames.ofHash('e', this.reader.serialize(expert)));
    }

    /**
     * @param dialogue the page of a dialogue
     * @param name the name of the page of an engagement in it
     * @return the page of that engagement
     */
    public DocumentReference page(DocumentReference dialogue, String name)
    {
        return new DocumentReference(name, panel(dialogue));
    }

    /**
     * @param dialogue the page of a dialogue
     * @param expert the page of a profile
     * @return the engagement of that expert, whatever its name
     * @throws CrowdsourcingException if it fails
     */
    public Optional<DocumentReference> find(DocumentReference dialogue, DocumentReference expert)
        throws CrowdsourcingException
    {
        WikiReference wiki = dialogue.getWikiReference();
        return this.reader.find(wiki, statement(dialogue).add("and exists (select s.id.id from StringProperty s"
            + " where s.id.id = obj.id and s.id.name = 'expert' and s.value = :expert)")
            .bind(EXPERT, this.reader.serialize(expert)).add(ORDER).limit(1)).stream()
            .map(found -> this.reader.resolve(found.page(), wiki)).findFirst();
    }

    /**
     * Who accepted is in one order that does not depend on who looks when, and as many as there are seats come first:
     * so seats cannot be overfilled, whoever accepts at once, and who leaves makes room for the next.
     *
     * @param dialogue the page of a dialogue
     * @return the pages of the engagements that have a seat
     * @throws CrowdsourcingException if it fails
     */
    public List<String> seated(DocumentReference dialogue) throws CrowdsourcingException
    {
        return taken(dialogue).stream().limit(seats(this.pages.find(dialogue, Schema.DIALOGUE))).toList();
    }

    /**
     * @param dialogue the page of a dialogue
     * @return the pages of the engagements of those who accepted when all seats were taken, who comes next first
     * @throws CrowdsourcingException if it fails
     */
    public List<String> waiting(DocumentReference dialogue) throws CrowdsourcingException
    {
        int seats = seats(this.pages.find(dialogue, Schema.DIALOGUE));
        return seats == Integer.MAX_VALUE ? List.of() : taken(dialogue).stream().skip(seats).toList();
    }

    /**
     * @param dialogue the page of a dialogue
     * @param engagement the page of an engagement in it
     * @return {@code true} if its expert accepted, but has no seat yet
     * @throws CrowdsourcingException if it fails
     */
    public boolean isWaiting(DocumentReference dialogue, DocumentReference engagement) throws CrowdsourcingException
    {
        return waiting(dialogue).contains(this.reader.serialize(engagement));
    }

    /**
     * @param engagements stored engagements of one wiki
     * @return the profiles of their experts, with the users, read at once
     * @throws CrowdsourcingException if it fails
     */
    public Map<DocumentReference, Row> experts(Collection<Row> engagements) throws CrowdsourcingException
    {
        List<String> experts = engagements.stream().map(row -> row.reference(EXPERT)).filter(Objects::nonNull)
            .map(this.reader::serialize).distinct().toList();
        return experts.isEmpty() ? Map.of()
            : this.reader.readOnly(engagements.iterator().next().page().getWikiReference(), experts, Set.of("user"),
                Schema.EXPERT).first(Schema.EXPERT);
    }

    /**
     * @param engagement a stored engagement
     * @return {@code true} if its expert has not signed what the initiative asks
     * @throws CrowdsourcingException if it fails
     */
    public boolean isUnsigned(Row engagement) throws CrowdsourcingException
    {
        return !this.agreements.asked(engagement.page()).missing(engagement).isEmpty();
    }

    private List<String> taken(DocumentReference dialogue) throws CrowdsourcingException
    {
        WikiReference wiki = dialogue.getWikiReference();
        List<Found> found = this.reader.find(wiki, inState(dialogue, SEATED).add(ORDER).limit(PANEL));
        return this.reader.load(wiki, found, Set.of(STATE, ACCEPTED_ON), Schema.ENGAGEMENT).first(Schema.ENGAGEMENT)
            .values().stream().sorted(BY_SEAT).map(row -> this.reader.serialize(row.page())).toList();
    }
}
