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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.call.Application;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.call.ApplicationState;
import org.xwiki.contrib.crowdsourcing.call.CallManager;
import org.xwiki.contrib.crowdsourcing.call.ScreeningManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.expert.ContactStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.Curators;
import org.xwiki.contrib.crowdsourcing.internal.expert.PersonRegister;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

/**
 * The rules of screening.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultScreeningManager implements ScreeningManager
{
    private static final String REASON = "reason";

    private static final String REFERRED_BY = "referredBy";

    @Inject
    private ApplicationStore store;

    @Inject
    private CallManager calls;

    @Inject
    private ExpertManager experts;

    @Inject
    private PersonRegister register;

    @Inject
    private Curators curators;

    @Inject
    private ContactStore contacts;

    @Inject
    private Things things;

    @Inject
    private RowReader reader;

    @Inject
    private Access access;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    @Inject
    private Logger logger;

    @Override
    public boolean canScreen(DocumentReference call)
    {
        return this.access.canEdit(call);
    }

    private static DocumentReference call(DocumentReference application)
    {
        return new DocumentReference(PageReader.HOME, application.getLastSpaceReference());
    }

    @Override
    public Page<Application> list(DocumentReference call, Query query) throws CrowdsourcingException
    {
        this.things.get(call, Schema.CALL);
        this.access.require(canScreen(call));
        return this.store.list(call, query, this.access::canView);
    }

    @Override
    public Optional<Application> get(DocumentReference application) throws CrowdsourcingException
    {
        return this.access.canView(application) && canScreen(call(application)) ? this.store.find(application)
            : Optional.empty();
    }

    private Application getOwn(DocumentReference application) throws CrowdsourcingException
    {
        this.access.require(canScreen(call(application)));
        return get(application)
            .orElseThrow(() -> new NotFoundException(new FieldError("", "crowdsourcing.error.notFound")));
    }

    @Override
    public DocumentReference takeOver(DocumentReference page, DocumentReference directory,
        Collection<DocumentReference> sessions, String referredBy) throws CrowdsourcingException
    {
        Application application = getOwn(page);
        requireState(application, ApplicationState.WAITING);
        if (!this.curators.includeCurrentUser(directory) || !this.things.canCreate(directory)) {
            throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.directoryCurators"));
        }
        boolean referred = application.kind() == ApplicationKind.NOMINATION;
        Inputs inputs = new Inputs();
        String referrer = inputs.line(REFERRED_BY, referredBy);
        inputs.required(REFERRED_BY, referred ? referrer : page, "crowdsourcing.error.referredByRequired");
        Collection<DocumentReference> wanted = sessions == null ? wanted(application) : sessions;
        Collection<DocumentReference> offered = offered(page);
        if (!offered.containsAll(wanted)) {
            inputs.add(new FieldError(ApplicationView.SESSIONS, "crowdsourcing.error.sessionGone"));
        }
        inputs.refuse();
        DocumentReference profile = this.register.register(directory, person(application));
        for (DocumentReference dialogue : wanted) {
            this.experts.engage(dialogue, profile, referred ? EngagementRoute.REFERRED : EngagementRoute.VOLUNTEER,
                referred ? referrer : "");
        }
        decide(page, ApplicationState.WAITING, Map.of(ApplicationStore.STATE, ApplicationState.TAKEN.getId(),
            ApplicationView.EXPERT, this.reader.serialize(profile), REASON, ""));
        return profile;
    }

    private List<DocumentReference> offered(DocumentReference application) throws CrowdsourcingException
    {
        return this.calls.getSessions(call(application)).stream().map(Dialogue::reference).toList();
    }

    /** What was asked for at any time and can still be had; for a challenge, the dialogues below it. */
    private Set<DocumentReference> wanted(Application application) throws CrowdsourcingException
    {
        List<DocumentReference> offered = offered(application.reference());
        Set<DocumentReference> result = new LinkedHashSet<>();
        for (Application.Sent sent : application.sent()) {
            sent.sessions().stream().map(Application.Named::page).filter(offered::contains).forEach(result::add);
            if (sent.about() != null) {
                offered.stream().filter(page -> page.hasParent(sent.about().page().getLastSpaceReference()))
                    .forEach(result::add);
            }
        }
        return result;
    }

    private PersonRegister.Person person(Application application)
    {
        Application.Sent sent = application.last();
        Application.Person person = sent.person();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("position", person.position());
        values.put("organisation", person.organisation());
        values.put("country", person.country());
        values.put("timezone", person.timezone());
        values.put("gender", person.gender() == null ? "" : person.gender().getId());
        values.put("languages", sent.languages());
        values.put("affiliations", sent.affiliations().stream().map(kind -> kind.getId()).toList());
        if (sent.consent().given()) {
            values.put(ApplicationView.CONSENT, 1);
            values.put(ApplicationView.CONSENT_ON, String.valueOf(sent.consent().on()));
            values.put(ApplicationView.CONSENT_VERSION, sent.consent().version());
        }
        return new PersonRegister.Person(person.name(), person.email(), application.reference().getName(),
            person.reach(), values, sent.expertise().stream().filter(skill -> skill.level() != null)
                .map(skill -> Map.<String, Object>of("area", this.reader.serialize(skill.area()), "level",
                    skill.level().getId())).toList());
    }

    @Override
    public void decline(DocumentReference page, String reason) throws CrowdsourcingException
    {
        getOwn(page);
        Inputs inputs = new Inputs();
        String checked = inputs.requiredText(REASON, reason, Inputs.REASON);
        inputs.refuse();
        decide(page, ApplicationState.WAITING,
            Map.of(ApplicationStore.STATE, ApplicationState.DECLINED.getId(), REASON, checked));
    }

    @Override
    public void reopen(DocumentReference page) throws CrowdsourcingException
    {
        getOwn(page);
        decide(page, ApplicationState.DECLINED,
            Map.of(ApplicationStore.STATE, ApplicationState.WAITING.getId(), REASON, ""));
    }

    private static void requireState(Application application, ApplicationState state) throws ConflictException
    {
        if (application.state() != state) {
            throw decided();
        }
    }

    private static ConflictException decided()
    {
        return new ConflictException(new FieldError("", "crowdsourcing.error.applicationDecided"));
    }

    private void decide(DocumentReference page, ApplicationState from, Map<String, Object> values)
        throws CrowdsourcingException
    {
        boolean waiting = ApplicationState.WAITING.getId().equals(values.get(ApplicationStore.STATE));
        Map<String, Object> all = new HashMap<>(values);
        all.put("decided", waiting ? "" : values.get(ApplicationStore.STATE));
        all.put("decidedBy", waiting ? "" : this.serializer.serialize(this.access.user(), page.getWikiReference()));
        all.put("decidedOn", waiting ? "" : Times.now());
        AtomicBoolean late = new AtomicBoolean();
        this.store.adjust(page, held -> {
            late.set(held.option(ApplicationStore.STATE, ApplicationState.WAITING) != from);
            return late.get() ? Map.of() : all;
        });
        if (late.get()) {
            throw decided();
        }
    }

    @Override
    public List<Application> getExpired(DocumentReference directory) throws CrowdsourcingException
    {
        int months = this.contacts.settings(directory).map(row -> row.number("retention")).orElse(0);
        if (months == 0 || !this.curators.includeCurrentUser(directory)) {
            return List.of();
        }
        return this.store.declined(directory.getWikiReference(),
            LocalDate.now(ZoneOffset.UTC).minusMonths(months).atStartOfDay().toInstant(ZoneOffset.UTC),
            page -> this.access.canView(page) && canScreen(call(page)));
    }

    @Override
    public void erase(DocumentReference page) throws CrowdsourcingException
    {
        Application application = getOwn(page);
        if (application.state() == ApplicationState.WAITING) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.applicationWaiting"));
        }
        this.store.erase(page);
        this.logger.info("[{}] was erased by [{}]", page, this.access.user());
    }
}
