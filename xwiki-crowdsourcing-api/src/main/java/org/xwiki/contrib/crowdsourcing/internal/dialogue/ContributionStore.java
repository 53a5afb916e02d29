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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadFilter;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadOrder;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where contributions are stored: one hidden page each, in the space of their thread. A page of a thread is a range of
 * names, read from the table of pages alone; then the values are read for those names.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ContributionStore.class)
@Singleton
public class ContributionStore
{
    private static final String FULL_NAME = "select doc.fullName from XWikiDocument doc";

    private static final String ALL = "where 1 = 1";

    private static final String FROM = "from";

    private static final String CLASS = "class";

    private static final String KIND = "kind";

    private static final String EDGE = "edge";

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    /**
     * A page of a thread.
     *
     * @param rows the contributions, each discussion together
     * @param context the roots of discussions whose root is not among them
     * @param next the cursor of the next page, {@code null} if this is the last one
     * @param total how many contributions there are
     * @version $Id$
 * @since 1.0
     */
    public record Slice(List<Row> rows, List<Row> context, String next, Count total)
    {
    }

    /**
     * @param page the page of a contribution
     * @return the page of its thread
     */
    public static DocumentReference thread(DocumentReference page)
    {
        return PageReader.home(page.getLastSpaceReference());
    }

    /**
     * @param statement a statement with a page {@code doc} and a condition
     * @param thread the page of a thread
     * @return the statement, for the pages of that thread's contributions alone
     */
    public Statement inThread(Statement statement, DocumentReference thread)
    {
        String prefix = prefix(thread);
        return statement.add("and doc.space = :space and doc.fullName >= :from and doc.fullName < :to")
            .bind("space", this.reader.serialize(thread.getLastSpaceReference()))
            .bind(FROM, prefix + ContributionKeys.FROM).bind("to", prefix + ContributionKeys.TO);
    }

    private String prefix(DocumentReference thread)
    {
        return this.reader.serialize(thread.getLastSpaceReference()) + '.';
    }

    private Statement names(ThreadQuery query, Matches matches)
    {
        Statement statement = names(query);
        return matches.all() ? statement
            : statement.add("and doc.fullName in (:found)").bind("found", matches.pages());
    }

    private Statement names(ThreadQuery query)
    {
        ThreadFilter filter = query.filter();
        Statement statement = new Statement(FULL_NAME);
        if (!filter.isFiltering()) {
            return inThread(statement.add(ALL), query.thread());
        }
        statement.add(", BaseObject obj" + (filter.kind() == null ? "" : ", StringProperty kind")
            + (filter.author() == null ? "" : ", StringProperty author")
            + " where obj.name = doc.fullName and obj.className = :class")
            .bind(CLASS, Schema.CONTRIBUTION.getClassName());
        if (filter.kind() != null) {
            statement.add("and kind.id.id = obj.id and kind.id.name = 'kind' and kind.value = :kind")
                .bind(KIND, filter.kind().getId());
        }
        if (filter.author() != null) {
            statement.add("and author.id.id = obj.id and author.id.name = 'author' and author.value = :author")
                .bind(ContributionView.AUTHOR, this.reader.serialize(filter.author()));
        }
        if (filter.undecided()) {
            statement.add("and exists (select state.id.id from StringProperty state where state.id.id = obj.id"
                + " and state.id.name = 'state' and state.value = 'published') and not exists (select decision.id.id"
                + " from StringProperty decision where decision.id.id = obj.id and decision.id.name = 'decision'"
                + " and decision.value in (:outcomes))")
                .bind("outcomes", Arrays.stream(Outcome.values()).map(Outcome::getId).toList());
        }
        return inThread(statement, query.thread());
    }

    /**
     * @param row a stored contribution
     * @param filter what is left out
     * @return {@code true} if it is not left out
     */
    boolean isListed(Row row, ThreadFilter filter)
    {
        boolean kind = filter.kind() == null || filter.kind() == kind(row);
        boolean author = filter.author() == null || filter.author().equals(row.reference(ContributionView.AUTHOR));
        return kind && author && (!filter.undecided() || row.option(Outcome.class, "decision") == null);
    }

