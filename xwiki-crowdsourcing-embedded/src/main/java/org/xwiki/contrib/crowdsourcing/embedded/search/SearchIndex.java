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
package org.xwiki.contrib.crowdsourcing.embedded.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.util.NamedList;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.rendering.DocumentRenderer;
import org.xwiki.contrib.crowdsourcing.embedded.store.Sessions;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.search.solr.SolrEntityMetadataExtractor;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.LargeStringProperty;

/**
 * What XWiki's search would know of pages, with the names of its fields; of the spaces and classes that are
 * searched it is kept in memory. It has the queries for exact values in one space or of one class, the newest page
 * first.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SearchIndex.class)
@Singleton
public class SearchIndex
{
    /** The field with the title. */
    public static final String TITLE = "title_";

    /** The field that says whether the page is hidden. */
    public static final String HIDDEN = "hidden";

    private static final String SPACE = "space_exact";

    private static final String CLASS = "class";

    private static final String CREATED = "creationdate";

    private static final Pattern CONDITION =
        Pattern.compile("\\{!(?:term f=(\\S+)|terms f=(\\S+) separator=\" \" cache=false)\\}(.*)", Pattern.DOTALL);

    @Inject
    private Provider<List<SolrEntityMetadataExtractor<XWikiDocument>>> extractors;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private Provider<DocumentRenderer> renderer;

    @Inject
    private Sessions sessions;

    /** By space and page; empty is what has changed since. */
    private final Map<String, Map<DocumentReference, Optional<SolrInputDocument>>> spaces = new HashMap<>();

    /** By class and page. */
    private final Map<String, Map<DocumentReference, Optional<SolrInputDocument>>> classes = new HashMap<>();

    /**
     * @param conditions what the pages have
     * @param limit how many at most
     * @return the pages
     */
    synchronized QueryResponse find(Collection<?> conditions, int limit)
    {
        List<Matcher> parsed = conditions.stream().map(each -> CONDITION.matcher(each.toString())).toList();
        if (!parsed.stream().allMatch(Matcher::matches)) {
            throw new UnsupportedOperationException("Solr queries with other conditions: " + conditions);
        }
        SolrDocumentList found = new SolrDocumentList();
        Optional<String> space = value(parsed, SPACE);
        List<SolrInputDocument> entries = space.isPresent()
            ? entries(this.spaces, space.get(), "select doc.fullName from XWikiDocument doc where doc.space = :value")
            : entries(this.classes, value(parsed, CLASS).orElseThrow(
                () -> new UnsupportedOperationException("Solr queries beyond one space or class")),
                "select distinct obj.name from BaseObject obj where obj.className = :value");
        entries.stream().filter(entry -> parsed.stream().allMatch(each -> has(entry, each)))
            .sorted(Comparator.comparing(entry -> (Date) entry.getFieldValue(CREATED), Comparator.reverseOrder()))
            .limit(limit).forEach(entry -> {
                SolrDocument document = new SolrDocument();
                entry.forEach((name, field) -> document.setField(name, field.getValue()));
                found.add(document);
            });
        found.setNumFound(found.size());
        NamedList<Object> answer = new NamedList<>();
        answer.add("response", found);
        QueryResponse response = new QueryResponse();
        response.setResponse(answer);
        return response;
    }

    private static Optional<String> value(List<Matcher> conditions, String field)
    {
        return conditions.stream().filter(each -> field.equals(each.group(1))).map(each -> each.group(3)).findFirst();
    }

    private static boolean has(SolrInputDocument entry, Matcher condition)
    {
        Collection<Object> values =
            entry.getFieldValues(condition.group(1) == null ? condition.group(2) : condition.group(1));
        List<String> wanted = condition.group(1) == null ? Arrays.asList(condition.group(3).split(" "))
            : List.of(condition.group(3));
        return values != null && values.stream().anyMatch(value -> wanted.contains(value.toString()));
    }

    private List<SolrInputDocument> entries(Map<String, Map<DocumentReference, Optional<SolrInputDocument>>> scopes,
        String scope, String statement)
    {
        XWikiContext context = this.contextProvider.get();
        try {
            if (!scopes.containsKey(scope)) {
                Map<DocumentReference, Optional<SolrInputDocument>> pages = new HashMap<>();
                List<String> names = this.sessions.read(session -> session.createQuery(statement, String.class)
                    .setParameter("value", scope).list());
                for (String name : names) {
                    pages.put(context.getWiki().getDocument(name, context).getDocumentReference(), Optional.empty());
                }
                scopes.put(scope, pages);
            }
            for (Map.Entry<DocumentReference, Optional<SolrInputDocument>> page : scopes.get(scope).entrySet()) {
                if (page.getValue().isEmpty()) {
                    page.setValue(Optional.of(toEntry(context.getWiki().getDocument(page.getKey(), context))));
                }
            }
            return scopes.get(scope).values().stream().flatMap(Optional::stream).toList();
        } catch (XWikiException e) {
            throw new IllegalStateException("Failed to read what is searched", e);
        }
    }

    /**
     * @param document a page that was saved or deleted
     * @param deleted whether it was deleted
     */
    synchronized void changed(XWikiDocument document, boolean deleted)
    {
        DocumentReference page = document.getDocumentReference();
        List<Map<DocumentReference, Optional<SolrInputDocument>>> scopes = new ArrayList<>();
        scopes.add(this.spaces.getOrDefault(document.getSpace(), new HashMap<>()));
        Set<String> names = document.getXObjects().keySet().stream().map(Object::toString).collect(Collectors.toSet());
        this.classes.forEach((name, pages) -> {
            if (pages.containsKey(page) || names.stream().anyMatch(type -> type.endsWith(name))) {
                scopes.add(pages);
            }
        });
        for (Map<DocumentReference, Optional<SolrInputDocument>> pages : scopes) {
            if (deleted) {
                pages.remove(page);
            } else {
                pages.put(page, Optional.empty());
            }
        }
    }

    /**
     * @param document a page
     * @return what XWiki's search would know of it
     */
    public SolrInputDocument toEntry(XWikiDocument document)
    {
        SolrInputDocument entry = new SolrInputDocument();
        entry.setField("type", "DOCUMENT");
        entry.setField("wiki", document.getDocumentReference().getWikiReference().getName());
        entry.setField(SPACE, document.getSpace());
        entry.setField("fullname", document.getFullName());
        entry.setField(CREATED, document.getCreationDate());
        entry.setField(HIDDEN, document.isHidden());
        entry.setField(TITLE, this.renderer.get().renderTitle(document, Syntax.PLAIN_1_0));
        entry.setField("doccontentraw_", document.getContent());
        for (BaseObject object : document.getXObjects().values().stream().flatMap(List::stream)
            .filter(Objects::nonNull).toList()) {
            entry.addField(CLASS, object.getClassName());
            for (Object property : object.getFieldList()) {
                if (property instanceof LargeStringProperty text) {
                    entry.addField("objcontent_", text.getValue());
                }
            }
        }
        this.extractors.get().forEach(extractor -> extractor.extract(document, entry));
        return entry;
    }
}
