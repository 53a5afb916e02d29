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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Which country is in which region, as the list UN M49 has it.
 *
 * @version $Id$
 * @since 1.0
 */
class RegionTest
{
    @ParameterizedTest
    @CsvSource({"US,NORTHERN_AMERICA", "CA,NORTHERN_AMERICA", "MX,LATIN_AMERICA_CARIBBEAN",
        "BR,LATIN_AMERICA_CARIBBEAN", "HT,LATIN_AMERICA_CARIBBEAN", "GB,WESTERN_EUROPE", "ES,WESTERN_EUROPE",
        "EE,WESTERN_EUROPE", "PL,EASTERN_EUROPE", "RU,EASTERN_EUROPE", "MA,AFRICA", "ZA,AFRICA", "TR,WESTERN_ASIA",
        "CY,WESTERN_ASIA", "GE,WESTERN_ASIA", "KZ,CENTRAL_ASIA", "IR,SOUTHERN_ASIA", "IN,SOUTHERN_ASIA",
        "MN,EASTERN_ASIA", "JP,EASTERN_ASIA", "TL,SOUTH_EASTERN_ASIA", "ID,SOUTH_EASTERN_ASIA", "AU,OCEANIA",
        "PG,OCEANIA", "PF,OCEANIA"})
    void regionOfACountry(String country, Region region)
    {
        assertEquals(Optional.of(region), Region.ofCountry(country));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mx", "XX", "AQ", "419", "Mexico"})
    void whatIsInNoRegion(String country)
    {
        assertEquals(Optional.empty(), Region.ofCountry(country));
        assertEquals(Optional.empty(), Region.ofCountry(null));
    }

    @Test
    void everyCountryIsInOneRegion()
    {
        Set<String> countries = new TreeSet<>(List.of(Locale.getISOCountries()));
        for (Region region : Region.values()) {
            region.getCountries().forEach(country -> assertEquals(true, countries.remove(country), country));
        }
        assertEquals(Set.of("AQ"), countries);
        Map<Region, Integer> sizes = Map.of(Region.CENTRAL_ASIA, 5, Region.SOUTHERN_ASIA, 9, Region.EASTERN_EUROPE, 10,
            Region.SOUTH_EASTERN_ASIA, 11, Region.WESTERN_ASIA, 18);
        sizes.forEach((region, size) -> assertEquals(size, region.getCountries().size(), region.getId()));
    }
}
