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
package org.xwiki.contrib.crowdsourcing.internal.agreement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.ManagedFields;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.People;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.SpaceVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Who may view a brief or a dialogue that is restricted to the panel: those who may edit it, the facilitator and the
 * note-taker of a dialogue, and the experts who are confirmed in it, or in a dialogue of the challenge of a brief. The
 * wiki itself knows them by the rights of the space, so that every way to the pages is closed to everybody else. It is
 * worked out from what is stored, so it may be done twice.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Gate.class)
@Singleton
public class Gate
{
    /** The property that says who may view it. */
    public static final String ACCESS = "access";

    private static final String PANEL = "panel";

    private static final List<Schema> KINDS = List.of(Schema.DIALOGUE, Schema.BRIEF);

    private static final List<String> STAFF = List.of("ownersGroup", "curatorsGroup", "researchersGroup",
        "facilitatorsGroup", "noteTakersGroup", "editorsGroup");

    private static final int MANY = 1000;

    /** What is worked out last is stored last. */
    private final ReentrantLock lock = new ReentrantLock();

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    @Inject
    private EngagementStore engagements;

    @Inject
    private SpaceVeil veil;

    /**
     * @param state a page
     * @return {@code true} if it is restricted to the panel
     */
    public static boolean isRestricted(PageState state)
    {
        return KINDS.stream().anyMatch(kind -> isRestricted(state.first(kind)));
    }

    /**
     * @param state a page
     * @param schema its class
     * @param inputs what is wrong with it: only what has a space of its own can be shut
     */
    public static void checkPlace(PageState state, Schema schema, Inputs inputs)
    {
        if (isRestricted(state.first(schema)) && !PageReader.HOME.equals(state.page().getName())) {
            inputs.add(new FieldError(ManagedFields.field(schema, ACCESS), "crowdsourcing.error.restrictedPlace"));
        }
    }

    private static boolean isRestricted(Row row)
    {
        return PANEL.equals(row.text(ACCESS));
    }

    /**
     * @param page a page
     * @return the brief or the dialogue that it is
     * @throws CrowdsourcingException if it cannot be read
     */
    public Optional<Row> find(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> result = this.pages.find(page, Schema.DIALOGUE);
        return result.isPresent() ? result : this.pages.find(page, Schema.BRIEF);
    }

    /**
     * @param page the page of a brief or a dialogue
     * @return {@code true} if it is restricted to the panel
     * @throws CrowdsourcingException if it cannot be read
     */
    public boolean isRestricted(DocumentReference page) throws CrowdsourcingException
    {
        return find(page).filter(Gate::isRestricted).isPresent();
    }

    /**
     * @return {@code true} while this thread changes who may view something
     */
    boolean isBusy()
    {
        return this.lock.isHeldByCurrentThread();
    }

    /**
     * @param initiative a stored initiative, if there is one
     * @return its owner and the groups of those who work for it
     */
    public static People team(Optional<Row> initiative)
    {
        People team = new People();
        initiative.ifPresent(row -> {
            team.users().add(row.text("owner"));
            STAFF.forEach(group -> team.groups().add(row.text(group)));
        });
        team.users().remove("");
        team.groups().remove("");
        return team;
    }

    /**
     * Shuts a space before its page is saved.
     *
     * @param after the page as it will be saved, restricted to the panel
     * @throws CrowdsourcingException if it cannot be shut
     */
    public void close(PageState after) throws CrowdsourcingException
    {
        boolean dialogue = after.has(Schema.DIALOGUE);
        renew(after.first(dialogue ? Schema.DIALOGUE : Schema.BRIEF), dialogue);
    }

    /**
     * @param page the page of a brief or a dialogue whose space is shut or opened, as it says
     * @throws CrowdsourcingException if it fails
     */
    public void renew(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> row = find(page);
        if (row.isPresent()) {
            renew(row.get(), this.pages.find(page, Schema.DIALOGUE).isPresent());
        }
    }

