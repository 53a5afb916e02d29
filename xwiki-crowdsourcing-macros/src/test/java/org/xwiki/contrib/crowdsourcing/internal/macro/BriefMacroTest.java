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

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefEdition;
import org.xwiki.contrib.crowdsourcing.brief.BriefEditions;
import org.xwiki.contrib.crowdsourcing.brief.BriefLanguage;
import org.xwiki.contrib.crowdsourcing.brief.BriefReadiness;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.brief.BriefVersion;
import org.xwiki.contrib.crowdsourcing.brief.Evidence;
import org.xwiki.contrib.crowdsourcing.brief.EvidenceStrength;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.dialogue.ThreadPage;
import org.xwiki.contrib.crowdsourcing.macro.DialogueMacroParameters;
import org.xwiki.contrib.crowdsourcing.macro.EvidenceMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.InjectMockComponents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests what is shown of briefs: evidence, versions, differences, languages.
 *
 * @version $Id$
 * @since 1.0
 */
class BriefMacroTest extends AbstractMacroTest
{
    private static final DocumentReference BRIEF = page("I.C.Brief");

    private static final DocumentReference FIRST = page("I.C.Brief", "V1");

    private static final DocumentReference SECOND = page("I.C.Brief", "V2");

    private static final DocumentReference ARABIC = page("I.C.Brief.ar");

    private static final Instant NOW = Instant.parse("2017-05-02T15:00:00Z");

    @InjectMockComponents
    private BriefMacro macro;

    @InjectMockComponents
    private EvidenceMacro evidenceMacro;

    @BeforeEach
    void setUpBrief() throws Exception
    {
        this.current = BRIEF;
        when(this.dialogues.getThread(any())).thenReturn(
            new ThreadPage(new Page<>(List.of(), null, Count.exactly(0)), List.of()));
        when(this.dialogues.getContributionObstacle(any())).thenReturn(Optional.empty());
    }

    private static Evidence evidence(String uid, String claim)
    {
        return new Evidence(uid, claim, EVIL, "https://example.org/\"'<", LocalDate.parse("2016-07-18"),
            EvidenceStrength.STRONG, EVIL);
    }

    private static Brief brief(DocumentReference page, BriefEdition edition, BriefState state, int version,
        String problem, String language, int translates, Evidence... evidence)
    {
        return new Brief(page, EVIL, Map.of(BriefSection.PROBLEM, problem, BriefSection.QUESTIONS, "* Same?"),
            List.of(evidence), state, version, NOW, "", edition, language, translates);
    }

    private void put(Brief brief) throws Exception
    {
        when(this.briefs.get(brief.reference())).thenReturn(Optional.of(brief));
    }

    private void editions(DocumentReference original, DocumentReference text, int last, List<BriefLanguage> languages)
        throws Exception
    {
        when(this.briefEditions.getEditions(any())).thenReturn(new BriefEditions(original, text, last,
            List.of(new BriefVersion(2, NOW, SECOND, ""), new BriefVersion(1, NOW, FIRST, "")), languages));
    }

    private static List<BriefLanguage> languages()
    {
        return List.of(new BriefLanguage(BRIEF, EVIL, "en", 0, BriefState.FROZEN, false),
            new BriefLanguage(ARABIC, EVIL, "ar", 1, BriefState.DRAFT, true));
    }

    private String show() throws Exception
    {
        String html = show(this.macro, new DialogueMacroParameters());
        assertFalse(html.contains("<script>alert"), html);
        assertFalse(html.contains("<img src=x"), html);
        return html;
    }

    private String cite(String uid, String reference) throws Exception
    {
        EvidenceMacroParameters parameters = new EvidenceMacroParameters();
        parameters.setUid(uid);
        parameters.setReference(reference);
        String html = show(this.evidenceMacro, parameters);
        assertFalse(html.contains("<script>alert"), html);
        return html;
    }

    @Test
    void citationsAreNumbersThatLeadToTheTable() throws Exception
    {
        put(brief(BRIEF, BriefEdition.ORIGINAL, BriefState.DRAFT, 0,
            "One {{evidence uid=\"b\"/}}, two {{evidence uid=\"gone\"/}} " + EVIL, "", 0, evidence("a", EVIL),
            evidence("b", EVIL)));
        assertTrue(this.evidenceMacro.supportsInlineMode());
        String html = cite("b", "");
        assertTrue(html.contains("href=\"#cs-evidence-b\""), html);
        assertTrue(html.contains(">[1]<span"), html);
        assertTrue(cite("a", "").contains("[2"), "What is not cited comes behind");
        assertTrue(cite("gone", "").contains("evidence missing: gone"), html);
        assertTrue(cite(EVIL, "").contains("evidence missing: &#60;script"), "Whatever is asked for");
        this.current = HOME;
        assertTrue(cite("b", "I.C.Brief.WebHome").contains("/I/C/Brief/WebHome#cs-evidence-b\""), "From elsewhere");
        assertTrue(cite("b", "").contains("evidence missing: b"), "Nothing is cited from where there is no brief");
    }

