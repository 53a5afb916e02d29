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
package org.xwiki.contrib.crowdsourcing.internal.agreement;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;

/**
 * What an initiative asks its experts to sign, in which version.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Asked
{
    /** What it asks, in the initiative. */
    public static final String AGREEMENTS = "agreements";

    private static final String VERSION = "Version";

    private static final String DAY = "On";

    private final Map<AgreementKind, String> versions = new EnumMap<>(AgreementKind.class);

    /**
     * @param initiative a stored initiative, empty if there is none
     */
    public Asked(Optional<Row> initiative)
    {
        for (String id : initiative.map(row -> row.list(AGREEMENTS)).orElse(List.of())) {
            Stored.find(AgreementKind.class, id).ifPresent(
                kind -> this.versions.put(kind, kind.isText() ? initiative.get().text(version(kind)).strip() : ""));
        }
    }

    /**
     * @param kind what is signed
     * @return the property with the version of its text, of the initiative and of an engagement
     */
    public static String version(AgreementKind kind)
    {
        return kind.getId() + VERSION;
    }

    /**
     * @param kind what is signed
     * @return the property of an engagement with the day
     */
    public static String day(AgreementKind kind)
    {
        return kind.getId() + DAY;
    }

    /**
     * @return {@code true} if nothing is asked
     */
    public boolean isEmpty()
    {
        return this.versions.isEmpty();
    }

    /**
     * @param kind what may be asked
     * @return {@code true} if it is asked
     */
    public boolean contains(AgreementKind kind)
    {
        return this.versions.containsKey(kind);
    }

    /**
     * @param engagement a stored engagement
     * @return what its expert has to sign, for the first time or once more
     */
    public List<AgreementKind> missing(Row engagement)
    {
        return this.versions.entrySet().stream().filter(entry -> {
            AgreementKind kind = entry.getKey();
            String signed = engagement.text(kind.isText() ? version(kind) : day(kind)).strip();
            return signed.isEmpty() || kind.isText() && !signed.equals(entry.getValue());
        }).map(Map.Entry::getKey).toList();
    }

    @Override
    public boolean equals(Object other)
    {
        return other instanceof Asked asked && this.versions.equals(asked.versions);
    }

    @Override
    public int hashCode()
    {
        return this.versions.hashCode();
    }

    /**
     * @param statement a statement for engagements {@code obj}
     * @return the same for those of whom nothing is missing
     */
    public Statement restrict(Statement statement)
    {
        this.versions.forEach((kind, version) -> {
            String name = "signed" + kind.getId();
            statement.add(String.format("and exists (select %1$s.id.id from StringProperty %1$s"
                + " where %1$s.id.id = obj.id and %1$s.id.name = '%2$s' and %1$s.value <> ''%3$s)", name,
                kind.isText() ? version(kind) : day(kind), kind.isText() ? " and " + name + ".value = :" + name : ""));
            if (kind.isText()) {
                statement.bind(name, version);
            }
        });
        return statement;
    }
}
