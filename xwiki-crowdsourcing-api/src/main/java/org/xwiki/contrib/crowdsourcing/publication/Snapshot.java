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
package org.xwiki.contrib.crowdsourcing.publication;

import java.time.Instant;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;

/**
 * A whole roadmap at one moment, as a file or a published version has it: nothing of it is read from other pages. Its
 * sources are citations, and its recommendations have no page of their own.
 *
 * @param address where it was when the snapshot was taken, an absolute address, maybe empty
 * @param initiative the initiative
 * @param licence the licence
 * @param issue how it was published, {@code null} for a draft
 * @param challenges the challenges that it answers
 * @param plan the roadmap, its recommendations and their steps in time
 * @param origins where it was imported from, the nearest first
 * @version $Id$
 * @since 1.0
 */
public record Snapshot(String address, About initiative, Licence licence, Issue issue, List<Question> challenges,
    Plan plan, List<ImportOrigin> origins)
{
    /**
     * @param address where it was when the snapshot was taken
     * @param initiative the initiative
     * @param licence the licence
     * @param issue how it was published
     * @param challenges the challenges that it answers
     * @param plan the roadmap, its recommendations and their steps in time
     * @param origins where it was imported from
     */
    public Snapshot
    {
        challenges = List.copyOf(challenges);
        origins = List.copyOf(origins);
    }

    /**
     * An initiative.
     *
     * @param title the title, plain text
     * @param summary wiki text
     * @param partners the partner organisations, plain text
     * @param languages language tags
     * @param commitment an identifier, maybe empty
     * @param scope an identifier, maybe empty
     * @param instrument an identifier, maybe empty
     * @param inputUse wiki text
     * @param address where it is, maybe empty
     */
    public record About(String title, String summary, List<String> partners, List<String> languages,
        String commitment, String scope, String instrument, String inputUse, String address)
    {
    }

    /**
     * A licence.
     *
     * @param text wiki text
     * @param version its version, plain text
     */
    public record Licence(String text, String version)
    {
    }

    /**
     * How a version was published.
     *
     * @param version its number
     * @param publishedOn when, or {@code null}
     * @param publishedBy by whom, as a name
     * @param reason why over objections, plain text, mostly empty
     * @param reviews what reviewers had said
     */
    public record Issue(int version, Instant publishedOn, String publishedBy, String reason, List<Opinion> reviews)
    {
    }

    /**
     * What a reviewer had said.
     *
     * @param reviewer the name
     * @param answer the answer, {@code null} if there was none
     * @param text what was said about it, plain text
     * @param on when, or {@code null}
     */
    public record Opinion(String reviewer, ReviewAnswer answer, String text, Instant on)
    {
    }

    /**
     * A challenge.
     *
     * @param title the title, plain text
     * @param question the question, plain text
     * @param address where it is, maybe empty
     * @param briefs its briefs
     */
    public record Question(String title, String question, String address, List<Brief> briefs)
    {
    }

    /**
     * A brief of a challenge.
     *
     * @param title the title, plain text
     * @param version the number of its last frozen version, 0 if there was none
     * @param frozenOn when that was frozen, or {@code null}
     * @param address where it is, maybe empty
     */
    public record Brief(String title, int version, Instant frozenOn, String address)
    {
    }

    /**
     * @return the roadmap; its page is the page that the snapshot was read for
     */
    public Roadmap roadmap()
    {
        return this.plan.roadmap();
    }

    /**
     * @return the recommendations with their steps, in their order
     */
    public List<Recommendation> recommendations()
    {
        return this.plan.recommendations();
    }
}
