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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Tests what is taken to speak of a topic, in English and Spanish.
 *
 * @version $Id$
 * @since 1.0
 */
class TopicTest
{
    private static final String QUESTION = "How can we measure the costs of corruption in the courts?";

    private static final String PREGUNTA = "\u00BFC\u00F3mo se miden los costos de la corrupci\u00F3n en los tribunales?";

    private static boolean canTell(Topic topic, String text)
    {
        int language = Math.max(0, Terms.language(text));
        return topic.canTell(language, Terms.in(language, text).keySet());
    }

    private static boolean covers(Topic topic, String text)
    {
        int language = Math.max(0, Terms.language(text));
        Set<String> stems = Terms.in(language, text).keySet();
        return topic.canTell(language, stems) && topic.covers(language, stems);
    }

    @Test
    void twoWordsOfTheTopic()
    {
        Topic topic = new Topic(List.of(QUESTION));
        assertTrue(covers(topic, "Corrupt judges should be measured by what each court loses"));
        assertFalse(covers(topic, "Corrupt judges should be made to pay for what they took from people"));
        assertFalse(covers(topic, "Buy the cheapest watches online today with free shipping"));
    }

    @Test
    void oneInTwentyOfItsWords()
    {
        Topic topic = new Topic(List.of(QUESTION));
        StringBuilder text = new StringBuilder("The court and the costs of");
        for (int i = 0; i < 38; i++) {
            text.append(" thing").append(i);
        }
        // 2 of 40.
        assertTrue(covers(topic, text.toString()));
        assertFalse(covers(topic, text + " another"));
    }

    @Test
    void whatIsShortCannotBeTold()
    {
        Topic topic = new Topic(List.of(QUESTION));
        assertFalse(canTell(topic, "I agree with the costs of that"));
        assertTrue(canTell(topic, "Judges, lawyers, clerks and the police disagree"));
    }

    @Test
    void everyLanguageHasItsOwnWords()
    {
        Topic topic = new Topic(List.of(QUESTION, PREGUNTA, "Whistleblowers"));
        assertTrue(covers(topic, "Medir el costo de cada tribunal y publicar los resultados"));
        assertTrue(covers(topic, "Whistleblowers know the costs; ask them before they leave"));
        assertFalse(covers(topic, "Vender los relojes m\u00E1s baratos del mundo con env\u00EDo gratis"));
    }

    @Test
    void anotherLanguageCannotBeTold()
    {
        Topic topic = new Topic(List.of(QUESTION));
        assertFalse(canTell(topic, "Medir el costo de cada tribunal y publicar los resultados"));
        assertFalse(canTell(new Topic(List.of()), "Judges, lawyers, clerks and the police disagree"));
    }

    @Test
    void titlesAloneAreTakenForEnglish()
    {
        Topic topic = new Topic(List.of("Money flows", "Open data"));
        assertTrue(covers(topic, "Publish the flow of all public money by quarter"));
        assertEquals(Terms.UNCLEAR, Terms.language("Money flows"));
    }
}
