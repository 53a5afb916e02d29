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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditionManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.Citations;
import org.xwiki.contrib.crowdsourcing.dialogue.TakenQuestions;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Makes items of an agenda of the guiding questions of a brief. The agenda goes on to fill the session.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = GuidingQuestions.class)
@Singleton
public class GuidingQuestions
{
    private static final String TITLE = "title";

    private static final String POSITION = "position";

    private static final int MOST = 20;

    @Inject
    private Provider<BriefManager> briefs;

    @Inject
    private Provider<BriefEditionManager> editions;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Things things;

    /**
     * @param dialogue a stored dialogue
     * @param minutes how long its session is
     * @return what was taken over
     * @throws CrowdsourcingException if there is nothing to be taken over, or it cannot be saved
     */
    public TakenQuestions take(Row dialogue, int minutes) throws CrowdsourcingException
    {
        List<Row> agenda = this.pages.all(dialogue.page(), Schema.AGENDA_ITEM);
        TakenQuestions asked = find(dialogue.page());
        refuse(asked.questions().isEmpty(), "crowdsourcing.error.noQuestions");
        Set<String> known = agenda.stream().map(item -> item.text(TITLE)).collect(Collectors.toSet());
        List<String> wanted = asked.questions().stream().filter(question -> !known.contains(question)).toList();
        refuse(wanted.isEmpty(), "crowdsourcing.error.questionsTaken");
        List<Map<String, Object>> added = new ArrayList<>();
        if (agenda.isEmpty()) {
            wanted = wanted.subList(0, Math.min(wanted.size(), minutes));
            for (int i = 0; i < wanted.size(); i++) {
                // What cannot be shared evenly goes to the first ones.
                int share = minutes / wanted.size() + (i < minutes % wanted.size() ? 1 : 0);
                added.add(item(wanted.get(i), share, i + 1));
            }
            this.writer.add(dialogue.page(), Schema.AGENDA_ITEM, added);
        } else {
            Map<Row, Integer> times = new LinkedHashMap<>();
            agenda.forEach(item -> times.put(item, item.number(AgendaClock.MINUTES)));
            int position = agenda.stream().mapToInt(item -> item.number(POSITION)).max().orElse(0);
            int fair = Math.max(1, minutes / (agenda.size() + wanted.size()));
            for (String question : wanted) {
                int given = give(times, fair);
                if (given > 0) {
                    position++;
                    added.add(item(question, given, position));
                }
            }
            refuse(added.isEmpty(), "crowdsourcing.error.agendaFull");
            wanted = wanted.subList(0, added.size());
            save(dialogue, times, added);
        }
        return new TakenQuestions(wanted, asked.version());
    }

    private static void refuse(boolean refused, String messageKey) throws ConflictException
    {
        if (refused) {
            throw new ConflictException(new FieldError("", messageKey));
        }
    }

    private static Map<String, Object> item(String question, int minutes, int position)
    {
        return Map.of(TITLE, question, AgendaClock.MINUTES, minutes, POSITION, position);
    }

    /** A minute at a time from the longest item that has not begun; every item keeps one. */
    private static int give(Map<Row, Integer> times, int wanted)
    {
        int given = 0;
        Row longest;
        do {
            longest = null;
            for (Map.Entry<Row, Integer> time : times.entrySet()) {
                boolean begun = time.getKey().instant(AgendaClock.STARTED) != null;
                if (!begun && time.getValue() > Math.max(1, longest == null ? 1 : times.get(longest))) {
                    longest = time.getKey();
                }
            }
            if (longest != null) {
                times.merge(longest, -1, Integer::sum);
                given++;
            }
        } while (longest != null && given < wanted);
        return given;
    }

    private void save(Row dialogue, Map<Row, Integer> times, List<Map<String, Object>> added)
        throws CrowdsourcingException
    {
        List<Map<String, Object>> items = new ArrayList<>();
        times.forEach((item, minutes) -> {
            Map<String, Object> values = item.values(Schema.AGENDA_ITEM);
            values.put(AgendaClock.MINUTES, minutes);
            items.add(values);
        });
        items.addAll(added);
        // In one save: at no moment is the sum another one than the length of the session.
        this.writer.fill(dialogue.page(), dialogue.title(), Map.of(Schema.AGENDA_ITEM, items), "");
    }

    private TakenQuestions find(DocumentReference dialogue) throws CrowdsourcingException
    {
        Optional<Row> challenge = this.things.nearest(dialogue, Schema.CHALLENGE);
        if (challenge.isPresent()) {
            for (Brief brief : this.briefs.get().briefsOf(challenge.get().page())) {
                Brief asking = this.editions.get().getFrozen(brief);
                List<String> questions = questions(asking);
                if (!questions.isEmpty()) {
                    return new TakenQuestions(questions, asking.version());
                }
            }
        }
        return new TakenQuestions(List.of(), 0);
    }

    private static List<String> questions(Brief brief)
    {
        return Citations.replace(brief.section(BriefSection.QUESTIONS), uid -> "").lines()
            .map(line -> line.replaceFirst("^\\s*(?:[*#]+\\.?|1+[.;*]+|-+|\\d+[.)])\\s+", "").strip())
            .filter(line -> !line.isEmpty()).map(Inputs::shortenLine).distinct().limit(MOST).toList();
    }
}
