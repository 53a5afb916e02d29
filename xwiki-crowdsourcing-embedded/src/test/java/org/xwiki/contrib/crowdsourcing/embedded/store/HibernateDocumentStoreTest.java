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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.bridge.event.DocumentCreatingEvent;
import org.xwiki.bridge.event.DocumentUpdatedEvent;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.CancelableEvent;
import org.xwiki.observation.event.Event;
import org.xwiki.query.Query;
import org.xwiki.query.QueryManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.api.Document;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.NumberClass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks what is kept of pages, and how.
 *
 * @version $Id$
 */
class HibernateDocumentStoreTest
{
    private static final LocalDocumentReference TYPE = new LocalDocumentReference("Test", "ThingClass");

    @TempDir
    private Path data;

    private TestWiki wiki;

    @BeforeEach
    void open() throws Exception
    {
        this.wiki = new TestWiki(this.data);
        XWikiDocument type = this.wiki.page("Test.ThingClass");
        BaseClass xclass = type.getXClass();
        xclass.addTextField("name", "Name", 30);
        xclass.addTextAreaField("text", "Text", 40, 5);
        xclass.addNumberField("count", "Count", 5, NumberClass.TYPE_INTEGER);
        xclass.addStaticListField("tags", "Tags", "a=First|b|c");
        xclass.get("tags").toFormString();
        ((com.xpn.xwiki.objects.classes.PropertyClass) xclass.get("tags")).setStringValue("multiSelect", "1");
        ((com.xpn.xwiki.objects.classes.PropertyClass) xclass.get("tags")).setStringValue("relationalStorage", "1");
        this.wiki.save(type);
    }

    @AfterEach
    void close() throws Exception
    {
        this.wiki.close();
    }

    private XWikiDocument thing(String page, String name) throws Exception
    {
        XWikiDocument document = this.wiki.page(page);
        BaseObject object = document.newXObject(TYPE, this.wiki.context());
        object.set("name", name, this.wiki.context());
        object.set("text", "Long text of " + name, this.wiki.context());
        object.set("count", "7", this.wiki.context());
        object.set("tags", List.of("a", "b"), this.wiki.context());
        return document;
    }

    private void restart() throws Exception
    {
        this.wiki.close();
        this.wiki = new TestWiki(this.data);
    }

    @Test
    void keepsAPage() throws Exception
    {
        XWikiDocument document = thing("Space.Nested.WebHome", "one");
        document.setTitle("Título “quoted” 😀");
        document.setContent("content\nwith lines");
        document.setHidden(true);
        document.setEnforceRequiredRights(true);
        document.setParentReference(new LocalDocumentReference("Space", "WebHome"));
        this.wiki.save(document);
        restart();

        XWikiDocument read = this.wiki.page("Space.Nested.WebHome");
        assertFalse(read.isNew());
        assertEquals("Título “quoted” 😀", read.getTitle());
        assertEquals("content\nwith lines", read.getContent());
        assertTrue(read.isHidden());
        assertTrue(read.isEnforceRequiredRights());
        assertEquals("xwiki:Space.WebHome", read.getParentReference().toString());
        assertEquals(TestWiki.user("Ada"), read.getAuthorReference());
        assertEquals(TestWiki.user("Ada"), read.getContentAuthorReference());
        assertEquals(TestWiki.user("Ada"), read.getCreatorReference());
        assertEquals("1.1", read.getVersion());
        BaseObject object = read.getXObject(TYPE);
        assertEquals("one", object.getStringValue("name"));
        assertEquals("Long text of one", object.getLargeStringValue("text"));
        assertEquals(7, object.getIntValue("count"));
        assertEquals(List.of("a", "b"), object.getListValue("tags"));
        assertFalse(read.isMetaDataDirty());
        assertFalse(read.isContentDirty());
    }

    @Test
    void sharesWhatItReadAndCopiesOnClone() throws Exception
    {
        this.wiki.save(thing("Space.Page", "one"));
        DocumentReference reference = new DocumentReference("xwiki", "Space", "Page");
        XWikiDocument shared = this.wiki.xwiki.getDocument(reference, this.wiki.context());
        long before = this.wiki.statements();
        assertSame(shared, this.wiki.xwiki.getDocument(reference, this.wiki.context()));
        assertTrue(this.wiki.xwiki.getDocument(new DocumentReference("xwiki", "No", "Page"), this.wiki.context())
            .isNew());
        this.wiki.xwiki.getDocument(new DocumentReference("xwiki", "No", "Page"), this.wiki.context());
        assertEquals(before + 1, this.wiki.statements());

        XWikiDocument clone = shared.clone();
        clone.setTitle("Changed");
        clone.getXObject(TYPE).setStringValue("name", "changed");
        ((List<String>) clone.getXObject(TYPE).getListValue("tags")).add("c");
        assertTrue(clone.isContentDirty());
        assertTrue(clone.isMetaDataDirty());
        assertEquals("", shared.getTitle());
        assertEquals("one", shared.getXObject(TYPE).getStringValue("name"));
        assertEquals(List.of("a", "b"), shared.getXObject(TYPE).getListValue("tags"));
        assertFalse(shared.isMetaDataDirty());
        assertSame(shared, clone.getOriginalDocument());
    }

