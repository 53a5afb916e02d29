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
package org.xwiki.contrib.crowdsourcing.internal.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.selection.Provenance;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Reads what says where something comes from, and what cites it, each in one statement. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ProvenanceStore.class)
@Singleton
public class ProvenanceStore
{
    /** How many citations are looked at. */
    static final int MANY = Provenance.MOST;

    private static final int DIALOGUES = 50;

    private static final String CLASS = "class";

    private static final String ORDER = "order by doc.fullName";

    private static final String ESCAPED = " escape '!'";

    private static final String TITLE = "title";

    private static final String NAMES = "names";

    private static final String SELECT = "select item, obj.id, obj.name, obj.number, obj.className"
        + " from DBStringListProperty p join p.list item, BaseObject obj where p.id.name = 'sources'"
        + " and obj.id = p.id.id and obj.className in (:classes)";

    private static final String LISTED = "and obj.className = :class and exists (select c.id.id from IntegerProperty c"
        + " where c.id.id = obj.id and c.id.name = 'consent' and c.value = 1)";

    @Inject
    private RowReader reader;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    /**
     * That something is cited.
     *
     * @param source the page that is cited
     * @param object what cites it: a recommendation, or a step
     */
    record Citation(DocumentReference source, Found object)
    {
    }

    /**
     * A profile that may be that of who said something.
     *
     * @param page the profile
     * @param name the name of the expert
     */
    record Profile(DocumentReference page, String name)
    {
    }

