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
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.invitation.Delivery;
import org.xwiki.contrib.crowdsourcing.invitation.Invitation;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * The view of a dialogue where its experts are invited by e-mail.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Invitations.class)
@Singleton
public class Invitations
{
    /** The name of the view, and of its template. */
    public static final String VIEW_NAME = "invitations";

    private static final String SEND = "sendInvitations";

    private static final String DAYS = "days";

    private static final String DONE = "cs_done";

    private static final String SOON = "3";

    @Inject
    private InvitationManager invitations;

    @Inject
    private Toolkit toolkit;

    @Inject
    private Container container;

    /**
     * @return {@code true} if this view is wanted
     */
    public boolean isWanted()
    {
        return VIEW_NAME.equals(this.toolkit.getParameter(FormProcessor.VIEW));
    }

    /**
     * @param dialogue the page of a dialogue
     * @return what the forms of the view do
     */
    public Map<String, FormAction> getActions(DocumentReference dialogue)
    {
        return Map.of(SEND, form -> send(dialogue, form));
    }

    private String send(DocumentReference dialogue, FormState form) throws CrowdsourcingException
    {
        List<DocumentReference> done = "remind".equals(form.get(Ticks.ACT)) ? this.invitations.remind(ticked(form))
            : this.invitations.invite(ticked(form), days(form));
        return this.toolkit.getURL(dialogue, "cs_view=" + VIEW_NAME + '&' + DONE + '=' + done.size(),
            "cs-invitations");
    }

    private Set<DocumentReference> ticked(FormState form) throws CrowdsourcingException
    {
        return new Ticks(form, this.toolkit, engagement -> true).pages();
    }

    private int days(FormState form) throws CrowdsourcingException
    {
        String typed = form.get(DAYS).strip();
        if (!typed.matches("\\d{1,4}")) {
            throw new CrowdsourcingException(
                new FieldError(DAYS, "crowdsourcing.error.number", 1, InvitationManager.MOST_DAYS));
        }
        return Integer.parseInt(typed);
    }

    /**
     * @param dialogue the page of a dialogue
     * @param form the form that was sent, or {@code null}
     * @return what the template shows
     * @throws CrowdsourcingException if the current user may not invite, or it cannot be read
     */
    public Map<String, Object> getData(DocumentReference dialogue, FormState form) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        if (form != null && form.isPreview()) {
            preview(form, data);
        }
        List<Invitation> all = this.invitations.list(dialogue);
        data.put("reference", dialogue);
        data.put(VIEW_NAME, all);
        data.put(DAYS, InvitationManager.DAYS);
        data.put("mostDays", InvitationManager.MOST_DAYS);
        data.put("ticked", Ticks.kept(form));
        data.put("done", this.toolkit.getParameter(DONE));
        if (form == null && all.stream().anyMatch(invitation -> invitation.delivery() == Delivery.SENDING)) {
            this.container.getResponse().setHeader("Refresh", SOON);
        }
        return data;
    }

    private void preview(FormState form, Map<String, Object> data) throws CrowdsourcingException
    {
        try {
            data.put("preview", this.invitations.preview(ticked(form).iterator().next(), days(form)));
        } catch (CrowdsourcingException e) {
            if (e.getErrors().isEmpty()) {
                throw e;
            }
            e.getErrors().forEach(error -> form.addError(error.field(), this.toolkit.message(error)));
        }
    }
}
