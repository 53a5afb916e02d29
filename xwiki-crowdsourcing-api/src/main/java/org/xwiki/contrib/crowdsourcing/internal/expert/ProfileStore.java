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

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.expert.Contact;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Reads what is stored about experts, to hand it out and to know how old it is. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ProfileStore.class)
@Singleton
public class ProfileStore
{
    private static final String CLASS = "class";

    private static final String EXPERT = "expert";

    private static final String BAR = "|";

    private static final int MANY = 20000;

    private static final int BATCH = 200;

    private static final int DATE = 10;

    private static final List<String> COLUMNS = List.of("name", "position", "organisation", "affiliations", "country",
        "region", "gender", "languages", "timezone", "areas", "consentOn", "consentVersion");

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private ExpertStore experts;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param user a user
     * @return the profile that names the user
     * @throws CrowdsourcingException if it cannot be read
     */
    public Optional<DocumentReference> findByUser(DocumentReference user) throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        Statement statement = this.reader.objects().add("and obj.className = :class and exists (select u.id.id from"
            + " LargeStringProperty u where u.id.id = obj.id and u.id.name = 'user' and u.value = :user)"
            + " order by doc.fullName").bind(CLASS, Schema.EXPERT.getClassName())
            .bind("user", this.serializer.serialize(user, wiki)).limit(1);
        return this.reader.find(wiki, statement).stream().map(found -> this.reader.resolve(found.page(), wiki))
            .findFirst();
    }

    /**
     * @param page a page
     * @return its name
     */
    String name(DocumentReference page)
    {
        return this.reader.serialize(page);
    }

    /**
     * @param profile the page of a profile
     * @return what its expert is able to
     * @throws CrowdsourcingException if it cannot be read
     */
    List<Map<String, Object>> expertise(DocumentReference profile) throws CrowdsourcingException
    {
        return this.pages.all(profile, Schema.EXPERTISE).stream().map(row -> row.values(Schema.EXPERTISE)).toList();
    }

    /**
     * @param profile the page of a profile
     * @return the engagements of its expert
     * @throws CrowdsourcingException if they cannot be read
     */
    public Collection<Row> engagements(DocumentReference profile) throws CrowdsourcingException
    {
        WikiReference wiki = profile.getWikiReference();
        List<Found> found = this.reader.find(wiki, this.reader.objects().add("and obj.className = :class and exists"
            + " (select s.id.id from StringProperty s where s.id.id = obj.id and s.id.name = 'expert'"
            + " and s.value = :expert) order by doc.fullName").bind(CLASS, Schema.ENGAGEMENT.getClassName())
            .bind(EXPERT, this.reader.serialize(profile)).limit(MANY));
        return this.reader.load(wiki, found, Schema.ENGAGEMENT).first(Schema.ENGAGEMENT).values();
    }

    /**
     * @param profiles pages of profiles
     * @return what is stored on them
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Row> profiles(List<DocumentReference> profiles) throws CrowdsourcingException
    {
        List<Row> result = new ArrayList<>();
        for (int from = 0; from < profiles.size(); from += BATCH) {
            Rows rows = this.reader.read(this.pages.wiki(), profiles.subList(from,
                Math.min(from + BATCH, profiles.size())).stream().map(this.reader::serialize).toList(), Schema.EXPERT);
            result.addAll(rows.first(Schema.EXPERT).values());
        }
        return result;
    }

    /**
     * @return the day of the last session of each expert who took part in one, in three statements
     * @throws CrowdsourcingException if they cannot be read
     */
    Map<DocumentReference, LocalDate> lastEngagements() throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        Map<String, LocalDate> sessions = new HashMap<>();
        Statement starts = new Statement("select obj.name, s.value from BaseObject obj, StringProperty s"
            + " where obj.className = :class and s.id.id = obj.id and s.id.name = 'start'")
            .bind(CLASS, Schema.DIALOGUE.getClassName()).limit(MANY);
        for (Object[] row : this.reader.<Object[]>list(wiki, starts)) {
            String start = String.valueOf(row[1]);
            if (start.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
                sessions.put((String) row[0], LocalDate.parse(start.substring(0, DATE)));
            }
        }
        Map<DocumentReference, LocalDate> result = new HashMap<>();
        Statement statement = new Statement("select obj.name, s.value from BaseObject obj, StringProperty s,"
            + " StringProperty t where obj.className = :class and s.id.id = obj.id and s.id.name = 'expert'"
            + " and t.id.id = obj.id and t.id.name = 'state' and t.value in ('accepted', 'attended', 'interviewed')")
            .bind(CLASS, Schema.ENGAGEMENT.getClassName()).limit(MANY);
        for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
            DocumentReference engagement = this.reader.resolve((String) row[0], wiki);
            DocumentReference dialogue =
                PageReader.home(new SpaceReference(engagement.getLastSpaceReference().getParent()));
            LocalDate day = sessions.get(this.reader.serialize(dialogue));
            if (day != null) {
                result.merge(this.reader.resolve((String) row[1], wiki), day,
                    (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return result;
    }

    /** Reads contact data. */
    @FunctionalInterface
    interface ContactReader
    {
        /**
         * @param profile the page of a profile
         * @return the contact data, empty if there is none
         * @throws CrowdsourcingException if it cannot be read
         */
        Optional<Contact> read(DocumentReference profile) throws CrowdsourcingException;
    }

    /**
     * @param query which experts, in which order
     * @param among the local references of the profiles that come into question, {@code null} for all
     * @param contact whether there are columns for contact data
     * @param visible which pages the current user may see
     * @param contacts reads contact data
     * @return the listed experts as a file of comma-separated values
     * @throws CrowdsourcingException if they cannot be read
     */
    String write(ExpertQuery query, Set<String> among, boolean contact, Predicate<DocumentReference> visible,
        ContactReader contacts) throws CrowdsourcingException
    {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (contact) {
            columns.addAll(List.of(ContactStore.EMAIL, ContactStore.PHONE, ContactStore.NOTES));
        }
        CsvWriter writer = new CsvWriter(columns);
        List<String> profiles = this.experts.all(query, among, visible);
        for (int from = 0; from < profiles.size(); from += BATCH) {
            List<String> batch = profiles.subList(from, Math.min(from + BATCH, profiles.size()));
            for (Expert expert : this.experts.read(batch, visible)) {
                List<String> cells = cells(expert);
                if (contact) {
                    Contact found = contacts.read(expert.reference()).orElse(new Contact("", "", ""));
                    cells.addAll(List.of(found.email(), found.phone(), found.notes()));
                }
                writer.add(cells);
            }
        }
        return writer.toString();
    }

    private static List<String> cells(Expert expert)
    {
        return new ArrayList<>(List.of(expert.name(), expert.position(), expert.organisation(),
            String.join(BAR, expert.affiliations().stream().map(Stored::getId).toList()), expert.country(),
            id(expert.region()), id(expert.gender()), String.join(BAR, expert.languages()),
            expert.timezone() == null ? "" : expert.timezone().getId(),
            String.join(BAR, expert.expertise().stream().filter(item -> !item.areaTitle().isBlank())
                .map(item -> item.areaTitle() + (item.level() == null ? "" : ": " + item.level().getId())).toList()),
            expert.consent().on() == null ? "" : expert.consent().on().toString(), text(expert.consent().version())));
    }

    private static String id(Stored value)
    {
        return value == null ? "" : value.getId();
    }

    private static String text(String value)
    {
        return value == null ? "" : value;
    }
}
