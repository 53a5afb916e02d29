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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Imports one line, whole or not at all, and undoes that.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Importer.class)
@Singleton
public class Importer
{
    @Inject
    private ContactStore contacts;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private RowReader reader;

    @Inject
    private Logger logger;

    /**
     * @param directory the page of the directory
     * @param step what is done
     * @return what was done
     * @throws CrowdsourcingException if nothing was done
     */
    ImportStore.Entry execute(DocumentReference directory, ImportStep step) throws CrowdsourcingException
    {
        Map<Schema, List<Map<String, Object>>> objects = new LinkedHashMap<>();
        objects.put(Schema.EXPERT, List.of(step.line().profile()));
        if (!step.line().expertise().isEmpty()) {
            objects.put(Schema.EXPERTISE, step.line().expertise());
        }
        String before = step.profile() == null ? "" : this.pages.version(step.profile());
        DocumentReference profile = step.profile();
        if (profile == null) {
            profile = this.writer.createFilled(directory.getLastSpaceReference(),
                PageNames.fromTitle(step.line().title(), Schema.EXPERT.getName()), step.line().title(), Schema.EXPERT,
                objects);
        } else {
            this.writer.fill(profile, step.line().title(), objects, "");
        }
        String contactBefore = contactVersion(profile);
        try {
            this.contacts.save(profile, step.line().contact());
        } catch (CrowdsourcingException | RuntimeException e) {
            restore(profile, before);
            throw e;
        }
        return new ImportStore.Entry(this.reader.serialize(profile), before, this.pages.version(profile),
            contactBefore, contactVersion(profile));
    }

    private String contactVersion(DocumentReference profile) throws CrowdsourcingException
    {
        DocumentReference page = ContactStore.page(profile);
        return this.pages.find(page, Schema.CONTACT).isPresent() ? this.pages.version(page) : "";
    }

    /**
     * @param entry what was done
     * @param directory the page of the directory
     * @return {@code false} if it was changed since, so that it is left as it is
     * @throws CrowdsourcingException if it cannot be undone
     */
    boolean undo(ImportStore.Entry entry, DocumentReference directory) throws CrowdsourcingException
    {
        DocumentReference profile = this.reader.resolve(entry.profile(), directory.getWikiReference());
        if (!this.pages.exists(profile)) {
            // What is deleted needs no undoing.
            return true;
        }
        boolean untouched = this.pages.version(profile).equals(entry.after())
            && contactVersion(profile).equals(entry.contactAfter());
        if (untouched) {
            restoreContact(profile, entry);
            restore(profile, entry.before().equals(entry.after()) ? null : entry.before());
        }
        return untouched;
    }

    private void restoreContact(DocumentReference profile, ImportStore.Entry entry) throws CrowdsourcingException
    {
        if (entry.contactBefore().isEmpty()) {
            this.contacts.erase(profile);
        } else if (!entry.contactBefore().equals(entry.contactAfter())) {
            List<Row> rows = this.pages.at(ContactStore.page(profile), Schema.CONTACT, entry.contactBefore());
            if (rows != null && !rows.isEmpty()) {
                this.contacts.save(profile, rows.get(0).values(Schema.CONTACT));
            }
        }
    }

    private void restore(DocumentReference profile, String version) throws CrowdsourcingException
    {
        if (version == null) {
            return;
        }
        if (version.isEmpty()) {
            this.writer.delete(profile);
        } else if (!version.equals(this.pages.version(profile))) {
            List<Row> rows = Optional.ofNullable(this.pages.at(profile, Schema.EXPERT, version)).orElse(List.of());
            if (rows.isEmpty()) {
                this.logger.warn("The version [{}] of [{}] is gone, so it stays as it is", version, profile);
            } else {
                Map<Schema, List<Map<String, Object>>> objects = new LinkedHashMap<>();
                objects.put(Schema.EXPERT, List.of(rows.get(0).values(Schema.EXPERT)));
                objects.put(Schema.EXPERTISE, this.pages.at(profile, Schema.EXPERTISE, version).stream()
                    .map(row -> row.values(Schema.EXPERTISE)).toList());
                this.writer.fill(profile, rows.get(0).title(), objects, "");
            }
        }
    }
}
