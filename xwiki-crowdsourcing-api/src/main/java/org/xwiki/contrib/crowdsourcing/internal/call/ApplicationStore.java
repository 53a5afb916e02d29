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
package org.xwiki.contrib.crowdsourcing.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.call.Application;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.call.ApplicationState;
import org.xwiki.contrib.crowdsourcing.call.ScreeningManager;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where applications and nominations are stored: each on a hidden page of its own beside the call, one for each e-mail
 * address, on which what the same person sends later is one more object. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ApplicationStore.class)
@Singleton
public class ApplicationStore
{
    /** How many new ones are taken in an hour. */
    static final int MOST_IN_AN_HOUR = 200;

    /** How often the same person is listened to. */
    static final int MOST_OF_ONE = 20;

    static final String STATE = "state";

    static final String KIND = "kind";

    /** More are named when these have been removed. */
    private static final int OLD = 1000;

    private static final String COUNT = "count";

    private static final String SPACE = "space";

    private static final String CLASS = "class";

    private static final String FIRST = "and obj.className = :class and obj.number = 0";

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private PageGuard guard;

    @Inject
    private RowReader reader;

    @Inject
    private Secrets secrets;

    @Inject
    private ApplicationView view;

    @Inject
    private Logger logger;

    /**
     * @param call the page of a call
     * @return {@code true} if more came within the last hour than people send
     * @throws CrowdsourcingException if it fails
     */
    boolean isBusy(DocumentReference call) throws CrowdsourcingException
    {
        Statement statement = new Statement("select doc.fullName from XWikiDocument doc where doc.space = :space"
            + " and doc.creationDate > :since").bind(SPACE, space(call))
            .bind("since", Date.from(Instant.now().minus(Duration.ofHours(1)))).limit(MOST_IN_AN_HOUR);
        return this.reader.list(call.getWikiReference(), statement).size() >= MOST_IN_AN_HOUR;
    }

    private String space(DocumentReference call)
    {
        return this.reader.serialize(call.getLastSpaceReference());
    }

    /**
     * @param call the page of a call
     * @param kind how the person came
     * @param key what is the same for all that the person sends
     * @param values what came
     * @return its page
     * @throws CrowdsourcingException if it cannot be saved
     */
    DocumentReference receive(DocumentReference call, ApplicationKind kind, String key, Map<String, Object> values)
        throws CrowdsourcingException
    {
        SpaceReference space = call.getLastSpaceReference();
        DocumentReference page =
            new DocumentReference(this.secrets.name(kind.getId().charAt(0), space, key), space);
        Map<String, Object> first = new HashMap<>(values);
        first.put(KIND, kind.getId());
        first.put(STATE, ApplicationState.WAITING.getId());
        first.put(COUNT, 1);
        this.guard.enter(page);
        try {
            if (!this.writer.createHidden(page, Schema.APPLICATION.getName(), Schema.APPLICATION, first)) {
                add(page, values);
            }
        } finally {
            this.guard.leave(page);
        }
        return page;
    }

    private void add(DocumentReference page, Map<String, Object> values) throws CrowdsourcingException
    {
        int there = this.pages.all(page, Schema.APPLICATION).size();
        if (there >= MOST_OF_ONE) {
            // Whoever sends it learns as little as others.
            this.logger.warn("What came for [{}] is not kept: it came [{}] times before", page, there);
            return;
        }
        List<Map<String, Object>> objects = new ArrayList<>(Collections.nCopies(there, Map.of()));
        objects.set(0, Map.of(STATE, ApplicationState.WAITING.getId(), COUNT, there + 1));
        objects.add(values);
        this.writer.fill(page, Schema.APPLICATION.getName(), Map.of(Schema.APPLICATION, objects), "");
    }