    @Test
    void aScriptChangesACopy() throws Exception
    {
        this.wiki.save(thing("Space.Page", "one"));
        XWikiDocument shared = this.wiki.xwiki.getDocument("Space.Page", this.wiki.context());
        XWikiContext context = this.wiki.context();
        Document script = new Document(shared, context);
        script.getObject("Test.ThingClass").set("name", "changed");
        script.newObject("Test.ThingClass").set("name", "new");
        assertEquals("one", shared.getXObject(TYPE).getStringValue("name"));
        assertEquals(1, shared.getXObjectSize(TYPE));
        assertEquals("changed", script.getObject("Test.ThingClass").getValue("name"));
        assertEquals(2, script.getObjects("Test.ThingClass").size());
        assertThrows(XWikiException.class, () -> new Document(shared, context).save());
    }

    @Test
    void savingTheSameValueChangesNothing() throws Exception
    {
        this.wiki.save(thing("Space.Page", "one"));
        XWikiDocument clone = this.wiki.page("Space.Page");
        clone.getXObject(TYPE).set("name", "one", this.wiki.context());
        clone.getXObject(TYPE).set("count", "7", this.wiki.context());
        clone.getXObject(TYPE).set("tags", List.of("a", "b"), this.wiki.context());
        clone.setTitle("");
        clone.setAuthorReference(TestWiki.user("Ada"));
        assertFalse(clone.isMetaDataDirty());
        assertFalse(clone.isContentDirty());
        clone.getXObject(TYPE).set("count", "8", this.wiki.context());
        assertTrue(clone.isMetaDataDirty());
    }

    @Test
    void keepsEveryVersion() throws Exception
    {
        this.wiki.save(thing("Space.Page", "one"));
        XWikiDocument second = this.wiki.page("Space.Page");
        second.getXObject(TYPE).setStringValue("name", "two");
        this.wiki.save(second);
        assertEquals("2.1", second.getVersion());
        XWikiDocument minor = this.wiki.page("Space.Page");
        minor.setTitle("Minor");
        this.wiki.xwiki.saveDocument(minor, "typo", true, this.wiki.context());
        assertEquals("2.2", minor.getVersion());

        DocumentStore store = this.wiki.get(DocumentStore.class);
        List<Revision> revisions = store.getRevisions(minor.getDocumentReference());
        assertEquals(List.of("2.2", "2.1", "1.1"), revisions.stream().map(Revision::getVersion).toList());
        assertArrayEquals(new String[] {"2.2", "2.1", "1.1"}, minor.getRecentRevisions(0, this.wiki.context()));
        assertArrayEquals(new String[] {"2.2"}, minor.getRecentRevisions(1, this.wiki.context()));
        assertEquals("typo", revisions.get(0).getComment());
        assertEquals("XWiki.Ada", revisions.get(1).getAuthor());
        XWikiDocument old = this.wiki.xwiki.getDocument(minor, "1.1", this.wiki.context());
        assertEquals("one", old.getXObject(TYPE).getStringValue("name"));
        assertEquals(List.of("a", "b"), old.getXObject(TYPE).getListValue("tags"));
        assertEquals("", old.getTitle());
        assertNull(this.wiki.xwiki.getDocument(minor, "9.1", this.wiki.context()));
    }

    @Test
    void removedObjectsLeaveTheirNumbersEmpty() throws Exception
    {
        XWikiDocument document = thing("Space.Page", "zero");
        for (String name : List.of("one", "two")) {
            document.newXObject(TYPE, this.wiki.context()).setStringValue("name", name);
        }
        this.wiki.save(document);
        XWikiDocument change = this.wiki.page("Space.Page");
        change.removeXObject(change.getXObject(TYPE, 1));
        this.wiki.save(change);
        restart();

        List<BaseObject> objects = this.wiki.page("Space.Page").getXObjects(TYPE);
        assertEquals(3, objects.size());
        assertNull(objects.get(1));
        assertEquals("two", objects.get(2).getStringValue("name"));
        assertEquals(List.of(2L), this.wiki.<QueryManager>get(QueryManager.class).createQuery(
            "select count(prop) from StringProperty prop where prop.id.name = 'name' and prop.value like :value",
            Query.HQL).bindValue("value", "%o%").execute().stream().map(Long.class::cast).toList());
    }

