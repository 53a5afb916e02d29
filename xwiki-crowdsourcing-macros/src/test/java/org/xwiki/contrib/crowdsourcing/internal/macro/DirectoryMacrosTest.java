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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.call.Application;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.call.ApplicationState;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.ConsentText;
import org.xwiki.contrib.crowdsourcing.expert.Contact;
import org.xwiki.contrib.crowdsourcing.expert.DirectorySettings;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.expert.ImportPlan;
import org.xwiki.contrib.crowdsourcing.expert.ImportProblem;
import org.xwiki.contrib.crowdsourcing.expert.ImportReport;
import org.xwiki.contrib.crowdsourcing.expert.ProfileInput;
import org.xwiki.contrib.crowdsourcing.expert.ProfileManager;
import org.xwiki.contrib.crowdsourcing.macro.ExpertsMacroParameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Runs the macros of the directory of experts on hostile things.
 */
class DirectoryMacrosTest extends AbstractThingsTest
{
    @Test
    void theDirectoryIsSearchedByWhatIsKnownOnly() throws Exception
    {
        everythingIsThere();
        this.sent.put("cs_name", new String[] {EVIL});
        this.sent.put("cs_area", new String[] {"Crowdsourcing.Areas.Unknown.WebHome"});
        this.sent.put("cs_affiliation", new String[] {"academia"});
        this.sent.put("cs_country", new String[] {"\"><"});
        show(this.expertsMacro, new ExpertsMacroParameters());
        ArgumentCaptor<ExpertQuery> query = ArgumentCaptor.forClass(ExpertQuery.class);
        verify(this.experts).search(query.capture());
        assertEquals(EVIL, query.getValue().words());
        assertEquals(null, query.getValue().area());
        assertEquals(Affiliation.ACADEMIA, query.getValue().affiliation());
    }

    @Test
    void anExpertChangesTheOwnProfile() throws Exception
    {
        everythingIsThere();
        this.sent.put("cs_edit", new String[] {"1"});
        assertFalse(show(this.expertMacro, reference(EXPERT)).contains("saveProfile"), "Not that of others");
        when(this.profiles.isOwn(EXPERT)).thenReturn(true);
        when(this.profiles.getStamp(EXPERT)).thenReturn("stamp1");
        when(this.profiles.getInput(EXPERT)).thenReturn(new ProfileInput(EVIL, EVIL, List.of("academia"), "MX",
            "africa", "female", List.of("es", "yua"), "America/Mexico_City", "", EVIL,
            List.of(new ProfileInput.AreaInput("Crowdsourcing.Areas.Gone.WebHome", "do"))));
        String html = show(this.expertMacro, reference(EXPERT));
        Markup.check(html);
        for (String part : List.of("value=\"stamp1\"", "value=\"academia\" checked", "value=\"MX\" selected",
            "value=\"africa\" selected", "value=\"yua\" selected", "Mexico is in this region: Latin America",
            "name=\"area3\"", "Crowdsourcing.Areas.Gone.WebHome\" selected")) {
            assertTrue(html.contains(part), part + html);
        }
        assertFalse(html.contains("name=\"user\"") || html.contains("name=\"title\"")
            || html.contains("name=\"consent\""), html);

        doThrow(new CrowdsourcingException(List.of(new FieldError("timezone", "crowdsourcing.error.required"),
            new FieldError("area1", "crowdsourcing.error.areaTwice")))).when(this.profiles).save(any(), any());
        post("saveProfile", EXPERT, "cs_seen", "stamp0", "position", EVIL + "!", "country", "XX", "languages", "fr",
            "area0", "", "level0", "do", "area1", serialize(AREA), "level1", "", "user", "XWiki.Mallory", "consent", "1");
        html = show(this.expertMacro, reference(EXPERT));
        Markup.check(html);
        ArgumentCaptor<ProfileInput> typed = ArgumentCaptor.forClass(ProfileInput.class);
        verify(this.profiles).save(eq(EXPERT), typed.capture());
        assertEquals(new ProfileInput(EVIL + "!", "", List.of(), "XX", "", "", List.of("fr"), "", "", "",
            List.of(new ProfileInput.AreaInput("", "do"), new ProfileInput.AreaInput(serialize(AREA), ""))),
            typed.getValue());
        for (String part : List.of("value=\"stamp0\"", "value=\"XX\" selected", "value=\"fr\" selected",
            "This area is chosen twice", "aria-invalid=\"true\"", Html.escape(EVIL + "!"))) {
            assertTrue(html.contains(part), part + html);
        }
    }

