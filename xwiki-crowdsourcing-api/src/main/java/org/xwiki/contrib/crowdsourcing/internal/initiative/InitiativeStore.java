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
package org.xwiki.contrib.crowdsourcing.internal.initiative;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.initiative.Commitment;
import org.xwiki.contrib.crowdsourcing.initiative.CommitmentChange;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativePhase;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeProgress;
import org.xwiki.contrib.crowdsourcing.initiative.InputScope;
import org.xwiki.contrib.crowdsourcing.initiative.Instrument;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.contrib.crowdsourcing.initiative.Phase;
import org.xwiki.contrib.crowdsourcing.initiative.StaffRole;
import org.xwiki.contrib.crowdsourcing.initiative.Terms;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where initiatives are stored.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = InitiativeStore.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class InitiativeStore
{
    private static final String STATE = "state";

    private static final String PHASE = "phase";

    private static final String OWNER = "owner";

    private static final String COMMITMENT = "commitment";

    private static final String SCOPE = "scope";

    private static final String INSTRUMENT = "instrument";

    private static final String INPUT_USE = "inputUse";

    private static final String RESPONSE_DAYS = "responseDays";

    private static final int THINGS = 5000;

    private static final int SPACES = 500;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    /**
     * @param request which page of the list
     * @param visible which pages the current user may see
     * @return the initiatives of the current wiki
     * @throws CrowdsourcingException if it fails
     */
    public Page<Initiative> list(PageRequest request, Predicate<DocumentReference> visible)
        throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        Page<Found> found = this.reader.page(wiki, this.reader.objects()
            .add("and obj.className = :class order by lower(doc.title), doc.fullName")
            .bind("class", Schema.INITIATIVE.getClassName()), request, visible);
        Rows rows = this.reader.read(wiki, found.rows().stream().map(Found::page).toList(), Schema.INITIATIVE,
            Schema.PHASE);
        List<Initiative> result = new ArrayList<>();
        rows.first(Schema.INITIATIVE)
            .forEach((page, row) -> result.add(toInitiative(row, rows.of(page, Schema.PHASE), List.of())));
        return new Page<>(result, found.next(), found.total());
    }

    /**
     * @param row a stored initiative
     * @return the initiative
     * @throws CrowdsourcingException if it fails
     */
    public Initiative load(Row row) throws CrowdsourcingException
    {
        return toInitiative(row, this.pages.all(row.page(), Schema.PHASE),
            this.pages.all(row.page(), Schema.COMMITMENT_CHANGE));
    }

    private Initiative toInitiative(Row row, List<Row> phases, List<Row> changes)
    {
        Map<StaffRole, DocumentReference> groups = new EnumMap<>(StaffRole.class);
        for (StaffRole role : StaffRole.values()) {
            DocumentReference group = row.reference(role.getId() + "Group");
            if (group != null) {
                groups.put(role, group);
            }
        }
        return new Initiative(row.page(), row.title(), row.text("summary"), row.lines("partners"),
            row.list("languages"), row.option(InitiativePhase.class, PHASE), toPhases(phases),
            toTerms(row, changes),
            row.reference(OWNER), groups);
    }

    private List<Phase> toPhases(List<Row> rows)
    {
        return rows.stream()
            .map(row -> new Phase(row.option(InitiativePhase.class, PHASE), row.date("start"), row.date("end"),
                row.reference(OWNER), row.text("exitCriterion")))
            .filter(phase -> phase.phase() != null).sorted(Comparator.comparing(Phase::phase)).toList();
    }

    private Terms toTerms(Row row, List<Row> changes)
    {
        return new Terms(row.option(Commitment.class, COMMITMENT), row.option(InputScope.class, SCOPE),
            row.option(Instrument.class, INSTRUMENT), row.text(INPUT_USE),
            row.option("moderation", Moderation.OPEN), row.number(RESPONSE_DAYS), row.text("licence"),
            row.text("licenceVersion"), row.text("consent"), row.text("consentVersion"), row.date("launchedOn"),
            toChanges(changes));
    }

    private List<CommitmentChange> toChanges(List<Row> rows)
    {
        List<CommitmentChange> result = new ArrayList<>(rows.stream()
            .map(row -> new CommitmentChange(row.instant("changedOn"), row.reference("changedBy"), row.text("note"),
                row.option(Commitment.class, COMMITMENT), row.option(InputScope.class, SCOPE),
                row.option(Instrument.class, INSTRUMENT), row.text(INPUT_USE), row.number(RESPONSE_DAYS)))
            .toList());
        Collections.reverse(result);
        return result;
    }

    /**
     * @param initiative the page of an initiative
     * @return how far it has come; nothing is counted beyond a bound
     * @throws CrowdsourcingException if it fails
     */
    public InitiativeProgress getProgress(DocumentReference initiative) throws CrowdsourcingException
    {
        WikiReference wiki = initiative.getWikiReference();
        SpaceReference space = initiative.getLastSpaceReference();
        Schema[] schemas =
            {Schema.CHALLENGE, Schema.BRIEF, Schema.DIALOGUE, Schema.ROADMAP, Schema.RECOMMENDATION};
        List<Found> found = this.reader.find(wiki, this.reader
            .below(this.reader.objects().add("and obj.className in (:classes)"), space)
            .bind("classes", List.of(schemas).stream().map(Schema::getClassName).toList()).add(Schema.ORIGINALS)
            .limit(THINGS + 1));
        Rows rows = this.reader.load(wiki, found, Set.of(STATE), schemas);
        boolean more = found.size() > THINGS;
        return new InitiativeProgress(count(rows, Schema.CHALLENGE, null, more),
            count(rows, Schema.CHALLENGE, "selected", more), count(rows, Schema.BRIEF, null, more),
            count(rows, Schema.BRIEF, "frozen", more), count(rows, Schema.DIALOGUE, null, more),
            count(rows, Schema.DIALOGUE, "closed", more), countEngagements(wiki, space),
            countContributions(wiki, rows), count(rows, Schema.ROADMAP, null, more),
            count(rows, Schema.ROADMAP, "published", more), count(rows, Schema.RECOMMENDATION, null, more));
    }

    private Count count(Rows rows, Schema schema, String state, boolean more)
    {
        long count = rows.first(schema).values().stream()
            .filter(row -> state == null || state.equals(row.text(STATE))).count();
        return new Count((int) count, more);
    }

    private Count countEngagements(WikiReference wiki, SpaceReference space) throws CrowdsourcingException
    {
        return this.reader.count(wiki, this.reader.below(this.reader.objects()
            .add("and obj.className = :engagement").bind("engagement", Schema.ENGAGEMENT.getClassName()), space));
    }

    private Count countContributions(WikiReference wiki, Rows rows) throws CrowdsourcingException
    {
        List<String> spaces = rows.first(Schema.DIALOGUE).keySet().stream().limit(SPACES)
            .map(page -> this.reader.serialize(page.getLastSpaceReference())).toList();
        return spaces.isEmpty() ? Count.exactly(0) : this.reader.count(wiki, new Statement(
            "select doc.id from XWikiDocument doc where doc.space in (:spaces) and doc.name >= 'c' and doc.name < 'd'")
            .bind("spaces", spaces));
    }
}