    @Test
    void aRemovedObjectCanBeReplaced() throws Exception
    {
        this.wiki.save(thing("Space.Page", "zero"));
        XWikiDocument change = this.wiki.page("Space.Page");
        change.removeXObject(change.getXObject(TYPE, 0));
        BaseObject again = new BaseObject();
        again.setXClassReference(change.getDocumentReference().replaceParent(
            change.getDocumentReference().getParent()));
        again.setXClassReference(new DocumentReference("xwiki", "Test", "ThingClass"));
        again.setStringValue("name", "again");
        change.setXObject(0, again);
        this.wiki.save(change);
        BaseObject read = this.wiki.page("Space.Page").getXObject(TYPE, 0);
        assertEquals("again", read.getStringValue("name"));
        assertEquals("", read.getStringValue("text"));
    }

    @Test
    void theFirstOfTwoCreatesTheSecondIsRefused() throws Exception
    {
        XWikiDocument first = thing("Space.Page", "first");
        XWikiDocument second = thing("Space.Page", "second");
        this.wiki.save(first);
        assertThrows(XWikiException.class, () -> this.wiki.save(second));
        assertEquals("first", this.wiki.page("Space.Page").getXObject(TYPE).getStringValue("name"));
        assertEquals(1, this.wiki.<DocumentStore>get(DocumentStore.class).getRevisions(first.getDocumentReference())
            .size());
    }

