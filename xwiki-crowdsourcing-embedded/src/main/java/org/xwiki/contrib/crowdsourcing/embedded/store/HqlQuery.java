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

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.persistence.PersistenceException;

import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryFilter;

/**
 * A statement of Hibernate's query language, where what comes before the conditions may be left out.
 */
class HqlQuery implements Query
{
    private static final Pattern SHORT =
        Pattern.compile("$|,|where\\s|order by\\s|left join\\s|join\\s", Pattern.CASE_INSENSITIVE);

    private final Sessions sessions;

    private final String statement;

    private final Map<String, Object> named = new LinkedHashMap<>();

    private final Map<Integer, Object> positional = new LinkedHashMap<>();

    private final List<QueryFilter> filters = new ArrayList<>();

    private int limit;

    private int offset;

    private String wiki;

    HqlQuery(Sessions sessions, String statement)
    {
        this.sessions = sessions;
        this.statement = statement;
    }

    @Override
    public String getStatement()
    {
        return this.statement;
    }

    @Override
    public String getLanguage()
    {
        return HQL;
    }

    @Override
    public boolean isNamed()
    {
        return false;
    }

    @Override
    public Query setWiki(String wiki)
    {
        this.wiki = wiki;
        return this;
    }

    @Override
    public String getWiki()
    {
        return this.wiki;
    }

    @Override
    public Query bindValue(String name, Object value)
    {
        this.named.put(name, value);
        return this;
    }

    @Override
    public Query bindValue(int index, Object value)
    {
        this.positional.put(index, value);
        return this;
    }

    @Override
    public Query bindValues(List<Object> values)
    {
        for (int i = 0; i < values.size(); i++) {
            bindValue(i + 1, values.get(i));
        }
        return this;
    }

    @Override
    public Map<String, Object> getNamedParameters()
    {
        return this.named;
    }

    @Override
    public Map<Integer, Object> getPositionalParameters()
    {
        return this.positional;
    }

    @Override
    public Query addFilter(QueryFilter filter)
    {
        this.filters.add(filter);
        return this;
    }

    @Override
    public List<QueryFilter> getFilters()
    {
        return this.filters;
    }

    @Override
    public Query setLimit(int limit)
    {
        this.limit = limit;
        return this;
    }

    @Override
    public int getLimit()
    {
        return this.limit;
    }

    @Override
    public Query setOffset(int offset)
    {
        this.offset = offset;
        return this;
    }

    @Override
    public int getOffset()
    {
        return this.offset;
    }

    private static String complete(String statement)
    {
        String trimmed = statement.trim();
        return SHORT.matcher(trimmed).lookingAt() ? "select doc.fullName from XWikiDocument doc " + trimmed : trimmed;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> execute() throws QueryException
    {
        String filtered = complete(this.statement);
        for (QueryFilter filter : this.filters) {
            filtered = filter.filterStatement(filtered, HQL);
        }
        String complete = filtered;
        try {
            List<T> results = this.sessions.read(session -> {
                org.hibernate.query.Query<T> query = session.createQuery(complete);
                this.named.forEach((name, value) -> {
                    if (value instanceof Collection<?> values) {
                        query.setParameterList(name, values);
                    } else {
                        query.setParameter(name, value);
                    }
                });
                this.positional.forEach(query::setParameter);
                if (this.limit > 0) {
                    query.setMaxResults(this.limit);
                }
                if (this.offset > 0) {
                    query.setFirstResult(this.offset);
                }
                return query.list();
            });
            for (QueryFilter filter : this.filters) {
                results = filter.filterResults(results);
            }
            return results;
        } catch (PersistenceException | IllegalArgumentException e) {
            throw new QueryException("Exception while executing query.", this, e);
        }
    }
}
