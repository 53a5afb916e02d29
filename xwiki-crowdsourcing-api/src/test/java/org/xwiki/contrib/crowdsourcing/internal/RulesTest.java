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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementRule;
import org.xwiki.contrib.crowdsourcing.internal.agreement.AgreementStore;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefRule;
import org.xwiki.contrib.crowdsourcing.internal.challenge.ChallengeRule;
import org.xwiki.contrib.crowdsourcing.internal.challenge.CriterionRule;
import org.xwiki.contrib.crowdsourcing.internal.challenge.ScoreRule;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Closing;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionRule;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.DialogueRule;
import org.xwiki.contrib.crowdsourcing.internal.expert.AreaRule;
import org.xwiki.contrib.crowdsourcing.internal.expert.ContactStore;
import org.xwiki.contrib.crowdsourcing.internal.expert.Curators;
import org.xwiki.contrib.crowdsourcing.internal.expert.EngagementRule;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertRule;
import org.xwiki.contrib.crowdsourcing.internal.expert.Seats;
import org.xwiki.contrib.crowdsourcing.internal.initiative.InitiativeRule;
import org.xwiki.contrib.crowdsourcing.internal.matching.AdjustmentRule;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.QuoteFinder;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.QuoteSources;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RecommendationRule;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.RoadmapRule;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.StepRule;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.StepStore;
import org.xwiki.contrib.crowdsourcing.internal.selection.ClusterRule;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.observation.ObservationContext;
import org.xwiki.refactoring.event.DocumentRenamingEvent;
import org.xwiki.test.LogLevel;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

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
 * Tests the rules that hold when the wiki's own editor saves, through {@link RuleListener}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({InitiativeRule.class, ChallengeRule.class, BriefRule.class, DialogueRule.class,
    ContributionRule.class, ExpertRule.class, EngagementRule.class, AreaRule.class, RoadmapRule.class,
    RecommendationRule.class, StepRule.class, ClusterRule.class, AdjustmentRule.class, AgreementRule.class,
    CriterionRule.class, ScoreRule.class})
class RulesTest
{
    private static final DocumentReference PAGE = TestRows.page("I.C.WebHome");

    private static final String NONE = null;

    @RegisterExtension
    private LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    private RuleListener listener;

    @MockComponent
    private PageChanges changes;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private StepStore steps;

    @MockComponent
    private QuoteSources quotes;

    @MockComponent
    private Relations relations;

    @MockComponent
    private QuoteFinder finder;

    @MockComponent
    private Seats seats;

    @MockComponent
    private Closing closing;

    @MockComponent
    private AgreementStore agreements;

    @MockComponent
    private ObservationContext observation;

    @MockComponent
    private Curators curators;

    @MockComponent
    private ContactStore contacts;

    @MockComponent
    private Access access;

    @MockComponent
    private ContextualLocalizationManager localization;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    private final Object source = new Object();

    private final Map<Schema, List<Row>> before = new HashMap<>();

    private final Map<Schema, List<Row>> after = new HashMap<>();

    private String title = "Title";

    private String content = "";

    private DocumentReference page = PAGE;

    @BeforeEach
    void configure()
    {
        TestRows.local(this.serializer);
        when(this.finder.find(any())).thenReturn(Set.of());
    }

    private void before(Schema schema, Object... values)
    {
        this.before.computeIfAbsent(schema, key -> new ArrayList<>()).add(TestRows.row(PAGE, values));
    }

    private void after(Schema schema, Object... values)
    {
        this.after.computeIfAbsent(schema, key -> new ArrayList<>()).add(TestRows.row(PAGE, values));
    }

    /** @return the reason of the refusal, {@code null} if the page is saved */
    private String save()
    {
        when(this.changes.before(this.source)).thenReturn(new PageState(this.page, !this.before.isEmpty(), "Title",
            "", schema -> this.before.getOrDefault(schema, List.of())));
        when(this.changes.after(this.source)).thenReturn(new PageState(this.page, true, this.title, this.content,
            schema -> this.after.getOrDefault(schema, List.of())));
        DocumentUpdatingEvent event = new DocumentUpdatingEvent(this.page);
        this.listener.onEvent(event, this.source, null);
        return event.isCanceled() ? event.getReason() : NONE;
    }

    private void assertRefused(String key)
    {
        assertEquals("crowdsourcing.error." + key, save());
    }

    private void assertSaved()
    {
        assertEquals(NONE, save());
    }

