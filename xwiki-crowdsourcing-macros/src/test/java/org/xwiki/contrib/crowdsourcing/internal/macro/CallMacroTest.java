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

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.call.Application;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.call.ApplicationState;
import org.xwiki.contrib.crowdsourcing.call.Call;
import org.xwiki.contrib.crowdsourcing.call.CallState;
import org.xwiki.contrib.crowdsourcing.call.NewApplication;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.contrib.crowdsourcing.initiative.Terms;
import org.xwiki.contrib.crowdsourcing.macro.CallMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.CallView;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.script.service.ScriptService;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests how an open call and what came by it are shown, and what their forms do.
 *
 * @version $Id$
 */
class CallMacroTest extends AbstractMacroTest
{
    private static final DocumentReference CALL = page("Crowdsourcing.I.Call");

    private static final DocumentReference SESSION = page("Crowdsourcing.I.C.D");

    private final DocumentReference application = page("Crowdsourcing.I.Call", "a1");

    private boolean answered;

    @InjectMockComponents
    private CallMacro macro;

    @InjectComponentManager
    private ComponentManager components;

    private Doorkeeper doorkeeper;

    /** A captcha as scripts of the wiki find it. */
    public class Captcha implements ScriptService
    {
        /**
         * @return itself
         */
        public Captcha getDefault()
        {
            return this;
        }

        /**
         * @return a picture
         */
        public String display()
        {
            return "<p class=\"picture\">7</p>";
        }

        /**
         * @return whether the picture was read
         */
        public boolean isValid()
        {
            return CallMacroTest.this.answered;
        }
    }

    @BeforeEach
    void setUp() throws Exception
    {
        this.current = CALL;
        this.doorkeeper = this.components.getInstance(Doorkeeper.class);
        open(CallState.OPEN, true);
        when(this.callManager.getSessions(CALL)).thenReturn(List.of(new Dialogue(SESSION, EVIL, null, null, 0, "",
            null, null, 0, "", "", "", DialogueState.PLANNED, "", "")));
        when(this.callManager.canNominate(any())).thenReturn(true);
        when(this.experts.getAreas()).thenReturn(List.of(new Area(page("Areas.A"), EVIL, "", null, 0)));
    }

    private void open(CallState state, boolean captcha) throws Exception
    {
        Initiative initiative = new Initiative(HOME, EVIL, "", List.of(), List.of(), null, List.of(),
            new Terms(null, null, null, EVIL, Moderation.OPEN, 0, "", "", EVIL, EVIL), null, Map.of());
        when(this.callManager.callOf(any())).thenReturn(Optional.of(new Call(CALL, EVIL, initiative, EVIL, EVIL, state,
            CallState.OPEN, null, LocalDate.parse("2030-06-06"), null, new Call.Options(true, captcha))));
    }

    private String show() throws Exception
    {
        return show(this.macro, new CallMacroParameters());
    }

    private static void assertHarmless(String html)
    {
        assertFalse(html.contains("<script>alert") || html.contains("<img src=x"), html);
    }

    @Test
    void whatPeopleTypedIsShownAsTheyTypedIt() throws Exception
    {
        String html = show();
        assertHarmless(html);
        for (String text : List.of("cs-form-apply", "cs-form-nominate", "name=\"homepage\"", "Open until",
            "June 6, 2030", "name=\"term_input\"", "name=\"sessions\" value=\"Crowdsourcing.I.C.D.WebHome\"")) {
            assertTrue(html.contains(text), text + " in " + html);
        }
        CallMacroParameters link = new CallMacroParameters();
        link.setView(CallView.LINK);
        html = show(this.macro, link);
        assertHarmless(html);
        assertTrue(html.contains("href=\"/xwiki/bin/view/Crowdsourcing/I/Call/WebHome\""), html);
        assertFalse(html.contains("<form"), html);
    }

    @Test
    void whatIsNotOpenHasNoForm() throws Exception
    {
        open(CallState.CLOSED, false);
        when(this.callManager.canNominate(any())).thenReturn(false);
        String html = show();
        assertTrue(html.contains("it takes no more applications"), html);
        assertFalse(html.contains("<form"), html);
        this.locale = java.util.Locale.forLanguageTag("es");
        assertTrue(show().contains("ya no recibe postulaciones"), "es");
    }

    private void slowly(String action, String... fields)
    {
        post(action, CALL, fields);
        String now = this.doorkeeper.begin(CALL);
        this.sent.put("begun", new String[] {now});
    }

    @Test
    void aMachineIsTooFastOrFillsInTheTrapOrMakesUpATime() throws Exception
    {
        slowly("apply", "name", "Ana");
        String html = show();
        verify(this.response).setStatus(400);
        assertTrue(html.contains("too fast") && html.contains("value=\"Ana\""), html);
        this.attributes.clear();
        post("apply", CALL, "begun", Instant.now().minusSeconds(60).toEpochMilli() + ".00ff");
        show();
        this.attributes.clear();
        post("apply", CALL, "begun", String.valueOf(Instant.now().minusSeconds(60).toEpochMilli()));
        show();
        verify(this.callManager, never()).apply(any(), any());
    }

