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
package org.xwiki.contrib.crowdsourcing.embedded.rights;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.contrib.crowdsourcing.embedded.store.TestWiki;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.internal.transformation.MutableRenderingContext;
import org.xwiki.rendering.transformation.RenderingContext;
import org.xwiki.security.authorization.AccessDeniedException;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.ContextualAuthorizationManager;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks that rights are settled as XWiki settles them.
 *
 * @version $Id$
 */
class DefaultAuthorizationManagerTest
{
    private static final List<Right> RIGHTS =
        List.of(Right.VIEW, Right.COMMENT, Right.EDIT, Right.DELETE, Right.SCRIPT, Right.ADMIN);

    private static final String PAGE_RIGHTS = "XWikiRights";

    private static final String GLOBAL_RIGHTS = "XWikiGlobalRights";

    @TempDir
    private static Path data;

    private static TestWiki wiki;

    private static AuthorizationManager authorization;

    @BeforeAll
    static void open() throws Exception
    {
        wiki = new TestWiki(data);
        authorization = wiki.get(AuthorizationManager.class);
        for (String user : List.of("Ada", "Bob", "Eve")) {
            XWikiDocument page = wiki.page("XWiki." + user);
            page.newXObject(xwiki("XWikiUsers"), wiki.context()).set("first_name", user, wiki.context());
            wiki.save(page);
        }
        member("Groups.Experts", "XWiki.Ada", "XWiki.Bob");
        member("Groups.Everyone", "Groups.Experts");
        member("XWiki.XWikiAdminGroup", "XWiki.Eve");
        for (String page : List.of("Open.WebHome", "Closed.WebHome", "Closed.Inner.WebHome", "Closed.Inner.Page",
            "Denied.WebHome", "ForBob.Page")) {
            wiki.save(wiki.page(page));
        }
        rule("Closed.WebPreferences", GLOBAL_RIGHTS, "Groups.Everyone", "", "view,comment", 1);
        rule("Closed.Inner.WebPreferences", GLOBAL_RIGHTS, "", "XWiki.Bob", "edit", 1);
        rule("Closed.Inner.Page", PAGE_RIGHTS, "", "XWiki.Ada", "comment", 0);
        rule("Denied.WebPreferences", GLOBAL_RIGHTS, "Groups.Experts", "", "view", 0);
        rule("Denied.WebPreferences", GLOBAL_RIGHTS, "", "XWiki.Bob", "view", 1);
        rule("Denied.WebPreferences", GLOBAL_RIGHTS, "XWiki.XWikiAdminGroup", "", "admin", 0);
    }

    @AfterAll
    static void close() throws Exception
    {
        wiki.close();
    }

    private static LocalDocumentReference xwiki(String name)
    {
        return new LocalDocumentReference("XWiki", name);
    }

    private static void member(String group, String... members) throws Exception
    {
        XWikiDocument page = wiki.page(group);
        for (String name : members) {
            page.newXObject(xwiki("XWikiGroups"), wiki.context()).set("member", name, wiki.context());
        }
        wiki.save(page);
    }

    private static void rule(String page, String type, String groups, String users, String levels, int allow)
        throws Exception
    {
        XWikiDocument document = wiki.page(page);
        BaseObject object = document.newXObject(xwiki(type), wiki.context());
        object.set("groups", groups, wiki.context());
        object.set("users", users, wiki.context());
        object.set("levels", levels, wiki.context());
        object.set("allow", String.valueOf(allow), wiki.context());
        wiki.save(document);
    }

    private static String rights(String user, String page) throws Exception
    {
        DocumentReference reference = wiki.page(page).getDocumentReference();
        DocumentReference userReference = user == null ? null : TestWiki.user(user);
        return String.join(" ", RIGHTS.stream()
            .filter(right -> authorization.hasAccess(right, userReference, reference)).map(Right::getName).toList());
    }

    @Test
    void withoutRulesOfItsOwnAPageHasThoseOfTheWiki() throws Exception
    {
        assertEquals("view", rights(null, "Open.WebHome"));
        assertEquals("view comment edit", rights("Bob", "Open.WebHome"));
        assertEquals("view comment edit", rights("Unknown", "Open.WebHome"));
        assertEquals("view comment edit delete script admin", rights("Admin", "Open.WebHome"));
        assertEquals("view comment edit delete script admin", rights("superadmin", "Open.WebHome"));
    }

    @Test
    void whoCreatedAPageMayDeleteIt() throws Exception
    {
        assertEquals("view comment edit delete", rights("Ada", "Open.WebHome"));
        assertEquals("view comment edit", rights("Bob", "Open.WebHome"));
    }

    @Test
    void whatASpaceAllowsToSomeItDeniesToTheRest() throws Exception
    {
        assertEquals("", rights(null, "Closed.WebHome"));
        assertEquals("edit", rights("Unknown", "Closed.WebHome"));
        assertEquals("view comment edit", rights("Bob", "Closed.WebHome"));
        // An administrator's rights are not overridden from below.
        assertEquals("view comment edit delete script admin", rights("Eve", "Closed.WebHome"));
    }

    @Test
    void theNearestLevelThatSaysSomethingCounts() throws Exception
    {
        assertEquals("view comment edit", rights("Bob", "Closed.Inner.WebHome"));
        assertEquals("view comment delete", rights("Ada", "Closed.Inner.WebHome"));
        assertEquals("view delete", rights("Ada", "Closed.Inner.Page"));
        assertEquals("view comment edit", rights("Bob", "Closed.Inner.Page"));
    }

