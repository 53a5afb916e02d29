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
import java.util.Map;
import java.util.Optional;

import javax.inject.Named;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

/**
 * Tests {@link DefaultPageFinder}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class PageFinderTest
{
    @InjectMockComponents
    private DefaultPageFinder finder;

    @MockComponent
    private PageReader pages;

    @MockComponent
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    /** Where pages redirect to, nothing for those that do not; other pages are not there. */
    private final Map<DocumentReference, String> stored = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.resolver.resolve(anyString())).thenAnswer(call -> page(call.getArgument(0)));
        when(this.pages.exists(any()))
            .thenAnswer(call -> this.stored.containsKey(call.<DocumentReference>getArgument(0)));
        when(this.pages.movedTo(any())).thenAnswer(call -> Optional
            .ofNullable(this.stored.get(call.<DocumentReference>getArgument(0))).filter(to -> !to.isEmpty())
            .map(PageFinderTest::page));
        this.stored.put(page("I.WebHome"), "");
        this.stored.put(page("Old.WebHome"), "Newer.WebHome");
        this.stored.put(page("Newer.WebHome"), "I.WebHome");
    }

    private static DocumentReference page(String typed)
    {
        return TestRows.page(typed.contains(".") ? typed : "Main." + typed);
    }

    private void assertFound(String expected, String typed) throws Exception
    {
        assertEquals(page(expected), this.finder.find(typed));
    }

    @Test
    void aSpaceIsItsPage() throws Exception
    {
        assertFound("I.WebHome", "I.WebHome");
        assertFound("I.WebHome", "I");
        assertFound("None", "None");
    }

    @Test
    void movesAreFollowedAsOftenAsThereAre() throws Exception
    {
        assertFound("I.WebHome", "Old.WebHome");
        assertFound("I.WebHome", "Old");
        this.stored.put(page("Lost.WebHome"), "Gone.WebHome");
        // It may be found by other means, from where it was named.
        assertFound("Lost.WebHome", "Lost");
    }

    @Test
    void whatMovesInACircleIsWhereItWasNamed() throws Exception
    {
        this.stored.put(page("I.WebHome"), "Old.WebHome");
        assertFound("Old.WebHome", "Old");
        this.stored.put(page("Self.WebHome"), "Self.WebHome");
        assertFound("Self.WebHome", "Self");
    }

    @Test
    void nobodyIsSentOnForever() throws Exception
    {
        for (int i = 0; i < 100; i++) {
            this.stored.put(page("Far" + i), "Far" + (i + 1));
        }
        assertFound("Far0", "Far0");
        this.stored.put(page("Far100"), "");
        assertFound("Far100", "Far95");
    }
}
