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

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.register.ResponseClock;
import org.xwiki.model.reference.DocumentReference;

/**
 * The dialogues of a page that the current user may view: a few statements, however many ideas they have.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RegisteredDialogues.class)
@Singleton
public class RegisteredDialogues
{
    private static final String ZONE = "timezone";

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    @Inject
    private DialogueStore dialogues;

    @Inject
    private Access access;

    /**
     * @param page the page of an initiative, a challenge or a dialogue
     * @return the dialogues there, with their titles and zones
     * @throws CrowdsourcingException if the current user may not view the page, or it cannot be read
     */
    List<Row> of(DocumentReference page) throws CrowdsourcingException
    {
        if (!this.access.canView(page)) {
            throw new NotFoundException(new FieldError("", "crowdsourcing.error.notFound"));
        }
        Optional<Row> dialogue = this.pages.find(page, Schema.DIALOGUE);
        if (dialogue.isPresent()) {
            return List.of(dialogue.get());
        }
        List<String> visible = this.dialogues.below(page).stream().filter(this.access::canView)
            .map(this.reader::serialize).toList();
        Map<DocumentReference, Row> rows = this.reader
            .readOnly(page.getWikiReference(), visible, Set.of(ZONE), Schema.DIALOGUE).first(Schema.DIALOGUE);
        return new ArrayList<>(rows.values());
    }

    /**
     * @param page any page
     * @return the initiative that it belongs to, empty if there is none that the current user may view
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Row> initiative(DocumentReference page) throws CrowdsourcingException
    {
        return this.pages.nearest(page, Schema.INITIATIVE).filter(row -> this.access.canView(row.page()));
    }

    /**
     * @param dialogue a stored dialogue
     * @param days within how many days its ideas have to have an answer
     * @param now the time
     * @return its clock
     */
    static ResponseClock clock(Row dialogue, int days, Instant now)
    {
        ZoneId zone = Times.findZone(dialogue.text(ZONE)).orElse(ZoneOffset.UTC);
        return new ResponseClock(days, zone, now);
    }
}
