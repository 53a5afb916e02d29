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

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import javax.inject.Named;
import javax.script.ScriptContext;
import javax.script.SimpleScriptContext;

import org.apache.commons.io.IOUtils;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.junit.jupiter.api.BeforeEach;
import org.xwiki.bridge.DocumentAccessBridge;
import org.xwiki.component.internal.ContextComponentManagerProvider;
import org.xwiki.container.Container;
import org.xwiki.container.servlet.ServletRequest;
import org.xwiki.container.servlet.ServletResponse;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.PageFinder;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditionManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditions;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.call.CallManager;
import org.xwiki.contrib.crowdsourcing.call.ScreeningManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.Choice;
import org.xwiki.contrib.crowdsourcing.challenge.ChoiceManager;
import org.xwiki.contrib.crowdsourcing.challenge.ScoringManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Agenda;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertManager;
import org.xwiki.contrib.crowdsourcing.dialogue.ArrivalManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.CurationManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Mode;
import org.xwiki.contrib.crowdsourcing.dialogue.ModerationLog;
import org.xwiki.contrib.crowdsourcing.dialogue.DuplicateFinder;
import org.xwiki.contrib.crowdsourcing.dialogue.SessionManager;
import org.xwiki.contrib.crowdsourcing.dialogue.MeasureManager;
import org.xwiki.contrib.crowdsourcing.dialogue.MergeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.SupportManager;
import org.xwiki.contrib.crowdsourcing.expert.ContactManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.ImportManager;
import org.xwiki.contrib.crowdsourcing.expert.ProfileManager;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.initiative.Moderation;
import org.xwiki.contrib.crowdsourcing.internal.table.ChallengesLiveDataSource;
import org.xwiki.contrib.crowdsourcing.internal.table.ChallengesTable;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertOptions;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertsLiveDataSource;
import org.xwiki.contrib.crowdsourcing.internal.table.ExpertsTable;
import org.xwiki.contrib.crowdsourcing.internal.table.TableTool;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationManager;
import org.xwiki.contrib.crowdsourcing.matching.MatchManager;
import org.xwiki.contrib.crowdsourcing.pipeline.PipelineManager;
import org.xwiki.contrib.crowdsourcing.plan.PlanManager;
import org.xwiki.contrib.crowdsourcing.publication.ExchangeManager;
import org.xwiki.contrib.crowdsourcing.publication.PublicationManager;
import org.xwiki.contrib.crowdsourcing.register.CommitmentManager;
import org.xwiki.contrib.crowdsourcing.register.RegisterManager;
import org.xwiki.contrib.crowdsourcing.roadmap.InterviewManager;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.contrib.crowdsourcing.selection.Origin;
import org.xwiki.contrib.crowdsourcing.selection.OriginState;
import org.xwiki.contrib.crowdsourcing.selection.Provenance;
import org.xwiki.contrib.crowdsourcing.selection.SelectionManager;
import org.xwiki.csrf.CSRFToken;
import org.xwiki.diff.display.internal.DefaultInlineDiffDisplayer;
import org.xwiki.diff.internal.DefaultDiffManager;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.localization.LocalizationContext;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.properties.internal.DefaultBeanManager;
import org.xwiki.properties.internal.DefaultConverterManager;
import org.xwiki.properties.internal.converter.ConvertUtilsConverter;
import org.xwiki.properties.internal.converter.EnumConverter;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.macro.Macro;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.MacroTransformationContext;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.script.ScriptContextManager;
import org.xwiki.script.service.ScriptServiceManager;
import org.xwiki.template.TemplateManager;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.velocity.tools.EscapeTool;
import org.xwiki.xml.XMLUtils;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Runs macros with their real templates and texts; only the managers and the wiki around are mocks.
 */
