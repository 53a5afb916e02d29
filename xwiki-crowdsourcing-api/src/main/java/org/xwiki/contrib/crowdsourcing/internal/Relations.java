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
package org.xwiki.contrib.crowdsourcing.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * What a page has to do with others: the place where it stands, and the pages that it names. People name pages and
 * users as the pickers of the wiki do, or as they like; they are stored in the one form that statements look for.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Relations.class)
@Singleton
public class Relations
{
    private static final String AREA = "area";

    private static final String EXPERT = "expert";

    private static final String OWNER = "owner";

    /** With the class of the pages that a property names. */
    static final Map<Schema, Map<String, Schema>> PAGES = Map.ofEntries(
        Map.entry(Schema.NEED, Map.of(AREA, Schema.AREA)),
        Map.entry(Schema.EXPERTISE, Map.of(AREA, Schema.AREA)),
        Map.entry(Schema.ENGAGEMENT, Map.of(EXPERT, Schema.EXPERT)),
        Map.entry(Schema.ADJUSTMENT, Map.of(EXPERT, Schema.EXPERT)),
        Map.entry(Schema.INVITATION, Map.of(EXPERT, Schema.EXPERT)),
        Map.entry(Schema.APPLICATION,
            Map.of(EXPERT, Schema.EXPERT, "about", Schema.CHALLENGE, "sessions", Schema.DIALOGUE)),
        Map.entry(Schema.RECOMMENDATION, Map.of(Schema.SOURCES, Schema.CONTRIBUTION)),
        Map.entry(Schema.STEP, Map.of(Schema.SOURCES, Schema.CONTRIBUTION)),
        Map.entry(Schema.CHALLENGE, Map.of("origins", Schema.CHALLENGE, "successors", Schema.CHALLENGE)),
        Map.entry(Schema.CHALLENGE_LOG, Map.of("pages", Schema.CHALLENGE)),
        Map.entry(Schema.CLUSTER, Map.of("ideas", Schema.CONTRIBUTION, "ideasBefore", Schema.CONTRIBUTION,
            "recommendation", Schema.RECOMMENDATION)));

    private static final Map<Schema, Set<String>> USERS = Map.of(Schema.INITIATIVE, Set.of(OWNER), Schema.PHASE,
        Set.of(OWNER), Schema.EXPERT, Set.of("user"), Schema.DIALOGUE, Set.of("facilitator", "noteTaker"));

    private static final Map<Schema, List<Schema>> PLACES =
        Map.of(Schema.CHALLENGE, List.of(Schema.INITIATIVE), Schema.BRIEF, List.of(Schema.CHALLENGE), Schema.DIALOGUE,
            List.of(Schema.CHALLENGE, Schema.INITIATIVE), Schema.ROADMAP, List.of(Schema.INITIATIVE),
            Schema.RECOMMENDATION, List.of(Schema.ROADMAP), Schema.CALL, List.of(Schema.INITIATIVE),
            Schema.CLUSTER, List.of(Schema.ROADMAP));

    @Inject
    private PageReader reader;

    @Inject
    private PageChanges changes;

    @Inject
    private Access access;

    @Inject
    private DocumentReferenceResolver<String> resolver;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    /**
     * Stores what has been named anew in the form that statements look for.
     *
     * @param source the source of an event about a page
     * @param before the page as it is
     * @param after the page as it will be saved
     * @throws CrowdsourcingException if it fails
     */
    public void normalize(Object source, PageState before, PageState after) throws CrowdsourcingException
    {
        for (Map.Entry<Schema, Map<String, Schema>> entry : PAGES.entrySet()) {
            normalize(source, entry.getKey(), entry.getValue().keySet(), before, after);
        }
        for (Map.Entry<Schema, Set<String>> entry : USERS.entrySet()) {
            normalize(source, entry.getKey(), entry.getValue(), before, after);
        }
    }

