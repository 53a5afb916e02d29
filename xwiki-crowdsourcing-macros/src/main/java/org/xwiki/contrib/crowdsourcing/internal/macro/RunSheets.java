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
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionKind;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.SessionManager;
import org.xwiki.contrib.crowdsourcing.dialogue.TakenQuestions;
import org.xwiki.model.reference.DocumentReference;

/**
 * The session of a dialogue: what everybody sees of its agenda and of what was agreed, and the run-sheet of those who
 * run it, with its forms.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RunSheets.class)
@Singleton
public class RunSheets
{
    private static final String RUN = "run";

    private static final String RUN_QUERY = FormProcessor.VIEW + '=' + RUN;

    private static final String TAKEN = "cs_taken";

    private static final String VERSION = "cs_version";

    private static final String AGENDA = "cs-agenda";

    private static final String ACTIONS = "cs-actions";

    private static final String DONE = "done";

    private static final String TAKEAWAYS = "takeaways";

    @Inject
    private SessionManager manager;

    @Inject
    private Toolkit toolkit;

    /**
     * A change of a session.
     */
    @FunctionalInterface
    private interface Change
    {
        void of(FormState form) throws CrowdsourcingException;
    }

    private String taken()
    {
        String count = this.toolkit.getParameter(TAKEN);
        String version = this.toolkit.getParameter(VERSION);
        return count == null || version == null || !(count + version).matches("\\d{2,8}") ? null
            : this.toolkit.translate("0".equals(version) ? "crowdsourcing.agenda.takenOfDraft"
                : "crowdsourcing.agenda.taken", count, version);
    }

    /**
     * @param dialogue the page of a dialogue
     * @return {@code true} if the run-sheet is asked for by somebody who may see it
     */
    public boolean isWanted(DocumentReference dialogue)
    {
        return RUN.equals(this.toolkit.getParameter(FormProcessor.VIEW)) && this.manager.canRun(dialogue);
    }

    /**
     * @param dialogue the page of a dialogue
     * @return what its forms do, by name
     */
    public Map<String, FormAction> getActions(DocumentReference dialogue)
    {
        Map<String, FormAction> actions = new HashMap<>();
        actions.put("takeQuestions", form -> {
            TakenQuestions taken = this.manager.takeQuestions(dialogue);
            boolean run = RUN.equals(form.get(FormProcessor.VIEW));
            return this.toolkit.getURL(dialogue, (run ? RUN_QUERY + '&' : "") + TAKEN + '=' + taken.questions().size()
                + '&' + VERSION + '=' + taken.version(), AGENDA);
        });
        add(actions, dialogue, "startItem", AGENDA,
            form -> this.manager.startItem(dialogue, number(form, "item")));
        add(actions, dialogue, "attend", "cs-attendance", form -> attend(dialogue, form));
        add(actions, dialogue, "capture", "cs-capture", form -> this.manager.capture(dialogue,
            new NewContribution(form.get("text"), form.get("kind"), form.get("speaker"), ""), form.get("captured"),
            form.get("token")));
        add(actions, dialogue, "saveTakeaways", "cs-takeaways",
            form -> this.manager.setTakeaways(dialogue, form.get(TAKEAWAYS), form.get("known")));
        add(actions, dialogue, "addActionItem", ACTIONS, form -> this.manager.addActionItem(dialogue,
            form.get("title"), form.get("owner"), form.get("due")));
        add(actions, dialogue, "setDone", ACTIONS, form -> setDone(dialogue, form));
        return actions;
    }

    private void add(Map<String, FormAction> actions, DocumentReference dialogue, String name, String anchor,
        Change change)
    {
        actions.put(name, form -> {
            change.of(form);
            boolean run = RUN.equals(form.get(FormProcessor.VIEW));
            return this.toolkit.getURL(dialogue, run ? RUN_QUERY : null, run ? anchor : AGENDA);
        });
    }

    private void attend(DocumentReference dialogue, FormState form) throws CrowdsourcingException
    {
        String present = form.get("present");
        this.manager.setAttended(dialogue, present.isEmpty() ? form.get("absent") : present, !present.isEmpty());
    }

    private void setDone(DocumentReference dialogue, FormState form) throws CrowdsourcingException
    {
        boolean done = !form.get(DONE).isEmpty();
        this.manager.setDone(dialogue, number(form, done ? DONE : "again"), done);
    }

    private static int number(FormState form, String field) throws NotFoundException
    {
        String typed = form.get(field);
        if (!typed.matches("\\d{1,6}")) {
            throw new NotFoundException(new FieldError("", "crowdsourcing.error.notFound"));
        }
        return Integer.parseInt(typed);
    }

    /**
     * @param dialogue the page of a dialogue
     * @param readOnly {@code true} if no form may be shown
     * @return what everybody sees
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference dialogue, boolean readOnly) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        boolean canRun = !readOnly && this.manager.canRun(dialogue);
        data.put("agenda", this.manager.getAgenda(dialogue));
        data.put("actionItems", this.manager.getActionItems(dialogue));
        data.put("canRun", canRun);
        data.put("taken", canRun ? taken() : null);
        data.put(RUN, false);
        if (canRun) {
            data.put("runURL", this.toolkit.getURL(dialogue, RUN_QUERY, null));
        }
        return data;
    }

    /**
     * @param dialogue a dialogue
     * @return what its run-sheet shows
     * @throws CrowdsourcingException if it cannot be read, or the reader may not
     */
    public Map<String, Object> getRunData(Dialogue dialogue) throws CrowdsourcingException
    {
        Map<String, Object> data = getData(dialogue.reference(), false);
        data.put("dialogue", dialogue);
        data.put("sheet", this.manager.getRunSheet(dialogue.reference()));
        data.put(RUN, true);
        data.put("kinds", ContributionKind.values());
        DocumentReference user = this.toolkit.getCurrentUser();
        data.put("user", user == null ? "" : this.toolkit.serialize(user));
        return data;
    }
}