    @Test
    void otherPagesAreNoConcern() throws Exception
    {
        assertSaved();
        this.title = "";
        assertSaved();
    }

    @Test
    void templatesAreNoConcern()
    {
        this.page = TestRows.page("Crowdsourcing.Code.DialogueTemplate");
        this.title = "";
        after(Schema.DIALOGUE, "timezone", "EST");
        assertSaved();
    }

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

    @Test
    void sharesAreShares()
    {
        after(Schema.CHALLENGE, "genderShare", 50, "regionShare", 100, "newcomerShare", 0);
        assertSaved();
        for (String property : List.of("genderShare", "regionShare", "newcomerShare")) {
            for (int share : new int[] {-1, 101}) {
                this.after.clear();
                after(Schema.CHALLENGE, property, share);
                assertRefused("number");
            }
        }
        this.after.clear();
        after(Schema.CHALLENGE, "genderShare", 51);
        assertRefused("number");
        // What was wrong before does not hinder.
        before(Schema.CHALLENGE, "genderShare", 51);
        assertSaved();
    }

    @Test
    void titles()
    {
        after(Schema.CHALLENGE, "state", "proposed");
        assertSaved();
        this.title = " ";
        assertRefused("titleRequired");
        this.title = "x".repeat(251);
        assertRefused("titleTooLong");
    }

    @Test
    void reasonIsTranslatedWithTheLabelOfTheField()
    {
        when(this.localization.getTranslationPlain("crowdsourcing.error.date", "2026-02-30"))
            .thenReturn("There is no 2026-02-30.");
        when(this.localization.getTranslationPlain("Crowdsourcing.Code.PhaseClass_start")).thenReturn("Start");
        after(Schema.INITIATIVE);
        after(Schema.PHASE, "start", "2026-02-30");
        assertEquals("Start: There is no 2026-02-30.", save());
    }

    @Test
    void phases()
    {
        after(Schema.INITIATIVE, "responseDays", 30);
        after(Schema.PHASE, "start", "2017-04-01", "end", "2017-05-01");
        assertSaved();
        after(Schema.PHASE, "start", "2017-04-01", "end", "2017-03-01");
        assertRefused("dateOrder");
    }

    @Test
    void responseDays()
    {
        after(Schema.INITIATIVE, "responseDays", -1);
        assertRefused("number");
    }

    @Test
    void thresholdsOfAlerts()
    {
        after(Schema.INITIATIVE, "alertDays", 3650, "alertSize", 1000, "alertMinutes", 1440, "alertIdentical", 0,
            "alertShare", 100);
        assertSaved();
        for (String threshold : List.of("alertDays", "alertSize", "alertMinutes", "alertIdentical", "alertShare")) {
            after.clear();
            after(Schema.INITIATIVE, threshold, -1);
            assertRefused("number");
            after.clear();
            after(Schema.INITIATIVE, threshold, 3651);
            assertRefused("number");
        }
    }

    @Test
    void theThresholdOfTheRegister()
    {
        for (int threshold : List.of(0, 1, 10000)) {
            after.clear();
            after(Schema.INITIATIVE, "registerThreshold", threshold);
            assertSaved();
        }
        for (int threshold : List.of(-1, 10001)) {
            after.clear();
            after(Schema.INITIATIVE, "registerThreshold", threshold);
            assertRefused("number");
        }
    }

