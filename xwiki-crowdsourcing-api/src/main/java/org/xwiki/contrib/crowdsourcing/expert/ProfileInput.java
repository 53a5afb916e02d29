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

import java.util.List;

/**
 * What an expert says in the own profile, as it is typed and stored. The name, the user and the consent are no part of
 * it.
 *
 * @param position what the expert does
 * @param organisation where
 * @param affiliations the ids of the kinds of organisation
 * @param country the country as two capital letters
 * @param region the id of the region of the world, empty for that of the country
 * @param gender the id of what the expert says about gender
 * @param languages the languages the expert works in, as language tags
 * @param timezone the time zone the expert lives in
 * @param availableFrom the day before which the expert is not available
 * @param biography wiki text
 * @param areas the areas of expertise
 * @version $Id$
 * @since 1.0
 */
public record ProfileInput(String position, String organisation, List<String> affiliations, String country,
    String region, String gender, List<String> languages, String timezone, String availableFrom, String biography,
    List<AreaInput> areas)
{
    /** The most areas of a profile. */
    public static final int MOST_AREAS = 50;

    /** The field with an area begins so; its number follows. */
    public static final String AREA = "area";

    /** The field with the level in an area begins so; its number follows. */
    public static final String LEVEL = "level";

    /**
     * An area of expertise.
     *
     * @param area the local reference of the page of the area, empty for none
     * @param level the id of what the expert is able to
     * @version $Id$
     * @since 1.0
     */
    public record AreaInput(String area, String level)
    {
    }
}
