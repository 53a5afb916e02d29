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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.query.Query;
import org.xwiki.query.QueryManager;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Makes a mock of the query manager record statements and answer them.
 *
 * @version $Id$
 * @since 1.0
 */
public final class RecordingQueries
{
    private final List<String> statements = new ArrayList<>();

    private final List<Map<String, Object>> values = new ArrayList<>();

    private final List<Integer> limits = new ArrayList<>();

    private final Map<String, List<?>> answers = new LinkedHashMap<>();

    /**
     * @param queryManager a mock
     * @throws Exception never
     */
    public RecordingQueries(QueryManager queryManager) throws Exception
    {
        when(queryManager.createQuery(anyString(), eq(Query.HQL)))
            .thenAnswer(invocation -> query(invocation.getArgument(0)));
    }

    private Query query(String text) throws Exception
    {
        this.statements.add(text);
        Map<String, Object> bound = new HashMap<>();
        this.values.add(bound);
        Query query = mock(Query.class);
        when(query.bindValue(anyString(), any())).thenAnswer(bind -> {
            bound.put(bind.getArgument(0), bind.getArgument(1));
            return query;
        });
        when(query.setLimit(anyInt())).thenAnswer(limit -> {
            this.limits.add(limit.getArgument(0));
            return query;
        });
        when(query.execute()).thenAnswer(execute -> this.answers.entrySet().stream()
            .filter(answer -> text.contains(answer.getKey())).findFirst().map(Map.Entry::getValue)
            .orElse(List.of()));
        return query;
    }

    /**
     * @param part a part of the text of a statement
     * @param rows what it answers
     */
    public void answer(String part, Object... rows)
    {
        this.answers.put(part, List.of(rows));
    }

    /**
     * @param values the columns of a row
     * @return the row
     */
    public static Object row(Object... values)
    {
        return values;
    }

    /**
     * @return the statements so far
     */
    public List<String> statements()
    {
        return this.statements;
    }

    /**
     * @param index the number of a statement
     * @return the values that were bound
     */
    public Map<String, Object> values(int index)
    {
        return this.values.get(index);
    }

    /**
     * @return the limits of the statements so far
     */
    public List<Integer> limits()
    {
        return this.limits;
    }

    /** Forgets the statements so far. */
    public void clear()
    {
        this.statements.clear();
        this.values.clear();
        this.limits.clear();
    }
}
