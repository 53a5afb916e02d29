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
package org.xwiki.contrib.crowdsourcing.internal.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Closing;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.IdeaStore;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Ideas;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.SupportCounter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.register.RegisterEntry;
import org.xwiki.contrib.crowdsourcing.register.RegisterManager;
import org.xwiki.contrib.crowdsourcing.register.RegisterQuery;
import org.xwiki.model.reference.DocumentReference;

/**
 * Puts what was decided on the ideas of each dialogue in the order of their support, both of which are kept in memory;
 * only those that are shown are read.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultRegisterManager implements RegisterManager
{
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,9})-(c[0-9a-z]{28})");

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::supporters).reversed()
        .thenComparing(Place::name).thenComparing(place -> place.page() == null ? "" : place.page().toString());

    @Inject
    private RegisteredDialogues dialogues;

    @Inject
    private IdeaStore ideas;

    @Inject
    private SupportCounter counter;

    @Inject
    private SeenContributions contributions;

    @Inject
    private RegisterFile file;

    @Inject
    private Closing closing;

    /**
     * Where an idea stands. It tells where the next page begins also after more people have backed something.
     */
    private record Place(int supporters, String name, DocumentReference page)
    {
        String cursor()
        {
            return this.supporters + "-" + this.name;
        }

        boolean isAfter(String cursor)
        {
            Matcher matcher = CURSOR.matcher(cursor == null ? "" : cursor);
            if (!matcher.matches()) {
                return true;
            }
            int edge = Integer.parseInt(matcher.group(1));
            return this.supporters < edge || this.supporters == edge && this.name.compareTo(matcher.group(2)) > 0;
        }
    }

    @Override
    public Page<RegisterEntry> list(DocumentReference page, RegisterQuery query) throws CrowdsourcingException
    {
        return list(page, query, query.request().limit());
    }

    private Page<RegisterEntry> list(DocumentReference page, RegisterQuery query, int limit)
        throws CrowdsourcingException
    {
        Map<DocumentReference, String> titles = new HashMap<>();
        Map<DocumentReference, Place> places = new HashMap<>();
        for (Row dialogue : this.dialogues.of(page)) {
            titles.put(dialogue.page(), dialogue.title());
            place(dialogue.page(), query, places);
        }
        List<DocumentReference> rest = places.values().stream()
            .filter(place -> place.isAfter(query.request().cursor())).sorted(ORDER).map(Place::page).toList();
        List<Contribution> found = this.contributions.first(rest, limit + 1,
            idea -> idea.decision() != null && Closing.isRegistered(idea.decision().outcome()));
        List<Contribution> shown = found.subList(0, Math.min(found.size(), limit));
        List<RegisterEntry> entries = new ArrayList<>();
        shown.forEach(idea -> entries.add(new RegisterEntry(idea, titles.get(idea.thread()),
            places.get(idea.reference()).supporters())));
        return new Page<>(entries, found.size() > shown.size()
            ? places.get(shown.get(shown.size() - 1).reference()).cursor() : null, Count.bounded(places.size()));
    }

    private void place(DocumentReference dialogue, RegisterQuery query, Map<DocumentReference, Place> places)
        throws CrowdsourcingException
    {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Ideas.Standing> entry : this.ideas.of(dialogue).registered().entrySet()) {
            boolean outcome = query.outcome() == null || query.outcome() == entry.getValue().outcome();
            boolean reason = query.reason() == null || query.reason() == entry.getValue().reason();
            if (outcome && reason) {
                names.add(entry.getKey());
            }
        }
        if (!names.isEmpty()) {
            SupportCounter.Counted support = this.counter.of(dialogue);
            for (String name : names) {
                DocumentReference page = new DocumentReference(name, dialogue.getLastSpaceReference());
                places.put(page, new Place(support.supporters(name).size(), name, page));
            }
        }
    }

    @Override
    public String getFile(DocumentReference page, RegisterQuery query) throws CrowdsourcingException
    {
        return this.file.write(list(page, query, MOST).rows());
    }

    @Override
    public int getThreshold(DocumentReference page) throws CrowdsourcingException
    {
        return this.closing.threshold(page);
    }
}
