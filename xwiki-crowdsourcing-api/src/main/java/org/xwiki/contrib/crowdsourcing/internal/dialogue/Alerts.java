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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.xwiki.contrib.crowdsourcing.dialogue.AlertKind;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;

/**
 * The alerts of a thread.
 *
 * @version $Id$
 * @since 1.0
 */
final class Alerts
{
    private final List<Row> rows;

    /**
     * @param rows the stored alerts
     */
    Alerts(Collection<Row> rows)
    {
        this.rows = List.copyOf(rows);
    }

    /**
     * @param alert a stored alert
     * @return what it is, {@code null} if that is unknown
     */
    static AlertKind kind(Row alert)
    {
        return alert.option(AlertKind.class, AlertStore.KIND);
    }

    /**
     * @param alert a stored alert
     * @return what became of it
     */
    static AlertState state(Row alert)
    {
        return alert.option(AlertStore.STATE, AlertState.OPEN);
    }

    /**
     * @param alert a stored alert
     * @return the name of the contribution or the author that it is about, empty if it is about the thread
     */
    static String subject(Row alert)
    {
        String contribution = alert.text(AlertStore.CONTRIBUTION);
        return contribution.isEmpty() ? alert.text(AlertStore.AUTHOR) : contribution;
    }

    /**
     * @return the alerts that no curator has looked into, the oldest first
     */
    List<Row> open()
    {
        return this.rows.stream().filter(row -> kind(row) != null && state(row) == AlertState.OPEN)
            .sorted(Comparator.comparing(row -> row.text(AlertStore.SINCE))).toList();
    }

    /**
     * @param kind a kind
     * @return the alerts of that kind
     */
    List<Row> of(AlertKind kind)
    {
        return this.rows.stream().filter(row -> kind(row) == kind).toList();
    }

    /**
     * @param kind a kind
     * @return the alerts of other kinds
     */
    List<Row> others(AlertKind kind)
    {
        return this.rows.stream().filter(row -> kind(row) != kind).toList();
    }

    private List<Row> of(AlertKind kind, String subject)
    {
        return this.rows.stream().filter(row -> kind(row) == kind && subject.equals(subject(row))).toList();
    }

    /**
     * @param kind a kind
     * @param subject a contribution or an author
     * @return {@code true} if a curator has to look into one already
     */
    boolean isOpen(AlertKind kind, String subject)
    {
        return of(kind, subject).stream().anyMatch(row -> state(row) == AlertState.OPEN);
    }

    /**
     * @param kind a kind
     * @param subject a contribution or an author
     * @return how many there were of it
     */
    int count(AlertKind kind, String subject)
    {
        return of(kind, subject).size();
    }

    /**
     * @param kind a kind
     * @param subject a contribution or an author
     * @return when a curator looked into it last, the beginning of time if nobody did
     */
    Instant reviewed(AlertKind kind, String subject)
    {
        Optional<Instant> last = of(kind, subject).stream().map(row -> row.instant(AlertStore.REVIEWED_ON))
            .filter(Objects::nonNull).max(Comparator.naturalOrder());
        return last.orElse(Instant.MIN);
    }

    /**
     * @param contribution the name of the page of a contribution
     * @return the accounts of whose support curators have said whether it counts
     */
    Set<String> decided(String contribution)
    {
        Set<String> result = new HashSet<>();
        of(AlertKind.YOUNG_SUPPORT, contribution).stream().filter(row -> state(row) != AlertState.OPEN)
            .forEach(row -> result.addAll(row.lines(AlertStore.ACCOUNTS)));
        return result;
    }
}
