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
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;

/**
 * Where merges are stored: with the merged contributions, each of which names what it was merged into. They are few,
 * and kept in memory until a contribution of the thread changes on any machine. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = MergeStore.class)
@Singleton
public class MergeStore extends AbstractThreadCache<Merges>
{
    /** The property with the name of the page of the contribution that one was merged into. */
    public static final String INTO = "mergedInto";

    private static final int THREADS = 500;

    private static final int MAXIMUM = 20000;

    @Inject
    private RowReader reader;

    @Inject
    private ContributionStore contributions;

    private final AtomicLong changes = new AtomicLong();

    /**
     * Keeps nothing yet.
     */
    public MergeStore()
    {
        super("crowdsourcingMerges", THREADS);
    }

    /**
     * @param thread the page of a thread
     * @return what was merged into what
     * @throws CrowdsourcingException if it fails
     */
    Merges of(DocumentReference thread) throws CrowdsourcingException
    {
        Merges merges = find(thread);
        if (merges == null) {
            long before = this.changes.get();
            merges = read(thread);
            if (before == this.changes.get()) {
                keep(thread, merges);
            }
        }
        return merges;
    }

    /**
     * @param thread the page of a thread
     * @return what is stored now of what was merged into what
     * @throws CrowdsourcingException if it fails
     */
    Merges read(DocumentReference thread) throws CrowdsourcingException
    {
        Statement statement = new Statement("select doc.fullName, survivor.value from XWikiDocument doc,"
            + " BaseObject obj, StringProperty state, StringProperty survivor where obj.name = doc.fullName"
            + " and obj.className = :class"
            + " and state.id.id = obj.id and state.id.name = 'state' and state.value = :merged"
            + " and survivor.id.id = obj.id and survivor.id.name = 'mergedInto'")
            .bind("class", Schema.CONTRIBUTION.getClassName()).bind("merged", ContributionState.MERGED.getId());
        List<Object[]> rows = this.reader.list(thread.getWikiReference(),
            this.contributions.inThread(statement, thread).limit(MAXIMUM));
        Map<String, String> into = new HashMap<>();
        for (Object[] row : rows) {
            String page = (String) row[0];
            if (row[1] instanceof String name && ContributionKeys.isName(name)) {
                into.put(page.substring(page.lastIndexOf('.') + 1), name);
            }
        }
        return new Merges(into);
    }

    /**
     * @param contribution the page of a contribution
     * @return the pages of those that were merged into it, at once or by way of others
     * @throws CrowdsourcingException if it fails
     */
    public List<DocumentReference> mergedInto(DocumentReference contribution) throws CrowdsourcingException
    {
        return of(ContributionStore.thread(contribution)).members(contribution.getName()).stream().sorted()
            .map(name -> new DocumentReference(name, contribution.getLastSpaceReference())).toList();
    }

    /**
     * Forgets what is known of a thread of which a contribution has changed.
     *
     * @param contribution the page of the contribution
     */
    void changed(DocumentReference contribution)
    {
        this.changes.incrementAndGet();
        forget(contribution);
    }
}
