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
package org.xwiki.contrib.crowdsourcing.internal.selection;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.PageRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.selection.SelectionManager;

/**
 * The rules of the page of a cluster: it has a title and not too many ideas, and who changed it, and what was written
 * from it, is true.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named("cluster")
public class ClusterRule implements PageRule
{
    @Inject
    private Access access;

    @Override
    public Schema getSchema()
    {
        return Schema.CLUSTER;
    }

    @Override
    public void checkState(PageState state, Inputs inputs)
    {
        Row row = state.first(Schema.CLUSTER);
        inputs.title(ManagedFields.field(Schema.CLUSTER, ClusterStore.TITLE), row.text(ClusterStore.TITLE));
        inputs.text(ManagedFields.field(Schema.CLUSTER, ClusterStore.SUMMARY), row.text(ClusterStore.SUMMARY),
            Inputs.REASON);
        if (row.list(ClusterStore.IDEAS).size() > SelectionManager.MOST) {
            inputs.add(new FieldError(ManagedFields.field(Schema.CLUSTER, ClusterStore.IDEAS),
                "crowdsourcing.error.clusterFull", SelectionManager.MOST));
        }
    }

    @Override
    public void checkChange(PageState before, PageState after, Inputs inputs)
    {
        if (!this.access.isAdministrator(after.page())) {
            ManagedFields.check(before, after, Schema.CLUSTER, List.of(ClusterStore.BY, ClusterStore.ON,
                ClusterStore.RECOMMENDATION, ClusterStore.TITLE_BEFORE, ClusterStore.SUMMARY_BEFORE,
                ClusterStore.IDEAS_BEFORE), inputs);
        }
    }
}
