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
package org.xwiki.contrib.crowdsourcing.internal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of dialogues and contributions when the wiki's own editor saves.
 *
 * @version $Id$
 * @since 1.0
 */
class DialogueRulesTest extends AbstractRulesTest
{
    @Test
    void administratorsCloseWhatManyBackOnlyWithWhoAndWhy() throws Exception
    {
        before(Schema.CONTRIBUTION, "kind", "idea", "state", "published");
        after(Schema.CONTRIBUTION, "kind", "idea", "state", "published", "decision", "nottaken", "decidedBy",
            "XWiki.Admin", "reasonKind", "cost");
        assertRefused("contributionManaged");
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertSaved();
        when(this.closing.isGuarded(any())).thenReturn(true);
        assertRefused("closing");
        this.after.clear();
        after(Schema.CONTRIBUTION, "kind", "idea", "state", "published", "decision", "nottaken", "reasonKind", "cost",
            "reason", "Too dear");
        assertRefused("closing");
        this.after.clear();
        after(Schema.CONTRIBUTION, "kind", "idea", "state", "published", "decision", "nottaken", "reasonKind", "cost",
            "reason", "Too dear", "decider", "The ministry");
        assertSaved();
        this.before.clear();
        before(Schema.CONTRIBUTION, "kind", "idea", "state", "published", "decision", "nottaken");
        this.after.clear();
        after(Schema.CONTRIBUTION, "kind", "idea", "state", "hidden", "decision", "nottaken");
        assertSaved();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "NULL", value = {"2017-06-06T10:00, America/New_York, NULL",
        "2017-06-06T10:00, EST, zoneAbbreviation", "2026-02-30T10:00, America/New_York, localTime",
        "2017-03-12T02:30, America/New_York, timeGap", "2017-06-06T10:00, '', required", "'', '', NULL",
        "'', Mars/Olympus, zone"})
    void timesOfADialogue(String start, String zone, String key)
    {
        after(Schema.DIALOGUE, "start", start, "timezone", zone, "duration", 120);
        String reason = save();
        assertEquals(key == null ? NONE : "crowdsourcing.error." + key, reason);
    }

    @Test
    void theAgendaAddsUpToTheSession()
    {
        after(Schema.DIALOGUE, "duration", 90);
        assertSaved();
        after(Schema.AGENDA_ITEM, "title", "Welcome", "minutes", 30);
        after(Schema.AGENDA_ITEM, "title", "Ideas", "minutes", 45);
        assertRefused("agendaSum");
        after(Schema.AGENDA_ITEM, "title", "Takeaways", "minutes", 15);
        assertSaved();
        this.after.remove(Schema.DIALOGUE);
        after(Schema.DIALOGUE, "goals", "No duration means the usual one");
        assertRefused("agendaSum");
        after(Schema.AGENDA_ITEM, "title", "More", "minutes", 30);
        assertSaved();
    }

    @Test
    void itemsOfAnAgendaAndOfActionSayWhatTheyAre()
    {
        after(Schema.DIALOGUE, "duration", 10);
        after(Schema.AGENDA_ITEM, "title", " ", "minutes", 10);
        assertRefused("required");
        this.after.remove(Schema.AGENDA_ITEM);
        after(Schema.ACTION_ITEM, "title", "");
        assertRefused("required");
        this.after.remove(Schema.ACTION_ITEM);
        after(Schema.ACTION_ITEM, "title", "Do it", "due", "2017-02-30");
        assertRefused("date");
    }

    @Test
    void numbersAndLinkOfADialogue()
    {
        after(Schema.DIALOGUE, "duration", 121);
        assertRefused("number");
        this.after.clear();
        after(Schema.DIALOGUE, "meetingLink", "javascript:alert(1)");
        assertRefused("link");
        this.after.clear();
        after(Schema.DIALOGUE, "state", "open");
        assertRefused("notPlanned");
    }

    @Test
    void contributionsAreWrittenByTheirManager()
    {
        after(Schema.CONTRIBUTION, "text", "forged", "author", "XWiki.Eva");
        assertRefused("contributionManaged");
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertSaved();
        when(this.access.isAdministrator(any())).thenReturn(false);
        when(this.writer.isManaged()).thenReturn(true);
        assertSaved();
    }

    @Test
    void contributionIsNotRidOfItsObject()
    {
        before(Schema.CONTRIBUTION, "text", "said");
        assertRefused("contributionManaged");
    }
}
