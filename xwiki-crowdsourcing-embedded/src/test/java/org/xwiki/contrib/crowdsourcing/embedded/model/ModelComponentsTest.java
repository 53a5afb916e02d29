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
package org.xwiki.contrib.crowdsourcing.embedded.model;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.component.util.DefaultParameterizedType;
import org.xwiki.contrib.crowdsourcing.embedded.store.TestWiki;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.user.CurrentUserReference;
import org.xwiki.user.GuestUserReference;
import org.xwiki.user.UserReferenceResolver;
import org.xwiki.user.UserReferenceSerializer;

import com.xpn.xwiki.XWikiContext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

/**
 * Checks what resolves and serializes references.
 *
 * @version $Id$
 */
class ModelComponentsTest
{
    @TempDir
    private static Path data;

    private static TestWiki wiki;

    private XWikiContext context;

    @BeforeAll
    static void open() throws Exception
    {
        wiki = new TestWiki(data);
    }

    @AfterAll
    static void close() throws Exception
    {
        wiki.close();
    }

    @BeforeEach
    void context() throws Exception
    {
        this.context = wiki.context();
        this.context.setDoc(wiki.xwiki.getDocument("A.B.Current", this.context));
    }

    private static String resolve(String hint, String text, Object... parameters) throws Exception
    {
        DocumentReferenceResolver<String> resolver = wiki.get(DocumentReferenceResolver.TYPE_STRING, hint);
        return resolver.resolve(text, parameters).toString();
    }

    private static String serialize(String hint, EntityReference reference, Object... parameters) throws Exception
    {
        EntityReferenceSerializer<String> serializer = wiki.get(EntityReferenceSerializer.TYPE_STRING, hint);
        return serializer.serialize(reference, parameters);
    }

    @Test
    void whatIsMissingComesFromTheDefaults() throws Exception
    {
        assertEquals("xwiki:Main.WebHome", resolve("default", ""));
        assertEquals("xwiki:Main.Page", resolve("default", "Page"));
        assertEquals("xwiki:C.Page", resolve("default", "C.Page"));
        assertEquals("xwiki:C.WebHome", resolve("default", "C."));
        assertEquals("other:C.D.Page", resolve("default", "other:C.D.Page"));
        assertEquals("xwiki:X.Y.Page",
            resolve("default", "Page", new SpaceReference("xwiki", List.of("X", "Y"))));
        assertEquals("other:C.Page", resolve("default", "C.Page", new WikiReference("other")));
    }

    @Test
    void whatIsMissingComesFromTheCurrentPage() throws Exception
    {
        assertEquals("xwiki:A.B.Current", resolve("current", ""));
        assertEquals("xwiki:A.B.Page", resolve("current", "Page"));
        assertEquals("xwiki:C.Page", resolve("current", "C.Page"));
        assertEquals("xwiki:A.B.WebHome", resolve("currentmixed", ""));
        DocumentReferenceResolver<EntityReference> resolver =
            wiki.get(DocumentReferenceResolver.TYPE_REFERENCE, "current");
        assertEquals("xwiki:C.Current",
            resolver.resolve(new EntityReference("C", EntityType.SPACE)).toString());
    }

    @Test
    void spacesResolveToo() throws Exception
    {
        EntityReferenceResolver<String> resolver = wiki.get(EntityReferenceResolver.TYPE_STRING, "current");
        assertEquals(new SpaceReference("xwiki", "C", "D"), resolver.resolve("C.D", EntityType.SPACE));
        EntityReferenceResolver<String> relative = wiki.get(EntityReferenceResolver.TYPE_STRING, "relative");
        assertEquals(new EntityReference("Page", EntityType.DOCUMENT),
            relative.resolve("Page", EntityType.DOCUMENT));
    }

    @Test
    void serializersLeaveOutWhatTheCurrentPageHas() throws Exception
    {
        DocumentReference sibling = new DocumentReference("xwiki", List.of("A", "B"), "Page");
        assertEquals("xwiki:A.B.Page", serialize("default", sibling));
        assertEquals("A.B.Page", serialize("local", sibling));
        assertEquals("A.B.Page", serialize("compactwiki", sibling));
        assertEquals("Page", serialize("compact", sibling));
        assertEquals("A.B.Page", serialize("compact", sibling, new WikiReference("xwiki")));
        assertEquals("other:C.Page", serialize("compactwiki", new DocumentReference("other", "C", "Page")));
        assertEquals("A.B", serialize("local", sibling.getLastSpaceReference()));
    }

    @Test
    void usersHaveThreeForms() throws Exception
    {
        UserReferenceResolver<String> fromText = wiki.get(UserReferenceResolver.TYPE_STRING);
        UserReferenceResolver<DocumentReference> fromDocument =
            wiki.get(UserReferenceResolver.TYPE_DOCUMENT_REFERENCE, "document");
        UserReferenceSerializer<String> toText = wiki.get(UserReferenceSerializer.TYPE_STRING);
        UserReferenceResolver<CurrentUserReference> current = wiki.get(
            new DefaultParameterizedType(null, UserReferenceResolver.class, CurrentUserReference.class));
        assertSame(GuestUserReference.INSTANCE, current.resolve(null));
        assertSame(GuestUserReference.INSTANCE, fromText.resolve("XWiki.XWikiGuest"));
        this.context.setUserReference(TestWiki.user("Ada"));
        assertEquals(fromDocument.resolve(TestWiki.user("Ada")), current.resolve(null));
        assertEquals(fromText.resolve("Ada"), fromText.resolve("xwiki:XWiki.Ada"));
        assertEquals("xwiki:XWiki.Ada", toText.serialize(fromText.resolve("XWiki.Ada")));
    }
}
