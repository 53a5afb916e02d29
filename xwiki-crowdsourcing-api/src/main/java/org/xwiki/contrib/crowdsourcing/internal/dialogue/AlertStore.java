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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertKind;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where alerts are stored: one hidden page each, in the space of its thread. Its name follows from what it is about and
 * how many of that there were before, so it is there once however many machines notice it. They are few, and kept in
 * memory until one of them changes on any machine. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = AlertStore.class)
@Singleton
public class AlertStore extends AbstractThreadCache<Alerts>
{
    /** What it is. */
    static final String KIND = "kind";

    /** What became of it. */
    static final String STATE = "state";

    /** The name of the contribution that it is about. */
    static final String CONTRIBUTION = "contribution";

    /** The author that it is about. */
    static final String AUTHOR = "author";

    /** When it began. */
    static final String SINCE = "since";

    /** When it was seen last. */
    static final String UNTIL = "until";

    /** The accounts concerned, one a line. */
    static final String ACCOUNTS = "accounts";

    /** How many backings or contributions there were. */
    static final String COUNT = "count";

    /** Among how many contributions. */
    static final String TOTAL = "total";

    /** How many days old an account is that is not young any more. */
    static final String DAYS = "days";

    /** When a curator looked into it. */
    static final String REVIEWED_ON = "reviewedOn";

    private static final Map<AlertKind, String> PREFIXES = Map.of(AlertKind.YOUNG_SUPPORT, "as",
        AlertKind.YOUNG_CONTRIBUTIONS, "ay", AlertKind.IDENTICAL, "ai", AlertKind.ONE_AUTHOR, "ao");

    private static final Pattern NAME = Pattern.compile("a[syio][0-9a-z]{16,29}\\d{4}");

    private static final String FROM = "a";

    private static final String TO = "b";

    private static final int KEY = 16;

    private static final int THREADS = 500;

    private static final int MAXIMUM = 2000;

    @Inject
    private RowReader reader;

    @Inject
    private PageWriter writer;

    private final AtomicLong changes = new AtomicLong();

    /**
     * Keeps nothing yet.
     */
    public AlertStore()
    {
        super("crowdsourcingAlerts", THREADS);
    }

    /**
     * @param name the name of a page
     * @return {@code true} if it is the name of an alert
     */
    public static boolean isName(String name)
    {
        return name != null && NAME.matcher(name).matches();
    }

    /**
     * @param thread the page of a thread
     * @return its alerts
     * @throws CrowdsourcingException if they cannot be read
     */
    Alerts of(DocumentReference thread) throws CrowdsourcingException
    {
        Alerts alerts = find(thread);
        if (alerts == null) {
            long before = this.changes.get();
            alerts = read(thread);
            if (before == this.changes.get()) {
                keep(thread, alerts);
            }
        }
        return alerts;
    }

    private Alerts read(DocumentReference thread) throws CrowdsourcingException
    {
        WikiReference wiki = thread.getWikiReference();
        String prefix = this.reader.serialize(thread.getLastSpaceReference()) + '.';
        List<String> names = this.reader.list(wiki, new Statement("select doc.fullName from XWikiDocument doc"
            + " where doc.space = :space and doc.fullName >= :from and doc.fullName < :to order by doc.fullName")
            .bind("space", prefix.substring(0, prefix.length() - 1)).bind("from", prefix + FROM)
            .bind("to", prefix + TO).limit(MAXIMUM));
        List<String> alerts = names.stream().filter(name -> isName(name.substring(prefix.length()))).toList();
        return new Alerts(this.reader.read(wiki, alerts, Schema.ALERT).first(Schema.ALERT).values());
    }

    /**
     * @param page the page of an initiative
     * @param limit how many at most
     * @return the pages of the open alerts below it, the oldest first
     * @throws CrowdsourcingException if they cannot be read
     */
    List<DocumentReference> findOpen(DocumentReference page, int limit) throws CrowdsourcingException
    {
        WikiReference wiki = page.getWikiReference();
        List<Found> found = this.reader.find(wiki, this.reader.below(this.reader.objects()
            .add("and obj.className = :class and exists (select s.id.id from StringProperty s where s.id.id = obj.id"
                + " and s.id.name = 'state' and s.value = :open)"), page.getLastSpaceReference())
            .bind("class", Schema.ALERT.getClassName()).bind("open", AlertState.OPEN.getId())
            .add("order by doc.creationDate, doc.fullName").limit(limit));
        return found.stream().map(one -> this.reader.resolve(one.page(), wiki)).toList();
    }

    /**
     * Stores an alert, unless it is there: of those who find the same at once one stores it.
     *
     * @param thread the page of a thread
     * @param finding what was found
     * @param values its values
     * @throws CrowdsourcingException if it cannot be saved
     */
    void raise(DocumentReference thread, AlertFinder.Finding finding, Map<String, Object> values)
        throws CrowdsourcingException
    {
        String name = PREFIXES.get(finding.kind()) + key(finding.subject())
            + String.format("%04d", finding.before() + 1);
        this.writer.createHidden(new DocumentReference(name, thread.getLastSpaceReference()), "", Schema.ALERT, values);
    }

    /**
     * Removes for good that alerts are about an author. Whose support was left out stays so.
     *
     * @param thread the page of a thread
     * @param author an author, as stored
     * @throws CrowdsourcingException if it cannot be saved
     */
    void erase(DocumentReference thread, String author) throws CrowdsourcingException
    {
        for (Row alert : of(thread).others(AlertKind.YOUNG_SUPPORT)) {
            List<String> accounts = alert.lines(ACCOUNTS);
            if (accounts.contains(author) || author.equals(alert.text(AUTHOR))) {
                this.writer.erase(alert.page(), Schema.ALERT, Map.of(ACCOUNTS,
                    String.join("\n", accounts.stream().filter(account -> !account.equals(author)).toList()), AUTHOR,
                    author.equals(alert.text(AUTHOR)) ? "" : alert.text(AUTHOR)));
            }
        }
    }

    private static String key(String subject)
    {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return ContributionKeys.isName(subject) ? subject : HexFormat.of().formatHex(hash).substring(0, KEY);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Forgets what is known of a thread of which an alert has changed.
     *
     * @param alert the page of the alert
     */
    void changed(DocumentReference alert)
    {
        this.changes.incrementAndGet();
        forget(alert);
    }
}
