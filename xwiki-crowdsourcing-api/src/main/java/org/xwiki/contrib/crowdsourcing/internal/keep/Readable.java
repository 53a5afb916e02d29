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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.Citations;
import org.xwiki.contrib.crowdsourcing.brief.Evidence;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefStore;
import org.xwiki.contrib.crowdsourcing.internal.challenge.ChallengeStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.AgendaClock;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertStore;
import org.xwiki.contrib.crowdsourcing.internal.initiative.InitiativeStore;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationSection;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.block.Block;

/**
 * Tells in plain wiki text what a page shows, in the order of its sheet: only what everybody sees who may view it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Readable.class)
@Singleton
@SuppressWarnings({"checkstyle:ClassFanOutComplexity", "checkstyle:MultipleStringLiterals"})
public class Readable
{
    private static final String STATE = "state";

    private static final String TITLE = "title";

    private static final String OWNER = "owner";

    private static final String COST = "cost";

    private static final String COMMA = ", ";

    private static final String DOT = " \u00b7 ";

    private static final String AREA = "area";

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    @Inject
    private InitiativeStore initiatives;

    @Inject
    private ChallengeStore challenges;

    @Inject
    private BriefStore briefs;

    @Inject
    private DialogueStore dialogues;

    @Inject
    private Panel panel;

    @Inject
    private ContributionStore contributions;

    @Inject
    private RoadmapStore roadmaps;

    @Inject
    private ExpertStore experts;

    @Inject
    private AreaStore areas;

    @Inject
    private Visibility visibility;

    @Inject
    private SafeText safe;

    @Inject
    private Wording wording;

    /** Tells of one kind of thing. */
    private interface Teller
    {
        /**
         * @param row the stored thing
         * @param draft what is written
         * @throws CrowdsourcingException if it fails
         */
        void tell(Row row, Draft draft) throws CrowdsourcingException;
    }

    private Map<Schema, Teller> tellers()
    {
        Map<Schema, Teller> result = new LinkedHashMap<>();
        result.put(Schema.INITIATIVE, this::initiative);
        result.put(Schema.CHALLENGE, this::challenge);
        result.put(Schema.BRIEF, this::brief);
        result.put(Schema.DIALOGUE, this::dialogue);
        result.put(Schema.ROADMAP, this::roadmap);
        result.put(Schema.RECOMMENDATION, this::recommendation);
        result.put(Schema.EXPERT, this::expert);
        result.put(Schema.AREA, this::area);
        return result;
    }

    /**
     * @return the classes of what has something to tell
     */
    public Collection<Schema> getSchemas()
    {
        return tellers().keySet();
    }

    /**
     * @param page a page
     * @return what it shows, without the contributions to it
     * @throws CrowdsourcingException if it fails
     */
    public String tell(DocumentReference page) throws CrowdsourcingException
    {
        Draft draft = new Draft(this.safe);
        for (Map.Entry<Schema, Teller> teller : tellers().entrySet()) {
            Optional<Row> row = this.pages.find(page, teller.getKey());
            if (row.isPresent()) {
                teller.getValue().tell(row.get(), draft);
            }
        }
        return draft.toString();
    }

    private String t(String key, Object... parameters)
    {
        return this.wording.text(key, parameters);
    }

    /** The label and the text of the value. */
    private List<Block> option(Row row, Schema schema, String property)
    {
        return this.wording.fact(this.wording.label(schema, property), this.wording.option(row, schema, property));
    }

    private List<Block> fact(Schema schema, String property, Object... value)
    {
        return this.wording.fact(this.wording.label(schema, property), value);
    }

    private void section(Schema schema, String property, Row row, Draft draft)
    {
        if (!row.text(property).isBlank()) {
            draft.heading(this.wording.label(schema, property)).typed(row.text(property));
        }
    }

    private void initiative(Row row, Draft draft) throws CrowdsourcingException
    {
        draft.typed(row.text("summary"));
        draft.heading(t("crowdsourcing.commitment.title"));
        commitment(row, draft);
        draft.heading(t("crowdsourcing.initiative.phases"));
        List<List<Block>> phases = new ArrayList<>();
        this.initiatives.load(row).phases().forEach(phase -> phases.add(this.wording.line(
            this.wording.strong(this.wording.option(Schema.PHASE, "phase", phase.phase().getId())),
            ' ' + this.wording.days(phase.start(), phase.end()), phase.owner() == null ? "" : DOT,
            this.wording.user(phase.owner()), phase.exitCriterion().isBlank() ? "" : DOT + phase.exitCriterion())));
        draft.list(phases).list(List.of(option(row, Schema.INITIATIVE, "phase")));
        challenges(row, "crowdsourcing.challenges.title", draft);
        links(row, "crowdsourcing.roadmaps.title", this.roadmaps.roadmapsOf(row.page()).stream()
            .map(roadmap -> new Linked(roadmap.reference(), roadmap.title(),
                this.wording.option(Schema.ROADMAP, STATE, roadmap.state().getId()))).toList(), draft);
        draft.heading(t("crowdsourcing.initiative.about"));
        draft.list(List.of(fact(Schema.INITIATIVE, "partners", String.join(COMMA, row.lines("partners"))),
            fact(Schema.INITIATIVE, "languages", this.wording.languages(row.list("languages"))),
            fact(Schema.INITIATIVE, OWNER, this.wording.user(row.reference(OWNER))),
            option(row, Schema.INITIATIVE, "moderation")));
        for (String terms : List.of("licence", "consent")) {
            if (!row.text(terms).isBlank()) {
                String version = row.text(terms + "Version");
                draft.subheading(this.wording.label(Schema.INITIATIVE, terms)
                    + (version.isBlank() ? "" : " (" + version + ')')).typed(row.text(terms));
            }
        }
    }

    private void commitment(Row row, Draft draft)
    {
        String commitment = this.wording.option(row, Schema.INITIATIVE, "commitment");
        draft.paragraph(this.wording.line(
            this.wording.strong(commitment.isEmpty() ? t("crowdsourcing.commitment.none") : commitment),
            after(DOT, this.wording.option(row, Schema.INITIATIVE, "scope")),
            after(DOT, this.wording.option(row, Schema.INITIATIVE, "instrument"))));
        draft.typed(row.text("inputUse"));
        if (row.number("responseDays") > 0) {
            draft.plain(t("crowdsourcing.commitment.days", row.number("responseDays")));
        }
    }

    private String after(String separator, String text)
    {
        return text.isBlank() ? "" : separator + text;
    }

    private void challenges(Row row, String title, Draft draft) throws CrowdsourcingException
    {
        List<ChallengeRow> all = this.challenges.list(row.page(), page -> true);
        links(row, title, all.stream().map(ChallengeRow::challenge)
            .map(challenge -> new Linked(challenge.reference(), challenge.title(),
                this.wording.option(Schema.CHALLENGE, STATE, challenge.state().getId())
                    + after(". ", challenge.question().strip()))).toList(), draft);
    }

    /**
     * A page in a list.
     *
     * @param page the page
     * @param title its title
     * @param meta what is said of it
     * @version $Id$
     */
    private record Linked(DocumentReference page, String title, String meta)
    {
    }

    private void links(Row row, String title, List<Linked> linked, Draft draft) throws CrowdsourcingException
    {
        Set<DocumentReference> shown =
            this.visibility.shown(row.page(), linked.stream().map(Linked::page).toList());
        List<List<Block>> lines = new ArrayList<>();
        linked.stream().filter(item -> shown.contains(item.page())).forEach(item -> lines.add(
            this.wording.line(this.wording.link(item.page(), item.title()), after(DOT, item.meta()))));
        if (!lines.isEmpty()) {
            draft.heading(t(title)).list(lines);
        }
    }

    private void challenge(Row row, Draft draft) throws CrowdsourcingException
    {
        draft.plain(row.text("question"));
        String reason = "dropped".equals(row.text(STATE)) ? "dropReason" : "stateReason";
        draft.list(List.of(option(row, Schema.CHALLENGE, STATE), fact(Schema.CHALLENGE, reason, row.text(reason)),
            fact(Schema.CHALLENGE, "priority", this.wording.number(row.number("priority"))),
            fact(Schema.CHALLENGE, "score", this.wording.number(row.number("score"))),
            fact(Schema.CHALLENGE, "signedOffBy", row.text("signedOffBy"),
                after(COMMA, this.wording.date(row.date("signedOffOn"))))));
        section(Schema.CHALLENGE, "criteria", row, draft);
        signOffs(row, draft);
        List<Row> needs = this.pages.all(row.page(), Schema.NEED);
        if (!needs.isEmpty()) {
            draft.heading(t("crowdsourcing.challenge.needs")).list(areaLines(row, needs, Schema.NEED, "kind"));
        }
        wishes(ChallengeStore.wishes(row), draft);
        links(row, "crowdsourcing.brief.title", this.briefs.briefsOf(row.page()).stream()
            .map(brief -> new Linked(brief.reference(), brief.title(),
                this.wording.option(Schema.BRIEF, STATE, brief.state().getId()))).toList(), draft);
        links(row, "crowdsourcing.dialogues.title", this.dialogues.dialoguesOf(row.page()).stream()
            .map(dialogue -> new Linked(dialogue.reference(), dialogue.title(),
                this.wording.option(Schema.DIALOGUE, STATE, dialogue.state().getId())
                    + after(COMMA, this.wording.times(dialogue.start(), dialogue.end())))).toList(), draft);
        challenges(row, "crowdsourcing.challenge.parts", draft);
    }

    private void signOffs(Row row, Draft draft) throws CrowdsourcingException
    {
        List<Row> signOffs = this.pages.all(row.page(), Schema.SIGN_OFF);
        if (!signOffs.isEmpty()) {
            draft.heading(t("crowdsourcing.choice.signOffs")).list(signOffs.stream()
                .map(signOff -> this.wording.line(signOff.text("name"), after(COMMA, signOff.text("organisation")),
                    after(COMMA, this.wording.date(signOff.date("signedOn"))))).toList());
        }
    }

    private void wishes(Wishes wishes, Draft draft)
    {
        if (!wishes.isEmpty()) {
            draft.heading(t("crowdsourcing.wishes.title")).list(List.of(
                fact(Schema.CHALLENGE, "regions", options("regions", wishes.regions()),
                    after(COMMA + this.wording.label(Schema.CHALLENGE, "regionShare") + ": ",
                        this.wording.number(wishes.regionShare()))),
                fact(Schema.CHALLENGE, "sectors", options("sectors", wishes.sectors())),
                fact(Schema.CHALLENGE, "languages", this.wording.languages(wishes.languages())),
                fact(Schema.CHALLENGE, "genderShare", this.wording.number(wishes.genderShare())),
                fact(Schema.CHALLENGE, "newcomerShare", this.wording.number(wishes.newcomerShare()))));
        }
    }

    private String options(String property, List<? extends Stored> values)
    {
        return values.stream().map(value -> this.wording.option(Schema.CHALLENGE, property, value.getId()))
            .collect(Collectors.joining(COMMA));
    }

    private List<List<Block>> areaLines(Row row, List<Row> rows, Schema schema, String property)
        throws CrowdsourcingException
    {
        Map<DocumentReference, String> titles = this.reader.titles(this.visibility.shown(row.page(),
            rows.stream().map(item -> item.reference(AREA)).toList()));
        List<List<Block>> result = new ArrayList<>();
        for (Row item : rows) {
            DocumentReference area = item.reference(AREA);
            Object name = titles.containsKey(area) ? this.wording.link(area, titles.get(area))
                : t("crowdsourcing.area.gone");
            result.add(this.wording.line(name, after(DOT, this.wording.option(item, schema, property)),
                after(COMMA + this.wording.label(Schema.NEED, "weight") + ": ",
                    this.wording.number(item.number("weight")))));
        }
        return result;
    }

    private List<Block> challengeOf(Row row) throws CrowdsourcingException
    {
        Optional<Row> challenge = this.pages.nearest(row.page(), Schema.CHALLENGE);
        boolean shown = challenge.isPresent()
            && !this.visibility.shown(row.page(), List.of(challenge.get().page())).isEmpty();
        return shown ? this.wording.fact(t("crowdsourcing.challenge.title"),
            this.wording.link(challenge.get().page(), challenge.get().title()),
            after(DOT, challenge.get().text("question").strip())) : List.of();
    }

    private void brief(Row row, Draft draft) throws CrowdsourcingException
    {
        String frozen = this.wording.instant(row.instant("frozenOn"));
        draft.list(List.of(option(row, Schema.BRIEF, STATE),
            fact(Schema.BRIEF, Schema.VERSION, this.wording.number(row.number(Schema.VERSION)),
                after(COMMA + t("crowdsourcing.brief.frozenOn") + ' ', frozen)), challengeOf(row)));
        Citations citations = Citations.of(this.briefs.load(row));
        for (BriefSection section : BriefSection.values()) {
            if (!row.text(section.getProperty()).isBlank()) {
                draft.heading(this.wording.label(Schema.BRIEF, section.getProperty()))
                    .typed(citations.number(row.text(section.getProperty())));
            }
        }
        List<List<Block>> evidence = new ArrayList<>();
        for (Citations.Entry entry : citations.getEntries()) {
            Evidence item = entry.evidence();
            evidence.add(this.wording.line("(" + entry.number() + ')', ' ', this.wording.strong(item.claim()), ' ',
                this.wording.web(item.link(), item.source()), after(COMMA, this.wording.date(item.date())),
                after(COMMA, item.place()), item.strength() == null ? ""
                    : after(COMMA, this.wording.option(Schema.EVIDENCE, "strength", item.strength().getId()))));
        }
        if (!evidence.isEmpty()) {
            draft.heading(t("crowdsourcing.brief.evidence")).list(evidence);
        }
    }

    private void dialogue(Row row, Draft draft) throws CrowdsourcingException
    {
        Dialogue dialogue = this.dialogues.toDialogue(row);
        String times = this.wording.times(dialogue.start(), dialogue.end());
        draft.heading(t("crowdsourcing.session.title"));
        draft.list(List.of(option(row, Schema.DIALOGUE, STATE),
            this.wording.line(times.isEmpty() ? t("crowdsourcing.session.unplanned") : times), challengeOf(row),
            this.wording.fact(t("crowdsourcing.session.duration"),
                dialogue.minutes() > 0 ? t("crowdsourcing.session.minutes", dialogue.minutes()) : ""),
            fact(Schema.DIALOGUE, "facilitator", this.wording.user(dialogue.facilitator())),
            fact(Schema.DIALOGUE, "noteTaker", this.wording.user(dialogue.noteTaker())),
            fact(Schema.DIALOGUE, "seats", this.wording.number(dialogue.seats()))));
        agenda(row, draft);
        for (String part : List.of("goals", "takeaways", "actionItems", "agenda", "preReading")) {
            if (!row.text(part).isBlank()) {
                draft.subheading(this.wording.label(Schema.DIALOGUE, part));
                if ("agenda".equals(part)) {
                    draft.plain(row.text(part));
                } else {
                    draft.typed(row.text(part));
                }
            }
        }
        Optional<Row> initiative = this.pages.nearest(row.page(), Schema.INITIATIVE);
        if (initiative.isPresent()) {
            draft.heading(t("crowdsourcing.commitment.title"));
            commitment(initiative.get(), draft);
        }
        List<List<Block>> members = this.panel.read(row.page());
        if (!members.isEmpty()) {
            draft.heading(t("crowdsourcing.panel.title")).list(members);
        }
    }

    private void agenda(Row row, Draft draft) throws CrowdsourcingException
    {
        List<List<Block>> agenda = new ArrayList<>();
        for (Row item : AgendaClock.order(this.pages.all(row.page(), Schema.AGENDA_ITEM))) {
            agenda.add(this.wording.line(this.wording.strong(item.text(TITLE)),
                after(COMMA, t("crowdsourcing.session.minutes", item.number(AgendaClock.MINUTES))),
                after(COMMA, item.text("who"))));
        }
        List<List<Block>> actions = new ArrayList<>();
        for (Row item : this.pages.all(row.page(), Schema.ACTION_ITEM)) {
            actions.add(this.wording.line(this.wording.strong(item.text(TITLE)), after(COMMA, item.text(OWNER)),
                after(COMMA, this.wording.date(item.date("due"))),
                after(COMMA, item.flag("done") ? t("crowdsourcing.action.done") : "")));
        }
        if (!agenda.isEmpty()) {
            draft.subheading(t("crowdsourcing.agenda.title")).list(agenda);
        }
        if (!actions.isEmpty()) {
            draft.subheading(t("crowdsourcing.action.title")).list(actions);
        }
    }

    private void roadmap(Row row, Draft draft) throws CrowdsourcingException
    {
        draft.list(List.of(option(row, Schema.ROADMAP, STATE), this.wording.line(row.number(Schema.VERSION) > 0
            ? t("crowdsourcing.roadmap.version", row.number(Schema.VERSION))
                + after(COMMA, this.wording.instant(row.instant("publishedOn"))) : "")));
        draft.typed(row.text("summary"));
        links(row, "crowdsourcing.recommendations.title", this.roadmaps.recommendationsOf(row.page()).stream()
            .filter(item -> item.state() == RecommendationState.PUBLISHED)
            .map(item -> new Linked(item.reference(), item.title(), summary(item))).toList(), draft);
    }

    private String summary(Recommendation item)
    {
        List<String> parts = new ArrayList<>();
        parts.add(after(this.wording.label(Schema.RECOMMENDATION, "priority") + ": ",
            this.wording.number(item.priority())));
        parts.add(item.costBand() == null ? ""
            : this.wording.option(Schema.RECOMMENDATION, "costBand", item.costBand().getId()));
        parts.add(after(t("crowdsourcing.recommendation.months") + ": ",
            this.wording.months(item.aggressive(), item.conservative())));
        parts.add(item.followUp() == null ? ""
            : this.wording.option(Schema.RECOMMENDATION, "followup", item.followUp().getId()));
        return String.join(DOT, parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    private void recommendation(Row row, Draft draft) throws CrowdsourcingException
    {
        Recommendation item = this.roadmaps.load(row);
        Optional<Row> roadmap = this.pages.nearest(row.page(), Schema.ROADMAP);
        boolean shown =
            roadmap.isPresent() && !this.visibility.shown(row.page(), List.of(roadmap.get().page())).isEmpty();
        draft.list(List.of(option(row, Schema.RECOMMENDATION, STATE),
            shown ? this.wording.fact(t("crowdsourcing.roadmap.title"),
                this.wording.link(roadmap.get().page(), roadmap.get().title())) : List.of(),
            fact(Schema.RECOMMENDATION, "priority", this.wording.number(item.priority())),
            option(row, Schema.RECOMMENDATION, "costBand"), fact(Schema.RECOMMENDATION, COST, item.cost()),
            fact(Schema.RECOMMENDATION, "offset", item.offset()),
            this.wording.fact(t("crowdsourcing.recommendation.months"),
                this.wording.months(item.aggressive(), item.conservative())),
            fact(Schema.RECOMMENDATION, "followup", this.wording.option(row, Schema.RECOMMENDATION, "followup"),
                after(DOT, item.followUpReason()))));
        for (RecommendationSection section : RecommendationSection.values()) {
            section(Schema.RECOMMENDATION, section.getProperty(), row, draft);
        }
        steps(row, item, shown ? roadmap.get().page() : null, draft);
        List<List<Block>> sources = sources(row, item.sources());
        if (item.deskResearch()) {
            String label = this.wording.label(Schema.RECOMMENDATION, "deskResearch");
            sources.add(this.wording.line(this.wording.strong(label), after(DOT, item.deskReference())));
        }
        if (!sources.isEmpty()) {
            draft.heading(this.wording.label(Schema.RECOMMENDATION, Schema.SOURCES)).list(sources);
        }
        if (!item.contacts().isBlank()) {
            draft.heading(this.wording.label(Schema.RECOMMENDATION, "contacts")).plain(item.contacts());
        }
    }

    private void steps(Row row, Recommendation item, DocumentReference roadmap, Draft draft)
        throws CrowdsourcingException
    {
        if (!item.steps().isEmpty()) {
            draft.heading(t("crowdsourcing.steps.title"));
        }
        Map<String, String> titles = titlesOfSteps(item, roadmap);
        for (Step step : item.steps()) {
            draft.subheading(step.title().isBlank() ? t("crowdsourcing.untitled") : step.title());
            List<List<Block>> lines = new ArrayList<>(new StepWording(this.wording).lines(step, titles));
            sources(row, step.sources()).forEach(source -> lines.add(fact(Schema.STEP, Schema.SOURCES, source)));
            draft.list(lines);
        }
    }

    private Map<String, String> titlesOfSteps(Recommendation item, DocumentReference roadmap)
        throws CrowdsourcingException
    {
        Map<String, String> result = new HashMap<>();
        if (roadmap != null) {
            List<Recommendation> others = this.roadmaps.recommendationsOf(roadmap).stream()
                .filter(other -> other.state() == RecommendationState.PUBLISHED).toList();
            Collection<DocumentReference> shown = this.visibility.shown(item.reference(),
                others.stream().map(Recommendation::reference).toList());
            others.stream().filter(other -> shown.contains(other.reference()))
                .forEach(other -> other.steps().forEach(step -> result.put(step.uid(), step.title())));
        }
        item.steps().forEach(step -> result.put(step.uid(), step.title()));
        return result;
    }

    private List<List<Block>> sources(Row row, List<DocumentReference> sources) throws CrowdsourcingException
    {
        Set<DocumentReference> shown = this.visibility.shown(row.page(), sources);
        Map<DocumentReference, Row> rows = this.contributions.load(shown);
        List<List<Block>> result = new ArrayList<>();
        for (Map.Entry<DocumentReference, Row> source : rows.entrySet()) {
            DocumentReference thread = ContributionStore.thread(source.getKey());
            result.add(this.wording.line(
                this.wording.option(Schema.CONTRIBUTION, "kind", ContributionStore.kind(source.getValue()).getId()),
                COMMA, source.getValue().text("speaker").isBlank()
                    ? this.wording.user(source.getValue().reference("author")) : source.getValue().text("speaker"),
                COMMA, this.wording.link(thread, source.getKey().getName(), this.pages.title(thread))));
        }
        for (DocumentReference page : shown) {
            if (!rows.containsKey(page) && this.pages.find(page, Schema.BRIEF).isPresent()) {
                result.add(this.wording.link(page, this.pages.title(page)));
            }
        }
        return result;
    }

    private void expert(Row row, Draft draft) throws CrowdsourcingException
    {
        Expert expert = this.experts.load(row, page -> true);
        if (!expert.consent().given()) {
            return;
        }
        draft.plain(expert.position() + (expert.position().isBlank() ? expert.organisation()
            : after(COMMA, expert.organisation())));
        draft.list(List.of(
            fact(Schema.EXPERT, "affiliations", String.join(COMMA, expert.affiliations().stream()
                .map(Affiliation::getId).map(id -> this.wording.option(Schema.EXPERT, "affiliations", id)).toList())),
            fact(Schema.EXPERT, "country", this.wording.country(expert.country())),
            option(row, Schema.EXPERT, "region"),
            fact(Schema.EXPERT, "languages", this.wording.languages(expert.languages())),
            fact(Schema.EXPERT, "timezone", Times.findZone(row.text("timezone")).map(Object::toString).orElse("")),
            fact(Schema.EXPERT, "user", this.wording.user(expert.user()))));
        section(Schema.EXPERT, "biography", row, draft);
        List<Row> expertise = this.pages.all(row.page(), Schema.EXPERTISE);
        if (!expertise.isEmpty()) {
            draft.heading(t("crowdsourcing.expert.expertise"))
                .list(areaLines(row, expertise, Schema.EXPERTISE, "level"));
        }
    }

    private void area(Row row, Draft draft) throws CrowdsourcingException
    {
        draft.plain(row.text("description"));
        List<Area> topics =
            this.areas.list().stream().filter(area -> row.page().equals(area.parent())).toList();
        links(row, "crowdsourcing.areas.topics", topics.stream()
            .map(topic -> new Linked(topic.reference(), topic.title(), topic.description())).toList(), draft);
        links(row, "crowdsourcing.experts.title", this.experts.search(
            ExpertQuery.of(row.page(), new PageRequest(null, PageRequest.MAXIMUM)), null,
            page -> true).rows().stream()
            .map(expert -> new Linked(expert.reference(), expert.name(), expert.organisation())).toList(), draft);
    }
}
