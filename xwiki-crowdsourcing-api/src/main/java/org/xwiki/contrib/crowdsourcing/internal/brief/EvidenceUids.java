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
package org.xwiki.contrib.crowdsourcing.internal.brief;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.brief.Citations;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * Gives every piece of evidence, however its page is written, the identifier that the sections of the brief cite it by.
 * It stays when entries are changed, removed or put in another order; versions and translations keep it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = EvidenceUids.class)
@Singleton
public class EvidenceUids
{
    @Inject
    private PageChanges changes;

    /**
     * @param source the source of an event about a page
     * @param before the page as it is
     * @param after the page as it will be saved
     * @throws CrowdsourcingException if it fails
     */
    public void add(Object source, PageState before, PageState after) throws CrowdsourcingException
    {
        List<Row> entries = after.rows(Schema.EVIDENCE);
        if (entries.isEmpty()) {
            return;
        }
        Map<Integer, String> known = new HashMap<>();
        before.rows(Schema.EVIDENCE).stream().filter(entry -> isUid(entry.text(Schema.UID)))
            .forEach(entry -> known.put(entry.number(), entry.text(Schema.UID)));
        Set<String> taken = new HashSet<>(known.values());
        for (Row entry : entries) {
            String typed = entry.text(Schema.UID);
            String kept = known.get(entry.number());
            if (kept == null) {
                kept = isUid(typed) && taken.add(typed) ? typed
                    : 'e' + ContributionKeys.own(ContributionKeys.root(Instant.now()));
            }
            if (!kept.equals(typed)) {
                this.changes.set(source, Schema.EVIDENCE, entry.number(), Schema.UID, kept);
            }
        }
    }

    private static boolean isUid(String text)
    {
        return text.matches(Citations.UID);
    }
}
