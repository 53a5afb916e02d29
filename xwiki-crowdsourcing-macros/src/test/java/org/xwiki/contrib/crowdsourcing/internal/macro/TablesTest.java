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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeOrder;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeQuery;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.challenge.Wishes;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertOrder;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Region;
import org.xwiki.contrib.crowdsourcing.internal.table.ChallengesTable;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertsLiveDataConfigurationResolver;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertsTable;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesState;
import org.xwiki.contrib.crowdsourcing.macro.ChallengesView;
import org.xwiki.contrib.crowdsourcing.macro.ExpertsLevel;
import org.xwiki.contrib.crowdsourcing.macro.ExpertsMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.ExpertsRegion;
import org.xwiki.contrib.crowdsourcing.macro.ExpertsView;
import org.xwiki.livedata.LiveData;
import org.xwiki.livedata.LiveDataConfiguration;
import org.xwiki.livedata.LiveDataException;
import org.xwiki.livedata.LiveDataPropertyDescriptor;
import org.xwiki.livedata.LiveDataQuery;
import org.xwiki.livedata.LiveDataSource;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.mockito.MockitoComponentManager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * The same tables in Live Data and without it.
 */
class TablesTest extends AbstractMacroTest
{
    private static final DocumentReference EXPERT = page("Crowdsourcing.Experts.E");

    private static final DocumentReference AREA = page("Crowdsourcing.Areas.A");

    private static final DocumentReference BRIEF = page("Crowdsourcing.I.C.Brief");

    @InjectComponentManager
    private MockitoComponentManager components;

    @InjectMockComponents
    private ExpertsMacro expertsMacro;

    @InjectMockComponents
    private ChallengesMacro challengesMacro;

    @InjectMockComponents
    @Named(ExpertsTable.HINT)
    private ExpertsLiveDataConfigurationResolver configurations;

    @BeforeEach
    void everythingIsThere() throws CrowdsourcingException
    {
        Expert expert = new Expert(EXPERT, EVIL, null, EVIL, "", List.of(Affiliation.ACADEMIA, Affiliation.BUSINESS),
            "MX", null, null, List.of("es", "pt"), null, null, "", new Expert.Consent(true, null, ""),
            List.of(new Expertise(AREA, EVIL, ExpertiseLevel.DO), new Expertise(AREA, "", null)));
        when(this.experts.search(any())).thenReturn(new Page<>(List.of(expert), "20", Count.bounded(5000)));
        when(this.experts.getCountries()).thenReturn(List.of("DE", "ES", "MX"));
        when(this.experts.getAreas()).thenReturn(List.of(new Area(AREA, EVIL, "", null, 0),
            new Area(page("Crowdsourcing.Areas.A.T"), "Topic", "", AREA, 1)));
        Challenge challenge = new Challenge(page("Crowdsourcing.I.C"), EVIL, "", 1000, ChallengeState.DROPPED, "", "",
            0, "", null, List.of(), Wishes.NONE);
        when(this.challenges.list(any())).thenReturn(new Page<>(
            List.of(new ChallengeRow(challenge, null, 0, BRIEF, BriefState.FROZEN, null, null)), null,
            Count.exactly(1)));
        when(this.challenges.get(HOME)).thenReturn(java.util.Optional.of(challenge));
    }

    private LiveDataSource source(String hint) throws Exception
    {
        return this.components.getInstance(LiveDataSource.class, hint);
    }

    private LiveDataQuery query(LiveDataQuery.Filter... filters)
    {
        LiveDataQuery query = new LiveDataQuery();
        query.setSource(new LiveDataQuery.Source("any"));
        query.setFilters(new ArrayList<>(Arrays.asList(filters)));
        return query;
    }

    private ExpertQuery asked() throws CrowdsourcingException
    {
        ArgumentCaptor<ExpertQuery> query = ArgumentCaptor.forClass(ExpertQuery.class);
        verify(this.experts, org.mockito.Mockito.atLeastOnce()).search(query.capture());
        return query.getValue();
    }

    private LiveData experts(LiveDataQuery query) throws Exception
    {
        return source(ExpertsTable.HINT).getEntries().get(query);
    }

