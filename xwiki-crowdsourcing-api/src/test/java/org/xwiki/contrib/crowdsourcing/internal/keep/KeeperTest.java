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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.PageContent;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.rendering.block.WordBlock;
import org.xwiki.test.LogLevel;
import org.xwiki.test.junit5.LogCaptureExtension;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

/**
 * Tests {@link Keeper}: what is written where.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class KeeperTest
{
    private static final WikiReference WIKI = new WikiReference("xwiki");

    private static final DocumentReference DIALOGUE = TestRows.page("I.Dialogue.WebHome");

    private static final DocumentReference SECOND = TestRows.page("I.Dialogue.Discussion2");

    private static final DocumentReference CHALLENGE = TestRows.page("I.WebHome");

    @InjectMockComponents
    private Keeper keeper;

    @MockComponent
    private PageReader pages;

    @MockComponent
    private PageWriter writer;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private Readable readable;

    @MockComponent
    private Discussion discussion;

    @MockComponent
    private Visibility visibility;

    @MockComponent
    private SafeText safe;

    @MockComponent
    private Wording wording;

    @RegisterExtension
    private LogCaptureExtension log = new LogCaptureExtension(LogLevel.WARN);

    private final Map<DocumentReference, PageContent> wiki = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        doAnswer(invocation -> {
            ((Runnable) invocation.getArgument(2)).run();
            return null;
        }).when(this.writer).inWiki(any(), any(), any());
        doAnswer(invocation -> {
            boolean fresh = !this.wiki.containsKey((DocumentReference) invocation.getArgument(0));
            return this.wiki.put(invocation.getArgument(0),
                new PageContent(invocation.getArgument(2), true, true, fresh));
        }).when(this.writer).write(any(), any(), any(), any());
        doAnswer(invocation -> this.wiki.remove((DocumentReference) invocation.getArgument(0)))
            .when(this.writer).delete(any());
        when(this.pages.content(any())).thenAnswer(invocation -> this.wiki
            .getOrDefault((DocumentReference) invocation.getArgument(0), new PageContent("", true, true, false)));
        when(this.pages.find(any(), any())).thenReturn(Optional.empty());
        when(this.pages.find(DIALOGUE, Schema.DIALOGUE)).thenReturn(Optional.of(TestRows.row(DIALOGUE)));
        when(this.reader.resolve(anyString(), any()))
            .thenAnswer(invocation -> TestRows.page(invocation.getArgument(0)));
        when(this.reader.serialize(any(EntityReference.class)))
            .thenAnswer(invocation -> TestRows.local((EntityReference) invocation.getArgument(0)));
        when(this.reader.list(any(), any())).thenAnswer(invocation -> list(invocation.getArgument(1)));
        when(this.readable.getSchemas()).thenReturn(List.of(Schema.CHALLENGE, Schema.DIALOGUE));
        when(this.readable.tell(any())).thenReturn("what it stores");
        when(this.safe.isApart(anyString(), anyString())).thenReturn(true);
        when(this.safe.print(any())).thenReturn("next part");
        when(this.wording.link(any(), any())).thenReturn(List.of(new WordBlock("next")));
        when(this.visibility.withRights(any(), any())).thenReturn(Set.of());
        contributions(3);
    }

    private List<String> list(Statement statement)
    {
        List<String> result = new ArrayList<>();
        if (statement.getText().contains("doc.name like")) {
            this.wiki.keySet().stream().filter(page -> page.getName().startsWith("Discussion"))
                .forEach(page -> result.add(TestRows.local(page)));
        } else if ("".equals(statement.getValues().get("last"))) {
            result.addAll(List.of("I.Dialogue.WebHome", "I.WebHome"));
        }
        return result;
    }

    private void contributions(int count) throws Exception
    {
        // A hundred at a time.
        when(this.discussion.read(any(), any())).thenAnswer(invocation -> {
            String cursor = invocation.getArgument(1);
            int from = cursor == null ? 0 : Integer.parseInt(cursor);
            int to = Math.min(count, from + 100);
            return new Discussion.Piece("[" + from + "-" + to + "]", to - from, to < count ? String.valueOf(to) : null);
        });
    }

    private String text(DocumentReference page)
    {
        return this.wiki.get(page).text();
    }

    private void own(DocumentReference page, String text, boolean ofWiki, boolean ofOneAuthor)
    {
        this.wiki.put(page, new PageContent(text, ofWiki, ofOneAuthor, false));
    }

    @Test
    void whatIsWrittenIsTakenAway() throws Exception
    {
        own(CHALLENGE, "Own words", true, false);
        this.keeper.keep(WIKI, null);
        assertTrue(text(CHALLENGE).startsWith("Own words\n\n{{comment}}"), text(CHALLENGE));
        assertTrue(text(CHALLENGE).endsWith("what it stores"), text(CHALLENGE));
        assertTrue(text(DIALOGUE).endsWith("what it stores[0-3]"), text(DIALOGUE));
        assertEquals(Set.of(CHALLENGE, DIALOGUE), this.wiki.keySet());
        Map<DocumentReference, PageContent> once = new HashMap<>(this.wiki);
        this.keeper.keep(WIKI, null);
        assertEquals(once, this.wiki);
        this.keeper.restore(WIKI, null);
        assertEquals("Own words", text(CHALLENGE));
        assertEquals("", text(DIALOGUE));
    }

    @Test
    void longDiscussionGoesOnInPagesOfItsOwn() throws Exception
    {
        contributions(100000);
        this.keeper.keep(WIKI, null);
        // Two hundred pages for a hundred thousand contributions, and the challenge.
        assertEquals(201, this.wiki.size());
        assertTrue(text(DIALOGUE).contains("what it stores[0-100]") && text(DIALOGUE).contains("[400-500]next part"),
            text(DIALOGUE));
        assertTrue(text(SECOND).contains("[500-600]") && text(SECOND).contains("[900-1000]next part"), text(SECOND));
        this.keeper.restore(WIKI, null);
        assertEquals(Set.of(CHALLENGE, DIALOGUE), this.wiki.keySet());
    }

    @Test
    void partThatSomebodyHasChangedIsKept() throws Exception
    {
        contributions(600);
        this.keeper.keep(WIKI, null);
        own(SECOND, text(SECOND) + " A remark.", true, true);
        this.keeper.restore(WIKI, null);
        assertTrue(text(SECOND).contains("[500-600] A remark."), text(SECOND));
    }

    @Test
    void contributionsKeepTheirRights() throws Exception
    {
        // Who may view the page is not who may view what is beside it.
        when(this.visibility.withRights(any(), any())).thenReturn(Set.of("I.Dialogue.WebHome"));
        this.keeper.keep(WIKI, null);
        assertTrue(text(DIALOGUE).endsWith("what it storesnext part"), text(DIALOGUE));
        assertTrue(text(SECOND).endsWith("[0-3]"), text(SECOND));
    }

    @Test
    void othersWordsAreLeftAloneWhereOursWouldHarm() throws Exception
    {
        // Saving would make the script the work of whoever saved the page last.
        own(CHALLENGE, "{{velocity}}$x{{/velocity}}", true, false);
        this.keeper.keep(WIKI, null);
        assertEquals("{{velocity}}$x{{/velocity}}", text(CHALLENGE));
        own(CHALLENGE, "= Markdown", false, true);
        this.keeper.keep(WIKI, null);
        assertEquals("= Markdown", text(CHALLENGE));
        when(this.safe.isApart(anyString(), anyString())).thenReturn(false);
        own(CHALLENGE, "{{velocity}}", true, true);
        this.keeper.keep(WIKI, null);
        assertEquals("{{velocity}}", text(CHALLENGE));
        for (int i = 0; i < 3; i++) {
            assertEquals("The page [xwiki:I.WebHome] is not made readable: its own text does not let anything be added.",
                this.log.getMessage(i));
        }
    }

    @Test
    void aPageThatFailsDoesNotHinderTheOthers() throws Exception
    {
        doThrow(new CrowdsourcingException("no", null)).when(this.readable).tell(DIALOGUE);
        this.keeper.keep(WIKI, null);
        assertEquals(Set.of(CHALLENGE), this.wiki.keySet());
        assertEquals("Failed to change the text of the page [xwiki:I.Dialogue.WebHome]", this.log.getMessage(0));
    }
}
