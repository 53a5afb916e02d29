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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where challenges are stored.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ChallengeStore.class)
@Singleton
public class ChallengeStore
{
    /** The property with what a challenge came from. */
    static final String ORIGINS = "origins";

    /** The property with what a challenge was split or merged into. */
    static final String SUCCESSORS = "successors";

    /** How many challenges, briefs and dialogues of an initiative are looked at. */
    private static final int MAXIMUM = 2000;

    private static final String STATE = "state";

    private static final String PRIORITY = "priority";

    private static final String REGIONS = "regions";

    private static final String REGION_SHARE = "regionShare";

    private static final String SECTORS = "sectors";

    private static final String LANGUAGES = "languages";

    private static final String GENDER_SHARE = "genderShare";

    private static final String NEWCOMER_SHARE = "newcomerShare";

    /** What is shown of a single challenge only. */
    private static final Set<String> WISHES =
        Set.of(REGIONS, REGION_SHARE, SECTORS, LANGUAGES, GENDER_SHARE, NEWCOMER_SHARE);

    private static final Comparator<Row> ORDER =
        Comparator.<Row>comparingInt(row -> row.number(PRIORITY) > 0 ? row.number(PRIORITY) : Integer.MAX_VALUE)
            .thenComparing(row -> row.title().toLowerCase()).thenComparing(row -> row.page().toString());

    private static final Set<String> LISTED = listed();

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    private static Set<String> listed()
    {
        Set<String> result = new HashSet<>(Schema.CHALLENGE.getProperties().keySet());
        result.removeAll(WISHES);
        return result;
    }

    /**
     * @param ancestor a page
     * @param visible which pages the current user may see
     * @return the challenges below that page as a tree in preorder
     * @throws CrowdsourcingException if it fails
     */
    public List<ChallengeRow> list(DocumentReference ancestor, Predicate<DocumentReference> visible)
        throws CrowdsourcingException
    {
        WikiReference wiki = ancestor.getWikiReference();
        Schema[] schemas = {Schema.CHALLENGE, Schema.BRIEF, Schema.DIALOGUE};
        List<Found> found = this.reader.find(wiki, this.reader
            .below(this.reader.objects().add("and obj.className in (:classes)"), ancestor.getLastSpaceReference())
            .bind("classes", List.of(schemas).stream().map(Schema::getClassName).toList())
            .add(Schema.ORIGINALS).add("order by doc.fullName, obj.number").limit(MAXIMUM));
        // All that a challenge has, and of briefs and dialogues the state alone.
        Rows rows = this.reader.load(wiki, found, LISTED, schemas);

        Map<DocumentReference, Row> challenges = new LinkedHashMap<>();
        rows.first(Schema.CHALLENGE).values().stream().sorted(ORDER)
            .filter(row -> !row.page().equals(ancestor) && visible.test(row.page()))
            .forEach(row -> challenges.put(row.page(), row));
        Work work = new Work(firstOf(rows, Schema.BRIEF, challenges, visible),
            firstOf(rows, Schema.DIALOGUE, challenges, visible));

        Map<DocumentReference, List<Row>> children = challenges.values().stream().collect(
            Collectors.groupingBy(row -> parent(row.page(), challenges, ancestor), LinkedHashMap::new,
                Collectors.toList()));
        List<ChallengeRow> result = new ArrayList<>();
        append(result, children, ancestor, 0, work);
        return result;
    }

    private void append(List<ChallengeRow> result, Map<DocumentReference, List<Row>> children,
        DocumentReference parent, int depth, Work work)
    {
        for (Row row : children.getOrDefault(parent, List.of())) {
            Row brief = work.briefs.get(row.page());
            Row dialogue = work.dialogues.get(row.page());
            result.add(new ChallengeRow(toChallenge(row, List.of(), Wishes.NONE), depth == 0 ? null : parent, depth,
                brief == null ? null : brief.page(), brief == null ? null : brief.option(STATE, BriefState.DRAFT),
                dialogue == null ? null : dialogue.page(),
                dialogue == null ? null : dialogue.option(STATE, DialogueState.PLANNED)));
            append(result, children, row.page(), depth + 1, work);
        }
    }

    private Map<DocumentReference, Row> firstOf(Rows rows, Schema schema, Map<DocumentReference, Row> challenges,
        Predicate<DocumentReference> visible)
    {
        Map<DocumentReference, Row> result = new LinkedHashMap<>();
        rows.first(schema).values().stream().filter(row -> visible.test(row.page()))
            .forEach(row -> result.putIfAbsent(parent(row.page(), challenges, row.page()), row));
        return result;
    }

    private DocumentReference parent(DocumentReference page, Map<DocumentReference, Row> challenges,
        DocumentReference otherwise)
    {
        EntityReference space = page.getLastSpaceReference().getParent();
        while (space != null && space.getType() == EntityType.SPACE) {
            DocumentReference candidate = PageReader.home(new SpaceReference(space));
            if (challenges.containsKey(candidate)) {
                return candidate;
            }
            space = space.getParent();
        }
        return otherwise;
    }

    /**
     * @param row a stored challenge
     * @return the challenge with its needs
     * @throws CrowdsourcingException if it fails
     */
    public Challenge load(Row row) throws CrowdsourcingException
    {
        List<Need> needs = new ArrayList<>();
        for (Row need : this.pages.all(row.page(), Schema.NEED)) {
            DocumentReference area = need.reference("area");
            needs.add(new Need(area, area == null ? "" : title(area),
                need.option(ExpertiseLevel.class, "kind"), need.number("weight")));
        }
        return toChallenge(row, needs, wishes(row));
    }

    private String title(DocumentReference area) throws CrowdsourcingException
    {
        return this.pages.find(area, Schema.AREA).map(Row::title).orElse("");
    }

    /**
     * @param row a stored challenge
     * @return who should be among those who answer it
     */
    public static Wishes wishes(Row row)
    {
        return new Wishes(row.options(Region.class, REGIONS), row.number(REGION_SHARE),
            row.options(Affiliation.class, SECTORS), row.list(LANGUAGES), row.number(GENDER_SHARE),
            row.number(NEWCOMER_SHARE));
    }

    private Challenge toChallenge(Row row, List<Need> needs, Wishes wishes)
    {
        return new Challenge(row.page(), row.title(), row.text("question"), row.number(PRIORITY),
            row.option(STATE, ChallengeState.PROPOSED), row.text("dropReason"), row.text("criteria"),
            row.number("score"), row.text("signedOffBy"), row.date("signedOffOn"), needs,
            wishes, row.text("stateReason"), row.references(ORIGINS), row.references(SUCCESSORS));
    }

    private record Work(Map<DocumentReference, Row> briefs, Map<DocumentReference, Row> dialogues)
    {
    }
}
