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
package com.xpn.xwiki;

import java.util.Locale;
import java.util.Map;

import org.xwiki.bridge.event.DocumentCreatedEvent;
import org.xwiki.bridge.event.DocumentCreatingEvent;
import org.xwiki.bridge.event.DocumentDeletedEvent;
import org.xwiki.bridge.event.DocumentDeletingEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.contrib.crowdsourcing.embedded.skin.UserNames;
import org.xwiki.contrib.crowdsourcing.embedded.store.DocumentStore;
import org.xwiki.contrib.crowdsourcing.embedded.web.DocumentURLs;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.CancelableEvent;
import org.xwiki.observation.event.Event;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.web.Utils;

/**
 * The wiki.
 *
 * @version $Id$
 */
public class XWiki
{
    private static final String HOME = "WebHome";

    private static final String USERS = "XWiki";

    private static DocumentStore store()
    {
        return Utils.getComponent(DocumentStore.class);
    }

    private static DocumentReference resolve(EntityReference reference, XWikiContext context)
    {
        if (reference instanceof DocumentReference document) {
            return document;
        }
        EntityReference complete = reference.extractReference(EntityType.DOCUMENT);
        if (complete == null) {
            complete = new EntityReference(HOME, EntityType.DOCUMENT, reference.extractReference(EntityType.SPACE));
        }
        return new DocumentReference(complete.extractReference(EntityType.WIKI) == null
            ? complete.appendParent(context.getWikiReference()) : complete);
    }

    public XWikiDocument getDocument(DocumentReference reference, XWikiContext context) throws XWikiException
    {
        return store().get(reference);
    }

    public XWikiDocument getDocument(String fullName, XWikiContext context) throws XWikiException
    {
        return store().get(resolve(References.parse(fullName, EntityType.DOCUMENT), context));
    }

    public XWikiDocument getDocument(XWikiDocument doc, String revision, XWikiContext context) throws XWikiException
    {
        return store().getRevision(doc.getDocumentReferenceWithLocale(), revision);
    }

    public boolean exists(DocumentReference documentReference, XWikiContext context) throws XWikiException
    {
        return !store().get(documentReference).isNew();
    }

    public void saveDocument(XWikiDocument doc, XWikiContext context) throws XWikiException
    {
        saveDocument(doc, "", context);
    }

    public void saveDocument(XWikiDocument doc, String comment, XWikiContext context) throws XWikiException
    {
        saveDocument(doc, comment, false, context);
    }

    public void saveDocument(XWikiDocument document, String comment, boolean isMinorEdit, XWikiContext context)
        throws XWikiException
    {
        DocumentReference reference = document.getDocumentReference();
        document.setComment(comment);
        document.setMinorEdit(isMinorEdit);
        document.setOriginalDocument(store().get(document.getDocumentReferenceWithLocale()));
        boolean create = document.isNew();
        ask(create ? new DocumentCreatingEvent(reference) : new DocumentUpdatingEvent(reference), "save", document,
            context);
        store().save(document);
        tell(create ? new DocumentCreatedEvent(reference) : new DocumentUpdatedEvent(reference), document, context);
        document.setOriginalDocument(document.clone());
    }

    private static void ask(CancelableEvent event, String action, XWikiDocument document, XWikiContext context)
        throws XWikiException
    {
        tell(event, document, context);
        if (event.isCanceled()) {
            throw new XWikiException(XWikiException.MODULE_XWIKI_STORE,
                XWikiException.ERROR_XWIKI_STORE_HIBERNATE_SAVING_DOC,
                String.format("An Event Listener has cancelled the document %s for [%s]. Reason: [%s]", action,
                    document, event.getReason()));
        }
    }

    private static void tell(Event event, XWikiDocument document, XWikiContext context)
    {
        Utils.<ObservationManager>getComponent(ObservationManager.class).notify(event, document, context);
    }

    public void deleteDocument(XWikiDocument doc, XWikiContext context) throws XWikiException
    {
        DocumentReference reference = doc.getDocumentReference();
        XWikiDocument blank = new XWikiDocument(reference, doc.getLocale());
        blank.setOriginalDocument(store().get(doc.getDocumentReferenceWithLocale()));
        ask(new DocumentDeletingEvent(reference), "deletion", blank, context);
        store().delete(doc);
        tell(new DocumentDeletedEvent(reference), blank, context);
    }

    /** Deletes versions from the history of the page, not the current one. */
    public void deleteDocumentVersions(XWikiDocument document, String version1, String version2, XWikiContext context)
        throws XWikiException
    {
        if (document.getVersion().equals(version2)) {
            throw new UnsupportedOperationException("deleteDocumentVersions of the current version");
        }
        store().deleteRevisions(document, version1, version2);
    }

    /** Deletes the page with its translations. */
    public void deleteAllDocuments(XWikiDocument doc, XWikiContext context) throws XWikiException
    {
        for (Locale locale : doc.getTranslationLocales(context)) {
            deleteDocument(getDocument(new DocumentReference(doc.getDocumentReference(), locale), context), context);
        }
        deleteDocument(doc, context);
    }

    public Locale getDefaultLocale(XWikiContext xcontext)
    {
        // The embedded wiki has no preferences: what it falls back to is the fall-back of XWiki.
        return Locale.ENGLISH;
    }

    /** Creates an account that may edit its own page. */
    public int createUser(String userName, Map<String, ?> map, XWikiContext context) throws XWikiException
    {
        DocumentReference reference = new DocumentReference(context.getWikiId(), USERS, userName);
        XWikiDocument document = getDocument(reference, context).clone();
        if (!document.isNew()) {
            return -3;
        }
        BaseObject user = document.newXObject(new LocalDocumentReference(USERS, "XWikiUsers"), context);
        for (Map.Entry<String, ?> value : map.entrySet()) {
            user.set(value.getKey(), value.getValue(), context);
        }
        document.setAuthorReference(reference);
        saveDocument(document, context);
        return 1;
    }

    public void setUserDefaultGroup(String fullwikiname, XWikiContext context)
    {
        try {
            XWikiDocument group = getDocument(USERS + ".XWikiAllGroup", context).clone();
            group.newXObject(new LocalDocumentReference(USERS, "XWikiGroups"), context).set("member", fullwikiname,
                context);
            saveDocument(group, context);
        } catch (XWikiException e) {
            throw new IllegalStateException(e);
        }
    }

    public String getPlainUserName(DocumentReference userReference, XWikiContext context)
    {
        return Utils.<UserNames>getComponent(UserNames.class).get(userReference);
    }

    public BaseClass getXClass(DocumentReference documentReference, XWikiContext context) throws XWikiException
    {
        return getDocument(documentReference, context).getXClass();
    }

    public String getURL(EntityReference entityReference, String action, String queryString, String anchor,
        XWikiContext context)
    {
        return Utils.<DocumentURLs>getComponent(DocumentURLs.class).getURL(entityReference, action, queryString,
            anchor);
    }

    public String getURL(EntityReference reference, XWikiContext context)
    {
        return getURL(reference, "view", null, null, context);
    }

    public String getURL(DocumentReference documentReference, String action, String queryString, String anchor,
        XWikiContext context)
    {
        return getURL((EntityReference) documentReference, action, queryString, anchor, context);
    }
}
