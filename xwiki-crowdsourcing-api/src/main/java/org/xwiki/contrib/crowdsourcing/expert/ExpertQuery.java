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

import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.model.reference.DocumentReference;

/**
 * Which experts are looked for. What is {@code null} or empty does not narrow the search.
 *
 * @param words words in any form in English, Spanish, Portuguese or French, all of which the profile has: in its texts,
 *     or in the name of an area, country, region or language of it
 * @param text a part of the name
 * @param area the page of an area; its topics are included
 * @param level what the expert is at least able to, in the area if there is one
 * @param country the country as two capital letters
 * @param region the region of the world
 * @param affiliation the kind of organisation
 * @param language a language tag
 * @param organisation a part of the name of the organisation
 * @param available {@code true} for those who are available today
 * @param sort the order, {@code null} for by name
 * @param request which page of the list
 * @version $Id$
 * @since 1.0
 */
public record ExpertQuery(String words, String text, DocumentReference area, ExpertiseLevel level, String country,
    Region region, Affiliation affiliation, String language, String organisation, boolean available,
    Sort<ExpertOrder> sort, PageRequest request)
{
    /** The field with the words. */
    public static final String WORDS = "search";

    /**
     * @param area the page of an area; its topics are included
     * @param request which page of the list
     * @return a search for the experts of an area
     */
    public static ExpertQuery of(DocumentReference area, PageRequest request)
    {
        return new ExpertQuery(null, null, area, null, null, null, null, null, null, false, null, request);
    }

    /**
     * @param request which page of the list
     * @return a search for all experts
     */
    public static ExpertQuery all(PageRequest request)
    {
        return of(null, request);
    }
}
