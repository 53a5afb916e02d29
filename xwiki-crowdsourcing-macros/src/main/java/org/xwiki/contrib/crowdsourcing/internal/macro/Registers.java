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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.internal.macro.AbstractCrowdsourcingMacro.View;
import org.xwiki.contrib.crowdsourcing.register.CommitmentManager;
import org.xwiki.contrib.crowdsourcing.register.Commitments;
import org.xwiki.contrib.crowdsourcing.register.RegisterManager;
import org.xwiki.contrib.crowdsourcing.register.RegisterQuery;
import org.xwiki.model.reference.DocumentReference;

/**
 * The register of what was not taken and the clock of what was promised: on the pages of initiatives and dialogues, and
 * as macros of their own.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Registers.class)
@Singleton
public class Registers
{
    private static final String REGISTER = "register";

    private static final String COMMITMENTS = "commitments";

    private static final String CLOCK = "clock";

    private static final String REFERENCE = "reference";

    private static final String QUERY = "query";

    private static final String THRESHOLD = "threshold";

    private static final String INSIDE = "inside";

    private static final String SHOWN = "view";

    private static final String REASON = "cs_reason";

    private static final String REGISTER_CURSOR = "cs_register";

    private static final String OVERDUE_CURSOR = "cs_overdue";

    @Inject
    private RegisterManager entries;

    @Inject
    private CommitmentManager kept;

    @Inject
    private InitiativeManager initiatives;

    @Inject
    private Toolkit toolkit;

    /**
     * @param page the page of an initiative or a dialogue
     * @return what the reader asks for, {@code null} if it is something else
     * @throws CrowdsourcingException if it cannot be read
     */
    View getView(DocumentReference page) throws CrowdsourcingException
    {
        String wanted = this.toolkit.getParameter(FormProcessor.VIEW);
        View view = null;
        if (REGISTER.equals(wanted)) {
            view = getRegister(page, null, PageRequest.DEFAULT, wanted);
        } else if (COMMITMENTS.equals(wanted)) {
            view = getCommitments(page, PageRequest.DEFAULT, wanted);
        }
        return view;
    }

    /**
     * @param page the page of an initiative, a challenge or a dialogue
     * @param fixed the kind of reason to which the list is narrowed, {@code null} when readers choose
     * @param limit how many entries to show at a time
     * @param name the name of the view, {@code null} for a macro
     * @return the register
     * @throws CrowdsourcingException if it cannot be read
     */
    View getRegister(DocumentReference page, DecisionReason fixed, int limit, String name)
        throws CrowdsourcingException
    {
        Queries query = query(name);
        DecisionReason reason =
            fixed == null ? Stored.find(DecisionReason.class, query.get(REASON)).orElse(null) : fixed;
        Map<String, Object> data = new HashMap<>();
        data.put(REFERENCE, page);
        data.put("page", this.entries.list(page,
            new RegisterQuery(null, reason, new PageRequest(query.get(REGISTER_CURSOR), limit))));
        data.put(THRESHOLD, this.entries.getThreshold(page));
        data.put("reason", reason);
        data.put("reasons", fixed == null ? List.of(DecisionReason.values()) : List.of());
        data.put(INSIDE, query.get(REGISTER_CURSOR) != null);
        data.put(SHOWN, name);
        data.put(QUERY, query.with(REASON, fixed == null && reason != null ? reason.getId() : null));
        data.put("file", this.toolkit.getExpertDataURL("register=" + this.toolkit.encode(page)
            + (reason == null ? "" : "&reason=" + URLEncoder.encode(reason.getId(), StandardCharsets.UTF_8))));
        return new View(REGISTER, data, null);
    }

    /**
     * @param page the page of an initiative, a challenge or a dialogue
     * @param limit how many overdue ideas to show at a time
     * @param name the name of the view, {@code null} for a macro
     * @return the clock, the response rate and the overdue ideas
     * @throws CrowdsourcingException if it cannot be read
     */
    View getCommitments(DocumentReference page, int limit, String name) throws CrowdsourcingException
    {
        Queries query = query(name);
        Map<String, Object> data = new HashMap<>();
        data.put(REFERENCE, page);
        data.put(COMMITMENTS, this.kept.get(page));
        data.put("overdue", this.kept.getOverdue(page, new PageRequest(query.get(OVERDUE_CURSOR), limit)));
        data.put(INSIDE, query.get(OVERDUE_CURSOR) != null);
        data.put(SHOWN, name);
        data.put(QUERY, query);
        return new View(COMMITMENTS, data, null);
    }

    private Queries query(String view)
    {
        return new Queries(this.toolkit, this.toolkit.getCurrentPage()).with(FormProcessor.VIEW, view);
    }

    /**
     * @param page the page of an initiative or a dialogue
     * @return what their templates show of the clock
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<String, Object> getData(DocumentReference page) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        data.put(COMMITMENTS, this.kept.get(page));
        data.put(CLOCK, this.kept.getClock(page).orElse(null));
        data.put(THRESHOLD, this.entries.getThreshold(page));
        return data;
    }

    /**
     * @param thread the page of a dialogue or a brief
     * @return the clock of its ideas, if anything was promised
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<String, Object> getClock(DocumentReference thread) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        data.put(CLOCK, this.kept.getClock(thread).orElse(null));
        return data;
    }

    /**
     * @param page any page of an initiative
     * @return how far the initiative, where every idea has to get a decision, keeps what it promised; nothing otherwise
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<String, Object> getObligation(DocumentReference page) throws CrowdsourcingException
    {
        Optional<DocumentReference> initiative = this.initiatives.initiativeOf(page).map(Initiative::reference);
        Optional<Commitments> found = Optional.empty();
        if (initiative.isPresent()) {
            found = Optional.of(this.kept.get(initiative.get())).filter(Commitments::isObliged);
        }
        return found.isEmpty() ? Map.of() : Map.of(COMMITMENTS, found.get(), "initiative", initiative.get());
    }
}
