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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertStore;
import org.xwiki.contrib.crowdsourcing.internal.initiative.InitiativeStore;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapStore;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
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
public class Readable extends AbstractReadable
{
    private static final String TITLE = "title";

    private static final String OWNER = "owner";

    private static final String AREA = "area";

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
    private RoadmapStore roadmaps;

    @Inject
    private ExpertStore experts;

    @Inject
    private AreaStore areas;

    @Inject
    private ReadableRoadmaps readableRoadmaps;

    @Inject
    private SafeText safe;

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
        result.put(Schema.ROADMAP, this.readableRoadmaps::roadmap);
        result.put(Schema.RECOMMENDATION, this.readableRoadmaps::recommendation);
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

    private void challenges(Row row, String title, Draft draft) throws CrowdsourcingException
    {
        List<ChallengeRow> all = this.challenges.list(row.page(), page -> true);
        links(row, title, all.stream().map(ChallengeRow::challenge)
            .map(challenge -> new Linked(challenge.reference(), challenge.title(),
                this.wording.option(Schema.CHALLENGE, STATE, challenge.state().getId())
                    + after(". ", challenge.question().strip()))).toList(), draft);
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
