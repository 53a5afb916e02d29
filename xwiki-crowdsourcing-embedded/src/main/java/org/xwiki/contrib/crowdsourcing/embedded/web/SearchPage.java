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
package org.xwiki.contrib.crowdsourcing.embedded.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.apache.solr.common.SolrInputDocument;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.search.SearchIndex;
import org.xwiki.contrib.crowdsourcing.embedded.skin.SkinPage;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Finds pages by words of their title or their text.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SearchPage.class)
@Singleton
public class SearchPage
{
    /**
     * The page under whose name the search is found.
     */
    public static final LocalDocumentReference REFERENCE = new LocalDocumentReference("Main", "Search");

    private static final String TEXT = "text";

    private static final String PATTERN = "pattern";

    private static final int PAGE_SIZE = 20;

    private static final int CANDIDATES = 500;

    private static final int TEXT_LENGTH = 200;

    private static final String PAGES = "select distinct doc.fullName from XWikiDocument doc%s where "
        + "%s like :pattern escape '!' order by doc.fullName";

    private static final String TITLES = String.format(PAGES, "", "lower(doc.title)");

    private static final String CONTENTS = String.format(PAGES, "", "lower(doc.content)");

    private static final String TEXTS = String.format(PAGES, ", BaseObject obj, LargeStringProperty prop",
        "obj.name = doc.fullName and prop.id.id = obj.id and lower(prop.value)");

    @Inject
    private Provider<QueryManager> queryManager;

    @Inject
    private AuthorizationManager authorization;

    @Inject
    private SearchIndex index;

    @Inject
    private DocumentURLs urls;

    /**
     * @param exchange the request, with the words in the parameter {@code text}
     * @return what the template of the search shows
     * @throws QueryException when the search fails
     * @throws XWikiException when a page found cannot be loaded
     */
    public Map<String, Object> find(Exchange exchange) throws QueryException, XWikiException
    {
        String text = StringUtils.truncate(exchange.get(TEXT).replaceAll("\\p{Cntrl}+", " ").trim(), TEXT_LENGTH);
        List<SkinPage.Link> results = new ArrayList<>();
        boolean more = false;
        if (!text.isEmpty()) {
            for (String name : getCandidates(text)) {
                SkinPage.Link link = toLink(name, text, exchange.context());
                more = link != null && results.size() == PAGE_SIZE;
                if (more) {
                    break;
                }
                if (link != null) {
                    results.add(link);
                }
            }
        }
        return Map.of(TEXT, text, "results", results, "more", more);
    }

    private Set<String> getCandidates(String text) throws QueryException
    {
        String pattern = '%' + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + '%';
        Set<String> result = new LinkedHashSet<>();
        for (String statement : List.of(TITLES, CONTENTS, TEXTS)) {
            List<String> names = this.queryManager.get().createQuery(statement, Query.HQL)
                .bindValue(PATTERN, pattern).setLimit(CANDIDATES).execute();
            result.addAll(names);
        }
        return result;
    }

    private SkinPage.Link toLink(String name, String text, XWikiContext context) throws XWikiException
    {
        XWikiDocument document = context.getWiki().getDocument(name, context);
        SolrInputDocument entry = this.index.toEntry(document);
        boolean found = Boolean.FALSE.equals(entry.getFieldValue(SearchIndex.HIDDEN))
            && entry.values().stream().filter(field -> !SearchIndex.HIDDEN.equals(field.getName()))
                .anyMatch(field -> StringUtils.containsIgnoreCase(field.getValues().toString(), text));
        if (!found
            || !this.authorization.hasAccess(Right.VIEW, context.getUserReference(), document.getDocumentReference()))
        {
            return null;
        }
        return new SkinPage.Link(entry.getFieldValue(SearchIndex.TITLE).toString(),
            this.urls.getURL(document.getDocumentReference(), null, null, null),
            StringUtils.removeEnd(name, '.' + DocumentURLs.HOME));
    }
}
