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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.inject.Named;
import javax.inject.Provider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.model.document.DocumentAuthors;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.QueryManager;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.user.CurrentUserReference;
import org.xwiki.user.UserReference;
import org.xwiki.user.UserReferenceResolver;

import com.xpn.xwiki.XWiki;
import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.IntegerProperty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link PageReader}, {@link PageWriter} and {@link PageChanges}: what they do with the pages of the wiki.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({PageReader.class, PageWriter.class, PageChanges.class, RowReader.class, PageGuard.class,
    Seen.class})
class PagesTest
{
    private static final DocumentReference PAGE = TestRows.page("I.C.WebHome");

    private static final EntityReference CLASS = Schema.CHALLENGE.getClassReference();

    @InjectComponentManager
    private ComponentManager components;

    @MockComponent
    private Provider<XWikiContext> contextProvider;

    @MockComponent
    private Execution execution;

    @MockComponent
    private UserReferenceResolver<CurrentUserReference> currentUser;

    @MockComponent
    private QueryManager queryManager;

    @MockComponent
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private final XWikiContext context = mock(XWikiContext.class);

    private final XWiki wiki = mock(XWiki.class);

    /** The page in the cache of the wiki, and the clone that is changed. */
    private final XWikiDocument cached = mock(XWikiDocument.class);

    private final XWikiDocument document = mock(XWikiDocument.class);

    private final BaseObject object = mock(BaseObject.class);

    private final DocumentAuthors authors = mock(DocumentAuthors.class);

    private final UserReference user = mock(UserReference.class);

    private RecordingQueries queries;

    @BeforeEach
    void configure() throws Exception
    {
        TestRows.local(this.serializer);
        this.queries = new RecordingQueries(this.queryManager);
        when(this.contextProvider.get()).thenReturn(this.context);
        when(this.context.getWiki()).thenReturn(this.wiki);
        when(this.execution.getContext()).thenReturn(new ExecutionContext());
        when(this.currentUser.resolve(CurrentUserReference.INSTANCE)).thenReturn(this.user);
        XWikiDocument none = mock(XWikiDocument.class);
        when(none.isNew()).thenReturn(true);
        when(this.wiki.getDocument(any(DocumentReference.class), any())).thenReturn(none);
        when(this.wiki.getDocument(PAGE, this.context)).thenReturn(this.cached);
        when(this.cached.clone()).thenReturn(this.document);
        for (XWikiDocument each : List.of(this.cached, this.document)) {
            when(each.getDocumentReference()).thenReturn(PAGE);
            when(each.getTitle()).thenReturn("T");
            when(each.getAuthors()).thenReturn(this.authors);
            when(each.getXObject(CLASS)).thenReturn(this.object);
            when(each.getXObjects(CLASS)).thenReturn(Arrays.asList(null, this.object));
        }
        when(this.object.getNumber()).thenReturn(1);
        when(this.object.getLargeStringValue(anyString())).thenReturn("");
        when(this.object.getListValue(anyString())).thenReturn(new ArrayList<>());
        when(this.object.getLargeStringValue("state")).thenReturn("selected");
        when(this.object.getIntValue("priority")).thenReturn(3);
        when(this.object.getLargeStringValue("priority")).thenReturn("3");
        // Emptied in a form.
        when(this.object.safeget("score")).thenReturn(mock(IntegerProperty.class));
    }

    private PageReader reader() throws Exception
    {
        return this.components.getInstance(PageReader.class);
    }

    private PageWriter writer() throws Exception
    {
        return this.components.getInstance(PageWriter.class);
    }

    @Test
    void readSkipsRemovedObjects() throws Exception
    {
        Row row = reader().find(PAGE, Schema.CHALLENGE).orElseThrow();
        assertEquals("selected", row.text("state"));
        assertEquals(3, row.number("priority"));
        assertEquals("", row.text("score"));
        assertEquals("T", row.title());
        assertEquals(1, row.number());
        assertTrue(reader().find(PAGE, Schema.BRIEF).isEmpty());
        assertTrue(reader().find(TestRows.page("No.Page"), Schema.CHALLENGE).isEmpty());
    }

    @Test
    void historyGoesBackOverMajorAndMinorVersions() throws Exception
    {
        when(this.cached.getRecentRevisions(3, this.context)).thenReturn(new String[] {"2.2", "2.1", "1.1"});
        when(this.wiki.getDocument(this.cached, "2.1", this.context)).thenReturn(this.document);
        assertEquals(List.of(3), reader().history(PAGE, Schema.CHALLENGE, 2).stream()
            .map(row -> row.number("priority")).toList(), "Version 1.1 cannot be read, the current one is no history");
        when(this.wiki.getDocument(this.cached, "1.1", this.context)).thenReturn(this.document);
        assertEquals(2, reader().versions(PAGE, Schema.CHALLENGE, 2).size());
        verify(this.wiki, never()).getDocument(this.cached, "2.2", this.context);
        when(this.cached.getRecentRevisions(3, this.context)).thenReturn(new String[0]);
        assertEquals(List.of(), reader().versions(PAGE, Schema.CHALLENGE, 2));
    }

