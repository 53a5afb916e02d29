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
package org.xwiki.contrib.crowdsourcing.internal.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.matching.Absence;
import org.xwiki.contrib.crowdsourcing.matching.Adjustment;
import org.xwiki.contrib.crowdsourcing.matching.Coverage;
import org.xwiki.contrib.crowdsourcing.matching.Explanation;
import org.xwiki.contrib.crowdsourcing.matching.Match;
import org.xwiki.contrib.crowdsourcing.matching.MatchManager;
import org.xwiki.contrib.crowdsourcing.matching.NeedProposal;
import org.xwiki.contrib.crowdsourcing.matching.PanelQuery;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion.Origin;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion.Pick;
import org.xwiki.contrib.crowdsourcing.matching.Term;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * The rules of matching. Rights are asked for those who are shown and not for all who are compared, so that no page is
 * loaded for each expert; whoever may not be seen is left out, and the others move up.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultMatchManager implements MatchManager
{
    private static final String EXPERT = "expert";

    /** How often a panel is made anew without those who may not be seen, before rights are asked for everybody. */
    private static final int ATTEMPTS = 3;

    @Inject
    private Situations situations;

    @Inject
    private CandidateStore candidates;

    @Inject
    private AdjustmentStore adjustments;

    @Inject
    private NeedProposals needs;

    @Inject
    private RowReader reader;

    @Inject
    private Things things;

    @Inject
    private Access access;

    private record Ranked(Candidate candidate, int points)
    {
    }

    @Override
    public boolean canCurate(DocumentReference page)
    {
        try {
            return this.access.canEdit(this.situations.challenge(page).page());
        } catch (CrowdsourcingException e) {
            return false;
        }
    }

    private DocumentReference requireCurator(DocumentReference page) throws CrowdsourcingException
    {
        Row challenge = this.situations.challenge(page);
        this.access.require(this.access.canEdit(challenge.page()));
        return challenge.page();
    }

    @Override
    public Page<Match> rank(DocumentReference page, PageRequest request) throws CrowdsourcingException
    {
        requireCurator(page);
        Situation situation = this.situations.of(page);
        WikiReference wiki = page.getWikiReference();
        int from = RowReader.offset(request);
        int to = from + request.limit();
        List<Match> shown = new ArrayList<>();
        int seen = 0;
        boolean more = false;
        for (Ranked ranked : ranking(situation, wiki)) {
            DocumentReference expert = this.reader.resolve(ranked.candidate().page(), wiki);
            if (this.access.canView(expert)) {
                if (seen == to) {
                    more = true;
                    break;
                } else if (seen >= from) {
                    shown.add(match(situation, ranked.candidate(), expert));
                }
                seen++;
            }
        }
        return new Page<>(shown, more ? String.valueOf(to) : null, new Count(seen, more));
    }

    /** All who could be asked, the best match first. */
    private List<Ranked> ranking(Situation situation, WikiReference wiki) throws CrowdsourcingException
    {
        List<Ranked> result = new ArrayList<>();
        for (Candidate candidate : this.candidates.all(wiki, situation.needs().getAreas(),
            situation.wishes().getValues()))
        {
            if (situation.absences(candidate).isEmpty()) {
                result.add(new Ranked(candidate, situation.points(candidate)));
            }
        }
        result.sort(Comparator.comparingInt(Ranked::points).reversed()
            .thenComparing(ranked -> ranked.candidate().name().toLowerCase(Locale.ROOT))
            .thenComparing(ranked -> ranked.candidate().page()));
        return result;
    }

    private Match match(Situation situation, Candidate candidate, DocumentReference expert)
    {
        boolean visible = this.access.canView(expert);
        List<Term> terms = visible ? situation.terms(candidate) : List.of();
        // Who has no title goes by the name of the page.
        String name = visible ? new Row(expert, candidate.name(), 0, Map.of(), null).title() : "";
        return new Match(expert, name, terms.stream().mapToInt(Term::points).sum(), terms,
            situation.engaged().get(candidate.page()), situation.waiting().getOrDefault(candidate.page(), 0),
            situation.adjustments().get(candidate.page()));
    }

    @Override
    public Optional<Explanation> explain(DocumentReference page, DocumentReference expert)
        throws CrowdsourcingException
    {
        requireCurator(page);
        String local = this.reader.serialize(expert);
        Candidate candidate = this.access.canView(expert)
            ? this.candidates.read(expert.getWikiReference(), Set.of(local)).get(local) : null;
        if (candidate == null) {
            return Optional.empty();
        }
        if (!candidate.listed() && !this.access.canEdit(expert)) {
            return Optional.of(
                new Explanation(new Match(expert, "", 0, List.of(), null, 0, null), List.of(Absence.CONSENT)));
        }
        Situation situation = this.situations.of(page);
        return Optional.of(new Explanation(match(situation, candidate, expert), situation.absences(candidate)));
    }

    @Override
    public Coverage getCoverage(DocumentReference page, boolean proposed) throws CrowdsourcingException
    {
        Situation situation = this.situations.of(page);
        boolean curator = this.access.canEdit(situation.challenge());
        this.access.require(curator || !proposed);
        WikiReference wiki = page.getWikiReference();
        Map<String, EngagementState> wanted = new LinkedHashMap<>();
        situation.engaged().entrySet().stream().sorted(Map.Entry.comparingByKey())
            .filter(entry -> Situation.isConfirmed(entry.getValue())
                || proposed && entry.getValue() != EngagementState.DECLINED)
            .forEach(entry -> wanted.put(entry.getKey(), entry.getValue()));
        List<Candidate> people = this.candidates.read(wiki, wanted.keySet()).values().stream()
            .filter(person -> this.access.canView(this.reader.resolve(person.page(), wiki)))
            .filter(person -> curator || person.listed())
            .sorted(Comparator.comparing((Candidate person) -> person.name().toLowerCase(Locale.ROOT))
                .thenComparing(Candidate::page)).toList();
        return coverage(situation, people, wiki);
    }

    private Coverage coverage(Situation situation, List<Candidate> people, WikiReference wiki)
    {
        List<Coverage.Person> shown = new ArrayList<>();
        for (Candidate person : people) {
            Match match = match(situation, person, this.reader.resolve(person.page(), wiki));
            shown.add(new Coverage.Person(match.expert(), match.name(), match.state()));
        }
        return CoverageMaker.of(situation, shown, people);
    }

    @Override
    public Suggestion suggest(DocumentReference page, PanelQuery query) throws CrowdsourcingException
    {
        requireCurator(page);
        Situation situation = this.situations.of(page);
        WikiReference wiki = page.getWikiReference();
        int wanted = situation.seats() > 0 ? situation.seats() : PanelQuery.DEFAULT;
        int seats = Math.min(query.seats() > 0 ? query.seats() : wanted, PanelQuery.MOST);
        Set<String> added = local(query.with());
        Set<String> without = local(query.without());
        List<Candidate> fixed = fixed(situation, wiki, added, without);
        List<Candidate> options = new ArrayList<>(ranking(situation, wiki).stream().map(Ranked::candidate).toList());
        Set<String> there = new HashSet<>(fixed.stream().map(Candidate::page).toList());
        options.removeIf(option -> there.contains(option.page()) || without.contains(option.page()));
        PanelMaker.Made made = make(situation, seats, fixed, options, wiki);
        List<Candidate> people = new ArrayList<>(fixed);
        made.picks().forEach(pick -> people.add(pick.candidate()));
        // With all that is known of them, not only what was compared; the same statements whoever is there already.
        Map<String, Candidate> known =
            this.candidates.read(wiki, people.stream().map(Candidate::page).toList());
        people.replaceAll(person -> known.getOrDefault(person.page(), person));
        List<Pick> picks = new ArrayList<>();
        for (PanelMaker.Addition addition : made.fixed()) {
            boolean confirmed = Situation.isConfirmed(situation.engaged().get(addition.candidate().page()));
            picks.add(pick(situation, addition, confirmed ? Origin.CONFIRMED : Origin.ADDED, wiki));
        }
        made.picks().forEach(pick -> picks.add(pick(situation, pick, Origin.SUGGESTED, wiki)));
        return new Suggestion(seats, picks, coverage(situation, people, wiki), made.solution().exact(), made.best());
    }

    private Set<String> local(Collection<DocumentReference> pages)
    {
        Set<String> result = new LinkedHashSet<>();
        pages.forEach(page -> result.add(this.reader.serialize(page)));
        return result;
    }

    /** Those who have a seat, and those whom the curator adds: listed experts that the curator may see. */
    private List<Candidate> fixed(Situation situation, WikiReference wiki, Set<String> added, Set<String> without)
        throws CrowdsourcingException
    {
        Set<String> pages = new LinkedHashSet<>(added);
        situation.engaged().forEach((expert, state) -> {
            if (Situation.isConfirmed(state)) {
                pages.add(expert);
            }
        });
        pages.removeAll(without);
        return this.candidates.read(wiki, pages).values().stream()
            .filter(person -> Situation.isConfirmed(situation.engaged().get(person.page()))
                || person.listed() && this.access.canView(this.reader.resolve(person.page(), wiki)))
            .sorted(Comparator.comparing(Candidate::page)).toList();
    }

    private PanelMaker.Made make(Situation situation, int seats, List<Candidate> fixed, List<Candidate> options,
        WikiReference wiki)
    {
        PanelMaker.Made made = PanelMaker.make(situation, seats, fixed, options);
        for (int attempt = 1; hasHidden(made, wiki); attempt++) {
            if (attempt < ATTEMPTS) {
                made.picks().stream().map(PanelMaker.Addition::candidate).filter(pick -> isHidden(pick, wiki))
                    .forEach(options::remove);
            } else {
                options.removeIf(option -> isHidden(option, wiki));
            }
            made = PanelMaker.make(situation, seats, fixed, options);
        }
        return made;
    }

    private boolean hasHidden(PanelMaker.Made made, WikiReference wiki)
    {
        return made.picks().stream().anyMatch(pick -> isHidden(pick.candidate(), wiki));
    }

    private boolean isHidden(Candidate candidate, WikiReference wiki)
    {
        return !this.access.canView(this.reader.resolve(candidate.page(), wiki));
    }

    private Pick pick(Situation situation, PanelMaker.Addition addition, Origin origin, WikiReference wiki)
    {
        Candidate candidate = addition.candidate();
        return new Pick(match(situation, candidate, this.reader.resolve(candidate.page(), wiki)), origin,
            addition.gains(), addition.serves());
    }

    @Override
    public void adjust(DocumentReference page, DocumentReference expert, int points, boolean excluded, String reason)
        throws CrowdsourcingException
    {
        DocumentReference challenge = requireCurator(page);
        Inputs inputs = new Inputs();
        inputs.range("points", points, -Adjustment.MOST, Adjustment.MOST);
        String why = inputs.requiredText("reason", reason, Inputs.REASON);
        if (expert == null || this.things.find(expert, Schema.EXPERT).isEmpty()) {
            inputs.add(new FieldError(EXPERT, "crowdsourcing.error.expertUnknown"));
        }
        inputs.refuse();
        this.adjustments.write(challenge, expert, new Adjustment(points, excluded, why, null, null));
    }

    @Override
    public List<NeedProposal> proposeNeeds(DocumentReference page) throws CrowdsourcingException
    {
        return this.needs.propose(requireCurator(page));
    }

    @Override
    public void addNeed(DocumentReference page, DocumentReference area, int weight) throws CrowdsourcingException
    {
        this.needs.add(requireCurator(page), area, weight);
    }

    @Override
    public void revoke(DocumentReference page, DocumentReference expert) throws CrowdsourcingException
    {
        this.adjustments.delete(requireCurator(page), expert);
    }
}
