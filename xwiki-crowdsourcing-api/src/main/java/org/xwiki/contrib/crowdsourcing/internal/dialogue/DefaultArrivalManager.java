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

import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ArrivalManager;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.model.reference.DocumentReference;

/**
 * Default implementation of {@link ArrivalManager}.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultArrivalManager implements ArrivalManager
{
    /** Beyond that nobody wants to know how many more. */
    private static final int MOST = 100;

    @Inject
    private ThreadRules rules;

    @Inject
    private ArrivalStore store;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private Access access;

    @Override
    public String getLatest(DocumentReference thread) throws CrowdsourcingException
    {
        return recent(thread).latest();
    }

    @Override
    public String getTag(DocumentReference thread) throws CrowdsourcingException
    {
        return recent(thread).tag();
    }

    private Recent recent(DocumentReference thread) throws CrowdsourcingException
    {
        this.rules.get(thread);
        return this.store.recent(thread);
    }

    @Override
    public Count count(DocumentReference thread, String since) throws CrowdsourcingException
    {
        Recent recent = recent(thread);
        List<DocumentReference> arrived = !ContributionKeys.isOwn(since) ? List.of()
            : recent.after(since, MOST + 1).stream()
                .map(name -> new DocumentReference(name, thread.getLastSpaceReference())).toList();
        DocumentReference user = this.access.user();
        int seen = arrived.isEmpty() ? 0 : (int) this.dialogues.getContributions(arrived).values().stream()
            .filter(contribution -> contribution.state() == ContributionState.PUBLISHED
                && (user == null || !user.equals(contribution.author())))
            .count();
        return new Count(Math.min(seen, MOST), seen > MOST);
    }
}
