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

import org.xwiki.livedata.AbstractLiveDataConfigurationResolver;
import org.xwiki.livedata.LiveDataConfiguration;
import org.xwiki.livedata.LiveDataEntryDescriptor;
import org.xwiki.livedata.LiveDataException;
import org.xwiki.livedata.LiveDataMeta;
import org.xwiki.livedata.LiveDataPropertyDescriptor;
import org.xwiki.livedata.LiveDataQuery;
import org.xwiki.livedata.LiveDataSource;

/**
 * How Live Data shows a table if its user says nothing else: with all columns.
 *
 * @version $Id$
 * @since 1.0
 */
public abstract class AbstractTableLiveDataConfigurationResolver extends AbstractLiveDataConfigurationResolver
{
    /**
     * @return the table as a source of Live Data
     */
    protected abstract LiveDataSource getSource();

    @Override
    protected LiveDataConfiguration getDefaultConfiguration(LiveDataConfiguration input) throws LiveDataException
    {
        LiveDataMeta meta = new LiveDataMeta();
        meta.setPropertyDescriptors(getSource().getProperties().get());
        meta.setEntryDescriptor(new LiveDataEntryDescriptor());
        meta.getEntryDescriptor().setIdProperty(Table.ID);
        LiveDataConfiguration result = new LiveDataConfiguration();
        result.setMeta(meta);
        if (input.getQuery() == null || input.getQuery().getProperties() == null) {
            result.setQuery(new LiveDataQuery());
            result.getQuery().setProperties(
                meta.getPropertyDescriptors().stream().map(LiveDataPropertyDescriptor::getId).toList());
        }
        return result;
    }
}