    /**
     * @param users users
     * @return the profiles of those experts who agreed to be listed, by user
     * @throws CrowdsourcingException if it fails
     */
    Map<DocumentReference, Profile> profilesOf(Collection<DocumentReference> users) throws CrowdsourcingException
    {
        Map<DocumentReference, Profile> result = new HashMap<>();
        if (!users.isEmpty()) {
            WikiReference wiki = users.iterator().next().getWikiReference();
            Statement statement = new Statement("select u.value, doc.fullName, doc.title from XWikiDocument doc,"
                + " BaseObject obj, LargeStringProperty u where obj.name = doc.fullName and doc.translation = 0"
                + " and u.id.id = obj.id and u.id.name = 'user' and u.value in (:names)").add(LISTED)
                .add(ORDER).bind(CLASS, Schema.EXPERT.getClassName())
                .bind(NAMES, users.stream().map(user -> this.serializer.serialize(user, wiki)).distinct().toList())
                .limit(MANY);
            for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
                result.putIfAbsent(this.reader.resolve((String) row[0], wiki), profile(row, wiki));
            }
        }
        return result;
    }

    private Profile profile(Object[] row, WikiReference wiki)
    {
        DocumentReference page = this.reader.resolve((String) row[1], wiki);
        String title = (String) row[2];
        return new Profile(page, title == null || title.isBlank() ? page.getLastSpaceReference().getName() : title);
    }

    /**
     * @param wiki a wiki
     * @param names names of speakers
     * @return the profiles of the experts of these names who agreed to be listed
     * @throws CrowdsourcingException if it fails
     */
    List<Profile> profilesOf(WikiReference wiki, Collection<String> names) throws CrowdsourcingException
    {
        if (names.isEmpty()) {
            return List.of();
        }
        return this.reader.find(wiki, this.reader.objects().add(LISTED).add("and doc.title in (:names)")
            .bind(CLASS, Schema.EXPERT.getClassName()).bind(NAMES, List.copyOf(names)).limit(MANY)).stream()
            .map(found -> new Profile(this.reader.resolve(found.page(), wiki), found.title())).toList();
    }

    /**
     * @param profiles profiles of experts of one wiki
     * @return in which dialogues they are engaged, as {@code profile} and {@code dialogue}
     * @throws CrowdsourcingException if it fails
     */
    Set<List<DocumentReference>> engagements(Collection<DocumentReference> profiles) throws CrowdsourcingException
    {
        Set<List<DocumentReference>> result = new HashSet<>();
        if (!profiles.isEmpty()) {
            WikiReference wiki = profiles.iterator().next().getWikiReference();
            Statement statement = new Statement("select p.value, obj.name from BaseObject obj, StringProperty p"
                + " where obj.className = :class and p.id.id = obj.id and p.id.name = 'expert'"
                + " and p.value in (:names)").bind(CLASS, Schema.ENGAGEMENT.getClassName())
                .bind(NAMES, profiles.stream().map(this.reader::serialize).distinct().toList()).limit(MANY);
            for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
                DocumentReference engagement = this.reader.resolve((String) row[1], wiki);
                if (engagement.getLastSpaceReference().getParent() instanceof SpaceReference space) {
                    result.add(List.of(this.reader.resolve((String) row[0], wiki),
                        new DocumentReference("WebHome", space)));
                }
            }
        }
        return result;
    }

    /**
     * @param challenges the pages of challenges of one wiki
     * @return the briefs in their spaces and below, by page, with their versions
     * @throws CrowdsourcingException if it fails
     */
    Collection<Row> briefsOf(Collection<DocumentReference> challenges) throws CrowdsourcingException
    {
        if (challenges.isEmpty()) {
            return List.of();
        }
        WikiReference wiki = challenges.iterator().next().getWikiReference();
        Statement statement = this.reader.objects().add("and obj.className = :class and (")
            .bind(CLASS, Schema.BRIEF.getClassName());
        int i = 0;
        for (DocumentReference challenge : challenges) {
            String name = "below" + i;
            statement.add(i == 0 ? "" : "or").add("doc.space like :" + name + ESCAPED).bind(name,
                Statement.startsWith(this.reader.serialize(challenge.getLastSpaceReference()) + '.'));
            i++;
        }
        List<Found> found = this.reader.find(wiki, statement.add(") order by doc.fullName").limit(MANY));
        return this.reader.load(wiki, found, Set.of(Schema.VERSION), Schema.BRIEF).first(Schema.BRIEF).values();
    }

    /**
     * @param challenge the page of a challenge
     * @return the dialogues in its space and below, at most 50
     * @throws CrowdsourcingException if it fails
     */
    List<DocumentReference> dialoguesOf(DocumentReference challenge) throws CrowdsourcingException
    {
        WikiReference wiki = challenge.getWikiReference();
        return this.reader.find(wiki, this.reader.below(this.reader.objects().add("and obj.className = :class")
            .bind(CLASS, Schema.DIALOGUE.getClassName()), challenge.getLastSpaceReference())
            .add(ORDER).limit(DIALOGUES)).stream().map(found -> resolve(found.page(), wiki)).toList();
    }

    /**
     * @param page the local reference of a page
     * @param wiki its wiki
     * @return the page
     */
    DocumentReference resolve(String page, WikiReference wiki)
    {
        return this.reader.resolve(page, wiki);
    }

    /**
     * @param pages pages of one wiki
     * @return those that exist, with their titles
     * @throws CrowdsourcingException if it fails
     */
    Map<DocumentReference, String> existing(Collection<DocumentReference> pages) throws CrowdsourcingException
    {
        return pages.isEmpty() ? Map.of() : this.reader.titles(pages);
    }

    /**
     * @param pages pages of one wiki, at least one
     * @return what cites one of them
     * @throws CrowdsourcingException if it fails
     */
    List<Citation> citing(Collection<DocumentReference> pages) throws CrowdsourcingException
    {
        return citing(List.of(), pages);
    }

    /**
     * @param threads the pages of dialogues and briefs of one wiki
     * @param pages other pages
     * @return what cites one of these pages, or something that was said in one of the threads
     * @throws CrowdsourcingException if it fails
     */
    List<Citation> citing(Collection<DocumentReference> threads, Collection<DocumentReference> pages)
        throws CrowdsourcingException
    {
        Statement statement = new Statement(SELECT).add("and (item in (:pages)")
            .bind("pages", pages.stream().map(this.reader::serialize).toList());
        int i = 0;
        for (DocumentReference thread : threads) {
            String name = "thread" + i++;
            statement.add("or item like :" + name + ESCAPED).bind(name, Statement.startsWith(
                this.reader.serialize(thread.getLastSpaceReference()) + '.' + ContributionKeys.FROM));
        }
        return list(pages.iterator().next().getWikiReference(), statement.add(")"));
    }

    /**
     * @param user the user of an expert, maybe {@code null}
     * @param name the name of the expert
     * @param wiki the wiki
     * @return what cites something that the user wrote, or that was captured for somebody of that name
     * @throws CrowdsourcingException if it fails
     */
    List<Citation> citingWords(DocumentReference user, String name, WikiReference wiki) throws CrowdsourcingException
    {
        Statement statement = new Statement(SELECT).add("and item in (select c.name from BaseObject c,"
            + " StringProperty said where c.className = :contribution and said.id.id = c.id"
            + " and (said.id.name = 'speaker' and said.value = :name"
            + (user == null ? "" : " or said.id.name = 'author' and said.value = :user") + "))")
            .bind("contribution", Schema.CONTRIBUTION.getClassName()).bind("name", name);
        if (user != null) {
            statement.bind("user", this.serializer.serialize(user, wiki));
        }
        return list(wiki, statement);
    }

    private List<Citation> list(WikiReference wiki, Statement statement) throws CrowdsourcingException
    {
        List<Citation> result = new ArrayList<>();
        statement.add("order by obj.name, obj.className, obj.number, item").bind("classes",
            List.of(Schema.RECOMMENDATION.getClassName(), Schema.STEP.getClassName())).limit(MANY);
        for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
            DocumentReference page = this.reader.resolve((String) row[2], wiki);
            if (!Schema.isCode(page)) {
                result.add(new Citation(this.reader.resolve((String) row[0], wiki),
                    new Found(((Number) row[1]).longValue(), (String) row[2],
                        row[3] == null ? 0 : ((Number) row[3]).intValue(), (String) row[4], "")));
            }
        }
        return result;
    }

    /**
     * @param wiki a wiki
     * @param citations citations
     * @return the recommendations, by page, with their state
     * @throws CrowdsourcingException if it fails
     */
    Map<DocumentReference, Row> recommendations(WikiReference wiki, List<Citation> citations)
        throws CrowdsourcingException
    {
        return this.reader.readOnly(wiki, citations.stream().map(citation -> citation.object().page()).toList(),
            Set.of("state"), Schema.RECOMMENDATION).first(Schema.RECOMMENDATION);
    }

    /**
     * @param wiki a wiki
     * @param citations citations
     * @return the titles of the steps that cite, by page and number
     * @throws CrowdsourcingException if it fails
     */
    Map<DocumentReference, Map<Integer, String>> steps(WikiReference wiki, List<Citation> citations)
        throws CrowdsourcingException
    {
        List<Found> found = citations.stream().map(Citation::object)
            .filter(object -> Schema.STEP.getClassName().equals(object.className())).distinct().toList();
        Map<DocumentReference, Map<Integer, String>> result = new LinkedHashMap<>();
        this.reader.load(wiki, found, Set.of(TITLE), Schema.STEP).byPage().forEach((page, objects) -> objects
            .getOrDefault(Schema.STEP, List.of()).forEach(step -> result
                .computeIfAbsent(page, key -> new HashMap<>()).put(step.number(), step.text(TITLE))));
        return result;
    }
}
