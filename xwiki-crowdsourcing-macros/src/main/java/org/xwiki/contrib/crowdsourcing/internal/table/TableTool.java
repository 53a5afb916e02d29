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
package org.xwiki.contrib.crowdsourcing.internal.table;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.internal.macro.Queries;
import org.xwiki.contrib.crowdsourcing.internal.macro.RestrictedTextRenderer;
import org.xwiki.contrib.crowdsourcing.internal.macro.Toolkit;
import org.xwiki.contrib.crowdsourcing.internal.table.Column.Filter;
import org.xwiki.rendering.block.MacroBlock;

/**
 * Prepares a table to be shown: in Live Data where the wiki has it, and always as a table that needs no script.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = TableTool.class)
@Singleton
public class TableTool
{
    private static final String PREFIX = "cs_";

    private static final String SORT_PARAMETER = "cs_sort";

    private static final String FILTERS = "filters";

    private static final String SORT = "sort";

    private static final String DESCENDING = "-";

    private static final String LIVE_DATA = "liveData";

    @Inject
    private Toolkit toolkit;

    @Inject
    private RestrictedTextRenderer renderer;

    /**
     * A table that is wanted.
     *
     * @param hint its name
     * @param table the table
     * @param parameters what it is about, by name
     * @param filters what is looked for unless the reader says something else, by the ids of columns
     * @param limit how many rows are shown at once
     * @version $Id$
     * @since 1.0
     */
    public record Wanted(String hint, Table table, Map<String, String> parameters, Map<String, String> filters,
        int limit)
    {
    }

    /**
     * @param wanted the table
     * @param query what the reader chose
     * @return what the template of tables shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> show(Wanted wanted, Queries query) throws CrowdsourcingException
    {
        List<Column> columns = wanted.table().getColumns();
        Map<String, String> filters = new LinkedHashMap<>();
        for (Column column : columns) {
            if (column.filter() != Filter.NONE) {
                String chosen = StringUtils.defaultIfBlank(query.get(PREFIX + column.id()),
                    wanted.filters().get(column.id()));
                filters.put(column.id(), StringUtils.defaultString(chosen));
                query.with(PREFIX + column.id(), StringUtils.trimToNull(chosen));
            }
        }
        String sort = StringUtils.defaultString(query.get(SORT_PARAMETER));
        PageRequest request = new PageRequest(query.get(Queries.CURSOR), wanted.limit());
        Page<Map<String, String>> page = wanted.table().getRows(new TableQuery(wanted.parameters(), filters,
            StringUtils.removeStart(sort, DESCENDING), sort.startsWith(DESCENDING), request));
        query.with(SORT_PARAMETER, StringUtils.trimToNull(sort));
        Map<String, Object> data = new HashMap<>();
        data.put("columns", columns);
        data.put(FILTERS, filters);
        data.put(SORT, sort);
        data.put("page", page);
        data.put("query", query);
        data.put("narrowed", filters.values().stream().anyMatch(value -> !value.isEmpty()) || !sort.isEmpty());
        data.put("live", showLive(wanted, filters, sort));
        return data;
    }

    private String showLive(Wanted wanted, Map<String, String> filters, String sort)
    {
        Map<String, String> macro = new LinkedHashMap<>();
        macro.put("source", wanted.hint());
        macro.put("sourceParameters", encode(wanted.parameters()));
        macro.put(FILTERS, encode(filters));
        macro.put(SORT, sort.startsWith(DESCENDING) ? sort.substring(1) + ":desc" : sort);
        macro.put("limit", String.valueOf(new PageRequest(null, wanted.limit()).limit()));
        macro.values().removeIf(String::isEmpty);
        return StringUtils.defaultString(this.renderer.render(new MacroBlock(LIVE_DATA, macro, false)));
    }

    private String encode(Map<String, String> values)
    {
        return values.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
            .map(entry -> entry.getKey() + '=' + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }
}
