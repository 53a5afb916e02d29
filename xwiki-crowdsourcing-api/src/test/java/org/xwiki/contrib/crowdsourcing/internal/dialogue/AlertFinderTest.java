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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertKind;
import org.xwiki.contrib.crowdsourcing.dialogue.AlertState;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

/**
 * Tests {@link AlertFinder}: what is an alert, and what is not.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
class AlertFinderTest
{
    private static final DocumentReference DIALOGUE = TestRows.page("I.C.Dialogue.WebHome");

    private static final Instant NOON = Instant.parse("2026-06-06T12:00:00Z");

    @InjectMockComponents
    private AlertFinder finder;

    @MockComponent
    private AlertStore store;

    @MockComponent
    private SupportStore support;

    @MockComponent
    private PostStore postStore;

    @MockComponent
    private AccountAges ages;

    @MockComponent
    private PanelUsers panel;

    @MockComponent
    private PageReader pages;

    private final Tally tally = new Tally();

    private final Posts posts = new Posts();

    private final List<Row> alerts = new ArrayList<>();

    /** Those who are not young. */
    private final Set<String> old = new HashSet<>();

    private final String idea = ContributionKeys.root(NOON);

    private int seconds;

    @BeforeEach
    void configure() throws Exception
    {
        this.tally.readOnce(read -> { });
        this.posts.readOnce(List::of);
        when(this.store.of(DIALOGUE)).then(call -> new Alerts(this.alerts));
        when(this.support.tally(DIALOGUE)).thenReturn(this.tally);
        when(this.postStore.of(DIALOGUE)).thenReturn(this.posts);
        when(this.ages.young(any(), any(), anyInt(), anyBoolean())).then(call -> {
            Collection<Act> acts = call.getArgument(1);
            return acts.stream().filter(act -> !this.old.contains(act.account())).toList();
        });
        settings();
    }

    private void settings(Object... values) throws Exception
    {
        when(this.pages.nearest(DIALOGUE, Schema.INITIATIVE))
            .thenReturn(Optional.of(TestRows.row(TestRows.page("I.WebHome"), values)));
    }

    private void back(String account, int minute)
    {
        this.tally.change(this.idea, account, NOON.plus(Duration.ofMinutes(minute)));
    }

    private void backAll(int accounts, int minutesBetween)
    {
        for (int i = 0; i < accounts; i++) {
            back("xwiki:XWiki.New" + i, i * minutesBetween);
        }
    }

    private List<AlertFinder.Finding> found() throws Exception
    {
        return this.finder.findSupport(DIALOGUE, this.idea);
    }

    private void alert(AlertKind kind, String subject, AlertState state, Instant since, String accounts)
    {
        boolean author = kind == AlertKind.ONE_AUTHOR;
        this.alerts.add(TestRows.row(new DocumentReference("a" + this.alerts.size(), DIALOGUE.getLastSpaceReference()),
            "kind", kind.getId(), "contribution", author ? "" : subject, "author", author ? subject : "", "state",
            state.getId(), "since", Times.format(since), "until", Times.format(since), "accounts", accounts, "count",
            5, "days", 7, "reviewedOn", state == AlertState.OPEN ? "" : Times.format(since)));
    }

    @Test
    void manyYoungAccountsWithinAnHourAreABurst() throws Exception
    {
        backAll(4, 10);
        assertEquals(List.of(), found());
        back("xwiki:XWiki.Late", 60);
        AlertFinder.Finding finding = found().get(0);
        assertEquals(AlertKind.YOUNG_SUPPORT, finding.kind());
        assertEquals(this.idea, finding.subject());
        assertEquals(new Burst(NOON, NOON.plus(Duration.ofHours(1)), 5, Set.of("xwiki:XWiki.New0", "xwiki:XWiki.New1",
            "xwiki:XWiki.New2", "xwiki:XWiki.New3", "xwiki:XWiki.Late")), finding.burst());
        assertEquals(found(), this.finder.findSupport(DIALOGUE, null));
    }

    @Test
    void manyOverALongTimeAreNone() throws Exception
    {
        backAll(12, 16);
        assertEquals(List.of(), found());
        verify(this.ages, never()).young(any(), any(), anyInt(), anyBoolean());
    }

    @Test
    void whoIsThereForLongIsNotInQuestion() throws Exception
    {
        backAll(4, 1);
        for (int i = 0; i < 40; i++) {
            this.old.add("xwiki:XWiki.Old" + i);
            back("xwiki:XWiki.Old" + i, 2);
        }
        assertEquals(List.of(), found());
        back("xwiki:XWiki.Late", 3);
        assertEquals(5, found().get(0).burst().count());
    }

    @Test
    void whoIsOnTheConfirmedPanelWasLookedAt() throws Exception
    {
        Set<DocumentReference> users = new HashSet<>();
        when(this.panel.users(DIALOGUE)).thenReturn(users);
        when(this.panel.user(eq(DIALOGUE), anyString())).then(call -> TestRows.page(call.getArgument(1)));
        backAll(6, 1);
        assertEquals(6, found().get(0).burst().count());
        users.add(TestRows.page("XWiki.New0"));
        users.add(TestRows.page("XWiki.Other"));
        assertEquals(5, found().get(0).burst().count());
        alert(AlertKind.YOUNG_SUPPORT, this.idea, AlertState.OPEN, NOON, "");
        assertFalse(this.finder.setAside(DIALOGUE, this.tally).get(this.idea).containsKey("xwiki:XWiki.New0"),
            "The support of the panel counts");
        this.alerts.clear();
        users.add(TestRows.page("XWiki.New1"));
        assertEquals(List.of(), found());
    }

    @Test
    void theBurstBeginsWhereItBegins() throws Exception
    {
        back("xwiki:XWiki.Early", -300);
        backAll(5, 1);
        back("xwiki:XWiki.Late", 600);
        Burst burst = found().get(0).burst();
        assertEquals(NOON, burst.since());
        assertEquals(6, burst.count());
        assertFalse(burst.accounts().contains("xwiki:XWiki.Early"));
    }

    @ParameterizedTest
    @CsvSource({"alertDays, 0", "alertSize, 0", "alertMinutes, 0", "alertSize, 6", "alertMinutes, 3"})
    void theInitiativeSaysWhatIsMuch(String property, int value) throws Exception
    {
        backAll(5, 1);
        assertEquals(1, found().size());
        settings(property, value);
        assertEquals(List.of(), found());
    }

    @Test
    void whereNothingIsSaidTheDefaultHolds() throws Exception
    {
        settings("alertDays", null, "alertSize", "");
        assertEquals(AlertThresholds.DEFAULT, this.finder.thresholds(DIALOGUE));
        when(this.pages.nearest(DIALOGUE, Schema.INITIATIVE)).thenReturn(Optional.empty());
        assertEquals(AlertThresholds.DEFAULT, this.finder.thresholds(DIALOGUE));
        settings("alertDays", 1, "alertSize", 2, "alertMinutes", 3, "alertIdentical", 4, "alertShare", 5);
        assertEquals(new AlertThresholds(1, 2, 3, 4, 5), this.finder.thresholds(DIALOGUE));
    }

    @Test
    void anOpenAlertIsNotRaisedAgainAndGrows() throws Exception
    {
        backAll(5, 1);
        alert(AlertKind.YOUNG_SUPPORT, this.idea, AlertState.OPEN, NOON.plusSeconds(60), "xwiki:XWiki.New1");
        assertEquals(List.of(), found());
        back("xwiki:XWiki.Late", 500);
        Burst now = this.finder.now(this.alerts.get(0)).burst();
        assertEquals(5, now.count());
        assertEquals(NOON.plus(Duration.ofMinutes(500)), now.until());
        Map<String, AlertState> aside = this.finder.setAside(DIALOGUE, this.tally).get(this.idea);
        assertEquals(Set.of("xwiki:XWiki.New1", "xwiki:XWiki.New2", "xwiki:XWiki.New3", "xwiki:XWiki.New4",
            "xwiki:XWiki.Late"), aside.keySet());
        assertEquals(Set.of(AlertState.OPEN), Set.copyOf(aside.values()));
        this.old.add("xwiki:XWiki.Late");
        assertEquals(4, this.finder.setAside(DIALOGUE, this.tally).get(this.idea).size());
    }

    @Test
    void whenAllHaveTakenItBackNothingIsLeft() throws Exception
    {
        alert(AlertKind.YOUNG_SUPPORT, this.idea, AlertState.OPEN, NOON, "xwiki:XWiki.New1");
        assertEquals(0, this.finder.now(this.alerts.get(0)).burst().count());
    }

    @Test
    void whatCuratorsDecidedHoldsAlsoForWhoBacksItOnceMore() throws Exception
    {
        backAll(5, 1);
        alert(AlertKind.YOUNG_SUPPORT, this.idea, AlertState.LEFT_OUT, NOON,
            "xwiki:XWiki.New0\nxwiki:XWiki.New1\nxwiki:XWiki.New2");
        alert(AlertKind.YOUNG_SUPPORT, this.idea, AlertState.COUNTED, NOON,
            "xwiki:XWiki.New3\nxwiki:XWiki.New4");
        back("xwiki:XWiki.New0", 700);
        assertEquals(List.of(), found());
        assertEquals(Map.of("xwiki:XWiki.New0", AlertState.LEFT_OUT, "xwiki:XWiki.New1", AlertState.LEFT_OUT,
            "xwiki:XWiki.New2", AlertState.LEFT_OUT), this.finder.setAside(DIALOGUE, this.tally).get(this.idea));
        for (int i = 0; i < 4; i++) {
            back("xwiki:XWiki.Second" + i, 800);
        }
        assertEquals(List.of(), found(), "Those who were looked into are not counted again");
        back("xwiki:XWiki.Second4", 810);
        assertEquals(5, found().get(0).burst().count());
        assertEquals(2, found().get(0).before(), "The third one of this contribution");
    }

    private String post(String author, boolean own, String text)
    {
        this.seconds += 30;
        String name = ContributionKeys.root(NOON.plusSeconds(this.seconds));
        Row row = TestRows.row(new DocumentReference(name, DIALOGUE.getLastSpaceReference()), "author", author, "text",
            text, "speaker", own ? "" : "Somebody");
        this.posts.put(Post.of(row));
        return name;
    }

    private List<AlertFinder.Finding> found(AlertKind kind, String name) throws Exception
    {
        return this.finder.findContributions(DIALOGUE, name).stream().filter(finding -> finding.kind() == kind)
            .toList();
    }

    @Test
    void manyContributionsOfYoungAccountsAreABurst() throws Exception
    {
        this.old.add("XWiki.Old");
        String last = "";
        for (int i = 0; i < 5; i++) {
            assertEquals(List.of(), found(AlertKind.YOUNG_CONTRIBUTIONS, last.isEmpty() ? null : last));
            post("XWiki.Old", true, "Something else " + i);
            post("XWiki.New" + i, false, "What a speaker said " + i);
            post("XWiki.XWikiGuest", true, "A guest has no account " + i);
            last = post("XWiki.New" + i % 2, true, "News " + i);
        }
        AlertFinder.Finding finding = found(AlertKind.YOUNG_CONTRIBUTIONS, last).get(0);
        assertEquals("", finding.subject());
        assertEquals(5, finding.burst().count());
        assertEquals(Set.of("XWiki.New0", "XWiki.New1"), finding.burst().accounts());
        alert(AlertKind.YOUNG_CONTRIBUTIONS, "", AlertState.OPEN, finding.burst().since(), "");
        assertEquals(List.of(), found(AlertKind.YOUNG_CONTRIBUTIONS, last));
        post("XWiki.New7", true, "One more");
        assertEquals(6, this.finder.now(this.alerts.get(0)).burst().count());
        this.alerts.clear();
        alert(AlertKind.YOUNG_CONTRIBUTIONS, "", AlertState.DISMISSED, NOON.plusSeconds(this.seconds), "");
        assertEquals(List.of(), found(AlertKind.YOUNG_CONTRIBUTIONS, null), "It was looked into");
        verify(this.ages, never()).young(any(), any(), anyInt(), eq(true));
    }

    @Test
    void nearlyTheSameTextIsSeenTheThirdTime() throws Exception
    {
        String text = "Stop the new **metro** line now, it is a waste of our money! ";
        String first = post("XWiki.A", true, text + "Really");
        String other = post("XWiki.B", true, "Build the metro line now: it saves time and money for us all");
        String second = post("XWiki.C", true, "stop the new metro line NOW; it is a waste of our money. #1");
        assertEquals(List.of(), found(AlertKind.IDENTICAL, second));
        String third = post("XWiki.A", false, text.replace("waste", "waste,"));
        AlertFinder.Finding finding = found(AlertKind.IDENTICAL, third).get(0);
        assertEquals(first, finding.subject());
        assertEquals(3, finding.burst().count());
        assertEquals(Set.of("XWiki.A", "XWiki.C"), finding.burst().accounts());
        assertEquals(List.of(), found(AlertKind.IDENTICAL, other));
        assertEquals(1, found(AlertKind.IDENTICAL, null).size());
        alert(AlertKind.IDENTICAL, first, AlertState.DISMISSED, NOON.plusSeconds(this.seconds), "");
        assertEquals(List.of(), found(AlertKind.IDENTICAL, null));
        post("XWiki.D", true, text);
        post("XWiki.E", true, text);
        assertEquals(List.of(), found(AlertKind.IDENTICAL, null));
        post("XWiki.F", true, text);
        assertEquals(3, found(AlertKind.IDENTICAL, null).get(0).burst().count());
        settings("alertIdentical", 0);
        assertEquals(List.of(), found(AlertKind.IDENTICAL, null));
    }

    @Test
    void fewWordsSayNothing() throws Exception
    {
        for (int i = 0; i < 10; i++) {
            post("XWiki.A" + i, true, "Yes, I agree!");
        }
        assertEquals(List.of(), found(AlertKind.IDENTICAL, null));
    }

    @Test
    void aGroupThatIsHiddenIsNone() throws Exception
    {
        String text = "Buy cheap gyrocopters on my page today";
        String first = post("XWiki.A", true, text);
        post("XWiki.A", true, text);
        post("XWiki.A", true, text);
        assertEquals(1, found(AlertKind.IDENTICAL, null).size());
        this.posts.remove(first);
        assertEquals(List.of(), found(AlertKind.IDENTICAL, null));
    }

    @Test
    void whoWritesMostIsSeenOnceThereIsEnough() throws Exception
    {
        this.old.add("XWiki.Eva");
        for (int i = 0; i < 19; i++) {
            post(i % 2 == 0 ? "XWiki.Eva" : "XWiki.Reader" + i, true, "Number " + i);
        }
        assertEquals(List.of(), found(AlertKind.ONE_AUTHOR, null));
        String last = post("XWiki.Somebody", true, "The twentieth");
        assertEquals(List.of(), found(AlertKind.ONE_AUTHOR, last), "That one is not the author of much");
        last = post("XWiki.Eva", true, "And one more");
        AlertFinder.Finding finding = found(AlertKind.ONE_AUTHOR, last).get(0);
        assertEquals("XWiki.Eva", finding.subject());
        assertEquals(11, finding.burst().count());
        assertEquals(21, finding.total());
        alert(AlertKind.ONE_AUTHOR, "XWiki.Eva", AlertState.OPEN, finding.burst().since(), "XWiki.Eva");
        assertEquals(11, this.finder.now(this.alerts.get(0)).burst().count());
        assertEquals(21, this.finder.now(this.alerts.get(0)).total());
        this.alerts.clear();
        alert(AlertKind.ONE_AUTHOR, "XWiki.Eva", AlertState.DISMISSED, NOON.plusSeconds(this.seconds), "XWiki.Eva");
        assertEquals(List.of(), found(AlertKind.ONE_AUTHOR, null));
        this.alerts.clear();
        settings("alertShare", 53);
        assertEquals(List.of(), found(AlertKind.ONE_AUTHOR, null));
    }

    @Test
    void whoCapturesWhatOthersSayIsNotTheAuthorOfIt() throws Exception
    {
        for (int i = 0; i < 30; i++) {
            post("XWiki.Nora", false, "What is said " + i);
        }
        assertEquals(List.of(), found(AlertKind.ONE_AUTHOR, null));
    }

    @Test
    void onlyTheNewestAreKept() throws Exception
    {
        this.old.add("XWiki.B");
        String first = post("XWiki.A", true, "The first");
        for (int i = 0; i < Posts.LIMIT; i++) {
            post("XWiki.B", true, "Later");
        }
        assertEquals(Posts.LIMIT, this.posts.all().size());
        assertTrue(this.posts.all().stream().noneMatch(post -> post.name().equals(first)));
        assertEquals(List.of(), this.finder.findContributions(DIALOGUE, first));
    }
}
