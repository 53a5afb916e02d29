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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * The region of the world that an expert lives in. Which country is where is a matter of the standard of the United
 * Nations for statistics, UN M49; its Northern and Southern Europe are a part of Western Europe here.
 *
 * @version $Id$
 * @since 1.0
 */
public enum Region implements Stored
{
    /** Northern America. */
    NORTHERN_AMERICA("northern-america", "021"),

    /** Latin America and the Caribbean. */
    LATIN_AMERICA_CARIBBEAN("latin-america-caribbean", "005", "013", "029"),

    /** Western Europe, with Northern and Southern Europe. */
    WESTERN_EUROPE("western-europe", "155", "154", "039"),

    /** Eastern Europe. */
    EASTERN_EUROPE("eastern-europe", "151"),

    /** Africa. */
    AFRICA("africa", "002"),

    /** Western Asia. */
    WESTERN_ASIA("western-asia", "145"),

    /** Central Asia. */
    CENTRAL_ASIA("central-asia", "143"),

    /** Southern Asia. */
    SOUTHERN_ASIA("southern-asia", "034"),

    /** Eastern Asia. */
    EASTERN_ASIA("eastern-asia", "030"),

    /** South-eastern Asia. */
    SOUTH_EASTERN_ASIA("south-eastern-asia", "035"),

    /** Oceania. */
    OCEANIA("oceania", "053", "054", "057", "061");

    private static final Map<String, Region> COUNTRIES = countries();

    private final String id;

    private final List<String> codes;

    Region(String id, String... codes)
    {
        this.id = id;
        this.codes = List.of(codes);
    }

    private static Map<String, Region> countries()
    {
        Map<String, Region> result = new HashMap<>();
        for (String country : Locale.getISOCountries()) {
            com.ibm.icu.util.Region around = com.ibm.icu.util.Region.getInstance(country).getContainingRegion();
            while (around != null && !result.containsKey(country)) {
                String code = around.toString();
                Arrays.stream(values()).filter(region -> region.codes.contains(code))
                    .forEach(region -> result.put(country, region));
                around = around.getContainingRegion();
            }
        }
        return Map.copyOf(result);
    }

    /**
     * @param country a country as two capital letters (ISO 3166-1)
     * @return the region that it is in, empty if there is no such country or it is in none
     */
    public static Optional<Region> ofCountry(String country)
    {
        return country == null ? Optional.empty() : Optional.ofNullable(COUNTRIES.get(country));
    }

    /**
     * @return the countries in it as two capital letters, in the order of the letters
     */
    public List<String> getCountries()
    {
        return COUNTRIES.entrySet().stream().filter(country -> country.getValue() == this).map(Map.Entry::getKey)
            .sorted().toList();
    }

    @Override
    public String getId()
    {
        return this.id;
    }
}