    @Test
    void whatWasWrongBeforeDoesNotHinder()
    {
        before(Schema.DIALOGUE, "timezone", "EST");
        after(Schema.DIALOGUE, "timezone", "EST", "goals", "new");
        assertSaved();
        after.clear();
        after(Schema.DIALOGUE, "timezone", "CST");
        assertRefused("zoneAbbreviation");
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
        assertSaved();
        when(this.access.isAdministrator(PAGE)).thenReturn(false);
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
        when(this.access.isAdministrator(PAGE)).thenReturn(true);
        assertRefused("agreementManaged");
        this.after.clear();
        assertRefused("agreementManaged");
        this.before.clear();
        after(Schema.AGREEMENT, "kind", "nda", "version", "1", "text", "Tell nobody.");
        assertSaved();
        when(this.access.isAdministrator(PAGE)).thenReturn(false);
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

    @ParameterizedTest
    @CsvSource({"start,241,number", "aggressive,-3,number", "conservative,300,number"})
    void timesOfAStep(String property, int value, String key)
    {
        after(Schema.STEP, property, value);
        assertRefused(key);
    }

    @Test
    void howLongAStepMayTakeIsAQuestionOfTheUnit()
    {
        after(Schema.STEP, "durationUnit", "workingdays", "conservative", 300, "start", 3000, "startUnit", "days");
        assertSaved();
    }

    @ParameterizedTest
    @CsvSource({"startsOn,2026-02-30,date", "amount,'85,000',amount", "amount,-5,amount", "currency,EURO,currency",
        "currency,usd,currency", "followupLink,ftp://example.org/,link", "followup,abandoned,followUpReasonRequired"})
    void valuesOfAStep(String property, String value, String key)
    {
        after(Schema.STEP, property, value);
        assertRefused(key);
    }

    @Test
    void whatIsSafeIsNotShorter()
    {
        after(Schema.STEP, "aggressive", 6, "conservative", 3);
        assertRefused("safeIsShorter");
    }

    @ParameterizedTest
    @CsvSource({"startsOn,soon,date", "currency,Peso,currency"})
    void valuesOfARoadmap(String property, String value, String key)
    {
        after(Schema.ROADMAP, property, value);
        assertRefused(key);
    }

    @Test
    void anAmountNeedsACurrencySomewhereWhenSomebodyEdits() throws Exception
    {
        after(Schema.STEP, "amount", "5.50");
        when(this.pages.nearest(any(), any())).thenReturn(Optional.of(TestRows.row(TestRows.page("I.R.WebHome"))));
        assertSaved();
        when(this.changes.isEdited()).thenReturn(true);
        assertRefused("currencyRequired");
        when(this.pages.nearest(any(), any()))
            .thenReturn(Optional.of(TestRows.row(TestRows.page("I.R.WebHome"), "currency", "MXN")));
        assertSaved();
    }

    @Test
    void stepsDoNotWaitForEachOtherAcrossRecommendations() throws Exception
    {
        when(this.pages.nearest(any(), any())).thenReturn(Optional.of(TestRows.row(TestRows.page("I.R.WebHome"))));
        when(this.steps.getOthers(any(), any())).thenReturn(List.of(
            TestRows.row(TestRows.page("I.R.B.WebHome"), "uid", "b", "title", "Bridge", "prerequisites", List.of("a"))));
        when(this.localization.getTranslationPlain(eq("crowdsourcing.error.prerequisiteCycle"), any()))
            .thenAnswer(call -> "cycle: " + call.getArgument(1));
        after(Schema.STEP, "uid", "a", "title", "Ask", "prerequisites", List.of("gone", "b"));
        assertEquals("cycle: Ask \u2192 Bridge \u2192 Ask", save());
        this.after.clear();
        after(Schema.STEP, "uid", "a", "title", "Ask", "prerequisites", List.of("gone"));
        assertSaved();
    }

    @Test
    void theTrailOfAChallengeIsClosed()
    {
        before(Schema.CHALLENGE, "state", "proposed");
        after(Schema.CHALLENGE, "state", "selected");
        assertSaved();
        after(Schema.CHALLENGE_LOG, "state", "selected");
        assertRefused("trailManaged");
        this.after.remove(Schema.CHALLENGE_LOG);
        after(Schema.SIGN_OFF, "name", "Forged");
        assertRefused("trailManaged");
        this.after.clear();
        after(Schema.CHALLENGE, "state", "merged");
        assertRefused("stateManaged");
        this.after.clear();
        after(Schema.CHALLENGE, "state", "proposed", "successors", List.of("I.D.WebHome"));
        assertRefused("managed");
        this.before.clear();
        this.after.clear();
        after(Schema.CHALLENGE, "state", "proposed");
        after(Schema.SIGN_OFF, "name", "Put there before");
        assertRefused("trailManaged");
        this.after.clear();
        before(Schema.CHALLENGE, "state", "proposed");
        after(Schema.CHALLENGE, "state", "proposed", "successors", List.of("I.D.WebHome"));
        when(this.access.isAdministrator(PAGE)).thenReturn(true);
        assertSaved();
        after(Schema.SIGN_OFF, "name", "Forged by the owner");
        assertRefused("trailManaged");
        when(this.access.isAdministrator(PAGE.getWikiReference())).thenReturn(true);
        assertSaved();
    }

    @Test
    void scoresAreGivenWithTheForm()
    {
        this.page = TestRows.page("I.C.Scores." + PageNames.ofHash('s', "XWiki.Alice"));
        after(Schema.SCORE, "user", "XWiki.Alice");
        assertRefused("scoreManaged");
        when(this.access.isAdministrator(this.page)).thenReturn(true);
        assertSaved();
        this.after.clear();
        after(Schema.SCORE, "user", "XWiki.Bob");
        assertRefused("scoreManaged");
        this.after.clear();
        before(Schema.SCORE, "user", "XWiki.Alice", "scores", "a=5");
        after(Schema.SCORE, "user", "XWiki.Alice", "scores", "a=1");
        assertRefused("scoreManaged");
        when(this.access.isAdministrator(this.page.getWikiReference())).thenReturn(true);
        assertSaved();
    }

    @Test
    void criteriaHaveATitleAndAWeight()
    {
        after(Schema.CRITERION, "title", " ", "weight", 1);
        assertRefused("required");
        this.after.clear();
        after(Schema.CRITERION, "title", "Impact", "weight", 101);
        assertRefused("number");
        this.after.clear();
        after(Schema.CRITERION, "title", "Impact");
        assertSaved();
    }

    @Test
    void whatIsDeclaredChangesWithANoteOnceLaunched()
    {
        before(Schema.INITIATIVE, "phase", "brief", "inputUse", "Old");
        after(Schema.INITIATIVE, "phase", "define", "inputUse", "New");
        assertSaved();
        this.before.clear();
        before(Schema.INITIATIVE, "phase", "source", "inputUse", "Old");
        assertRefused("commitmentNoteRequired");
        this.after.clear();
        after(Schema.INITIATIVE, "phase", "source", "inputUse", "New", "commitmentNote", "Why");
        assertSaved();
        this.after.clear();
        after(Schema.INITIATIVE, "phase", "source", "inputUse", "Old", "responseDays", 3);
        when(this.access.isAdministrator(PAGE)).thenReturn(true);
        assertSaved();
        when(this.changes.isEdited()).thenReturn(true);
        assertRefused("commitmentNoteRequired");
    }

    @Test
    void droppedChallengeNeedsAReason()
    {
        after(Schema.CHALLENGE, "state", "dropped", "dropReason", " ");
        assertRefused("dropReasonRequired");
        this.after.clear();
        after(Schema.CHALLENGE, "state", "dropped", "dropReason", "Out of our hands");
        assertSaved();
    }

    @ParameterizedTest
    @ValueSource(strings = {"problem", "questions", "state", "version"})
    void frozenBriefStaysAsItIs(String property)
    {
        before(Schema.BRIEF, "state", "frozen", "problem", "P", "version", 1);
        Map<String, Object> values = new HashMap<>(Map.of("state", "frozen", "problem", "P", "version", 1));
        values.put(property, "changed");
        this.after.put(Schema.BRIEF, List.of(new Row(PAGE, "", 0, values, TestRows.RESOLVER)));
        assertRefused("briefFrozen");
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertRefused("briefFrozen");
    }

    @Test
    void titleContentAndEvidenceOfAFrozenBriefStayToo()
    {
        before(Schema.BRIEF, "state", "frozen");
        after(Schema.BRIEF, "state", "frozen");
        assertSaved();
        this.title = "Other";
        assertRefused("briefFrozen");
        this.title = "Title";
        this.content = "text";
        assertRefused("briefFrozen");
        this.content = "";
        after(Schema.EVIDENCE, "claim", "new");
        assertRefused("briefFrozen");
    }

    @Test
    void frozenBriefIsNotRidOfItsObject()
    {
        before(Schema.BRIEF, "state", "frozen");
        assertRefused("briefFrozen");
    }

    @Test
    void managersSaveFrozenBriefs()
    {
        when(this.writer.isManaged()).thenReturn(true);
        before(Schema.BRIEF, "state", "frozen");
        after(Schema.BRIEF, "state", "draft");
        assertSaved();
    }

    @Test
    void stateOfABriefIsManaged()
    {
        before(Schema.BRIEF, "state", "draft", "problem", "P");
        after(Schema.BRIEF, "state", "draft", "problem", "Q");
        assertSaved();
        this.after.clear();
        after(Schema.BRIEF, "state", "frozen", "problem", "P");
        assertRefused("managed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edition", "translates"})
    void whatAPageOfABriefIsIsManaged(String property)
    {
        before(Schema.BRIEF, "state", "draft");
        after(Schema.BRIEF, "state", "draft", property, "edition".equals(property) ? "version" : 1);
        assertRefused("managed");
    }

    @Test
    void languageOfABrief()
    {
        after(Schema.BRIEF, "state", "draft", "language", "yua");
        assertSaved();
        this.after.clear();
        after(Schema.BRIEF, "state", "draft", "language", "Spanish \"><b>");
        assertRefused("unknownValue");
    }

    @Test
    void newThingsBeginAsDrafts()
    {
        after(Schema.BRIEF, "state", "draft", "version", 0);
        assertSaved();
        this.after.clear();
        after(Schema.BRIEF, "state", "frozen", "version", 1);
        assertTrue(save().contains("managed"));
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertSaved();
    }

    @Test
    void evidence()
    {
        after(Schema.BRIEF, "state", "draft");
        after(Schema.EVIDENCE, "link", "https://example.org/x", "date", "2016-07-18");
        assertSaved();
        after(Schema.EVIDENCE, "link", "javascript:alert(1)");
        assertRefused("link");
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
        when(this.access.isAdministrator(PAGE)).thenReturn(true);
        after(Schema.ENGAGEMENT, "ndaOn", "2017-02-29");
        assertRefused("date");
        this.after.clear();
        after(Schema.AREA, "description", "x");
        this.title = "";
        assertRefused("titleRequired");
    }

    @Test
    void roadmapIsPublishedByItsManager()
    {
        before(Schema.ROADMAP, "state", "draft");
        after(Schema.ROADMAP, "state", "review");
        assertSaved();
        this.after.clear();
        after(Schema.ROADMAP, "state", "published");
        assertRefused("managed");
        this.before.clear();
        assertRefused("managed");
        when(this.access.isAdministrator(any())).thenReturn(true);
        assertSaved();
    }

    @Test
    void publishedRecommendationKeepsASource()
    {
        before(Schema.RECOMMENDATION, "state", "published", "sources", List.of("I.C.Dialogue.x"));
        after(Schema.RECOMMENDATION, "state", "published", "sources", List.of());
        assertRefused("lastSource");
        when(this.finder.find(any())).thenReturn(Set.of(PAGE));
        assertSaved();
    }

    @Test
    void noStepOfWhatIsPublishedLosesItsSource()
    {
        before(Schema.RECOMMENDATION, "state", "published", "sources", List.of("I.C.Dialogue.x"));
        after(Schema.RECOMMENDATION, "state", "published", "sources", List.of("I.C.Dialogue.x"));
        after(Schema.STEP, "title", "Ask");
        assertSaved();
        when(this.changes.isEdited()).thenReturn(true);
        assertRefused("publishedStep");
        before(Schema.STEP, "title", "Ask");
        assertSaved();
    }

    @Test
    void whatIsKnownOfAClusterIsTrue()
    {
        after(Schema.CLUSTER, "title", " ");
        assertRefused("titleRequired");
        this.after.clear();
        before(Schema.CLUSTER, "title", "T");
        after(Schema.CLUSTER, "title", "T", "by", "XWiki.Somebody");
        assertRefused("managed");
        this.after.clear();
        after(Schema.CLUSTER, "title", "Other");
        assertSaved();
    }

    @Test
    void recommendationIsPublishedWithItsRoadmap()
    {
        before(Schema.RECOMMENDATION, "state", "draft");
        after(Schema.RECOMMENDATION, "state", "published", "deskResearch", 1, "deskReference", "OECD");
        assertRefused("managed");
    }

    @Test
    void abandonedRecommendationNeedsAReason()
    {
        after(Schema.RECOMMENDATION, "followup", "abandoned");
        assertRefused("followUpReasonRequired");
        this.after.clear();
        after(Schema.RECOMMENDATION);
        after(Schema.STEP, "aggressive", -3);
        assertRefused("number");
    }

    @Test
    void sourcesAreAddedToWhatIsSavedOnly() throws Exception
    {
        after(Schema.RECOMMENDATION, "problem", "x");
        assertSaved();
        verify(this.quotes).add(any(), any());
        this.title = "";
        assertFalse(save() == null);
        verify(this.quotes).add(any(), any());
    }

    @Test
    void ruleThatCannotBeCheckedIsNotBroken() throws Exception
    {
        doThrow(new CrowdsourcingException("no", null))
            .when(this.quotes).add(any(), any());
        after(Schema.RECOMMENDATION, "problem", "x");
        assertRefused("technical");
        assertEquals("Failed to check the page [xwiki:I.C.WebHome] before it is saved", this.logs.getMessage(0));
        verify(this.writer, never()).update(any(), any(), any(), any());
    }
}