    @Test
    void theTableSaysWhatIsNotCitedAndWhatIsMissing() throws Exception
    {
        put(brief(BRIEF, BriefEdition.ORIGINAL, BriefState.FROZEN, 2, "One {{evidence uid=\"b\"/}}{{evidence uid=\"x\"/}}",
            "", 0, evidence("a", "First <i>"), evidence("b", "Second"), evidence("", "Old")));
        String html = show();
        assertTrue(html.indexOf("id=\"cs-evidence-b\"") < html.indexOf("id=\"cs-evidence-a\""), html);
        assertTrue(html.contains("First &#60;i&#62;"), html);
        assertEquals(2, html.split("not cited", -1).length - 1, html);
        assertTrue(html.contains("cites evidence that is not in the table:") && html.contains("<code>x</code>"), html);
        assertFalse(html.contains("To cite it"), "Readers cite nothing");
        when(this.briefs.canEdit(BRIEF)).thenReturn(true);
        html = show();
        assertEquals(List.of("{{evidence uid=\"b\"/}}", "{{evidence uid=\"a\"/}}"),
            Jsoup.parse(html).select("input[readonly]").eachAttr("value"), html);
        assertTrue(html.contains("Save the brief first."), html);
    }

    @Test
    void aVersionSaysWhatItIsAndTakesNothing() throws Exception
    {
        this.current = FIRST;
        put(brief(BRIEF, BriefEdition.ORIGINAL, BriefState.DRAFT, 2, "Now", "en", 0));
        put(brief(FIRST, BriefEdition.VERSION, BriefState.FROZEN, 1, "Then {{evidence uid=\"a\"/}}", "en", 0,
            evidence("a", EVIL)));
        editions(BRIEF, BRIEF, 2, languages());
        String html = show();
        assertTrue(html.contains("This is version 1 of"), html);
        assertTrue(html.contains("What changed from version 1 to version 2"), html);
        assertTrue(html.contains("cs_view=changes&#38;cs_from=1&#38;cs_to=2"), html);
        assertTrue(html.contains("lang=\"en\" dir=\"ltr\""), html);
        assertFalse(html.contains("<form"), html);
        assertFalse(html.contains("cs-thread"), html);
        assertTrue(html.contains("Then"), html);
        assertFalse(html.contains("cs-restricted"), html);
        when(this.agreements.isRestricted(BRIEF)).thenReturn(true);
        assertTrue(show().contains("cs-restricted"), "Who may view the brief may view the version");
        assertTrue(html.contains("cs_view=used#cs-used\">Used in recommendations</a>"), html);
        when(this.provenance.getUses(eq(FIRST), eq(0), any()))
            .thenReturn(new Page<>(List.of(), null, new Count(0, false)));
        this.sent.put("cs_view", new String[] {"used"});
        assertTrue(show().contains("cs-used-in"), "As of the brief itself");
    }

    @Test
    void whatIsFrozenIsWhatWasRead() throws Exception
    {
        put(brief(BRIEF, BriefEdition.ORIGINAL, BriefState.DRAFT, 0, "Now", "en", 0));
        when(this.briefs.canChangeState(BRIEF)).thenReturn(true);
        when(this.briefs.getStamp(BRIEF)).thenReturn("as-read");
        when(this.briefs.getReadiness(BRIEF)).thenReturn(new BriefReadiness(List.of(), List.of(), 0));
        String html = show();
        assertTrue(html.matches("(?s).*cs-form-freeze(?:(?!</form>).)*value=\"as-read\".*"), html);
        doThrow(new ConflictException(new FieldError("", "crowdsourcing.error.conflict"))).when(this.briefs)
            .freeze(BRIEF);
        post("freeze", BRIEF, "cs_seen", "as-read");
        html = show();
        assertTrue(html.contains("role=\"alert\" tabindex=\"-1\" autofocus=\"autofocus\""), html);
    }

