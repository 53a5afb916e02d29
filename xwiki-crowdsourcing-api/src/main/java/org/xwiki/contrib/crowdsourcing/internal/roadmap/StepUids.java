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
package org.xwiki.contrib.crowdsourcing.internal.roadmap;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * Gives every step, however its page is written, the identifier that other steps of the roadmap know it by. It stays
 * when the page is changed, renamed or moved. The steps of a copy within the same roadmap get others, and wait for each
 * other as those of the original do; a roadmap that is copied as a whole keeps them, so that its steps go on waiting
 * for each other.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = StepUids.class)
@Singleton
public class StepUids
{
    @Inject
    private PageChanges changes;

    @Inject
    private PageReader pages;

    @Inject
    private StepStore store;

    /**
     * @param source the source of an event about a page
     * @param before the page as it is
     * @param after the page as it will be saved
     * @throws CrowdsourcingException if it fails
     */
    public void add(Object source, PageState before, PageState after) throws CrowdsourcingException
    {
        Map<Integer, String> known = before.rows(Schema.STEP).stream()
            .filter(step -> !uid(step).isEmpty()).collect(Collectors.toMap(Row::number, StepUids::uid));
        List<Row> steps = after.rows(Schema.STEP);
        Set<String> taken = getTaken(after, known, steps);
        taken.addAll(known.values());
        Map<String, String> renamed = new HashMap<>();
        for (Row step : steps) {
            String kept = known.getOrDefault(step.number(), uid(step));
            boolean fresh = !known.containsKey(step.number()) && (kept.isEmpty() || !taken.add(kept));
            String uid = fresh ? ContributionKeys.own(ContributionKeys.root(Instant.now())) : kept;
            if (!uid.equals(uid(step))) {
                this.changes.set(source, Schema.STEP, step.number(), Schema.UID, uid);
                renamed.put(uid(step), uid);
            }
        }
        if (known.isEmpty()) {
            follow(source, steps, renamed);
        }
    }

    private Set<String> getTaken(PageState after, Map<Integer, String> known, List<Row> steps)
        throws CrowdsourcingException
    {
        Set<String> unknown = steps.stream().filter(step -> !known.containsKey(step.number())).map(StepUids::uid)
            .filter(uid -> !uid.isEmpty()).collect(Collectors.toSet());
        Set<String> result = new HashSet<>();
        if (!unknown.isEmpty()) {
            Optional<Row> roadmap = this.pages.nearest(after.page(), Schema.ROADMAP);
            if (roadmap.isPresent()) {
                result.addAll(this.store.getTaken(roadmap.get().page(), after.page(), unknown));
            }
        }
        return result;
    }

    private void follow(Object source, List<Row> steps, Map<String, String> renamed) throws CrowdsourcingException
    {
        for (Row step : steps) {
            List<String> needed = step.list(StepStore.PREREQUISITES);
            List<String> followed = needed.stream().map(uid -> renamed.getOrDefault(uid, uid)).toList();
            if (!followed.equals(needed)) {
                this.changes.set(source, Schema.STEP, step.number(), StepStore.PREREQUISITES, followed);
            }
        }
    }

    private static String uid(Row step)
    {
        return step.text(Schema.UID);
    }
}
