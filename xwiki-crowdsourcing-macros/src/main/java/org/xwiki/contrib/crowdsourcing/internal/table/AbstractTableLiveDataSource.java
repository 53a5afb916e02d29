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

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.internal.table.Column.Filter;
import org.xwiki.livedata.LiveData;
import org.xwiki.livedata.LiveDataEntryStore;
import org.xwiki.livedata.LiveDataException;
import org.xwiki.livedata.LiveDataPropertyDescriptor;
import org.xwiki.livedata.LiveDataPropertyDescriptorStore;
import org.xwiki.livedata.LiveDataQuery;
import org.xwiki.livedata.LiveDataSource;

/**
 * A table as a source of Live Data, to be read only. Its values are plain text, and are shown by displayers that take
 * them for text.
 *
 * @version $Id$
 * @since 1.0
 */
public abstract class AbstractTableLiveDataSource implements LiveDataSource
{
    private static final String TEXT = "text";

    private static final int FARTHEST = 999999;

    /**
     * @return the table
     */
    protected abstract Table getTable();

    @Override
    public LiveDataEntryStore getEntries()
    {
        return new Entries();
    }

    @Override
    public LiveDataPropertyDescriptorStore getProperties()
    {
        return this::getDescriptors;
    }

    private Collection<LiveDataPropertyDescriptor> getDescriptors() throws LiveDataException
    {
        return getColumns().stream().map(this::describe).toList();
    }

    private List<Column> getColumns() throws LiveDataException
    {
        try {
            return getTable().getColumns();
        } catch (CrowdsourcingException e) {
            throw new LiveDataException("Failed to read the columns of the table.", e);
        }
    }

    private LiveDataPropertyDescriptor describe(Column column)
    {
        LiveDataPropertyDescriptor descriptor = new LiveDataPropertyDescriptor();
        descriptor.setId(column.id());
        descriptor.setName(column.name());
        descriptor.setType("String");
        descriptor.setVisible(true);
        descriptor.setEditable(false);
        descriptor.setSortable(column.sortable());
        descriptor.setFilterable(column.filter() != Filter.NONE);
        if (column.link() == null) {
            descriptor.setDisplayer(new LiveDataPropertyDescriptor.DisplayerDescriptor(TEXT));
        } else {
            descriptor.setDisplayer(new LiveDataPropertyDescriptor.DisplayerDescriptor("link"));
            descriptor.getDisplayer().setParameter("propertyHref", List.of(column.link(), Table.URL));
        }
        if (column.filter() == Filter.LIST) {
            descriptor.setFilter(filter("list", "equals"));
            descriptor.getFilter().setParameter("options", column.options().stream()
                .map(option -> Map.of("value", option.value(), "label", option.label())).toList());
        } else {
            descriptor.setFilter(filter(TEXT, "contains"));
        }
        return descriptor;
    }

    private LiveDataPropertyDescriptor.FilterDescriptor filter(String id, String operator)
    {
        LiveDataPropertyDescriptor.FilterDescriptor filter = new LiveDataPropertyDescriptor.FilterDescriptor(id);
        filter.addOperator(operator, null);
        return filter;
    }

    /** The rows of the table. */
    private final class Entries implements LiveDataEntryStore
    {
        @Override
        public Optional<Map<String, Object>> get(Object entryId)
        {
            // Nothing is changed here, so no row is needed by itself.
            return Optional.empty();
        }

        @Override
        public LiveData get(LiveDataQuery query) throws LiveDataException
        {
            try {
                Page<Map<String, String>> page = getTable().getRows(convert(query));
                LiveData result = new LiveData();
                // "More than n" shows as one more.
                result.setCount(page.total().value() + (page.total().more() ? 1L : 0L));
                page.rows().forEach(row -> result.getEntries().add(new LinkedHashMap<>(row)));
                return result;
            } catch (CrowdsourcingException e) {
                throw new LiveDataException("Failed to read the rows of the table.", e);
            }
        }

        private TableQuery convert(LiveDataQuery query) throws LiveDataException
        {
            Map<String, String> parameters = new HashMap<>();
            if (query.getSource() != null) {
                query.getSource().getParameters().forEach((name, value) -> parameters.put(name, text(value)));
            }
            LiveDataQuery.SortEntry sort = query.getSort() == null ? null
                : query.getSort().stream().filter(Objects::nonNull).findFirst().orElse(null);
            long offset = query.getOffset() == null ? 0 : Math.max(0, Math.min(FARTHEST, query.getOffset()));
            int limit = query.getLimit() == null ? PageRequest.DEFAULT : query.getLimit();
            return new TableQuery(parameters, filters(query), sort == null ? null : sort.getProperty(),
                sort != null && sort.isDescending(), new PageRequest(String.valueOf(offset), limit));
        }

        private Map<String, String> filters(LiveDataQuery query) throws LiveDataException
        {
            Map<String, String> filters = new HashMap<>();
            List<String> known = query.getFilters() == null || query.getFilters().isEmpty() ? List.of()
                : getColumns().stream().filter(column -> column.filter() != Filter.NONE).map(Column::id).toList();
            for (LiveDataQuery.Filter filter : Optional.ofNullable(query.getFilters()).orElse(List.of())) {
                List<String> values = filter.getConstraints().stream().filter(Objects::nonNull)
                    .map(constraint -> text(constraint.getValue())).filter(value -> !value.isBlank()).toList();
                if (!values.isEmpty() && (values.size() > 1 || !known.contains(filter.getProperty()))) {
                    // To show more than what was asked for would be a wrong answer.
                    throw new LiveDataException(String.format("The column [%s] cannot be filtered by %s.",
                        filter.getProperty(), values), null);
                }
                values.forEach(value -> filters.put(filter.getProperty(), value));
            }
            return filters;
        }

        private String text(Object value)
        {
            return value == null ? "" : value.toString();
        }
    }
}
