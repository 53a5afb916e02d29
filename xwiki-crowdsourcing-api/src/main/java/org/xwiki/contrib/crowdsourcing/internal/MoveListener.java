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

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
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
 * need, the expert of an engagement, the dialogues that somebody asks for. The wiki itself mends only links in texts.
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
