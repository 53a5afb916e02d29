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
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertReason;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.ModerationAct;
import org.xwiki.contrib.crowdsourcing.dialogue.ModerationEntry;
import org.xwiki.contrib.crowdsourcing.dialogue.ModerationLog;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Reads the moderation log of a thread: hidden pages in its space, whose names are a range in the order of time.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultModerationLog implements ModerationLog
{
    @Inject
    private RowReader reader;

    @Inject
    private ThreadRules rules;

    @Override
    public Page<ModerationEntry> list(DocumentReference thread, PageRequest request) throws CrowdsourcingException
    {
        this.rules.get(thread);
        WikiReference wiki = thread.getWikiReference();
        String prefix = this.reader.serialize(thread.getLastSpaceReference()) + '.';
        Statement statement = names(prefix);
        if (LogKeys.isName(request.cursor())) {
            statement.add("and doc.fullName < :edge").bind("edge", prefix + request.cursor());
        }
        List<String> names = this.reader.list(wiki,
            statement.add("order by doc.fullName desc").limit(request.limit() + 1));
        Count total = this.reader.count(wiki, names(prefix));
        List<String> shown = names.subList(0, Math.min(names.size(), request.limit()));
        Map<DocumentReference, Row> rows =
            this.reader.read(wiki, shown, Schema.MODERATION).first(Schema.MODERATION);
        boolean curator = this.rules.canCurate(thread);
        List<ModerationEntry> entries = new ArrayList<>();
        for (String name : shown) {
            Row row = rows.get(this.reader.resolve(name, wiki));
            if (row != null && row.option(ModerationAct.class, LogKeys.ACT) != null) {
                entries.add(toEntry(row, curator));
            }
        }
        String next = names.size() > shown.size() ? shown.get(shown.size() - 1).substring(prefix.length()) : null;
        return new Page<>(entries, next, total);
    }

    private Statement names(String prefix)
    {
        return new Statement("select doc.fullName from XWikiDocument doc where doc.space = :space"
            + " and doc.fullName >= :from and doc.fullName < :to")
            .bind("space", prefix.substring(0, prefix.length() - 1)).bind("from", prefix + LogKeys.FROM)
            .bind("to", prefix + LogKeys.TO);
    }

    private ModerationEntry toEntry(Row row, boolean curator)
    {
        String name = row.text(LogKeys.CONTRIBUTION);
        ModerationAct act = row.option(ModerationAct.class, LogKeys.ACT);
        return new ModerationEntry(act,
            ContributionKeys.isName(name) ? new DocumentReference(name, row.page().getLastSpaceReference()) : null,
            act.isReview() ? row.option(AlertReason.class, LogKeys.REASON_KIND)
                : row.option(HidingReason.class, LogKeys.REASON_KIND), curator ? row.reference(LogKeys.ACTOR) : null,
            LogKeys.time(row.page().getName()));
    }
}
