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

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.refactoring.event.DocumentRenamingEvent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of experts, their engagements and what they sign, when the wiki's own editor saves.
 *
 * @version $Id$
 * @since 1.0
 */
class ExpertRulesTest extends AbstractRulesTest
{
    @Test
    void whatACuratorSaysOfAnExpertIsWrittenByItsManager()
    {
        after(Schema.ADJUSTMENT, "points", 5, "reason", "Knows everybody");
        assertRefused("adjustmentManaged");
        when(this.writer.isManaged()).thenReturn(true);
        assertSaved();
        when(this.writer.isManaged()).thenReturn(false);
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertSaved();
        this.after.clear();
        after(Schema.ADJUSTMENT, "points", 5, "reason", " ");
        assertRefused("required");
        this.after.clear();
        after(Schema.ADJUSTMENT, "points", -101, "reason", "Knows nobody");
        assertRefused("number");
    }

    @Test
    void anExpertIsAvailableFromADay()
    {
        after(Schema.EXPERT, "availableFrom", "2017-07-01");
        assertSaved();
        this.after.clear();
        after(Schema.EXPERT, "availableFrom", "2017-07-32");
        assertRefused("date");
    }

    @ParameterizedTest
    @CsvSource({"invited, accepted, true", "declined, attended, true", "accepted, attended, false",
        "attended, declined, false", "proposed, invited, false"})
    void seatsAreNotTakenPastTheManager(String was, String is, boolean refused) throws Exception
    {
        when(this.seats.check(PAGE, "EngagementClass_state"))
            .thenReturn(Optional.of(new FieldError("", "crowdsourcing.error.noSeat", 1)));
        before(Schema.ENGAGEMENT, "state", was);
        after(Schema.ENGAGEMENT, "state", is);
        assertEquals(refused ? "crowdsourcing.error.noSeat" : NONE, save());
        when(this.writer.isManaged()).thenReturn(true);
        assertSaved();
    }

    @Test
    void nobodyGoesAheadOfThoseWhoWait() throws Exception
    {
        before(Schema.ENGAGEMENT, "state", "accepted", "acceptedOn", "2026-11-22T10:00:00.000Z");
        after(Schema.ENGAGEMENT, "state", "accepted", "acceptedOn", "2026-01-01T00:00:00.000Z");
        assertRefused("managed");
        when(this.writer.isManaged()).thenReturn(true);
        assertSaved();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conflict", "conflictOn", "ndaVersion", "ndaOn", "licenceVersion", "licenceOn"})
    void nobodySignsForSomebodyElse(String property) throws Exception
    {
        before(Schema.ENGAGEMENT, "state", "accepted", property, "2026-11-20");
        after(Schema.ENGAGEMENT, "state", "accepted", property, "2026-11-21");
        assertRefused("managed");
        this.before.clear();
        assertRefused("managed");
        when(this.access.isAdministrator(PAGE)).thenReturn(true);
        assertRefused("managed");
        when(this.access.isAdministrator(PAGE.getWikiReference())).thenReturn(true);
        assertSaved();
        when(this.access.isAdministrator(PAGE.getWikiReference())).thenReturn(false);
        when(this.observation.isIn(any(DocumentRenamingEvent.class))).thenReturn(true);
        assertSaved();
        before(Schema.ENGAGEMENT, "state", "accepted", property, "2026-11-20");
        assertRefused("managed");
        when(this.writer.isManaged()).thenReturn(true);
        assertSaved();
    }

    @Test
    void whatWasSignedStaysAsItWas() throws Exception
    {
        before(Schema.AGREEMENT, "kind", "nda", "version", "1", "text", "Tell nobody.");
        after(Schema.AGREEMENT, "kind", "nda", "version", "1", "text", "Tell everybody.");
        when(this.access.isAdministrator(PAGE.getWikiReference())).thenReturn(true);
        assertRefused("agreementManaged");
        this.after.clear();
        assertRefused("agreementManaged");
        this.before.clear();
        after(Schema.AGREEMENT, "kind", "nda", "version", "1", "text", "Tell nobody.");
        assertSaved();
        when(this.access.isAdministrator(PAGE.getWikiReference())).thenReturn(false);
        assertRefused("agreementManaged");
    }

    @Test
    void whatIsAskedHasATextAndAVersion()
    {
        after(Schema.INITIATIVE, "agreements", List.of("nda", "conflict"), "nda", "Tell nobody.");
        assertRefused("agreementText");
        this.after.clear();
        after(Schema.INITIATIVE, "agreements", List.of("nda"), "ndaVersion", "1");
        assertRefused("agreementText");
        this.after.clear();
        after(Schema.INITIATIVE, "agreements", List.of("nda", "conflict"), "nda", "Tell nobody.", "ndaVersion", "1");
        assertSaved();
    }

    @Test
    void anotherTextNeedsAnotherVersion() throws Exception
    {
        before(Schema.INITIATIVE, "nda", "Tell nobody.", "ndaVersion", "1", "licence", "Free", "licenceVersion", "1");
        after(Schema.INITIATIVE, "nda", "Tell few.", "ndaVersion", "1", "licence", "Free", "licenceVersion", "1");
        assertSaved();
        when(this.agreements.isSignedOtherwise(any(), eq(AgreementKind.NDA), any(), any())).thenReturn(true);
        assertRefused("agreementVersion");
        this.after.clear();
        after(Schema.INITIATIVE, "nda", "Tell nobody.", "ndaVersion", "1", "licence", "Free", "licenceVersion", "2");
        assertSaved();
    }

    @Test
    void experts()
    {
        after(Schema.EXPERT, "timezone", "America/Lima", "country", "PE", "consentOn", "2017-05-01");
        assertSaved();
        this.after.clear();
        after(Schema.EXPERT, "timezone", "PST");
        assertRefused("zoneAbbreviation");
        this.after.clear();
        after(Schema.EXPERT, "country", "Peru");
        assertRefused("country");
        this.after.clear();
        after(Schema.EXPERT, "consentOn", "2017-02-29");
        assertRefused("date");
    }

    @Test
    void engagementsAndAreas()
    {
        when(this.access.isAdministrator(PAGE.getWikiReference())).thenReturn(true);
        after(Schema.ENGAGEMENT, "ndaOn", "2017-02-29");
        assertRefused("date");
        this.after.clear();
        after(Schema.AREA, "description", "x");
        this.title = "";
        assertRefused("titleRequired");
    }
}