    private void renew(Row row, boolean dialogue) throws CrowdsourcingException
    {
        DocumentReference page = row.page();
        this.lock.lock();
        try {
            if (!PageReader.HOME.equals(page.getName())) {
                // It has no space of its own; that it is restricted was refused.
                return;
            }
            if (isRestricted(row)) {
                this.veil.close(page, team(this.pages.nearest(page, Schema.INITIATIVE)), users(row, dialogue));
            } else {
                this.veil.open(page);
            }
        } finally {
            this.lock.unlock();
        }
    }

    private Set<String> users(Row row, boolean dialogue) throws CrowdsourcingException
    {
        List<Row> members = new ArrayList<>();
        for (DocumentReference one : dialogue ? List.of(row.page()) : dialogues(row.page())) {
            members.addAll(this.engagements.confirmed(one));
        }
        Set<String> result = new LinkedHashSet<>();
        if (dialogue) {
            result.add(row.text("facilitator"));
            result.add(row.text("noteTaker"));
        }
        this.engagements.experts(members).values().forEach(expert -> result.add(expert.text("user")));
        result.remove("");
        return result;
    }

    private List<DocumentReference> dialogues(DocumentReference brief) throws CrowdsourcingException
    {
        Optional<Row> challenge = this.pages.nearest(brief, Schema.CHALLENGE);
        return challenge.isEmpty() ? List.of() : belonging(challenge.get().page(), this.reader.find(
            brief.getWikiReference(), of(challenge.get().page().getLastSpaceReference(), List.of(Schema.DIALOGUE), ""))
            .stream().map(found -> this.reader.resolve(found.page(), brief.getWikiReference())).toList());
    }

    private List<DocumentReference> belonging(DocumentReference challenge, Collection<DocumentReference> all)
        throws CrowdsourcingException
    {
        Set<DocumentReference> result = new LinkedHashSet<>();
        for (DocumentReference page : all) {
            if (this.pages.nearest(page, Schema.CHALLENGE).filter(row -> row.page().equals(challenge)).isPresent()) {
                result.add(page);
            }
        }
        return List.copyOf(result);
    }

    private Statement of(SpaceReference space, List<Schema> kinds, String more)
    {
        return this.reader.below(this.reader.objects().add("and obj.className in (:classes)").add(more), space)
            .bind("classes", kinds.stream().map(Schema::getClassName).toList()).add("order by doc.fullName")
            .limit(MANY);
    }

    private List<DocumentReference> restricted(SpaceReference space) throws CrowdsourcingException
    {
        WikiReference wiki = PageReader.home(space).getWikiReference();
        return this.reader.find(wiki, of(space, KINDS, "and exists (select a.id.id from StringProperty a"
            + " where a.id.id = obj.id and a.id.name = 'access' and a.value = 'panel')")).stream()
            .map(found -> this.reader.resolve(found.page(), wiki)).distinct().toList();
    }

    /**
     * @param space a space, in which everything that is restricted is worked out once more
     * @throws CrowdsourcingException if it fails
     */
    public void renewBelow(SpaceReference space) throws CrowdsourcingException
    {
        for (DocumentReference page : restricted(space)) {
            renew(page);
        }
    }

    /**
     * @param dialogue the page of a dialogue whose panel has changed: it and the brief of its challenge are worked out
     *     once more, if they are restricted
     * @throws CrowdsourcingException if it fails
     */
    public void renewAround(DocumentReference dialogue) throws CrowdsourcingException
    {
        Optional<Row> challenge = this.pages.nearest(dialogue, Schema.CHALLENGE);
        if (challenge.isEmpty()) {
            if (isRestricted(dialogue)) {
                renew(dialogue);
            }
            return;
        }
        DocumentReference home = challenge.get().page();
        for (DocumentReference page : restricted(home.getLastSpaceReference())) {
            if (page.equals(dialogue) || this.pages.find(page, Schema.BRIEF).isPresent()
                && !belonging(home, List.of(page)).isEmpty()) {
                renew(page);
            }
        }
    }

    /**
     * @param page the page of a brief or a dialogue
     * @return {@code true} if rights that somebody else gave there let others view it although it is restricted
     * @throws CrowdsourcingException if it cannot be read
     */
    public boolean isOpenedByOthers(DocumentReference page) throws CrowdsourcingException
    {
        return this.veil.isOpenedByOthers(page) || this.veil.isOpenedByOthers(SpaceVeil.preferences(page));
    }
}
