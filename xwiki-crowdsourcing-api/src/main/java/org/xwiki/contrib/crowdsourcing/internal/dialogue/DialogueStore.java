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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Session;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where dialogues are stored.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = DialogueStore.class)
@Singleton
public class DialogueStore
{
    private static final String CLASS = "class";

    private static final int DIALOGUES = 20;

    private static final int MAXIMUM = 100;

    private static final int SESSIONS = 500;

    private static final int MINOR = 1000;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    /**
     * @param challenge the page of a challenge
     * @return its dialogues, not those of challenges that are parts of it
     * @throws CrowdsourcingException if it fails
     */
    public List<Dialogue> dialoguesOf(DocumentReference challenge) throws CrowdsourcingException
    {
        WikiReference wiki = challenge.getWikiReference();
        List<Found> found = find(challenge, MAXIMUM);
        List<Dialogue> result = new ArrayList<>();
        for (Row row : this.reader.load(wiki, found, Schema.DIALOGUE).first(Schema.DIALOGUE).values()) {
            if (this.pages.nearest(row.page(), Schema.CHALLENGE).map(Row::page).filter(challenge::equals)
                .isPresent())
            {
                result.add(toDialogue(row));
            }
        }
        return result.stream().sorted(Comparator
            .comparing(Dialogue::localStart, Comparator.nullsLast(Comparator.<LocalDateTime>naturalOrder()))
            .thenComparing(dialogue -> dialogue.reference().toString())).limit(DIALOGUES).toList();
    }

    /**
     * @param page a page
     * @return the pages of the dialogues in its space and below it, at most 500
     * @throws CrowdsourcingException if it fails
     */
    public List<DocumentReference> below(DocumentReference page) throws CrowdsourcingException
    {
        return find(page, SESSIONS).stream().map(found -> this.reader.resolve(found.page(), page.getWikiReference()))
            .distinct().toList();
    }

    /**
     * @param page a page
     * @return the sessions of the dialogues in its space and below it, by their beginning
     * @throws CrowdsourcingException if it fails
     */
    public List<Session> sessionsOf(DocumentReference page) throws CrowdsourcingException
    {
        WikiReference wiki = page.getWikiReference();
        List<Found> found = find(page, SESSIONS);
        List<Session> result = new ArrayList<>();
        if (!found.isEmpty()) {
            Statement statement = new Statement("select doc.fullName, doc.version, doc.date from XWikiDocument doc"
                + " where doc.fullName in (:pages) and doc.translation = 0")
                .bind("pages", found.stream().map(Found::page).distinct().toList()).limit(SESSIONS);
            Map<DocumentReference, Object[]> versions = new HashMap<>();
            for (Object[] version : this.reader.<Object[]>list(wiki, statement)) {
                versions.put(this.reader.resolve((String) version[0], wiki), version);
            }
            for (Row row : this.reader.load(wiki, found, Schema.DIALOGUE).first(Schema.DIALOGUE).values()) {
                Object[] version = versions.get(row.page());
                if (version != null) {
                    String uid = row.text(Schema.UID);
                    result.add(new Session(toDialogue(row), uid.isEmpty() ? this.reader.serialize(row.page()) : uid,
                        sequence((String) version[1]), ((Date) version[2]).toInstant()));
                }
            }
        }
        return result.stream().sorted(Comparator.comparing(session -> session.dialogue().start(),
            Comparator.nullsLast(Comparator.comparing(ZonedDateTime::toInstant)))).toList();
    }

    /**
     * @param wiki a wiki
     * @param from an instant
     * @param to a later one
     * @return the dialogues that were not cancelled nor closed and whose session begins after the one and not after the
     *     other, by page
     * @throws CrowdsourcingException if it fails
     */
    public List<Dialogue> comingSessions(WikiReference wiki, Instant from, Instant to) throws CrowdsourcingException
    {
        // What is stored is the wall time of the session's own zone.
        List<Found> found = this.reader.find(wiki, this.reader.objects().add("and obj.className = :class and exists"
            + " (select s.id.id from StringProperty s where s.id.id = obj.id and s.id.name = 'start'"
            + " and s.value >= :from and s.value <= :to) order by doc.fullName")
            .bind(CLASS, Schema.DIALOGUE.getClassName())
            .bind("from", Times.formatLocal(LocalDateTime.ofInstant(from, ZoneOffset.MIN)))
            .bind("to", Times.formatLocal(LocalDateTime.ofInstant(to, ZoneOffset.MAX))).limit(SESSIONS));
        return this.reader.load(wiki, found, Schema.DIALOGUE).first(Schema.DIALOGUE).values().stream()
            .map(this::toDialogue).filter(dialogue -> dialogue.state() == DialogueState.PLANNED
                || dialogue.state() == DialogueState.OPEN)
            .filter(dialogue -> dialogue.start() != null && dialogue.start().toInstant().isAfter(from)
                && !dialogue.start().toInstant().isAfter(to)).toList();
    }

    private List<Found> find(DocumentReference page, int limit) throws CrowdsourcingException
    {
        return this.reader.find(page.getWikiReference(), this.reader
            .below(this.reader.objects().add("and obj.className = :class"), page.getLastSpaceReference())
            .bind(CLASS, Schema.DIALOGUE.getClassName()).add("order by doc.fullName").limit(limit));
    }

    /**
     * @return a number that grows with every version {@code major.minor} of a page
     */
    private int sequence(String version)
    {
        int dot = version.indexOf('.');
        return Integer.parseInt(version.substring(0, dot)) * MINOR
            + Math.min(MINOR - 1, Integer.parseInt(version.substring(dot + 1)));
    }

    /**
     * @param row a stored dialogue
     * @return the dialogue
     */
    public Dialogue toDialogue(Row row)
    {
        return new Dialogue(row.page(), row.title(), Times.findLocalTime(row.text("start")).orElse(null),
            Times.findZone(row.text("timezone")).orElse(null), Math.max(0, row.number("duration")),
            row.text("agenda"), row.reference("facilitator"), row.reference("noteTaker"),
            Math.max(0, row.number("seats")), Inputs.safeLink(row.text("meetingLink")), row.text("preReading"),
            row.text("goals"), row.option("state", DialogueState.PLANNED), row.text("takeaways"),
            row.text("actionItems"));
    }
}