    @Test
    void expertsAreFoundByTheirManager() throws Exception
    {
        LiveDataQuery query = query(new LiveDataQuery.Filter("name", "contains", EVIL),
            new LiveDataQuery.Filter("organisation", "contains", " UN "),
            new LiveDataQuery.Filter("affiliation", "equals", "academia"),
            new LiveDataQuery.Filter("country", "equals", "MX"), new LiveDataQuery.Filter("language", "equals", "es"),
            new LiveDataQuery.Filter("area", "equals", "Crowdsourcing.Areas.A.T.WebHome"),
            new LiveDataQuery.Filter("region", "equals", "africa"),
            new LiveDataQuery.Filter("level", "equals", "explain"),
            new LiveDataQuery.Filter("available", "equals", "now"));
        query.getSource().setParameter("search", "money");
        query.setSort(List.of(new LiveDataQuery.SortEntry("organisation", true)));
        query.setOffset(40L);
        query.setLimit(20);
        LiveData found = experts(query);
        ExpertQuery asked = asked();
        assertEquals(new ExpertQuery("money", EVIL.strip(), page("Crowdsourcing.Areas.A.T"), ExpertiseLevel.EXPLAIN,
            "MX", Region.AFRICA, Affiliation.ACADEMIA, "es", "UN", true, new Sort<>(ExpertOrder.ORGANISATION, true), asked.request()), asked);
        assertEquals("40", asked.request().cursor());
        assertEquals(20, asked.request().limit());
        assertEquals(1001, found.getCount(), "More than 1,000");
        Map<String, String> row = new HashMap<>(Map.of("id", "Crowdsourcing.Experts.E.WebHome", "name", EVIL,
            "url", "/xwiki/bin/view/Crowdsourcing/Experts/E/WebHome", "position", EVIL, "organisation", "",
            "affiliation", "Academia, Business", "country", "Mexico", "language", "Spanish, Portuguese", "area", EVIL));
        row.putAll(Map.of("region", "", "level", "Can do", "available", "Available today"));
        assertEquals(List.of(row), found.getEntries());
    }

    @ParameterizedTest
    @CsvSource({"-5,-1,0,1", "0,0,0,1", "15,100000,15,100", "99999999999,15,999999,15"})
    void limitsAreClamped(long offset, int limit, String cursor, int asked) throws Exception
    {
        LiveDataQuery query = query();
        query.setOffset(offset);
        query.setLimit(limit);
        experts(query);
        assertEquals(cursor, asked().request().cursor());
        assertEquals(asked, asked().request().limit());
    }

    @Test
    void withoutAnythingTheFirstPageIsShown() throws Exception
    {
        experts(new LiveDataQuery());
        assertEquals("0", asked().request().cursor());
        assertEquals(20, asked().request().limit());
        assertNull(asked().sort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"country", "consent", "doc.title; drop table xwikidoc", "NAME", ""})
    void whatIsNoOrderIsTheUsualOne(String column) throws Exception
    {
        LiveDataQuery query = query();
        query.setSort(List.of(new LiveDataQuery.SortEntry(column, true)));
        experts(query);
        assertNull(asked().sort());
    }

    @ParameterizedTest
    @CsvSource({"affiliation,army", "area,Crowdsourcing.Areas.Unknown.WebHome"})
    void whatDoesNotExistIsNotFound(String column, String value) throws Exception
    {
        LiveData found = experts(query(new LiveDataQuery.Filter(column, "equals", value)));
        assertEquals(0, found.getCount());
        assertEquals(List.of(), found.getEntries());
        verify(this.experts, never()).search(any());
    }

    @Test
    void whatCannotBeFilteredIsRefused() throws Exception
    {
        LiveDataQuery.Filter two = new LiveDataQuery.Filter("name", "contains", "A");
        two.getConstraints().add(new LiveDataQuery.Constraint("B", "contains"));
        for (LiveDataQuery.Filter filter : List.of(two, new LiveDataQuery.Filter("consent", "equals", "0"),
            new LiveDataQuery.Filter("position", "contains", "judge"))) {
            LiveDataQuery query = query(filter);
            assertThrows(LiveDataException.class, () -> experts(query), filter.getProperty());
        }
        experts(query(new LiveDataQuery.Filter("name", "contains", " ")));
        assertNull(asked().text());
    }

