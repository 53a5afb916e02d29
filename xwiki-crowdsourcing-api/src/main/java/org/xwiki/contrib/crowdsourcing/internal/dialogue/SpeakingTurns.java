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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.SpeakingBalance;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Counts who has spoken in a session: whose words were captured, and who wrote while it took place.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SpeakingTurns.class)
@Singleton
public class SpeakingTurns
{
    /** How long after its end notes of a session are still completed. */
    private static final Duration AFTER = Duration.ofHours(1);

    private static final String USER = "user";

    @Inject
    private RowReader reader;

    @Inject
    private ThreadFigures figures;

    private record Who(String name, DocumentReference user)
    {
        private String key()
        {
            return this.user == null ? this.name.toLowerCase(Locale.ROOT) : this.user.toString();
        }
    }

    /**
     * @param dialogue the page of a dialogue
     * @param begin when its session begins, {@code null} if that is not known
     * @param end when it ends
     * @param panel who is expected
     * @return who has spoken
     * @throws CrowdsourcingException if it fails
     */
    public SpeakingBalance count(DocumentReference dialogue, Instant begin, Instant end, List<Engagement> panel)
        throws CrowdsourcingException
    {
        Map<String, Who> who = new HashMap<>();
        Map<String, Integer> turns = new LinkedHashMap<>();
        if (begin != null) {
            Map<DocumentReference, String> names = users(dialogue.getWikiReference(), panel);
            for (ThreadFigures.Voice voice : this.figures.voices(dialogue, begin, end.plus(AFTER))) {
                Who speaker = speaker(voice, names, dialogue.getWikiReference());
                if (speaker != null) {
                    who.putIfAbsent(speaker.key(), speaker);
                    turns.merge(speaker.key(), voice.count(), Integer::sum);
                }
            }
        }
        List<SpeakingBalance.Speaker> speakers = new ArrayList<>();
        turns.forEach((key, count) ->
            speakers.add(new SpeakingBalance.Speaker(who.get(key).name(), who.get(key).user(), count)));
        speakers.sort(Comparator.comparingInt(SpeakingBalance.Speaker::turns).reversed()
            .thenComparing(speaker -> speaker.name().isEmpty()).thenComparing(SpeakingBalance.Speaker::name));
        return new SpeakingBalance(turns.values().stream().mapToInt(Integer::intValue).sum(), speakers, panel.stream()
            .filter(member -> !turns.containsKey(new Who(member.expertName().strip(), null).key())).toList());
    }

    private Who speaker(ThreadFigures.Voice voice, Map<DocumentReference, String> names, WikiReference wiki)
    {
        DocumentReference author =
            StringUtils.isBlank(voice.author()) ? null : this.reader.resolve(voice.author(), wiki);
        String name = StringUtils.isBlank(voice.speaker()) ? names.get(author) : voice.speaker();
        Who result = author == null ? null : new Who("", author);
        return StringUtils.isBlank(name) ? result : new Who(name.strip(), null);
    }

    private Map<DocumentReference, String> users(WikiReference wiki, List<Engagement> panel)
        throws CrowdsourcingException
    {
        Map<DocumentReference, String> names = new HashMap<>();
        panel.stream().filter(member -> !member.expertName().isBlank())
            .forEach(member -> names.put(member.expert(), member.expertName()));
        Map<DocumentReference, String> result = new HashMap<>();
        this.reader.readOnly(wiki, names.keySet().stream().map(this.reader::serialize).toList(), Set.of(USER),
            Schema.EXPERT).first(Schema.EXPERT).forEach((page, row) -> {
                if (row.reference(USER) != null) {
                    result.put(row.reference(USER), names.get(page));
                }
            });
        return result;
    }
}
