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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.call.Application;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.call.ApplicationState;
import org.xwiki.contrib.crowdsourcing.call.Call;
import org.xwiki.contrib.crowdsourcing.call.CallManager;
import org.xwiki.contrib.crowdsourcing.call.ScreeningManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.model.reference.DocumentReference;

/**
 * Those who applied to an open call or were nominated, on the page of that, for its curators: one by one, or many at
 * once.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Screenings.class)
@Singleton
public class Screenings
{
    private static final String TAKE_OVER = "takeOver";

    private static final String DECLINE = "decline";

    private static final String ERASE = "erase";

    private static final String VIEW = "cs_view";

    private static final String APPLICATIONS = "applications";

    private static final String STATE = "cs_state";

    private static final String KIND = "cs_kind";

    private static final String DONE = "cs_done";

    private static final String ANCHOR = "cs-applications";

    private static final String SESSIONS = "sessions";

    private static final String REASON = "reason";

    @Inject
    private ScreeningManager screening;

    @Inject
    private CallManager calls;

    @Inject
    private Curations forms;

    @Inject
    private Toolkit toolkit;

    /**
     * @return {@code true} if the reader asks for what came
     */
    public boolean isWanted()
    {
        return APPLICATIONS.equals(this.toolkit.getParameter(VIEW));
    }

    /**
     * @param found a call
     * @return what the forms do
     */
    public Map<String, FormAction> getActions(Call found)
    {
        DocumentReference call = found.reference();
        return Map.of(TAKE_OVER, form -> {
            Set<DocumentReference> sessions = new LinkedHashSet<>();
            form.get(SESSIONS).lines().filter(line -> !line.isBlank()).map(this.toolkit::reference)
                .forEach(sessions::add);
            this.screening.takeOver(form.getTarget(), directory(found), sessions,
                referrer(form.get("referredBy")));
            return address(call, form, 1);
        }, DECLINE, form -> {
            this.screening.decline(form.getTarget(), form.get(REASON));
            return address(call, form, 1);
        }, "reopen", form -> {
            this.screening.reopen(form.getTarget());
            return address(call, form, 1);
        }, "eraseApplication", form -> {
            this.forms.confirm(form);
            this.screening.erase(form.getTarget());
            return address(call, form, 1);
        }, "screen", form -> screen(form, found));
    }

    private DocumentReference directory(Call call)
    {
        return call.directory() == null ? this.toolkit.getDirectory() : call.directory();
    }

    private String referrer(String typed)
    {
        return typed.isBlank() ? this.toolkit.translate("crowdsourcing.application.referrer") : typed;
    }

    private String screen(FormState form, Call found) throws CrowdsourcingException
    {
        DocumentReference call = found.reference();
        Ticks ticked = new Ticks(form, this.toolkit, getTargets(call));
        Ticks.Act act = switch (form.get(Ticks.ACT)) {
            case TAKE_OVER -> page -> this.screening.takeOver(page, directory(found), null, referrer(""));
            case DECLINE -> page -> this.screening.decline(page, form.get(REASON));
            case ERASE -> this.screening::erase;
            default -> throw Ticks.unknownAct(form);
        };
        if (ERASE.equals(form.get(Ticks.ACT))) {
            this.forms.confirm(form);
        }
        return address(call, form, ticked.forEach(act, "crowdsourcing.error.screenConflict"));
    }

    private String address(DocumentReference call, FormState form, int done)
    {
        StringBuilder query = new StringBuilder("cs_view=applications&cs_done=").append(done);
        Stored.find(ApplicationState.class, form.get(STATE))
            .ifPresent(state -> query.append("&cs_state=").append(state.getId()));
        Stored.find(ApplicationKind.class, form.get(KIND))
            .ifPresent(kind -> query.append("&cs_kind=").append(kind.getId()));
        return this.toolkit.getURL(call, query.toString(), ANCHOR);
    }

    /**
     * @param call the page of a call
     * @return which pages the forms may be about: the call itself and what came
     */
    public Predicate<DocumentReference> getTargets(DocumentReference call)
    {
        return target -> target.getLastSpaceReference().equals(call.getLastSpaceReference());
    }

    /**
     * @param call a call
     * @param form the form that was sent, {@code null} if none was
     * @return what the template shows; with an {@code application} when one is opened
     * @throws CrowdsourcingException if the reader may not, or it cannot be read
     */
    public Map<String, Object> getData(Call call, FormState form) throws CrowdsourcingException
    {
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage());
        ApplicationState state = Stored.find(ApplicationState.class, query.get(STATE)).orElse(null);
        ApplicationKind kind = Stored.find(ApplicationKind.class, query.get(KIND)).orElse(null);
        Map<String, Object> data = new HashMap<>();
        data.put("call", call);
        data.put("state", state);
        data.put("kind", kind);
        data.put("states", ApplicationState.values());
        data.put("kinds", ApplicationKind.values());
        data.put("done", query.get(DONE));
        Optional<Application> opened = open(call, query.get("cs_open"));
        if (opened.isPresent()) {
            data.put("application", opened.get());
            putSessions(call, opened.get(), data);
        } else {
            data.put(APPLICATIONS, this.screening.list(call.reference(), new ScreeningManager.Query(state, kind,
                new PageRequest(query.get(Queries.CURSOR), PageRequest.DEFAULT))));
        }
        data.put("ticked", Ticks.kept(form));
        data.put("query", query.with(VIEW, APPLICATIONS).with(STATE, state == null ? null : state.getId())
            .with(KIND, kind == null ? null : kind.getId()));
        return data;
    }

    private Optional<Application> open(Call call, String name) throws CrowdsourcingException
    {
        return name == null ? Optional.empty()
            : this.screening.get(new DocumentReference(name, call.reference().getLastSpaceReference()));
    }

    /** What can still be had, and what of it was asked for. */
    private void putSessions(Call call, Application application, Map<String, Object> data)
        throws CrowdsourcingException
    {
        List<Dialogue> sessions = this.calls.getSessions(call.reference());
        data.put("sessionPages", sessions.stream().map(Dialogue::reference).toList());
        data.put("sessionTitles", sessions.stream().map(Dialogue::title).toList());
        Set<DocumentReference> wanted = new LinkedHashSet<>();
        for (Application.Sent sent : application.sent()) {
            sent.sessions().forEach(session -> wanted.add(session.page()));
            if (sent.about() != null) {
                sessions.stream().map(Dialogue::reference)
                    .filter(page -> page.hasParent(sent.about().page().getLastSpaceReference())).forEach(wanted::add);
            }
        }
        data.put("wanted", List.copyOf(wanted));
    }
}