    @Test
    void columnsAreTextInTheReadersLanguage() throws Exception
    {
        this.locale = Locale.forLanguageTag("es");
        List<String> names = new ArrayList<>();
        for (String hint : List.of(ExpertsTable.HINT, ChallengesTable.HINT)) {
            for (LiveDataPropertyDescriptor column : source(hint).getProperties().get()) {
                names.add(column.getName());
                // A displayer that takes a value for HTML would run what somebody typed.
                assertTrue(Set.of("text", "link").contains(column.getDisplayer().getId()), column.getId());
                assertNull(column.getDisplayer().getParameters().get("html"), column.getId());
                assertFalse(column.isEditable(), column.getId());
                assertEquals(1, column.getFilter().getOperators().size(), column.getId());
            }
        }
        assertEquals(List.of("Nombre", "Cargo", "Organizaci\u00F3n", "Afiliaci\u00F3n", "Pa\u00EDs", "Regi\u00F3n", "Idioma",
            "\u00C1rea", "Nivel, al menos", "Disponibilidad", "Reto", "Prioridad", "Estado", "Puntuaci\u00F3n", "Informe", "Di\u00E1logo"), names);
        LiveDataPropertyDescriptor country = source(ExpertsTable.HINT).getProperties().get().stream()
            .filter(column -> "country".equals(column.getId())).findFirst().orElseThrow();
        assertEquals(List.of(Map.of("value", "DE", "label", "Alemania"), Map.of("value", "ES", "label", "Espa\u00F1a"),
            Map.of("value", "MX", "label", "M\u00E9xico")), country.getFilter().getParameters().get("options"));
    }

    @Test
    void liveDataShowsAllColumnsUnlessItIsToldWhich() throws Exception
    {
        // How the given and the default configuration become one is up to the wiki, here is only the default.
        LiveDataConfiguration input = new LiveDataConfiguration();
        var method = ExpertsLiveDataConfigurationResolver.class.getSuperclass()
            .getDeclaredMethod("getDefaultConfiguration", LiveDataConfiguration.class);
        method.setAccessible(true);
        LiveDataConfiguration configuration = (LiveDataConfiguration) method.invoke(this.configurations, input);
        assertEquals("id", configuration.getMeta().getEntryDescriptor().getIdProperty());
        assertEquals(List.of("name", "position", "organisation", "affiliation", "country", "region", "language", "area",
            "level", "available"), configuration.getQuery().getProperties());
        input.setQuery(new LiveDataQuery());
        input.getQuery().setProperties(List.of("name"));
        assertNull(((LiveDataConfiguration) method.invoke(this.configurations, input)).getQuery());
    }

    private LiveData challenges(LiveDataQuery query, String reference) throws Exception
    {
        query.getSource().setParameter("reference", reference);
        return source(ChallengesTable.HINT).getEntries().get(query);
    }

    @Test
    void challengesAreFoundByTheirManager() throws Exception
    {
        LiveDataQuery query = query(new LiveDataQuery.Filter("title", "contains", "x"),
            new LiveDataQuery.Filter("state", "equals", "dropped"),
            new LiveDataQuery.Filter("brief", "equals", "frozen"),
            new LiveDataQuery.Filter("dialogue", "equals", "open"));
        query.setSort(List.of(new LiveDataQuery.SortEntry("score", true)));
        when(this.scorings.getMeans(HOME)).thenReturn(Map.of(page("Crowdsourcing.I.C"), new BigDecimal("4.50")));
        LiveData found = challenges(query, serialize(HOME));
        ArgumentCaptor<ChallengeQuery> asked = ArgumentCaptor.forClass(ChallengeQuery.class);
        verify(this.challenges).list(asked.capture());
        assertEquals(new ChallengeQuery(HOME, "x", ChallengeState.DROPPED, BriefState.FROZEN, DialogueState.OPEN,
            new Sort<>(ChallengeOrder.SCORE, true), asked.getValue().request()), asked.getValue());
        assertEquals(1, found.getCount());
        Map<String, Object> row = found.getEntries().get(0);
        assertEquals(EVIL, row.get("title"));
        assertEquals("1,000", row.get("priority"));
        assertEquals("4.50", row.get("score"));
        assertEquals("Frozen", row.get("brief"));
        assertEquals("/xwiki/bin/view/Crowdsourcing/I/C/Brief/WebHome", row.get("briefURL"));
        assertEquals("none", row.get("dialogue"));
        assertEquals("", row.get("dialogueURL"));
    }