    private void normalize(Object source, Schema schema, Set<String> properties, PageState before, PageState after)
        throws CrowdsourcingException
    {
        for (Row row : after.rows(schema)) {
            for (String property : properties) {
                List<String> typed = values(row, schema, property);
                Set<String> known = known(before, schema, property);
                Set<String> normal = new LinkedHashSet<>();
                for (String value : typed) {
                    normal.add(known.contains(value) ? value : normalize(value, after.page().getWikiReference()));
                }
                if (!List.copyOf(normal).equals(typed)) {
                    this.changes.set(source, schema, row.number(), property,
                        isList(schema, property) ? List.copyOf(normal) : normal.iterator().next());
                }
            }
        }
    }

    private String normalize(String value, WikiReference wiki) throws CrowdsourcingException
    {
        // What has no space, as a name has not, is no reference.
        DocumentReference page = value.contains(".") ? resolve(value, wiki) : null;
        if (page != null && !this.reader.exists(page)) {
            DocumentReference home =
                PageReader.home(new SpaceReference(page.getName(), page.getLastSpaceReference()));
            page = this.reader.exists(home) ? home : null;
        }
        // What is no page stays as it was typed, to be put right.
        return page == null ? value : this.serializer.serialize(page, wiki);
    }

    private DocumentReference resolve(String value, WikiReference wiki)
    {
        try {
            return this.resolver.resolve(value.strip(), wiki);
        } catch (IllegalArgumentException e) {
            // What is no reference names nothing.
            return null;
        }
    }

    private static boolean isList(Schema schema, String property)
    {
        return schema.getProperties().get(property) == Schema.Storage.LIST;
    }

    private static List<String> values(Row row, Schema schema, String property)
    {
        String text = row.text(property);
        return isList(schema, property) ? row.list(property) : text.isBlank() ? List.of() : List.of(text);
    }

    private static Set<String> known(PageState state, Schema schema, String property)
    {
        return state.rows(schema).stream().flatMap(row -> values(row, schema, property).stream())
            .collect(Collectors.toSet());
    }

    /**
     * Checks what somebody saves with the wiki's own editor. Pages that are imported, copied or moved come in any order
     * and are not asked.
     *
     * @param before the page as it is
     * @param after the page as it will be saved
     * @param inputs what is wrong with the change
     * @throws CrowdsourcingException if it fails
     */
    public void check(PageState before, PageState after, Inputs inputs) throws CrowdsourcingException
    {
        if (!this.changes.isEdited()) {
            return;
        }
        for (Map.Entry<Schema, List<Schema>> entry : PLACES.entrySet()) {
            Schema schema = entry.getKey();
            if (after.has(schema) && !before.has(schema) && !isBelow(after.page(), entry.getValue())) {
                inputs.add(new FieldError("", "crowdsourcing.error.misplaced." + schema.getName()));
            }
        }
        for (Map.Entry<Schema, Map<String, Schema>> entry : PAGES.entrySet()) {
            for (Map.Entry<String, Schema> property : entry.getValue().entrySet()) {
                checkPages(entry.getKey(), property.getKey(), property.getValue(), before, after, inputs);
            }
        }
    }

    private boolean isBelow(DocumentReference page, List<Schema> places) throws CrowdsourcingException
    {
        for (Schema place : places) {
            if (this.reader.nearest(page, place).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void checkPages(Schema schema, String property, Schema target, PageState before, PageState after,
        Inputs inputs) throws CrowdsourcingException
    {
        List<String> named = new ArrayList<>(known(after, schema, property));
        named.removeAll(known(before, schema, property));
        for (String value : named) {
            DocumentReference page = resolve(value, after.page().getWikiReference());
            if (page == null || !this.access.canView(page) || !isA(page, property, target)) {
                inputs.add(new FieldError(ManagedFields.field(schema, property),
                    "crowdsourcing.error.unknown." + target.getName(), value));
            }
        }
    }

    private boolean isA(DocumentReference page, String property, Schema target) throws CrowdsourcingException
    {
        // A brief, or a version of one, can be cited as well as what was said.
        return this.reader.find(page, target).isPresent()
            || Schema.SOURCES.equals(property) && this.reader.find(page, Schema.BRIEF).isPresent();
    }
}
