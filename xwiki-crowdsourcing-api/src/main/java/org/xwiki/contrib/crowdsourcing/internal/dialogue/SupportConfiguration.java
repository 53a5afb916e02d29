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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.ratings.RatingsConfiguration;

/**
 * How the wiki keeps support: as ratings with one value, without averages, where it keeps all ratings.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(SupportConfiguration.ID)
public class SupportConfiguration implements RatingsConfiguration
{
    /** What the wiki knows the ratings by. */
    public static final String ID = "crowdsourcing-support";

    // Not injected as such: it is of the same role, and only asked where things are kept.
    @Inject
    private Provider<RatingsConfiguration> general;

    @Override
    public boolean isZeroStored()
    {
        return false;
    }

    @Override
    public int getScaleUpperBound()
    {
        return 1;
    }

    @Override
    public boolean hasDedicatedCore()
    {
        return false;
    }

    @Override
    public boolean isAverageStored()
    {
        return false;
    }

    @Override
    public String getRatingsStorageHint()
    {
        return this.general.get().getRatingsStorageHint();
    }

    @Override
    public String getAverageRatingStorageHint()
    {
        return this.general.get().getAverageRatingStorageHint();
    }

    @Override
    public Set<EntityReference> getExcludedReferencesFromRatings()
    {
        return Set.of();
    }

    @Override
    public boolean isEnabled()
    {
        return true;
    }
}
