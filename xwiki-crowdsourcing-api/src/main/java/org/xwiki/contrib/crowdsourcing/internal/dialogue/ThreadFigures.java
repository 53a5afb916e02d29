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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.Measures;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;

/**
 * Counts what is stored of a thread, each in one statement however much that is, and without loading a page. Pages with
 * rights of their own are left out: not everybody may view them who may view the thread. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ThreadFigures.class)
@Singleton
public class ThreadFigures
{
    private static final String COLUMNS = "select %s from XWikiDocument doc, StringProperty state, %s BaseObject obj%s"
        + " where obj.name = doc.fullName and obj.className = :class and state.id.id = obj.id"
        + " and state.id.name = 'state'%s and not exists (select rights.id from BaseObject rights"
        + " where rights.name = doc.fullName and rights.className = 'XWiki.XWikiRights')";

    private static final String KIND = "kind";

    private static final String KIND_TABLE = "StringProperty kind,";

    private static final String IS_KIND = " and kind.id.id = obj.id and kind.id.name = 'kind'";

    private static final String IS_WANTED = " and kind.value = :kind";

    private static final String IS_PUBLISHED = " and state.value = :published";

    private static final String COUNTS = String.format(COLUMNS,
        "state.value, kind.value, decision.value, count(obj.id)", KIND_TABLE, with("decision"), IS_KIND);

    private static final String VOICES = String.format(COLUMNS, "author.value, speaker.value, count(obj.id)",
        "", with("author") + with("speaker"), IS_PUBLISHED);

    private static final String BY_VOICE = "group by author.value, speaker.value";

    private static final String WRITTEN = String.format("%s and substring(doc.name, %d, %d) between :begin and :end",
        VOICES, ContributionKeys.TIME_AT, ContributionKeys.TIME);

    private static final String NAMES = String.format(COLUMNS, "doc.name", KIND_TABLE, "",
        IS_PUBLISHED + IS_KIND + IS_WANTED);

    private static final String REPLIED = String.format(COLUMNS, "distinct replyTo.value",
        KIND_TABLE + " StringProperty replyTo,", "", IS_PUBLISHED + IS_KIND + IS_WANTED
            + " and replyTo.id.id = obj.id and replyTo.id.name = 'replyTo'");

    private static final String NEWEST = String.format(COLUMNS, "doc.fullName", "", "", IS_PUBLISHED);

    @Inject
    private RowReader reader;

    @Inject
    private ContributionStore contributions;

    /**
     * How many contributions there are of a kind.
     *
     * @param state whether they are seen, as it is stored
     * @param kind what they are, as it is stored
     * @param decision what was decided on them, as it is stored, maybe {@code null}
     * @param count how many
     */
    record Counted(String state, String kind, String decision, int count)
    {
    }

    /**
     * How many published contributions somebody has made.
     *
     * @param author the author, as it is stored, maybe {@code null}
     * @param speaker for whom it was captured, maybe {@code null}
     * @param count how many
     */
    record Voice(String author, String speaker, int count)
    {
    }

    private static String with(String property)
    {
        return String.format(" left join StringProperty %1$s with %1$s.id.id = obj.id and %1$s.id.name = '%1$s'",
            property);
    }

    private <T> List<T> list(String text, DocumentReference thread, ContributionKind kind, String end, int limit)
        throws CrowdsourcingException
    {
        return this.reader.list(thread.getWikiReference(),
            this.contributions.inThread(statement(text, kind), thread).add(end).limit(limit));
    }

    private Statement statement(String text, ContributionKind kind)
    {
        Statement statement = new Statement(text).bind("class", Schema.CONTRIBUTION.getClassName());
        if (text.contains(IS_PUBLISHED)) {
            statement.bind("published", ContributionState.PUBLISHED.getId());
        }
        if (kind != null) {
            statement.bind(KIND, kind.getId());
        }
        return statement;
    }

    /**
     * @param thread the page of a thread
     * @return how many contributions there are of each kind, in each state, with each decision
     * @throws CrowdsourcingException if it fails
     */
    List<Counted> counts(DocumentReference thread) throws CrowdsourcingException
    {
        List<Object[]> rows =
            list(COUNTS, thread, null, "group by state.value, kind.value, decision.value", Measures.COUNTED);
        return rows.stream()
            .map(row -> new Counted((String) row[0], (String) row[1], (String) row[2], number(row[3]))).toList();
    }

    /**
     * @param thread the page of a thread
     * @return how many published contributions are by whom
     * @throws CrowdsourcingException if it fails
     */
    List<Voice> voices(DocumentReference thread) throws CrowdsourcingException
    {
        return voices(this.list(VOICES, thread, null, BY_VOICE, Measures.COUNTED));
    }

    /**
     * @param thread the page of a thread
     * @param begin the time of the first contributions that count
     * @param end that of the last
     * @return how many published contributions of that time are by whom
     * @throws CrowdsourcingException if it fails
     */
    List<Voice> voices(DocumentReference thread, Instant begin, Instant end) throws CrowdsourcingException
    {
        // A reply stands in the range of its discussion, which may have begun long before.
        Statement statement = statement(WRITTEN, null).bind("begin", ContributionKeys.time(begin)).bind("end",
            ContributionKeys.time(end));
        return voices(this.reader.list(thread.getWikiReference(),
            this.contributions.inThread(statement, thread).add(BY_VOICE).limit(Measures.COUNTED)));
    }

    private static List<Voice> voices(List<Object[]> rows)
    {
        return rows.stream().map(row -> new Voice((String) row[0], (String) row[1], number(row[2]))).toList();
    }

    private static int number(Object count)
    {
        return ((Number) count).intValue();
    }

    /**
     * @param thread the page of a thread
     * @return of its published questions, those to which no published reply is an answer; of the newest discussions, if
     *     there are very many
     * @throws CrowdsourcingException if it fails
     */
    Measures.Share unanswered(DocumentReference thread) throws CrowdsourcingException
    {
        List<String> questions =
            list(NAMES, thread, ContributionKind.QUESTION, "order by doc.name desc", Measures.COUNTED);
        Set<String> answered =
            new HashSet<>(this.<String>list(REPLIED, thread, ContributionKind.ANSWER, "", Measures.COUNTED));
        return new Measures.Share((int) questions.stream().filter(name -> !answered.contains(name)).count(),
            questions.size());
    }

    /**
     * @param thread the page of a thread
     * @return its newest published contributions, with what they say
     * @throws CrowdsourcingException if it fails
     */
    Collection<Row> newest(DocumentReference thread) throws CrowdsourcingException
    {
        List<String> pages = list(NEWEST, thread, null, "order by doc.creationDate desc", Measures.READ);
        return this.reader.readOnly(thread.getWikiReference(), pages, Set.of("text", KIND, "replyTo"),
            Schema.CONTRIBUTION).first(Schema.CONTRIBUTION).values();
    }
}
