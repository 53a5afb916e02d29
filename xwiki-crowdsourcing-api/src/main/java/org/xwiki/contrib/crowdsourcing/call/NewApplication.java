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
package org.xwiki.contrib.crowdsourcing.call;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.xwiki.model.reference.DocumentReference;

/**
 * An application as it was typed.
 *
 * @param fields what was typed into fields of one value, by the name of the field: {@code name}, {@code email},
 *     {@code position}, {@code organisation}, {@code country}, {@code timezone}, {@code gender}, {@code motivation},
 *     {@code availability}
 * @param languages the languages, as language tags
 * @param affiliations the kinds of organisation
 * @param skills what the person is able to
 * @param sessions the dialogues that the person asks for
 * @param terms the terms that were ticked
 * @param consent whether the person agrees to be listed
 * @version $Id$
 * @since 1.0
 */
public record NewApplication(Map<String, String> fields, List<String> languages, List<String> affiliations,
    List<Skill> skills, List<DocumentReference> sessions, Collection<String> terms, boolean consent)
{
    /**
     * What somebody is able to, as it was chosen.
     *
     * @param area the page of an area, {@code null} if none was chosen
     * @param level the level
     * @version $Id$
     * @since 1.0
     */
    public record Skill(DocumentReference area, String level)
    {
    }

    /**
     * @param field the name of a field
     * @return what was typed, empty if nothing
     */
    public String get(String field)
    {
        return this.fields.getOrDefault(field, "");
    }
}
