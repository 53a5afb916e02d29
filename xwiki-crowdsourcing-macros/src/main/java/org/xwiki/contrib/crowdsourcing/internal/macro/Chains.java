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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Excerpt;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.internal.macro.ChainPicture.Box;
import org.xwiki.contrib.crowdsourcing.internal.macro.ChainPicture.Kind;
import org.xwiki.contrib.crowdsourcing.roadmap.Recommendation;
import org.xwiki.contrib.crowdsourcing.roadmap.Step;
import org.xwiki.contrib.crowdsourcing.selection.Cluster;
import org.xwiki.contrib.crowdsourcing.selection.Origin;
import org.xwiki.contrib.crowdsourcing.selection.OriginState;
import org.xwiki.contrib.crowdsourcing.selection.SelectionManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * The whole way to a recommendation, from the challenge to its steps: drawn, and as a list.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Chains.class)
@Singleton
public class Chains
{
    /** The name of the view and of its template. */
    public static final String CHAIN = "chain";

    /** How many sources are in the list. */
    private static final int MOST = 200;

    @Inject
    private Sources sources;

    @Inject
    private SelectionManager selection;

    @Inject
    private Toolkit toolkit;

    /**
     * @return {@code true} if the reader asks for it
     */
    public boolean isWanted()
    {
        return CHAIN.equals(this.toolkit.getParameter(FormProcessor.VIEW));
    }

    /**
     * What was said in one place, and what it answers.
     *
     * @param challenge the challenge, {@code null} if there is none
     * @param thread the dialogue or brief, {@code null} if the reader may not see it
     * @param said what was said there
     */
    public record Group(Origin.Place challenge, Origin.Place thread, List<Said> said)
    {
    }

    /**
     * Something that is cited, and by what.
     *
     * @param origin where it comes from
     * @param own {@code true} if the recommendation itself cites it
     * @param steps the steps that cite it
     */
    public record Said(Origin origin, boolean own, List<Step> steps)
    {
    }

    /**
     * @param recommendation a recommendation
     * @return what the template shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(Recommendation recommendation) throws CrowdsourcingException
    {
        Set<DocumentReference> cited = new LinkedHashSet<>(recommendation.sources());
        recommendation.steps().forEach(step -> cited.addAll(step.sources()));
        List<DocumentReference> all = List.copyOf(cited);
        Map<DocumentReference, Origin> origins =
            this.sources.getOrigins(all.subList(0, Math.min(MOST, all.size())));
        Map<String, Object> data = new HashMap<>();
        data.put("recommendation", recommendation);
        data.put("picture", draw(recommendation, origins));
        data.put("groups", group(recommendation, origins));
        data.put("rest", Math.max(0, all.size() - MOST));
        data.put("clusters", getClusters(recommendation.reference()));
        return data;
    }

    /**
     * @param recommendation the page of a recommendation
     * @return the clusters that it was written from
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<Cluster> getClusters(DocumentReference recommendation) throws CrowdsourcingException
    {
        return this.selection.getClusters(recommendation);
    }

    private List<Group> group(Recommendation recommendation, Map<DocumentReference, Origin> origins)
    {
        Map<List<Object>, Group> groups = new LinkedHashMap<>();
        for (Origin origin : origins.values()) {
            Origin.Place thread = origin.thread() == null ? origin.brief() : origin.thread();
            List<Object> key = List.of(String.valueOf(origin.challenge()), String.valueOf(thread));
            groups.computeIfAbsent(key, any -> new Group(origin.challenge(), thread, new ArrayList<>())).said()
                .add(new Said(origin, recommendation.sources().contains(origin.source()), recommendation.steps()
                    .stream().filter(step -> step.sources().contains(origin.source())).toList()));
        }
        return List.copyOf(groups.values());
    }

    private ChainPicture draw(Recommendation recommendation, Map<DocumentReference, Origin> origins)
    {
        ChainPicture.Builder builder = new ChainPicture.Builder();
        Object whole = builder.add(box(Kind.RECOMMENDATION, recommendation.title(), "", url(recommendation, null)),
            recommendation.reference());
        Map<DocumentReference, Object> said = new HashMap<>();
        origins.forEach((source, origin) -> said.put(source, add(builder, origin)));
        recommendation.sources().forEach(source -> builder.link(said.get(source), whole));
        for (Step step : recommendation.steps()) {
            Object key = builder.add(box(Kind.STEP, step.title().isBlank()
                ? this.toolkit.translate("crowdsourcing.untitled") : step.title(), step.actor(),
                url(recommendation, "cs-step-" + step.number())), step.number());
            builder.link(whole, key);
            step.sources().forEach(source -> builder.link(said.get(source), key));
        }
        return builder.draw();
    }

    private String url(Recommendation recommendation, String anchor)
    {
        return this.toolkit.getURL(recommendation.reference(), null, anchor);
    }

    private Object add(ChainPicture.Builder builder, Origin origin)
    {
        Origin.Place brief = origin.brief();
        Origin.Place thread = origin.thread();
        Object challenge = add(builder, Kind.CHALLENGE, origin.challenge());
        String version = origin.briefVersion() == 0 ? ""
            : this.toolkit.translate("crowdsourcing.contribution.briefVersion", origin.briefVersion());
        Object about = brief == null ? null : builder.add(box(Kind.BRIEF, brief.title(), version,
            this.toolkit.getURL(brief.reference(), null, null)), List.of(brief.page(), origin.briefVersion()));
        boolean inBrief = thread != null && brief != null && thread.reference().equals(brief.page());
        Object where = inBrief ? null : add(builder, Kind.DIALOGUE, thread);
        boolean isBrief = brief != null && origin.contribution() == null && origin.state() == OriginState.SHOWN;
        Object words = isBrief ? null : builder.add(words(origin), origin.source());
        builder.link(challenge, about, where, words);
        return words == null ? about : words;
    }

    private Object add(ChainPicture.Builder builder, Kind kind, Origin.Place place)
    {
        return place == null ? null : builder.add(box(kind, place.title(), "",
            this.toolkit.getURL(place.reference(), null, null)), place.reference());
    }

    private Box words(Origin origin)
    {
        Contribution said = origin.contribution();
        String state = "crowdsourcing.origin." + origin.state().name().toLowerCase(Locale.ROOT);
        boolean told = said != null && !said.text().isBlank();
        return box(Kind.CONTRIBUTION, told ? Excerpt.of(said.text()) : this.toolkit.translate(state), who(origin),
            said == null ? null : Permalinks.of(this.toolkit, said.reference(), said.thread()));
    }

    private String who(Origin origin)
    {
        Contribution said = origin.contribution();
        String name = "";
        if (origin.expert() != null) {
            name = origin.expert().title();
        } else if (said != null && !said.speaker().isBlank()) {
            name = said.speaker();
        } else if (said != null && said.author() != null) {
            name = this.toolkit.getUserName(said.author());
        }
        return name;
    }

    private static Box box(Kind kind, String title, String second, String url)
    {
        return new Box(kind, title, second, url, 0, 0, 1);
    }
}