    @Test
    void aRuleForTheUserWinsOverOneForAGroup() throws Exception
    {
        assertFalse(rights("Ada", "Denied.WebHome").contains("view "));
        assertEquals("view comment edit", rights("Bob", "Denied.WebHome"));
        assertTrue(rights("Eve", "Denied.WebHome").endsWith("admin"));
    }

    @Test
    void onlyAdministratorsChangeRules() throws Exception
    {
        assertEquals("view comment", rights("Ada", "Closed.WebPreferences"));
        assertEquals("view comment edit", rights("Bob", "Open.WebPreferences2"));
        assertEquals("view comment", rights("Bob", "XWiki.XWikiPreferences"));
        assertTrue(rights("Eve", "XWiki.XWikiPreferences").contains("edit"));
    }

    @Test
    void aChangeOfARuleOrOfAGroupCountsAtOnceAndCostsNothingOtherwise() throws Exception
    {
        assertEquals("view comment edit", rights("Bob", "ForBob.Page"));
        rule("ForBob.Page", PAGE_RIGHTS, "Groups.New", "", "edit", 1);
        assertEquals("view comment", rights("Bob", "ForBob.Page"));
        member("Groups.New", "XWiki.Bob");
        assertEquals("view comment edit", rights("Bob", "ForBob.Page"));
        long before = wiki.statements();
        rights("Bob", "ForBob.Page");
        for (int i = 0; i < 50; i++) {
            DocumentReference page = new DocumentReference("xwiki", "Many", "Page" + i);
            assertTrue(authorization.hasAccess(Right.VIEW, TestWiki.user("Bob"), page));
        }
        assertEquals(before, wiki.statements());
        XWikiDocument group = wiki.page("Groups.New");
        group.removeXObjects(xwiki("XWikiGroups"));
        wiki.save(group);
        assertEquals("view comment", rights("Bob", "ForBob.Page"));
    }

    @Test
    void theWikiItself()
    {
        assertTrue(authorization.hasAccess(Right.ADMIN, TestWiki.user("Admin"), new WikiReference("xwiki")));
        assertFalse(authorization.hasAccess(Right.ADMIN, TestWiki.user("Ada"), null));
        assertFalse(authorization.hasAccess(Right.ILLEGAL, TestWiki.user("Admin"), null));
        assertTrue(authorization.hasAccess(Right.PROGRAM, TestWiki.user("Admin"), null));
        assertThrows(AccessDeniedException.class,
            () -> authorization.checkAccess(Right.PROGRAM, TestWiki.user("Ada"), null));
    }

    @Test
    void scriptsHaveTheRightsOfTheAuthorOfTheirPage() throws Exception
    {
        ContextualAuthorizationManager contextual = wiki.get(ContextualAuthorizationManager.class);
        XWikiDocument page = wiki.page("Scripts.Page");
        page.setAuthorReference(TestWiki.user("Admin"));
        XWikiContext context = wiki.context();
        wiki.xwiki.saveDocument(page, context);
        context.setDoc(page);
        assertTrue(contextual.hasAccess(Right.SCRIPT));
        assertFalse(contextual.hasAccess(Right.EDIT));

        context.put(XWikiDocument.CKEY_SDOC, wiki.page("Open.WebHome"));
        context = wiki.context();
        context.setDoc(page);
        context.setUserReference(TestWiki.user("Admin"));
        context.put(XWikiDocument.CKEY_SDOC, wiki.xwiki.getDocument("Open.WebHome", context));
        assertFalse(contextual.hasAccess(Right.SCRIPT));
        assertTrue(contextual.hasAccess(Right.EDIT));

        context.remove(XWikiDocument.CKEY_SDOC);
        MutableRenderingContext rendering = wiki.get(RenderingContext.class);
        rendering.push(null, null, Syntax.XWIKI_2_1, "test", true, Syntax.HTML_5_0);
        assertFalse(contextual.hasAccess(Right.SCRIPT));
        rendering.pop();
        assertTrue(contextual.hasAccess(Right.SCRIPT));
    }

    @Test
    void aPageThatSaysWhatItNeedsGetsNoMore() throws Exception
    {
        ContextualAuthorizationManager contextual = wiki.get(ContextualAuthorizationManager.class);
        XWikiDocument page = wiki.page("Scripts.Enforcing");
        page.setEnforceRequiredRights(true);
        page.setAuthorReference(TestWiki.user("Admin"));
        XWikiContext context = wiki.context();
        wiki.xwiki.saveDocument(page, context);
        context.setDoc(wiki.xwiki.getDocument(page.getDocumentReference(), context));
        assertFalse(contextual.hasAccess(Right.SCRIPT));
        assertTrue(authorization.hasAccess(Right.EDIT, TestWiki.user("Bob"), page.getDocumentReference()));

        page.newXObject(xwiki("RequiredRightClass"), context).set("level", "script", context);
        wiki.xwiki.saveDocument(page, context);
        context.setDoc(wiki.xwiki.getDocument(page.getDocumentReference(), context));
        assertTrue(contextual.hasAccess(Right.SCRIPT));
        assertFalse(contextual.hasAccess(Right.PROGRAM));
        // Who may not script may not change what runs as a script.
        assertFalse(authorization.hasAccess(Right.EDIT, TestWiki.user("Bob"), page.getDocumentReference()));
        assertTrue(authorization.hasAccess(Right.EDIT, TestWiki.user("Eve"), page.getDocumentReference()));
    }
}
