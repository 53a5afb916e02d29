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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.bridge.event.ActionExecutingEvent;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import com.xpn.xwiki.XWiki;
import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.PropertyClass;
import com.xpn.xwiki.web.EditForm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests which rows of a form {@link SpareRows} leaves out.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class SpareRowsTest
{
    private static final String CLASS = "Crowdsourcing.Code.StepClass";

    private static final DocumentReference REFERENCE = TestRows.page(CLASS);

    private static final String TITLE = "title";

    private static final String EMPTY = "";

    @RegisterExtension
    private final LogCaptureExtension logs = new LogCaptureExtension(LogLevel.ERROR);

    @InjectMockComponents
    private SpareRows rows;

    @MockComponent
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    private final XWiki wiki = mock(XWiki.class);

    private final XWikiContext context = mock(XWikiContext.class);

    private final EditForm form = mock(EditForm.class);

    private final Map<String, List<Integer>> added = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        BaseClass type = mock(BaseClass.class);
        PropertyClass text = mock(PropertyClass.class);
        when(text.getStringValue("defaultValue")).thenReturn(EMPTY);
        PropertyClass choice = mock(PropertyClass.class);
        when(choice.getStringValue("defaultValue")).thenReturn("0");
        when(type.get(TITLE)).thenReturn(text);
        when(type.get("sources")).thenReturn(text);
        when(type.get("deskResearch")).thenReturn(choice);
        when(this.resolver.resolve(CLASS, EntityType.DOCUMENT)).thenReturn(REFERENCE);
        when(this.context.getWiki()).thenReturn(this.wiki);
        when(this.context.getForm()).thenReturn(this.form);
        when(this.wiki.getXClass(REFERENCE, this.context)).thenReturn(type);
        when(this.form.getObjectsToAdd()).thenReturn(this.added);
        this.added.put(CLASS, new ArrayList<>());
    }

    private void row(int number, String... fields)
    {
        this.added.get(CLASS).add(number);
        Map<String, String[]> values = new HashMap<>();
        for (String field : fields) {
            values.put(field.replaceFirst("=.*", EMPTY), field.replaceFirst("^[^=]*=", EMPTY).split("\\|", -1));
        }
        when(this.form.getObject(CLASS + '_' + number)).thenReturn(values);
    }

    private List<Integer> kept()
    {
        this.rows.onEvent(new ActionExecutingEvent("save"), null, this.context);
        return this.added.get(CLASS);
    }

    @ParameterizedTest
    @CsvSource({"title=, false", "title=Ask, true", "'title= \n\t', false", "deskResearch=0, false",
        "deskResearch=, false", "deskResearch=1, true", "sources=|, false", "sources=|A.B, true",
        "title_syntax=xwiki/2.1, false", "title=0, true"})
    void aRowIsKeptWhenSomethingWasFilledIn(String field, boolean expected)
    {
        row(3, "cs_spare=1", field);
        assertEquals(expected ? List.of(3) : List.of(), kept());
    }

    @Test
    void everyRowIsDecidedForItself()
    {
        row(0, TITLE + '=');
        row(1, "cs_spare=1", TITLE + '=');
        row(2, "cs_spare=1", TITLE + "=Ask", "deskResearch=0");
        row(3, "cs_spare=1");
        assertEquals(List.of(0, 2), kept(), "One that was no spare row stays, whatever it holds");
    }

    @Test
    void whatCannotBeDecidedIsKept() throws Exception
    {
        row(1, "cs_spare=1", TITLE + '=');
        when(this.wiki.getXClass(REFERENCE, this.context)).thenThrow(new XWikiException("gone", null));
        assertEquals(List.of(1), kept());
        assertTrue(this.logs.getMessage(0).contains(CLASS), this.logs.getMessage(0));
    }

    @Test
    void otherActionsHaveNoSuchForm()
    {
        row(1, "cs_spare=1");
        when(this.context.getForm()).thenReturn(null);
        assertEquals(List.of(1), kept());
        Stream.of(null, "no context").forEach(data -> this.rows.onEvent(new ActionExecutingEvent(), null, data));
    }
}
