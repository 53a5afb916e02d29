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
package org.xwiki.contrib.crowdsourcing.expert;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * The public profile of an expert. It holds no contact data.
 *
 * @param reference the page
 * @param name the name, plain text
 * @param user the wiki user, or {@code null}
 * @param position what the expert does, plain text
 * @param organisation where, plain text
 * @param affiliations the kinds of organisation
 * @param country the country as two capital letters (ISO 3166-1), empty if unknown
 * @param region the region of the world, or {@code null}
 * @param gender what the expert says about gender, or {@code null}
 * @param languages the languages the expert works in, as language tags
 * @param timezone the time zone the expert lives in, or {@code null}
 * @param availableFrom the day before which the expert has no time, or {@code null}
 * @param biography wiki text; empty in lists
 * @param consent whether the expert agreed to be listed
 * @param expertise the areas with levels
 * @version $Id$
 * @since 1.0
 */
public record Expert(DocumentReference reference, String name, DocumentReference user, String position,
    String organisation, List<Affiliation> affiliations, String country, Region region, Gender gender,
    List<String> languages, ZoneId timezone, LocalDate availableFrom, String biography, Consent consent,
    List<Expertise> expertise)
{
    /**
     * @param reference the page
     * @param name the name, plain text
     * @param user the wiki user, or {@code null}
     * @param position what the expert does, plain text
     * @param organisation where, plain text
     * @param affiliations the kinds of organisation
     * @param country the country as two capital letters (ISO 3166-1), empty if unknown
     * @param region the region of the world, or {@code null}
     * @param gender what the expert says about gender, or {@code null}
     * @param languages the languages the expert works in, as language tags
     * @param timezone the time zone the expert lives in, or {@code null}
     * @param availableFrom the day before which the expert has no time, or {@code null}
     * @param biography wiki text; empty in lists
     * @param consent whether the expert agreed to be listed
     * @param expertise the areas with levels
     */
    public Expert
    {
        affiliations = List.copyOf(affiliations);
        languages = List.copyOf(languages);
        expertise = List.copyOf(expertise);
    }

    /**
     * Whether an expert agreed to be listed.
     *
     * @param given {@code true} if the expert agreed
     * @param on the day, or {@code null}
     * @param version the version of the consent text
     * @version $Id$
 * @since 1.0
     */
    public record Consent(boolean given, LocalDate on, String version)
    {
    }
}
