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
package org.xwiki.contrib.crowdsourcing.internal.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.expert.Region;

/**
 * What matching reads of an expert.
 *
 * @param page the local reference of the profile
 * @param name the name
 * @param listed whether the expert agreed to be listed
 * @param region where the expert lives, or {@code null}
 * @param gender what the expert says about gender, or {@code null}
 * @param sectors the kinds of organisation
 * @param languages the tags of the languages
 * @param availableFrom the day before which the expert has no time, or {@code null}
 * @param expertise the best level of each area, by the local reference of its page
 * @version $Id$
 * @since 1.0
 */
record Candidate(String page, String name, boolean listed, Region region, Gender gender, List<Affiliation> sectors,
    List<String> languages, LocalDate availableFrom, Map<String, ExpertiseLevel> expertise)
{
}
