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

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.xwiki.container.Container;
import org.xwiki.container.servlet.ServletRequest;
import org.xwiki.container.servlet.ServletResponse;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.dialogue.ArrivalManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link Visits}.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class VisitsTest
{
    private static final DocumentReference DIALOGUE = new DocumentReference("xwiki", "I", "WebHome");

    private static final String MONDAY = "0monday0000000";

    private static final String TUESDAY = "0tuesday000000";

    private static final String WEDNESDAY = "0wednesday0000";

    @InjectMockComponents
    private Visits visits;

    @MockComponent
    private ArrivalManager arrivals;

    @MockComponent
    private Container container;

    @MockComponent
    private Toolkit toolkit;

    private final HttpServletRequest request = mock(HttpServletRequest.class);

    private final HttpServletResponse response = mock(HttpServletResponse.class);

    @BeforeEach
    void configure() throws Exception
    {
        ServletRequest servletRequest = mock(ServletRequest.class);
        ServletResponse servletResponse = mock(ServletResponse.class);
        when(servletRequest.getRequest()).thenReturn(this.request);
        when(servletResponse.getResponse()).thenReturn(this.response);
        when(this.container.getRequest()).thenReturn(servletRequest);
        when(this.container.getResponse()).thenReturn(servletResponse);
        when(this.request.getContextPath()).thenReturn("/xwiki");
        when(this.toolkit.serialize(DIALOGUE)).thenReturn("I.WebHome");
        when(this.arrivals.count(any(), anyString())).thenReturn(Count.exactly(0));
        when(this.arrivals.getLatest(DIALOGUE)).thenReturn(MONDAY);
    }

    /**
     * @param ago how long ago the browser was told what it remembers
     */
    private Cookie comeBack(Cookie remembered, Duration ago)
    {
        String[] parts = remembered.getValue().split("_");
        long then = Duration.ofMillis(Instant.now().minus(ago).toEpochMilli()).toMinutes();
        Cookie cookie = new Cookie(remembered.getName(), parts[0] + '_' + parts[1] + '_' + then);
        when(this.request.getCookies()).thenReturn(new Cookie[] {new Cookie("JSESSIONID", "x"), cookie});
        return cookie;
    }

    private Cookie remembered()
    {
        ArgumentCaptor<Cookie> cookie = ArgumentCaptor.captor();
        verify(this.response, atLeastOnce()).addCookie(cookie.capture());
        return cookie.getValue();
    }

    @Test
    void atTheFirstVisitNothingIsNew() throws Exception
    {
        Visits.Visit visit = this.visits.visit(DIALOGUE);
        assertEquals("", visit.since());
        assertFalse(visit.isNew("c00000000000000" + MONDAY));
        assertTrue(remembered().isHttpOnly());
        assertEquals("/xwiki/", remembered().getPath());
    }

    @Test
    void whatCameSinceTheLastVisitIsNewForTheWholeVisit() throws Exception
    {
        this.visits.visit(DIALOGUE);
        comeBack(remembered(), Duration.ofDays(1));
        when(this.arrivals.getLatest(DIALOGUE)).thenReturn(TUESDAY);
        when(this.arrivals.count(DIALOGUE, MONDAY)).thenReturn(Count.exactly(4));
        Visits.Visit visit = this.visits.visit(DIALOGUE);
        assertEquals(Count.exactly(4), visit.unread());
        assertTrue(visit.isNew("c00000000000000" + TUESDAY));
        assertFalse(visit.isNew("c00000000000000" + MONDAY));

        // Still looking around, and more arrives.
        comeBack(remembered(), Duration.ofMinutes(10));
        when(this.arrivals.getLatest(DIALOGUE)).thenReturn(WEDNESDAY);
        assertEquals(MONDAY, this.visits.visit(DIALOGUE).since());

        comeBack(remembered(), Duration.ofMinutes(31));
        assertEquals(WEDNESDAY, this.visits.visit(DIALOGUE).since());
    }

    @Test
    void whatDisappearsIsNotUnreadAgain() throws Exception
    {
        when(this.arrivals.getLatest(DIALOGUE)).thenReturn(TUESDAY);
        this.visits.visit(DIALOGUE);
        comeBack(remembered(), Duration.ofDays(1));
        when(this.arrivals.getLatest(DIALOGUE)).thenReturn(MONDAY);
        assertEquals(TUESDAY, this.visits.visit(DIALOGUE).since());
        comeBack(remembered(), Duration.ofDays(1));
        assertEquals(TUESDAY, this.visits.visit(DIALOGUE).since());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "__", "a_b_99999999999999999999", "<script>_b_1"})
    void aCookieOfSomebodyElseIsNoVisit(String value) throws Exception
    {
        this.visits.visit(DIALOGUE);
        Cookie cookie = new Cookie(remembered().getName(), value);
        when(this.request.getCookies()).thenReturn(new Cookie[] {cookie});
        assertEquals("", this.visits.visit(DIALOGUE).since());
    }

    @Test
    void withoutABrowserNothingIsRemembered() throws Exception
    {
        when(this.container.getRequest()).thenReturn(null);
        when(this.container.getResponse()).thenReturn(null);
        assertEquals("", this.visits.visit(DIALOGUE).since());
    }
}