    @Test
    void ofManyAtOnceExactlyOneCreates() throws Exception
    {
        int count = 6;
        ExecutorService pool = Executors.newFixedThreadPool(count);
        CyclicBarrier barrier = new CyclicBarrier(count);
        List<Future<Boolean>> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "name" + i;
            Callable<Boolean> task = () -> {
                XWikiDocument document = thing("Space.Race", name);
                barrier.await();
                try {
                    this.wiki.save(document);
                    return true;
                } catch (XWikiException e) {
                    return false;
                }
            };
            results.add(pool.submit(task));
        }
        int won = 0;
        for (Future<Boolean> result : results) {
            won += result.get() ? 1 : 0;
        }
        pool.shutdown();
        assertEquals(1, won);
        assertEquals("1.1", this.wiki.page("Space.Race").getVersion());
    }

    @Test
    void concurrentChangesAllGetAVersion() throws Exception
    {
        this.wiki.save(thing("Space.Page", "one"));
        XWikiDocument first = this.wiki.page("Space.Page");
        XWikiDocument second = this.wiki.page("Space.Page");
        first.setTitle("First");
        second.setTitle("Second");
        this.wiki.save(first);
        this.wiki.save(second);
        assertEquals("2.1", first.getVersion());
        assertEquals("3.1", second.getVersion());
        assertEquals("Second", this.wiki.page("Space.Page").getTitle());
    }

    @Test
    void listenersSeeBeforeAndAfterAndMayRefuse() throws Exception
    {
        List<String> seen = new ArrayList<>();
        this.wiki.<ObservationManager>get(ObservationManager.class).addListener(
            new AbstractEventListener("test", new DocumentCreatingEvent(), new DocumentUpdatingEvent(),
                new DocumentUpdatedEvent())
            {
                @Override
                public void onEvent(Event event, Object source, Object data)
                {
                    XWikiDocument document = (XWikiDocument) source;
                    seen.add(event.getClass().getSimpleName() + ' ' + document.getOriginalDocument().getTitle() + '>'
                        + document.getTitle());
                    if (document.getTitle().equals("forbidden")) {
                        ((CancelableEvent) event).cancel("Not so.");
                    }
                }
            });
        XWikiDocument document = thing("Space.Page", "one");
        document.setTitle("a");
        this.wiki.save(document);
        XWikiDocument change = this.wiki.page("Space.Page");
        change.setTitle("b");
        this.wiki.save(change);
        XWikiDocument refused = this.wiki.page("Space.Page");
        refused.setTitle("forbidden");
        XWikiException e = assertThrows(XWikiException.class, () -> this.wiki.save(refused));
        assertTrue(e.getMessage().contains("Reason: [Not so.]"), e.getMessage());
        assertEquals("b", this.wiki.page("Space.Page").getTitle());
        assertEquals(List.of("DocumentCreatingEvent >a", "DocumentUpdatingEvent a>b", "DocumentUpdatedEvent a>b",
            "DocumentUpdatingEvent b>forbidden"), seen);
    }

    @Test
    void onlyAChangeOfTheContentChangesItsAuthor() throws Exception
    {
        this.wiki.save(thing("Space.Page", "one"));
        XWikiDocument change = this.wiki.page("Space.Page");
        change.getXObject(TYPE).setStringValue("name", "two");
        change.setAuthorReference(TestWiki.user("Bob"));
        this.wiki.xwiki.saveDocument(change, this.wiki.context());
        XWikiDocument read = this.wiki.page("Space.Page");
        assertEquals(TestWiki.user("Bob"), read.getAuthorReference());
        assertEquals(TestWiki.user("Ada"), read.getContentAuthorReference());
    }

    @Test
    void keepsTranslations() throws Exception
    {
        XWikiDocument document = thing("Space.Page", "one");
        document.setTitle("English");
        document.setDefaultLocale(Locale.ENGLISH);
        this.wiki.save(document);
        XWikiDocument spanish = new XWikiDocument(document.getDocumentReference(), new Locale("es"));
        spanish.setTitle("Español");
        this.wiki.save(spanish);
        restart();

        XWikiDocument read = this.wiki.page("Space.Page");
        assertEquals("English", read.getTitle());
        assertEquals("Español", read.getTranslatedDocument(new Locale("es", "MX"), this.wiki.context()).getTitle());
        assertEquals("English", read.getTranslatedDocument(Locale.FRENCH, this.wiki.context()).getTitle());
        assertEquals(List.of(new Locale("es")), read.getTranslationLocales(this.wiki.context()));
        long before = this.wiki.statements();
        read.getTranslatedDocument(Locale.FRENCH, this.wiki.context());
        assertEquals(before, this.wiki.statements());
    }

    @Test
    void deletesEverythingOfAPage() throws Exception
    {
        this.wiki.save(thing("Space.Page", "one"));
        this.wiki.xwiki.deleteDocument(this.wiki.page("Space.Page"), this.wiki.context());
        assertTrue(this.wiki.page("Space.Page").isNew());
        QueryManager queries = this.wiki.get(QueryManager.class);
        assertEquals(List.of(), queries.createQuery("from BaseObject obj where obj.name = 'Space.Page'", Query.HQL)
            .execute());
        assertEquals(List.of(0L), queries.createQuery(
            "select count(prop) from StringProperty prop where prop.value = 'one'", Query.HQL).execute());
        this.wiki.save(thing("Space.Page", "new"));
        assertEquals("1.1", this.wiki.page("Space.Page").getVersion());
    }

    @Test
    void aColdPageTakesAFixedNumberOfStatements() throws Exception
    {
        for (int number : new int[] { 1, 40 }) {
            XWikiDocument document = this.wiki.page("Space.Page" + number);
            for (int i = 0; i < number; i++) {
                BaseObject object = document.newXObject(TYPE, this.wiki.context());
                object.set("name", "name" + i, this.wiki.context());
                object.set("tags", List.of("a"), this.wiki.context());
            }
            this.wiki.save(document);
            long before = this.wiki.statements();
            assertEquals(number, this.wiki.page("Space.Page" + number).getXObjectSize(TYPE));
            assertEquals(6, this.wiki.statements() - before);
        }
    }

    @Test
    void namesOfAnyKindStayApart() throws Exception
    {
        List<String> names = List.of("a.b", "a:b", "a\\b", "a/b", "a'b\"", "😀", "مرحبا", "x".repeat(200), "a^b@c");
        for (String name : names) {
            XWikiDocument document = new XWikiDocument(
                new DocumentReference("xwiki", List.of("Space", name), "WebHome"));
            document.setTitle(name);
            this.wiki.save(document);
        }
        restart();
        for (String name : names) {
            DocumentReference reference = new DocumentReference("xwiki", List.of("Space", name), "WebHome");
            XWikiDocument read = this.wiki.xwiki.getDocument(reference, this.wiki.context());
            assertNotSame(true, read.isNew());
            assertEquals(name, read.getTitle());
            assertEquals(reference, read.getDocumentReference());
        }
    }

    @Test
    void aTitleThatDoesNotFitIsRefusedAndNothingIsKept() throws Exception
    {
        XWikiDocument document = this.wiki.page("Space.Page");
        document.setTitle("x".repeat(800));
        assertThrows(XWikiException.class, () -> this.wiki.save(document));
        XWikiDocument thing = thing("Space.Page", "y".repeat(769));
        XWikiException e = assertThrows(XWikiException.class, () -> this.wiki.save(thing));
        assertTrue(e.getMessage().contains("name is longer than 768"), e.getMessage());
        assertTrue(this.wiki.page("Space.Page").isNew());
    }
}
