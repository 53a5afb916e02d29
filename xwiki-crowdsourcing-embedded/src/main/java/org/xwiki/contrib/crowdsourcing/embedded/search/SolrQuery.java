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

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.query.Query;

/**
 * A query for XWiki's search, with its conditions in the parameter {@code fq}.
 *
 * @version $Id$
 * @since 1.0
 */
public class SolrQuery implements Query
{
    private final SearchIndex index;

    private final String statement;

    private final Map<String, Object> values = new HashMap<>();

    private int limit;

    /**
     * @param index what is searched
     * @param statement what is looked for
     */
    public SolrQuery(SearchIndex index, String statement)
    {
        this.index = index;
        this.statement = statement;
    }

    @Override
    public String getStatement()
    {
        return this.statement;
    }

    @Override
    public Query setWiki(String wiki)
    {
        return this;
    }

    @Override
    public Query bindValue(String name, Object value)
    {
        this.values.put(name, value);
        return this;
    }

    @Override
    public Query setLimit(int limit)
    {
        this.limit = limit;
        return this;
    }

    @Override
    public Query setOffset(int offset)
    {
        throw new UnsupportedOperationException("Solr queries with an offset");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> execute()
    {
        if (!"*:*".equals(this.statement) || !(this.values.get("fq") instanceof Collection<?> conditions)
            || !"creationdate desc".equals(this.values.get("sort")))
        {
            throw new UnsupportedOperationException("Solr queries other than for exact values, the newest first");
        }
        return (List<T>) List.of(this.index.find(conditions, this.limit));
    }
}
