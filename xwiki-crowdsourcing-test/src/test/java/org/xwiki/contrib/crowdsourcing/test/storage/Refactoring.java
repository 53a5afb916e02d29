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
package org.xwiki.contrib.crowdsourcing.test.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Provider;

import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentCreatingEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentDeletingEvent;
import org.xwiki.contrib.crowdsourcing.embedded.store.DocumentStore;
import org.xwiki.contrib.crowdsourcing.test.harness.Fixture;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.job.DefaultRequest;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.CancelableEvent;
import org.xwiki.observation.event.Event;
import org.xwiki.query.Query;
import org.xwiki.query.QueryManager;
import org.xwiki.refactoring.event.DocumentRenamedEvent;
import org.xwiki.refactoring.event.DocumentRenamingEvent;
import org.xwiki.refactoring.event.EntitiesRenamingEvent;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Moves stored pages as the job of XWiki does that renames, of which the embedded wiki has none: the same rights asked,
 * the same events in the same order, each page written at its new place and deleted at its old one without an event for
 * the pair of them in between, then saved once more for its parent, and a redirect left where it was.
 *
 * @version $Id$
 */
final class Refactoring
{
    private static final LocalDocumentReference REDIRECT = new LocalDocumentReference("XWiki", "RedirectClass");

    private static final String HOME = "WebHome";

    /** Which job it was does not matter to who listens, but that it is one of this machine. */
    private static final String JOB = "a job";

    private final String user;

    private final boolean redirecting;

    private final Map<DocumentReference, DocumentReference> moved = new LinkedHashMap<>();

    private final List<String> problems = new ArrayList<>();

    private ObservationManager observation;

    private XWikiContext context;

    /**
     * @param user who moves pages
     * @param redirecting whether redirects are left
     */
    Refactoring(String user, boolean redirecting)
    {
        this.user = user;
        this.redirecting = redirecting;
    }

    /**
     * @param from the page of a space, which is moved with all pages below it
     * @param to the page of another space
     * @return what went wrong, as the log of the job says
     * @throws Exception when the wiki itself fails
     */
    List<String> move(DocumentReference from, DocumentReference to) throws Exception
    {
        this.problems.clear();
        return TestWiki.execute(this.user, () -> {
            this.observation = Fixture.component(ObservationManager.class);
            this.context = TestWiki.embedded().getComponentManager()
                .<Provider<XWikiContext>>getInstance(XWikiContext.TYPE_PROVIDER).get();
            DefaultRequest request = new DefaultRequest();
            request.setProperty("entityReferences", List.of(from));
            request.setProperty("destination", to);
            request.setProperty("deep", true);
            request.setProperty("checkrights", true);
            request.setProperty("user.reference", this.context.getUserReference());
            EntitiesRenamingEvent begin = new EntitiesRenamingEvent();
            this.observation.notify(begin, JOB, request);
            if (begin.isCanceled()) {
                this.problems.add(begin.getReason());
            } else {
                for (DocumentReference page : pages(from.getLastSpaceReference())) {
                    move(page, page.replaceParent(from.getLastSpaceReference(), to.getLastSpaceReference()), request);
                }
            }
            return List.copyOf(this.problems);
        });
    }

    /**
     * @return where each page is now that was moved and is no redirect itself, by where it was
     */
    Map<DocumentReference, DocumentReference> moved()
    {
        return this.moved;
    }

    private List<DocumentReference> pages(SpaceReference space) throws Exception
    {
        List<String> names = Fixture.component(QueryManager.class)
            .createQuery("select doc.fullName from XWikiDocument doc where doc.translation = 0 order by doc.fullName",
                Query.HQL).execute();
        AuthorizationManager rights = Fixture.component(AuthorizationManager.class);
        List<DocumentReference> result = new ArrayList<>();
        for (String name : names) {
            DocumentReference page = Fixture.reference(name);
            if (page.getReversedReferenceChain().contains(space)) {
                if (rights.hasAccess(Right.DELETE, this.context.getUserReference(), page)) {
                    result.add(page);
                } else {
                    this.problems.add("You are not allowed to delete " + page);
                }
            }
        }
        return result;
    }

    private void move(DocumentReference from, DocumentReference to, DefaultRequest request)
    {
        try {
            DocumentRenamingEvent begin = new DocumentRenamingEvent(from, to);
            this.observation.notify(begin, JOB, request);
            if (begin.isCanceled()) {
                this.problems.add(begin.getReason());
                return;
            }
            boolean redirect = rename(from, to);
            setParent(to);
            if (!redirect) {
                this.moved.put(from, to);
            }
            this.observation.notify(new DocumentRenamedEvent(from, to), JOB, request);
            if (this.redirecting) {
                redirect(from, to);
            }
        } catch (Exception e) {
            this.problems.add("Failed to rename " + from + ": " + e.getMessage());
        }
    }

    private boolean rename(DocumentReference from, DocumentReference to) throws Exception
    {
        DocumentStore store = Fixture.component(DocumentStore.class);
        XWikiDocument before = store.get(from);
        XWikiDocument there = store.get(to);
        if (!there.isNew()) {
            // A redirect from there.
            store.delete(there);
        }
        // What listeners change in this one is lost, in XWiki too.
        XWikiDocument shown = at(before, to);
        ask(new DocumentCreatingEvent(to), shown);
        XWikiDocument blank = new XWikiDocument(from);
        blank.setOriginalDocument(before);
        ask(new DocumentDeletingEvent(from), blank);
        store.save(at(before, to));
        store.delete(before);
        this.observation.notify(new DocumentDeletedEvent(from), blank, this.context);
        this.observation.notify(new DocumentCreatedEvent(to), shown, this.context);
        return before.getXObject(REDIRECT) != null;
    }

    private static XWikiDocument at(XWikiDocument page, DocumentReference to)
    {
        XWikiDocument result = page.clone();
        result.setDocumentReference(to);
        result.setOriginalDocument(new XWikiDocument(to));
        result.setNew(true);
        return result;
    }

    private void ask(CancelableEvent event, XWikiDocument page) throws XWikiException
    {
        this.observation.notify((Event) event, page, this.context);
        if (event.isCanceled()) {
            throw new XWikiException(XWikiException.MODULE_XWIKI_STORE,
                XWikiException.ERROR_XWIKI_STORE_HIBERNATE_SAVING_DOC, event.getReason());
        }
    }

    private void setParent(DocumentReference page) throws XWikiException
    {
        SpaceReference space = page.getLastSpaceReference();
        XWikiDocument document = this.context.getWiki().getDocument(page, this.context).clone();
        boolean home = HOME.equals(page.getName());
        document.setParentReference(new DocumentReference(HOME,
            home && space.getParent() instanceof SpaceReference above ? above : space));
        this.context.getWiki().saveDocument(document, "Update document after refactoring.", true, this.context);
    }

    private void redirect(DocumentReference from, DocumentReference to) throws Exception
    {
        XWikiDocument document = this.context.getWiki().getDocument(from, this.context).clone();
        document.setHidden(true);
        BaseObject redirect = document.newXObject(REDIRECT, this.context);
        redirect.setStringValue("location", TestWiki.embedded().getComponentManager()
            .<EntityReferenceSerializer<String>>getInstance(EntityReferenceSerializer.TYPE_STRING).serialize(to));
        this.context.getWiki().saveDocument(document, "Create automatic redirect.", this.context);
    }
}
