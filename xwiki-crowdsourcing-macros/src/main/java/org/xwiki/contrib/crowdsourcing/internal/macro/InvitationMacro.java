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

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.Response;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.agreement.Signature;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationManager;
import org.xwiki.contrib.crowdsourcing.invitation.LinkState;
import org.xwiki.contrib.crowdsourcing.invitation.OpenedInvitation;
import org.xwiki.contrib.crowdsourcing.invitation.Reply;
import org.xwiki.model.reference.DocumentReference;

/**
 * Shows the invitation that a link leads to, and takes the answer. Whoever has the link needs no account.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("invitation")
@Singleton
public class InvitationMacro extends AbstractCrowdsourcingMacro<Object>
{
    /** What a link gives its page, and the hidden field of the forms there. */
    static final String PARAMETER = "invitation";

    private static final String LINK = PARAMETER + '=';

    private static final int FORBIDDEN = 403;

    private static final int NOT_FOUND = 404;

    private static final int GONE = 410;

    @Inject
    private InvitationManager invitations;

    @Inject
    private Container container;

    /**
     * Default constructor.
     */
    public InvitationMacro()
    {
        super("Invitation", "Shows the invitation that a personal link leads to, and takes the answer.",
            Object.class);
        // It has a page of its own.
        setDefaultCategories(Set.of(DEFAULT_CATEGORY_INTERNAL));
    }

    @Override
    protected View view(Object parameters, boolean readOnly) throws CrowdsourcingException
    {
        String link = readOnly ? null : this.toolkit.getParameter(PARAMETER);
        if (link == null) {
            return message("crowdsourcing.invitation.none");
        }
        keepPrivate();
        DocumentReference page = this.toolkit.getCurrentPage();
        FormState form = process(false, Map.of("acceptInvitation", sent -> answer(page, link, new Reply(true, "",
            sent.get("userName"), sent.get("password"), sent.get("repeated"), !sent.get("address").isEmpty(),
            signature(sent))),
            "declineInvitation", sent -> answer(page, link, Reply.declined(sent.get("reason")))), page::equals);
        if (isSentOn(form)) {
            return sentOn(form);
        }
        OpenedInvitation opened = this.invitations.open(link);
        setStatus(opened.state());
        return new View(PARAMETER, getData(page, link, opened), form);
    }

    private String answer(DocumentReference page, String link, Reply reply) throws CrowdsourcingException
    {
        this.invitations.answer(link, reply);
        return this.toolkit.getURL(page, LINK + link, null);
    }

    private static Signature signature(FormState sent)
    {
        Set<AgreementKind> accepted = new HashSet<>();
        for (AgreementKind kind : AgreementKind.values()) {
            if (kind.isText() && !sent.get(kind.getId()).isEmpty()) {
                accepted.add(kind);
            }
        }
        return new Signature(sent.get("read"), accepted, sent.get(AgreementKind.CONFLICT.getId()));
    }

    /** The address of the page is as good as a key: nobody else is told it, and nothing keeps it. */
    private void keepPrivate()
    {
        Response response = this.container.getResponse();
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }

    private void setStatus(LinkState state)
    {
        int status = switch (state) {
            case UNKNOWN -> NOT_FOUND;
            case FOREIGN -> FORBIDDEN;
            case REPLACED, EXPIRED, OVER -> GONE;
            default -> 0;
        };
        if (status > 0) {
            this.container.getResponse().setStatus(status);
        }
    }

    private Map<String, Object> getData(DocumentReference page, String link, OpenedInvitation opened)
    {
        Map<String, Object> data = new HashMap<>();
        data.put("page", page);
        data.put("link", link);
        data.put("state", opened.state());
        data.put("loginURL", this.toolkit.getLoginURL(this.toolkit.getURL(page, LINK + link, null)));
        data.put("user", this.toolkit.getCurrentUser());
        if (opened.letter() != null) {
            Dialogue dialogue = opened.letter().dialogue();
            data.put("letter", opened.letter());
            ZonedDateTime start = dialogue.start();
            boolean elsewhere = start != null && opened.letter().zone() != null
                && !opened.letter().zone().getRules().getOffset(start.toInstant()).equals(start.getOffset());
            if (elsewhere) {
                data.put("start", start.withZoneSameInstant(opened.letter().zone()));
                data.put("end", dialogue.end().withZoneSameInstant(opened.letter().zone()));
            }
        }
        return data;
    }
}
