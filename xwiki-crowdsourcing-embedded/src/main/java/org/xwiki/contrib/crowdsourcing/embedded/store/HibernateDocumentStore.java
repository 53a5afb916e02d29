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
package org.xwiki.contrib.crowdsourcing.embedded.store;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.persistence.PersistenceException;

import org.apache.commons.lang3.LocaleUtils;
import org.apache.commons.lang3.StringUtils;
import org.hibernate.Session;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.model.Hash;
import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.contrib.crowdsourcing.embedded.xar.PageXml;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.StringProperty;
import com.xpn.xwiki.objects.classes.BaseClass;

/**
 * Keeps pages in the database, and the ones used last in memory.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class HibernateDocumentStore implements DocumentStore
{
    private static final String ID = "id";

    private static final String NAME = "name";

    private static final int MAXIMUM_COMMENT = 1023;

    private static final int MAXIMUM_LENGTH = 768;

    private final DocumentCache cache = new DocumentCache();

    private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

    private final ObjectRows objects = new ObjectRows();

    @Inject
    private Sessions sessions;

    @Override
    public XWikiDocument get(DocumentReference reference) throws XWikiException
    {
        long id = Hash.of(reference);
        Optional<XWikiDocument> known = this.cache.get(id);
        if (known == null) {
            long generation = this.cache.getGeneration();
            XWikiDocument read = run(XWikiException.ERROR_XWIKI_STORE_HIBERNATE_READING_DOC, reference,
                () -> this.sessions.read(session -> load(session, id)));
            this.cache.put(id, read, generation);
            known = Optional.ofNullable(read);
        }
        return known.orElseGet(() -> {
            XWikiDocument missing = new XWikiDocument(reference);
            missing.setOriginalDocument(new XWikiDocument(reference));
            return missing;
        });
    }

    private XWikiDocument load(Session session, long id)
    {
        XWikiDocument document = session.get(XWikiDocument.class, id);
        if (document != null) {
            if (document.hasElement(XWikiDocument.HAS_OBJECTS)) {
                this.objects.load(session, document);
            }
            settle(document);
            document.setOriginalDocument(document);
            // Otherwise the definition would be read again for each copy of the page.
            document.getXClass();
            settle(document);
        }
        return document;
    }

    private static void settle(XWikiDocument document)
    {
        ObjectRows.settle(document);
        document.setNew(false);
        document.setChangeTracked(true);
        document.setContentDirty(false);
        document.setMetaDataDirty(false);
    }

    @Override
    public void save(XWikiDocument document) throws XWikiException
    {
        long id = document.getId();
        // The database would refuse them too, but not say which.
        check("title", document.getTitle());
        check(NAME, document.getFullName());
        for (StringProperty property : ObjectRows.shortTexts(document)) {
            check(property.getName(), property.getValue());
        }
        String before = document.isNew() ? null : document.getVersion();
        Lock lock = this.locks[(int) Math.floorMod(id, (long) this.locks.length)];
        lock.lock();
        boolean saved = false;
        try {
            document.setComment(StringUtils.abbreviate(document.getComment(), MAXIMUM_COMMENT));
            run(XWikiException.ERROR_XWIKI_STORE_HIBERNATE_SAVING_DOC, document, () -> this.sessions.write(session -> {
                save(session, document, id);
                return id;
            }));
            saved = true;
        } finally {
            this.cache.remove(id);
            lock.unlock();
            if (!saved) {
                document.setVersion(before);
            }
        }
        document.setXObjectsToRemove(new ArrayList<>());
        settle(document);
        document.setRestricted(false);
    }

    private static void check(String what, String value) throws XWikiException
    {
        if (value.length() > MAXIMUM_LENGTH) {
            throw new XWikiException(XWikiException.MODULE_XWIKI_STORE,
                XWikiException.ERROR_XWIKI_STORE_HIBERNATE_SAVING_DOC,
                String.format("The %s is longer than %d characters", what, MAXIMUM_LENGTH));
        }
    }

    private void save(Session session, XWikiDocument document, long id)
    {
        String stored = session.createQuery("select doc.version from XWikiDocument doc where doc.id = :id",
            String.class).setParameter(ID, id).uniqueResult();
        if (document.isNew() && stored != null) {
            throw new PersistenceException(
                String.format("The page [%s] was created by somebody else meanwhile", document));
        }
        boolean create = stored == null;
        if (create || document.isContentDirty() || document.isMetaDataDirty()) {
            Date now = new Date();
            document.setDate(now);
            if (create) {
                document.setCreationDate(now);
            }
            if (create || document.isContentDirty()) {
                document.setContentUpdateDate(now);
                document.getAuthors().setContentAuthor(document.getAuthors().getEffectiveMetadataAuthor());
            }
            document.setVersion(stored);
            document.incrementVersion();
            Revision revision = new Revision(id, document.getVersion(), now, document.getAuthor(),
                document.getComment());
            revision.setContent(PageXml.write(document));
            session.save(revision);
        }
        document.setxWikiClassXML(document.getxWikiClassXML());
        this.objects.save(session, document, create);
        if (create) {
            session.save(document);
        } else {
            session.update(document);
        }
    }

    @Override
    public void delete(XWikiDocument document) throws XWikiException
    {
        long id = document.getId();
        try {
            run(XWikiException.ERROR_XWIKI_STORE_HIBERNATE_DELETING_DOC, document,
                () -> this.sessions.write(session -> {
                    if (document.getTranslation() == 0) {
                        this.objects.delete(session, document.getFullName());
                    }
                    session.createQuery("delete from Revision revision where revision.docId = :id")
                        .setParameter(ID, id).executeUpdate();
                    return session.createQuery("delete from XWikiDocument doc where doc.id = :id")
                        .setParameter(ID, id).executeUpdate();
                }));
        } finally {
            this.cache.remove(id);
        }
    }

    @Override
    public void deleteRevisions(XWikiDocument document, String from, String to) throws XWikiException
    {
        run(XWikiException.ERROR_XWIKI_STORE_HIBERNATE_DELETING_DOC, document,
            () -> this.sessions.write(session -> session.createQuery("delete from Revision revision"
                + " where revision.docId = :id"
                + " and revision.version1 * 100000 + revision.version2 between :from and :to")
                .setParameter(ID, document.getId()).setParameter("from", number(from)).setParameter("to", number(to))
                .executeUpdate()));
    }

    private static int number(String version)
    {
        String[] parts = version.split("\\.");
        return Integer.parseInt(parts[0]) * 100000 + Integer.parseInt(parts[1]);
    }

    @Override
    public List<Locale> getTranslations(DocumentReference reference) throws XWikiException
    {
        return run(XWikiException.ERROR_XWIKI_STORE_HIBERNATE_READING_DOC, reference,
            () -> this.sessions.read(session -> session.createQuery(
                "select doc.language from XWikiDocument doc where doc.fullName = :name and doc.translation = 1 "
                    + "order by doc.language", String.class)
                .setParameter(NAME, References.serialize(reference, true)).list()))
            .stream().map(LocaleUtils::toLocale).toList();
    }

    @Override
    public List<Revision> getRevisions(DocumentReference reference) throws XWikiException
    {
        return run(XWikiException.ERROR_XWIKI_STORE_HIBERNATE_READING_DOC, reference,
            () -> this.sessions.read(session -> session.createQuery(
                "select revision.docId, concat(revision.version1, '.', revision.version2), revision.date, "
                    + "revision.author, revision.comment from Revision revision where revision.docId = :id "
                    + "order by revision.version1 desc, revision.version2 desc", Object[].class)
                .setParameter(ID, Hash.of(reference)).list()))
            .stream().map(row -> new Revision((Long) row[0], (String) row[1], (Date) row[2],
                (String) row[3], (String) row[4])).toList();
    }

    @Override
    public XWikiDocument getRevision(DocumentReference reference, String version) throws XWikiException
    {
        Revision key = new Revision(Hash.of(reference), version, null, null, null);
        Revision revision = run(XWikiException.ERROR_XWIKI_STORE_HIBERNATE_READING_DOC, reference,
            () -> this.sessions.read(session -> session.get(Revision.class, key)));
        if (revision == null) {
            return null;
        }
        XWikiDocument document = new XWikiDocument(reference);
        new PageXml(revision.getContent()).read(document, classes());
        document.setAuthor(revision.getAuthor());
        document.setContentAuthor(revision.getAuthor());
        document.setVersion(version);
        document.setDate(revision.getDate());
        document.setNew(false);
        document.setOriginalDocument(get(reference));
        return document;
    }

    private Function<DocumentReference, BaseClass> classes()
    {
        return reference -> {
            try {
                return get(reference).getXClass();
            } catch (XWikiException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static <T> T run(int code, Object what, Supplier<T> action) throws XWikiException
    {
        try {
            return action.get();
        } catch (PersistenceException e) {
            throw new XWikiException(XWikiException.MODULE_XWIKI_STORE, code,
                String.format("The database refused [%s]: %s", what, e.getMessage()), e);
        }
    }
}
