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
package org.xwiki.contrib.crowdsourcing.embedded.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.Event;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Knows which pages set up the wiki: those with translations, interface extensions, template providers.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PagesByClass.class)
@Singleton
public class PagesByClass implements Initializable
{
    private static final String SPACE = "XWiki";

    @Inject
    private Provider<QueryManager> queryManager;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private ObservationManager observation;

    @Inject
    private Logger logger;

    private final Map<String, List<String>> names = new ConcurrentHashMap<>();

    private final AtomicLong revision = new AtomicLong();

    @Override
    public void initialize()
    {
        this.observation.addListener(new AbstractEventListener("embedded.pagesByClass", new DocumentCreatedEvent(),
            new DocumentUpdatedEvent(), new DocumentDeletedEvent())
        {
            @Override
            public void onEvent(Event event, Object source, Object data)
            {
                forget((XWikiDocument) source);
            }
        });
    }

    /**
     * @return a number that grows whenever one of the pages changes
     */
    public long getRevision()
    {
        return this.revision.get();
    }

    /**
     * @param className the name of a class in the space XWiki
     * @return the pages with an object of that class
     */
    public List<XWikiDocument> get(String className)
    {
        XWikiContext context = this.contextProvider.get();
        List<XWikiDocument> result = new ArrayList<>();
        for (String name : this.names.computeIfAbsent(className, this::find)) {
            try {
                result.add(context.getWiki().getDocument(name, context));
            } catch (XWikiException e) {
                this.logger.error("Failed to load the page [{}]", name, e);
            }
        }
        return result;
    }

    private List<String> find(String className)
    {
        try {
            return this.queryManager.get()
                .createQuery("select distinct obj.name from BaseObject obj where obj.className = :class "
                    + "order by obj.name", Query.HQL)
                .bindValue("class", SPACE + '.' + className).execute();
        } catch (QueryException e) {
            throw new IllegalStateException("Failed to find the pages with the class [" + className + ']', e);
        }
    }

    private boolean has(XWikiDocument document, LocalDocumentReference classReference)
    {
        return document != null && document.getXObject(classReference) != null;
    }

    private void forget(XWikiDocument document)
    {
        boolean known = false;
        for (Map.Entry<String, List<String>> entry : this.names.entrySet()) {
            LocalDocumentReference reference = new LocalDocumentReference(SPACE, entry.getKey());
            XWikiDocument original = document.getOriginalDocument();
            known = known || entry.getValue().contains(document.getFullName())
                || document.getXObject(reference) != null || has(original, reference);
        }
        if (known) {
            this.names.clear();
            this.revision.incrementAndGet();
        }
    }
}
