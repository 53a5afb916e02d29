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

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Reads engagements as a whole: those of a dialogue, of an initiative, of an expert, each in as many statements however
 * many there are. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PipelineStore.class)
@Singleton
public class PipelineStore
{
    /** More engagements of an initiative are not looked at; they come in the order of their pages. */
    static final int MOST = 5000;

    private static final String CLASS = "class";

    private static final String EXPERT = "expert";

    private static final String ORDER = "order by doc.fullName";

    private static final String SEATS = "seats";

    private static final String START = "start";

    private static final String AREA = "area";

    private static final String COUNTRY = "country";

    private static final String REGION = "region";

    private static final Set<String> READ = Set.of(EXPERT, "route", "referredBy", Standing.STATE, Standing.STATE_ON,
        Standing.STATE_BY, Standing.SCREENED_ON, Standing.SCREENED_BY, Standing.ACCEPTED_ON, Standing.MOVE,
        Standing.MOVE_STATE, Standing.MOVE_ACCEPTED_ON, Asked.day(AgreementKind.CONFLICT),
        Asked.version(AgreementKind.NDA), Asked.version(AgreementKind.LICENCE));

    /** Of several engagements of an expert in a dialogue the one that is farthest on counts. */
    private static final List<EngagementState> FARTHEST = List.of(EngagementState.ATTENDED, EngagementState.ACCEPTED,
        EngagementState.INTERVIEWED, EngagementState.INVITED, EngagementState.SCREENED, EngagementState.PROPOSED,
        EngagementState.DECLINED);

    @Inject
    private RowReader reader;

    /**
     * All that was found.
     *
     * @param standings where each expert stands in each dialogue
     * @param dialogues the stored dialogues by their pages, in their order
     * @param seated how many seats of each dialogue are taken
     * @param more {@code true} if there are still more
     */
    record All(List<Standing> standings, Map<DocumentReference, Row> dialogues, Map<DocumentReference, Integer> seated,
        boolean more)
    {
    }

    /**
     * @param page the page of an initiative or a dialogue
     * @return the engagements in its dialogues
     * @throws CrowdsourcingException if they cannot be read
     */
    All read(DocumentReference page) throws CrowdsourcingException
    {
        WikiReference wiki = page.getWikiReference();
        List<Found> found = this.reader.find(wiki, this.reader.below(engagements(), page.getLastSpaceReference())
            .add(ORDER).limit(MOST + 1));
        return standings(wiki, found.subList(0, Math.min(MOST, found.size())), found.size() > MOST);
    }

    private Statement engagements()
    {
        return this.reader.objects().add("and obj.className = :class").bind(CLASS, Schema.ENGAGEMENT.getClassName());
    }

    private All standings(WikiReference wiki, List<Found> found, boolean more) throws CrowdsourcingException
    {
        Map<DocumentReference, List<Row>> byDialogue = new LinkedHashMap<>();
        this.reader.load(wiki, found, READ, Schema.ENGAGEMENT).first(Schema.ENGAGEMENT).values().forEach(
            row -> dialogue(row).ifPresent(
                dialogue -> byDialogue.computeIfAbsent(dialogue, key -> new ArrayList<>()).add(row)));
        Map<DocumentReference, Row> dialogues = dialogues(wiki, byDialogue.keySet());
        // Without a dialogue there is nothing to take part in.
        byDialogue.keySet().retainAll(dialogues.keySet());
        List<Standing> standings = new ArrayList<>();
        Map<DocumentReference, Integer> seated = new LinkedHashMap<>();
        byDialogue.forEach((dialogue, rows) -> {
            int seats = EngagementStore.seats(dialogues.get(dialogue));
            List<Row> taken = EngagementStore.inOrder(rows);
            seated.put(dialogue, Math.min(seats, taken.size()));
            Map<DocumentReference, Integer> places = new HashMap<>();
            taken.stream().skip(seats).forEach(row -> places.put(row.page(), places.size() + 1));
            Map<DocumentReference, Standing> one = new LinkedHashMap<>();
            rows.forEach(row -> {
                Standing standing = Standing.of(row, dialogue, places.getOrDefault(row.page(), 0));
                one.merge(standing.expert() == null ? row.page() : standing.expert(), standing, PipelineStore::merge);
            });
            standings.addAll(one.values());
        });
        return new All(standings, dialogues, seated, more);
    }

    private static Standing merge(Standing one, Standing other)
    {
        boolean first = Comparator.<EngagementState>comparingInt(FARTHEST::indexOf)
            .compare(one.state(), other.state()) <= 0;
        return first ? one.with(other) : other.with(one);
    }

