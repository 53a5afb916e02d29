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

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Removes for good what a person said. The page stays, so replies, citations and the order of the discussion do.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Eraser.class)
@Singleton
public class Eraser
{
    private static final int MAXIMUM = 1000;

    /** What tells what was said, by whom or about whom. */
    private static final List<String> PERSONAL = List.of("text", "passage", "speaker", "author", "hiddenReason",
        "hiddenBy", "appeal", "appealState", "appealAnswer");

    @Inject
    private PageWriter writer;

    @Inject
    private RowReader reader;

    @Inject
    private FlagStore flags;

    @Inject
    private AlertStore alerts;

    /**
     * @param contribution the page of a contribution
     * @param reasonKind the kind of reason
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void erase(DocumentReference contribution, HidingReason reasonKind) throws CrowdsourcingException
    {
        Map<String, Object> values = new HashMap<>();
        PERSONAL.forEach(property -> values.put(property, ""));
        values.put("state", ContributionState.ERASED.getId());
        values.put("hiddenReasonKind", reasonKind.getId());
        values.put("hiddenOn", Times.now());
        this.writer.erase(contribution, Schema.CONTRIBUTION, values);
        this.flags.erase(contribution);
    }

    /**
     * @param contributions the pages of contributions
     * @param person a person, as stored, whom alerts of their threads do not name any more
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void eraseAlerts(List<DocumentReference> contributions, String person) throws CrowdsourcingException
    {
        for (DocumentReference thread : new LinkedHashSet<>(
            contributions.stream().map(ContributionStore::thread).toList()))
        {
            this.alerts.erase(thread, person);
        }
    }

    /**
     * @param initiative the page of an initiative
     * @param person a person, as stored
     * @return the pages of what that person contributed there
     * @throws CrowdsourcingException if it fails
     */
    public List<DocumentReference> find(DocumentReference initiative, String person) throws CrowdsourcingException
    {
        WikiReference wiki = initiative.getWikiReference();
        return this.reader.find(wiki, this.reader.below(this.reader.objects().add("and obj.className = :class"
            + " and exists (select s.id.id from StringProperty s where s.id.id = obj.id and s.id.name = 'author'"
            + " and s.value = :person)"), initiative.getLastSpaceReference())
            .bind("class", Schema.CONTRIBUTION.getClassName()).bind("person", person)
            .add("order by doc.fullName").limit(MAXIMUM)).stream()
            .map(found -> this.reader.resolve(found.page(), wiki)).toList();
    }
}
