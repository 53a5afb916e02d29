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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadFilter;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadOrder;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadQuery;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.roadmap.Usage;
import org.xwiki.model.reference.DocumentReference;

/**
 * The discussion of a dialogue or of a brief: what the forms of its contributions do, and what is shown of it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Threads.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class Threads
{
    private static final String CROWDSOURCING_ERROR_UNKNOWN_VALUE = "crowdsourcing.error.unknownValue";

    private static final String TEXT = "text";

    private static final String KIND = "kind";

    private static final String PASSAGE = "passage";

    private static final String DECISION = "decision";

    private static final String DECIDER = "decider";

    private static final String REASON_KIND = "reasonKind";

    private static final String HIDDEN_REASON_KIND = "hiddenReasonKind";

    private static final String RECOMMENDATION = "recommendation";

    private static final String PARAMETER_KIND = "cs_kind";

    private static final String PARAMETER_ORDER = "cs_order";

    private static final String PARAMETER_AUTHOR = "cs_author";

    private static final String PARAMETER_UNDECIDED = "cs_undecided";

    private static final String PARAMETER_SEARCH = "cs_search";

    private static final Map<String, Object> CHOICES = Map.of("kinds", ContributionKind.values(), "orders",
        ThreadOrder.values(), "outcomes", Outcome.values(), "reasonKinds", DecisionReason.values(), "hidingReasons",
        HidingReason.values());

    @Inject
    private DialogueManager dialogues;

    @Inject
    private RoadmapManager roadmaps;

    @Inject
    private Supports supports;

    @Inject
    private ModerationLogs logs;

    @Inject
    private ThreadRows threadRows;

    @Inject
    private Visits visits;

    @Inject
    private Modes modes;

    @Inject
    private Curations curations;

    @Inject
    private MergeForms merges;

    @Inject
    private Toolkit toolkit;

    /**
     * @param thread the page of a dialogue or a brief
     * @return which pages the forms of its discussion may be about: itself and its contributions
     */
    public Predicate<DocumentReference> getTargets(DocumentReference thread)
    {
        return target -> target.getParent().equals(thread.getParent());
    }

    /**
     * @param thread the page of a dialogue or a brief
     * @return what the forms of its discussion do, by name
     */
    public Map<String, FormAction> getActions(DocumentReference thread)
    {
        Map<String, FormAction> actions = new HashMap<>(this.supports.getActions(thread));
        actions.putAll(this.curations.getActions(thread));
        actions.putAll(this.merges.getActions(thread));
        actions.put("contribute", form -> {
            this.modes.check(form, thread);
            return this.modes.next(permalink(this.dialogues.contribute(form.getTarget(), read(form)), thread), thread);
        });
        actions.put("reply", form -> {
            this.modes.check(form, thread);
            return this.modes.next(permalink(this.dialogues.reply(form.getTarget(), read(form)), thread), thread);
        });
        actions.put("revise", form -> {
            this.dialogues.revise(form.getTarget(), form.get(TEXT), form.get(KIND));
            return permalink(form.getTarget(), thread);
        });
        actions.put("decide", form -> decide(form, thread));
        actions.put("hide", form -> hide(form, thread));
        actions.put("unhide", form -> {
            this.dialogues.unhide(form.getTarget());
            return permalink(form.getTarget(), thread);
        });
        actions.put("approve", form -> {
            this.dialogues.approve(form.getTarget());
            return permalink(form.getTarget(), thread);
        });
        actions.put("quote", form -> quote(form, thread));
        return actions;
    }

    private NewContribution read(FormState form)
    {
        // A paragraph that is chosen, unless words of it are given.
        String passage = form.get(PASSAGE).isBlank() ? form.get("paragraph") : form.get(PASSAGE);
        return new NewContribution(form.get(TEXT), form.get(KIND), form.get("speaker"), passage);
    }

    private String decide(FormState form, DocumentReference thread) throws CrowdsourcingException
    {
        this.dialogues.decide(form.getTarget(), choose(Outcome.class, form, DECISION),
            choose(DecisionReason.class, form, REASON_KIND), form.get("reason"), getDecider(form));
        return permalink(form.getTarget(), thread);
    }

    /** Who decides in person, as the form says unless somebody else is named, needs no name in words. */
    private String getDecider(FormState form)
    {
        String typed = form.has(DECIDER) ? form.get(DECIDER) : null;
        DocumentReference user = this.toolkit.getCurrentUser();
        return user != null && typed != null && typed.strip().equals(this.toolkit.getUserName(user)) ? null : typed;
    }

    private Map<DocumentReference, String> getDeciders(ThreadPage page)
    {
        DocumentReference user = this.toolkit.getCurrentUser();
        String self = user == null ? "" : this.toolkit.getUserName(user);
        Map<DocumentReference, String> result = new HashMap<>();
        page.page().rows().forEach(row -> result.put(row.reference(),
            row.decision() == null || row.decision().decider().isEmpty() ? self : row.decision().decider()));
        return result;
    }

    private String hide(FormState form, DocumentReference thread) throws CrowdsourcingException
    {
        this.dialogues.hide(form.getTarget(), choose(HidingReason.class, form, HIDDEN_REASON_KIND),
            form.get("hiddenReason"));
        return permalink(form.getTarget(), thread);
    }

    private String quote(FormState form, DocumentReference thread) throws CrowdsourcingException
    {
        String typed = form.get(RECOMMENDATION);
        DocumentReference recommendation = this.roadmaps.getQuoteTargets(form.getTarget()).stream()
            .map(Usage::recommendation).filter(target -> this.toolkit.serialize(target).equals(typed)).findFirst()
            .orElseThrow(
                () -> new NotFoundException(new FieldError(RECOMMENDATION, CROWDSOURCING_ERROR_UNKNOWN_VALUE, typed)));
        this.roadmaps.quote(recommendation, form.getTarget());
        return permalink(form.getTarget(), thread);
    }

    private <E extends Enum<E> & Stored> E choose(Class<E> type, FormState form, String field)
        throws CrowdsourcingException
    {
        String typed = form.get(field);
        if (typed.isEmpty()) {
            return null;
        }
        return Stored.find(type, typed).orElseThrow(
            () -> new CrowdsourcingException(new FieldError(field, CROWDSOURCING_ERROR_UNKNOWN_VALUE, typed)));
    }

    private String permalink(DocumentReference contribution, DocumentReference thread)
    {
        return Permalinks.of(this.toolkit, contribution, thread);
    }

    /**
     * @param thread the page of a dialogue or a brief
     * @param limit how many contributions to show at once
     * @param readOnly {@code true} if no form may be shown
     * @return what the template of discussions shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference thread, int limit, boolean readOnly)
        throws CrowdsourcingException
    {
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage());
        ThreadFilter filter = getFilter(query);
        ThreadOrder order =
            Stored.find(ThreadOrder.class, query.get(PARAMETER_ORDER)).orElse(ThreadOrder.OLDEST);
        String wanted = query.get(Permalinks.PARAMETER);
        String cursor = wanted == null ? query.get(Queries.CURSOR) : '@' + wanted;
        Map<String, Object> data = new HashMap<>(CHOICES);
        ThreadPage page = find(new ThreadQuery(thread, filter, order, new PageRequest(cursor, limit)), data);
        boolean curate = !readOnly && this.dialogues.canCurate(thread);
        data.put("thread", thread);
        data.put("page", page.page());
        data.put("rows", this.threadRows.of(page, curate, readOnly, order == ThreadOrder.SUPPORTED && wanted == null));
        putHistory(page, data);
        data.put("visit", this.visits.visit(thread));
        data.put("inside", cursor != null);
        putStanding(page, curate, data);
        data.put("readOnly", readOnly);
        data.put(KIND, filter.kind());
        data.put("filter", filter);
        data.put("order", order);
        data.put("query", keep(query, filter).with(PARAMETER_ORDER,
            order == ThreadOrder.OLDEST ? null : order.getId()));
        data.putAll(this.logs.getData(thread));
        data.putAll(this.curations.getData(thread, readOnly));
        data.put("canContribute", !readOnly && this.dialogues.canContribute(thread));
        data.put("canCapture", !readOnly && this.dialogues.canCapture(thread));
        data.put("canCurate", curate);
        data.put("obstacle", this.dialogues.getContributionObstacle(thread)
            .map(this.toolkit::message).orElse(null));
        List<Usage> targets = getQuoteTargets(page, readOnly);
        data.put("quoteReferences", targets.stream().map(Usage::recommendation).toList());
        data.put("quoteTitles", targets.stream().map(Usage::title).toList());
        return data;
    }

    private ThreadPage find(ThreadQuery query, Map<String, Object> data) throws CrowdsourcingException
    {
        data.put("looked", Count.LIMIT);
        try {
            return this.dialogues.getThread(query);
        } catch (CrowdsourcingException e) {
            FieldError refused =
                e.getErrors().stream().filter(error -> "search".equals(error.field())).findFirst().orElseThrow(() -> e);
            data.put("searchError", this.toolkit.message(refused));
            return new ThreadPage(new Page<>(List.of(), null, Count.exactly(0)), List.of());
        }
    }

    private void putStanding(ThreadPage page, boolean curate, Map<String, Object> data) throws CrowdsourcingException
    {
        data.put("deciders", curate ? getDeciders(page) : Map.of());
        data.put("supports", this.supports.getSupport(page.page().rows()));
        data.put("survivors", this.merges.getSurvivors(page.page().rows()));
    }

    private void putHistory(ThreadPage page, Map<String, Object> data) throws CrowdsourcingException
    {
        String key = this.toolkit.getParameter("cs_history");
        Optional<Contribution> asked = page.page().rows().stream()
            .filter(contribution -> contribution.key().equals(key)).findFirst();
        data.put("history", key);
        data.put("revisions", asked.isEmpty() ? List.of() : this.dialogues.getRevisions(asked.get().reference()));
    }

    private ThreadFilter getFilter(Queries query)
    {
        return new ThreadFilter(Stored.find(ContributionKind.class, query.get(PARAMETER_KIND)).orElse(null),
            getAuthor(query.get(PARAMETER_AUTHOR)), query.get(PARAMETER_UNDECIDED) != null,
            StringUtils.defaultString(query.get(PARAMETER_SEARCH)));
    }

    private DocumentReference getAuthor(String typed)
    {
        try {
            return typed == null ? null : this.toolkit.reference(typed);
        } catch (IllegalArgumentException e) {
            // What is no reference is nobody.
            return null;
        }
    }

    private Queries keep(Queries query, ThreadFilter filter)
    {
        return query.with(PARAMETER_KIND, filter.kind() == null ? null : filter.kind().getId())
            .with(PARAMETER_AUTHOR, filter.author() == null ? null : this.toolkit.serialize(filter.author()))
            .with(PARAMETER_UNDECIDED, filter.undecided() ? "1" : null)
            .with(PARAMETER_SEARCH, StringUtils.trimToNull(filter.words()));
    }

    private List<Usage> getQuoteTargets(ThreadPage page, boolean readOnly) throws CrowdsourcingException
    {
        List<Contribution> rows = page.page().rows();
        return readOnly || rows.isEmpty() || this.toolkit.getCurrentUser() == null ? List.of()
            : this.roadmaps.getQuoteTargets(rows.get(0).reference());
    }
}