    @Test
    void whoMayNotSeeTheInitiativeLearnsNothing() throws Exception
    {
        doThrow(new NotAllowedException(new FieldError("", "any"))).when(this.challenges).list(any());
        assertEquals(0, challenges(query(), serialize(HOME)).getCount());
        for (String reference : Arrays.asList("", null, "no\\")) {
            LiveData found = challenges(query(), reference);
            assertEquals(0, found.getCount());
            assertEquals(List.of(), found.getEntries());
        }
        doThrow(new CrowdsourcingException("Failed to read", null)).when(this.challenges).list(any());
        assertThrows(LiveDataException.class, () -> challenges(query(), serialize(HOME)));
    }

    private ExpertsMacroParameters table()
    {
        ExpertsMacroParameters parameters = new ExpertsMacroParameters();
        parameters.setView(ExpertsView.TABLE);
        parameters.setCountry("MX");
        parameters.setArea(serialize(AREA));
        parameters.setLimit(50);
        return parameters;
    }

    @Test
    void withoutLiveDataTheWikiMakesTheTable() throws Exception
    {
        this.sent.put("cs_affiliation", new String[] {"academia"});
        this.sent.put("cs_country", new String[] {"DE"});
        this.sent.put("cs_sort", new String[] {"-name"});
        this.sent.put("cs_cursor", new String[] {"20"});
        this.sent.put("cs_search", new String[] {"pay"});
        String html = show(this.expertsMacro, table());
        assertEquals(new ExpertQuery("pay", null, AREA, null, "DE", null, Affiliation.ACADEMIA, null, null, false,
            new Sort<>(ExpertOrder.NAME, true), asked().request()), asked());
        assertEquals("20", asked().request().cursor());
        assertEquals(50, asked().request().limit());
        assertFalse(html.contains("noscript"), html);
        assertTrue(html.contains("<th scope=\"col\" aria-sort=\"descending\">Name</th>"), html);
        assertTrue(html.contains("<option value=\"DE\" selected=\"selected\">Germany</option>"), html);
        assertTrue(html.contains("Found: more than 1,000"), html);
        String next = "cs_affiliation=academia&#38;cs_area=Crowdsourcing.Areas.A.WebHome&#38;cs_country=DE"
            + "&#38;cs_cursor=20&#38;cs_search=pay&#38;cs_sort=-name&#38;cs_view=table#";
        assertEquals(3, html.split("name=\"cs_search\"|name=\"words\"", -1).length - 1, "Field, filters, file");
        assertTrue(html.contains("<input type=\"hidden\" name=\"sort\" value=\"-name\" />"), html);
        assertTrue(html.contains(next), html);
    }

