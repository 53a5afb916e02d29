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
package org.xwiki.contrib.crowdsourcing.internal.invitation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationMessage;
import org.xwiki.localization.LocalizationContext;
import org.xwiki.localization.LocalizationManager;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/**
 * Tests of {@link InvitationTexts}, with the texts that are shipped.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class InvitationTextsTest
{
    private static final String LINK = "https://wiki.example.org/answer?invitation=x";

    private static final Instant EXPIRES = Instant.parse("2030-06-01T12:00:00Z");

    @InjectMockComponents
    private InvitationTexts texts;

    @MockComponent
    private LocalizationManager localization;

    @MockComponent
    private LocalizationContext current;

    @BeforeEach
    void shippedTexts() throws IOException
    {
        Map<String, Properties> all = Map.of("en", load(""), "es", load("_es"));
        when(this.current.getCurrentLocale()).thenReturn(Locale.FRENCH);
        when(this.localization.getTranslationPlain(any(), any(), any(Object[].class))).then(invocation -> {
            Object[] arguments = invocation.getArguments();
            String text = all.get(((Locale) arguments[1]).getLanguage()).getProperty((String) arguments[0]);
            return MessageFormat.format(text, java.util.Arrays.copyOfRange(arguments, 2, arguments.length));
        });
    }

    private static Properties load(String suffix) throws IOException
    {
        Properties result = new Properties();
        try (InputStream stream = Files.newInputStream(Path.of("..", "xwiki-crowdsourcing-macros", "src", "main",
            "resources", "ApplicationResources" + suffix + ".properties"))) {
            result.load(stream);
        }
        return result;
    }

    private static InvitationTexts.Occasion occasion(String name, List<String> spoken, Map<String, Object> initiative)
    {
        Row expert = row("E.A.WebHome", name, Map.of("languages", spoken, "timezone", "America/Mexico_City"));
        Dialogue dialogue = new Dialogue(TestRows.page("I.C.Dialogue.WebHome"), "Money & flows",
            LocalDateTime.parse("2030-06-06T16:00"), ZoneId.of("Europe/Madrid"), 120, "", null, null, 12, "", "", "",
            DialogueState.PLANNED, "", "");
        return new InvitationTexts.Occasion(expert,
            row("I.WebHome", "Against corruption", initiative), dialogue, "Carla Curator", LINK, EXPIRES);
    }

    private static Row row(String page, String title, Map<String, Object> values)
    {
        return new Row(TestRows.page(page), title, 0, values, TestRows.RESOLVER);
    }

    @Test
    void englishForWhoSpeaksIt()
    {
        InvitationMessage message = this.texts.invitation(occasion("Ana", List.of("en", "es"),
            Map.of("languages", List.of("en"))));
        assertEquals("Invitation: Money & flows", message.subject());
        for (String said : List.of("Dear Ana,", "\"Money & flows\" of \"Against corruption\"", LINK,
            "Thursday, June 6, 2030", "8:00", "10:00", "America/Mexico_City", "expires on June 1, 2030",
            "Carla Curator")) {
            assertTrue(message.body().contains(said), said + " in " + message.body());
        }
        assertFalse(message.body().contains("{"), message.body());
    }

    @Test
    void spanishForWhoSpeaksIt()
    {
        InvitationMessage message =
            this.texts.invitation(occasion("Ana", List.of("es"), Map.of("languages", List.of("en", "es"))));
        assertEquals("Invitación: Money & flows", message.subject());
        for (String said : List.of("Hola, Ana:", "jueves, 6 de junio de 2030", LINK, "caduca el 1 de junio de 2030")) {
            assertTrue(message.body().contains(said), said + " in " + message.body());
        }
    }

    @Test
    void englishWhenNothingIsKnown()
    {
        assertTrue(this.texts.invitation(occasion("Ana", List.of("fr"), Map.of())).body().contains("Dear Ana"));
    }

    @Test
    void theTextOfTheInitiativeComesFirst()
    {
        InvitationMessage message = this.texts.invitation(occasion("Ana {link}", List.of("es"), Map.of(
            "invitationSubject", "Come,\r\nBcc: all@example.org {name}", "invitationText",
            "{name}: {time} {link} {deadline} {unknown} {0} $1")));
        assertEquals("Come, Bcc: all@example.org Ana {link}", message.subject(), "One line, and no name is filled in");
        assertTrue(message.body().startsWith("Ana {link}: "), message.body());
        assertTrue(message.body().endsWith("{unknown} {0} $1"), message.body());
    }

    @Test
    void aReminderSaysSo()
    {
        InvitationMessage message = this.texts.reminder(occasion("Ana", List.of("en"), Map.of()));
        assertEquals("Reminder: Invitation: Money & flows", message.subject());
        assertTrue(message.body().startsWith("We have not heard from you yet."), message.body());
        assertTrue(message.body().contains(LINK), message.body());
    }
}
