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
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefSection;
import org.xwiki.contrib.crowdsourcing.brief.BriefState;
import org.xwiki.contrib.crowdsourcing.internal.macro.Passages.Change;
import org.xwiki.contrib.crowdsourcing.internal.macro.Passages.Piece;
import org.xwiki.diff.display.internal.DefaultInlineDiffDisplayer;
import org.xwiki.diff.internal.DefaultDiffManager;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

/**
 * Tests {@link Passages}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({DefaultDiffManager.class, DefaultInlineDiffDisplayer.class})
class PassagesTest
{
    private static final String PROBLEM = "The courts of the capital publish no figures. "
        + "A citizen waits for four years until a judge hears the case. Nobody is told why.";

    @InjectMockComponents
    private Passages passages;

    @MockComponent
    private RestrictedTextRenderer renderer;

    private Optional<Change> compare(String passage, String problem) throws Exception
    {
        when(this.renderer.renderPlain(anyString())).then(call -> call.getArgument(0));
        Brief brief = new Brief(null, "B", Map.of(BriefSection.CONSTRAINTS, "Nothing of this may cost money.",
            BriefSection.PROBLEM, problem), List.of(), BriefState.DRAFT, 1, null, "");
        return this.passages.compare(passage, this.passages.read(brief));
    }

    @Test
    void whatIsStillThereDidNotChange() throws Exception
    {
        assertTrue(compare("A citizen waits  for\nfour years", PROBLEM).isEmpty());
        assertTrue(compare("   ", PROBLEM).isEmpty());
    }

    @Test
    void whatReadsDifferently() throws Exception
    {
        Change change = compare("A citizen waits for three years until a judge hears the case.", PROBLEM).orElseThrow();
        assertEquals(List.of(new Piece("unmodified", "A citizen waits for"), new Piece("deleted", "three"),
            new Piece("added", "four"), new Piece("unmodified", "years until a judge hears the case.")),
            change.pieces());
    }

    @Test
    void whatIsGone() throws Exception
    {
        assertEquals(List.of(), compare("Whistleblowers lose their work within a month.", PROBLEM)
            .orElseThrow().pieces());
        assertEquals(List.of(), compare("Anything at all", "").orElseThrow().pieces());
    }

    @Test
    void passageThatIsLongerThanItsSection() throws Exception
    {
        Change change = compare("Nothing of this may cost money. Nothing at all.", PROBLEM).orElseThrow();
        assertEquals(new Piece("unmodified", "Nothing of this may cost money."), change.pieces().get(0));
        assertEquals(new Piece("deleted", "Nothing at all."), change.pieces().get(1));
    }
}
