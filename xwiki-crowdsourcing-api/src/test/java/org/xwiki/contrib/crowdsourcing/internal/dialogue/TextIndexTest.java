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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests {@link TextIndex} and {@link Terms}.
 *
 * @version $Id$
 * @since 1.0
 */
class TextIndexTest
{
    private static final int LEAST = 30;

    private final TextIndex index = new TextIndex(10);

    @ParameterizedTest
    @CsvSource({"Publish the age of every unpaid invoice of the office, Publishing ages of all the unpaid invoices",
        "Que se publique la edad de cada factura de la oficina, Publicar las edades de todas las facturas de oficinas",
        "Publicar a idade de cada fatura que n\u00E3o foi paga, As idades das faturas n\u00E3o pagas devem ser publicadas",
        "Publier les factures qui ne sont pas pay\u00E9es par le bureau, Il faut que la facture non pay\u00E9e soit publi\u00E9e"})
    void inflectedWordsAreTheSame(String one, String other)
    {
        this.index.put("one", one);
        this.index.put("other", "Train the judges of the small towns");
        this.index.put("third", "Formar a los jueces de los pueblos");
        List<TextIndex.Alike> found = this.index.find(other, LEAST, 5);
        assertEquals(List.of("one"), found.stream().map(TextIndex.Alike::name).toList());
    }

    @Test
    void theMostAlikeComesFirst()
    {
        this.index.put("far", "A register of the judges");
        this.index.put("near", "A public register of unpaid invoices");
        this.index.put("same", "A public register for the unpaid invoices by office");
        List<TextIndex.Alike> found = this.index.find("Public register of unpaid invoices by office", 1, 5);
        assertEquals(List.of("same", "near", "far"), found.stream().map(TextIndex.Alike::name).toList());
        assertEquals(100, found.get(0).share());
        assertTrue(found.get(1).share() > found.get(2).share(), found.toString());
        assertEquals(1, this.index.find("Public register of unpaid invoices by office", 1, 1).size());
        assertEquals(2, this.index.find("Public register of unpaid invoices by office", LEAST, 5).size());
    }

    @Test
    void whatIsGoneOrOldIsForgotten()
    {
        this.index.put("a", "Open the books");
        this.index.put("a", "Close the doors");
        assertEquals(List.of(), this.index.find("Open the books", 1, 5));
        this.index.put("a", null);
        assertEquals(List.of(), this.index.find("Close the doors", 1, 5));
        for (int i = 0; i < 11; i++) {
            this.index.put("n" + (char) ('a' + i), "Something new");
        }
        assertEquals("nb", this.index.find("Something new", 1, 50).get(0).name());
        assertEquals(10, this.index.find("Something new", 1, 50).size());
    }

    @Test
    void changesAreTakenOnce()
    {
        this.index.change("a");
        this.index.change("a");
        assertEquals(Set.of("a"), this.index.takeChanged());
        assertEquals(Set.of(), this.index.takeChanged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "the of and", "!!! ??? ---", "{{velocity}}", "\uD83D\uDD25", "\u0000"})
    void whatSaysNothingIsLikeNothing(String text)
    {
        this.index.put("nothing", text);
        this.index.put("something", "The house burns");
        assertEquals(List.of(), this.index.find("The house of the book", 60, 5));
        assertFalse(this.index.find(text, 1, 5).stream().anyMatch(alike -> "something".equals(alike.name())));
    }

    @Test
    void markupIsNoWord()
    {
        assertEquals(Terms.of("Publish the age"), Terms.of("**Publish** //the// age {{x a=\"b\"/}} https://example.org/age"));
    }

    @Test
    void repeatedIsWhatIsLikeSomethingBefore()
    {
        this.index.put("a", "A public register for the unpaid invoices by office");
        this.index.put("b", "Register of the judges");
        this.index.put("c", "Public register of unpaid invoices by office");
        this.index.put("d", "Public register of unpaid invoices, by office!");
        this.index.put("e", "the of and");
        assertEquals(Set.of("c", "d"), this.index.repeated(80));
        assertEquals(Set.of(), new TextIndex(5).repeated(1));
        // As each is found alone.
        assertEquals(this.index.find("Register of the judges", 1, 5).stream().map(TextIndex.Alike::name)
            .anyMatch("a"::equals), this.index.repeated(1).contains("b"));
    }
}
