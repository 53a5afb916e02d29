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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.FieldError;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests {@link CsvFile}, {@link CsvWriter} and {@link ImportLine}: what is read of a file, and what is wrong with it.
 *
 * @version $Id$
 * @since 1.0
 */
class CsvTest
{
    private static final Map<String, String> AREAS = Map.of("money: flows", "A.Money.WebHome", "surveys", "A.S.WebHome");

    private static String lines(String text)
    {
        return new CsvFile(text).lines().stream().map(line -> line.number() + "=" + (line.cells() == null ? "broken"
            : String.join("/", line.cells().values()))).collect(Collectors.joining(" ")).replace("\n", "\\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name,Email\nAna,a@b.org", "\uFEFFName;EMAIL\r\nAna;a@b.org\r\n\r\n", "name\temail\rAna\ta@b.org",
        "\n\"Name\" , \"Email\"\n \"Ana\" , a@b.org \n"})
    void separatorsMarksAndLineBreaksOfAllPrograms(String text)
    {
        CsvFile file = new CsvFile(text);
        assertEquals(List.of("name", "email"), file.columns());
        assertEquals(List.of("Ana", "a@b.org"), List.copyOf(file.lines().get(0).cells().values()));
    }

    @Test
    void quotesAndLineBreaksInCells()
    {
        assertEquals("2=Ana \"la\" V, Z/a line\\nand; another 4=Bea/x",
            lines("name,biography\n\"Ana \"\"la\"\" V, Z\",\"a line\nand; another\"\nBea,x"));
    }

    @Test
    void aQuoteThatIsNeverClosedBreaksItsLineAlone()
    {
        assertEquals("2=Ana/1 3=broken 4=Cai/3 5=Dan/4", lines("name,email\nAna,1\n\"Bea,2\nCai,3\nDan,4"));
        assertEquals("2=broken 3=Bea/2", lines("name,email\n\"Ana,1\nBea,2"));
        assertEquals("2=broken", lines("name,email\n\"Ana,1"));
        assertEquals("2=broken 3=Bea/2 4=broken 5=Dan/4", lines("name,email\n\"Ana,1\nBea,2\n\"Cai,3\nDan,4"));
        assertEquals("2=broken 3=Bea, B/2", lines("name,email\n\"Ana,1\n\"Bea, B\",2"));
        assertEquals("2=broken 3=Bea/2 4=broken", lines("name,email\nAna,1,x\nBea,2\nCai"));
    }

    @ParameterizedTest
    @CsvSource({"=1+1, true", "+1, true", "-1, true", "@SUM(A1), true", "Ana, false", "a=b, false", "'', false"})
    void formulasAreNeutral(String cell, boolean formula)
    {
        assertEquals(formula, CsvWriter.isFormula(cell));
        CsvWriter writer = new CsvWriter(List.of("name"));
        writer.add(List.of(cell));
        String text = writer.toString();
        assertEquals("\uFEFFname\r\n" + (formula ? "'" + cell : cell.isEmpty() ? "\"\"" : cell) + "\r\n", text);
        assertEquals(cell.isEmpty() ? List.of() : List.of(cell),
            new CsvFile(text).lines().stream().flatMap(line -> line.cells().values().stream()).toList(),
            "What is read back is what was written");
    }

    private static List<String> errors(String... cells)
    {
        Map<String, String> all = new LinkedHashMap<>(Map.of("name", "Ana", "email", "ana@example.org"));
        for (int i = 0; i < cells.length; i += 2) {
            all.put(cells[i], cells[i + 1]);
        }
        return new ImportLine(all, AREAS).errors().stream().map(FieldError::field).toList();
    }

    @ParameterizedTest
    @CsvSource({"name, ''", "email, nobody", "email, ''", "phone, call me", "affiliations, academia|bank", "country, XX",
        "region, atlantis", "gender, x", "languages, english!", "timezone, EST", "areas, Astrology", "consenton, 2017-02-30"})
    void eachColumnIsCheckedAsTheFormsCheckIt(String column, String value)
    {
        assertEquals(List.of(column), errors(column, value));
    }

    @Test
    void controlCharactersAndLongTextsAreRefused()
    {
        assertEquals(List.of("position"), errors("position", "two\nlines"));
        assertEquals(List.of("organisation"), errors("organisation", "x".repeat(251)));
        assertEquals(List.of("biography"), errors("biography", "x".repeat(60001)));
        assertEquals(List.of("notes"), errors("notes", "x".repeat(5001)));
    }

    @Test
    void whatALineSays()
    {
        ImportLine line = new ImportLine(Map.of("name", " Ana \u0644\u064A\u0644\u0649 \uD83D\uDD25 ", "email", "ANA@Example.org",
            "affiliations", "academia| Government", "country", "mx", "languages", "es, en", "areas",
            "Money: flows: do | Surveys", "consenton", "2026-01-02", "consentversion", "2"), AREAS);
        assertTrue(line.errors().isEmpty(), line.errors().toString());
        assertEquals("Ana \u0644\u064A\u0644\u0649 \uD83D\uDD25", line.title());
        assertEquals(Map.of("email", "ana@example.org"), line.contact());
        assertEquals(Map.of("affiliations", List.of("academia", "government"), "country", "MX", "languages",
            List.of("es", "en"), "consent", 1, "consentOn", "2026-01-02", "consentVersion", "2"), line.profile());
        assertEquals(List.of(Map.of("area", "A.Money.WebHome", "level", "do"), Map.of("area", "A.S.WebHome", "level", "")),
            line.expertise());
    }
}
