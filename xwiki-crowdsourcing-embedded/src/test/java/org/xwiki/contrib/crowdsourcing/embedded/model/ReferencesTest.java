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

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.model.reference.ObjectReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

import com.xpn.xwiki.objects.BaseObjectReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks references and their texts.
 *
 * @version $Id$
 */
class ReferencesTest
{
    private static final DocumentReference PAGE = new DocumentReference("xwiki", List.of("A", "B"), "Page");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "xwiki:A.B.Page | xwiki | A,B | Page",
        "xwiki:A\\.1.B\\:2.Pa\\.ge | xwiki | A.1,B:2 | Pa.ge",
        "xwiki:A\\\\.B.Page | xwiki | A\\,B | Page",
        "xwiki:A.B.Page\\\\ | xwiki | A,B | Page\\",
        "xwiki:A.B.Pa:ge/'\" | xwiki | A,B | Pa:ge/'\"",
        "xwiki:مرحبا.😀.ñ | xwiki | مرحبا,😀 | ñ"})
    void aReferenceSurvivesItsText(String text, String wiki, String spaces, String name)
    {
        DocumentReference reference = new DocumentReference(wiki, List.of(spaces.split(",")), name);
        assertEquals(text, References.serialize(reference));
        assertEquals(text.substring("xwiki:".length()), References.serialize(reference, true));
        assertEquals(reference, new DocumentReference(References.parse(text, EntityType.DOCUMENT)));
        assertEquals(text, reference.toString());
    }

    @Test
    void aTextMayBeRelative()
    {
        assertEquals(new EntityReference("Page", EntityType.DOCUMENT), References.parse("Page", EntityType.DOCUMENT));
        assertEquals(new LocalDocumentReference("A", "Page"), References.parse("A.Page", EntityType.DOCUMENT));
        assertEquals(new LocalDocumentReference(List.of("A", "B"), "Page"),
            References.parse("A.B.Page", EntityType.DOCUMENT));
        assertEquals(EntityType.SPACE, References.parse("A.B.", EntityType.DOCUMENT).getType());
        assertNull(References.parse("", EntityType.DOCUMENT));
        assertNull(References.parse(null, EntityType.DOCUMENT));
        assertNull(References.parse("\\", EntityType.DOCUMENT));
        assertEquals("a.png", References.parse("A.Page@a.png", EntityType.ATTACHMENT).getName());
    }

    @Test
    void partsOfAReference()
    {
        assertEquals(new WikiReference("xwiki"), PAGE.getWikiReference());
        assertEquals(new SpaceReference("xwiki", "A", "B"), PAGE.getLastSpaceReference());
        assertEquals(List.of("A", "B"), PAGE.getSpaceReferences().stream().map(SpaceReference::getName).toList());
        assertEquals(List.of("xwiki", "A", "B", "Page"),
            PAGE.getReversedReferenceChain().stream().map(EntityReference::getName).toList());
        assertEquals(4, PAGE.size());
        assertTrue(PAGE.hasParent(new SpaceReference("A", new WikiReference("xwiki"))));
        assertFalse(PAGE.hasParent(new SpaceReference("B", new WikiReference("xwiki"))));
        assertEquals("A.B.Page", PAGE.getLocalDocumentReference().toString());
        assertEquals(PAGE, new DocumentReference(PAGE.getLocalDocumentReference(), new WikiReference("xwiki")));
    }

    @Test
    void parentsCanBeReplaced()
    {
        SpaceReference parent = PAGE.getLastSpaceReference();
        SpaceReference other = new SpaceReference("xwiki", "C");
        assertEquals("xwiki:C.Page", PAGE.replaceParent(parent, other).toString());
        assertEquals("xwiki:C.B.Page", PAGE.replaceParent((EntityReference) parent.getParent(), other).toString());
        assertThrows(IllegalArgumentException.class, () -> PAGE.replaceParent(other, parent));
        assertEquals("Document A.B.Page", new EntityReference("Page", EntityType.DOCUMENT)
            .appendParent(References.parse("A.B", EntityType.SPACE)).toString());
    }

    @Test
    void aLocaleMakesAnotherReference()
    {
        DocumentReference spanish = new DocumentReference(PAGE, new Locale("es"));
        assertNotEquals(PAGE, spanish);
        assertEquals(PAGE, spanish.withoutLocale());
        assertEquals("xwiki:A.B.Page(es)", spanish.toString());
        assertNotEquals(Hash.of(PAGE), Hash.of(spanish));
        assertEquals(Hash.of(PAGE), Hash.of(new DocumentReference(PAGE, Locale.ROOT)));
    }

    @Test
    void typesAreChecked()
    {
        assertThrows(IllegalArgumentException.class, () -> new DocumentReference(PAGE.getLastSpaceReference()));
        assertThrows(IllegalArgumentException.class, () -> new SpaceReference(PAGE));
        assertThrows(IllegalArgumentException.class, () -> new WikiReference(PAGE));
        assertThrows(IllegalArgumentException.class, () -> new EntityReference("", EntityType.SPACE));
        assertTrue(EntityType.DOCUMENT.isAllowedAncestor(EntityType.WIKI));
        assertFalse(EntityType.WIKI.isAllowedAncestor(EntityType.DOCUMENT));
    }

    @Test
    void objectsAreNamedByClassAndNumber()
    {
        DocumentReference type = new DocumentReference("xwiki", "Some.Code", "ThingClass");
        BaseObjectReference reference = new BaseObjectReference(type, 3, PAGE);
        assertEquals("xwiki:Some\\.Code.ThingClass[3]", reference.getName());
        BaseObjectReference read = new BaseObjectReference(
            new ObjectReference(References.parse(References.serialize(reference), EntityType.OBJECT)));
        assertEquals(type, read.getXClassReference());
        assertEquals(3, read.getObjectNumber());
        assertEquals(PAGE, read.getDocumentReference());
    }

    @Test
    void identifiersAreThoseOfThePlatform()
    {
        // As in the database of an XWiki 17.10.
        DocumentReference home = new DocumentReference("xwiki", "Main", "WebHome");
        assertEquals(3906721010564700566L, Hash.of(home));
        assertEquals(8346809331398440463L, Hash.of(new DocumentReference(home, Locale.FRENCH)));
        DocumentReference preferences = new DocumentReference("xwiki", "XWiki", "XWikiPreferences");
        DocumentReference rights = new DocumentReference("xwiki", "XWiki", "XWikiGlobalRights");
        assertEquals(1314300318641197968L, Hash.of(new BaseObjectReference(rights, 1, preferences)));
    }
}
