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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationManager;
import org.xwiki.contrib.crowdsourcing.pipeline.Pipeline;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineManager;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;
import org.xwiki.contrib.crowdsourcing.pipeline.Selection;
import org.xwiki.model.reference.DocumentReference;

/**
 * The pipeline of an initiative or of a dialogue, on the page of that: who was put forward, by where that stands, and
 * the forms that move many at once.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Pipelines.class)
@Singleton
public class Pipelines
{
    /** The name of the view and of its template. */
    public static final String PIPELINE = "pipeline";

    private static final String ANCHOR = "cs-pipeline";

    private static final String STATE = "cs_state";

    private static final String LAYOUT = "cs_as";

    private static final String TABLE = "table";

    private static final String DIALOGUE = "cs_dialogue";

    private static final String ROUTE = "cs_route";

    private static final String AREA = "cs_area";

    private static final String COUNTRY = "cs_country";

    private static final String REGION = "cs_region";

    private static final String TEXT = "cs_text";

    private static final String DAYS = "cs_days";

    private static final String MOVED = "cs_moved";

    private static final String MAILED = "cs_mailed";

    private static final String UNDONE = "cs_undone";

    private static final String ITEM = "cs_item";

    private static final String COLUMN = "cs_column";

    private static final String ONE = "cs_one";

    private static final String ACT = "cs_do";

    private static final String MOVE = "movePeople";

    /** What is chosen beside the states: to invite with an e-mail. */
    private static final String INVITE = "invite";

    private static final String LINK_DAYS = "days";

    private static final List<String> KEPT =
        List.of(STATE, LAYOUT, DIALOGUE, ROUTE, AREA, COUNTRY, REGION, TEXT, DAYS, Queries.CURSOR);

    /** How many people are shown of the only column that is. */
    private static final int ALONE = 100;

    @Inject
    private PipelineManager manager;

    @Inject
    private PipelineFilters filters;

    @Inject
    private Toolkit toolkit;

    /**
     * @return {@code true} if the reader asks for the pipeline
     */
    public boolean isWanted()
    {
        return PIPELINE.equals(this.toolkit.getParameter(FormProcessor.VIEW));
    }

    /**
     * @param page the page of an initiative or a dialogue
     * @return {@code true} if the reader may see its pipeline
     */
    public boolean canManage(DocumentReference page)
    {
        return this.manager.canManage(page);
    }

    /**
     * @param page the page of an initiative or a dialogue
     * @return what the forms of its pipeline do
     */
    public Map<String, FormAction> getActions(DocumentReference page)
    {
        return Map.of(MOVE, form -> move(form, page), "undoMove",
            form -> address(form, page, UNDONE, this.manager.undo(page, form.get("cs_move"))));
    }

    private String move(FormState form, DocumentReference page) throws CrowdsourcingException
    {
        String[] one = form.get(ONE).split(" ", 2);
        boolean single = one.length == 2;
        Map<DocumentReference, String> people = new HashMap<>();
        Map<EngagementState, String> columns = new EnumMap<>(EngagementState.class);
        for (String item : single ? List.of(one[1]) : form.get(ITEM).lines().toList()) {
            String[] parts = item.split(" ", 2);
            if (parts.length == 2) {
                people.put(this.toolkit.reference(parts[1]), parts[0]);
            }
        }
        for (String column : single ? List.<String>of() : form.get(COLUMN).lines().toList()) {
            String[] parts = column.split(" ", 2);
            Stored.find(EngagementState.class, parts[0])
                .ifPresent(state -> columns.put(state, parts.length == 2 ? parts[1] : ""));
        }
        Selection selection = new Selection(people, columns, getQuery(Set.of()));
        String chosen = single ? form.get("cs_to" + one[0]) : form.get(ACT);
        if (INVITE.equals(chosen)) {
            return address(form, page, MAILED, this.manager.invite(page, selection, days(form)));
        }
        EngagementState state = Stored.find(EngagementState.class, chosen).orElseThrow(
            () -> new CrowdsourcingException(new FieldError("", "crowdsourcing.error.pipelineState")));
        return address(form, page, MOVED, this.manager.move(page, selection, state));
    }

    private static int days(FormState form) throws CrowdsourcingException
    {
        String typed = form.get(LINK_DAYS).strip();
        if (!typed.matches("\\d{1,4}")) {
            throw new CrowdsourcingException(
                new FieldError(LINK_DAYS, "crowdsourcing.error.number", 1, InvitationManager.MOST_DAYS));
        }
        return Integer.parseInt(typed);
    }

    private String address(FormState form, DocumentReference page, String done, int people)
    {
        StringBuilder query = new StringBuilder("cs_view=pipeline");
        KEPT.stream().filter(name -> !form.get(name).isBlank()).forEach(name -> query.append('&').append(name)
            .append('=').append(URLEncoder.encode(form.get(name), StandardCharsets.UTF_8)));
        return this.toolkit.getURL(page, query.append('&').append(done).append('=').append(people).toString(), ANCHOR);
    }

    private String get(String name)
    {
        return StringUtils.trimToNull(this.toolkit.getParameter(name));
    }

    private int number(String name)
    {
        String typed = get(name);
        return StringUtils.isNumeric(typed) && typed.length() < 5 ? Integer.parseInt(typed) : 0;
    }

    private DocumentReference page(String name)
    {
        String typed = get(name);
        return typed == null ? null : this.toolkit.reference(typed);
    }

    private PipelineQuery getQuery(Set<DocumentReference> always)
    {
        EngagementState state = Stored.find(EngagementState.class, get(STATE)).orElse(null);
        int limit = state == null ? PipelineQuery.View.COLUMN : ALONE;
        return new PipelineQuery(page(DIALOGUE), Stored.find(EngagementRoute.class, get(ROUTE)).orElse(null),
            page(AREA), get(COUNTRY), Stored.find(Region.class, get(REGION)).orElse(null), get(TEXT), number(DAYS),
            new PipelineQuery.View(state, number(Queries.CURSOR),
                isTable() ? PipelineQuery.View.MOST : limit, always));
    }

    private boolean isTable()
    {
        return TABLE.equals(get(LAYOUT));
    }

    /**
     * @param page the page of an initiative or a dialogue
     * @param form the form that was sent, {@code null} if none was
     * @return what the template shows
     * @throws CrowdsourcingException if the reader may not, or it cannot be read
     */
    public Map<String, Object> getData(DocumentReference page, FormState form) throws CrowdsourcingException
    {
        boolean refused = form != null && MOVE.equals(form.getAction()) && form.isRefused();
        Set<DocumentReference> ticked = new HashSet<>();
        if (refused) {
            form.get(ITEM).lines().map(item -> item.split(" ", 2)).filter(parts -> parts.length == 2)
                .forEach(parts -> ticked.add(this.toolkit.reference(parts[1])));
        }
        PipelineQuery wanted = getQuery(ticked);
        Pipeline pipeline = this.manager.get(page, wanted);
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage()).with(FormProcessor.VIEW, PIPELINE);
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.stream().filter(name -> get(name) != null).forEach(name -> kept.put(name, get(name)));
        kept.forEach(query::with);
        Map<String, Object> data = new HashMap<>(this.filters.getOptions(page, wanted));
        data.put("reference", page);
        data.put(PIPELINE, pipeline);
        data.put("wanted", wanted);
        data.put("query", query);
        data.put("kept", kept);
        data.put("narrowed", kept.keySet().stream().anyMatch(name -> !Queries.CURSOR.equals(name)
            && !LAYOUT.equals(name)));
        data.put(TABLE, isTable());
        if (refused && INVITE.equals(form.get(ACT))) {
            // Who got an e-mail all the same is done with.
            pipeline.columns().stream().filter(column -> column.state() == EngagementState.INVITED)
                .forEach(column -> column.cards().forEach(card -> ticked.remove(card.engagement())));
        }
        data.put("ticked", ticked);
        data.put("tickedColumns", refused ? form.get(COLUMN).lines().map(column -> column.split(" ", 2)[0]).toList()
            : List.of());
        data.put("moved", query.get(MOVED));
        data.put("mailed", query.get(MAILED));
        data.put("undone", query.get(UNDONE));
        data.put("linkDays", InvitationManager.DAYS);
        data.put("mostDays", InvitationManager.MOST_DAYS);
        data.put("whole", pipeline.seats().stream().noneMatch(seats -> seats.dialogue().equals(page)));
        data.put("targets", targets());
        data.put("file", this.toolkit.getExpertDataURL(file(page, kept)));
        return data;
    }

    private String file(DocumentReference page, Map<String, String> kept)
    {
        Map<String, String> chosen = new LinkedHashMap<>(kept);
        chosen.keySet().removeAll(List.of(LAYOUT, Queries.CURSOR));
        StringBuilder query = new StringBuilder("pipeline=").append(this.toolkit.encode(page));
        chosen.forEach((name, value) -> query.append('&').append(name.substring("cs_".length())).append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    /** Where those in each state may go. */
    private static Map<EngagementState, List<EngagementState>> targets()
    {
        Map<EngagementState, List<EngagementState>> result = new EnumMap<>(EngagementState.class);
        for (EngagementState state : EngagementState.values()) {
            result.put(state, Stream.of(EngagementState.values())
                .filter(other -> other != state && state.canBecome(other)).toList());
        }
        return result;
    }
}
