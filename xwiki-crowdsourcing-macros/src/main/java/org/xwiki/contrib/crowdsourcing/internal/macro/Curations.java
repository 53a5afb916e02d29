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
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.AppealState;
import org.xwiki.contrib.crowdsourcing.dialogue.CurationManager;
import org.xwiki.contrib.crowdsourcing.dialogue.HidingReason;
import org.xwiki.model.reference.DocumentReference;

/**
 * What readers, authors and administrators do about a contribution: flags, appeals, erasure.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Curations.class)
@Singleton
public class Curations
{
    private static final String APPEAL = "appeal";

    private static final String APPEAL_STATE = "appealState";

    private static final String ERASE = "erase";

    private static final String ERASE_REASON_KIND = "eraseReasonKind";

    private static final String CONFIRMED = "confirmed";

    @Inject
    private CurationManager curation;

    @Inject
    private Modes modes;

    @Inject
    private Toolkit toolkit;

    /**
     * @param thread the page of a dialogue or a brief
     * @return what the forms do, by name
     */
    public Map<String, FormAction> getActions(DocumentReference thread)
    {
        Map<String, FormAction> actions = new HashMap<>();
        actions.put("flag", form -> {
            this.curation.flag(form.getTarget(), choose(HidingReason.class, form, "flagReasonKind"),
                form.get("flagText"));
            return this.toolkit.getURL(thread, "cs_flagged=1", "cs-flagged");
        });
        actions.put("dismissFlags", form -> {
            this.curation.dismissFlags(form.getTarget());
            return next(form, thread);
        });
        actions.put(APPEAL, form -> {
            this.curation.appeal(form.getTarget(), form.get(APPEAL));
            return next(form, thread);
        });
        actions.put("answerAppeal", form -> {
            this.curation.answerAppeal(form.getTarget(), choose(AppealState.class, form, APPEAL_STATE),
                form.get("appealAnswer"));
            return next(form, thread);
        });
        actions.put(ERASE, form -> {
            confirm(form);
            this.curation.erase(form.getTarget(), choose(HidingReason.class, form, ERASE_REASON_KIND));
            return next(form, thread);
        });
        return actions;
    }

    private String next(FormState form, DocumentReference thread)
    {
        return Permalinks.of(this.toolkit, form.getTarget(), thread);
    }

    /**
     * @param form a form that erases something
     * @throws CrowdsourcingException if it is not confirmed
     */
    void confirm(FormState form) throws CrowdsourcingException
    {
        if (form.get(CONFIRMED).isEmpty()) {
            throw new CrowdsourcingException(new FieldError(CONFIRMED, "crowdsourcing.error.notConfirmed"));
        }
    }

    /**
     * @param type a list of values
     * @param form a form
     * @param field a field
     * @param <E> the list of values
     * @return what was chosen, {@code null} if nothing
     * @throws CrowdsourcingException if there is no such value
     */
    <E extends Enum<E> & Stored> E choose(Class<E> type, FormState form, String field) throws CrowdsourcingException
    {
        String typed = form.get(field);
        if (typed.isEmpty()) {
            return null;
        }
        return Stored.find(type, typed).orElseThrow(
            () -> new CrowdsourcingException(new FieldError(field, "crowdsourcing.error.unknownValue", typed)));
    }

    /**
     * @param thread the page of a dialogue or a brief
     * @param readOnly {@code true} if no form may be shown
     * @return what the templates show, the mode in force too
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference thread, boolean readOnly) throws CrowdsourcingException
    {
        DocumentReference user = readOnly ? null : this.toolkit.getCurrentUser();
        Map<String, Object> data = new HashMap<>(this.modes.getData(thread));
        data.put("me", user);
        data.put("canErase", !readOnly && this.curation.canErase(thread));
        data.put("appealStates", new AppealState[] {AppealState.UPHELD, AppealState.GRANTED});
        data.put("flagged", this.toolkit.getParameter("cs_flagged") != null);
        return data;
    }
}
