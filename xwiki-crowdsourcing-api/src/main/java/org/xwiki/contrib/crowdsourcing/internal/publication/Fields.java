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
package org.xwiki.contrib.crowdsourcing.internal.publication;

/**
 * The names of the fields of a file, as the JSON Schema has them.
 *
 * @version $Id$
 * @since 1.0
 */
final class Fields
{
    /** The identifier of the schema that files follow. */
    static final String SCHEMA_ID = "urn:xwiki-contrib-crowdsourcing:roadmap:1";

    static final String SCHEMA = "schema";

    static final String ADDRESS = "address";

    static final String INITIATIVE = "initiative";

    static final String LICENCE = "licence";

    static final String PUBLICATION = "publication";

    static final String ROADMAP = "roadmap";

    static final String CHALLENGES = "challenges";

    static final String RECOMMENDATIONS = "recommendations";

    static final String ORIGINS = "origins";

    static final String TITLE = "title";

    static final String SUMMARY = "summary";

    static final String PARTNERS = "partners";

    static final String LANGUAGES = "languages";

    static final String COMMITMENT = "commitment";

    static final String SCOPE = "scope";

    static final String INSTRUMENT = "instrument";

    static final String INPUT_USE = "inputUse";

    static final String TEXT = "text";

    static final String VERSION = "version";

    static final String PUBLISHED_ON = "publishedOn";

    static final String PUBLISHED_BY = "publishedBy";

    static final String IMPORTED_ON = "importedOn";

    static final String REASON = "reason";

    static final String REVIEWS = "reviews";

    static final String REVIEWER = "reviewer";

    static final String ANSWER = "answer";

    static final String ON = "on";

    static final String BY = "by";

    static final String STARTS_ON = "startsOn";

    static final String CURRENCY = "currency";

    static final String QUESTION = "question";

    static final String BRIEFS = "briefs";

    static final String FROZEN_ON = "frozenOn";

    static final String PRIORITY = "priority";

    static final String COST_BAND = "costBand";

    static final String COST = "cost";

    static final String OFFSET = "offset";

    static final String AGGRESSIVE_MONTHS = "aggressiveMonths";

    static final String CONSERVATIVE_MONTHS = "conservativeMonths";

    static final String CONTACTS = "contacts";

    static final String DESK_RESEARCH = "deskResearch";

    static final String DESK_REFERENCE = "deskReference";

    static final String SOURCES = "sources";

    static final String FOLLOW_UP = "followUp";

    static final String STATE = "state";

    static final String STEPS = "steps";

    static final String UID = "uid";

    static final String ACTOR = "actor";

    static final String START = "start";

    static final String AFTER = "after";

    static final String UNIT = "unit";

    static final String DURATION = "duration";

    static final String AGGRESSIVE = "aggressive";

    static final String CONSERVATIVE = "conservative";

    static final String AMOUNT = "amount";

    static final String BAND = "band";

    static final String PREREQUISITES = "prerequisites";

    static final String RISK = "risk";

    static final String METRIC = "metric";

    static final String NOTE = "note";

    static final String EVIDENCE = "evidence";

    static final String LINK = "link";

    /** Not in files: what is kept of the names of those who said what became of imported steps. */
    static final String REPORTERS = "reporters";

    private Fields()
    {
    }
}
