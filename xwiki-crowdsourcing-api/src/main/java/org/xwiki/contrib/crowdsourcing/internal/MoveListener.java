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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;
import org.xwiki.refactoring.event.DocumentRenamedEvent;

/**
 * Lets what names a page name it still when the page has been moved: the sources of a recommendation, the area of a
 * need, the expert of an engagement, the dialogues that somebody asks for, the groups of an initiative. The wiki itself
 * mends only links in texts, and rights.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(MoveListener.NAME)
public class MoveListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingMoves";

    private static final String OLD = "old";

    private static final int MAXIMUM = 1000;

    /** What names pages that are not ours: groups, and the directory of a call. */
    private static final Map<Schema, List<String>> OTHERS = Map.of(
        Schema.INITIATIVE, List.of("ownersGroup", "curatorsGroup", "researchersGroup", "facilitatorsGroup",
            "noteTakersGroup", "partnersGroup", "editorsGroup", "expertsGroup"),
        Schema.DIRECTORY, List.of("curators"), Schema.CALL, List.of("directory"));

    @Inject
    private Provider<RowReader> reader;

    @Inject
    private Provider<PageWriter> writer;

    @Inject
    @Named("compactwiki")
    private Provider<EntityReferenceSerializer<String>> serializer;

    @Inject
    private Logger logger;

    /**
     * Listens to every page that has been moved.
     */
    public MoveListener()
    {
        super(NAME, new DocumentRenamedEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        // What another machine has moved, it mends itself; such an event has no source.
        if (source != null && event instanceof DocumentRenamedEvent moved) {
            try {
                follow(moved.getSourceReference(), moved.getTargetReference());
            } catch (CrowdsourcingException e) {
                this.logger.error("Failed to follow the page [{}] to [{}]", moved.getSourceReference(),
                    moved.getTargetReference(), e);
            }
        }
    }

    private void follow(DocumentReference from, DocumentReference to) throws CrowdsourcingException
    {
        WikiReference wiki = from.getWikiReference();
        String old = this.serializer.get().serialize(from, wiki);
        String now = this.serializer.get().serialize(to, wiki);
        for (Found found : this.reader.get().find(wiki, single(old))) {
            replace(wiki, found, old, now);
        }
        for (Found found : this.reader.get().find(wiki, listed(old))) {
            replace(wiki, found, old, now);
        }
        for (Map.Entry<Schema, List<String>> entry : OTHERS.entrySet()) {
            Schema schema = entry.getKey();
            for (Found found : this.reader.get().find(wiki, naming(schema, entry.getValue(), old))) {
                this.writer.get().adjustAll(this.reader.get().resolve(found.page(), wiki), schema,
                    held -> renamed(held, entry.getValue(), old, now));
            }
        }
    }

    private Statement naming(Schema schema, List<String> properties, String old)
    {
        String type = schema.getProperties().get(properties.get(0)) == Schema.Storage.TEXT ? "LargeStringProperty"
            : "StringProperty";
        return this.reader.get().objects().add("and obj.className = :class and exists (select p.id.id from " + type
            + " p where p.id.id = obj.id and p.id.name in (:names) and p.value like :old escape '!')")
            .bind("class", schema.getClassName()).bind("names", properties).bind(OLD, Statement.contains(old))
            .limit(MAXIMUM);
    }

    private static Map<Integer, Map<String, Object>> renamed(List<Row> held, List<String> properties, String old,
        String now)
    {
        Map<Integer, Map<String, Object>> result = new HashMap<>();
        for (Row row : held) {
            result.put(row.number(), properties.stream().collect(Collectors.toMap(property -> property,
                property -> Arrays.stream(row.text(property).split("(?<=[,|])|(?=[,|])"))
                    .map(name -> name.strip().equals(old) ? now : name).collect(Collectors.joining()))));
        }
        return result;
    }

    private Statement single(String old)
    {
        return this.reader.get().objects().add("and obj.className in (:classes) and exists (select p.id.id from"
            + " StringProperty p where p.id.id = obj.id and p.id.name in ('area', 'expert', 'about',"
            + " 'recommendation')"
            + " and p.value = :old)")
            .bind("classes", List.of(Schema.NEED.getClassName(), Schema.EXPERTISE.getClassName(),
                Schema.ENGAGEMENT.getClassName(), Schema.INVITATION.getClassName(),
                Schema.ADJUSTMENT.getClassName(), Schema.APPLICATION.getClassName(), Schema.CLUSTER.getClassName()))
            .bind(OLD, old).limit(MAXIMUM);
    }

    private Statement listed(String old)
    {
        return this.reader.get().objects().add("and obj.className in (:listing) and exists (select p.id.id from"
            + " DBStringListProperty p join p.list item where p.id.id = obj.id and p.id.name in ('sources',"
            + " 'sessions', 'origins', 'successors', 'pages', 'ideas', 'ideasBefore') and item = :old)")
            .bind("listing", List.of(Schema.RECOMMENDATION.getClassName(), Schema.STEP.getClassName(),
                Schema.APPLICATION.getClassName(), Schema.CHALLENGE.getClassName(),
                Schema.CHALLENGE_LOG.getClassName(), Schema.CLUSTER.getClassName()))
            .bind(OLD, old).limit(MAXIMUM);
    }

    private void replace(WikiReference wiki, Found found, String old, String now) throws CrowdsourcingException
    {
        Schema schema = Relations.PAGES.keySet().stream()
            .filter(candidate -> candidate.getClassName().equals(found.className())).findFirst().orElseThrow();
        this.writer.get().replace(this.reader.get().resolve(found.page(), wiki), schema, found.number(),
            Relations.PAGES.get(schema).keySet(), old, now);
    }
}
