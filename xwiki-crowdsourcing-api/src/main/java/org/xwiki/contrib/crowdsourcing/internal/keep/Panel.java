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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.block.Block;

/**
 * The panel of a dialogue as text: who is confirmed and agreed to be listed, by name.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Panel.class)
@Singleton
public class Panel
{
    private static final String EXPERT = "expert";

    @Inject
    private EngagementStore engagements;

    @Inject
    private PageReader pages;

    @Inject
    private Visibility visibility;

    @Inject
    private Wording wording;

    /**
     * @param dialogue the page of a dialogue
     * @return a line for each of the panel
     * @throws CrowdsourcingException if it fails
     */
    public List<List<Block>> read(DocumentReference dialogue) throws CrowdsourcingException
    {
        List<Row> members = this.engagements.confirmed(dialogue);
        Set<DocumentReference> shown =
            this.visibility.shown(dialogue, members.stream().map(row -> row.reference(EXPERT)).toList());
        Map<DocumentReference, String> names = new HashMap<>();
        for (DocumentReference expert : shown) {
            this.pages.find(expert, Schema.EXPERT).filter(row -> row.flag("consent"))
                .ifPresent(row -> names.put(expert, row.title()));
        }
        List<List<Block>> result = new ArrayList<>();
        for (Row member : members) {
            DocumentReference expert = member.reference(EXPERT);
            Object name = names.containsKey(expert) ? this.wording.link(expert, names.get(expert))
                : this.wording.text("crowdsourcing.expert.hidden");
            result.add(this.wording.line(name, " \u00b7 " + this.wording.option(member, Schema.ENGAGEMENT, "state")));
        }
        return result;
    }
}
