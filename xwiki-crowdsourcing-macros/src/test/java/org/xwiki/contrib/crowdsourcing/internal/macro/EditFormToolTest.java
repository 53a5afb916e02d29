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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests {@link EditFormTool} on what XWiki displays to edit a property.
 */
class EditFormToolTest
{
    private static final String CLASS = "Crowdsourcing.Code.PhaseClass";

    private static final String TEXT = "<input size='30' id='Crowdsourcing.Code.PhaseClass_2_owner' value='x' "
        + "name='Crowdsourcing.Code.PhaseClass_2_owner' type='text'/>";

    private final Toolkit toolkit = mock(Toolkit.class);

    private final EditFormTool tool =
        new EditFormTool(this.toolkit, Set.of("PhaseClass_start"), Set.of("DialogueClass_start"),
            Map.of("PhaseClass_sources", "contribution+brief", "PhaseClass_area", ""), new StandardLists(), Map.of("PhaseClass_needs",
                List.of(new StepChoices.Choice("own", "Itself", "Here", 2),
                    new StepChoices.Choice("a", "<A>", "Here", 0), new StepChoices.Choice("b", "B", "There", -1))));

    @Test
    void stepsAreChosenByTheirTitles()
    {
        Map<String, Object> property = new TreeMap<>(Map.of("className", CLASS, "number", 2, "name", "needs", "label",
            "Needs", "value", List.of("b", "gone")));
        when(this.toolkit.translate("crowdsourcing.step.missing.choice", "gone")).thenReturn("Gone");
        String html = this.tool.field("", property);
        assertTrue(html.contains("<option value=\"a\">&#60;A&#62;</option>") || html.contains("&lt;A&gt;"), html);
        assertTrue(html.contains("<option value=\"b\" selected=\"selected\">B</option>"), html);
        assertTrue(html.contains("<option value=\"gone\" selected=\"selected\">Gone</option>"), html);
        assertTrue(html.contains("<optgroup label=\"There\">"), html);
        assertFalse(html.contains("Itself"), html);
    }

    private String field(String displayed, String name, String... more)
    {
        when(this.toolkit.translate(anyString())).then(invocation -> "translated " + invocation.getArgument(0).toString().replace('.', ' '));
        Map<String, Object> property =
            new TreeMap<>(Map.of("className", CLASS, "number", 2, "name", name, "label", "<Label>"));
        for (int i = 0; i < more.length; i += 2) {
            property.put(more[i], more[i + 1]);
        }
        String html = this.tool.field(displayed, property);
        Markup.check(html.replace('\'', '"'));
        return html;
    }

    @Test
    void whatTheWikiDisplaysIsLabelledAndDescribed()
    {
        String html = field(TEXT, "owner", "hint", "Who & why");
        assertTrue(html.contains("<label for=\"Crowdsourcing.Code.PhaseClass_2_owner\">&#60;Label&#62;</label>"), html);
        assertTrue(html.contains("<input aria-describedby=\"Crowdsourcing.Code.PhaseClass_2_owner-hint\""), html);
        assertTrue(html.contains("Who &#38; why"), html);
    }

    @Test
    void theWrapperThatTheWikiPutsAroundInsideAMacroIsTakenOff()
    {
        String html = field("{{html clean=\"false\" wiki=\"false\"}}" + TEXT + "{{/html}}", "owner");
        assertFalse(html.contains("{{"), html);
        assertTrue(html.contains(TEXT), html);
    }

    @Test
    void aCalendarDateIsPickedNativelyOrByThePickerOfTheWiki()
    {
        when(this.toolkit.getLocale()).thenReturn(Locale.forLanguageTag("es"));
        String html = field(TEXT, "start", "value", "2017-06-06");
        assertTrue(html.contains("<input id=\"Crowdsourcing.Code.PhaseClass_2_start\""), html);
        assertTrue(html.contains("type=\"date\" value=\"2017-06-06\""), html);
        assertTrue(html.contains("data-cs-picker=\"date\" data-format=\"yyyy-MM-dd\" data-locale=\"es\""), html);
    }

    @Test
    void aValueThatIsNoDateStaysToBePutRight()
    {
        String html = field(TEXT, "start", "value", "\"><script>");
        assertTrue(html.contains("type=\"text\""), html);
        assertTrue(html.contains("value=\"&#34;&#62;&#60;script&#62;\""), html);
        assertFalse(html.contains("data-cs-picker"), "The picker would make another date of it");
    }