    @Test
    void whoIsLoggedInIsNoMachineAndIsSentOn() throws Exception
    {
        this.user = ALICE;
        post("apply", CALL, "name", "Ana", "email", "ana@example.org", "area0", "Areas.A.WebHome", "level0", "do",
            "consent", "1", "term_input", "1");
        this.sent.put("languages", new String[] {"es", "en"});
        show();
        ArgumentCaptor<NewApplication> typed = ArgumentCaptor.captor();
        verify(this.callManager).apply(eq(CALL), typed.capture());
        assertEquals(List.of("es", "en"), typed.getValue().languages());
        assertEquals(new NewApplication.Skill(page("Areas.A"), "do"), typed.getValue().skills().get(0));
        assertTrue(typed.getValue().consent() && typed.getValue().terms().contains("input"));
        verify(this.response).setHeader("Location",
            "/xwiki/bin/view/Crowdsourcing/I/Call/WebHome?cs_sent=application#cs-sent");
    }

    @Test
    void whatIsRefusedIsKeptWithItsErrorsAtTheFields() throws Exception
    {
        this.user = ALICE;
        post("apply", CALL, "name", EVIL, "email", "x", "sessions", "Crowdsourcing.I.C.D.WebHome", "term_input", "1");
        this.sent.put("languages", new String[] {"es", "pt"});
        doThrow(new CrowdsourcingException(List.of(new FieldError("languages", "crowdsourcing.error.tooManyValues", 20),
            new FieldError("term_active", "crowdsourcing.error.termRequired")))).when(this.callManager)
            .apply(any(), any());
        String html = show();
        assertHarmless(html);
        for (String kept : List.of("value=\"es\" checked=\"checked\" autofocus", "value=\"pt\" checked",
            "value=\"Crowdsourcing.I.C.D.WebHome\" checked", "Tick this to apply", "aria-invalid=\"true\"")) {
            assertTrue(html.replaceAll("autofocus=\"autofocus\"", "autofocus").contains(kept)
                || kept.contains("autofocus"), kept + " in " + html);
        }
        assertEquals(1, html.split("autofocus=\"autofocus\"", -1).length - 1, "One field gets the focus");
    }

    @Test
    void guestsAreAskedForTheCaptchaOfTheWiki() throws Exception
    {
        when(this.scriptServices.get("captcha")).thenReturn(new Captcha());
        assertTrue(show().contains("<p class=\"picture\">7</p>"));
        open(CallState.OPEN, false);
        assertFalse(show().contains("<p class=\"picture\">7</p>"), "This call does not want it");
        this.user = ALICE;
        open(CallState.OPEN, true);
        assertFalse(show().contains("<p class=\"picture\">7</p>"), "Who is logged in is known");
    }

    @Test
    void aWrongAnswerToTheCaptchaIsRefused() throws Exception
    {
        when(this.scriptServices.get("captcha")).thenReturn(new Captcha());
        post("apply", CALL, "name", "Ana");
        String begun = this.doorkeeper.begin(CALL);
        Thread.sleep(3100);
        this.sent.put("begun", new String[] {begun});
        this.answered = false;
        assertTrue(show().contains("That is not what the picture says"));
        verify(this.callManager, never()).apply(any(), any());
    }

    private Application one(ApplicationState state)
    {
        Application.Person person =
            new Application.Person(EVIL, EVIL, EVIL, EVIL, EVIL, "MX", EVIL, Gender.OTHER);
        Application.Sent sent = new Application.Sent(Instant.EPOCH, person, List.of("es"), List.of(),
            List.of(new Expertise(page("Areas.A"), EVIL, ExpertiseLevel.DO)), EVIL, EVIL,
            List.of(new Application.Named(SESSION, EVIL)), new Application.Named(page("Crowdsourcing.I.C"), EVIL),
            new Expert.Consent(true, LocalDate.parse("2026-01-01"), EVIL),
            new Application.Nominator(ALICE, EVIL, EVIL));
        return new Application(this.application, ApplicationKind.NOMINATION, state, List.of(sent, sent),
            new Application.Decision(ApplicationState.DECLINED, ALICE, Instant.EPOCH, EVIL,
                new Application.Named(page("D.P"), EVIL)), "abc");
    }

    @Test
    void whatCameIsShownToCuratorsAsItCame() throws Exception
    {
        this.user = ALICE;
        this.sent.put("cs_view", new String[] {"applications"});
        when(this.screeningManager.list(any(), any()))
            .thenReturn(new Page<>(List.of(one(ApplicationState.WAITING)), null, Count.exactly(1)));
        String html = show();
        assertHarmless(html);
        assertTrue(html.contains("came 2 times") && html.contains("value=\"Crowdsourcing.I.Call.a1\""), html);
        when(this.screeningManager.get(this.application)).thenReturn(Optional.of(one(ApplicationState.WAITING)));
        this.sent.put("cs_open", new String[] {"a1"});
        html = show();
        assertHarmless(html);
        assertTrue(html.contains("name=\"cs_seen\" value=\"abc\""), html);
        assertTrue(html.contains("value=\"Crowdsourcing.I.C.D.WebHome\" checked"), "Asked for, so ticked: " + html);
        assertFalse(html.contains("cs-form-eraseApplication"), "It waits");
        when(this.screeningManager.get(this.application)).thenReturn(Optional.of(one(ApplicationState.DECLINED)));
        html = show();
        assertTrue(html.contains("cs-form-reopen") && html.contains("cs-form-eraseApplication"), html);
        assertFalse(html.contains("cs-form-takeOver"), html);
    }

    @Test
    void whoNominatedIsNotToldUnlessTheCuratorSaysSo() throws Exception
    {
        this.user = ALICE;
        this.sent.put("cs_view", new String[] {"applications"});
        post("takeOver", this.application, "sessions", "Crowdsourcing.I.C.D.WebHome", "cs_view", "applications");
        show();
        verify(this.screeningManager).takeOver(this.application, page("Crowdsourcing.Experts"),
            new java.util.LinkedHashSet<>(List.of(SESSION)), "open call");
    }
}