    @Test
    void contactDataIsShownToThoseWhoMayKnowAndEscaped() throws Exception
    {
        everythingIsThere();
        assertFalse(show(this.expertMacro, reference(EXPERT)).contains("saveContact"));
        when(this.contacts.canView(EXPERT)).thenReturn(true);
        when(this.contacts.get(EXPERT)).thenReturn(Optional.of(new Contact(EVIL, EVIL, EVIL, "s1")));
        String own = show(this.expertMacro, reference(EXPERT));
        Markup.check(own);
        assertFalse(own.contains("name=\"notes\""), "Notes are the curators' to write");
        when(this.contacts.isCurator(EXPERT)).thenReturn(true);
        String html = show(this.expertMacro, reference(EXPERT));
        Markup.check(html);
        for (String field : List.of("email", "phone", "notes", "confirmed")) {
            assertTrue(html.contains("name=\"" + field + '"'), field);
        }
        assertFalse(show(this.expertMacro, reference(EXPERT), true).contains("name=\"email\""), "Quoted elsewhere");
    }

    @Test
    void refusedContactDataIsShownAgainWithItsError() throws Exception
    {
        everythingIsThere();
        this.current = EXPERT;
        when(this.contacts.canView(EXPERT)).thenReturn(true);
        when(this.contacts.get(EXPERT)).thenReturn(Optional.empty());
        doThrow(new CrowdsourcingException(new FieldError("email", "crowdsourcing.error.email", EVIL)))
            .when(this.contacts).save(eq(EXPERT), any());
        post("saveContact", EXPERT, "email", EVIL, "phone", "", "notes", "");
        String html = show(this.expertMacro, reference(EXPERT));
        Markup.check(html);
        assertTrue(html.contains("aria-invalid=\"true\""), html);
        assertTrue(html.contains("is no e-mail address"), html);
    }

    @Test
    void settingsOfTheDirectoryAreForAdministrators() throws Exception
    {
        everythingIsThere();
        assertFalse(show(this.expertsMacro, new ExpertsMacroParameters()).contains("saveDirectory"));
        when(this.contacts.getSettings(any()))
            .thenReturn(Optional.of(new DirectorySettings(List.of(EVIL, EVIL), 12, EVIL, "")));
        String html = show(this.expertsMacro, new ExpertsMacroParameters());
        Markup.check(html);
        assertTrue(html.contains("name=\"retention\""), html);
        post("saveDirectory", this.current, "curators", "A.B\nC.D", "retention", "1e9", "terms", "");
        assertTrue(show(this.expertsMacro, new ExpertsMacroParameters()).contains("A whole number from 0 to 240"));
        verify(this.contacts, never()).saveSettings(any(), any());
    }

