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
package org.xwiki.contrib.crowdsourcing.internal.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.agreement.Asked;
import org.xwiki.contrib.crowdsourcing.internal.expert.Curators;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertStore;
import org.xwiki.contrib.crowdsourcing.internal.invitation.InvitationRound;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.pipeline.Pipeline;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineCard;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

/**
 * A pipeline with what is stored in memory.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({PipelineStore.class, PipelineFilter.class, PipelineView.class, PipelineMover.class, PipelineFile.class})
abstract class AbstractPipelineTest
{
    protected static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    protected static final DocumentReference OTHER = TestRows.page("I.C.Other.WebHome");

    protected static final DocumentReference ANA = TestRows.page("XWiki.Ana");

    protected static final DocumentReference BEN = TestRows.page("XWiki.Ben");

    @InjectMockComponents
    protected DefaultPipelineManager manager;

    @MockComponent
    protected RowReader reader;

    @MockComponent
    protected ExpertStore experts;

    @MockComponent
    protected PageWriter writer;

    @MockComponent
    protected Things things;

    @MockComponent
    protected Curators curators;

    @MockComponent
    protected InvitationRound round;

    @MockComponent
    protected AgreementStore agreements;

    @MockComponent
    protected Access access;

    @MockComponent
    @Named("local")
    protected EntityReferenceSerializer<String> serializer;

    /** What is stored, by the page of the engagement. */
    protected final Map<DocumentReference, Map<String, Object>> stored = new LinkedHashMap<>();

    protected final Map<DocumentReference, Integer> seats = new HashMap<>(Map.of(DIALOGUE, 2, OTHER, 0));

    protected final Set<DocumentReference> hidden = new HashSet<>();

    protected final Set<DocumentReference> locked = new HashSet<>();

    protected DocumentReference user = ANA;

    protected int minute;

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        when(this.reader.serialize(any())).thenAnswer(call -> TestRows.local((EntityReference) call.getArgument(0)));
        when(this.reader.resolve(anyString(), any())).thenAnswer(call -> TestRows.page(call.getArgument(0)));
        when(this.reader.objects()).thenAnswer(call -> new Statement("objects"));
        when(this.reader.below(any(), any())).thenAnswer(call -> call.getArgument(0));
        when(this.reader.find(any(), any())).thenAnswer(call -> find(call.getArgument(1)));
        when(this.reader.load(any(), any(), any(), any())).thenAnswer(call -> {
            Map<DocumentReference, Map<Schema, List<Row>>> rows = new LinkedHashMap<>();
            for (Found found : call.<List<Found>>getArgument(1)) {
                rows.put(TestRows.page(found.page()), Map.of(Schema.ENGAGEMENT, List.of(row(TestRows.page(found.page())))));
            }
            return new Rows(rows);
        });
        when(this.reader.readOnly(any(), any(), any(), any())).thenAnswer(call -> {
            Map<DocumentReference, Map<Schema, List<Row>>> rows = new LinkedHashMap<>();
            for (String page : call.<Collection<String>>getArgument(1)) {
                DocumentReference dialogue = TestRows.page(page);
                rows.put(dialogue, Map.of(Schema.DIALOGUE, List.of(TestRows.row(dialogue, "seats",
                    this.seats.get(dialogue), "start", dialogue.equals(OTHER) ? "2017-06-06T10:00" : ""))));
            }
            return new Rows(rows);
        });
        when(this.experts.read(any(), any())).thenAnswer(call -> {
            Map<DocumentReference, Expert> result = new HashMap<>();
            for (DocumentReference page : call.<Collection<DocumentReference>>getArgument(0)) {
                if (call.<Predicate<DocumentReference>>getArgument(1).test(page)) {
                    result.put(page, expert(page));
                }
            }
            return result;
        });
        doAnswer(call -> {
            DocumentReference page = call.getArgument(0);
            Map<String, Object> values = call.<Function<Row, Map<String, Object>>>getArgument(2).apply(row(page));
            this.stored.get(page).putAll(values);
            return null;
        }).when(this.writer).adjust(any(), eq(Schema.ENGAGEMENT), any(), anyString());
        when(this.agreements.asked(any())).thenReturn(new Asked(Optional.empty()));
        when(this.access.user()).thenAnswer(call -> this.user);
        when(this.access.canView(any())).thenAnswer(call -> !this.hidden.contains(call.getArgument(0)));
        when(this.access.canEdit(any())).thenAnswer(call -> !this.locked.contains(call.getArgument(0)));
        doAnswer(call -> {
            if (!call.<Boolean>getArgument(0)) {
                throw new NotAllowedException(new FieldError("", "no"));
            }
            return null;
        }).when(this.access).require(anyBoolean());
    }

    protected List<Found> find(Statement statement)
    {
        List<Found> result = new ArrayList<>();
        Object experts = statement.getValues().get("experts");
        Object expert = statement.getValues().get("expert");
        Object panels = statement.getValues().get("panels");
        if (experts instanceof Collection<?> pages) {
            // Those from Mexico.
            pages.stream().filter(page -> page.toString().startsWith("E.M"))
                .forEach(page -> result.add(new Found(1, page.toString(), 0, "", "")));
        } else {
            this.stored.forEach((page, values) -> {
                boolean wanted = (expert == null || expert.equals(values.get("expert"))) && (panels == null
                    || ((Collection<?>) panels).contains(TestRows.local(page.getLastSpaceReference())));
                if (wanted) {
                    result.add(new Found(1, TestRows.local(page), 0, "", ""));
                }
            });
        }
        return result;
    }

    protected Row row(DocumentReference page)
    {
        return new Row(page, "", 0, new HashMap<>(this.stored.get(page)), TestRows.RESOLVER);
    }

    protected static Expert expert(DocumentReference page)
    {
        String name = page.getLastSpaceReference().getName();
        return new Expert(page, name, null, "", "=Office of " + name, List.of(), "MX", null, null, List.of(), null,
            null, "", new Expert.Consent(false, null, ""),
            List.of(new Expertise(null, "Courts", ExpertiseLevel.CONNECT),
                new Expertise(null, "Money", ExpertiseLevel.DO), new Expertise(null, "", null)));
    }

    protected DocumentReference engage(DocumentReference dialogue, String name, String state)
    {
        DocumentReference page = TestRows.page(TestRows.local(dialogue.getLastSpaceReference()) + ".Panel.e" + name);
        Map<String, Object> values = new HashMap<>();
        values.put("expert", "E." + name + ".WebHome");
        values.put("state", state);
        values.put("route", List.of("invited"));
        values.put("referredBy", "");
        String on = "2017-06-01T10:" + (10 + this.minute++) + ":00.000Z";
        values.put("stateOn", on);
        values.put("stateBy", "XWiki.Ben");
        values.put("acceptedOn", state.equals("accepted") || state.equals("attended") ? on : "");
        this.stored.put(page, values);
        return page;
    }

    protected DocumentReference engage(String name, String state)
    {
        return engage(DIALOGUE, name, state);
    }

    protected String state(DocumentReference engagement)
    {
        return this.stored.get(engagement).get("state").toString();
    }

    protected Pipeline.Column column(DocumentReference page, PipelineQuery query, EngagementState state)
        throws CrowdsourcingException
    {
        return this.manager.get(page, query).columns().stream().filter(column -> column.state() == state).findFirst()
            .orElseThrow();
    }

    protected static List<String> names(List<PipelineCard> cards)
    {
        return cards.stream().map(card -> card.person().name()).toList();
    }
}