    /**
     * @param name the name of the page of a contribution
     * @param query which contributions
     * @param matches those that were found
     * @return {@code true} if it is among those that were found
     */
    boolean isListed(String name, ThreadQuery query, Matches matches)
    {
        return matches.all() || matches.has(prefix(query.thread()) + name);
    }

    /**
     * @param query which contributions
     * @param matches those that were found
     * @param name the name of the page of a contribution, or a beginning of one
     * @param limit how many are wanted at most
     * @return the names of the pages that follow it, the oldest first
     * @throws CrowdsourcingException if it fails
     */
    List<String> namesAfter(ThreadQuery query, Matches matches, String name, int limit) throws CrowdsourcingException
    {
        Statement statement = names(query, matches).add("and doc.fullName > :edge order by doc.fullName")
            .bind(EDGE, prefix(query.thread()) + name).limit(limit);
        return this.reader.<String>list(query.thread().getWikiReference(), statement).stream().map(this::name).toList();
    }

    /**
     * @param query which contributions
     * @param matches those that were found
     * @return how many there are
     * @throws CrowdsourcingException if it fails
     */
    Count count(ThreadQuery query, Matches matches) throws CrowdsourcingException
    {
        Count count = this.reader.count(query.thread().getWikiReference(), names(query, matches));
        return matches.more() ? new Count(count.value(), true) : count;
    }

    private Statement position(Statement statement, ThreadQuery query)
    {
        boolean newest = query.order() == ThreadOrder.NEWEST;
        String cursor = query.request().cursor();
        if (cursor != null) {
            boolean inclusive = cursor.startsWith("@");
            String name = inclusive ? cursor.substring(1) : cursor;
            if (ContributionKeys.isName(name)) {
                String edge = inclusive ? edge(name, newest) : name;
                String comparison = (newest ? "<" : ">") + (inclusive ? "=" : "");
                statement.add("and doc.fullName " + comparison + " :edge").bind(EDGE,
                    prefix(query.thread()) + edge);
            }
        }
        return statement.add("order by doc.fullName" + (newest ? " desc" : ""));
    }

    private String edge(String name, boolean newest)
    {
        return newest ? ContributionKeys.lastOf(name) : ContributionKeys.rootOf(name);
    }

    /**
     * @param query which contributions
     * @return a page of the thread
     * @throws CrowdsourcingException if it fails
     */
    public Slice slice(ThreadQuery query) throws CrowdsourcingException
    {
        return slice(query, Matches.ALL);
    }

    /**
     * @param query which contributions
     * @param matches those that were found
     * @return a page of the thread
     * @throws CrowdsourcingException if it fails
     */
    Slice slice(ThreadQuery query, Matches matches) throws CrowdsourcingException
    {
        WikiReference wiki = query.thread().getWikiReference();
        int limit = query.request().limit();
        List<String> names = this.reader.list(wiki, position(names(query, matches), query).limit(limit + 1));
        Count total = count(query, matches);
        String next = names.size() > limit ? name(names.get(limit - 1)) : null;
        List<DocumentReference> shown = new ArrayList<>();
        names.stream().limit(limit).filter(fullName -> ContributionKeys.isName(name(fullName)))
            .forEach(fullName -> shown.add(this.reader.resolve(fullName, wiki)));
        Set<DocumentReference> roots = new LinkedHashSet<>();
        shown.forEach(page -> roots.add(rootOf(page)));
        roots.removeAll(shown);

        Set<DocumentReference> wanted = new LinkedHashSet<>(shown);
        wanted.addAll(roots);
        Map<DocumentReference, Row> rows = load(wanted);
        return new Slice(arrange(shown, query.order()).stream().map(rows::get).filter(row -> row != null).toList(),
            roots.stream().map(rows::get).filter(row -> row != null).toList(), next, total);
    }

    private List<DocumentReference> arrange(List<DocumentReference> shown, ThreadOrder order)
    {
        if (order != ThreadOrder.NEWEST) {
            return shown;
        }
        // The newest discussion first; inside each, as it was said.
        Map<DocumentReference, List<DocumentReference>> discussions = new LinkedHashMap<>();
        shown.forEach(page -> discussions.computeIfAbsent(rootOf(page), key -> new ArrayList<>()).add(page));
        List<DocumentReference> result = new ArrayList<>();
        discussions.values().forEach(discussion -> {
            Collections.reverse(discussion);
            result.addAll(discussion);
        });
        return result;
    }

