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

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/**
 * Tests {@link Visibility}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class VisibilityTest
{
    private static final DocumentReference PAGE = TestRows.page("I.WebHome");

    private static final DocumentReference BELOW = TestRows.page("I.C.WebHome");

    private static final DocumentReference ELSEWHERE = TestRows.page("Experts.E.WebHome");

    @InjectMockComponents
    private Visibility visibility;

    @MockComponent
    private RowReader reader;

    @MockComponent
    private Access access;

    private Set<String> ruled = Set.of();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.reader.serialize(any(EntityReference.class)))
            .thenAnswer(invocation -> TestRows.local((EntityReference) invocation.getArgument(0)));
        when(this.reader.list(any(), any())).thenAnswer(invocation -> {
            Collection<?> pages = (Collection<?>) ((Statement) invocation.getArgument(1)).getValues().get("pages");
            return pages.stream().filter(this.ruled::contains).toList();
        });
    }

    private Set<DocumentReference> shown(String... withRights) throws Exception
    {
        this.ruled = Set.of(withRights);
        return this.visibility.shown(PAGE, Arrays.asList(BELOW, null, ELSEWHERE));
    }

    @Test
    void pagesWithTheSameRightsAreShown() throws Exception
    {
        assertEquals(Set.of(BELOW, ELSEWHERE), shown());
        assertEquals(Set.of(BELOW, ELSEWHERE), shown("Other.WebPreferences"));
    }

    @Test
    void pagesWithOtherRightsAreNot() throws Exception
    {
        assertEquals(Set.of(ELSEWHERE), shown("I.C.WebPreferences"));
        assertEquals(Set.of(ELSEWHERE), shown("I.C.WebHome"));
        assertEquals(Set.of(BELOW), shown("Experts.WebPreferences"));
        // Our page may be for more people than what is elsewhere, or for others than what is below it.
        assertEquals(Set.of(BELOW), shown("I.WebPreferences"));
        assertEquals(Set.of(), shown("I.WebHome"));
    }

    @Test
    void whatGuestsMayViewIsShown() throws Exception
    {
        when(this.access.canView(null, ELSEWHERE)).thenReturn(true);
        assertEquals(Set.of(ELSEWHERE), shown("I.WebHome", "Experts.WebPreferences"));
        assertEquals(List.of(), List.copyOf(this.visibility.shown(PAGE, List.of())));
    }
}
