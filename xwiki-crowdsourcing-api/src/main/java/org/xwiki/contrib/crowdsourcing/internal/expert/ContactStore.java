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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.Contact;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where contact data and the settings of a directory are stored: each on a hidden page of its own, beside the profile
 * and the directory. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ContactStore.class)
@Singleton
public class ContactStore
{
    /** The property with the e-mail address. */
    public static final String EMAIL = "email";

    /** The property with the telephone number. */
    public static final String PHONE = "phone";

    /** The property with the notes of curators. */
    public static final String NOTES = "notes";

    private static final String NAME = "Contact";

    private static final String SUFFIX = "-" + NAME;

    private static final String SETTINGS = "DirectorySettings";

    private static final String CLASS = "class";

    private static final String OF_CLASS = "and obj.className = :class";

    private static final int MANY = 20000;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private RowReader reader;

    /**
     * @param profile the page of a profile
     * @return the page with the contact data of the expert
     */
    public static DocumentReference page(DocumentReference profile)
    {
        String name = profile.getName();
        return new DocumentReference(PageReader.HOME.equals(name) ? NAME : name + SUFFIX,
            profile.getLastSpaceReference());
    }

    /**
     * @param contact a page with contact data
     * @return the page of the profile
     */
    public static DocumentReference profile(DocumentReference contact)
    {
        String name = contact.getName();
        return new DocumentReference(
            name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : PageReader.HOME,
            contact.getLastSpaceReference());
    }

    /**
     * @param directory the page of a directory
     * @return the page with its settings, whether it is there or not
     */
    public static DocumentReference settingsPage(DocumentReference directory)
    {
        return new DocumentReference(SETTINGS, directory.getLastSpaceReference());
    }

    /**
     * @param page the page of a profile or a directory
     * @return the settings of the directory
     * @throws CrowdsourcingException if they cannot be read
     */
    public Optional<Row> settings(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> result = Optional.empty();
        EntityReference space = page.getLastSpaceReference();
        while (result.isEmpty() && space != null && space.getType() == EntityType.SPACE) {
            result = this.pages.find(new DocumentReference(SETTINGS, new SpaceReference(space)), Schema.DIRECTORY);
            space = space.getParent();
        }
        return result;
    }

    /**
     * @param settings the settings of a directory
     * @return the groups of its curators, as they are stored
     */
    public static List<String> curators(Row settings)
    {
        return Arrays.stream(settings.text("curators").split("[,|]")).map(String::strip)
            .filter(group -> !group.isEmpty()).distinct().toList();
    }

    /**
     * @param profile the page of a profile
     * @return the contact data of the expert
     * @throws CrowdsourcingException if it cannot be read
     */
    public Optional<Contact> find(DocumentReference profile) throws CrowdsourcingException
    {
        return this.pages.find(page(profile), Schema.CONTACT).map(row -> new Contact(row.text(EMAIL),
            row.text(PHONE), row.text(NOTES), row.stamp()));
    }