    private String name(String fullName)
    {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }

    /**
     * @param page the page of a contribution
     * @return the page of the root of its discussion
     */
    public static DocumentReference rootOf(DocumentReference page)
    {
        return new DocumentReference(ContributionKeys.rootOf(page.getName()), page.getLastSpaceReference());
    }

    /**
     * @param contributions the pages of contributions of one wiki
     * @return the stored contributions
     * @throws CrowdsourcingException if it fails
     */
    public Map<DocumentReference, Row> load(Collection<DocumentReference> contributions)
        throws CrowdsourcingException
    {
        if (contributions.isEmpty()) {
            return Map.of();
        }
        WikiReference wiki = contributions.iterator().next().getWikiReference();
        return this.reader.read(wiki, contributions.stream().map(this.reader::serialize).toList(),
            Schema.CONTRIBUTION).first(Schema.CONTRIBUTION);
    }

    /**
     * @param contribution the page of a contribution
     * @return the stored contribution, {@code null} if there is none
     * @throws CrowdsourcingException if it fails
     */
    public Row find(DocumentReference contribution) throws CrowdsourcingException
    {
        return ContributionKeys.isName(contribution.getName())
            ? this.pages.find(contribution, Schema.CONTRIBUTION).orElse(null) : null;
    }

    /**
     * @param place where a contribution was before it was moved; the wiki redirects from there
     * @return the stored contribution, {@code null} if there is none or not only one
     * @throws CrowdsourcingException if it fails
     */
    Row findMoved(DocumentReference place) throws CrowdsourcingException
    {
        WikiReference wiki = place.getWikiReference();
        List<Found> found = ContributionKeys.isName(place.getName()) && this.pages.exists(place)
            ? this.reader.find(wiki, this.reader.objects().add("and obj.className = :class and doc.name = :name")
                .bind(CLASS, Schema.CONTRIBUTION.getClassName()).bind("name", place.getName()).limit(2)) : List.of();
        return found.size() == 1 ? find(this.reader.resolve(found.get(0).page(), wiki)) : null;
    }

    /**
     * @param row a stored contribution
     * @return what it is
     */
    public static ContributionKind kind(Row row)
    {
        return row.option(KIND, ContributionKind.IDEA);
    }

    /**
     * @param thread the page of a thread
     * @param limit how many
     * @return the names of the pages of its latest published contributions
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<String> latest(DocumentReference thread, int limit) throws CrowdsourcingException
    {
        Statement statement = new Statement(FULL_NAME).add(", BaseObject obj, StringProperty state"
            + " where obj.name = doc.fullName and obj.className = :class and state.id.id = obj.id"
            + " and state.id.name = 'state' and state.value = 'published'")
            .bind(CLASS, Schema.CONTRIBUTION.getClassName());
        List<String> names = this.reader.list(thread.getWikiReference(),
            inThread(statement, thread).add("order by doc.creationDate desc").limit(limit));
        return names.stream().map(this::name).filter(ContributionKeys::isName).toList();
    }

    /**
     * @param thread the page of a thread
     * @param limit how many
     * @return the full names of the pages of its newest contributions, whatever their state
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<String> newest(DocumentReference thread, int limit) throws CrowdsourcingException
    {
        return this.reader.list(thread.getWikiReference(), inThread(new Statement(FULL_NAME).add(ALL), thread)
            .add("order by doc.creationDate desc, doc.fullName desc").limit(limit));
    }

    /**
     * @param thread the page of a thread
     * @param author an author, as it is stored
     * @param since a time
     * @return {@code true} if the author contributed there since
     * @throws CrowdsourcingException if it fails
     */
    public boolean hasContributed(DocumentReference thread, String author, Instant since)
        throws CrowdsourcingException
    {
        Statement statement = new Statement(FULL_NAME).add(", BaseObject obj, StringProperty author"
            + " where obj.name = doc.fullName and obj.className = :class and author.id.id = obj.id"
            + " and author.id.name = 'author' and author.value = :author and doc.creationDate > :since")
            .bind(CLASS, Schema.CONTRIBUTION.getClassName()).bind("author", author)
            .bind("since", Date.from(since));
        return !this.reader.list(thread.getWikiReference(), inThread(statement, thread).limit(1)).isEmpty();
    }
}
