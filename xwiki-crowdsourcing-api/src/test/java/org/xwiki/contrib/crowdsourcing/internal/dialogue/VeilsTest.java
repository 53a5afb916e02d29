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

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.inject.Provider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageVeil;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.TestRows;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.test.annotation.ComponentList;
import org.xwiki.test.junit5.mockito.ComponentTest;
import org.xwiki.test.junit5.mockito.InjectComponentManager;
import org.xwiki.test.junit5.mockito.InjectMockComponents;
import org.xwiki.test.junit5.mockito.MockComponent;
import org.xwiki.test.mockito.MockitoComponentManager;

import com.xpn.xwiki.XWiki;
import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * Tests {@link Veils} with {@link PageVeil} and {@link ModerationRule}: who may view the page of what is hidden, and who
 * may write the log.
 *
 * @version $Id$
 * @since 1.0
 */
@ComponentTest
@ComponentList({PageVeil.class, ModerationRule.class})
class VeilsTest
{
    private static final DocumentReference THREAD = TestRows.page("I.C.Dialogue.WebHome");

    private static final String EVA = "XWiki.Eva";

    @InjectMockComponents
    private Veils veils;

    @InjectComponentManager
    private MockitoComponentManager components;

    @InjectMockComponents
    private ModerationRule rule;

    @MockComponent
    private Provider<XWikiContext> contextProvider;

    @MockComponent
    private Access access;

    @MockComponent
    private PageReader pages;

    private final XWikiContext context = mock(XWikiContext.class);

    private final XWiki wiki = mock(XWiki.class);

    private final XWikiDocument document = mock(XWikiDocument.class);

    private final DocumentReference page =
        new DocumentReference(ContributionKeys.root(Instant.now()), THREAD.getLastSpaceReference());

    private final List<BaseObject> objects = new ArrayList<>();

    private final Map<String, List<BaseObject>> rules = new HashMap<>();

    @BeforeEach
    void configure() throws Exception
    {
        when(this.contextProvider.get()).thenReturn(this.context);
        when(this.context.getWiki()).thenReturn(this.wiki);
        when(this.wiki.getDocument(any(DocumentReference.class), any())).thenAnswer(call -> {
            XWikiDocument holder = mock(XWikiDocument.class);
            when(holder.getXObjects(any(EntityReference.class)))
                .thenReturn(this.rules.get(TestRows.local(call.getArgument(0, DocumentReference.class))));
            return holder;
        });
        when(this.document.getDocumentReference()).thenReturn(this.page);
        when(this.document.getXObjects(any(EntityReference.class))).thenReturn(this.objects);
        when(this.document.newXObject(any(EntityReference.class), any())).thenAnswer(call -> {
            BaseObject object = object(Map.of());
            this.objects.add(object);
            return object;
        });
        when(this.document.removeXObject(any()))
            .thenAnswer(call -> this.objects.remove(call.getArgument(0, BaseObject.class)));
    }

    private static BaseObject object(Map<String, Object> begin) throws Exception
    {
        BaseObject object = mock(BaseObject.class);
        Map<String, Object> values = new HashMap<>(begin);
        when(object.getLargeStringValue(anyString()))
            .thenAnswer(call -> String.valueOf(values.getOrDefault(call.getArgument(0), "")));
        when(object.getIntValue("allow")).thenAnswer(call -> values.getOrDefault("allow", 0));
        when(object.getGuid()).thenAnswer(call -> values.get("guid"));
        doAnswer(call -> values.put("guid", call.getArgument(0))).when(object).setGuid(anyString());
        doAnswer(call -> values.put(call.getArgument(0), call.getArgument(1))).when(object).set(anyString(), any(),
            any());
        return object;
    }

    private void rule(String holder, String levels, int allow, String users, String groups) throws Exception
    {
        this.rules.computeIfAbsent(holder, key -> new ArrayList<>())
            .add(object(Map.of("levels", levels, "allow", allow, "users", users, "groups", groups)));
    }

