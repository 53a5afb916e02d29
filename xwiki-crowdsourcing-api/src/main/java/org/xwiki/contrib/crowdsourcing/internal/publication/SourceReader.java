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
package org.xwiki.contrib.crowdsourcing.internal.publication;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.bridge.DocumentAccessBridge;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionView;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.roadmap.Citation;
import org.xwiki.model.reference.DocumentReference;

/**
 * Cites the contributions that a roadmap comes from, however many, in a fixed number of statements. What not everybody
 * may read who reads the roadmap is cited without what was said and by whom.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SourceReader.class)
@Singleton
public class SourceReader
{
    private static final String BRIEF = "brief";

    @Inject
    private ContributionStore store;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private Access access;

    @Inject
    private DocumentAccessBridge bridge;

    /**
     * @param roadmap the page of a roadmap
     * @param references the pages of contributions and briefs
     * @return each of them as a citation
     * @throws CrowdsourcingException if they cannot be read
     */
    Map<DocumentReference, Citation> cite(DocumentReference roadmap, Collection<DocumentReference> references)
        throws CrowdsourcingException
    {
        Map<DocumentReference, Citation> result = new LinkedHashMap<>();
        boolean open = this.access.canView(null, roadmap);
        Map<Boolean, List<DocumentReference>> wanted = references.stream().distinct()
            .collect(Collectors.partitioningBy(page -> ContributionKeys.isName(page.getName())));
        Map<DocumentReference, Row> rows = this.store.load(Set.copyOf(wanted.get(true)));
        Set<DocumentReference> readable = getReadable(rows.values(), open);
        Map<DocumentReference, Citation> briefs = getBriefs(wanted.get(false), open);
        Map<DocumentReference, String> threads =
            this.reader.titles(readable.stream().map(ContributionStore::thread).distinct().toList());
        Map<DocumentReference, String> names = new HashMap<>();
        for (DocumentReference page : references) {
            if (readable.contains(page)) {
                DocumentReference thread = ContributionStore.thread(page);
                result.put(page, cite(rows.get(page), threads.getOrDefault(thread, ""), names));
            } else {
                result.put(page, briefs.getOrDefault(page, new Citation("", "", "", "", null, 0, "", true)));
            }
        }
        return result;
    }

    /** Briefs, and versions of briefs, that are cited as a whole. */
    private Map<DocumentReference, Citation> getBriefs(List<DocumentReference> references, boolean open)
        throws CrowdsourcingException
    {
        Map<DocumentReference, Citation> result = new HashMap<>();
        if (!references.isEmpty()) {
            this.reader.readOnly(references.get(0).getWikiReference(),
                references.stream().map(this.reader::serialize).toList(), Set.of(Schema.VERSION, Fields.FROZEN_ON),
                Schema.BRIEF).first(Schema.BRIEF).forEach((page, row) -> {
                    if (isReadable(page, open)) {
                        result.put(page, new Citation(BRIEF, row.title(), "", "", row.instant(Fields.FROZEN_ON),
                            row.number(Schema.VERSION), address(page), false));
                    }
                });
        }
        return result;
    }

    private String address(DocumentReference page)
    {
        return this.bridge.getDocumentURL(page, "view", null, null, true);
    }

    private Citation cite(Row row, String session, Map<DocumentReference, String> names)
    {
        String author = row.text("speaker");
        DocumentReference user = row.reference("author");
        if (author.isBlank() && user != null && !Contribution.GUEST.endsWith('.' + user.getName())) {
            author = names.computeIfAbsent(user, this.pages::userName);
        }
        return new Citation(ContributionStore.kind(row).getId(), row.text("text"), author, session,
            ContributionKeys.time(row.page().getName()), row.number("briefVersion"),
            // Its own page leads on: to the profile, the session, the version of the brief.
            address(row.page()), false);
    }

    /** What is published, may be seen by the current user, and by guests if they read the roadmap. */
    private Set<DocumentReference> getReadable(Collection<Row> rows, boolean open) throws CrowdsourcingException
    {
        Set<String> restricted = getRestricted(rows);
        Map<DocumentReference, Boolean> threads = new HashMap<>();
        Set<DocumentReference> result = new HashSet<>();
        for (Row row : rows) {
            ContributionState state = ContributionView.state(row);
            boolean shown = state == ContributionState.PUBLISHED || state == ContributionState.MERGED;
            boolean own = restricted.contains(this.reader.serialize(row.page()));
            if (shown && (own ? isReadable(row.page(), open)
                : threads.computeIfAbsent(ContributionStore.thread(row.page()), page -> isReadable(page, open)))) {
                result.add(row.page());
            }
        }
        return result;
    }

    private boolean isReadable(DocumentReference page, boolean open)
    {
        return this.access.canView(page) && (!open || this.access.canView(null, page));
    }

    /** Only a page with rights of its own may differ from its thread. */
    private Set<String> getRestricted(Collection<Row> rows) throws CrowdsourcingException
    {
        if (rows.isEmpty()) {
            return Set.of();
        }
        List<String> names = rows.stream().map(row -> this.reader.serialize(row.page())).toList();
        return new HashSet<>(this.reader.<String>list(rows.iterator().next().page().getWikiReference(),
            new Statement("select distinct obj.name from BaseObject obj where obj.className = 'XWiki.XWikiRights'"
                + " and obj.name in (:names)").bind("names", names).limit(names.size())));
    }
}
