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
package org.xwiki.contrib.crowdsourcing;

import java.util.Optional;

/**
 * One of a fixed list of values, as it is stored in a static list property of a wiki page.
 *
 * @version $Id$
 * @since 1.0
 */
public interface Stored
{
    /**
     * @return the value as it is stored, also the last part of its translation key
     */
    String getId();

    /**
     * @param type the list of values
     * @param id the stored value, maybe {@code null} or unknown
     * @param <E> the list of values
     * @return the value with that id, empty if there is none
     */
    static <E extends Enum<E> & Stored> Optional<E> find(Class<E> type, String id)
    {
        for (E value : type.getEnumConstants()) {
            if (value.getId().equals(id)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