    @Test
    void nearestAncestor() throws Exception
    {
        assertEquals(Optional.of(PAGE), reader().nearest(TestRows.page("I.C.Dialogue.c1"), Schema.CHALLENGE)
            .map(Row::page));
        assertEquals(Optional.of(PAGE), reader().nearest(PAGE, Schema.CHALLENGE).map(Row::page));
        assertTrue(reader().nearest(TestRows.page("I.Other.WebHome"), Schema.CHALLENGE).isEmpty());
    }

    @Test
    void updateSavesACloneInTheNameOfTheUser() throws Exception
    {
        writer().update(PAGE, Schema.CHALLENGE, Map.of("state", "dropped"), "");
        verify(this.object).set("state", "dropped", this.context);
        verify(this.wiki).saveDocument(this.document, "", this.context);
        verify(this.wiki, never()).saveDocument(eq(this.cached), any(), any());
        verify(this.authors).setOriginalMetadataAuthor(this.user);
        // Who uses a button does not answer for what else the page holds.
        verify(this.authors, never()).setEffectiveMetadataAuthor(any());
        verify(this.authors, never()).setContentAuthor(any());
    }

    @Test
    void whatIsTheSameIsNotSaved() throws Exception
    {
        writer().update(PAGE, Schema.CHALLENGE, Map.of("state", "selected", "priority", 3), "");
        verify(this.wiki, never()).saveDocument(any(), any(), any());
        verify(this.object, never()).set(any(), any(), any());
    }

    @Test
    void numberThatWasNeverSetDiffersFromZero() throws Exception
    {
        writer().update(PAGE, Schema.CHALLENGE, Map.of("score", 0), "");
        verify(this.object).set("score", 0, this.context);
    }

    @Test
    void savesAreMarkedAsManaged() throws Exception
    {
        PageWriter writer = writer();
        List<Boolean> managed = new ArrayList<>();
        doAnswer(call -> managed.add(writer.isManaged())).when(this.wiki).saveDocument(any(), any(), any());
        writer.update(PAGE, Schema.CHALLENGE, Map.of("state", "dropped"), "");
        assertEquals(List.of(true), managed);
        assertFalse(writer.isManaged());
    }

