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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.dialogue.MeasureManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Measures;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Default implementation of {@link MeasureManager}.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultMeasureManager implements MeasureManager
{
    private static final String USER = "user";

    @Inject
    private ThreadRules rules;

    @Inject
    private ThreadFigures figures;

    @Inject
    private MeasureCache cache;

    @Inject
    private EngagementStore engagements;

    @Inject
    private BriefStore briefs;

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    @Inject
    private Access access;

    @Override
    public Measures getMeasures(DocumentReference dialogue) throws CrowdsourcingException
    {
        this.rules.get(dialogue);
        if (!this.rules.isDialogue(dialogue)) {
            throw new NotFoundException(new FieldError("", "crowdsourcing.error.notFound"));
        }
        Measured measured = this.cache.of(dialogue);
        Measures measures = measured.get(reading -> measure(dialogue, reading));
        // All that was measured is under the rights of its space, which may differ from those of the dialogue's page.
        return measured.any() == null || this.access.canView(measured.any()) ? measures : Measures.NOTHING;
    }

    private Measures measure(DocumentReference dialogue, Reading reading) throws CrowdsourcingException
    {
        List<ThreadFigures.Counted> counts = this.figures.counts(dialogue);
        int published = sum(counts, each -> isPublished(each));
        int merged = sum(counts, each -> ContributionState.MERGED.getId().equals(each.state()));
        Predicate<ThreadFigures.Counted> idea =
            each -> isPublished(each) && ContributionKind.IDEA.getId().equals(each.kind());
        reading.read(this.figures.newest(dialogue));
        return new Measures(published, reading.size(), reading.onTopic(topic(dialogue)),
            new Measures.Share(merged, published + merged), reading.alike(), reading.depth(), voices(dialogue),
            this.figures.unanswered(dialogue), new Measures.Share(
                sum(counts, idea.and(each -> Stored.find(Outcome.class, each.decision()).isEmpty())),
                sum(counts, idea)), Instant.now());
    }

    private static boolean isPublished(ThreadFigures.Counted each)
    {
        return ContributionState.PUBLISHED.getId().equals(each.state());
    }

    private static int sum(List<ThreadFigures.Counted> counts, Predicate<ThreadFigures.Counted> wanted)
    {
        return counts.stream().filter(wanted).mapToInt(ThreadFigures.Counted::count).sum();
    }

    private Topic topic(DocumentReference dialogue) throws CrowdsourcingException
    {
        Collection<String> texts = new ArrayList<>();
        Optional<Row> challenge = this.pages.nearest(dialogue, Schema.CHALLENGE);
        if (challenge.isPresent()) {
            DocumentReference page = challenge.get().page();
            texts.add(challenge.get().title());
            texts.add(challenge.get().text("question"));
            texts.addAll(this.reader.titles(this.pages.all(page, Schema.NEED).stream()
                .map(need -> need.reference("area")).filter(Objects::nonNull).toList()).values());
            this.briefs.briefsOf(page).forEach(brief -> texts.addAll(brief.sections().values()));
        }
        return new Topic(texts);
    }

    private Measures.Voices voices(DocumentReference dialogue) throws CrowdsourcingException
    {
        Map<DocumentReference, String> names = panel(dialogue);
        Map<String, Integer> counts = new HashMap<>();
        for (ThreadFigures.Voice voice : this.figures.voices(dialogue)) {
            String author = StringUtils.defaultString(voice.author());
            DocumentReference user =
                author.isBlank() ? null : this.reader.resolve(author, dialogue.getWikiReference());
            // Nobody is named like a reference, with a separator that names in a reference escape.
            String name = StringUtils.isBlank(voice.speaker()) ? names.getOrDefault(user, "\n" + author)
                : voice.speaker().strip();
            counts.merge(name.toLowerCase(Locale.ROOT), voice.count(), Integer::sum);
        }
        return Measures.Voices.of(counts.values());
    }

    private Map<DocumentReference, String> panel(DocumentReference dialogue) throws CrowdsourcingException
    {
        List<String> experts = this.engagements.confirmed(dialogue).stream()
            .map(row -> row.reference("expert")).filter(Objects::nonNull).map(this.reader::serialize).toList();
        Map<DocumentReference, String> result = new HashMap<>();
        this.reader.readOnly(dialogue.getWikiReference(), experts, Set.of(USER), Schema.EXPERT).first(Schema.EXPERT)
            .values().stream().filter(row -> row.reference(USER) != null)
            .forEach(row -> result.put(row.reference(USER), row.title().strip()));
        return result;
    }
}