    @Test
    void anErrorStandsAtTheObjectWhoseValueIsWrong()
    {
        String message = "crowdsourcing.validation.date";
        String pattern = "/^(?:\\d{4}-\\d\\d-\\d\\d)?$/";
        String right = field(TEXT, "start", "value", "2017-06-06", "message", message, "pattern", pattern);
        assertFalse(right.contains("aria-invalid"), right);
        String wrong = field(TEXT, "start", "value", "yesterday", "message", message, "pattern", pattern);
        assertTrue(wrong.contains("aria-invalid=\"true\" autofocus=\"autofocus\""), wrong);
        assertTrue(wrong.contains("translated crowdsourcing validation date"), wrong);
        String typed = field(TEXT, "start", "value", "", "typed", "soon", "message", message, "pattern", pattern);
        assertTrue(typed.contains("aria-invalid=\"true\""), "What was typed is wrong where the value could not hold it");
        String second = field(TEXT, "start", "value", "today", "message", message, "pattern", pattern);
        assertFalse(second.contains("autofocus"), "Only the first wrong field has the focus");
    }

    @Test
    void aPageThatIsGoneIsSeen()
    {
        when(this.toolkit.translate("crowdsourcing.editForm.pageGone", "A.Gone")).thenReturn("No page A.Gone");
        when(this.toolkit.isPage("A.There")).thenReturn(true);
        String displayed = TEXT.replace("owner", "sources");
        assertFalse(field(displayed, "sources", "value", "A.There").contains("aria-invalid"));
        assertFalse(field(displayed, "sources", "value", "").contains("aria-invalid"));
        String html = this.tool.field(displayed, Map.of("className", CLASS, "number", 2, "name", "sources", "label", "L",
            "value", List.of("A.There", "A.Gone")));
        assertTrue(html.contains("aria-invalid=\"true\"") && html.contains("No page A.Gone"), html);
    }

    @Test
    void whatIsCitedIsFoundByWords()
    {
        when(this.toolkit.getPicksURL("contribution+brief")).thenReturn("/get/Picks?a=b&kinds=contribution+brief");
        when(this.toolkit.isPage("A.\u05D0\"<b>")).thenReturn(true);
        // As the wiki displays a list of pages: the chosen ones in their order.
        String select = "{{html clean=\"false\" wiki=\"false\"}}<select id='" + CLASS + "_2_sources' name='" + CLASS
            + "_2_sources' class='suggest-propertyValues' data-propertyName='sources' multiple='multiple' size='1'>"
            + "<option value=\"A.suggest-propertyValues\" selected=\"selected\">B</option></select>"
            + "<input type=\"hidden\" name='" + CLASS + "_2_sources' />{{/html}}";
        String html = field(select, "sources", "hint", "Cited", "value", "A.\u05D0\"<b>");
        assertTrue(html.contains("data-cs-pick=\"/get/Picks?a=b&#38;kinds=contribution+brief\""
            + " data-placeholder=\"translated crowdsourcing pick hint\""
            + " data-xwiki-selectize=\"&#123;&#34;maxItems&#34;: null,"), html);
        assertTrue(html.contains("class='cs-pick' data-propertyName"), "Not by the picker of the wiki: " + html);
        assertTrue(html.contains("<option value=\"A.suggest-propertyValues\""), html);
        assertTrue(html.contains("<select aria-describedby=\"" + CLASS + "_2_sources-hint\""), html);
        assertTrue(html.endsWith("<input type=\"hidden\" name='" + CLASS + "_2_sources' /></div>"), html);
        // A wiki that has no picker displays a plain field, and that stays.
        String plain = field(TEXT.replace("owner", "sources"), "sources", "value", "");
        assertTrue(plain.contains("data-cs-pick=") && plain.contains("value='x' name='" + CLASS + "_2_sources'"), plain);
        assertEquals("", field("", "sources"));
        assertFalse(field(select.replace("_sources'", "_area'"), "area", "value", "").contains("data-cs-pick"));
    }

    @Test
    void theBrowserRefusesWhatIsNoNumber()
    {
        String html = field(TEXT, "owner", "type", "com.xpn.xwiki.objects.classes.NumberClass", "pattern",
            "/^(?:[1-9]|10)$/", "rule", "crowdsourcing.validation.weight");
        assertTrue(html.contains("<input inputmode=\"numeric\" pattern=\"^(?:[1-9]|10)$\""
            + " title=\"translated crowdsourcing validation weight\""), html);
    }

    @Test
    void aTitleThatIsRefusedSaysWhyAndHasTheFocus()
    {
        when(this.toolkit.translate(anyString())).thenReturn("Refused");
        when(this.toolkit.translate(anyString(), org.mockito.ArgumentMatchers.any())).thenReturn("Refused");
        for (String typed : new String[] {" ", "x".repeat(251), "bell\u0007"}) {
            String html = this.tool.titleField("t", typed, typed);
            assertTrue(html.contains("aria-describedby=\"t-error\" aria-invalid=\"true\" autofocus"), html);
        }
        String html = this.tool.titleField("t", "\"><script>", "\"><script>");
        assertFalse(html.contains("aria-invalid"), html);
        assertTrue(html.contains("value=\"&#34;&#62;&#60;script&#62;\""), html);
        assertFalse(this.tool.titleField("t", "", null).contains("aria-invalid"), "Not sent yet");
    }

    @Test
    void nothingIsDisplayedForAPropertyThatIsGone()
    {
        assertEquals("", field(null, "gone"));
    }
}
