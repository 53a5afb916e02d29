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
 * A property of the entries: its name, how it is shown, sorted and filtered.
 *
 * @version $Id$
 */
public class LiveDataPropertyDescriptor
{
    /** How values are shown. */
    public static class DisplayerDescriptor extends BaseDescriptor
    {
        public DisplayerDescriptor(String id)
        {
            setId(id);
        }
    }

    /** How values are filtered. */
    public static class FilterDescriptor extends BaseDescriptor
    {
        private final List<OperatorDescriptor> operators = new ArrayList<>();

        public FilterDescriptor(String id)
        {
            setId(id);
        }

        public List<OperatorDescriptor> getOperators()
        {
            return this.operators;
        }

        public OperatorDescriptor addOperator(String id, String name)
        {
            OperatorDescriptor operator = new OperatorDescriptor(id, name);
            this.operators.add(operator);
            return operator;
        }
    }

    /** A way to compare. */
    public static class OperatorDescriptor extends BaseDescriptor
    {
        public OperatorDescriptor(String id, String name)
        {
            setId(id);
        }
    }

    private String id;

    private String name;

    private String type;

    private Boolean visible;

    private Boolean sortable;

    private Boolean filterable;

    private Boolean editable;

    private DisplayerDescriptor displayer;

    private FilterDescriptor filter;

    public String getId()
    {
        return this.id;
    }

    public void setId(String id)
    {
        this.id = id;
    }

    public String getName()
    {
        return this.name;
    }

    public void setName(String name)
    {
        this.name = name;
    }

    public String getType()
    {
        return this.type;
    }

    public void setType(String type)
    {
        this.type = type;
    }

    public Boolean isVisible()
    {
        return this.visible;
    }

    public void setVisible(Boolean visible)
    {
        this.visible = visible;
    }

    public Boolean isSortable()
    {
        return this.sortable;
    }

    public void setSortable(Boolean sortable)
    {
        this.sortable = sortable;
    }

    public Boolean isFilterable()
    {
        return this.filterable;
    }

    public void setFilterable(Boolean filterable)
    {
        this.filterable = filterable;
    }

    public Boolean isEditable()
    {
        return this.editable;
    }

    public void setEditable(Boolean editable)
    {
        this.editable = editable;
    }

    public DisplayerDescriptor getDisplayer()
    {
        return this.displayer;
    }

    public void setDisplayer(DisplayerDescriptor displayer)
    {
        this.displayer = displayer;
    }

    public FilterDescriptor getFilter()
    {
        return this.filter;
    }

    public void setFilter(FilterDescriptor filter)
    {
        this.filter = filter;
    }
}
