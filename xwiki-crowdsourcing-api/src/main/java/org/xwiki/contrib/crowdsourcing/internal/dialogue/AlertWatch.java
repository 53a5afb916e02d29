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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertKind;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.model.reference.DocumentReference;

/**
 * Raises alerts when something arrives. That it fails hinders nobody: what it missed is found when a curator looks.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = AlertWatch.class)
@Singleton
public class AlertWatch
{
    private static final String FAILED = "Failed to look whether [{}] belongs to a burst";

    @Inject
    private AlertFinder finder;

    @Inject
    private AlertStore store;

    @Inject
    private Logger logger;

    /**
     * Looks at a contribution that somebody has just backed.
     *
     * @param contribution its page
     */
    public void supported(DocumentReference contribution)
    {
        DocumentReference thread = ContributionStore.thread(contribution);
        try {
            raise(thread, this.finder.findSupport(thread, contribution.getName()));
        } catch (CrowdsourcingException e) {
            this.logger.error(FAILED, contribution, e);
        }
    }

    /**
     * Looks at a contribution that somebody has just written.
     *
     * @param contribution its page
     */
    public void contributed(DocumentReference contribution)
    {
        DocumentReference thread = ContributionStore.thread(contribution);
        try {
            raise(thread, this.finder.findContributions(thread, contribution.getName()));
        } catch (CrowdsourcingException e) {
            this.logger.error(FAILED, contribution, e);
        }
    }

    /**
     * Looks at all of a thread.
     *
     * @param thread its page
     * @throws CrowdsourcingException if it cannot be read or saved
     */
    public void look(DocumentReference thread) throws CrowdsourcingException
    {
        List<AlertFinder.Finding> found = new ArrayList<>(this.finder.findSupport(thread, null));
        found.addAll(this.finder.findContributions(thread, null));
        raise(thread, found);
    }

    private void raise(DocumentReference thread, List<AlertFinder.Finding> found) throws CrowdsourcingException
    {
        for (AlertFinder.Finding finding : found) {
            Burst burst = finding.burst();
            boolean author = finding.kind() == AlertKind.ONE_AUTHOR;
            Map<String, Object> values = new HashMap<>(values(finding));
            values.put(AlertStore.KIND, finding.kind().getId());
            values.put(AlertStore.STATE, AlertState.OPEN.getId());
            values.put(AlertStore.CONTRIBUTION, author ? "" : finding.subject());
            values.put(AlertStore.AUTHOR, author ? finding.subject() : "");
            values.put(AlertStore.SINCE, Times.format(burst.since()));
            values.put(AlertStore.DAYS, this.finder.thresholds(thread).days());
            this.store.raise(thread, finding, values);
        }
    }

    /**
     * @param finding what was found
     * @return what is stored of how much it is by now
     */
    static Map<String, Object> values(AlertFinder.Finding finding)
    {
        return Map.of(AlertStore.UNTIL, Times.format(finding.burst().until()), AlertStore.ACCOUNTS,
            String.join("\n", finding.burst().accounts()), AlertStore.COUNT, finding.burst().count(),
            AlertStore.TOTAL, finding.total());
    }
}
