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
package org.xwiki.contrib.crowdsourcing.internal.pick;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Finds by parts of words what can be put into a page. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PickStore.class)
@Singleton
public class PickStore
{
    private static final int USERS = 50;

    private static final String CLASS = "class";

    private static final String LIKE = " like :word%1$d escape '!'";

    private static final String NEWEST = "order by doc.creationDate desc, doc.fullName";

    private static final Set<String> SEEN_BY = Set.of("state", "consent");

    @Inject
    private RowReader reader;

    /**
     * Where and for what is looked.
     *
     * @param wiki the wiki
     * @param space only in this space and below it, {@code null} for the whole wiki
     * @param words in lower case, none for all
     */
    record Search(WikiReference wiki, SpaceReference space, List<String> words)
    {
    }

    /**
     * @param search where and for what is looked
     * @param first how many are left out
     * @param limit how many are wanted
     * @return the pages of published contributions, the newest first
     * @throws CrowdsourcingException if it fails
     */
    List<DocumentReference> contributions(Search search, int first, int limit) throws CrowdsourcingException
    {
        Statement statement = this.reader.objects().add("and obj.className = :class and exists (select s.id.id from"
            + " StringProperty s where s.id.id = obj.id and s.id.name = 'state' and s.value = 'published')")
            .bind(CLASS, Schema.CONTRIBUTION.getClassName());
        for (int i = 0; i < search.words().size(); i++) {
            List<String> users = users(search.wiki(), search.words().get(i));
            String author = users.isEmpty() ? "" : " or a.id.name = 'author' and a.value in (:users%1$d)";
            statement.add(String.format("and (exists (select t.id.id from LargeStringProperty t where t.id.id = obj.id"
                + " and t.id.name = 'text' and lower(t.value)" + LIKE + ") or exists (select a.id.id from"
                + " StringProperty a where a.id.id = obj.id and (a.id.name = 'speaker' and lower(a.value)" + LIKE
                + author + ")))", i));
            if (!users.isEmpty()) {
                statement.bind("users" + i, users);
            }
        }
        return find(search, statement, first, limit).stream()
            .map(found -> this.reader.resolve(found.page(), search.wiki())).toList();
    }

    private List<String> users(WikiReference wiki, String word) throws CrowdsourcingException
    {
        return this.reader.list(wiki, new Statement("select distinct obj.name from BaseObject obj, StringProperty n"
            + " where obj.className = 'XWiki.XWikiUsers' and n.id.id = obj.id"
            + " and n.id.name in ('first_name', 'last_name') and lower(n.value) like :typed escape '!'"
            + " order by obj.name").bind("typed", Statement.contains(word)).limit(USERS));
    }

    private List<Found> find(Search search, Statement statement, int first, int limit) throws CrowdsourcingException
    {
        for (int i = 0; i < search.words().size(); i++) {
            statement.bind("word" + i, Statement.contains(search.words().get(i)));
        }
        if (search.space() != null) {
            this.reader.below(statement, search.space());
        }
        return this.reader.find(search.wiki(), statement.add(NEWEST).limit(first, limit));
    }

    /**
     * @param schemas classes
     * @param search where and for what is looked
     * @param first how many are left out
     * @param limit how many are wanted
     * @return the pages with objects of these classes, the newest first, with what says who sees them
     * @throws CrowdsourcingException if it fails
     */
    Rows titled(Collection<Schema> schemas, Search search, int first, int limit) throws CrowdsourcingException
    {
        Statement statement = this.reader.objects().add("and obj.className in (:classes)")
            .bind("classes", schemas.stream().map(Schema::getClassName).toList());
        for (int i = 0; i < search.words().size(); i++) {
            statement.add(String.format("and lower(doc.title)" + LIKE, i));
        }
        return this.reader.load(search.wiki(), find(search, statement, first, limit), SEEN_BY,
            schemas.toArray(Schema[]::new));
    }

    /**
     * @param schemas classes
     * @param page a page
     * @return the objects of these classes on it, with what says who sees them
     * @throws CrowdsourcingException if it fails
     */
    Rows titled(Collection<Schema> schemas, DocumentReference page) throws CrowdsourcingException
    {
        return this.reader.readOnly(page.getWikiReference(), List.of(this.reader.serialize(page)), SEEN_BY,
            schemas.toArray(Schema[]::new));
    }

    /**
     * @param search where and for what is looked
     * @param first how many are left out
     * @param limit how many are wanted
     * @return the pieces of evidence, those of the newest brief first
     * @throws CrowdsourcingException if it fails
     */
    List<Row> evidence(Search search, int first, int limit) throws CrowdsourcingException
    {
        Statement statement = this.reader.objects().add("and obj.className = :class")
            .bind(CLASS, Schema.EVIDENCE.getClassName());
        for (int i = 0; i < search.words().size(); i++) {
            statement.add(String.format("and (exists (select c.id.id from LargeStringProperty c where c.id.id = obj.id"
                + " and c.id.name = 'claim' and lower(c.value)" + LIKE + ") or exists (select p.id.id from"
                + " StringProperty p where p.id.id = obj.id and p.id.name in ('source', 'place') and lower(p.value)"
                + LIKE + "))", i));
        }
        return this.reader.load(search.wiki(), find(search, statement, first, limit), Schema.EVIDENCE).byPage()
            .values().stream().flatMap(objects -> objects.get(Schema.EVIDENCE).stream()).toList();
    }

    /**
     * @param page a page
     * @return its reference in its wiki, as text
     */
    String serialize(DocumentReference page)
    {
        return this.reader.serialize(page);
    }

    /**
     * @param pages pages of one wiki
     * @return the title of each that exists
     * @throws CrowdsourcingException if it fails
     */
    Map<DocumentReference, String> titles(Collection<DocumentReference> pages) throws CrowdsourcingException
    {
        return this.reader.titles(pages);
    }
}
