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
 * @param text a part of the name
 * @param area the page of an area; its topics are included
 * @param country the country as two capital letters
 * @param affiliation the kind of organisation
 * @param language a language tag
 * @param organisation a part of the name of the organisation
 * @param sort the order, {@code null} for by name
 * @param request which page of the list
 * @version $Id$
 * @since 1.0
 */
public record ExpertQuery(String text, DocumentReference area, String country, Affiliation affiliation,
    String language, String organisation, Sort<ExpertOrder> sort, PageRequest request)
{
    /**
     * @param text a part of the name
     * @param area the page of an area; its topics are included
     * @param country the country as two capital letters
     * @param affiliation the kind of organisation
     * @param language a language tag
     * @param request which page of the list
     */
    public ExpertQuery(String text, DocumentReference area, String country, Affiliation affiliation, String language,
        PageRequest request)
    {
        this(text, area, country, affiliation, language, null, null, request);
    }

    /**
     * @param request which page of the list
     * @return a search for all experts
     */
    public static ExpertQuery all(PageRequest request)
    {
        return new ExpertQuery(null, null, null, null, null, request);
    }
}
