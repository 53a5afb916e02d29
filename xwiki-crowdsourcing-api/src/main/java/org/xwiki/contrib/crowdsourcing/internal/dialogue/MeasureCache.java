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

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.DocumentReference;

/**
 * Keeps what was measured of the threads that are looked at.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = MeasureCache.class)
@Singleton
public class MeasureCache extends AbstractThreadCache<Measured>
{
    private static final int THREADS = 20;

    /**
     * Keeps nothing yet.
     */
    public MeasureCache()
    {
        super("crowdsourcingMeasures", THREADS);
    }

    /**
     * @param thread the page of a thread
     * @return what was measured of it
     */
    Measured of(DocumentReference thread)
    {
        return findOrKeep(thread, Measured::new);
    }

    /**
     * Takes up that a contribution was written, changed or deleted.
     *
     * @param contribution the page of the contribution
     */
    void changed(DocumentReference contribution)
    {
        Measured measured = find(contribution);
        if (measured != null) {
            measured.change();
        }
    }
}
