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

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.Contact;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.call.Secrets;
import org.xwiki.contrib.crowdsourcing.internal.store.PageGuard;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;

/**
 * Finds the profile of a person by the e-mail address, or creates it: one profile for each address, by whatever route
 * and on whatever machine people come at the same time, because the name of a new profile is made from the address.
 * Nothing here checks whether the current user curates the directory.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PersonRegister.class)
@Singleton
public class PersonRegister
{
    private static final String CONSENT = "consent";

    private static final String AREA = "area";

    @Inject
    private ContactStore contacts;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private PageGuard guard;

    @Inject
    private Secrets secrets;

    @Inject
    private Access access;

    /**
     * A person as somebody told of her or him.
     *
     * @param name the name
     * @param email the e-mail address, empty if it is not known
     * @param key what else the person is known by, if there is no address
     * @param notes what is added for curators when there is no address, maybe empty
     * @param profile what the profile says of the person, by property; what the profile says already stays
     * @param expertise what the person is able to: each a page of an {@code area}, as it is stored, and a
     *     {@code level}
     * @version $Id$
     * @since 1.0
     */
    public record Person(String name, String email, String key, String notes, Map<String, Object> profile,
        List<Map<String, Object>> expertise)
    {
    }

    /**
     * @param directory the page of the directory
     * @param person the person
     * @return the profile; one that the current user may not edit is left as it is
     * @throws CrowdsourcingException if the address belongs to another directory, or it cannot be saved
     */
    public DocumentReference register(DocumentReference directory, Person person) throws CrowdsourcingException
    {
        String address = ContactStore.normalize(person.email());
        String key = address.isEmpty() ? person.key() : address;
        // Who gives the same address at the same time waits, whoever changes contact data too.
        DocumentReference turn =
            new DocumentReference(directory.getWikiReference().getName(), ContactStore.EMAIL, '@' + key);
        this.guard.enter(turn);
        try {
            Optional<DocumentReference> known =
                address.isEmpty() ? Optional.empty() : find(directory.getLastSpaceReference(), address);
            DocumentReference profile = known.isPresent() ? known.get() : create(directory, key, person);
            if (this.access.canEdit(profile)) {
                complete(profile, person);
            }
            reach(profile, address, person.notes());
            return profile;
        } finally {
            this.guard.leave(turn);
        }
    }

    private Optional<DocumentReference> find(SpaceReference directory, String address) throws CrowdsourcingException
    {
        List<DocumentReference> profiles = new ArrayList<>();
        for (DocumentReference profile : this.contacts.find(address)) {
            if (this.pages.find(profile, Schema.EXPERT).isPresent()) {
                profiles.add(profile);
            }
        }
        Optional<DocumentReference> here =
            profiles.stream().filter(profile -> profile.hasParent(directory)).findFirst();
        if (here.isEmpty() && !profiles.isEmpty()) {
            throw new ConflictException(new FieldError(ContactStore.EMAIL, "crowdsourcing.error.csvElsewhere"));
        }
        return here;
    }

    private DocumentReference create(DocumentReference directory, String key, Person person)
        throws CrowdsourcingException
    {
        SpaceReference space = directory.getLastSpaceReference();
        DocumentReference profile =
            PageReader.home(new SpaceReference(this.secrets.name('p', space, key), space));
        this.writer.create(profile, person.name(), Schema.EXPERT, given(person.profile()), false);
        return profile;
    }

    private static Map<String, Object> given(Map<String, Object> values)
    {
        Map<String, Object> result = new HashMap<>(values);
        result.values().removeIf(value -> "".equals(value) || List.of().equals(value));
        return result;
    }

    /** Adds what the profile does not say yet. */
    private void complete(DocumentReference profile, Person person) throws CrowdsourcingException
    {
        Row row = this.pages.find(profile, Schema.EXPERT)
            .orElseThrow(() -> new ConflictException(new FieldError("", "crowdsourcing.error.conflict")));
        Map<String, Object> missing = given(person.profile());
        // Nobody has verified the address: only the expert in person agrees for a profile that is there.
        missing.keySet().removeIf(property -> property.startsWith(CONSENT)
            || !row.text(property).isBlank() && !"[]".equals(row.text(property)));
        List<Row> able = this.pages.all(profile, Schema.EXPERTISE);
        Set<String> areas = able.stream().map(item -> item.text(AREA)).collect(Collectors.toSet());
        List<Map<String, Object>> expertise = new ArrayList<>(Collections.nCopies(able.size(), Map.of()));
        person.expertise().stream().filter(item -> !areas.contains(item.get(AREA).toString()))
            .forEach(expertise::add);
        Map<Schema, List<Map<String, Object>>> objects = new LinkedHashMap<>();
        objects.put(Schema.EXPERT, List.of(missing));
        objects.put(Schema.EXPERTISE, expertise);
        this.writer.fill(profile, row.title(), objects, "");
    }

    private void reach(DocumentReference profile, String address, String notes) throws CrowdsourcingException
    {
        Contact contact = this.contacts.find(profile).orElse(new Contact("", "", ""));
        Map<String, Object> values = new HashMap<>();
        if (!address.isEmpty() && contact.email().isEmpty()) {
            values.put(ContactStore.EMAIL, address);
        }
        if (!notes.isEmpty() && contact.isEmpty()) {
            values.put(ContactStore.NOTES, notes);
        }
        if (!values.isEmpty()) {
            this.contacts.save(profile, values);
        }
    }
}
