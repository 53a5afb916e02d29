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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema.Storage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;

/**
 * The one way to read many rows: the objects in one statement, then their values in at most one statement for each
 * table of properties, however many rows there are. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RowReader.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class RowReader
{
    private static final String WANTED = " where p.id.id in (:ids) and p.id.name in (:names)";

    private static final String PAGES = "pages";

    private static final Map<Storage, String> STATEMENTS = new EnumMap<>(Map.of(
        Storage.STRING, "select p.id.id, p.id.name, p.value from StringProperty p"
            + WANTED,
        Storage.TEXT, "select p.id.id, p.id.name, p.value from LargeStringProperty p"
            + WANTED,
        Storage.NUMBER, "select p.id.id, p.id.name, p.value from IntegerProperty p"
            + WANTED,
        Storage.LIST, "select p.id.id, p.id.name, item from DBStringListProperty p join p.list item"
            + WANTED + " order by p.id.id, p.id.name, index(item)"));

    /** As many as the values of the largest thing that is read as a whole, a roadmap of some thousand steps. */
    private static final int MAXIMUM = 100000;

    /** How far into a list a page may begin. Who looks for what is farther away narrows the list. */
    private static final int FARTHEST = 10000;

    private static final String SELECTED = "select obj.id, obj.name, obj.number, obj.className, doc.title"
        + " from XWikiDocument doc, BaseObject obj";

    private static final String ON_PAGES = " where obj.name = doc.fullName and doc.translation = 0";

    private static final String OBJECTS = SELECTED + ON_PAGES;

    @Inject
    private QueryManager queryManager;

    @Inject
    private DocumentReferenceResolver<String> resolver;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param wiki the wiki
     * @param statement the statement
     * @param <T> the type of a result
     * @return the results
     * @throws CrowdsourcingException if it fails
     */
    public <T> List<T> list(WikiReference wiki, Statement statement) throws CrowdsourcingException
    {
        try {
            Query query = this.queryManager.createQuery(statement.getText(), Query.HQL);
            query.setWiki(wiki.getName());
            statement.getValues().forEach(query::bindValue);
            query.setLimit(statement.getLimit());
            if (statement.getOffset() > 0) {
                query.setOffset(statement.getOffset());
            }
            return query.execute();
        } catch (QueryException e) {
            throw new CrowdsourcingException("Failed to read from the wiki", e);
        }
    }

    /**
     * @param wiki the wiki
     * @param statement the statement that selects one row for each thing
     * @return how many there are, counted to just above {@link Count#LIMIT}
     * @throws CrowdsourcingException if it fails
     */
    public Count count(WikiReference wiki, Statement statement) throws CrowdsourcingException
    {
        return Count.bounded(list(wiki, statement.limit(Count.LIMIT + 1)).size());
    }

    /**
     * @return the beginning of a statement for objects with the title of their page; {@code doc} is the page and
     *     {@code obj} the object, templates are left out
     */
    public Statement objects()
    {
        return content(new Statement(OBJECTS));
    }

    /**
     * @param property a property that is a short text
     * @return the same as {@link #objects()}, with the value of that property as {@code sorted.value}, {@code null}
     *     where there is none
     */
    public Statement objectsWith(String property)
    {
        return content(new Statement(SELECTED + " left join StringProperty sorted with sorted.id.id = obj.id"
            + " and sorted.id.name = :sorted" + ON_PAGES).bind("sorted", property));
    }

    private Statement content(Statement statement)
    {
        return statement.add("and doc.space <> :code").bind("code", Schema.CODE_SPACE);
    }

    /**
     * @param statement a statement with a page {@code doc}
     * @param space only pages in this space and below it
     * @return the statement
     */
    public Statement below(Statement statement, SpaceReference space)
    {
        String local = serialize(space);
        return statement.add("and (doc.space = :space or doc.space like :below escape '!')").bind("space", local)
            .bind("below", Statement.startsWith(local + '.'));
    }

    /**
     * @param wiki the wiki
     * @param statement a statement that began as {@link #objects()}
     * @return the objects it finds
     * @throws CrowdsourcingException if it fails
     */
    public List<Found> find(WikiReference wiki, Statement statement) throws CrowdsourcingException
    {
        List<Object[]> results = list(wiki, statement);
        return results.stream().map(row -> new Found(((Number) row[0]).longValue(), (String) row[1],
            row[2] == null ? 0 : ((Number) row[2]).intValue(), (String) row[3], row[4] == null ? "" : (String) row[4]))
            .toList();
    }

    /**
     * @param wiki the wiki
     * @param statement the statement that began as {@link #objects()}, with an order
     * @param request which page of the list; its cursor is the number of rows before it
     * @param visible which pages the current user may see
     * @return the objects of that page of the list, and how many there are: neither rows nor numbers tell of what the
     *     user may not see
     * @throws CrowdsourcingException if it fails
     */
    public Page<Found> page(WikiReference wiki, Statement statement, PageRequest request,
        Predicate<DocumentReference> visible) throws CrowdsourcingException
    {
        int from = Math.min(offset(request), FARTHEST);
        int to = from + request.limit();
        int window = Math.max(Count.LIMIT, to) + 1;
        List<Found> seen = new ArrayList<>();
        boolean more = true;
        // Once, unless most of a long list is hidden from the user.
        for (int read = 0; more && seen.size() <= to && read <= FARTHEST; read += window) {
            List<Found> found = find(wiki, statement.limit(read, window));
            found.stream().filter(object -> visible.test(resolve(object.page(), wiki))).forEach(seen::add);
            more = found.size() == window;
        }
        boolean atLeast = more && seen.size() <= Count.LIMIT;
        Count total = atLeast ? new Count(Math.max(0, seen.size() - 1), true) : Count.bounded(seen.size());
        int end = Math.min(to, seen.size());
        String next = seen.size() > to && to <= FARTHEST ? String.valueOf(to) : null;
        return new Page<>(seen.subList(Math.min(from, end), end), next, total);
    }

    /**
     * @param request which page of a list
     * @return the number of rows before it that its cursor tells, 0 if it tells none
     */
    public static int offset(PageRequest request)
    {
        return request.cursor() != null && request.cursor().matches("\\d{1,6}")
            ? Integer.parseInt(request.cursor()) : 0;
    }

    /**
     * @param wiki the wiki
     * @param pages the local references of pages
     * @param schemas the classes whose objects are wanted
     * @return the objects of those pages, in the order of the pages
     * @throws CrowdsourcingException if it fails
     */
    public Rows read(WikiReference wiki, Collection<String> pages, Schema... schemas) throws CrowdsourcingException
    {
        return readOnly(wiki, pages, Set.of(), schemas);
    }

    /**
     * @param wiki the wiki
     * @param pages the local references of pages
     * @param only the properties that are wanted, empty for all
     * @param schemas the classes whose objects are wanted
     * @return the objects of those pages, in the order of the pages
     * @throws CrowdsourcingException if it fails
     */
    public Rows readOnly(WikiReference wiki, Collection<String> pages, Set<String> only, Schema... schemas)
        throws CrowdsourcingException
    {
        if (pages.isEmpty()) {
            return new Rows(Map.of());
        }
        Set<String> wanted = new LinkedHashSet<>(pages);
        Statement statement = new Statement(OBJECTS)
            .add("and obj.name in (:pages) and obj.className in (:classes) order by obj.name, obj.number")
            .bind(PAGES, wanted)
            .bind("classes", Arrays.stream(schemas).map(Schema::getClassName).toList()).limit(MAXIMUM);
        Map<String, List<Found>> found =
            find(wiki, statement).stream().collect(Collectors.groupingBy(Found::page));
        return load(wiki, wanted.stream().flatMap(page -> found.getOrDefault(page, List.of()).stream()).toList(),
            only, schemas);
    }

    /**
     * @param wiki the wiki
     * @param found the objects
     * @param schemas their classes
     * @return the objects with all their values
     * @throws CrowdsourcingException if it fails
     */
    public Rows load(WikiReference wiki, List<Found> found, Schema... schemas) throws CrowdsourcingException
    {
        return load(wiki, found, Set.of(), schemas);
    }

    /**
     * @param wiki the wiki
     * @param found the objects
     * @param only the properties that are wanted, empty for all
     * @param schemas their classes
     * @return the objects with their values
     * @throws CrowdsourcingException if it fails
     */
    public Rows load(WikiReference wiki, List<Found> found, Set<String> only, Schema... schemas)
        throws CrowdsourcingException
    {
        Map<DocumentReference, Map<Schema, List<Row>>> result = new LinkedHashMap<>();
        if (!found.isEmpty()) {
            Map<String, Schema> byName =
                Arrays.stream(schemas).collect(Collectors.toMap(Schema::getClassName, Function.identity()));
            Map<Long, Map<String, Object>> values = values(wiki, found, only, schemas);
            for (Found object : found) {
                DocumentReference page = resolve(object.page(), wiki);
                result.computeIfAbsent(page, key -> new LinkedHashMap<>())
                    .computeIfAbsent(byName.get(object.className()), key -> new ArrayList<>())
                    .add(new Row(page, object.title(), object.number(),
                        values.getOrDefault(object.id(), Map.of()), this.resolver));
            }
        }
        return new Rows(result);
    }

    private Map<Long, Map<String, Object>> values(WikiReference wiki, List<Found> found, Set<String> only,
        Schema... schemas) throws CrowdsourcingException
    {
        Map<Storage, Set<String>> wanted = new TreeMap<>();
        for (Schema schema : schemas) {
            schema.getProperties().forEach((property, storage) -> {
                if (only.isEmpty() || only.contains(property)) {
                    wanted.computeIfAbsent(storage, key -> new LinkedHashSet<>()).add(property);
                }
            });
        }
        List<Long> ids = found.stream().map(Found::id).distinct().toList();
        Map<Long, Map<String, Object>> result = new HashMap<>();
        for (Map.Entry<Storage, Set<String>> entry : wanted.entrySet()) {
            Statement statement = new Statement(STATEMENTS.get(entry.getKey())).bind("ids", ids)
                .bind("names", entry.getValue()).limit(Math.max(MAXIMUM, ids.size() * entry.getValue().size()));
            for (Object[] value : this.<Object[]>list(wiki, statement)) {
                put(result.computeIfAbsent(((Number) value[0]).longValue(), key -> new HashMap<>()),
                    (String) value[1], value[2], entry.getKey());
            }
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    private void put(Map<String, Object> values, String name, Object value, Storage storage)
    {
        if (storage == Storage.LIST) {
            ((List<Object>) values.computeIfAbsent(name, key -> new ArrayList<>())).add(value);
        } else {
            values.put(name, value);
        }
    }

    /**
     * @param pages pages of one wiki
     * @return the title of each that exists
     * @throws CrowdsourcingException if it fails
     */
    public Map<DocumentReference, String> titles(Collection<DocumentReference> pages) throws CrowdsourcingException
    {
        Map<DocumentReference, String> result = new HashMap<>();
        Set<DocumentReference> wanted = new LinkedHashSet<>(pages);
        wanted.remove(null);
        if (!wanted.isEmpty()) {
            WikiReference wiki = wanted.iterator().next().getWikiReference();
            Statement statement = new Statement("select doc.fullName, doc.title from XWikiDocument doc"
                + " where doc.fullName in (:pages) and doc.translation = 0")
                .bind(PAGES, wanted.stream().map(this::serialize).toList()).limit(MAXIMUM);
            for (Object[] row : this.<Object[]>list(wiki, statement)) {
                DocumentReference page = resolve((String) row[0], wiki);
                result.put(page, new Row(page, (String) row[1], 0, Map.of(), this.resolver).title());
            }
        }
        return result;
    }

    /**
     * @param reference a page or space
     * @return its local reference
     */
    public String serialize(EntityReference reference)
    {
        return this.serializer.serialize(reference);
    }

    /**
     * @param local the local reference of a page
     * @param wiki the wiki
     * @return the page
     */
    public DocumentReference resolve(String local, WikiReference wiki)
    {
        return this.resolver.resolve(local, wiki);
    }
}
