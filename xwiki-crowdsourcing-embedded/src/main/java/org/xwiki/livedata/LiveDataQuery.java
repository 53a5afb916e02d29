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
package org.xwiki.livedata;

import java.util.ArrayList;
import java.util.List;

/**
 * Which entries are wanted.
 *
 * @version $Id$
 */
public class LiveDataQuery
{
    /** The source. */
    public static class Source extends BaseDescriptor
    {
        public Source()
        {
        }

        public Source(String id)
        {
            setId(id);
        }
    }

    /** What a property of the wanted entries must be like. */
    public static class Filter
    {
        private String property;

        private final List<Constraint> constraints = new ArrayList<>();

        public Filter(String property, String operator, Object value)
        {
            this.property = property;
            this.constraints.add(new Constraint(value, operator));
        }

        public String getProperty()
        {
            return this.property;
        }

        public List<Constraint> getConstraints()
        {
            return this.constraints;
        }
    }

    /** What one value must be like. */
    public static class Constraint
    {
        private final Object value;

        private final String operator;

        public Constraint(Object value, String operator)
        {
            this.value = value;
            this.operator = operator;
        }

        public Object getValue()
        {
            return this.value;
        }

        public String getOperator()
        {
            return this.operator;
        }
    }

    /** By what the entries are sorted. */
    public static class SortEntry
    {
        private final String property;

        private final boolean descending;

        public SortEntry(String property, boolean descending)
        {
            this.property = property;
            this.descending = descending;
        }

        public String getProperty()
        {
            return this.property;
        }

        public boolean isDescending()
        {
            return this.descending;
        }
    }

    private Source source;

    private List<String> properties;

    private List<Filter> filters;

    private List<SortEntry> sort;

    private Long offset;

    private Integer limit;

    public Source getSource()
    {
        return this.source;
    }

    public void setSource(Source source)
    {
        this.source = source;
    }

    public List<String> getProperties()
    {
        return this.properties;
    }

    public void setProperties(List<String> properties)
    {
        this.properties = properties;
    }

    public List<Filter> getFilters()
    {
        return this.filters;
    }

    public void setFilters(List<Filter> filters)
    {
        this.filters = filters;
    }

    public List<SortEntry> getSort()
    {
        return this.sort;
    }

    public void setSort(List<SortEntry> sort)
    {
        this.sort = sort;
    }

    public Long getOffset()
    {
        return this.offset;
    }

    public void setOffset(Long offset)
    {
        this.offset = offset;
    }

    public Integer getLimit()
    {
        return this.limit;
    }

    public void setLimit(Integer limit)
    {
        this.limit = limit;
    }
}