    private PageState state(Schema schema, Object... values)
    {
        return new PageState(this.page, true, "", "",
            asked -> asked == schema ? List.of(TestRows.row(this.page, values)) : List.of());
    }

    private void save(String state) throws Exception
    {
        PageState now = state(Schema.CONTRIBUTION, "state", state, "author", EVA);
        this.veils.add(this.document, now, now);
    }

    private List<String> objects()
    {
        return this.objects.stream()
            .map(object -> Stream.of("levels", "users", "groups").map(object::getLargeStringValue)
                .reduce("" + object.getIntValue("allow"), (all, value) -> all + ' ' + value))
            .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "awaiting", "nonsense"})
    void authorAndNearestEditorsViewWhatIsHidden(String state) throws Exception
    {
        rule("I.C.WebPreferences", "comment", 1, "", "I.Groups.Experts");
        rule("I.WebPreferences", "view,edit", 1, "XWiki.Olga,XWiki.XWikiGuest", "I.Groups.Curators");
        rule("I.WebPreferences", "edit", 1, "", "I.Groups.Owners");
        rule("I.WebPreferences", "edit", 0, "XWiki.Eva,XWiki.Bad", "");
        rule("XWiki.XWikiPreferences", "edit", 1, "", "XWiki.XWikiAllGroup");
        save(state);
        List<String> expected = List.of("1 view XWiki.Olga,XWiki.Eva I.Groups.Curators,I.Groups.Owners",
            "0 view XWiki.Bad ");
        assertEquals(expected, objects());
        save(state);
        assertEquals(expected, objects(), "Once");
    }

    @Test
    void whatIsReservedIsForSomeGroupsAndOnePersonOnEveryPath() throws Exception
    {
        rule("I.WebPreferences", "edit", 1, "XWiki.Olga", "XWiki.XWikiAllGroup");
        PageVeil pageVeil = this.components.getInstance(PageVeil.class);
        pageVeil.reserve(this.document, EVA, List.of("I.Groups.Curators"));
        List<String> expected =
            List.of("1 view,comment,edit,delete XWiki.Eva XWiki.XWikiAdminGroup,I.Groups.Curators");
        assertEquals(expected, objects());
        pageVeil.reserve(this.document, EVA, List.of("I.Groups.Curators"));
        assertEquals(expected, objects(), "Once");
        pageVeil.reserve(this.document, "XWiki.XWikiGuest", List.of());
        assertEquals(List.of("1 view,comment,edit,delete  XWiki.XWikiAdminGroup"), objects(), "Never for nobody");
    }

    @Test
    void rightsOfTheThreadsOwnPageComeFirst() throws Exception
    {
        rule("I.C.Dialogue.WebHome", "edit", 1, "XWiki.Faith", "");
        rule("I.WebPreferences", "edit", 1, "", "I.Groups.Curators");
        save("hidden");
        assertEquals(List.of("1 view XWiki.Faith,XWiki.Eva "), objects());
    }

    @Test
    void whereNothingIsSaidWhoIsRegisteredViewsIt() throws Exception
    {
        save("hidden");
        assertEquals(List.of("1 view XWiki.Eva XWiki.XWikiAllGroup,xwiki:XWiki.XWikiAllGroup"), objects());
    }

    @Test
    void shownAgainWithoutTouchingWhatWasSetByHand() throws Exception
    {
        BaseObject byHand = object(Map.of("levels", "view", "allow", 1, "users", "XWiki.Olga", "guid", "1"));
        this.objects.add(byHand);
        save("hidden");
        assertEquals(2, this.objects.size());
        save("published");
        assertEquals(List.of(byHand), this.objects);
    }

    @Test
    void logIsForCuratorsAsAPage() throws Exception
    {
        rule("I.WebPreferences", "edit", 1, "", "I.Groups.Curators");
        PageState entry = state(Schema.MODERATION, "act", "hidden", "actor", "XWiki.Carlos");
        this.veils.add(this.document, entry, entry);
        assertEquals(List.of("1 view  I.Groups.Curators"), objects());
    }

    @Test
    void whatCuratorsSayOfAnExpertIsForThoseOfTheChallenge() throws Exception
    {
        rule("I.C.Dialogue.WebHome", "edit", 1, "", "I.Groups.Curators");
        rule("I.WebPreferences", "edit", 1, "", "I.Groups.Owners");
        DocumentReference said = TestRows.page("I.C.Dialogue.Adjustments.a1");
        when(this.document.getDocumentReference()).thenReturn(said);
        PageState state = new PageState(said, true, "", "", schema -> schema == Schema.ADJUSTMENT
            ? List.of(TestRows.row(said, "reason", "Was late", "decidedBy", EVA)) : List.of());
        this.veils.add(this.document, state, state);
        assertEquals(List.of("1 view  I.Groups.Curators"), objects());
    }

    private void saveEngagement() throws Exception
    {
        DocumentReference engagement = TestRows.page("I.C.Dialogue.Panel.e1");
        when(this.document.getDocumentReference()).thenReturn(engagement);
        PageState state = new PageState(engagement, true, "", "", schema -> schema == Schema.ENGAGEMENT
            ? List.of(TestRows.row(engagement, "expert", "E.A.WebHome", "conflict", "Nephew of somebody")) : List.of());
        this.veils.add(this.document, state, state);
    }

    @Test
    void anEngagementIsForItsExpertAndThoseWhoEditTheDialogue() throws Exception
    {
        when(this.pages.find(TestRows.page("E.A.WebHome"), Schema.EXPERT))
            .thenReturn(Optional.of(TestRows.row(THREAD, "user", EVA)));
        rule("I.WebPreferences", "edit", 1, "XWiki.Olga", "I.Groups.Curators");
        saveEngagement();
        assertEquals(List.of("1 view XWiki.Olga,XWiki.Eva I.Groups.Curators,XWiki.XWikiAdminGroup"), objects());
        this.rules.clear();
        rule("XWiki.XWikiPreferences", "edit", 1, "", "XWiki.XWikiAllGroup");
        when(this.pages.nearest(any(), any())).thenReturn(Optional.of(TestRows.row(THREAD, "owner", "XWiki.Olga",
            "curatorsGroup", "I.Groups.Curators", "partnersGroup", "I.Groups.Partners")));
        saveEngagement();
        List<String> team = List.of("1 view XWiki.Olga,XWiki.Eva I.Groups.Curators,XWiki.XWikiAdminGroup",
            "1 edit,delete XWiki.Olga I.Groups.Curators,XWiki.XWikiAdminGroup");
        assertEquals(team, objects(), "No space says who may edit");
        saveEngagement();
        assertEquals(team, objects(), "Once");
        rule("I.WebPreferences", "edit", 1, "", "I.Groups.Owners");
        saveEngagement();
        assertEquals(List.of("1 view XWiki.Eva I.Groups.Owners,XWiki.XWikiAdminGroup"), objects());
    }

    @Test
    void nobodyChangesTheLog() throws Exception
    {
        when(this.access.isAdministrator(any())).thenReturn(true);
        PageState none = new PageState(this.page, false, "", "", schema -> List.of());
        Inputs inputs = new Inputs();
        this.rule.checkChange(none, state(Schema.MODERATION, "act", "hidden"), inputs);
        assertEquals(List.of(), inputs.errors(), "Imported");
        this.rule.checkChange(state(Schema.MODERATION, "act", "hidden"), state(Schema.MODERATION, "act", "shown"),
            inputs);
        assertEquals("crowdsourcing.error.logClosed", inputs.errors().get(0).messageKey());
        when(this.access.isAdministrator(any())).thenReturn(false);
        Inputs others = new Inputs();
        this.rule.checkChange(none, state(Schema.MODERATION, "act", "hidden"), others);
        assertEquals(1, others.errors().size(), "Written by somebody");
    }
}
