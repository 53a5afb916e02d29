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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.call.Call;
import org.xwiki.contrib.crowdsourcing.call.CallManager;
import org.xwiki.contrib.crowdsourcing.call.CallState;
import org.xwiki.contrib.crowdsourcing.call.CallTerm;
import org.xwiki.contrib.crowdsourcing.call.NewApplication;
import org.xwiki.contrib.crowdsourcing.call.NewNomination;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertOptions;
import org.xwiki.model.reference.DocumentReference;

/**
 * The open call of an initiative: how it is shown, and what its forms do.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Calls.class)
@Singleton
public class Calls
{
    /** The name of the template that shows a call in short. */
    public static final String LINK = "call-link";

    private static final String STATE = "state";

    private static final String LANGUAGES = "languages";

    private static final String AFFILIATIONS = "affiliations";

    private static final String SENT = "cs_sent";

    private static final String CALL = "call";

    private static final String CONSENT = "consent";

    private static final String SESSIONS = "sessions";

    private static final String NAME = "name";

    private static final String EMAIL = "email";

    private static final String MOTIVATION = "motivation";

    private static final String ANCHOR = "cs-sent";

    private static final List<String> FIELDS = List.of(NAME, EMAIL, "position", "organisation", "country", "timezone",
        "gender", MOTIVATION, "availability");

    /** How many areas of expertise can be named at once. */
    private static final int SKILLS = 4;

    @Inject
    private CallManager calls;

    @Inject
    private ExpertManager experts;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Captchas captchas;

    @Inject
    private ExpertOptions options;

    @Inject
    private Toolkit toolkit;

    /**
     * @param initiative the page of an initiative
     * @param readOnly {@code true} if no form may be shown
     * @return its call in short, for who may not see one nothing
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getLink(DocumentReference initiative, boolean readOnly) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        Optional<Call> call = this.calls.callOf(initiative);
        call.ifPresent(found -> data.put(CALL, found));
        data.put("canEditCall", !readOnly && call.map(found -> this.calls.canEdit(found.reference())).orElse(false));
        data.put("canCreateCall", !readOnly && call.isEmpty() && this.calls.canCreate(initiative));
        return data;
    }

    /**
     * @param initiative the page of an initiative
     * @param form a form with a title
     * @return the address at which the new call is edited
     * @throws CrowdsourcingException if it is refused
     */
    public String create(DocumentReference initiative, FormState form) throws CrowdsourcingException
    {
        return this.toolkit.getEditURL(this.calls.create(initiative, form.get("title")));
    }

    /**
     * @param call a call
     * @return what its forms do
     */
    public Map<String, FormAction> getActions(Call call)
    {
        DocumentReference page = call.reference();
        return Map.of("apply", form -> {
            check(form, call);
            this.calls.apply(page, read(form));
            return this.toolkit.getURL(page, SENT + "=application", ANCHOR);
        }, "nominate", form -> {
            check(form, call);
            this.calls.nominate(page, new NewNomination(form.get(NAME), form.get(EMAIL), form.get("reach"),
                form.get(MOTIVATION), reference(form.get("about")), form.get("nominatorName"),
                form.get("nominatorEmail")));
            return this.toolkit.getURL(page, SENT + "=nomination", ANCHOR);
        }, "setCallState", form -> {
            this.calls.setState(page, Stored.find(CallState.class, form.get(STATE)).orElseThrow(
                () -> new CrowdsourcingException(
                    new FieldError(STATE, "crowdsourcing.error.unknownValue", form.get(STATE)))));
            return this.toolkit.getURL(page, null, null);
        });
    }

    private void check(FormState form, Call call) throws CrowdsourcingException
    {
        if (this.toolkit.getCurrentUser() == null) {
            this.doorkeeper.check(form, call.reference());
            if (call.options().captcha() && !this.captchas.isAnswered()) {
                throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.captcha"));
            }
        }
    }

    private DocumentReference reference(String typed)
    {
        return typed.isBlank() ? null : this.toolkit.reference(typed.strip());
    }

    private static List<String> lines(FormState form, String field)
    {
        return form.get(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private NewApplication read(FormState form)
    {
        Map<String, String> fields = new HashMap<>();
        FIELDS.forEach(field -> fields.put(field, form.get(field)));
        List<NewApplication.Skill> skills = IntStream.range(0, SKILLS)
            .mapToObj(i -> new NewApplication.Skill(reference(form.get("area" + i)), form.get("level" + i))).toList();
        Set<String> terms = new HashSet<>();
        for (CallTerm term : CallTerm.values()) {
            if (!form.get("term_" + term.getId()).isEmpty()) {
                terms.add(term.getId());
            }
        }
        return new NewApplication(fields, lines(form, LANGUAGES), lines(form, AFFILIATIONS), skills,
            lines(form, SESSIONS).stream().map(this.toolkit::reference).toList(), terms,
            !form.get(CONSENT).isEmpty());
    }

    /**
     * @param call a call
     * @param readOnly {@code true} if no form may be shown
     * @return what the template shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(Call call, boolean readOnly) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        data.put(CALL, call);
        data.put("initiative", call.initiative());
        List<Dialogue> sessions = this.calls.getSessions(call.reference());
        data.put(SESSIONS, sessions);
        data.put("terms", CallTerm.values());
        String sent = this.toolkit.getParameter(SENT);
        data.put("sent", "application".equals(sent) || "nomination".equals(sent) ? sent : null);
        boolean canEdit = !readOnly && this.calls.canEdit(call.reference());
        data.put("canEdit", canEdit);
        data.put("canApply", !readOnly && call.isOpen());
        data.put("canNominate", !readOnly && this.calls.canNominate(call));
        if (!readOnly && call.isOpen()) {
            putForm(call, sessions, data);
        }
        return data;
    }

    private void putForm(Call call, List<Dialogue> sessions, Map<String, Object> data) throws CrowdsourcingException
    {
        data.putAll(getChoices(sessions));
        putTopics(call, sessions, data);
        DocumentReference user = this.toolkit.getCurrentUser();
        data.put("guest", user == null);
        data.put("userName", user == null ? "" : this.toolkit.getUserName(user));
        data.put(Doorkeeper.BEGUN, this.doorkeeper.begin(call.reference()));
        data.put("captcha", user == null && call.options().captcha() ? this.captchas.display() : "");
    }

    private Map<String, Object> getChoices(List<Dialogue> sessions) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        List<String> countries = this.options.getAllCountries(null);
        data.put("countries", countries);
        data.put("countryNames", countries.stream().map(this.toolkit::getCountryName).toList());
        List<String> languages = this.options.getLanguages();
        data.put(LANGUAGES, languages);
        data.put("languageNames", languages.stream().map(this.toolkit::getLanguageName).toList());
        data.put(AFFILIATIONS, Affiliation.values());
        data.put("genders", Gender.values());
        data.put("levels", ExpertiseLevel.values());
        List<Area> areas = this.experts.getAreas();
        data.put("areas", areas.stream().map(Area::reference).toList());
        data.put("areaTitles",
            areas.stream().map(area -> "\u2013 ".repeat(Math.max(0, area.depth())) + area.title()).toList());
        data.put("skills", IntStream.range(0, areas.isEmpty() ? 0 : SKILLS).boxed().toList());
        data.put("sessionPages", sessions.stream().map(Dialogue::reference).toList());
        data.put("sessionTitles", sessions.stream().map(Dialogue::title).toList());
        return data;
    }

    /** What a nomination may be about. */
    private void putTopics(Call call, List<Dialogue> sessions, Map<String, Object> data)
        throws CrowdsourcingException
    {
        List<DocumentReference> pages = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (Dialogue session : sessions) {
            pages.add(session.reference());
            titles.add(session.title());
        }
        if (this.calls.canNominate(call)) {
            for (Challenge challenge : this.calls.getChallenges(call.reference())) {
                pages.add(challenge.reference());
                titles.add(challenge.title());
            }
        }
        data.put("topics", pages);
        data.put("topicTitles", titles);
    }
}