    /**
     * @param call the page of a call
     * @param query which
     * @param visible which pages the current user may see
     * @return what came, the latest first
     * @throws CrowdsourcingException if it cannot be read
     */
    Page<Application> list(DocumentReference call, ScreeningManager.Query query,
        Predicate<DocumentReference> visible) throws CrowdsourcingException
    {
        WikiReference wiki = call.getWikiReference();
        Statement statement = this.reader.objects()
            .add(FIRST).add("and doc.space = :space")
            .bind(CLASS, Schema.APPLICATION.getClassName()).bind(SPACE, space(call));
        if (query.state() != null) {
            narrow(statement, STATE, query.state().getId());
        }
        if (query.kind() != null) {
            narrow(statement, KIND, query.kind().getId());
        }
        Page<Found> found = this.reader.page(wiki, statement.add("order by doc.creationDate desc, doc.fullName"),
            query.request(), visible);
        List<String> names = found.rows().stream().map(Found::page).toList();
        Rows rows = this.reader.read(wiki, names, Schema.APPLICATION);
        List<List<Row>> each = names.stream()
            .map(name -> rows.of(this.reader.resolve(name, wiki), Schema.APPLICATION)).toList();
        return new Page<>(this.view.show(each), found.next(), found.total());
    }

    /**
     * @param wiki a wiki
     * @param before an instant
     * @param visible which pages are wanted
     * @return those who were declined before, in the order of their pages
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Application> declined(WikiReference wiki, Instant before, Predicate<DocumentReference> visible)
        throws CrowdsourcingException
    {
        Statement statement = this.reader.objects().add(FIRST)
            .bind(CLASS, Schema.APPLICATION.getClassName());
        narrow(statement, STATE, ApplicationState.DECLINED.getId());
        statement.add("and exists (select late.id.id from StringProperty late where late.id.id = obj.id"
            + " and late.id.name = 'decidedOn' and late.value < :before) order by doc.fullName")
            .bind("before", Times.format(before)).limit(OLD);
        List<DocumentReference> old = this.reader.find(wiki, statement).stream()
            .map(found -> this.reader.resolve(found.page(), wiki)).filter(visible).toList();
        Rows rows = this.reader.read(wiki, old.stream().map(this.reader::serialize).toList(),
            Schema.APPLICATION);
        return this.view.show(old.stream().map(page -> rows.of(page, Schema.APPLICATION)).toList());
    }

    private void narrow(Statement statement, String property, String value)
    {
        statement.add("and exists (select " + property + ".id.id from StringProperty " + property + " where "
            + property + ".id.id = obj.id and " + property + ".id.name = '" + property + "' and " + property
            + ".value = :" + property + ")").bind(property, value);
    }

    /**
     * @param page the page of an application or a nomination
     * @return what came
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Application> find(DocumentReference page) throws CrowdsourcingException
    {
        List<Row> rows = this.pages.all(page, Schema.APPLICATION);
        return rows.isEmpty() ? Optional.empty() : this.view.show(List.of(rows)).stream().findFirst();
    }

    /**
     * @param page the page of an application or a nomination
     * @param values gives the new values for what is stored
     * @throws CrowdsourcingException if it cannot be saved
     */
    void adjust(DocumentReference page, Function<Row, Map<String, Object>> values) throws CrowdsourcingException
    {
        this.writer.adjust(page, Schema.APPLICATION, values, "");
    }

    /**
     * Removes what came for good: neither the history of the page nor what is deleted of it tells anything.
     *
     * @param page the page of an application or a nomination
     * @throws CrowdsourcingException if it cannot be removed
     */
    void erase(DocumentReference page) throws CrowdsourcingException
    {
        Map<String, Object> nothing = new HashMap<>();
        Schema.APPLICATION.getProperties().forEach((property, storage) -> nothing.put(property, switch (storage) {
            case NUMBER -> 0;
            case LIST -> List.of();
            default -> "";
        }));
        this.writer.fill(page, Schema.APPLICATION.getName(), Map.of(Schema.APPLICATION, List.of(nothing)), "");
        this.writer.erase(page, Schema.APPLICATION, nothing);
        this.writer.delete(page);
    }
}
