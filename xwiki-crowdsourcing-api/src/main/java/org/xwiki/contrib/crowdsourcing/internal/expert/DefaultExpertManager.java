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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

/**
 * The rules of experts, areas and engagements.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultExpertManager implements ExpertManager
{
    private static final String EXPERT = "expert";

    private static final String ROUTE = "route";

    private static final String REFERRED_BY = "referredBy";

    private static final String STATE = "state";

    private static final String AND = "; ";

    @Inject
    private ExpertStore store;

    @Inject
    private ExpertSearch words;

    @Inject
    private AreaStore areas;

    @Inject
    private EngagementStore engagements;

    @Inject
    private EngagementWriter engagementWriter;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Override
    public Page<Expert> search(ExpertQuery query) throws CrowdsourcingException
    {
        return this.store.search(query, this.words.find(query.words(), this.access::canView), this.access::canView);
    }

    @Override
    public Optional<Expert> get(DocumentReference reference) throws CrowdsourcingException
    {
        Optional<Row> row = this.things.find(reference, Schema.EXPERT)
            .filter(found -> found.flag("consent") || isOwn(found) || this.access.canEdit(reference));
        return row.isEmpty() ? Optional.empty() : Optional.of(this.store.load(row.get(), this.access::canView));
    }

    private boolean isOwn(DocumentReference expert) throws CrowdsourcingException
    {
        return expert != null && this.pages.find(expert, Schema.EXPERT).filter(this::isOwn).isPresent();
    }

    private boolean isOwn(Row row)
    {
        DocumentReference user = this.access.user();
        return user != null && user.equals(row.reference("user"));
    }

    @Override
    public List<String> getCountries() throws CrowdsourcingException
    {
        return this.store.countries(this.access::canView);
    }

    @Override
    public List<Area> getAreas() throws CrowdsourcingException
    {
        return this.areas.list().stream().filter(area -> this.access.canView(area.reference())).toList();
    }

    @Override
    public DocumentReference create(EntityReference parent, String name) throws CrowdsourcingException
    {
        return this.things.create(parent, name, Schema.EXPERT, null);
    }

    @Override
    public DocumentReference createArea(EntityReference parent, String title) throws CrowdsourcingException
    {
        return this.things.create(parent, title, Schema.AREA, null);
    }

    @Override
    public Page<Engagement> getEngagements(DocumentReference dialogue, PageRequest request)
        throws CrowdsourcingException
    {
        this.things.get(dialogue, Schema.DIALOGUE);
        // Who was asked and who declined is known to those who set up the panel.
        return this.engagements.list(dialogue, !canEngage(dialogue), request);
    }

    @Override
    public Optional<Engagement> getEngagement(DocumentReference engagement) throws CrowdsourcingException
    {
        Optional<Row> row = this.things.find(engagement, Schema.ENGAGEMENT);
        return row.isEmpty() || !mayKnow(row.get()) ? Optional.empty()
            : Optional.of(this.engagements.load(row.get()));
    }

    /** Who was asked and who declined is known to those who set up the panel, and to the expert in person. */
    private boolean mayKnow(Row engagement) throws CrowdsourcingException
    {
        DocumentReference dialogue = AgreementStore.dialogue(engagement.page());
        // The template of engagements belongs to no dialogue.
        boolean found = this.pages.find(dialogue, Schema.DIALOGUE).isPresent();
        return found && (canEngage(dialogue) || isOwn(engagement.reference(EXPERT))
            || this.engagements.confirmed(dialogue).stream().anyMatch(row -> row.page().equals(engagement.page())));
    }

    @Override
    public DocumentReference engage(DocumentReference dialogue, DocumentReference expert, EngagementRoute route,
        String referredBy) throws CrowdsourcingException
    {
        Row dialogueRow = this.things.getEditable(dialogue, Schema.DIALOGUE);
        Inputs inputs = new Inputs();
        inputs.required(ROUTE, route);
        String referrer = inputs.line(REFERRED_BY, referredBy);
        if (route == EngagementRoute.REFERRED) {
            inputs.required(REFERRED_BY, referrer, "crowdsourcing.error.referredByRequired");
        }
        Optional<Row> expertRow = expert == null ? Optional.empty() : this.things.find(expert, Schema.EXPERT);
        if (expertRow.isEmpty()) {
            inputs.add(new FieldError(EXPERT, "crowdsourcing.error.expertUnknown"));
        }
        inputs.refuse();
        DocumentReference page =
            this.engagements.find(dialogue, expert).orElseGet(() -> this.engagements.page(dialogue, expert));
        Map<String, Object> values = new HashMap<>();
        values.put(EXPERT, this.reader.serialize(expert));
        values.put(ROUTE, List.of(route.getId()));
        values.put(REFERRED_BY, referrer);
        values.put(STATE, EngagementState.PROPOSED.getId());
        String title = dialogueRow.title().replaceAll("[$#]", "");
        if (!this.writer.createHidden(page, title, Schema.ENGAGEMENT, values)) {
            addRoute(page, route, referrer);
        }
        return page;
    }

    private void addRoute(DocumentReference page, EngagementRoute route, String referrer)
        throws CrowdsourcingException
    {
        this.writer.adjust(page, Schema.ENGAGEMENT, held -> {
            Set<String> routes = new LinkedHashSet<>(held.list(ROUTE));
            routes.add(route.getId());
            Map<String, Object> values = new HashMap<>();
            values.put(ROUTE, List.copyOf(routes));
            if (!referrer.isEmpty()) {
                values.put(REFERRED_BY, together(held.text(REFERRED_BY), referrer));
            }
            return values;
        }, "");
    }

    /** Everybody who recommended the expert, as far as there is room. */
    private static String together(String before, String referrer)
    {
        boolean known = before.isEmpty() || List.of(before.split(AND)).contains(referrer);
        return known ? before.isEmpty() ? referrer : before : Inputs.shortenLine(before + AND + referrer);
    }

    @Override
    public void setEngagementState(DocumentReference engagement, EngagementState state)
        throws CrowdsourcingException
    {
        Row row = this.things.getEditable(engagement, Schema.ENGAGEMENT);
        Inputs inputs = new Inputs();
        inputs.required(STATE, state);
        EngagementState from = row.option(STATE, EngagementState.PROPOSED);
        if (state != null && !from.canBecome(state)) {
            inputs.add(new FieldError(STATE, "crowdsourcing.error.engagementState", from, state));
        }
        inputs.refuse();
        this.engagementWriter.setState(engagement, state);
    }

    @Override
    public boolean canCreate(EntityReference parent)
    {
        return this.things.canCreate(parent);
    }

    @Override
    public boolean canEdit(DocumentReference reference)
    {
        return this.access.canEdit(reference);
    }

    @Override
    public boolean canEngage(DocumentReference dialogue)
    {
        return this.access.canEdit(dialogue);
    }
}
