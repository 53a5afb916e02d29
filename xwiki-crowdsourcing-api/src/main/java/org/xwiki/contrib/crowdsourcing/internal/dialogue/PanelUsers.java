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

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The users on the confirmed panel of a dialogue.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PanelUsers.class)
@Singleton
public class PanelUsers
{
    private static final String USER = "user";

    @Inject
    private EngagementStore engagements;

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    /**
     * @param thread the page of a dialogue or a brief
     * @return the users whose profiles are those of its confirmed experts; a brief has none
     * @throws CrowdsourcingException if they cannot be read
     */
    Set<DocumentReference> users(DocumentReference thread) throws CrowdsourcingException
    {
        Set<DocumentReference> result = new HashSet<>();
        if (this.pages.find(thread, Schema.DIALOGUE).isPresent()) {
            List<String> experts = this.engagements.confirmed(thread).stream().map(row -> row.reference("expert"))
                .filter(Objects::nonNull).map(this.reader::serialize).toList();
            this.reader.readOnly(thread.getWikiReference(), experts, Set.of(USER), Schema.EXPERT)
                .first(Schema.EXPERT).values().stream().map((Row row) -> row.reference(USER))
                .filter(Objects::nonNull).forEach(result::add);
        }
        return result;
    }

    /**
     * @param thread the page of a dialogue or a brief
     * @param account the account of a user
     * @return the user
     */
    DocumentReference user(DocumentReference thread, String account)
    {
        return this.reader.resolve(account, thread.getWikiReference());
    }
}
