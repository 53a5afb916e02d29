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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.ConsentText;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.expert.ProfileInput;
import org.xwiki.contrib.crowdsourcing.expert.ProfileManager;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of profiles.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultProfileManager implements ProfileManager
{
    private static final String CONSENT = "consent";

    private static final String CONSENT_ON = "consentOn";

    private static final String CONSENT_VERSION = "consentVersion";

    @Inject
    private ProfileStore store;

    @Inject
    private ContactStore contacts;

    @Inject
    private ExpertSearch words;

    @Inject
    private AreaStore areas;

    @Inject
    private PageReader pages;

    @Inject
    private Curators curators;

    @Inject
    private Things things;

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    @Inject
    private Logger logger;

    @Override
    public Optional<DocumentReference> getOwn() throws CrowdsourcingException
    {
        DocumentReference user = this.access.user();
        Optional<DocumentReference> own = user == null ? Optional.empty() : this.store.findByUser(user);
        return own.filter(this.access::canView);
    }

    @Override
    public boolean isOwn(DocumentReference profile) throws CrowdsourcingException
    {
        return this.access.canView(profile) && this.curators.isOwn(profile);
    }

    private Row getOwn(DocumentReference profile) throws CrowdsourcingException
    {
        Row row = this.things.get(profile, Schema.EXPERT);
        this.access.require(isOwn(profile));
        return row;
    }

    @Override
    public ProfileInput getInput(DocumentReference profile) throws CrowdsourcingException
    {
        return ProfileInputs.stored(getOwn(profile), this.pages.all(profile, Schema.EXPERTISE));
    }

    @Override
    public String getStamp(DocumentReference profile) throws CrowdsourcingException
    {
        return this.pages.stamp(profile, Set.of(Schema.EXPERT, Schema.EXPERTISE));
    }

    @Override
    public void save(DocumentReference profile, ProfileInput input) throws CrowdsourcingException
    {
        Row row = getOwn(profile);
        // An area that is gone or hidden meanwhile may stay, but nobody can choose it anew.
        Set<String> known = new HashSet<>();
        this.pages.all(profile, Schema.EXPERTISE).forEach(item -> known.add(item.text(ProfileInput.AREA)));
        this.areas.list().stream().filter(area -> this.access.canView(area.reference()))
            .forEach(area -> known.add(this.store.name(area.reference())));
        this.writer.fill(profile, row.title(), new ProfileInputs(input, known).objects(), "Changed by the expert");
    }

    @Override
    public ConsentText getConsentText(DocumentReference profile) throws CrowdsourcingException
    {
        Optional<Row> settings = this.contacts.settings(profile);
        DocumentReference initiative = settings.map(row -> row.reference("terms")).orElse(null);
        Optional<Row> terms =
            initiative == null ? Optional.empty() : this.things.find(initiative, Schema.INITIATIVE);
        return new ConsentText(terms.map(row -> row.text(CONSENT)).orElse(""),
            terms.map(row -> row.text(CONSENT_VERSION)).orElse(""));
    }

    @Override
    public void agree(DocumentReference profile) throws CrowdsourcingException
    {
        getOwn(profile);
        this.writer.update(profile, Schema.EXPERT, Map.of(CONSENT, 1, CONSENT_ON, today(), CONSENT_VERSION,
            getConsentText(profile).version()), "Consent given by the expert");
    }

    private static String today()
    {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }

    @Override
    public void withdraw(DocumentReference profile) throws CrowdsourcingException
    {
        this.things.get(profile, Schema.EXPERT);
        this.access.require(isResponsible(profile));
        this.writer.update(profile, Schema.EXPERT, Map.of(CONSENT, 0, CONSENT_ON, "", CONSENT_VERSION, ""),
            "Consent withdrawn on " + today());
        boolean removed = this.contacts.erase(profile);
        this.logger.info("Consent of the profile [{}] was withdrawn by [{}], contact data removed: {}", profile,
            this.access.user(), removed);
    }

    private boolean isResponsible(DocumentReference profile) throws CrowdsourcingException
    {
        return isOwn(profile) || this.curators.includeCurrentUser(profile);
    }

    @Override
    public Map<String, Object> getData(DocumentReference profile) throws CrowdsourcingException
    {
        Row row = this.things.get(profile, Schema.EXPERT);
        this.access.require(isResponsible(profile));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", row.title());
        result.put("profile", row.values(Schema.EXPERT));
        result.put("expertise", this.store.expertise(profile));
        this.contacts.find(profile).ifPresent(contact -> result.put("contact", Map.of(ContactStore.EMAIL,
            contact.email(), ContactStore.PHONE, contact.phone(), ContactStore.NOTES, contact.notes())));
        List<Map<String, Object>> engagements = new ArrayList<>();
        for (Row engagement : this.store.engagements(profile)) {
            if (!this.access.canView(engagement.page())) {
                // Who curates the directory does not curate every dialogue.
                continue;
            }
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("page", this.store.name(engagement.page()));
            values.putAll(engagement.values(Schema.ENGAGEMENT));
            engagements.add(values);
        }
        result.put("engagements", engagements);
        return result;
    }

    @Override
    public List<Expired> getExpired(DocumentReference directory) throws CrowdsourcingException
    {
        int months = this.contacts.settings(directory).map(row -> row.number("retention")).orElse(0);
        List<Expired> result = new ArrayList<>();
        if (months > 0 && this.curators.includeCurrentUser(directory)) {
            LocalDate limit = LocalDate.now(ZoneOffset.UTC).minusMonths(months);
            List<DocumentReference> profiles = this.contacts.all(directory.getLastSpaceReference()).stream()
                .map(ContactStore::profile).toList();
            Map<DocumentReference, LocalDate> engaged = this.store.lastEngagements();
            for (Row row : this.store.profiles(profiles)) {
                LocalDate last = later(row.date(CONSENT_ON), engaged.get(row.page()));
                if (last == null || last.isBefore(limit)) {
                    result.add(new Expired(row.page(), row.title(), last));
                }
            }
        }
        return result;
    }

    private static LocalDate later(LocalDate one, LocalDate other)
    {
        boolean second = one == null || other != null && other.isAfter(one);
        return second ? other : one;
    }

    @Override
    public String getFile(DocumentReference directory, ExpertQuery query, boolean contact)
        throws CrowdsourcingException
    {
        this.access.require(!contact || this.curators.includeCurrentUser(directory));
        return this.store.write(query, this.words.find(query.words(), this.access::canView), contact,
            this.access::canView,
            profile -> this.curators.includeCurrentUser(profile) ? this.contacts.find(profile) : Optional.empty());
    }
}
