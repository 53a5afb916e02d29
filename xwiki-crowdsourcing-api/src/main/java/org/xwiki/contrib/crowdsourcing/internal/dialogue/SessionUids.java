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

import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;

/**
 * Gives every dialogue, however its page is made, the identifier that calendars know its session by. It stays when the
 * page is changed, moved, exported or restored; a copy of the page is another session and gets another one.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SessionUids.class)
@Singleton
public class SessionUids
{
    @Inject
    private PageChanges changes;

    @Inject
    private RowReader reader;

    /**
     * @param source the source of an event about a page
     * @param before the page as it is
     * @param after the page as it will be saved
     * @throws CrowdsourcingException if it fails
     */
    public void add(Object source, PageState before, PageState after) throws CrowdsourcingException
    {
        if (after.has(Schema.DIALOGUE)) {
            String known = before.has(Schema.DIALOGUE) ? before.first(Schema.DIALOGUE).text(Schema.UID) : "";
            String now = after.first(Schema.DIALOGUE).text(Schema.UID);
            String kept = known.isEmpty() ? now : known;
            boolean fresh = kept.isEmpty() || known.isEmpty() && isTaken(after, kept);
            if (fresh || !kept.equals(now)) {
                this.changes.set(source, Schema.DIALOGUE, Schema.UID, fresh ? UUID.randomUUID().toString() : kept);
            }
        }
    }

    private boolean isTaken(PageState page, String uid) throws CrowdsourcingException
    {
        Statement others = new Statement("select obj.name from BaseObject obj, StringProperty p where p.id.id = obj.id"
            + " and p.id.name = :property and p.value = :uid and obj.className = :class and obj.name <> :page")
            .bind("property", Schema.UID).bind(Schema.UID, uid).bind("class", Schema.DIALOGUE.getClassName())
            .bind("page", this.reader.serialize(page.page())).limit(1);
        return !this.reader.list(page.page().getWikiReference(), others).isEmpty();
    }
}
