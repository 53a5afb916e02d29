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

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.PartlyDoneException;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.expert.Curators;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.invitation.InvitationRound;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.pipeline.Participation;
import org.xwiki.contrib.crowdsourcing.pipeline.Pipeline;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineCard;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineManager;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;
import org.xwiki.contrib.crowdsourcing.pipeline.Selection;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of pipelines.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultPipelineManager implements PipelineManager
{
    /** How long what was moved can be taken back with a click. */
    private static final Duration UNDONE = Duration.ofDays(1);

    @Inject
    private PipelineStore store;

    @Inject
    private PipelineFilter filter;

    @Inject
    private PipelineView view;

    @Inject
    private PipelineMover mover;

    @Inject
    private InvitationRound round;

    @Inject
    private PipelineFile file;

    @Inject
    private Things things;

    @Inject
    private Curators curators;

    @Inject
    private Access access;

    @Override
    public boolean canManage(DocumentReference page)
    {
        return this.access.canEdit(page);
    }

    /** Only what the current user may know of: the panels that the user may change. */
    private PipelineStore.All read(DocumentReference page) throws CrowdsourcingException
    {
        this.access.require(canManage(page));
        PipelineStore.All all = this.store.read(page);
        Map<DocumentReference, Row> dialogues = new LinkedHashMap<>(all.dialogues());
        dialogues.keySet().removeIf(dialogue -> !this.access.canView(dialogue) || !this.access.canEdit(dialogue));
        return new PipelineStore.All(all.standings().stream()
            .filter(standing -> dialogues.containsKey(standing.dialogue())
                && this.access.canView(standing.engagement())).toList(), dialogues, all.seated(), all.more());
    }

    @Override
    public Pipeline get(DocumentReference page, PipelineQuery query) throws CrowdsourcingException
    {
        PipelineStore.All all = read(page);
        Map<EngagementState, List<Standing>> columns = this.filter.columns(all.standings(), query);
        PipelineQuery.View wanted = query.view();
        Set<Standing> shown = new LinkedHashSet<>();
        columns.forEach((state, people) -> {
            shown.addAll(cut(PipelineFilter.seated(people), state, wanted));
            shown.addAll(cut(PipelineFilter.waiting(people), state, wanted));
        });
        Map<DocumentReference, PipelineCard> cards = this.view.cards(page, shown, all.standings(), all.dialogues());
        List<Pipeline.Column> result = new ArrayList<>();
        columns.forEach((state, people) -> {
            List<Standing> seated = PipelineFilter.seated(people);
            List<Standing> waiting = PipelineFilter.waiting(people);
            int longest = Math.max(seated.size(), waiting.size());
            int to = (wanted.state() == null ? 0 : wanted.from()) + wanted.limit();
            result.add(new Pipeline.Column(state, shown(seated, cards), seated.size(), shown(waiting, cards),
                waiting.size(), to < longest ? to : 0, PipelineFilter.stamp(people)));
        });
        int total = columns.values().stream().mapToInt(List::size).sum();
        return new Pipeline(result, seats(all), total, all.more(), lastMove(all.standings()));
    }

    private static List<Standing> cut(List<Standing> people, EngagementState state, PipelineQuery.View view)
    {
        int from = view.state() == null ? 0 : view.from();
        int limit = view.state() == null || view.state() == state ? view.limit() : 0;
        List<Standing> result = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (i >= from && i < from + limit || view.always().contains(people.get(i).engagement())) {
                result.add(people.get(i));
            }
        }
        return result;
    }

    private static List<PipelineCard> shown(List<Standing> people, Map<DocumentReference, PipelineCard> cards)
    {
        return people.stream().map(Standing::engagement).filter(cards::containsKey).map(cards::get).toList();
    }

    private static List<Pipeline.Seats> seats(PipelineStore.All all)
    {
        Map<DocumentReference, Integer> waiting = new HashMap<>();
        all.standings().stream().filter(standing -> standing.waiting() > 0)
            .forEach(standing -> waiting.merge(standing.dialogue(), 1, Integer::sum));
        return all.dialogues().values().stream().map(row -> {
            int seats = EngagementStore.seats(row);
            return new Pipeline.Seats(row.page(), row.title(), all.seated().getOrDefault(row.page(), 0),
                seats == Integer.MAX_VALUE ? 0 : seats, waiting.getOrDefault(row.page(), 0));
        }).sorted(Comparator.comparing(Pipeline.Seats::title)).toList();
    }

    /** To whom a step that invited sent links. */
    private Set<DocumentReference> mailed(List<Standing> people, PipelineMover.Step step) throws CrowdsourcingException
    {
        Instant on = Times.findExact(step.on()).orElse(null);
        return step.state() != EngagementState.INVITED || on == null ? Set.of()
            : this.round.sentSince(people.stream().map(Standing::engagement).toList(), on);
    }

    private Pipeline.LastMove lastMove(List<Standing> standings) throws CrowdsourcingException
    {
        Map<String, List<Standing>> steps = standings.stream()
            .filter(standing -> !standing.row().text(Standing.MOVE).isEmpty())
            .collect(Collectors.groupingBy(standing -> standing.row().text(Standing.MOVE)));
        PipelineMover.Step step = steps.keySet().stream().max(Comparator.naturalOrder())
            .flatMap(PipelineMover.Step::of).orElse(null);
        Instant on = step == null ? null : Times.findExact(step.on()).orElse(null);
        if (on == null || !on.isAfter(Instant.now().minus(UNDONE))) {
            return null;
        }
        List<Standing> people = steps.get(step.key());
        Row one = people.stream().map(Standing::row).filter(step::isLast).findFirst().orElse(people.get(0).row());
        return new Pipeline.LastMove(step.key(), people.size(), step.state(),
            step.isLast(one) ? one.reference(Standing.STATE_BY) : null, on, mailed(people, step).size());
    }

    private List<Standing> editable(DocumentReference page, Selection selection) throws CrowdsourcingException
    {
        List<Standing> chosen = choose(read(page), selection);
        refuse(chosen.isEmpty(), "crowdsourcing.error.nothingTicked");
        refuse(chosen.size() > Selection.MOST, "crowdsourcing.error.pipelineTooMany", Selection.MOST);
        for (Standing standing : chosen) {
            this.access.require(this.access.canEdit(standing.engagement()));
        }
        return chosen;
    }

    @Override
    public int move(DocumentReference page, Selection selection, EngagementState state) throws CrowdsourcingException
    {
        List<Standing> chosen = editable(page, selection);
        checkRules(chosen, state);
        List<Standing> moved = chosen.stream().filter(standing -> standing.state() != state).toList();
        List<Standing> late = this.mover.move(moved, state);
        if (!late.isEmpty()) {
            throw new PartlyDoneException(List.of(new FieldError("", "crowdsourcing.error.pipelineLate",
                this.view.names(late), moved.size() - late.size())));
        }
        return moved.size();
    }

    @Override
    public int invite(DocumentReference page, Selection selection, int days) throws CrowdsourcingException
    {
        List<Standing> chosen = editable(page, selection);
        this.round.check(days);
        InvitationRound.Plan plan = this.round.plan(chosen.stream().map(Standing::row).toList());
        List<Standing> invited = new ArrayList<>(chosen);
        invited.removeIf(standing -> !plan.addresses().containsKey(standing.engagement()));
        List<Standing> late = this.mover.move(invited.stream()
            .filter(standing -> standing.state() != EngagementState.INVITED).toList(), EngagementState.INVITED);
        invited.removeAll(late);
        for (Standing standing : invited) {
            this.round.send(standing.row(), plan.addresses().get(standing.engagement()), days);
        }
        List<FieldError> errors = new ArrayList<>();
        for (Map.Entry<InvitationRound.Obstacle, Set<DocumentReference>> left : plan.left().entrySet()) {
            errors.add(new FieldError("", left.getKey().getMessageKey(), this.view.names(
                chosen.stream().filter(standing -> left.getValue().contains(standing.engagement())).toList())));
        }
        if (!late.isEmpty()) {
            errors.add(new FieldError("", "crowdsourcing.error.pipelineMail.late", this.view.names(late)));
        }
        if (!errors.isEmpty() && invited.isEmpty()) {
            throw new CrowdsourcingException(errors);
        } else if (!errors.isEmpty()) {
            errors.add(0, new FieldError("", "crowdsourcing.error.pipelineMail", invited.size()));
            throw new PartlyDoneException(errors);
        }
        return invited.size();
    }

    private List<Standing> choose(PipelineStore.All all, Selection selection) throws CrowdsourcingException
    {
        Map<DocumentReference, Standing> known = all.standings().stream()
            .collect(Collectors.toMap(Standing::engagement, Function.identity(), (one, other) -> one));
        Map<EngagementState, List<Standing>> columns =
            selection.columns().isEmpty() ? Map.of() : this.filter.columns(all.standings(), selection.query());
        Set<Standing> chosen = new LinkedHashSet<>();
        List<FieldError> errors = new ArrayList<>();
        selection.columns().forEach((state, stamp) -> {
            List<Standing> people = columns.get(state);
            if (!stamp.equals(PipelineFilter.stamp(people))) {
                errors.add(new FieldError("", "crowdsourcing.error.pipelineColumn", state));
            }
            chosen.addAll(PipelineFilter.seated(people));
        });
        List<Standing> changed = new ArrayList<>();
        boolean gone = false;
        for (Map.Entry<DocumentReference, String> one : selection.people().entrySet()) {
            Standing standing = known.get(one.getKey());
            if (standing == null) {
                gone = true;
            } else {
                chosen.add(standing);
                if (!standing.stamp().equals(one.getValue())) {
                    changed.add(standing);
                }
            }
        }
        if (gone) {
            errors.add(new FieldError("", "crowdsourcing.error.pipelineGone"));
        }
        errors.addAll(changed(changed));
        if (!errors.isEmpty()) {
            throw new ConflictException(errors);
        }
        // In the order of the pipeline, whichever came first in the form.
        return chosen.stream().sorted(PipelineFilter.ORDER).toList();
    }

    private List<FieldError> changed(List<Standing> changed) throws CrowdsourcingException
    {
        List<FieldError> result = new ArrayList<>();
        List<String> names = this.view.names(changed);
        for (int i = 0; i < changed.size(); i++) {
            PipelineCard.Change change =
                PipelineView.change(changed.get(i).row(), Standing.STATE_BY, Standing.STATE_ON);
            List<String> name = List.of(names.get(i));
            boolean known = change != null && change.by() != null && change.on() != null;
            result.add(known
                ? new FieldError("", "crowdsourcing.error.pipelineChanged", name, changed.get(i).state(), change.by(),
                    change.on())
                : new FieldError("", "crowdsourcing.error.pipelineChangedBySomebody", name, changed.get(i).state()));
        }
        return result;
    }

    private void checkRules(List<Standing> chosen, EngagementState state) throws CrowdsourcingException
    {
        refuse(state == null, "crowdsourcing.error.pipelineState");
        List<FieldError> errors = new ArrayList<>();
        for (EngagementState from : EngagementState.values()) {
            List<Standing> refused = chosen.stream()
                .filter(standing -> standing.state() == from && !from.canBecome(state)).toList();
            if (!refused.isEmpty()) {
                errors.add(new FieldError("", "crowdsourcing.error.pipelineTransition", this.view.names(refused), from,
                    state));
            }
        }
        List<Standing> waiting = chosen.stream()
            .filter(standing -> state == EngagementState.ATTENDED && standing.waiting() > 0).toList();
        if (!waiting.isEmpty()) {
            errors.add(new FieldError("", "crowdsourcing.error.pipelineNoSeat", this.view.names(waiting)));
        }
        if (!errors.isEmpty()) {
            throw new CrowdsourcingException(errors);
        }
    }

    @Override
    public int undo(DocumentReference page, String key) throws CrowdsourcingException
    {
        List<Standing> moved = read(page).standings().stream()
            .filter(standing -> !key.isEmpty() && standing.row().text(Standing.MOVE).equals(key)).toList();
        PipelineMover.Step step = PipelineMover.Step.of(key).orElse(null);
        if (moved.isEmpty() || step == null) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.pipelineNoStep"));
        }
        for (Standing standing : moved) {
            this.access.require(this.access.canEdit(standing.engagement()));
        }
        Set<DocumentReference> mailed = mailed(moved, step);
        List<Standing> late = this.mover.undo(moved, step);
        for (Standing standing : moved) {
            if (mailed.contains(standing.engagement()) && !late.contains(standing)) {
                this.round.withdraw(standing.engagement());
            }
        }
        if (!late.isEmpty()) {
            throw new PartlyDoneException(List.of(new FieldError("", "crowdsourcing.error.pipelineUndo",
                this.view.names(late), moved.size() - late.size())));
        }
        return moved.size();
    }

    private static void refuse(boolean refused, String messageKey, Object... parameters) throws CrowdsourcingException
    {
        if (refused) {
            throw new CrowdsourcingException(new FieldError("", messageKey, parameters));
        }
    }

    @Override
    public String getFile(DocumentReference page, PipelineQuery query) throws CrowdsourcingException
    {
        PipelineStore.All all = read(page);
        List<Standing> people = new ArrayList<>();
        this.filter.columns(all.standings(), query).forEach((state, column) -> {
            if (query.view().state() == null || query.view().state() == state) {
                people.addAll(column);
            }
        });
        return this.file.write(people, all.dialogues());
    }

    @Override
    public List<Participation> getParticipations(DocumentReference profile) throws CrowdsourcingException
    {
        this.things.get(profile, Schema.EXPERT);
        boolean own = this.curators.isOwn(profile);
        PipelineStore.All all = this.store.of(profile);
        Map<DocumentReference, Boolean> whole = new HashMap<>();
        all.dialogues().keySet().stream().filter(this.access::canView)
            .forEach(dialogue -> whole.put(dialogue, own || this.access.canEdit(dialogue)));
        List<Standing> shown = all.standings().stream().filter(standing -> whole.containsKey(standing.dialogue()))
            .filter(standing -> whole.get(standing.dialogue()) || participation(standing, all, 0, false).isPublic())
            .toList();
        Map<DocumentReference, Integer> waiting = this.store.waiting(awaited(shown));
        return shown.stream()
            .map(standing -> participation(standing, all, waiting.getOrDefault(standing.engagement(), 0),
                whole.get(standing.dialogue()) && this.access.canView(standing.engagement())))
            .sorted(Comparator
                .comparing(Participation::day, Comparator.nullsFirst(Comparator.<LocalDate>reverseOrder()))
                .thenComparing(Participation::title)).toList();
    }

    private static Collection<DocumentReference> awaited(List<Standing> standings)
    {
        return standings.stream().filter(standing -> standing.state() == EngagementState.ACCEPTED)
            .map(Standing::dialogue).distinct().toList();
    }

    private static Participation participation(Standing standing, PipelineStore.All all, int waiting, boolean known)
    {
        Row dialogue = all.dialogues().get(standing.dialogue());
        return new Participation(known ? standing.engagement() : null, standing.dialogue(), dialogue.title(),
            Times.findLocalTime(dialogue.text("start")).map(LocalDateTime::toLocalDate).orElse(null),
            standing.state(), waiting);
    }
}
