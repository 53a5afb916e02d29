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
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.Contact;
import org.xwiki.contrib.crowdsourcing.expert.ContactManager;
import org.xwiki.contrib.crowdsourcing.expert.DirectorySettings;
import org.xwiki.model.reference.DocumentReference;

/**
 * The forms for the contact data of an expert and for the settings of a directory.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Contacts.class)
@Singleton
public class Contacts
{
    private static final String SAVE = "saveContact";

    private static final String SETTINGS = "settings";

    private static final String RETENTION = "retention";

    private static final String CURATORS = "curators";

    private static final String CONFIRMED = "confirmed";

    private static final String ANCHOR = "cs-contact";

    @Inject
    private ContactManager contacts;

    @Inject
    private Toolkit toolkit;

    /**
     * @param profile the page of a profile
     * @return what the forms on it do
     */
    public Map<String, FormAction> getActions(DocumentReference profile)
    {
        return Map.of(SAVE, sent -> {
            this.contacts.save(profile, new Contact(sent.get("email"), sent.get("phone"), sent.get("notes")));
            return this.toolkit.getURL(profile, null, ANCHOR);
        }, "removeContact", sent -> {
            confirm(sent);
            this.contacts.remove(profile);
            return this.toolkit.getURL(profile, null, ANCHOR);
        });
    }

    private static void confirm(FormState sent) throws CrowdsourcingException
    {
        if (sent.get(CONFIRMED).isEmpty()) {
            throw new CrowdsourcingException(new FieldError(CONFIRMED, "crowdsourcing.error.notConfirmed"));
        }
    }

    /**
     * @param profile the page of a profile
     * @return what is shown of contact data to those who may know, otherwise nothing
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> show(DocumentReference profile) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        if (this.contacts.canView(profile)) {
            Optional<Contact> contact = this.contacts.get(profile);
            data.put("contact", contact.orElse(new Contact("", "", "")));
            data.put("isKnown", contact.isPresent());
            data.put("isCurator", this.contacts.isCurator(profile));
        }
        return data;
    }

    /**
     * @param directory the page of a directory
     * @return what the form for its settings does
     */
    public Map<String, FormAction> getSettingsActions(DocumentReference directory)
    {
        return Map.of("saveDirectory", sent -> {
            this.contacts.saveSettings(directory, new DirectorySettings(
                List.of(sent.get(CURATORS).split("[,\\r\\n]+")), number(sent.get(RETENTION)), sent.get("terms"), ""));
            return this.toolkit.getURL(directory, null, null);
        });
    }

    private static int number(String typed) throws CrowdsourcingException
    {
        String number = typed.strip();
        if (!number.matches("\\d{0,4}")) {
            throw new CrowdsourcingException(new FieldError(RETENTION, "crowdsourcing.validation.months"));
        }
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }

    /**
     * @param directory the page of a directory
     * @return its settings for those who may change them, otherwise nothing
     * @throws CrowdsourcingException if they cannot be read
     */
    public Map<String, Object> showSettings(DocumentReference directory) throws CrowdsourcingException
    {
        Optional<DirectorySettings> settings = this.contacts.getSettings(directory);
        return settings.isPresent()
            ? Map.of(SETTINGS, settings.get(), CURATORS, String.join("\n", settings.get().curators())) : Map.of();
    }
}
