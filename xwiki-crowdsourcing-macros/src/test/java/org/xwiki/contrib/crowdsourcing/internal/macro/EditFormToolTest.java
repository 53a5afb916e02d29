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
            Set.of("PhaseClass_sources"), new StandardLists(), Map.of("PhaseClass_needs",
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