    @Test
    void markIsTakenBackAfterAFailure() throws Exception
    {
        doThrow(XWikiException.class).when(this.wiki).saveDocument(any(), any(), any());
        PageWriter writer = writer();
        assertThrows(CrowdsourcingException.class,
            () -> writer.update(PAGE, Schema.CHALLENGE, Map.of("state", "dropped"), ""));
        assertFalse(writer.isManaged());
        when(this.execution.getContext()).thenReturn(null);
        assertFalse(writer.isManaged());
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() throws Exception
    {
        Seen seen = this.components.getInstance(Seen.class);
        String stamp = reader().find(PAGE, Schema.CHALLENGE).orElseThrow().stamp();
        seen.expect(PAGE, stamp);
        when(this.object.getLargeStringValue("state")).thenReturn("dropped");
        ConflictException exception = assertThrows(ConflictException.class,
            () -> writer().update(PAGE, Schema.CHALLENGE, Map.of("state", "proposed"), ""));
        assertEquals("crowdsourcing.error.conflict", exception.getErrors().get(0).messageKey());
        verify(this.wiki, never()).saveDocument(any(), any(), any());

        when(this.object.getLargeStringValue("state")).thenReturn("selected");
        writer().update(PAGE, Schema.CHALLENGE, Map.of("state", "proposed"), "");
        verify(this.wiki).saveDocument(any(), any(), any());
        // What was seen is used up: the same act may change the page once more.
        assertEquals("", seen.of(PAGE));
    }

    @Test
    void objectsAreChangedAndAdded() throws Exception
    {
        when(this.document.getXObject(CLASS, 3)).thenReturn(this.object);
        writer().update(PAGE, Schema.CHALLENGE, Map.of(3, Map.of("state", "dropped")));
        verify(this.object).set("state", "dropped", this.context);
        verify(this.wiki).saveDocument(this.document, "", this.context);
        BaseObject added = org.mockito.Mockito.mock(BaseObject.class);
        when(this.document.newXObject(CLASS, this.context)).thenReturn(added);
        PageWriter writer = writer();
        writer.add(PAGE, Schema.CHALLENGE, List.of(Map.of("state", "proposed")));
        verify(added).set("state", "proposed", this.context);
        verify(this.wiki, org.mockito.Mockito.times(2)).saveDocument(this.document, "", this.context);
        writer.add(PAGE, Schema.CHALLENGE, List.of());
        verify(this.wiki, org.mockito.Mockito.times(2)).saveDocument(this.document, "", this.context);
        assertThrows(NotFoundException.class,
            () -> writer.update(PAGE, Schema.CHALLENGE, Map.of(9, Map.of("state", "dropped"))));
    }

    @Test
    void updateOfNothing() throws Exception
    {
        when(this.document.getXObject(CLASS)).thenReturn(null);
        PageWriter writer = writer();
        assertThrows(NotFoundException.class,
            () -> writer.update(PAGE, Schema.CHALLENGE, Map.of("state", "dropped"), ""));
    }

    @Test
    void hiddenPageIsNoScript() throws Exception
    {
        when(this.document.isNew()).thenReturn(true);
        assertTrue(writer().createHidden(PAGE, "Thread", Schema.CHALLENGE, Map.of("state", "proposed")));
        verify(this.document).setTitle("Thread");
        verify(this.document).setHidden(true);
        verify(this.document).setEnforceRequiredRights(true);
        verify(this.document, never()).setContent(anyString());
        verify(this.authors).setCreator(this.user);
        verify(this.authors).setEffectiveMetadataAuthor(this.user);
        verify(this.authors).setOriginalMetadataAuthor(this.user);
        verify(this.wiki).saveDocument(this.document, "", this.context);
    }

    @Test
    void whatIsThereIsNotOverwritten() throws Exception
    {
        assertFalse(writer().createHidden(PAGE, "T", Schema.CHALLENGE, Map.of()));
        verify(this.wiki, never()).saveDocument(any(), any(), any());
    }

    @Test
    void clashOfTwoNodesIsNoFailure() throws Exception
    {
        when(this.document.isNew()).thenReturn(true);
        when(this.cached.isNew()).thenReturn(false);
        doThrow(XWikiException.class).when(this.wiki).saveDocument(any(), any(), any());
        assertFalse(writer().createHidden(PAGE, "T", Schema.CHALLENGE, Map.of()));
        when(this.cached.isNew()).thenReturn(true);
        PageWriter writer = writer();
        assertThrows(CrowdsourcingException.class,
            () -> writer.createHidden(PAGE, "T", Schema.CHALLENGE, Map.of()));
    }

    @Test
    void pageOfANewSpaceIsMadeFromItsTemplate() throws Exception
    {
        when(this.document.isNew()).thenReturn(true);
        when(this.wiki.exists(any(DocumentReference.class), any())).thenReturn(true);
        DocumentReference page = writer().create(TestRows.page("I.WebHome").getLastSpaceReference(), "C", "Title",
            Schema.CHALLENGE);
        assertEquals(PAGE, page);
        verify(this.document).readFromTemplate(TestRows.page("Crowdsourcing.Code.ChallengeTemplate"), this.context);
        verify(this.document).setTitle("Title");
        verify(this.document).setHidden(false);
        verify(this.document, never()).setEnforceRequiredRights(true);
        assertEquals("I.C", this.queries.values(0).get("space"));
        assertEquals(List.of(1), this.queries.limits());
    }

    @Test
    void aTitleIsNoScript() throws Exception
    {
        writer().fill(PAGE, "Costs", Map.of(), "");
        verify(this.document, never()).setEnforceRequiredRights(true);
        // A name that somebody typed in a form, on the page of somebody with more rights.
        writer().fill(PAGE, "$services.query", Map.of(), "");
        verify(this.document).setEnforceRequiredRights(true);
        when(this.document.isNew()).thenReturn(true);
        writer().create(TestRows.page("I.WebHome").getLastSpaceReference(), "C", "#set($x = 1)", Schema.CHALLENGE);
        // The title of a file that an administrator imports.
        writer().createFilled(TestRows.page("I.WebHome").getLastSpaceReference(), "C", "$x", Schema.CHALLENGE,
            Map.of());
        verify(this.document, times(3)).setEnforceRequiredRights(true);
    }

    @Test
    void spaceThatHoldsAnythingIsTaken() throws Exception
    {
        this.queries.answer("XWikiDocument", "I.C.c1");
        PageWriter writer = writer();
        CrowdsourcingException exception = assertThrows(CrowdsourcingException.class, () -> writer
            .create(TestRows.page("I.WebHome").getLastSpaceReference(), "C", "Title", Schema.CHALLENGE));
        assertEquals("crowdsourcing.error.nameTaken", exception.getErrors().get(0).messageKey());
        assertEquals("I.C-2", this.queries.values(1).get("space"));
        verify(this.wiki, never()).saveDocument(any(), any(), any());
    }

    @Test
    void pageBeforeAndAfterAChange() throws Exception
    {
        PageChanges changes = this.components.getInstance(PageChanges.class);
        assertFalse(changes.before(this.document).exists());
        when(this.document.getOriginalDocument()).thenReturn(this.cached);
        assertTrue(changes.before(this.document).has(Schema.CHALLENGE));
        assertEquals("selected", changes.after(this.document).first(Schema.CHALLENGE).text("state"));
        assertEquals("", changes.after(this.document).first(Schema.BRIEF).text("state"));
        changes.set(this.document, Schema.CHALLENGE, "state", "x");
        verify(this.object).set("state", "x", this.context);
        when(this.document.getXObject(CLASS, 3)).thenReturn(this.object);
        changes.set(this.document, Schema.CHALLENGE, 3, "state", "y");
        verify(this.object).set("state", "y", this.context);
    }

    @Test
    void pageInTheEditor() throws Exception
    {
        PageChanges changes = this.components.getInstance(PageChanges.class);
        assertFalse(changes.isEdited());
        for (String action : List.of("save", "saveandcontinue")) {
            when(this.context.getAction()).thenReturn(action);
            assertTrue(changes.isEdited());
        }
        when(this.context.getAction()).thenReturn("import");
        assertFalse(changes.isEdited());
    }

    @Test
    void writeLeavesToOthersWhatIsTheirs() throws Exception
    {
        writer().write(PAGE, "Not the title", "Words", "Why");
        verify(this.document).setContent("Words");
        verify(this.document, never()).setTitle(any());
        verify(this.wiki).saveDocument(this.document, "Why", this.context);
        verify(this.authors, never()).setEffectiveMetadataAuthor(any());
    }

    @Test
    void writeCreates() throws Exception
    {
        DocumentReference fresh = TestRows.page("I.C.Discussion2");
        XWikiDocument created = mock(XWikiDocument.class);
        when(this.wiki.getDocument(fresh, this.context)).thenReturn(created);
        when(created.clone()).thenReturn(created);
        when(created.isNew()).thenReturn(true);
        when(created.getAuthors()).thenReturn(this.authors);
        writer().write(fresh, "A part", "Words", "Why");
        verify(created).setTitle("A part");
        // Whatever it says, nobody's right runs it.
        verify(created).setEnforceRequiredRights(true);
        verify(this.authors).setEffectiveMetadataAuthor(this.user);
        verify(this.wiki).saveDocument(created, "Why", this.context);
        writer().delete(fresh);
        verify(this.wiki).deleteDocument(created, this.context);
    }

    @Test
    void contentSaysWhoseItIs() throws Exception
    {
        when(this.cached.getContent()).thenReturn("Words");
        when(this.cached.getSyntax()).thenReturn(Syntax.XWIKI_2_1);
        when(this.cached.getVersion()).thenReturn("1.1");
        assertEquals(new PageContent("Words", true, true, true), reader().content(PAGE));
        when(this.authors.getContentAuthor()).thenReturn(this.user);
        when(this.cached.getSyntax()).thenReturn(Syntax.PLAIN_1_0);
        when(this.cached.getVersion()).thenReturn("2.1");
        when(this.cached.getContent()).thenReturn(null);
        assertEquals(new PageContent("", false, false, false), reader().content(PAGE));
    }

    @Test
    void anotherWikiIsEnteredAndLeft() throws Exception
    {
        DocumentReference admin = TestRows.page("XWiki.Admin");
        when(this.context.getWikiId()).thenReturn("xwiki");
        when(this.context.getLocale()).thenReturn(Locale.FRENCH);
        when(this.wiki.getDefaultLocale(this.context)).thenReturn(Locale.GERMAN);
        Runnable task = mock(Runnable.class);
        doThrow(new IllegalStateException("no")).when(task).run();
        PageWriter writer = writer();
        assertThrows(IllegalStateException.class, () -> writer.inWiki(new WikiReference("sub"), admin, task));
        InOrder order = inOrder(this.context, task);
        order.verify(this.context).setWikiId("sub");
        order.verify(this.context).setLocale(Locale.GERMAN);
        order.verify(this.context).setUserReference(admin);
        order.verify(task).run();
        order.verify(this.context).setWikiId("xwiki");
        order.verify(this.context).setLocale(Locale.FRENCH);
        order.verify(this.context).setUserReference(null);
    }
}
