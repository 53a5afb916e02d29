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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.persistence.PersistenceException;

import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;

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

    private int limit;

    private int offset;

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
    public Query setWiki(String wiki)
    {
        if (wiki != null && !EmbeddedWikiConfiguration.WIKI.equals(wiki)) {
            throw new UnsupportedOperationException("Query.setWiki: there is only one wiki");
        }
        return this;
    }

    @Override
    public Query bindValue(String name, Object value)
    {
        this.named.put(name, value);
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
        this.offset = offset;
        return this;
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
        String complete = complete(this.statement);
        try {
            return this.sessions.read(session -> {
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
        } catch (PersistenceException | IllegalArgumentException e) {
            throw new QueryException("Exception while executing query.", this, e);
        }
    }
}