    private static Optional<DocumentReference> dialogue(Row engagement)
    {
        EntityReference parent = engagement.page().getLastSpaceReference().getParent();
        return parent.getType() == EntityType.SPACE ? Optional.of(PageReader.home(new SpaceReference(parent)))
            : Optional.empty();
    }

    private Map<DocumentReference, Row> dialogues(WikiReference wiki, Collection<DocumentReference> pages)
        throws CrowdsourcingException
    {
        return this.reader.readOnly(wiki, pages.stream().map(this.reader::serialize).toList(), Set.of(SEATS, START),
            Schema.DIALOGUE).first(Schema.DIALOGUE);
    }

    /**
     * @param profile the page of a profile
     * @return where its expert stands in each dialogue, without a place on a waiting list
     * @throws CrowdsourcingException if it cannot be read
     */
    All of(DocumentReference profile) throws CrowdsourcingException
    {
        WikiReference wiki = profile.getWikiReference();
        return standings(wiki, this.reader.find(wiki, engagements().add("and exists (select s.id.id from"
            + " StringProperty s where s.id.id = obj.id and s.id.name = 'expert' and s.value = :expert)").add(ORDER)
            .bind(EXPERT, this.reader.serialize(profile)).limit(MOST)), false);
    }

    /**
     * @param dialogues pages of dialogues
     * @return the places of those who wait for a seat in them, by the pages of the engagements
     * @throws CrowdsourcingException if they cannot be read
     */
    Map<DocumentReference, Integer> waiting(Collection<DocumentReference> dialogues) throws CrowdsourcingException
    {
        Map<DocumentReference, Integer> result = new LinkedHashMap<>();
        if (!dialogues.isEmpty()) {
            WikiReference wiki = dialogues.iterator().next().getWikiReference();
            List<String> panels = dialogues.stream().map(dialogue -> this.reader.serialize(
                new SpaceReference("Panel", dialogue.getLastSpaceReference()))).toList();
            List<Found> found = this.reader.find(wiki, engagements().add("and doc.space in (:panels)")
                .bind("panels", panels).add(ORDER).limit(MOST));
            standings(wiki, found, false).standings().stream().filter(standing -> standing.waiting() > 0)
                .forEach(standing -> result.put(standing.engagement(), standing.waiting()));
        }
        return result;
    }

    /**
     * @param standings where experts stand
     * @param query what their profiles have to say
     * @return the pages of the profiles that say it
     * @throws CrowdsourcingException if it cannot be read
     */
    Set<DocumentReference> matching(Collection<Standing> standings, PipelineQuery query) throws CrowdsourcingException
    {
        Set<DocumentReference> experts = new LinkedHashSet<>(standings.stream().map(Standing::expert)
            .filter(Objects::nonNull).toList());
        Set<DocumentReference> result = new HashSet<>();
        if (!experts.isEmpty()) {
            WikiReference wiki = experts.iterator().next().getWikiReference();
            Statement statement = this.reader.objects().add("and obj.className = :class and obj.name in (:experts)")
                .bind(CLASS, Schema.EXPERT.getClassName())
                .bind("experts", experts.stream().map(this.reader::serialize).toList());
            narrow(statement, query);
            this.reader.find(wiki, statement.add(ORDER).limit(MOST))
                .forEach(found -> result.add(this.reader.resolve(found.page(), wiki)));
        }
        return result;
    }

    private void narrow(Statement statement, PipelineQuery query)
    {
        if (query.text() != null && !query.text().isBlank()) {
            statement.add("and lower(doc.title) like :text escape '!'")
                .bind("text", Statement.contains(query.text().strip().toLowerCase(Locale.ROOT)));
        }
        says(statement, COUNTRY, query.country());
        says(statement, REGION, query.region() == null ? null : query.region().getId());
        if (query.area() != null) {
            statement.add("and exists (select a.id.id from BaseObject e, StringProperty a where e.name = doc.fullName"
                + " and e.className = :expertise and a.id.id = e.id and a.id.name = 'area'"
                + " and (a.value = :area or a.value like :topics escape '!'))")
                .bind("expertise", Schema.EXPERTISE.getClassName())
                .bind(AREA, this.reader.serialize(query.area())).bind("topics",
                    Statement.startsWith(this.reader.serialize(query.area().getLastSpaceReference()) + '.'));
        }
    }

    private static void says(Statement statement, String property, String value)
    {
        if (value != null && !value.isBlank()) {
            statement.add("and exists (select " + property + ".id.id from StringProperty " + property + " where "
                + property + ".id.id = obj.id and " + property + ".id.name = '" + property + "' and " + property
                + ".value = :" + property + ")").bind(property, value);
        }
    }
}
