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
package org.xwiki.contrib.crowdsourcing.internal.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.macro.Toolkit;
import org.xwiki.model.reference.DocumentReference;

/**
 * What the directory of experts can be searched by.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ExpertOptions.class)
@Singleton
public class ExpertOptions
{
    /** The languages offered to choose from; any other can be asked for in the parameter of a macro. */
    public static final List<String> LANGUAGES =
        List.of("ar", "zh", "en", "fr", "de", "hi", "it", "ja", "pt", "ru", "es", "sw");

    @Inject
    private ExpertManager experts;

    @Inject
    private Toolkit toolkit;

    /**
     * @param chosen the country that is chosen, maybe {@code null}
     * @return the countries of the experts and the chosen one, by name
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<String> getCountries(String chosen) throws CrowdsourcingException
    {
        List<String> countries = new ArrayList<>(this.experts.getCountries());
        if (chosen != null && !countries.contains(chosen)) {
            countries.add(chosen);
        }
        countries.sort(Comparator.comparing(this.toolkit::getCountryName));
        return countries;
    }

    /**
     * @param chosen the reference of an area, maybe {@code null}
     * @param areas the areas
     * @return the area, {@code null} if it is none of them
     */
    public DocumentReference getArea(String chosen, List<Area> areas)
    {
        return areas.stream().map(Area::reference)
            .filter(reference -> this.toolkit.serialize(reference).equals(chosen)).findFirst().orElse(null);
    }
}
