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
package org.xwiki.contrib.crowdsourcing.internal.brief;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefEdition;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.brief.Evidence;
import org.xwiki.contrib.crowdsourcing.brief.EvidenceStrength;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where briefs are stored.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = BriefStore.class)
@Singleton
public class BriefStore
{
    /** The property that says where a brief stands. */
    static final String STATE = "state";

    /** The property that says when a version was frozen. */
    static final String FROZEN_ON = "frozenOn";

    /** The property that says what a page with the text of a brief is. */
    static final String EDITION = "edition";

    /** The property that says in which language a text is. */
    static final String LANGUAGE = "language";

    /** The property that says which version a translation translates. */
    static final String TRANSLATES = "translates";

    private static final String CLASS = "class";

    private static final String ORDER = "order by doc.fullName";

    private static final int BRIEFS = 20;

    private static final int MAXIMUM = 100;

    /** How many versions and translations of a brief are read. */
    private static final int EDITIONS = 200;

    private static final Set<String> LISTED =
        Set.of(STATE, FROZEN_ON, EDITION, LANGUAGE, TRANSLATES, Schema.VERSION);

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private ContributionStore contributions;

    /**
     * @param row a stored brief
     * @return the brief
     * @throws CrowdsourcingException if it fails
     */
    public Brief load(Row row) throws CrowdsourcingException
    {
        return toBrief(row, this.pages.all(row.page(), Schema.EVIDENCE));
    }

    /**
     * @param challenge the page of a challenge
     * @return its briefs, not those of challenges that are parts of it
     * @throws CrowdsourcingException if it fails
     */
    public List<Brief> briefsOf(DocumentReference challenge) throws CrowdsourcingException
    {
        WikiReference wiki = challenge.getWikiReference();
        List<Found> found = this.reader.find(wiki, this.reader
            .below(this.reader.objects().add("and obj.className = :class"), challenge.getLastSpaceReference())
            .bind(CLASS, Schema.BRIEF.getClassName()).add(Schema.ORIGINALS).add(ORDER).limit(MAXIMUM));
        List<String> own = new ArrayList<>();
        for (Found brief : found) {
            DocumentReference page = this.reader.resolve(brief.page(), wiki);
            if (own.size() < BRIEFS && this.pages.nearest(page, Schema.CHALLENGE).map(Row::page)
                .filter(challenge::equals).isPresent())
            {
                own.add(brief.page());
            }
        }
        Rows rows = this.reader.read(wiki, own, Schema.BRIEF, Schema.EVIDENCE);
        return rows.first(Schema.BRIEF).values().stream()
            .map(row -> toBrief(row, rows.of(row.page(), Schema.EVIDENCE))).toList();
    }

    /**
     * @param brief the page of a brief
     * @return its versions and translations, and the versions of these, with what is needed to list them
     * @throws CrowdsourcingException if it fails
     */
    Collection<Row> editions(DocumentReference brief) throws CrowdsourcingException
    {
        WikiReference wiki = brief.getWikiReference();
        List<Found> found = this.reader.find(wiki, this.reader
            .below(this.reader.objects().add("and obj.className = :class and exists (select e.id.id from"
                + " StringProperty e where e.id.id = obj.id and e.id.name = 'edition'"
                + " and e.value in ('version', 'translation'))"), brief.getLastSpaceReference())
            .bind(CLASS, Schema.BRIEF.getClassName()).add("order by doc.creationDate desc").limit(EDITIONS));
        return this.reader.load(wiki, found, LISTED, Schema.BRIEF).first(Schema.BRIEF).values();
    }

    /**
     * @param brief the page of a brief
     * @param revision a revision of the page
     * @return what it said then, empty if there is no such revision
     * @throws CrowdsourcingException if it fails
     */
    Optional<Brief> at(DocumentReference brief, String revision) throws CrowdsourcingException
    {
        List<Row> rows = revision.isEmpty() ? null : this.pages.at(brief, Schema.BRIEF, revision);
        return rows == null || rows.isEmpty() ? Optional.empty()
            : Optional.of(toBrief(rows.get(0), this.pages.at(brief, Schema.EVIDENCE, revision)));
    }

    private Brief toBrief(Row row, List<Row> evidence)
    {
        Map<BriefSection, String> sections = new EnumMap<>(BriefSection.class);
        for (BriefSection section : BriefSection.values()) {
            sections.put(section, row.text(section.getProperty()));
        }
        return new Brief(row.page(), row.title(), sections, evidence.stream().map(this::toEvidence).toList(),
            row.option(STATE, BriefState.DRAFT), row.number(Schema.VERSION), row.instant(FROZEN_ON),
            row.text("frozenRevision"), row.option(EDITION, BriefEdition.ORIGINAL), row.text(LANGUAGE),
            row.number(TRANSLATES));
    }

    private Evidence toEvidence(Row row)
    {
        return new Evidence(row.text(Schema.UID), row.text("claim"), row.text("source"),
            Inputs.safeLink(row.text("link")), row.date("date"), row.option(EvidenceStrength.class, "strength"),
            row.text("place"));
    }

    /**
     * @param brief the page of a brief
     * @return the local references of the comments on it that are no replies, not hidden, and have no answer; at most
     *     one more than {@link Count#LIMIT}
     * @throws CrowdsourcingException if it fails
     */
    public List<String> openComments(DocumentReference brief) throws CrowdsourcingException
    {
        Statement statement = new Statement("select doc.fullName from XWikiDocument doc, BaseObject obj,"
            + " StringProperty state where obj.name = doc.fullName and obj.className = :class"
            + " and state.id.id = obj.id and state.id.name = 'state' and state.value in ('published', 'awaiting')"
            + " and not exists (select other.id.id from StringProperty other where other.id.id = obj.id"
            + " and other.id.name in ('decision', 'replyTo') and other.value <> '')");
        statement.bind(CLASS, Schema.CONTRIBUTION.getClassName());
        this.contributions.inThread(statement, brief);
        return this.reader.list(brief.getWikiReference(),
            statement.add(ORDER).limit(Count.LIMIT + 1));
    }
}