    @Test
    void translationsSayWhatTheyTranslate() throws Exception
    {
        put(brief(BRIEF, BriefEdition.ORIGINAL, BriefState.FROZEN, 2, "Now", "en", 0));
        put(brief(ARABIC, BriefEdition.TRANSLATION, BriefState.DRAFT, 0, "\u0627", "ar", 1));
        editions(BRIEF, ARABIC, 2, languages());
        this.current = ARABIC;
        when(this.briefs.canEdit(ARABIC)).thenReturn(true);
        String html = show();
        assertTrue(html.contains("hreflang=\"ar\" lang=\"ar\" dir=\"rtl\" aria-current=\"page\""), html);
        assertTrue(html.contains("This translates version 1 of"), html);
        assertTrue(html.contains("It is outdated: version 2 is newer."), html);
        assertTrue(html.contains("lang=\"ar\" dir=\"rtl\">"), html);
        assertTrue(html.contains("value=\"bringUpToDate\""), html);
        this.current = BRIEF;
        editions(BRIEF, BRIEF, 2, languages());
        html = show();
        assertTrue(html.contains("outdated"), "The brief names it as well");
        assertFalse(html.contains("value=\"bringUpToDate\""), html);
    }

    @Test
    void aTranslationThatIsRefusedKeepsWhatWasTyped() throws Exception
    {
        put(brief(BRIEF, BriefEdition.ORIGINAL, BriefState.FROZEN, 2, "Now", "en", 0));
        when(this.briefEditions.canTranslate(BRIEF)).thenReturn(true);
        doThrow(new ConflictException(new FieldError("language", "crowdsourcing.error.translationExists")))
            .when(this.briefEditions).translate(any(), any(), any());
        post("translate", BRIEF, "language", "es", "title", "Typed " + EVIL);
        String html = show();
        assertTrue(html.contains("The brief is in this language already."), html);
        assertTrue(html.contains("role=\"alert\">"), "The field has the focus");
        assertTrue(html.contains("Typed &#60;script"), html);
        assertTrue(html.contains("value=\"es\" selected=\"selected\""), html);
    }

    @Test
    void aParagraphIsChosenWithoutScripts() throws Exception
    {
        put(brief(BRIEF, BriefEdition.ORIGINAL, BriefState.WORKSHOP, 0, "First one.\n" + EVIL, "", 0));
        when(this.dialogues.canContribute(any())).thenReturn(true);
        String html = show();
        assertTrue(html.contains("name=\"paragraph\""), html);
        assertTrue(html.contains(">Problem statement: First one.</option>"), html);
        assertTrue(html.contains("data-cs-passage=\"Comment on this passage\""), html);
        DocumentReference comment = page("I.C.Brief", "c1");
        when(this.dialogues.contribute(any(), any())).thenReturn(comment);
        post("contribute", BRIEF, "text", "Hm", "kind", "concern", "paragraph", "First one.", "passage", "");
        show();
        verify(this.dialogues).contribute(BRIEF, new NewContribution("Hm", "concern", "", "First one."));
    }

    @Test
    void differencesOfTwoVersions() throws Exception
    {
        put(brief(BRIEF, BriefEdition.ORIGINAL, BriefState.FROZEN, 2, "Now", "en", 0));
        editions(BRIEF, BRIEF, 2, List.of());
        String long1 = "word ".repeat(80);
        when(this.briefEditions.getText(BRIEF, 1)).thenReturn(Optional.of(brief(FIRST, BriefEdition.VERSION,
            BriefState.FROZEN, 1, long1 + "One in three pays.", "en", 0, evidence("a", "Gone"), evidence("b", "Ten"))));
        when(this.briefEditions.getText(BRIEF, 2)).thenReturn(Optional.of(brief(SECOND, BriefEdition.VERSION,
            BriefState.FROZEN, 2, long1 + "One in four pays. Said{{evidence uid=\"b\"/}}. " + EVIL, "en", 0, evidence("b", "Eleven"),
            evidence("c", EVIL))));
        this.sent.put("cs_view", new String[] {"changes"});
        String html = show();
        assertTrue(html.contains("Removed: </span>three</del>"), html);
        assertTrue(html.contains("Added: </span>four</ins>"), html);
        assertTrue(html.contains("Said (b)."), "As in the text, nothing is between a citation and the full stop");
        assertTrue(html.contains("\u2026"), "What did not change is cut");
        assertTrue(html.split("word", -1).length < 40, html);
        assertTrue(html.contains("Unchanged:") && html.contains("Guiding questions"), html);
        for (String kind : List.of(">New<", ">Changed<", ">Removed<")) {
            assertTrue(html.contains(kind), kind + html);
        }
        this.sent.put("cs_to", new String[] {"7"});
        assertTrue(show().contains("There is no version 7 of this brief."));
        this.sent.put("cs_view", new String[] {"versions"});
        html = show();
        assertTrue(html.contains("<code>I.C.Brief.V2</code>"), html);
        assertTrue(html.contains("name=\"cs_from\""), html);
    }
}