@ComponentTest
@ComponentList({ DefaultBeanManager.class, DefaultConverterManager.class, ConvertUtilsConverter.class,
    EnumConverter.class, ContextComponentManagerProvider.class, Toolkit.class, TemplateRunner.class,
    FormProcessor.class, Pipelines.class, PipelineFilters.class, Threads.class, ThreadRows.class, Visits.class, Passages.class, DefaultDiffManager.class,
    DefaultInlineDiffDisplayer.class, Supports.class, MergeForms.class, Duplicates.class, ModerationLogs.class, Modes.class,
    Curations.class, Queues.class, Contacts.class, Imports.class, Profiles.class, Agreed.class,
    ProfileForms.class, StandardLists.class,
    Sources.class, Uses.class, Selections.class, Chains.class, SourcesMacro.class, UsedInMacro.class, ChallengeLists.class, TableTool.class, ExpertOptions.class,
    ExpertsTable.class, ChallengesTable.class, ExpertsLiveDataSource.class, ChallengesLiveDataSource.class,
    InitiativesMacro.class, InitiativeMacro.class, Measurements.class, MeasuresMacro.class,
    ChallengesMacro.class, ChallengeMacro.class, BriefMacro.class, BriefViews.class, BriefChanges.class,
    CitedBriefs.class, EvidenceMacro.class, ExpertsMacro.class, ExpertMacro.class,
    DialogueMacro.class, ContributionMacro.class, RoadmapMacro.class, RecommendationMacro.class, AreasMacro.class,
    Plans.class, RecommendationForms.class, StepChoices.class, StepsMacro.class, TimelineMacro.class, CostsMacro.class,
    FollowUpMacro.class, Publications.class, Snapshots.class, RoadmapImports.class, RoadmapVersionMacro.class,
    EngagementMacro.class, FormMacro.class, SessionsMacro.class, Sessions.class, WishList.class, CoverageMacro.class, PanelMacro.class, MatchTexts.class, Matches.class, RunSheets.class,
    Calls.class, Screenings.class, CallMacro.class, Doorkeeper.class, Captchas.class,
    Invitations.class, InvitationMacro.class,
    Registers.class, NotTakenMacro.class, CommitmentsMacro.class, Engaging.class, Scorings.class, Choices.class })
abstract class AbstractMacroTest
{
    /** What somebody with bad intent types everywhere. */
    protected static final String EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> {{html}}&amp; \u0627";

    protected static final DocumentReference HOME = page("Crowdsourcing.I");

    protected static final DocumentReference ALICE = new DocumentReference("xwiki", "XWiki", "Alice");

    private static final VelocityEngine VELOCITY = new VelocityEngine();

    static {
        VELOCITY.setProperty("directive.if.empty_check", false);
        VELOCITY.init();
    }

    /**
     * What the templates call of the wiki to bring in styles and scripts.
     */
    public static class Wiki
    {
        /**
         * @param extension the id of an extension
         * @param file a file of it
         * @return the address of the file
         */
        public String url(String extension, String file)
        {
            return "/xwiki/webjars/" + extension.substring(extension.indexOf(':') + 1) + '/' + file;
        }

        /**
         * @param resource an address
         * @param parameters how it is linked
         */
        public void use(String resource, Map<String, Object> parameters)
        {
            assertEquals("stylesheet", parameters.get("rel"), resource);
        }
    }

    protected final Map<String, String[]> sent = new LinkedHashMap<>();

    protected final Map<String, Object> attributes = new HashMap<>();

    /** The variables that templates see beside those of the macros. */
    protected final Map<String, Object> variables = new HashMap<>();

    protected DocumentReference current = HOME;

    protected DocumentReference user;

    protected Locale locale = Locale.ENGLISH;

    @MockComponent
    protected InitiativeManager initiatives;

    @MockComponent
    protected ChallengeManager challenges;

    @MockComponent
    protected ScoringManager scorings;

    @MockComponent
    protected ChoiceManager choices;

    @MockComponent
    protected BriefManager briefs;

    @MockComponent
    protected BriefEditionManager briefEditions;

