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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.Contact;
import org.xwiki.contrib.crowdsourcing.expert.ContactManager;
import org.xwiki.contrib.crowdsourcing.expert.DirectorySettings;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of contact data.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultContactManager implements ContactManager
{
    @Inject
    private ContactStore store;

    @Inject
    private Curators curators;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Inject
    private PageGuard guard;

    @Inject
    private SettingsStore settings;

    @Override
    public boolean canView(DocumentReference profile) throws CrowdsourcingException
    {
        return this.access.canView(profile)
            && (this.curators.includeCurrentUser(profile) || this.curators.isOwn(profile));
    }

    @Override
    public boolean isCurator(DocumentReference page)
    {
        return this.curators.includeCurrentUser(page);
    }

    @Override
    public Optional<Contact> get(DocumentReference profile) throws CrowdsourcingException
    {
        return canView(profile) ? this.store.find(profile) : Optional.empty();
    }

    @Override
    public Optional<DocumentReference> find(DocumentReference directory, String email) throws CrowdsourcingException
    {
        this.access.require(isCurator(directory));
        return this.store.find(email).stream().filter(profile -> isCurator(profile) && this.access.canView(profile))
            .findFirst();
    }

    @Override
    public void save(DocumentReference profile, Contact contact) throws CrowdsourcingException
    {
        this.things.get(profile, Schema.EXPERT);
        this.access.require(canView(profile));
        boolean curator = isCurator(profile);
        Inputs inputs = new Inputs();
        String email = ContactStore.normalize(ContactInputs.email(inputs, contact.email()));
        Map<String, Object> values = new HashMap<>();
        values.put(ContactStore.EMAIL, email);
        values.put(ContactStore.PHONE, ContactInputs.phone(inputs, contact.phone()));
        if (curator) {
            values.put(ContactStore.NOTES, ContactInputs.notes(inputs, contact.notes()));
        }
        inputs.refuse();
        // Who gives the same address at the same time waits.
        DocumentReference address =
            new DocumentReference(profile.getWikiReference().getName(), ContactStore.EMAIL, '@' + email);
        this.guard.enter(address);
        try {
            refuseTaken(profile, email, curator);
            this.store.save(profile, values);
        } finally {
            this.guard.leave(address);
        }
    }

    /** Only curators are told that an address is known, and who has it. */
    private void refuseTaken(DocumentReference profile, String email, boolean curator) throws CrowdsourcingException
    {
        List<DocumentReference> others = email.isEmpty() ? List.of()
            : this.store.find(email).stream().filter(other -> !other.equals(profile)).toList();
        if (!others.isEmpty()) {
            String name =
                curator ? this.things.find(others.get(0), Schema.EXPERT).map(Row::title).orElse("") : "";
            throw new ConflictException(name.isEmpty()
                ? new FieldError(ContactStore.EMAIL, "crowdsourcing.error.emailRefused")
                : new FieldError(ContactStore.EMAIL, "crowdsourcing.error.emailTaken", name));
        }
    }

    @Override
    public void remove(DocumentReference profile) throws CrowdsourcingException
    {
        this.things.get(profile, Schema.EXPERT);
        this.access.require(canView(profile));
        this.store.erase(profile);
    }

    @Override
    public Optional<DirectorySettings> getSettings(DocumentReference directory) throws CrowdsourcingException
    {
        return this.settings.canChange(directory) ? Optional.of(this.settings.get(directory)) : Optional.empty();
    }

    @Override
    public void saveSettings(DocumentReference directory, DirectorySettings wanted) throws CrowdsourcingException
    {
        this.access.require(this.settings.canChange(directory));
        this.settings.save(directory, wanted);
    }
}
