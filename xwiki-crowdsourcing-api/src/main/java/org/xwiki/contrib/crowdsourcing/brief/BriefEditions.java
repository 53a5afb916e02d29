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

import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * The versions and the languages of a brief.
 *
 * @param original the page of the brief itself
 * @param text the page of the brief or of the translation whose text it is
 * @param last the number of the last frozen version of the brief itself
 * @param versions the frozen versions of that text, the newest first
 * @param languages the brief and its translations, the brief first; empty if there are no translations
 * @version $Id$
 * @since 1.0
 */
public record BriefEditions(DocumentReference original, DocumentReference text, int last, List<BriefVersion> versions,
    List<BriefLanguage> languages)
{
    /**
     * @param original the page of the brief itself
     * @param text the page of the brief or of the translation whose text it is
     * @param last the number of the last frozen version of the brief itself
     * @param versions the frozen versions of that text, the newest first
     * @param languages the brief and its translations, the brief first
     */
    public BriefEditions
    {
        versions = List.copyOf(versions);
        languages = List.copyOf(languages);
    }
}
