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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/**
 * Tests the rules of briefs when the wiki's own editor saves.
 *
 * @version $Id$
 * @since 1.0
 */
class BriefRulesTest extends AbstractRulesTest
{
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
}
