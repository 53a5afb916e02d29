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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.DirectorySettings;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where the settings of a directory are stored. When there are none, those that fit the initiatives of the wiki are
 * proposed.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SettingsStore.class)
@Singleton
public class SettingsStore
{
    private static final String CURATORS = "curators";

    private static final String RETENTION = "retention";

    private static final String TERMS = "terms";

    private static final String COMMA = ",";

    private static final int MANY = 100;

    private static final int MOST_GROUPS = 50;

    private static final int MOST_MONTHS = 240;

    @Inject
    private ContactStore store;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    /**
     * @param directory the page of a directory
     * @return {@code true} if the current user may change its settings
     * @throws CrowdsourcingException if that cannot be found out
     */
    public boolean canChange(DocumentReference directory) throws CrowdsourcingException
    {
        return this.access.isAdministrator(page(directory));
    }

    private DocumentReference page(DocumentReference directory) throws CrowdsourcingException
    {
        return this.store.settings(directory).map(Row::page).orElse(ContactStore.settingsPage(directory));
    }

    /**
     * @param directory the page of a directory
     * @return its settings
     * @throws CrowdsourcingException if they cannot be read
     */
    public DirectorySettings get(DocumentReference directory) throws CrowdsourcingException
    {
        Optional<Row> row = this.store.settings(directory);
        return row.isPresent() ? new DirectorySettings(ContactStore.curators(row.get()), row.get().number(RETENTION),
            row.get().text(TERMS), row.get().stamp()) : propose();
    }

    private DirectorySettings propose() throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        List<Found> found = this.reader.find(wiki, this.reader.objects().add("and obj.className = :class"
            + " order by doc.fullName").bind("class", Schema.INITIATIVE.getClassName()).limit(MANY));
        Set<String> groups = new LinkedHashSet<>();
        String terms = "";
        for (Row row : this.reader.load(wiki, found, Schema.INITIATIVE).first(Schema.INITIATIVE).values()) {
            groups.add(row.text("curatorsGroup"));
            terms = terms.isEmpty() && !row.text("consent").isBlank() ? this.reader.serialize(row.page()) : terms;
        }
        groups.removeIf(String::isBlank);
        return new DirectorySettings(List.copyOf(groups), 0, terms, "");
    }

    /**
     * @param directory the page of a directory
     * @param wanted its settings
     * @throws CrowdsourcingException if a field is refused, or they cannot be saved
     */
    public void save(DocumentReference directory, DirectorySettings wanted) throws CrowdsourcingException
    {
        Inputs inputs = new Inputs();
        inputs.range(RETENTION, wanted.retention(), 0, MOST_MONTHS);
        List<String> groups = wanted.curators().stream().map(String::strip).filter(group -> !group.isEmpty())
            .distinct().limit(MOST_GROUPS + 1).toList();
        if (groups.size() > MOST_GROUPS) {
            inputs.add(new FieldError(CURATORS, "crowdsourcing.error.tooManyGroups", MOST_GROUPS));
        } else {
            for (String group : groups) {
                checkGroup(inputs, group, directory.getWikiReference());
            }
        }
        String terms = inputs.line(TERMS, wanted.terms());
        DocumentReference initiative = resolve(terms, directory.getWikiReference());
        if (!terms.isEmpty() && (initiative == null || this.pages.find(initiative, Schema.INITIATIVE).isEmpty())) {
            inputs.add(new FieldError(TERMS, "crowdsourcing.error.initiativeUnknown", Inputs.shorten(terms)));
        }
        inputs.refuse();
        Map<String, Object> values = Map.of(CURATORS, String.join(COMMA, groups), RETENTION, wanted.retention(), TERMS,
            terms);
        DocumentReference page = page(directory);
        if (!this.writer.createHidden(page, "Directory settings", Schema.DIRECTORY, values)) {
            this.writer.update(page, Schema.DIRECTORY, values, "");
        }
    }

    private void checkGroup(Inputs inputs, String group, WikiReference wiki) throws CrowdsourcingException
    {
        DocumentReference page = resolve(group, wiki);
        // Everybody who is registered is no circle of curators.
        boolean everybody = page != null && "XWikiAllGroup".equals(page.getName());
        if (page == null || everybody || !this.pages.isGroup(page)) {
            inputs.add(new FieldError(CURATORS, "crowdsourcing.error.groupUnknown", Inputs.shorten(group)));
        }
    }

    private DocumentReference resolve(String reference, WikiReference wiki)
    {
        try {
            return reference.contains(".") ? this.reader.resolve(reference, wiki) : null;
        } catch (IllegalArgumentException e) {
            // What is no reference names nothing.
            return null;
        }
    }
}
