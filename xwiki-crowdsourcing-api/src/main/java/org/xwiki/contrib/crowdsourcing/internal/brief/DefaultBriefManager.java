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
package org.xwiki.contrib.crowdsourcing.internal.brief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefReadiness;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of briefs.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultBriefManager implements BriefManager
{
    private static final String STATE = "state";

    /** How many open comments are named. */
    private static final int NAMED = 20;

    @Inject
    private BriefStore store;

    @Inject
    private BriefPages editions;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Inject
    private DialogueManager dialogues;

    @Override
    public Optional<Brief> get(DocumentReference reference) throws CrowdsourcingException
    {
        Optional<Row> row = this.things.find(reference, Schema.BRIEF);
        return row.isEmpty() ? Optional.empty() : Optional.of(this.store.load(row.get()));
    }

    @Override
    public List<Brief> briefsOf(DocumentReference challenge) throws CrowdsourcingException
    {
        return this.store.briefsOf(challenge).stream().filter(brief -> this.access.canView(brief.reference()))
            .toList();
    }

    @Override
    public DocumentReference create(DocumentReference challenge, String title) throws CrowdsourcingException
    {
        return this.things.create(challenge, title, Schema.BRIEF, Schema.BRIEF.getName());
    }

    @Override
    public void startWorkshop(DocumentReference brief) throws CrowdsourcingException
    {
        change(brief, BriefState.DRAFT, BriefState.WORKSHOP, "crowdsourcing.error.briefNotDraft");
    }

    @Override
    public void newDraft(DocumentReference brief) throws CrowdsourcingException
    {
        change(brief, BriefState.FROZEN, BriefState.DRAFT, "crowdsourcing.error.briefNotFrozen");
    }

    /** A frozen version is left alone. */
    private Row getText(DocumentReference brief) throws CrowdsourcingException
    {
        Row row = this.things.getEditable(brief, Schema.BRIEF);
        if (!BriefPages.isThread(row)) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.briefVersion"));
        }
        return row;
    }

    private void change(DocumentReference brief, BriefState from, BriefState to, String messageKey)
        throws CrowdsourcingException
    {
        Row row = getText(brief);
        if (row.option(STATE, BriefState.DRAFT) != from) {
            throw new ConflictException(new FieldError("", messageKey));
        }
        this.writer.update(brief, Schema.BRIEF, Map.of(STATE, to.getId()), "");
    }

    @Override
    public void freeze(DocumentReference brief) throws CrowdsourcingException
    {
        Row row = getText(brief);
        if (row.option(STATE, BriefState.DRAFT) == BriefState.FROZEN) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.briefFrozen"));
        }
        List<FieldError> obstacles = new ArrayList<>();
        missing(row).forEach(section -> obstacles
            .add(new FieldError("", "crowdsourcing.error.sectionMissing", section.getProperty())));
        List<String> open = this.store.openComments(brief);
        if (!open.isEmpty()) {
            obstacles.add(new FieldError("", "crowdsourcing.error.commentsOpen", open.size(),
                String.join(", ", open.stream().limit(NAMED)
                    .map(comment -> this.reader.resolve(comment, brief.getWikiReference()).getName()).toList())));
        }
        if (!obstacles.isEmpty()) {
            throw new CrowdsourcingException(obstacles);
        }
        int version = row.number(Schema.VERSION) + 1;
        this.editions.checkFree(brief, version);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(STATE, BriefState.FROZEN.getId());
        values.put(Schema.VERSION, version);
        values.put(BriefStore.FROZEN_ON, Times.now());
        this.writer.update(brief, Schema.BRIEF, values, "");
        // Only now the wiki has given the frozen text its revision.
        this.writer.update(brief, Schema.BRIEF, Map.of("frozenRevision", this.pages.version(brief)), "");
        this.editions.createVersion(brief);
    }

    @Override
    public BriefReadiness getReadiness(DocumentReference brief) throws CrowdsourcingException
    {
        Row row = this.things.get(brief, Schema.BRIEF);
        List<String> open = this.store.openComments(brief);
        List<DocumentReference> named = open.stream().limit(NAMED)
            .map(comment -> this.reader.resolve(comment, brief.getWikiReference())).toList();
        Map<DocumentReference, Contribution> comments = this.dialogues.getContributions(named);
        return new BriefReadiness(missing(row),
            named.stream().filter(comments::containsKey).map(comments::get).toList(), open.size());
    }

    @Override
    public String getStamp(DocumentReference brief) throws CrowdsourcingException
    {
        return this.things.get(brief, Schema.BRIEF).stamp();
    }

    private List<BriefSection> missing(Row row)
    {
        return Arrays.stream(BriefSection.values())
            .filter(section -> section.isRequired() && row.text(section.getProperty()).isBlank()).toList();
    }

    @Override
    public boolean canCreate(DocumentReference challenge)
    {
        return this.things.canCreate(challenge);
    }

    @Override
    public boolean canEdit(DocumentReference brief)
    {
        try {
            return this.access.canEdit(brief) && this.pages.find(brief, Schema.BRIEF)
                .filter(row -> row.option(STATE, BriefState.DRAFT) != BriefState.FROZEN).isPresent();
        } catch (CrowdsourcingException e) {
            return false;
        }
    }

    @Override
    public boolean canChangeState(DocumentReference brief)
    {
        try {
            return this.access.canEdit(brief)
                && this.pages.find(brief, Schema.BRIEF).filter(BriefPages::isThread).isPresent();
        } catch (CrowdsourcingException e) {
            return false;
        }
    }
}
