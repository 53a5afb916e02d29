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
package org.xwiki.contrib.crowdsourcing.embedded.store;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.search.SearchIndex;
import org.xwiki.contrib.crowdsourcing.embedded.search.SolrQuery;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;

/**
 * Queries in Hibernate's language, and for the search; the other languages of XWiki are refused.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultQueryManager implements QueryManager
{
    private static final String SOLR = "solr";

    @Inject
    private Sessions sessions;

    @Inject
    private Provider<SearchIndex> search;

    @Override
    public Query createQuery(String statement, String language) throws QueryException
    {
        if (!hasLanguage(language)) {
            throw new QueryException(String.format("The language [%s] is not supported", language), null);
        }
        return SOLR.equals(language) ? new SolrQuery(this.search.get(), statement)
            : new HqlQuery(this.sessions, statement);
    }

    @Override
    public Set<String> getLanguages()
    {
        return Set.of(Query.HQL, SOLR);
    }

    @Override
    public boolean hasLanguage(String language)
    {
        return getLanguages().contains(language);
    }
}