    @MockComponent
    protected ModerationLog moderationLog;

    @MockComponent
    protected CurationManager curation;

    @MockComponent
    protected AlertManager alerts;

    @MockComponent
    protected DialogueManager dialogues;

    @MockComponent
    protected SessionManager sessionManager;

    @MockComponent
    protected ExpertManager experts;

    @MockComponent
    protected PipelineManager pipelines;

    @MockComponent
    protected MatchManager matchManager;

    @MockComponent
    protected InvitationManager invitationManager;

    @MockComponent
    protected AgreementManager agreements;

    @MockComponent
    protected ContactManager contacts;

    @MockComponent
    protected ImportManager imports;

    @MockComponent
    protected ProfileManager profiles;

    @MockComponent
    protected SupportManager support;

    @MockComponent
    protected MergeManager merges;

    @MockComponent
    protected DuplicateFinder finder;

    @MockComponent
    protected RoadmapManager roadmaps;

    @MockComponent
    protected PublicationManager publicationManager;

    @MockComponent
    protected ExchangeManager exchange;

    @MockComponent
    protected PlanManager planManager;

    @MockComponent
    protected RegisterManager registerManager;

    @MockComponent
    protected CommitmentManager commitmentManager;

    @MockComponent
    protected SelectionManager selection;

    @MockComponent
    protected Provenance provenance;

    @MockComponent
    protected InterviewManager interviews;

    @MockComponent
    protected ArrivalManager arrivals;

    @MockComponent
    protected MeasureManager measureManager;

    @MockComponent
    protected CallManager callManager;

    @MockComponent
    protected ScreeningManager screeningManager;

    @MockComponent
    protected ScriptServiceManager scriptServices;

    @MockComponent
    protected Seen seen;

    @MockComponent
    protected DocumentAccessBridge bridge;

    @MockComponent
    protected CSRFToken token;

    @MockComponent
    protected Container container;

    @MockComponent
    protected RestrictedTextRenderer textRenderer;

    @MockComponent
    private ContextualLocalizationManager localization;

    @MockComponent
    private LocalizationContext localizationContext;

    @MockComponent
    protected PageFinder pageFinder;

    @MockComponent
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @MockComponent
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @MockComponent
    private TemplateManager templateManager;

    @MockComponent
    private ScriptContextManager scriptContextManager;

    protected HttpServletRequest httpRequest = mock(HttpServletRequest.class);

    protected ServletResponse response = mock(ServletResponse.class);

    protected HttpServletResponse httpResponse = mock(HttpServletResponse.class);

    /**
     * @param space a space, its parts parted by dots
     * @return the page of that space
     */
    protected static DocumentReference page(String space)
    {
        return new DocumentReference("xwiki", List.of(space.split("\\.")), "WebHome");
    }

    /**
     * @param space a space, its parts parted by dots
     * @param name the name of a page in it
     * @return that page
     */
    protected static DocumentReference page(String space, String name)
    {
        return new DocumentReference("xwiki", List.of(space.split("\\.")), name);
    }

