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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Which ideas nobody closes without saying who decides and why: those that so many people back as the initiative says.
 * Every decision closes an idea, and so does hiding it. Merging does not: the idea that stands for both is backed by
 * the supporters of both. Neither does the end of a dialogue: its ideas still wait for their answer.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Closing.class)
@Singleton
public class Closing
{
    /** From how many supporters on, when the initiative says nothing. */
    public static final int DEFAULT = 5;

    @Inject
    private PageReader pages;

    @Inject
    private ThreadRules rules;

    @Inject
    private SupportCounter counter;

    /**
     * @param page any page of an initiative
     * @return from how many supporters on an idea is closed only with somebody who answers for it and a reason
     * @throws CrowdsourcingException if it fails
     */
    public int threshold(DocumentReference page) throws CrowdsourcingException
    {
        return this.pages.nearest(page, Schema.INITIATIVE).map(row -> row.number("registerThreshold"))
            .filter(number -> number > 0).orElse(DEFAULT);
    }

    /**
     * @param contribution a stored contribution
     * @return {@code true} if it is an idea in a dialogue that so many people back
     * @throws CrowdsourcingException if it fails
     */
    public boolean isGuarded(Row contribution) throws CrowdsourcingException
    {
        DocumentReference page = contribution.page();
        DocumentReference thread = ContributionStore.thread(page);
        return ContributionStore.kind(contribution) == ContributionKind.IDEA && this.rules.isDialogue(thread)
            && this.counter.of(thread).supporters(page.getName()).size() >= threshold(thread);
    }

    /**
     * @param outcome a decision, maybe {@code null}
     * @return {@code true} if what is decided so stands in the register of what was not taken
     */
    public static boolean isRegistered(Outcome outcome)
    {
        return outcome == Outcome.PARTLY || outcome == Outcome.NOT_TAKEN;
    }
}