    /**
     * @return the profiles of the wiki by the e-mail addresses of the experts, in one statement
     * @throws CrowdsourcingException if they cannot be read
     */
    public Map<String, DocumentReference> addresses() throws CrowdsourcingException
    {
        Map<String, DocumentReference> result = new HashMap<>();
        WikiReference wiki = this.pages.wiki();
        Statement statement = new Statement("select p.value, obj.name from BaseObject obj, StringProperty p"
            + " where obj.className = :class and p.id.id = obj.id and p.id.name = 'email' and p.value <> ''")
            .bind(CLASS, Schema.CONTACT.getClassName()).limit(MANY);
        for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
            result.put((String) row[0], profile(this.reader.resolve((String) row[1], wiki)));
        }
        return result;
    }

    /**
     * @param email an e-mail address, in letters of any case
     * @return the pages of the profiles with that address
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<DocumentReference> find(String email) throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        List<Found> found = this.reader.find(wiki, this.reader.objects().add(OF_CLASS
            + " and exists (select p.id.id from StringProperty p where p.id.id = obj.id and p.id.name = 'email'"
            + " and p.value = :email) order by doc.fullName").bind(CLASS, Schema.CONTACT.getClassName())
            .bind(EMAIL, normalize(email)).limit(MANY));
        return found.stream().map(object -> profile(this.reader.resolve(object.page(), wiki))).toList();
    }

    /**
     * @param email an e-mail address
     * @return it as it is stored and compared
     */
    public static String normalize(String email)
    {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * @param profile the page of a profile
     * @param values the properties that change
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void save(DocumentReference profile, Map<String, Object> values) throws CrowdsourcingException
    {
        DocumentReference page = page(profile);
        if (this.pages.exists(page) && this.pages.find(page, Schema.CONTACT).isEmpty()) {
            // Somebody else's page: nothing private is written there.
            throw new ConflictException(new FieldError("", "crowdsourcing.error.contactPlace", page.getName()));
        }
        if (!this.writer.createHidden(page, NAME, Schema.CONTACT, values)) {
            this.writer.update(page, Schema.CONTACT, values, "");
        }
    }

    /**
     * Lets the wiki renew the rights of the page with contact data.
     *
     * @param profile the page of a profile
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void touch(DocumentReference profile) throws CrowdsourcingException
    {
        if (this.pages.find(page(profile), Schema.CONTACT).isPresent()) {
            this.writer.touch(page(profile));
        }
    }

    /**
     * @param space the space of a directory
     * @return the pages with contact data below it
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<DocumentReference> all(SpaceReference space) throws CrowdsourcingException
    {
        return all(space, Schema.CONTACT);
    }

    /**
     * @param space a space
     * @return the pages with private data below it: contact data, applications
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<DocumentReference> allPrivate(SpaceReference space) throws CrowdsourcingException
    {
        List<DocumentReference> result = new ArrayList<>(all(space, Schema.CONTACT));
        result.addAll(all(space, Schema.APPLICATION));
        return result.stream().distinct().toList();
    }

    private List<DocumentReference> all(SpaceReference space, Schema schema) throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        return this.reader.find(wiki, this.reader.below(this.reader.objects().add(OF_CLASS), space)
            .bind(CLASS, schema.getClassName()).add("order by doc.fullName").limit(MANY)).stream()
            .map(found -> this.reader.resolve(found.page(), wiki)).toList();
    }

    /**
     * Takes contact data where its profile has gone.
     *
     * @param from the page where the profile was
     * @param to the page of the profile
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void move(DocumentReference from, DocumentReference to) throws CrowdsourcingException
    {
        Optional<Contact> contact = find(from);
        if (contact.isPresent() && !this.pages.exists(page(to))) {
            save(to, Map.of(EMAIL, contact.get().email(), PHONE, contact.get().phone(), NOTES,
                contact.get().notes()));
            erase(from);
        }
    }

    /**
     * Deletes contact data with its profile: as the profile, it can be restored.
     *
     * @param profile the page of a profile that was deleted
     * @throws CrowdsourcingException if it cannot be deleted
     */
    public void delete(DocumentReference profile) throws CrowdsourcingException
    {
        if (this.pages.find(page(profile), Schema.CONTACT).isPresent()) {
            this.writer.delete(page(profile));
        }
    }

    /**
     * Removes contact data for good: neither the history of the page nor what is deleted of it tells anything.
     *
     * @param profile the page of a profile
     * @return {@code false} if there was none
     * @throws CrowdsourcingException if it cannot be removed
     */
    public boolean erase(DocumentReference profile) throws CrowdsourcingException
    {
        DocumentReference page = page(profile);
        boolean there = this.pages.find(page, Schema.CONTACT).isPresent();
        if (there) {
            this.writer.erase(page, Schema.CONTACT, Map.of(EMAIL, "", PHONE, "", NOTES, ""));
            this.writer.delete(page);
        }
        return there;
    }
}
