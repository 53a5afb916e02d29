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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.InterviewManager;
import org.xwiki.contrib.crowdsourcing.roadmap.InterviewNotes;
import org.xwiki.model.reference.DocumentReference;

/**
 * Keeps interview notes on a hidden page of their own beside the recommendation.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultInterviewManager implements InterviewManager
{
    private static final String NOTES = "interviewNotes";

    private static final int LONGEST = 60000;

    /** What is seen before there are notes, so that who writes the first ones at the same time is told. */
    private static final String NONE = "none";

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Seen seen;

    private static DocumentReference page(DocumentReference recommendation)
    {
        return new DocumentReference(Schema.INTERVIEW.getName(), recommendation.getLastSpaceReference());
    }

    @Override
    public Optional<InterviewNotes> get(DocumentReference recommendation) throws CrowdsourcingException
    {
        boolean allowed = this.access.canEdit(recommendation)
            && this.things.find(recommendation, Schema.RECOMMENDATION).isPresent();
        return allowed ? Optional.of(this.pages.find(page(recommendation), Schema.INTERVIEW)
            .map(row -> new InterviewNotes(row.text(NOTES), row.stamp())).orElse(new InterviewNotes("", NONE)))
            : Optional.empty();
    }

    @Override
    public void save(DocumentReference recommendation, String text) throws CrowdsourcingException
    {
        this.things.getEditable(recommendation, Schema.RECOMMENDATION);
        Inputs inputs = new Inputs();
        Map<String, Object> values = Map.of(NOTES, inputs.text(NOTES, text, LONGEST));
        inputs.refuse();
        DocumentReference page = page(recommendation);
        this.seen.expect(page, this.seen.of(recommendation));
        if (!this.writer.createHidden(page, Schema.INTERVIEW.getName(), Schema.INTERVIEW, values)) {
            this.writer.update(page, Schema.INTERVIEW, values, "");
        }
    }
}
