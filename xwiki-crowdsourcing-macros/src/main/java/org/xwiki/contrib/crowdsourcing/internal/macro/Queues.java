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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertManager;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertReason;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.dialogue.CurationManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.contrib.crowdsourcing.dialogue.QueueItem;
import org.xwiki.contrib.crowdsourcing.dialogue.QueueKind;
import org.xwiki.model.reference.DocumentReference;

/**
 * What waits for the curators of an initiative or of a dialogue, on the page of that, where many can be dealt with at
 * once.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Queues.class)
@Singleton
public class Queues
{
    /** The name of the view and of its template. */
    public static final String QUEUE = "queue";

    private static final String VIEW = "cs_view";

    private static final String PARAMETER_KIND = "cs_kind";

    private static final String DONE = "cs_done";

    /** How many of the accounts that an alert is about are named. */
    private static final int NAMES = 20;

    @Inject
    private CurationManager curation;

    @Inject
    private AlertManager alerts;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private Curations forms;

    @Inject
    private Toolkit toolkit;

    /**
     * @return {@code true} if the reader asks for the queue
     */
    public boolean isWanted()
    {
        return QUEUE.equals(this.toolkit.getParameter(VIEW));
    }

    /**
     * @param page the page of an initiative or a dialogue
     * @return what the forms of the queue do
     */
    public Map<String, FormAction> getActions(DocumentReference page)
    {
        Map<String, FormAction> actions = new HashMap<>();
        actions.put("curate", form -> curate(form, page));
        actions.put("eraseAll", form -> eraseAll(form, page));
        actions.put("reviewAlert", form -> review(form, page));
        return actions;
    }

    /**
     * @param page the page of an initiative or a dialogue
     * @return which pages the forms of the queue may be about: itself and the alerts below it
     */
    public Predicate<DocumentReference> getTargets(DocumentReference page)
    {
        return target -> target.hasParent(page.getLastSpaceReference());
    }

    private String review(FormState form, DocumentReference page) throws CrowdsourcingException
    {
        this.alerts.review(form.getTarget(), this.forms.choose(AlertState.class, form, Ticks.ACT),
            this.forms.choose(AlertReason.class, form, "reasonKind"), form.get("reason"));
        return address(page, form.get(PARAMETER_KIND), DONE + "=1");
    }

    private String curate(FormState form, DocumentReference page) throws CrowdsourcingException
    {
        Ticks ticked = new Ticks(form, this.toolkit, contribution -> true);
        HidingReason reason = this.forms.choose(HidingReason.class, form, "hiddenReasonKind");
        Ticks.Act act = switch (form.get(Ticks.ACT)) {
            case "approve" -> this.dialogues::approve;
            case "hide" -> contribution -> this.dialogues.hide(contribution, reason, form.get("hiddenReason"));
            case "dismiss" -> this.curation::dismissFlags;
            default -> throw Ticks.unknownAct(form);
        };
        int done = ticked.forEach(act, "crowdsourcing.error.queueConflict");
        return address(page, form.get(PARAMETER_KIND), DONE + '=' + done);
    }

    private String eraseAll(FormState form, DocumentReference page) throws CrowdsourcingException
    {
        this.forms.confirm(form);
        String typed = form.get("person").strip();
        int erased = this.curation.eraseAll(page, typed.isEmpty() ? null : this.toolkit.reference(typed),
            this.forms.choose(HidingReason.class, form, "eraseReasonKind"));
        return address(page, "", DONE + '=' + erased);
    }

    private String address(DocumentReference page, String kind, String more)
    {
        String chosen = Stored.find(QueueKind.class, kind).map(known -> "&cs_kind=" + known.getId()).orElse("");
        return this.toolkit.getURL(page, "cs_view=queue" + chosen + '&' + more, "cs-queue");
    }

    /**
     * @param page the page of an initiative or a dialogue
     * @param form the form that was sent, {@code null} if none was
     * @return what the template shows
     * @throws CrowdsourcingException if the reader may not curate there, or it cannot be read
     */
    public Map<String, Object> getData(DocumentReference page, FormState form) throws CrowdsourcingException
    {
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage());
        QueueKind kind = Stored.find(QueueKind.class, query.get(PARAMETER_KIND)).orElse(null);
        Page<QueueItem> items =
            this.curation.getQueue(page, kind, new PageRequest(query.get(Queries.CURSOR), PageRequest.DEFAULT));
        Map<String, Object> data = new HashMap<>();
        data.put("reference", page);
        data.put("items", items);
        data.put("kind", kind);
        data.put("kinds", QueueKind.values());
        data.put("reasons", HidingReason.values());
        data.put("ticked", Ticks.kept(form));
        data.put("done", query.get(DONE));
        data.put("canErase", this.curation.canErase(page));
        boolean first = query.get(Queries.CURSOR) == null && (kind == null || kind == QueueKind.ALERT);
        data.put("alerts", first ? this.alerts.getOpen(page) : List.of());
        data.put("alertReasons", AlertReason.values());
        data.put("most", NAMES);
        data.put("query", query.with(VIEW, QUEUE).with(PARAMETER_KIND, kind == null ? null : kind.getId()));
        return data;
    }
}
