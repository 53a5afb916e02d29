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
package org.xwiki.contrib.crowdsourcing.internal.call;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.call.Call;
import org.xwiki.contrib.crowdsourcing.call.CallTerm;
import org.xwiki.contrib.crowdsourcing.call.NewApplication;
import org.xwiki.contrib.crowdsourcing.call.NewNomination;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.expert.ContactInputs;
import org.xwiki.contrib.crowdsourcing.internal.expert.ContactStore;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * What is accepted as an application or a nomination, as it is stored then.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ApplicationInputs.class)
@Singleton
public class ApplicationInputs
{
    private static final String NAME = "name";

    private static final String LANGUAGES = "languages";

    private static final String AFFILIATIONS = "affiliations";

    private static final String AVAILABILITY = "availability";

    private static final String USER = "user";

    private static final String NEW_LINE = "\n";

    private static final String REACH = "reach";

    private static final String MOTIVATION = "motivation";

    private static final String TIMEZONE = "timezone";

    private static final String COUNTRY = "country";

    private static final String GENDER = "gender";

    private static final String AREA = "area";

    private static final String LEVEL = "level";

    private static final String NOMINATOR_NAME = "nominatorName";

    private static final String NOMINATOR_EMAIL = "nominatorEmail";

    private static final String REQUIRED = "crowdsourcing.error.required";

    private static final String UNKNOWN = "crowdsourcing.error.unknownValue";

    private static final int LONGEST_AVAILABILITY = 1000;

    private static final int MOST = 20;

    @Inject
    private ExpertManager experts;

    @Inject
    private RowReader reader;

    @Inject
    private Access access;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param call the call
     * @param typed what was typed
     * @param sessions the dialogues that there are to ask for
     * @return what is stored
     * @throws CrowdsourcingException if a field is refused
     */
    Map<String, Object> check(Call call, NewApplication typed, List<Dialogue> sessions) throws CrowdsourcingException
    {
        Inputs inputs = new Inputs();
        Map<String, Object> values = begin(call);
        values.put(NAME, inputs.title(NAME, typed.get(NAME)));
        values.put(ContactStore.EMAIL, email(inputs, typed.get(ContactStore.EMAIL)));
        for (String line : List.of("position", "organisation")) {
            values.put(line, inputs.line(line, typed.get(line)));
        }
        values.put(COUNTRY, typed.get(COUNTRY).strip());
        inputs.country(COUNTRY, typed.get(COUNTRY).strip());
        String zone = typed.get(TIMEZONE).strip();
        values.put(TIMEZONE, zone);
        inputs.zone(TIMEZONE, zone);
        String gender = typed.get(GENDER).strip();
        values.put(GENDER, gender);
        inputs.choice(GENDER, Gender.class, gender);
        values.put(LANGUAGES, list(inputs, LANGUAGES, typed.languages(), Inputs::isLanguage));
        values.put(AFFILIATIONS, list(inputs, AFFILIATIONS, typed.affiliations(),
            kind -> Stored.find(Affiliation.class, kind).isPresent()));
        values.put(ApplicationView.SKILLS, skills(inputs, typed.skills()));
        values.put(MOTIVATION, inputs.requiredText(MOTIVATION, typed.get(MOTIVATION), Inputs.REASON));
        values.put(AVAILABILITY, inputs.text(AVAILABILITY, typed.get(AVAILABILITY), LONGEST_AVAILABILITY));
        values.put(ApplicationView.SESSIONS, sessions(inputs, typed.sessions(), sessions));
        for (CallTerm term : CallTerm.values()) {
            if (!typed.terms().contains(term.getId())) {
                inputs.add(new FieldError("term_" + term.getId(), "crowdsourcing.error.termRequired"));
            }
        }
        if (typed.consent()) {
            values.put(ApplicationView.CONSENT, 1);
            values.put(ApplicationView.CONSENT_ON, LocalDate.now(ZoneOffset.UTC).toString());
            values.put(ApplicationView.CONSENT_VERSION, call.initiative().terms().consentVersion());
        }
        inputs.refuse();
        return values;
    }

    private Map<String, Object> begin(Call call)
    {
        Map<String, Object> values = new HashMap<>();
        values.put(ApplicationView.RECEIVED_ON, Times.now());
        DocumentReference user = this.access.user();
        values.put(USER, user == null ? "" : this.serializer.serialize(user, call.reference().getWikiReference()));
        return values;
    }

    private static String email(Inputs inputs, String typed)
    {
        String email = ContactStore.normalize(ContactInputs.email(inputs, typed));
        if (email.isEmpty()) {
            inputs.add(new FieldError(ContactStore.EMAIL, REQUIRED));
        }
        return email;
    }

