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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertKind;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Finds what looks as if a thread was taken over, in what is kept in memory of it: among all support, and the newest
 * contributions. What curators have looked into is not found again.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = AlertFinder.class)
@Singleton
public class AlertFinder
{
    private static final int PERCENT = 100;

    @Inject
    private AlertStore alerts;

    @Inject
    private SupportStore support;

    @Inject
    private PostStore posts;

    @Inject
    private AccountAges ages;

    @Inject
    private PanelUsers panels;

    @Inject
    private PageReader pages;

    /**
     * What was found.
     *
     * @param kind what it is
     * @param subject the contribution or author that it is about, empty for the thread
     * @param burst what was done
     * @param total among how many contributions
     * @param before how many alerts of that there were before
     */
    record Finding(AlertKind kind, String subject, Burst burst, int total, int before)
    {
    }

    /**
     * @param thread the page of a thread
     * @return from when on something is an alert there
     * @throws CrowdsourcingException if it cannot be read
     */
    AlertThresholds thresholds(DocumentReference thread) throws CrowdsourcingException
    {
        return this.pages.nearest(thread, Schema.INITIATIVE).map(AlertThresholds::of)
            .orElse(AlertThresholds.DEFAULT);
    }

    /**
     * @param thread the page of a thread
     * @param contribution the name of the page of a contribution, {@code null} for all
     * @return what is found among who backs it
     * @throws CrowdsourcingException if it cannot be read
     */
    List<Finding> findSupport(DocumentReference thread, String contribution) throws CrowdsourcingException
    {
        AlertThresholds thresholds = thresholds(thread);
        List<Finding> result = new ArrayList<>();
        if (thresholds.watchesYoung()) {
            Alerts known = this.alerts.of(thread);
            Tally tally = this.support.tally(thread);
            for (String name : contribution == null ? Set.copyOf(tally.contributions()) : Set.of(contribution)) {
                if (!known.isOpen(AlertKind.YOUNG_SUPPORT, name)) {
                    findYoung(thread, undecided(tally, known, name, Instant.MIN), true).ifPresent(
                        burst -> result.add(finding(known, AlertKind.YOUNG_SUPPORT, name, burst, 0)));
                }
            }
        }
        return result;
    }

    private static Finding finding(Alerts known, AlertKind kind, String subject, Burst burst, int total)
    {
        return new Finding(kind, subject, burst, total, known.count(kind, subject));
    }

    private List<Act> undecided(Tally tally, Alerts known, String contribution, Instant since)
    {
        Set<String> decided = known.decided(contribution);
        return tally.acts(contribution).stream()
            .filter(act -> !act.time().isBefore(since) && !decided.contains(act.account())).toList();
    }

    /** Who is on the confirmed panel was looked at by a curator, however young the account is. */
    private List<Act> young(DocumentReference thread, Collection<Act> acts, int days, boolean unknown)
        throws CrowdsourcingException
    {
        List<Act> young = this.ages.young(thread.getWikiReference(), acts, days, unknown);
        if (young.isEmpty()) {
            return young;
        }
        Set<DocumentReference> panel = this.panels.users(thread);
        return panel.isEmpty() ? young
            : young.stream().filter(act -> !panel.contains(this.panels.user(thread, act.account()))).toList();
    }

    private Optional<Burst> findYoung(DocumentReference thread, List<Act> acts, boolean unknown)
        throws CrowdsourcingException
    {
        AlertThresholds thresholds = thresholds(thread);
        // How old accounts are is asked only where it matters.
        return Burst.find(acts, thresholds.size(), thresholds.within()).isEmpty() ? Optional.empty()
            : Burst.find(young(thread, acts, thresholds.days(), unknown),
                thresholds.size(), thresholds.within());
    }

    /**
     * @param thread the page of a thread
     * @param contribution the name of the page of a contribution, {@code null} for all
     * @return what is found among the newest contributions that it belongs to
     * @throws CrowdsourcingException if it cannot be read
     */
    List<Finding> findContributions(DocumentReference thread, String contribution) throws CrowdsourcingException
    {
        AlertThresholds thresholds = thresholds(thread);
        Alerts known = this.alerts.of(thread);
        Posts all = this.posts.of(thread);
        List<Post> newest = all.all();
        Post one = contribution == null ? null : all.get(contribution);
        List<Post> asked = contribution == null ? newest : one == null ? List.of() : List.of(one);
        List<Finding> result = new ArrayList<>();
        if (thresholds.watchesYoung() && !known.isOpen(AlertKind.YOUNG_CONTRIBUTIONS, "")) {
            Instant reviewed = known.reviewed(AlertKind.YOUNG_CONTRIBUTIONS, "");
            findYoung(thread, acts(own(newest, reviewed)), false).ifPresent(
                burst -> result.add(finding(known, AlertKind.YOUNG_CONTRIBUTIONS, "", burst, newest.size())));
        }
        if (thresholds.identical() > 0) {
            result.addAll(findIdentical(known, newest, asked, thresholds.identical()));
        }
        if (thresholds.share() > 0) {
            result.addAll(findAuthors(known, newest, asked, thresholds.share()));
        }
        return result;
    }

    private static List<Post> since(List<Post> posts, Instant since)
    {
        return posts.stream().filter(post -> post.time().isAfter(since)).toList();
    }

    private static List<Post> own(List<Post> posts, Instant since)
    {
        return since(posts, since).stream().filter(Post::own).toList();
    }

