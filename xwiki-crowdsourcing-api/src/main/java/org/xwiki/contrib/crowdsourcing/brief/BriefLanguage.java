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
package org.xwiki.contrib.crowdsourcing.brief;

import org.xwiki.model.reference.DocumentReference;

/**
 * A brief in one of its languages.
 *
 * @param page the page
 * @param title the title, plain text
 * @param language the tag of the language, empty if it is not said
 * @param translates the version that it translates, 0 for the brief itself
 * @param state where the text stands
 * @param outdated {@code true} if there is a newer frozen version than the one that it translates
 * @version $Id$
 * @since 1.0
 */
public record BriefLanguage(DocumentReference page, String title, String language, int translates, BriefState state,
    boolean outdated)
{
    /**
     * @return {@code true} if it is a translation, {@code false} for the brief itself
     */
    public boolean isTranslation()
    {
        return this.translates > 0;
    }
}
