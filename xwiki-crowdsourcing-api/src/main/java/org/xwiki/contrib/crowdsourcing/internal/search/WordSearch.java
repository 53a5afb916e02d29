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
package org.xwiki.contrib.crowdsourcing.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.solr.client.solrj.response.QueryResponse;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;

/**
 * Asks the search engine of the wiki for pages with words. It knows what was saved some seconds ago, and no right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = WordSearch.class)
@Singleton
public class WordSearch
{
    private static final String SOLR = "solr";

    private static final String NAME = "fullname";

    @Inject
    private QueryManager queries;

    /**
     * @param wiki the wiki
     * @param schema the class of which the pages have an object
     * @param exactly what else fields of the pages are
     * @param field the field with the words
     * @param wanted what is looked for: of each set one word at least
     * @param limit how many pages at most
     * @return the local references of the pages, the newest first
     * @throws QueryException if it does not answer
     */
    public List<String> find(WikiReference wiki, Schema schema, Map<String, String> exactly, String field,
        List<Set<String>> wanted, int limit) throws QueryException
    {
        List<String> conditions = new ArrayList<>();
        conditions.add(exactly("type", "DOCUMENT"));
        conditions.add(exactly("wiki", wiki.getName()));
        exactly.forEach((name, value) -> conditions.add(exactly(name, value)));
        conditions.add(exactly("class", schema.getClassName()));
        // Nothing of a word is read as a part of the query: all that follows the brace is what is looked for.
        wanted.forEach(forms -> conditions.add(
            String.format("{!terms f=%s separator=\" \" cache=false}%s", field, String.join(" ", forms))));
        Query query = this.queries.createQuery("*:*", SOLR);
        query.bindValue("fq", conditions);
        query.bindValue("fl", NAME);
        query.bindValue("sort", "creationdate desc");
        query.setLimit(limit);
        QueryResponse response = query.<QueryResponse>execute().get(0);
        return response.getResults().stream().map(entry -> String.valueOf(entry.getFieldValue(NAME))).toList();
    }

    private static String exactly(String field, String value)
    {
        return String.format("{!term f=%s}%s", field, value);
    }
}
