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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Keeps the words of the newest published contributions of the threads that are looked at, up to date with what any
 * machine saves. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = TextIndexes.class)
@Singleton
public class TextIndexes extends AbstractThreadCache<TextIndex>
{
    private static final int THREADS = 20;

    private static final int NEWEST = 5000;

    private static final int BATCH = 500;

    private static final String TEXT = "text";

    @Inject
    private RowReader reader;

    @Inject
    private ContributionStore contributions;

    /**
     * Keeps nothing yet.
     */
    public TextIndexes()
    {
        super("crowdsourcingTexts", THREADS);
    }

    /**
     * @param thread the page of a thread
     * @return the words of its contributions
     * @throws CrowdsourcingException if it fails
     */
    TextIndex of(DocumentReference thread) throws CrowdsourcingException
    {
        TextIndex index = find(thread);
        if (index == null) {
            index = new TextIndex(NEWEST);
            // Before it is read, so that it hears of what happens meanwhile.
            keep(thread, index);
            try {
                fill(thread, index);
            } catch (CrowdsourcingException e) {
                forget(thread);
                throw e;
            }
        }
        String prefix = this.reader.serialize(thread.getLastSpaceReference()) + '.';
        Set<String> changed = index.takeChanged();
        read(thread.getWikiReference(), changed.stream().map(name -> prefix + name).toList(), index);
        return index;
    }

    private void fill(DocumentReference thread, TextIndex index) throws CrowdsourcingException
    {
        Statement statement = this.contributions
            .inThread(new Statement("select doc.fullName from XWikiDocument doc where 1 = 1"), thread)
            .add("order by doc.fullName desc").limit(NEWEST);
        read(thread.getWikiReference(), this.reader.list(thread.getWikiReference(), statement), index);
    }

    private void read(WikiReference wiki, List<String> pages, TextIndex index) throws CrowdsourcingException
    {
        for (int at = 0; at < pages.size(); at += BATCH) {
            Collection<String> batch = pages.subList(at, Math.min(pages.size(), at + BATCH));
            Map<DocumentReference, Row> rows = this.reader.readOnly(wiki, batch, Set.of(TEXT, ContributionView.STATE),
                Schema.CONTRIBUTION).first(Schema.CONTRIBUTION);
            for (String page : batch) {
                DocumentReference reference = this.reader.resolve(page, wiki);
                Row row = rows.get(reference);
                boolean shown = row != null && ContributionView.state(row) == ContributionState.PUBLISHED;
                index.put(reference.getName(), shown ? row.text(TEXT) : null);
            }
        }
    }

    /**
     * Takes up that a contribution was written, changed or deleted.
     *
     * @param contribution the page of the contribution
     */
    void changed(DocumentReference contribution)
    {
        TextIndex index = find(contribution);
        if (index != null) {
            index.change(contribution.getName());
        }
    }
}
