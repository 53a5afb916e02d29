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
import org.xwiki.contrib.crowdsourcing.dialogue.CurationManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Mode;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.model.reference.DocumentReference;

/**
 * What the forms of a discussion say about its moderation, and how those for guests keep machines out.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Modes.class)
@Singleton
public class Modes
{
    private static final String GUEST = "guest";

    private static final String SENT = "cs_sent";

    @Inject
    private CurationManager curation;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Toolkit toolkit;

    /**
     * @param thread the page of a dialogue or a brief
     * @return what its forms show
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference thread) throws CrowdsourcingException
    {
        Mode mode = this.curation.getMode(thread);
        Map<String, Object> data = new HashMap<>();
        String key = mode.guest() && mode.moderation() == Moderation.PREMODERATED ? GUEST : mode.moderation().getId();
        data.put("mode", this.toolkit.translate("crowdsourcing.mode." + key, mode.minutes()));
        data.put(GUEST, mode.guest());
        data.put(Doorkeeper.BEGUN, this.doorkeeper.begin(thread));
        data.put("sent", this.toolkit.getParameter(SENT) != null);
        return data;
    }

    /**
     * @param form a form with a contribution
     * @param thread the page of its thread
     * @throws CrowdsourcingException if a machine seems to have sent it for a guest
     */
    public void check(FormState form, DocumentReference thread) throws CrowdsourcingException
    {
        // A guest who is not welcome is told so, however fast.
        if (this.curation.getMode(thread).guest() && this.dialogues.canContribute(thread)) {
            this.doorkeeper.check(form, thread);
        }
    }

    /**
     * @param otherwise the address of a new contribution
     * @param thread the page of its thread
     * @return where the author is sent on to: a guest does not see what awaits moderation
     * @throws CrowdsourcingException if it cannot be read
     */
    public String next(String otherwise, DocumentReference thread) throws CrowdsourcingException
    {
        return this.curation.getMode(thread).guest()
            ? this.toolkit.getURL(thread, SENT + "=1", "cs-sent") : otherwise;
    }
}