    @ParameterizedTest
    @EnumSource(ExpertsView.class)
    void theMacroChoosesWhatTheReaderMayChooseAnew(ExpertsView view) throws Exception
    {
        ExpertsMacroParameters parameters = new ExpertsMacroParameters();
        parameters.setView(view);
        parameters.setRegion(ExpertsRegion.LATIN_AMERICA_CARIBBEAN);
        parameters.setLevel(ExpertsLevel.EXPLAIN);
        parameters.setWords(" money laundering ");
        String html = show(this.expertsMacro, parameters);
        ExpertQuery asked = asked();
        assertEquals("money laundering", asked.words());
        assertEquals(Region.LATIN_AMERICA_CARIBBEAN, asked.region());
        assertEquals(ExpertiseLevel.EXPLAIN, asked.level());
        assertTrue(html.contains("value=\"money laundering\""), html);
        assertTrue(html.contains("<option value=\"latin-america-caribbean\" selected=\"selected\">"), html);
        assertTrue(html.contains("<option value=\"explain\" selected=\"selected\">"), html);
        this.sent.put("cs_search", new String[] {"courts"});
        this.sent.put("cs_region", new String[] {"africa"});
        this.sent.put("cs_level", new String[] {"do"});
        show(this.expertsMacro, parameters);
        asked = asked();
        assertEquals("courts", asked.words());
        assertEquals(Region.AFRICA, asked.region());
        assertEquals(ExpertiseLevel.DO, asked.level());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cards", "table"})
    void wordsThatAreRefusedAreKeptAtTheirField(String view) throws Exception
    {
        doThrow(new CrowdsourcingException(new FieldError("search", "crowdsourcing.error.searchFailed")))
            .when(this.experts).search(any());
        this.sent.put("cs_view", new String[] {view});
        this.sent.put("cs_search", new String[] {EVIL});
        String html = show(this.expertsMacro, new ExpertsMacroParameters());
        assertTrue(html.contains("The search does not answer."), html);
        assertTrue(html.contains("aria-invalid=\"true\""), html);
        assertTrue(html.contains("value=\"" + Html.escape(EVIL.strip()) + "\" class=\"form-control\" maxlength"), html);
        assertFalse(html.contains("<table") || html.contains("cs-cards"), html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cards", "table"})
    void nothingFoundSaysWhatToDo(String view) throws Exception
    {
        when(this.experts.search(any())).thenReturn(new Page<>(List.of(), null, Count.exactly(0)));
        this.sent.put("cs_view", new String[] {view});
        assertFalse(show(this.expertsMacro, new ExpertsMacroParameters()).contains("Use fewer words"));
        this.sent.put("cs_search", new String[] {"nobody"});
        assertTrue(show(this.expertsMacro, new ExpertsMacroParameters()).contains("Use fewer words"));
    }

    @Test
    void cardsAreFilteredAndSorted() throws Exception
    {
        Map.of("cs_search", "pay", "cs_region", "africa", "cs_level", "do", "cs_available", "1", "cs_sort",
            "organisation", "cs_language", "yua").forEach((name, value) -> this.sent.put(name, new String[] {value}));
        String html = show(this.expertsMacro, new ExpertsMacroParameters());
        assertEquals(new ExpertQuery("pay", null, null, ExpertiseLevel.DO, null, Region.AFRICA, null, "yua", null, true,
            new Sort<>(ExpertOrder.ORGANISATION, false), asked().request()), asked());
        for (String chosen : List.of("value=\"africa\" selected", "value=\"do\" selected", "value=\"yua\" selected",
            "value=\"organisation\" selected", "name=\"cs_available\" value=\"1\" checked")) {
            assertTrue(html.contains(chosen), chosen + html);
        }
        assertTrue(html.contains("cs_available=1&#38;cs_cursor=20&#38;cs_language=yua&#38;cs_level=do&#38;cs_region=africa"
            + "&#38;cs_search=pay&#38;cs_sort=organisation"), html);
        for (String kept : List.of("words\" value=\"pay", "region\" value=\"africa", "available\" value=\"1",
            "sort\" value=\"organisation")) {
            assertTrue(html.contains("<input type=\"hidden\" name=\"" + kept), kept + html);
        }
    }

    @Test
    void withLiveDataTheTableIsForReadersWithoutScripts() throws Exception
    {
        List<MacroBlock> macros = new ArrayList<>();
        when(this.textRenderer.render(any(MacroBlock.class))).then(invocation -> {
            macros.add(invocation.getArgument(0));
            return "<div class=\"liveData\"></div>";
        });
        String html = show(this.expertsMacro, table());
        assertTrue(html.contains("<div class=\"cs-live\"><div class=\"liveData\"></div></div>"), html);
        assertTrue(html.indexOf("<table") > html.indexOf("<noscript>"), html);
        assertTrue(html.indexOf("</table>") < html.indexOf("</noscript>"), html);
        assertEquals("liveData", macros.get(0).getId());
        assertEquals(Map.of("source", "crowdsourcingExperts", "filters",
            "country=MX&area=Crowdsourcing.Areas.A.WebHome", "limit", "50"), macros.get(0).getParameters());
        ChallengesMacroParameters board = new ChallengesMacroParameters();
        board.setView(ChallengesView.TABLE);
        board.setState(ChallengesState.SELECTED);
        this.sent.put("cs_sort", new String[] {"-score"});
        html = show(this.challengesMacro, board);
        assertTrue(html.contains("<noscript>"), html);
        assertEquals(Map.of("source", "crowdsourcingChallenges", "sourceParameters",
            "reference=Crowdsourcing.I.WebHome", "filters", "state=selected", "sort", "score:desc", "limit", "20"),
            macros.get(1).getParameters());
    }

    @Test
    void everyColumnIsOnAPhoneAsWell() throws Exception
    {
        ChallengesMacroParameters board = new ChallengesMacroParameters();
        board.setView(ChallengesView.TABLE);
        String html = show(this.challengesMacro, board);
        String labels = source(ChallengesTable.HINT).getProperties().get().stream().skip(1)
            .map(column -> "data-label=\"" + column.getName() + '"').collect(Collectors.joining("|"));
        assertEquals(5, html.split(labels, -1).length - 1, html);
    }
}
