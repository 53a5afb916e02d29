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
package org.xwiki.contrib.crowdsourcing.internal.challenge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Brought;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionKeys;
import org.xwiki.contrib.crowdsourcing.internal.initiative.Launch;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * Adds to a page that is saved, by whatever means, what shows how challenges were chosen: who changed their state, how
 * input was to be used before that was changed, what criteria are known by, and who alone may view scores.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ChoiceMarks.class)
@Singleton
public class ChoiceMarks
{
    private static final String STATE = "state";

    private static final String PAGES = "pages";

    @Inject
    private PageChanges changes;

    @Inject
    private PageVeil veil;

    @Inject
    private Access access;

    @Inject
    private Brought brought;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param source the source of an event about a page
     * @param before the page as it is
     * @param after the page as it will be saved
     * @throws CrowdsourcingException if it fails
     */
    public void add(Object source, PageState before, PageState after) throws CrowdsourcingException
    {
        if (after.has(Schema.SCORE)) {
            this.veil.reserve(source, after.first(Schema.SCORE).text(ScoreStore.USER), List.of());
        } else if (after.has(Schema.INITIATIVE)) {
            nameCriteria(source, after);
            declare(source, before, after);
        } else if (after.has(Schema.CHALLENGE)) {
            if (!before.exists() && this.brought.isCopied()) {
                // Partners signed the one challenge, not another one that begins with its words.
                this.changes.removeAll(source, Schema.SIGN_OFF);
            }
            log(source, before, after);
        }
    }

    private void nameCriteria(Object source, PageState after) throws CrowdsourcingException
    {
        Set<String> taken = new HashSet<>();
        for (Row criterion : after.rows(Schema.CRITERION)) {
            String uid = criterion.text(Schema.UID);
            if (uid.isEmpty() || !taken.add(uid)) {
                uid = ContributionKeys.own(ContributionKeys.root(Instant.now()));
                taken.add(uid);
                this.changes.set(source, Schema.CRITERION, criterion.number(), Schema.UID, uid);
            }
        }
    }

    private void declare(Object source, PageState before, PageState after) throws CrowdsourcingException
    {
        Row now = after.first(Schema.INITIATIVE);
        if (before.has(Schema.INITIATIVE)) {
            if (Launch.isLaunched(before) && Launch.isChanged(before, after)) {
                Map<String, Object> values = new HashMap<>(Launch.getDeclared(before.first(Schema.INITIATIVE)));
                values.put("changedOn", Times.now());
                values.put("changedBy", user(after.page()));
                values.put("note", now.text(Launch.NOTE).strip());
                this.changes.add(source, Schema.COMMITMENT_CHANGE, values);
            } else if (!Launch.isLaunched(before) && Launch.isLaunched(after)) {
                this.changes.set(source, Schema.INITIATIVE, Launch.ON, LocalDate.now(ZoneOffset.UTC).toString());
            }
        }
        if (!now.text(Launch.NOTE).isEmpty()) {
            this.changes.set(source, Schema.INITIATIVE, Launch.NOTE, "");
        }
    }

    private void log(Object source, PageState before, PageState after) throws CrowdsourcingException
    {
        Map<String, Object> happened = getHappening(before, after);
        // What is moved, copied or imported brings its trail along.
        boolean along = before.rows(Schema.CHALLENGE_LOG).size() != after.rows(Schema.CHALLENGE_LOG).size();
        if (!happened.isEmpty() && !along) {
            Map<String, Object> values = new HashMap<>(happened);
            values.put("before", before.has(Schema.CHALLENGE) ? state(before).getId() : "");
            values.put(STATE, state(after).getId());
            values.put("madeBy", user(after.page()));
            values.put("madeOn", Times.now());
            this.changes.add(source, Schema.CHALLENGE_LOG, values);
        }
    }

    private static ChallengeState state(PageState page)
    {
        return ChoiceStore.state(page.first(Schema.CHALLENGE));
    }

    private static Map<String, Object> getHappening(PageState before, PageState after)
    {
        Row now = after.first(Schema.CHALLENGE);
        Row old = before.first(Schema.CHALLENGE);
        boolean known = before.has(Schema.CHALLENGE);
        List<String> come = getMore(old, now);
        List<String> gone = getMore(now, old);
        Map<String, Object> result = Map.of();
        if (known && state(before) != state(after)) {
            result = happening(now, into(old, now));
        } else if (!come.isEmpty()) {
            result = happening(now, come);
        } else if (known && !gone.isEmpty()) {
            result = Map.of(PAGES, gone, "left", 1);
        }
        return result;
    }

    private static Map<String, Object> happening(Row now, List<String> others)
    {
        boolean dropped = ChoiceStore.state(now) == ChallengeState.DROPPED;
        return Map.of(PAGES, others, "reason", now.text(dropped ? "dropReason" : "stateReason"));
    }

    /** What a challenge comes from in one of two texts alone. */
    private static List<String> getMore(Row without, Row with)
    {
        List<String> others = without.list(ChallengeStore.ORIGINS);
        List<String> more = new ArrayList<>(with.list(ChallengeStore.ORIGINS));
        // Where a challenge that it came from was moved, nothing came and nothing went.
        boolean followed = more.size() == others.size();
        more.removeAll(others);
        return followed ? List.of() : more;
    }

    private static List<String> into(Row old, Row now)
    {
        List<String> result = now.list(ChallengeStore.SUCCESSORS);
        return result.isEmpty() ? old.list(ChallengeStore.SUCCESSORS) : result;
    }

    private String user(DocumentReference page)
    {
        DocumentReference user = this.access.user();
        return user == null ? "" : this.serializer.serialize(user, page.getWikiReference());
    }
}