    @BeforeEach
    void setUpWiki() throws Exception
    {
        when(this.briefEditions.getEditions(any())).thenAnswer(call -> new BriefEditions(call.getArgument(0),
            call.getArgument(0), 0, List.of(), List.of()));
        when(this.curation.getMode(any())).thenReturn(new Mode(Moderation.SLOW, 15, false));
        when(this.choices.get(any())).then(invocation -> Optional.of(new Choice(List.of(), List.of(), Map.of(),
            new Choice.Powers(this.user != null, false, this.user != null, false, false), "", "")));
        when(this.bridge.getCurrentDocumentReference()).then(invocation -> this.current);
        when(this.bridge.getCurrentUserReference()).then(invocation -> this.user);
        when(this.pageFinder.find(anyString())).then(invocation -> resolve(invocation.getArgument(0)));
        when(this.pageFinder.exists(any())).thenReturn(true);
        when(this.bridge.getDocumentURL(any(DocumentReference.class), anyString(), any(), any(), eq(true)))
            .thenAnswer(invocation -> "http://localhost" + this.bridge.getDocumentURL(invocation.getArgument(0),
                invocation.getArgument(1), invocation.getArgument(2), invocation.getArgument(3)));
        when(this.bridge.getDocumentURL(any(DocumentReference.class), anyString(), any(), any()))
            .then(invocation -> url(invocation.getArgument(0), invocation.getArgument(1), invocation.getArgument(2),
                invocation.getArgument(3)));
        when(this.sessionManager.getAgenda(any())).thenReturn(new Agenda(List.of(), false, Instant.EPOCH));
        when(this.localizationContext.getCurrentLocale()).then(invocation -> this.locale);
        Map<Locale, Properties> texts =
            Map.of(Locale.ENGLISH, Texts.load(""), Locale.forLanguageTag("es"), Texts.load("_es"));
        when(this.localization.getTranslationPlain(anyString(), any(Object[].class))).then(invocation -> {
            Object[] all = invocation.getArguments();
            return translate(texts.get(this.locale), all[0].toString(),
                java.util.Arrays.copyOfRange(all, 1, all.length));
        });
        when(this.resolver.resolve(anyString())).then(invocation -> resolve(invocation.getArgument(0)));
        when(this.serializer.serialize(any())).then(invocation -> serialize(invocation.getArgument(0)));
        when(this.arrivals.getLatest(any())).thenReturn("");
        when(this.arrivals.count(any(), any())).thenReturn(Count.exactly(0));
        when(this.provenance.getOrigins(any())).then(invocation -> origins(invocation.getArgument(0)));
        when(this.textRenderer.renderPlain(anyString())).then(invocation -> invocation.getArgument(0));
        when(this.textRenderer.render(anyString()))
            .then(invocation -> "<p>" + XMLUtils.escape((String) invocation.getArgument(0)) + "</p>");
        when(this.token.getToken()).thenReturn("good");
        when(this.token.isTokenValid("good")).thenReturn(true);
        SimpleScriptContext scriptContext = new SimpleScriptContext();
        when(this.scriptContextManager.getScriptContext()).thenReturn(scriptContext);
        when(this.templateManager.render(anyString()))
            .then(invocation -> evaluate(invocation.getArgument(0), scriptContext));
        setUpRequest();
    }

    /** Where what the dialogues know comes from: no more than that they know it. */
    private Map<DocumentReference, Origin> origins(Collection<DocumentReference> sources) throws Exception
    {
        Map<DocumentReference, Contribution> known = this.dialogues.getContributions(sources);
        Map<DocumentReference, Origin> result = new LinkedHashMap<>();
        sources.forEach(source -> {
            Contribution said = known.get(source);
            result.put(source, new Origin(source, said == null ? OriginState.DELETED : OriginState.SHOWN, said,
                Instant.EPOCH, said == null ? null : new Origin.Place(said.thread(), EVIL, said.thread()), null, null,
                null, 0));
        });
        return result;
    }

    private void setUpRequest()
    {
        when(this.httpRequest.getMethod()).thenReturn("GET");
        ServletRequest request = mock(ServletRequest.class);
        when(request.getRequest()).thenReturn(this.httpRequest);
        when(request.getParameterNames()).then(invocation -> Collections.enumeration(this.sent.keySet()));
        when(request.getParameterValues(anyString())).then(invocation -> this.sent.get(invocation.getArgument(0)));
        when(request.getParameter(anyString())).then(invocation -> {
            String[] values = this.sent.get(invocation.getArgument(0));
            return values == null ? null : values[0];
        });
        when(request.getAttribute(anyString())).then(invocation -> this.attributes.get(invocation.getArgument(0)));
        org.mockito.Mockito.doAnswer(
            invocation -> this.attributes.put(invocation.getArgument(0), invocation.getArgument(1)))
            .when(request).setAttribute(anyString(), any());
        when(this.container.getRequest()).thenReturn(request);
        when(this.container.getResponse()).thenReturn(this.response);
        when(this.response.getResponse()).thenReturn(this.httpResponse);
    }