    private static List<String> list(Inputs inputs, String field, List<String> typed, Predicate<String> known)
    {
        List<String> values = typed.stream().map(String::strip).filter(value -> !value.isEmpty()).distinct().toList();
        inputs.each(field, values, known);
        if (values.size() > MOST) {
            inputs.add(new FieldError(field, "crowdsourcing.error.tooManyValues", MOST));
        }
        return values;
    }

    private String skills(Inputs inputs, List<NewApplication.Skill> typed) throws CrowdsourcingException
    {
        Map<DocumentReference, String> titles = new HashMap<>();
        if (!typed.isEmpty()) {
            for (Area area : this.experts.getAreas()) {
                titles.put(area.reference(), area.title());
            }
        }
        List<String> lines = new ArrayList<>();
        Set<DocumentReference> seen = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(MOST, typed.size()); i++) {
            DocumentReference area = typed.get(i).area();
            if (area != null && !titles.containsKey(area)) {
                inputs.add(new FieldError(AREA + i, UNKNOWN, Inputs.shorten(area.toString())));
            } else if (area != null && seen.add(area)) {
                ExpertiseLevel level = inputs.option(LEVEL + i, ExpertiseLevel.class, typed.get(i).level());
                lines.add(String.join(ApplicationView.BETWEEN, level == null ? "" : level.getId(),
                    this.reader.serialize(area), titles.get(area)));
            }
        }
        return String.join(NEW_LINE, lines);
    }

    private List<String> sessions(Inputs inputs, List<DocumentReference> wanted, List<Dialogue> offered)
    {
        List<DocumentReference> there = offered.stream().map(Dialogue::reference).toList();
        if (!there.containsAll(wanted)) {
            inputs.add(new FieldError(ApplicationView.SESSIONS, "crowdsourcing.error.sessionGone"));
        } else if (wanted.isEmpty() && !there.isEmpty()) {
            inputs.add(new FieldError(ApplicationView.SESSIONS, "crowdsourcing.error.sessionRequired"));
        }
        return wanted.stream().distinct().map(this.reader::serialize).toList();
    }

    /**
     * @param call the call
     * @param typed what was typed
     * @param sessions the dialogues that somebody may be asked for
     * @param challenges the challenges that somebody may be asked for
     * @return what is stored
     * @throws CrowdsourcingException if a field is refused
     */
    Map<String, Object> check(Call call, NewNomination typed, List<Dialogue> sessions,
        List<DocumentReference> challenges) throws CrowdsourcingException
    {
        Inputs inputs = new Inputs();
        Map<String, Object> values = begin(call);
        values.put(NAME, inputs.title(NAME, typed.name()));
        String email = ContactStore.normalize(ContactInputs.email(inputs, typed.email()));
        values.put(ContactStore.EMAIL, email);
        String reach = inputs.text(REACH, typed.reach(), LONGEST_AVAILABILITY);
        values.put(REACH, reach);
        if (email.isEmpty() && reach.isEmpty()) {
            inputs.add(new FieldError(ContactStore.EMAIL, "crowdsourcing.error.reachRequired"));
        }
        values.put(MOTIVATION, inputs.requiredText(MOTIVATION, typed.motivation(), Inputs.REASON));
        if (typed.about() != null && challenges.contains(typed.about())) {
            values.put(ApplicationView.ABOUT, this.reader.serialize(typed.about()));
        } else if (typed.about() != null) {
            values.put(ApplicationView.SESSIONS, sessions(inputs, List.of(typed.about()), sessions));
        }
        if (this.access.isGuest()) {
            values.put(NOMINATOR_NAME, inputs.requiredLine(NOMINATOR_NAME, typed.nominatorName()));
            Inputs own = new Inputs();
            values.put(NOMINATOR_EMAIL, email(own, typed.nominatorEmail()));
            own.errors().forEach(error -> inputs
                .add(new FieldError(NOMINATOR_EMAIL, error.messageKey(), error.parameters().toArray())));
        }
        inputs.refuse();
        return values;
    }

    /**
     * @param values a nomination, as it is stored
     * @return what is the same for all that the same person says of the same one
     */
    static String key(Map<String, Object> values)
    {
        String email = values.get(ContactStore.EMAIL).toString();
        String person = email.isEmpty() ? values.get(NAME).toString() : email;
        return ContactStore.normalize(String.join(NEW_LINE, person, values.get(USER).toString(),
            values.getOrDefault(NOMINATOR_EMAIL, "").toString()));
    }
}
