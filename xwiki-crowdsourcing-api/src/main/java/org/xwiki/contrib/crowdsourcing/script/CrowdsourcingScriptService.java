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
package org.xwiki.contrib.crowdsourcing.script;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.PageFinder;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.challenge.ScoringManager;
import org.xwiki.contrib.crowdsourcing.dialogue.ArrivalManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Session;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.ExpertOrder;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.ProfileManager;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.SessionCalendar;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.pick.Pick;
import org.xwiki.contrib.crowdsourcing.pick.PickKind;
import org.xwiki.contrib.crowdsourcing.pick.PickManager;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineManager;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineQuery;
import org.xwiki.contrib.crowdsourcing.publication.ExchangeManager;
import org.xwiki.contrib.crowdsourcing.register.RegisterManager;
import org.xwiki.contrib.crowdsourcing.register.RegisterQuery;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.script.service.ScriptService;

/**
 * What the pages of the extension ask for that is no macro. Everything is as the current user may see it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("crowdsourcing")
@Singleton
// Pages reach every room through it.
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class CrowdsourcingScriptService implements ScriptService
{
    private static final String AREA = "area";

    private static final String TEXT = "text";

    private static final String COUNTRY = "country";

    private static final String REGION = "region";

    @Inject
    private DialogueManager dialogues;

    @Inject
    private ArrivalManager arrivals;

    @Inject
    private SessionCalendar calendar;

    @Inject
    private ProfileManager profiles;

    @Inject
    private PipelineManager pipelines;

    @Inject
    private RegisterManager register;

    @Inject
    private ScoringManager scorings;

    @Inject
    private ExchangeManager exchange;

    @Inject
    private PickManager picks;

    @Inject
    private PageFinder finder;

    @Inject
    private PageReader pages;

    @Inject
    private Access access;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    /**
     * @param reference the reference of an initiative, a challenge or a dialogue
     * @return its sessions as an iCalendar file, {@code null} if there is no such page or the current user may not see
     *     it
     * @throws CrowdsourcingException if it cannot be read
     */
    public String getCalendar(String reference) throws CrowdsourcingException
    {
        DocumentReference page = this.resolver.resolve(reference);
        if (!this.access.canView(page) || !this.pages.exists(page)) {
            return null;
        }
        List<Session> sessions = this.dialogues.getSessions(page);
        boolean single = sessions.size() == 1 && sessions.get(0).dialogue().reference().equals(page);
        return this.calendar.write(this.pages.title(page), sessions, single);
    }

    /**
     * @param reference the page of a dialogue or a brief
     * @return a short text that changes whenever something arrives there, {@code null} if there is none that the
     *     current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    public String getArrivalTag(String reference) throws CrowdsourcingException
    {
        try {
            return this.arrivals.getTag(this.resolver.resolve(reference));
        } catch (NotFoundException e) {
            return null;
        }
    }

    /**
     * @param reference the page of a dialogue or a brief
     * @param since the moment since when, as the page has it
     * @return how many contributions arrived there that the current user may see
     * @throws CrowdsourcingException if there is none that the current user may see or it cannot be read
     */
    public Count countArrivals(String reference, String since) throws CrowdsourcingException
    {
        return this.arrivals.count(this.resolver.resolve(reference), since);
    }

    /**
     * @param reference the page of a profile
     * @return everything that is stored about the expert, for the expert in person and curators, {@code null} for
     *     others
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getProfileData(String reference) throws CrowdsourcingException
    {
        try {
            return this.profiles.getData(this.resolver.resolve(reference));
        } catch (NotFoundException | NotAllowedException e) {
            return null;
        }
    }

    /**
     * @param reference the page of a directory
     * @param filters what {@link ExpertQuery} has, by name: {@code sort} with a minus sign for the last first,
     *     {@code available} as {@code 1}
     * @param contact whether contact data is wanted, as only curators may
     * @return the listed experts as a file of comma-separated values, {@code null} for who may not
     * @throws CrowdsourcingException if it cannot be read
     */
    public String getExpertsFile(String reference, Map<String, String> filters, boolean contact)
        throws CrowdsourcingException
    {
        DocumentReference directory = this.resolver.resolve(reference);
        String area = filters.get(AREA);
        String sort = String.valueOf(filters.get("sort"));
        ExpertQuery query = new ExpertQuery(filters.get("words"), filters.get(TEXT),
            area == null || area.isBlank() ? null : this.resolver.resolve(area),
            option(ExpertiseLevel.class, filters, "level"), filters.get(COUNTRY),
            option(Region.class, filters, REGION), option(Affiliation.class, filters, "affiliation"),
            filters.get("language"), filters.get("organisation"), "1".equals(filters.get("available")),
            Stored.find(ExpertOrder.class, sort.replaceFirst("^-", ""))
                .map(by -> new Sort<>(by, sort.startsWith("-"))).orElse(null), PageRequest.first(1));
        try {
            return this.access.canView(directory) ? this.profiles.getFile(directory, query, contact) : null;
        } catch (CrowdsourcingException e) {
            if (e.getErrors().isEmpty()) {
                throw e;
            }
            return null;
        }
    }

    private static <E extends Enum<E> & Stored> E option(Class<E> type, Map<String, String> values, String name)
    {
        return Stored.find(type, values.get(name)).orElse(null);
    }

    /**
     * @param reference the page of an initiative or a dialogue
     * @param filters {@code state}, {@code dialogue}, {@code route}, {@code area}, {@code country}, {@code region},
     *     {@code text} and {@code days}
     * @return its pipeline of experts as a file of comma-separated values, without contact data, {@code null} for who
     *     may not
     * @throws CrowdsourcingException if it cannot be read
     */
    public String getPipelineFile(String reference, Map<String, String> filters) throws CrowdsourcingException
    {
        String days = filters.get("days");
        PipelineQuery query = new PipelineQuery(page(filters.get("dialogue")),
            Stored.find(EngagementRoute.class, filters.get("route")).orElse(null), page(filters.get(AREA)),
            filters.get(COUNTRY), option(Region.class, filters, REGION), filters.get(TEXT),
            days != null && days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0,
            new PipelineQuery.View(Stored.find(EngagementState.class, filters.get("state")).orElse(null), 0,
                PipelineQuery.View.MOST, Set.of()));
        try {
            return this.pipelines.getFile(this.resolver.resolve(reference), query);
        } catch (NotAllowedException e) {
            return null;
        }
    }

    /**
     * @param reference the page of an initiative, a challenge or a dialogue
     * @param outcome only ideas with this decision, blank for all
     * @param reason only ideas with this kind of reason, blank for all
     * @return the register of the ideas that were not taken as a file of comma-separated values, {@code null} if there
     *     is no such page that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    public String getRegisterFile(String reference, String outcome, String reason) throws CrowdsourcingException
    {
        try {
            return this.register.getFile(this.resolver.resolve(reference), RegisterQuery.of(outcome, reason));
        } catch (NotFoundException e) {
            return null;
        }
    }

    /**
     * @param reference the page of an initiative
     * @return its challenges with the scores that the current user may see as a file of comma-separated values,
     *     {@code null} if there is no such initiative that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    public String getScoresFile(String reference) throws CrowdsourcingException
    {
        try {
            return this.scorings.getFile(this.resolver.resolve(reference));
        } catch (NotFoundException e) {
            return null;
        }
    }

    /**
     * @param reference the page of a roadmap or of one of its versions
     * @return it as JSON, {@code null} if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    public String getRoadmapFile(String reference) throws CrowdsourcingException
    {
        return this.exchange.getFile(this.resolver.resolve(reference)).orElse(null);
    }

    /**
     * @param reference the page of a roadmap
     * @return its steps as a file of comma-separated values, {@code null} if there is none that the current user may
     *     see
     * @throws CrowdsourcingException if it cannot be read
     */
    public String getRoadmapSteps(String reference) throws CrowdsourcingException
    {
        return this.exchange.getSteps(this.resolver.resolve(reference)).orElse(null);
    }

    /**
     * @return the JSON Schema of the files of roadmaps
     */
    public String getRoadmapSchema()
    {
        return this.exchange.getSchema();
    }

    /**
     * @param kinds the names of what is looked for, separated by spaces, see {@link PickKind}
     * @param reference the page into which it is put
     * @param words words that must occur, blank for the newest
     * @param chosen what has been chosen before, to be told what it is; blank to look for words
     * @return what was found, each with {@code value}, {@code label}, {@code hint} and {@code page}
     * @throws CrowdsourcingException if it cannot be read
     */
    public List<Map<String, String>> getPicks(String kinds, String reference, String words, String chosen)
        throws CrowdsourcingException
    {
        Set<PickKind> wanted = Stream.of(kinds.split("\\s+"))
            .flatMap(kind -> Stored.find(PickKind.class, kind).stream()).collect(Collectors.toSet());
        DocumentReference page = this.finder.find(reference);
        List<Pick> found = chosen.isBlank() ? this.picks.find(wanted, page, words)
            : this.picks.get(wanted, page, chosen);
        return found.stream().map(pick -> Map.of("value", pick.value(), "label", pick.label(), "hint", pick.hint(),
            "page", pick.page())).toList();
    }

    private DocumentReference page(String typed)
    {
        return typed == null || typed.isBlank() ? null : this.resolver.resolve(typed);
    }
}