    private String translate(Properties texts, String key, Object[] parameters)
    {
        String text = texts.getProperty(key);
        return text == null || parameters.length == 0 ? text : new MessageFormat(text, this.locale).format(parameters);
    }

    private static String url(DocumentReference page, String action, String query, String anchor)
    {
        return "/xwiki/bin/" + action + '/' + serialize(page).replace('.', '/') + (query == null ? "" : '?' + query)
            + (anchor == null ? "" : '#' + anchor);
    }

    /**
     * @param reference a page
     * @return its reference in the wiki
     */
    protected static String serialize(EntityReference reference)
    {
        StringBuilder text = new StringBuilder(reference.getName());
        for (EntityReference parent = reference.getParent(); parent.getParent() != null; parent = parent.getParent()) {
            text.insert(0, parent.getName() + '.');
        }
        return text.toString();
    }

    private DocumentReference resolve(String reference)
    {
        if (reference.endsWith("\\")) {
            throw new IllegalArgumentException("No reference: " + reference);
        }
        int dot = reference.lastIndexOf('.');
        return dot < 0 ? page("Main", reference) : page(reference.substring(0, dot), reference.substring(dot + 1));
    }

    private String evaluate(String name, ScriptContext scriptContext) throws Exception
    {
        try (InputStream stream = getClass().getResourceAsStream("/templates/" + name)) {
            String template = IOUtils.toString(stream, StandardCharsets.UTF_8).replaceAll("(?m)^##!.*\n", "");
            VelocityContext context = new VelocityContext(new HashMap<>(this.variables));
            scriptContext.getBindings(ScriptContext.ENGINE_SCOPE).forEach(context::put);
            context.put("escapetool", new EscapeTool());
            context.put("xwiki", Map.of("linkx", new Wiki()));
            context.put("services", Map.of("webjars", new Wiki()));
            StringWriter writer = new StringWriter();
            VELOCITY.evaluate(context, writer, name, template);
            return writer.toString();
        }
    }

    /**
     * Fills a form in and sends it.
     *
     * @param action what the form does
     * @param target the page that it is about
     * @param fields names and values
     */
    protected void post(String action, DocumentReference target, String... fields)
    {
        when(this.httpRequest.getMethod()).thenReturn("POST");
        this.sent.put("form_token", new String[] {"good"});
        this.sent.put("cs_action", new String[] {action});
        this.sent.put("cs_target", new String[] {serialize(target)});
        for (int i = 0; i < fields.length; i += 2) {
            this.sent.put(fields[i], new String[] {fields[i + 1]});
        }
    }

    /**
     * @param macro a macro
     * @param parameters its parameters
     * @param <P> the type of its parameters
     * @return the HTML that it shows
     * @throws Exception if it fails
     */
    protected <P> String show(Macro<P> macro, P parameters) throws Exception
    {
        return show(macro, parameters, false);
    }

    /**
     * @param macro a macro
     * @param parameters its parameters
     * @param restricted {@code true} in a restricted context
     * @param <P> the type of its parameters
     * @return the HTML that it shows
     * @throws Exception if it fails
     */
    protected <P> String show(Macro<P> macro, P parameters, boolean restricted) throws Exception
    {
        TransformationContext transformation = new TransformationContext();
        transformation.setRestricted(restricted);
        List<Block> blocks = macro.execute(parameters, null, new MacroTransformationContext(transformation));
        assertEquals(1, blocks.size());
        RawBlock block = (RawBlock) blocks.get(0);
        assertEquals(Syntax.HTML_5_0, block.getSyntax());
        Markup.check(block.getRawContent());
        return block.getRawContent();
    }
}