    @Test
    void importsAreCheckedAndFollowedByThoseWhoMay() throws Exception
    {
        everythingIsThere();
        this.sent.put("cs_import", new String[] {"1"});
        assertFalse(show(this.expertsMacro, new ExpertsMacroParameters()).contains("importExperts"));
        when(this.imports.canImport(this.current)).thenReturn(true);
        ImportPlan plan = new ImportPlan(9, 3, 2, 1,
            List.of(new ImportProblem(7, new FieldError("email", "crowdsourcing.error.email", EVIL))));
        when(this.imports.list(this.current)).thenReturn(List.of(
            new ImportReport(EXPERT, ImportReport.State.RUNNING, ALICE, NOW, 5, 2, plan),
            new ImportReport(EXPERT, ImportReport.State.DONE, null, null, 5, 5, plan)));
        String html = show(this.expertsMacro, new ExpertsMacroParameters());
        Markup.check(html);
        assertTrue(html.contains("<progress max=\"5\" value=\"2\""), html);
        assertTrue(html.contains("undoImport"), html);
        verify(this.response, never()).setHeader(any(), any());
        this.sent.put("cs_import", new String[] {"progress"});
        assertFalse(show(this.expertsMacro, new ExpertsMacroParameters()).contains("<textarea"), "Nothing is lost");
        verify(this.response).setHeader("Refresh", "3");
        when(this.imports.plan(this.current, EVIL)).thenReturn(plan);
        post("importExperts", this.current, "csv", EVIL, "cs_preview", "true");
        String planned = show(this.expertsMacro, new ExpertsMacroParameters());
        Markup.check(planned);
        assertTrue(planned.contains("Lines with problems: 1"), planned);
        verify(this.imports, never()).start(any(), any());
    }

    @Test
    void anExpertFindsWhatToDoWithTheOwnProfile() throws Exception
    {
        everythingIsThere();
        assertFalse(show(this.expertMacro, reference(EXPERT)).contains("withdraw"));
        when(this.profiles.isOwn(EXPERT)).thenReturn(true);
        when(this.profiles.getConsentText(EXPERT)).thenReturn(new ConsentText(EVIL, EVIL + '2'));
        String html = show(this.expertMacro, reference(EXPERT));
        Markup.check(html);
        for (String action : List.of("agree", "withdraw")) {
            assertTrue(html.contains("name=\"cs_action\" value=\"" + action + '"'), action);
        }
        this.sent.put("cs_public", new String[] {"1"});
        String preview = show(this.expertMacro, reference(EXPERT));
        Markup.check(preview);
        assertFalse(preview.contains("method=\"post\""), preview);
        this.sent.clear();
        post("withdraw", EXPERT);
        assertTrue(show(this.expertMacro, reference(EXPERT)).contains("Tick that you know"),
            "It is asked once more");
        verify(this.profiles, never()).withdraw(any());
    }

    @Test
    void aDirectoryLeadsToTheOwnProfileAndToWhatWasKeptLongEnough() throws Exception
    {
        everythingIsThere();
        this.user = ALICE;
        this.sent.put("cs_mine", new String[] {"1"});
        assertTrue(show(this.expertsMacro, new ExpertsMacroParameters()).contains("No profile names you"));
        when(this.profiles.getOwn()).thenReturn(Optional.of(EXPERT));
        when(this.profiles.getExpired(any())).thenReturn(List.of(
            new ProfileManager.Expired(EXPERT, EVIL, LocalDate.parse("2020-01-02")),
            new ProfileManager.Expired(EXPERT, EVIL, null)));
        String html = show(this.expertsMacro, new ExpertsMacroParameters());
        Markup.check(html);
        assertTrue(html.contains("Kept long enough: 2"), html);
        assertFalse(html.contains("Declined applications"), html);
        Application.Sent sent = new Application.Sent(null, new Application.Person(EVIL, "", "", "", "", "", "", null),
            List.of(), List.of(), List.of(), "", "", List.of(), null, new Expert.Consent(false, null, ""), null);
        when(this.screeningManager.getExpired(any())).thenReturn(List.of(new Application(
            page("Crowdsourcing.I.Call", "n1"), ApplicationKind.NOMINATION, ApplicationState.DECLINED, List.of(sent),
            null, "")));
        html = show(this.expertsMacro, new ExpertsMacroParameters());
        Markup.check(html);
        assertTrue(html.contains("Declined applications that were kept long enough: 1"), html);
        assertTrue(html.contains("/Crowdsourcing/I/Call/WebHome?cs_view=applications&#38;cs_open=n1#"), html);
        assertFalse(html.contains("name=\"contact\""), "Contact data is for curators");
        when(this.contacts.isCurator(any())).thenReturn(true);
        assertTrue(show(this.expertsMacro, new ExpertsMacroParameters()).contains("name=\"contact\""));
    }
}
