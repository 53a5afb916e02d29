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

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests that a text is found by its words in other forms, in its own language.
 *
 * @version $Id$
 * @since 1.0
 */
class TermsTest
{
    private static boolean finds(String typed, String text)
    {
        Set<String> known = Terms.known(text);
        return Terms.wanted(typed).stream().allMatch(forms -> forms.stream().anyMatch(known::contains));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "judges | The judge of the court",
        "corrupcion | Las corrupciones de los jueces",
        "Corrupci\u00F3n | las corrupciones de los jueces",
        "contrato | Publicar los contratos de las obras",
        "contratos | Publicar el contrato de la obra",
        "contrat\u00F5es | As contrata\u00E7\u00F5es dos munic\u00EDpios e contrat\u00F5es",
        "march\u00E9s publics | Publier tous les march\u00E9s publics de la ville",
        "march\u00E9 | Publier tous les march\u00E9s publics de la ville",
        "the judges | A judge",
        "judges AND courts | Judges in the courts",
        "\"open contract\" | a contract is open",
        "\u0641\u0633\u0627\u062F | \u0627\u0644\u0642\u0627\u0636\u064A \u0641\u0633\u0627\u062F",
        "\uD83D\uDE00 | Well said \uD83D\uDE00!",
        "bold | **bold** words",
        "example.org | see https://example.org/page",
        "the | The"})
    void found(String typed, String text)
    {
        assertTrue(finds(typed, text), Terms.wanted(typed) + " " + Terms.known(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "judges lawyers | The judge of the court",
        "contract | Publish every register",
        "jud | The judge of the court"})
    void notFound(String typed, String text)
    {
        assertFalse(finds(typed, text));
    }

    @Test
    void nothingIsWantedByMarks()
    {
        assertEquals(0, Terms.wanted("* [[ ]] \" \" ~").size());
    }
}