    private static List<Act> acts(List<Post> posts)
    {
        return posts.stream().map(Post::act).toList();
    }

    private List<Finding> findIdentical(Alerts known, List<Post> newest, List<Post> asked, int least)
    {
        Map<String, Finding> result = new LinkedHashMap<>();
        Set<String> done = new LinkedHashSet<>();
        for (Post post : asked) {
            if (!done.contains(post.name())) {
                List<Post> alike = newest.stream().filter(post::isLike).toList();
                alike.forEach(other -> done.add(other.name()));
                String first = alike.isEmpty() ? "" : alike.get(0).name();
                List<Post> later = since(alike, known.reviewed(AlertKind.IDENTICAL, first));
                if (later.size() >= least && !known.isOpen(AlertKind.IDENTICAL, first)) {
                    Burst.of(acts(later)).ifPresent(burst -> result.put(first,
                        finding(known, AlertKind.IDENTICAL, first, burst, newest.size())));
                }
            }
        }
        return List.copyOf(result.values());
    }

    private List<Finding> findAuthors(Alerts known, List<Post> newest, List<Post> asked, int share)
    {
        List<Finding> result = new ArrayList<>();
        Set<String> authors = new LinkedHashSet<>();
        asked.stream().filter(Post::own).forEach(post -> authors.add(post.author()));
        for (String author : authors) {
            List<Post> later = since(newest, known.reviewed(AlertKind.ONE_AUTHOR, author));
            List<Post> own = later.stream().filter(post -> post.own() && post.author().equals(author)).toList();
            boolean much = later.size() >= AlertThresholds.ENOUGH && own.size() * PERCENT >= later.size() * share;
            if (much && !known.isOpen(AlertKind.ONE_AUTHOR, author)) {
                Burst.of(acts(own)).ifPresent(
                    burst -> result.add(finding(known, AlertKind.ONE_AUTHOR, author, burst, later.size())));
            }
        }
        return result;
    }

    /**
     * @param alert a stored alert that is open
     * @return what it is about by now
     * @throws CrowdsourcingException if it cannot be read
     */
    Finding now(Row alert) throws CrowdsourcingException
    {
        DocumentReference thread = ContributionStore.thread(alert.page());
        AlertKind kind = Alerts.kind(alert);
        String subject = Alerts.subject(alert);
        Instant since = alert.instant(AlertStore.SINCE) == null ? Instant.EPOCH : alert.instant(AlertStore.SINCE);
        int total = alert.number(AlertStore.TOTAL);
        List<Act> acts;
        if (kind == AlertKind.YOUNG_SUPPORT) {
            acts = questioned(alert, this.support.tally(thread), this.alerts.of(thread));
        } else {
            // Times are stored without what a second is made of.
            List<Post> later = since(this.posts.of(thread).all(), since.minusMillis(1));
            total = kind == AlertKind.ONE_AUTHOR ? later.size() : total;
            acts = matching(alert, later);
        }
        Burst stored = new Burst(since, alert.instant(AlertStore.UNTIL) == null ? since
            : alert.instant(AlertStore.UNTIL), kind == AlertKind.YOUNG_SUPPORT ? 0 : alert.number(AlertStore.COUNT),
            Set.copyOf(alert.lines(AlertStore.ACCOUNTS)));
        return new Finding(kind, subject, Burst.of(acts).orElse(stored), total, 0);
    }

    private List<Act> matching(Row alert, List<Post> later) throws CrowdsourcingException
    {
        String subject = Alerts.subject(alert);
        Post first = this.posts.of(ContributionStore.thread(alert.page())).get(subject);
        return switch (Alerts.kind(alert)) {
            case YOUNG_CONTRIBUTIONS -> young(ContributionStore.thread(alert.page()),
                acts(later.stream().filter(Post::own).toList()), alert.number(AlertStore.DAYS), false);
            case ONE_AUTHOR -> acts(later.stream()
                .filter(post -> post.own() && post.author().equals(subject)).toList());
            default -> first == null ? List.of() : acts(later.stream().filter(first::isLike).toList());
        };
    }

    private List<Act> questioned(Row alert, Tally tally, Alerts known) throws CrowdsourcingException
    {
        Instant since = alert.instant(AlertStore.SINCE);
        List<Act> acts = undecided(tally, known, Alerts.subject(alert), since == null ? Instant.EPOCH : since);
        return young(ContributionStore.thread(alert.page()), acts, alert.number(AlertStore.DAYS), true);
    }

    /**
     * @param thread the page of a thread
     * @param tally who backs which of its contributions
     * @return whose support does not count, by the names of the pages of the contributions: because a curator has to
     *     look into it or left it out
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<String, Map<String, AlertState>> setAside(DocumentReference thread, Tally tally) throws CrowdsourcingException
    {
        Map<String, Map<String, AlertState>> result = new HashMap<>();
        Alerts known = this.alerts.of(thread);
        for (Row alert : known.of(AlertKind.YOUNG_SUPPORT)) {
            AlertState state = Alerts.state(alert);
            Collection<String> accounts = switch (state) {
                case OPEN -> questioned(alert, tally, known).stream().map(Act::account).toList();
                case LEFT_OUT -> alert.lines(AlertStore.ACCOUNTS);
                default -> List.of();
            };
            Map<String, AlertState> states = result.computeIfAbsent(Alerts.subject(alert), key -> new HashMap<>());
            accounts.forEach(account -> states.put(account, state));
        }
        return result;
    }
}
