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
package org.xwiki.contrib.crowdsourcing.internal.event;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

/**
 * Tests whom a text names.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class MentionsTest
{
    private static final WikiReference WIKI = new WikiReference("xwiki");

    @InjectMockComponents
    private Mentions mentions;

    @MockComponent
    private RowReader reader;

    private Object asked(String before, String now) throws Exception
    {
        this.mentions.find(before, now, WIKI);
        ArgumentCaptor<Statement> statement = ArgumentCaptor.forClass(Statement.class);
        verify(this.reader).list(eq(WIKI), statement.capture());
        return statement.getValue().getValues().get("users");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "@EvaExpert, what do you think?      | XWiki.EvaExpert",
        "(@Eva_2) **@Jürgen**: yes           | XWiki.Eva_2, XWiki.Jürgen",
        "@Eva @Eva @Tomás-Testigo.           | XWiki.Eva, XWiki.Tomás-Testigo",
        "سؤال إلى @ليلى؟                        | XWiki.ليلى"
    })
    void names(String text, String users) throws Exception
    {
        assertEquals(List.of(users.split(", ")), asked("", text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"write to eva@example.org", "@ Eva", "@@", "https://example.org/@Eva", "''"})
    void namesNobody(String text) throws Exception
    {
        assertEquals(List.of(), this.mentions.find("", text, WIKI));
        verifyNoInteractions(this.reader);
    }

    @Test
    void onlyWhoWasNotNamedBefore() throws Exception
    {
        assertEquals(List.of("XWiki.Tomas"), asked("@Eva should know", "@Eva and @Tomas should know"));
    }

    @Test
    void onlyUsersOfTheWiki() throws Exception
    {
        when(this.reader.list(any(), any())).thenReturn(List.of("XWiki.Eva"));
        when(this.reader.resolve("XWiki.Eva", WIKI)).thenReturn(TestRows.page("XWiki.Eva"));
        assertEquals(List.of(TestRows.page("XWiki.Eva")), this.mentions.find("", "@Eva @Nobody", WIKI));
    }

    @Test
    void notMoreThanTen() throws Exception
    {
        assertEquals(10, ((List<?>) asked("", "@a @b @c @d @e @f @g @h @i @j @k @l")).size());
    }
}
