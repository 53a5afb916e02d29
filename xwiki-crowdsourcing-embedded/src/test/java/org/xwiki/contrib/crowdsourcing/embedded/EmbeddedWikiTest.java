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
package org.xwiki.contrib.crowdsourcing.embedded;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import javax.inject.Provider;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.CancelableEvent;
import org.xwiki.observation.event.Event;
import org.xwiki.rendering.syntax.Syntax;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.PropertyClass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Uses a wiki as browsers do.
 *
 * @version $Id$
 * @since 1.0
 */
class EmbeddedWikiTest
{
    private static final String ADMIN = "XWiki.Admin";

    private static final LocalDocumentReference THING = new LocalDocumentReference("Lab", "ThingClass");

    private static final String SECRET = "Only for \"administrators\" & friends";

    @TempDir
    private static Path data;

    private static EmbeddedWiki wiki;

    @BeforeAll
    static void start() throws Exception
    {
        wiki = EmbeddedWiki.start(new EmbeddedWikiConfiguration().data(data).password("Admin", "secret"));
        page("Lab.WebHome", "Laboratory", "Hello **world**. [[Missing>>Lab.Nowhere]] [[Here>>Lab.WebHome]]");
        page("Lab.Secret.WebHome", SECRET, "Nobody sees this pineapple.");
        right("Lab.Secret.WebPreferences", "XWiki.XWikiGlobalRights", "view", "XWiki.XWikiAdminGroup");
        page("Lab.Script", "Sum", "{{velocity}}#set ($sum = 40 + 2)Sum: $sum of $doc.fullName{{/velocity}}");
        page("Lab.Hidden", "Hidden thing", "A pineapple nobody looks for.", document -> document.setHidden(true));
        page("Lab.Fruit", "Pineapple <b>", "It grows.");
        page("Lab.Included", "Included", "{{velocity}}Included into $doc.fullName{{/velocity}}");
        page("Lab.Including", "Including", "{{include reference=\"Lab.Included\"/}}");
        page("Lab.Displaying", "Displaying", "{{display reference=\"Lab.Included\"/}}");
        page("Lab.Loop", "Loop", "{{include reference=\"Lab.Loop\"/}}");
        page("Lab.Boxes", "Boxes", "{{info}}Take note{{/info}} [[image:none.png]] [[attach:none.txt]]");
        page("Lab.Words", "Words", "{{translation key=\"embedded.menu.delete\"/}}");
        page("Lab.ThingClass", "", "", EmbeddedWikiTest::addClass);
        page("Lab.ThingSheet", "", "{{velocity}}$!doc.display('size') / $!doc.display('count') / $!doc.display('note') / action $xcontext.action"
            + "#foreach ($e in $!xcontext.validationStatus.errors) [$e] #end{{/velocity}}");
        page("Lab.ThingTemplate", "", "", document -> addThing(document, "7", "From the template"));
        page("Lab.ThingTemplateProvider", "", "", EmbeddedWikiTest::addProvider);
        page("Lab.Thing", "A thing", "", document -> addThing(document, "5", "{{velocity}}evil{{/velocity}}"));
        page("Lab.ApplicationEntry", "", "", EmbeddedWikiTest::addApplication);
    }

    @AfterAll
    static void stop() throws Exception
    {
        wiki.close();
    }

    private static XWikiContext context() throws Exception
    {
        Provider<XWikiContext> provider = wiki.getComponentManager().getInstance(XWikiContext.TYPE_PROVIDER);
        return provider.get();
    }

    private interface Change
    {
        void apply(XWikiDocument document) throws Exception;
    }

    private static void page(String name, String title, String content, Change... changes) throws Exception
    {
        as(ADMIN, () -> {
            XWikiContext context = context();
            XWikiDocument document = context.getWiki().getDocument(name, context).clone();
            document.setTitle(title);
            document.setContent(content);
            document.setSyntax(Syntax.XWIKI_2_1);
            document.setAuthorReference(context.getUserReference());
            document.setContentAuthorReference(context.getUserReference());
            document.setCreatorReference(context.getUserReference());
            for (Change change : changes) {
                change.apply(document);
            }
            context.getWiki().saveDocument(document, "made for a test", context);
            return null;
        });
    }

    private static <T> T as(String user, Callable<T> callable) throws Exception
    {
        return wiki.execute(user, callable);
    }

    private static XWikiDocument load(String name) throws Exception
    {
        return as(ADMIN, () -> context().getWiki().getDocument(name, context()));
    }

    private static void right(String page, String type, String level, String group) throws Exception
    {
        page(page, "", "", document -> {
            BaseObject object = document.newXObject(new LocalDocumentReference("XWiki", type.substring(6)), context());
            object.setLargeStringValue("groups", group);
            object.setStringValue("levels", level);
            object.setIntValue("allow", 1);
        });
    }

    private static void addClass(XWikiDocument document) throws Exception
    {
        BaseClass type = document.getXClass();
        type.addTextField("size", "Size", 30);
        ((PropertyClass) type.get("size")).setStringValue("validationRegExp", "/^\\d*$/");
        ((PropertyClass) type.get("size")).setStringValue("validationMessage",
            "The size is a number.");
        type.addNumberField("count", "Count", 5, "integer");
        type.addTextAreaField("note", "Note", 40, 5);
        ((PropertyClass) type.get("note")).setIntValue("restricted", 1);
        BaseObject binding =
            document.newXObject(new LocalDocumentReference("XWiki", "ClassSheetBinding"), context());
        binding.setStringValue("sheet", "Lab.ThingSheet");
    }

    private static void addThing(XWikiDocument document, String size, String note) throws Exception
    {
        BaseObject object = document.newXObject(THING, context());
        object.setStringValue("size", size);
        object.setLargeStringValue("note", note);
    }

    private static void addProvider(XWikiDocument document) throws Exception
    {
        BaseObject object =
            document.newXObject(new LocalDocumentReference("XWiki", "TemplateProviderClass"), context());
        object.setStringValue("name", "A <thing>");
        object.setStringValue("template", "Lab.ThingTemplate");
        object.setIntValue("terminal", 1);
    }

    private static void addApplication(XWikiDocument document) throws Exception
    {
        BaseObject object = document.newXObject(new LocalDocumentReference("XWiki", "UIExtensionClass"), context());
        object.setStringValue("name", "lab.application");
        object.setStringValue("extensionPointId", "org.xwiki.platform.panels.Applications");
        object.setLargeStringValue("parameters", "label=Lab $xcontext.action & more\ntarget=Lab.WebHome\nicon=icon:star");
        object.setStringValue("scope", "wiki");
    }

    private static Visitor guest()
    {
        return new Visitor(wiki.getURL());
    }

    private static Visitor admin() throws Exception
    {
        Visitor result = guest();
        assertEquals(303, result.logIn("Admin", "secret").statusCode());
        return result;
    }

    private static String edit(Visitor visitor, String path) throws Exception
    {
        HttpResponse<String> response = visitor.get(path);
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }

    @Test
    void showsAPage() throws Exception
    {
        HttpResponse<String> response = guest().get("/bin/view/Lab/");
        assertEquals(200, response.statusCode(), response.body());
        String html = response.body();
        assertTrue(html.contains("<h1>Laboratory</h1>"), html);
        assertTrue(html.contains("Hello <strong>world</strong>."), html);
        assertTrue(html.contains("<html lang=\"en\" dir=\"ltr\">"), html);
        assertTrue(html.contains("class=\"wikicreatelink\""), html);
        assertTrue(html.contains("href=\"/xwiki/bin/view/Lab/\""), html);
        assertTrue(html.contains("Lab view &#38; more") || html.contains("Lab view &amp; more"), html);
        assertEquals("text/html;charset=utf-8", response.headers().firstValue("Content-Type").orElse("").toLowerCase());
        assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("frame-ancestors 'self'",
            response.headers().firstValue("Content-Security-Policy").orElse(""));
    }

    @Test
    void leadsToTheHomePage() throws Exception
    {
        for (String path : List.of("", "/", "/bin/")) {
            assertEquals("/xwiki/bin/view/Main/",
                guest().get(path).headers().firstValue("Location").orElse(""), path);
        }
        assertEquals(200, guest().get("/bin/view/Main/").statusCode());
        assertEquals("/xwiki/bin/view/Lab/", guest().get("/bin/view/Lab").headers().firstValue("Location").orElse(
            "/xwiki/bin/view/Lab/"));
    }

    @Test
    void tellsWhatIsMissing() throws Exception
    {
        HttpResponse<String> response = guest().get("/bin/view/Lab/No%3Cscript%3E");
        assertEquals(404, response.statusCode());
        assertTrue(response.body().contains("No&#60;script&#62;") || response.body().contains("No&lt;script&gt;"),
            response.body());
        assertFalse(response.body().contains("<script>"), response.body());
        assertFalse(response.body().contains("/bin/create/"), "A guest was offered to create a page");
        assertTrue(admin().get("/bin/view/Lab/Nothing").body().contains("/bin/create/Lab/Nothing/WebHome"));
        assertEquals(404, guest().get("/bin/fly/Lab/").statusCode());
        assertEquals(404, guest().get("/nothing").statusCode());
        assertEquals(404, guest().get("/bin/view/Lab/?rev=77.1").statusCode());
        assertEquals(404, guest().get("/webjars/bootstrap/3.4.1/css/none.css").statusCode());
    }

    @Test
    void servesWebjars() throws Exception
    {
        HttpResponse<String> response = guest().get("/webjars/bootstrap/3.4.1/css/bootstrap.min.css");
        assertEquals(200, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Type").orElse("").startsWith("text/css"));
        assertEquals(200, guest().get("/webjars/embedded/skin.css").statusCode());
    }

    @Test
    void logsInAndOut() throws Exception
    {
        Visitor visitor = guest();
        HttpResponse<String> wrong = visitor.logIn("Admin\"><script>", "nonsense");
        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.body().contains("Admin&#34;&#62;&#60;script&#62;"), wrong.body());
        assertTrue(wrong.body().contains("role=\"alert\""));
        assertFalse(wrong.body().contains("nonsense"));

        HttpResponse<String> right = visitor.logIn("Admin", "secret", "xredirect", "/xwiki/bin/view/Lab/");
        assertEquals("/xwiki/bin/view/Lab/", right.headers().firstValue("Location").orElse(""));
        String cookie = String.join("\n", right.headers().allValues("Set-Cookie"));
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        HttpResponse<String> page = visitor.get("/bin/view/Lab/");
        assertTrue(page.body().contains("/bin/edit/Lab/WebHome"), page.body());
        assertEquals("no-store", page.headers().firstValue("Cache-Control").orElse(""));

        String token = visitor.token();
        assertEquals(403, visitor.post("/bin/logout/XWiki/XWikiLogout", "form_token", "wrong").statusCode());
        assertEquals(303, visitor.post("/bin/logout/XWiki/XWikiLogout", "form_token", token).statusCode());
        assertFalse(visitor.get("/bin/view/Lab/").body().contains("/bin/edit/Lab/WebHome"));
    }

    @Test
    void neverLeadsToAnotherSite() throws Exception
    {
        for (String target : List.of("http://evil.example/", "//evil.example", "/\\evil.example",
            "/xwiki/\\..\\evil", "javascript:alert(1)")) {
            assertEquals("/xwiki/bin/view/Main/", guest().logIn("Admin", "secret", "xredirect", target).headers()
                .firstValue("Location").orElse(""), target);
        }
    }

    @Test
    void remembersWhoAskedForIt() throws Exception
    {
        Visitor visitor = guest();
        visitor.logIn("Admin", "secret", "j_rememberme", "true");
        visitor.closeBrowser();
        assertTrue(visitor.get("/bin/view/Lab/").body().contains("/bin/edit/Lab/WebHome"));
        Visitor other = admin();
        other.closeBrowser();
        assertFalse(other.get("/bin/view/Lab/").body().contains("/bin/edit/Lab/WebHome"));
        assertFalse(guest().get("/bin/view/Lab/", "Cookie", "remember=WFdpa2kuQWRtaW5-OTk5OTk5OTk5OQ.AAAA").body()
            .contains("/bin/edit/Lab/WebHome"));
    }

    @Test
    void guestsMayNotChangeAnything() throws Exception
    {
        HttpResponse<String> response = guest().get("/bin/edit/Lab/WebHome?editor=wiki");
        assertEquals(303, response.statusCode());
        assertTrue(response.headers().firstValue("Location").orElse("").startsWith("/xwiki/bin/login/"));
        Visitor visitor = guest();
        String token = Visitor.token(visitor.get("/bin/login/XWiki/XWikiLogin").body());
        HttpResponse<String> save =
            visitor.post("/bin/save/Lab/WebHome", "form_token", token, "content", "changed by a guest");
        assertEquals(401, save.statusCode());
        assertFalse(load("Lab.WebHome").getContent().contains("guest"));
    }

    @Test
    void keepsSecrets() throws Exception
    {
        assertEquals(303, guest().get("/bin/view/Lab/Secret/").statusCode());
        assertEquals(303, guest().get("/bin/get/Lab/Secret/WebHome").statusCode());
        assertEquals(303, guest().get("/bin/view/Lab/Secret/?viewer=history").statusCode());
        assertEquals(200, admin().get("/bin/view/Lab/Secret/").statusCode());
    }

    @Test
    void searchesWhatOneMaySee() throws Exception
    {
        String found = guest().get("/bin/view/Main/Search?text=PINEapple").body();
        assertTrue(found.contains("/bin/view/Lab/Fruit"), found);
        assertTrue(found.contains("Pineapple &#60;b&#62;") || found.contains("Pineapple &lt;b&gt;"), found);
        assertFalse(found.contains("/bin/view/Lab/Secret/"), found);
        assertFalse(found.contains("/bin/view/Lab/Hidden"), found);
        assertTrue(admin().get("/bin/view/Main/Search?text=pineapple").body().contains("/bin/view/Lab/Secret/"));
        assertTrue(guest().get("/bin/view/Main/Search?text=From+the+template").body().contains("Lab/ThingTemplate"));
        for (String text : List.of("%25", "_", "'%20or%20'1'='1", "!", "%00", "%F0%9F%8D%8D")) {
            HttpResponse<String> response = guest().get("/bin/view/Main/Search?text=" + text);
            assertEquals(200, response.statusCode());
            assertFalse(response.body().contains("/bin/view/Lab/Fruit"), text);
        }
    }

    @Test
    void savesOnlyFormsOfItsOwn() throws Exception
    {
        page("Lab.Guarded", "Guarded", "before");
        Visitor visitor = admin();
        assertEquals(403, visitor.post("/bin/save/Lab/Guarded", "content", "after").statusCode());
        String foreign = Visitor.token(guest().get("/bin/login/XWiki/XWikiLogin").body());
        HttpResponse<String> response =
            visitor.post("/bin/save/Lab/Guarded", "content", "after", "form_token", foreign);
        assertEquals(403, response.statusCode());
        assertTrue(response.body().contains("nothing was saved"), response.body());
        assertEquals(405, visitor.get("/bin/save/Lab/Guarded?content=after").statusCode());
        assertEquals("before", load("Lab.Guarded").getContent());
    }

    @Test
    void savesText() throws Exception
    {
        page("Lab.Text", "Text", "before");
        Visitor visitor = admin();
        String form = edit(visitor, "/bin/edit/Lab/Text?editor=wiki");
        assertTrue(form.contains("before</textarea>"), form);
        HttpResponse<String> response = visitor.post("/bin/save/Lab/Text", "form_token", Visitor.token(form), "title",
            "New <title>", "content", "after\r\nsecond line", "comment", "because", "previousVersion",
            load("Lab.Text").getVersion());
        assertEquals("/xwiki/bin/view/Lab/Text", response.headers().firstValue("Location").orElse(response.body()));
        assertEquals("after\nsecond line", load("Lab.Text").getContent());
        assertEquals("Admin", load("Lab.Text").getAuthorReference().getName());
        String history = visitor.get("/bin/view/Lab/Text?viewer=history").body();
        assertTrue(history.contains("because") && history.contains("made for a test"), history);
        assertTrue(history.contains("New &#60;title>") || history.contains("New &#60;title&#62;")
            || history.contains("New &lt;title&gt;") || history.contains("New &lt;title>"), history);
        assertTrue(visitor.get("/bin/view/Lab/Text?rev=1.1").body().contains("before"));
    }

    @Test
    void tellsWhenSomebodyElseSavedMeanwhile() throws Exception
    {
        page("Lab.Busy", "Busy", "one");
        Visitor visitor = admin();
        String version = load("Lab.Busy").getVersion();
        page("Lab.Busy", "Busy", "two");
        String[] fields = {"form_token", visitor.token(), "content", "three", "previousVersion", version, "editor",
            "wiki"};
        HttpResponse<String> response = visitor.post("/bin/save/Lab/Busy", fields);
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("Somebody else"), response.body());
        assertTrue(response.body().contains("three</textarea>"), response.body());
        assertEquals("two", load("Lab.Busy").getContent());
    }

    @Test
    void showsAThingThroughItsSheet() throws Exception
    {
        String html = guest().get("/bin/view/Lab/Thing").body();
        assertTrue(html.contains("action view"), html);
        assertTrue(html.contains("5"), html);
        // The text of the thing is restricted: no script of anybody runs in it.
        assertTrue(html.contains("xwikirenderingerror"), html);
        assertFalse(html.contains(">evil<"), html);
        String form = edit(admin(), "/bin/edit/Lab/Thing");
        assertTrue(form.contains("action edit"), form);
        assertTrue(form.contains("name=\"Lab.ThingClass_0_size\""), form);
        assertTrue(form.contains("<textarea"), form);
    }

    @Test
    void keepsWhatWasTypedWhenItIsNotValid() throws Exception
    {
        page("Lab.Invalid", "Invalid", "", document -> addThing(document, "1", "old"));
        Visitor visitor = admin();
        String token = visitor.token();
        HttpResponse<String> response = visitor.post("/bin/save/Lab/Invalid", "form_token", token, "xvalidate", "1",
            "Lab.ThingClass_0_size", "huge\"<", "Lab.ThingClass_0_note", "typed </textarea> text", "editor", "inline");
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().contains("huge&#34;&#60;"), response.body());
        assertTrue(response.body().contains("typed &#60;/textarea"), response.body());
        assertTrue(response.body().contains("The size is a number."), response.body());
        assertEquals("1", load("Lab.Invalid").getXObject(THING).getStringValue("size"));

        response = visitor.post("/bin/save/Lab/Invalid", "form_token", token, "xvalidate", "1", "editor", "inline",
            "Lab.ThingClass_0_count", "a while", "Lab.ThingClass_0_note", "with\u0001control");
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().contains("value=\"a while\""), response.body());
        assertTrue(response.body().contains("<li>Count: "), response.body());
        assertTrue(response.body().contains("<li>Note: "), response.body());
        assertTrue(response.body().contains("withcontrol"), response.body());
        assertEquals("old", load("Lab.Invalid").getXObject(THING).getLargeStringValue("note"));

        response = visitor.post("/bin/save/Lab/Invalid", "form_token", token, "xvalidate", "1",
            "Lab.ThingClass_0_size", "12", "Lab.ThingClass_0_note", "new");
        assertEquals(303, response.statusCode(), response.body());
        assertEquals("12", load("Lab.Invalid").getXObject(THING).getStringValue("size"));
        assertEquals("new", load("Lab.Invalid").getXObject(THING).getLargeStringValue("note"));
    }

    @Test
    void addsAndDeletesObjects() throws Exception
    {
        page("Lab.Many", "Many", "", document -> addThing(document, "1", "first"));
        Visitor visitor = admin();
        // No name of a policy that XWiki knows, so nothing is added.
        visitor.post("/bin/save/Lab/Many", "form_token", visitor.token(), "objectPolicy", "update_or_create",
            "Lab.ThingClass_3_size", "32");
        assertNull(load("Lab.Many").getXObject(load("Lab.Many").getXObject(THING).getXClassReference(), 3));
        HttpResponse<String> response = visitor.post("/bin/save/Lab/Many", "form_token", visitor.token(),
            "objectPolicy", "updateOrCreate", "Lab.ThingClass_3_size", "33", "deletedObjects", "Lab.ThingClass_0");
        assertEquals(303, response.statusCode(), response.body());
        XWikiDocument document = load("Lab.Many");
        assertEquals("33", document.getXObject(document.getXObject(THING).getXClassReference(), 3)
            .getStringValue("size"));
        assertEquals(3, document.getXObject(THING).getNumber());
    }

    @Test
    void refusesControlCharactersAndTooMuch() throws Exception
    {
        page("Lab.Limits", "Limits", "before");
        Visitor visitor = admin();
        String token = visitor.token();
        HttpResponse<String> response = visitor.post("/bin/save/Lab/Limits", "form_token", token, "content",
            "after\u0000\u0007", "editor", "wiki");
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("after</textarea>"), response.body());
        response = visitor.post("/bin/save/Lab/Limits", "form_token", token, "title", "x".repeat(2000));
        assertEquals(200, response.statusCode());
        response = refuseLarge(visitor, token);
        assertEquals(413, response.statusCode());
        assertTrue(response.body().contains("too large"), response.body());
        assertEquals("before", load("Lab.Limits").getContent());
        response = visitor.post("/bin/save/Lab/Limits", "form_token", token, "content", "x".repeat(1_000_000));
        assertEquals(303, response.statusCode());
    }

    /** Who is refused while still sending may find the connection closed before the answer is read. */
    private HttpResponse<String> refuseLarge(Visitor visitor, String token) throws Exception
    {
        IOException closed = null;
        for (int attempt = 0; attempt < 10; attempt++) {
            try {
                return visitor.post("/bin/save/Lab/Limits", "form_token", token, "content", "x".repeat(5_000_000));
            } catch (IOException e) {
                closed = e;
            }
        }
        throw closed;
    }

    @Test
    void showsWhyAnExtensionRefuses() throws Exception
    {
        page("Lab.Frozen", "Frozen", "before");
        ObservationManager observation = wiki.getComponentManager().getInstance(ObservationManager.class);
        observation.addListener(new AbstractEventListener("test.frozen", new DocumentUpdatingEvent())
        {
            @Override
            public void onEvent(Event event, Object source, Object data)
            {
                if ("Frozen".equals(((XWikiDocument) source).getDocumentReference().getName())) {
                    ((CancelableEvent) event).cancel("The page is <frozen>.");
                }
            }
        });
        Visitor visitor = admin();
        HttpResponse<String> response = visitor.post("/bin/save/Lab/Frozen", "form_token", visitor.token(), "content",
            "typed for nothing", "editor", "wiki");
        observation.removeListener("test.frozen");
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("The page is &#60;frozen&#62;."), response.body());
        assertTrue(response.body().contains("typed for nothing</textarea>"), response.body());
        assertEquals("before", load("Lab.Frozen").getContent());
    }

    @Test
    void createsAPageFromATemplate() throws Exception
    {
        Visitor visitor = admin();
        String dialog = edit(visitor, "/bin/create/Lab/WebHome");
        assertTrue(dialog.contains("value=\"Lab.ThingTemplateProvider\""), dialog);
        assertTrue(dialog.contains("A &#60;thing&#62;"), dialog);
        assertEquals(303, guest().get("/bin/create/Lab/WebHome").statusCode());

        String title = "Dots. colons: slashes/ \"quotes\" \uD83C\uDF4D \u0645\u0631\u062D\u0628\u0627 "
            + "x".repeat(200);
        HttpResponse<String> response = visitor.post("/bin/create/Lab/WebHome", "form_token", visitor.token(),
            "title", title, "spaceReference", "Lab", "templateprovider", "Lab.ThingTemplateProvider");
        String location = response.headers().firstValue("Location").orElse(response.body());
        assertTrue(location.startsWith("/xwiki/bin/edit/Lab/Dots.%20colons%3A"), location);
        String form = edit(visitor, location.substring(6));
        assertTrue(form.contains("From the template"), form);
        assertTrue(form.contains("name=\"template\" value=\"Lab.ThingTemplate\""), form);
        String action = location.substring(6, location.indexOf('?')).replace("/edit/", "/save/");
        response = visitor.post(action, "form_token", Visitor.token(form), "title", title, "template",
            "Lab.ThingTemplate", "parent", "Lab.WebHome", "Lab.ThingClass_0_size", "8", "xvalidate", "1");
        assertEquals(303, response.statusCode(), response.body());
        String created = response.headers().firstValue("Location").orElse("").substring(6);
        String html = edit(visitor, created);
        assertTrue(html.contains("\u0645\u0631\u062D\u0628\u0627") && html.contains("\uD83C\uDF4D"), html);
        assertTrue(html.contains("From the template"), html);

        response = visitor.post("/bin/create/Lab/WebHome", "form_token", visitor.token(), "title", title,
            "spaceReference", "Lab", "templateprovider", "Lab.ThingTemplateProvider");
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("already a page"), response.body());
    }

    @Test
    void deletesAPage() throws Exception
    {
        page("Lab.Old", "Old", "gone soon");
        Visitor visitor = admin();
        assertTrue(edit(visitor, "/bin/delete/Lab/Old").contains("Do you really want"));
        assertEquals(403, visitor.post("/bin/delete/Lab/Old", "form_token", "wrong").statusCode());
        assertEquals(200, visitor.get("/bin/view/Lab/Old").statusCode());
        assertEquals(200, visitor.post("/bin/delete/Lab/Old", "form_token", visitor.token()).statusCode());
        assertEquals(404, visitor.get("/bin/view/Lab/Old").statusCode());
    }

    @Test
    void runsScriptsOfThoseWhoMay() throws Exception
    {
        assertTrue(guest().get("/bin/view/Lab/Script").body().contains("Sum: 42 of Lab.Script"));
        assertTrue(guest().get("/bin/view/Lab/Including").body().contains("Included into Lab.Including"));
        assertTrue(guest().get("/bin/view/Lab/Displaying").body().contains("Included into Lab.Included"));
        assertTrue(guest().get("/bin/view/Lab/Loop").body().contains("recursive"));
        String boxes = guest().get("/bin/view/Lab/Boxes").body();
        assertTrue(boxes.contains("Take note"), boxes);
        assertFalse(boxes.contains("xwikirenderingerror"), boxes);
        // Somebody without the right to write scripts.
        page("Lab.Foreign", "$xcontext.user", "{{velocity}}Sum: $xcontext.user{{/velocity}}", document -> {
            DocumentReference nobody = new DocumentReference("xwiki", "XWiki", "Nobody");
            document.setAuthorReference(nobody);
            document.setContentAuthorReference(nobody);
        });
        String html = guest().get("/bin/view/Lab/Foreign").body();
        assertTrue(html.contains("is not allowed"), html);
        assertTrue(html.contains("<h1>$xcontext.user</h1>"), html);
    }

    @Test
    void speaksTheLanguageOfTheReader() throws Exception
    {
        assertTrue(guest().get("/bin/view/Lab/Words").body().contains("Delete"));
        String spanish = guest().get("/bin/view/Lab/Words", "Accept-Language", "es-MX,es;q=0.9").body();
        assertTrue(spanish.contains("Eliminar") && spanish.contains("<html lang=\"es\""), spanish);
        Visitor visitor = guest();
        assertTrue(visitor.get("/bin/view/Lab/Words?language=es").body().contains("Eliminar"));
        assertTrue(visitor.get("/bin/view/Lab/Words").body().contains("Eliminar"));
        assertTrue(guest().get("/bin/view/Lab/Words?language=%22%3E%3Cscript%3E").body().contains("Delete"));
    }

    @Test
    void takesTemplatesFromTheDataDirectory() throws Exception
    {
        Path override = data.resolve("templates/embedded/missing.vm");
        Files.createDirectories(override.getParent());
        Files.writeString(override, "##!privileged=false\nOverridden for $escapetool.xml($page.fullName)");
        try {
            assertTrue(guest().get("/bin/view/Lab/Gone").body().contains("Overridden for Lab.Gone"));
        } finally {
            Files.delete(override);
        }
    }

    @Test
    void takesNonsenseForNonsense() throws Exception
    {
        Visitor visitor = admin();
        String token = visitor.token();
        String nonsense = "..::x:.";
        assertEquals(200, visitor.get("/bin/view/Lab/?sheet=..::x:.").statusCode());
        assertEquals(404, visitor.get("/bin/view/Lab/?rev=abc").statusCode());
        assertEquals(400, visitor.get("/bin/edit/Lab/Nonsense?template=..::x:.").statusCode());
        assertEquals(400, visitor.get("/bin/create/Lab/WebHome?spaceReference=x:Lab").statusCode());
        assertEquals(400, visitor.post("/bin/save/Lab/Nonsense", "form_token", token, "parent", nonsense)
            .statusCode());
        assertEquals(303, visitor.post("/bin/save/Lab/Odd", "form_token", token, "..::x_0_y", "1", "objectPolicy",
            "updateOrCreate", "deletedObjects", "_7").statusCode());
        assertEquals(401, guest().logIn(nonsense, nonsense).statusCode());
        assertEquals(415, visitor.postMultipart("/bin/save/Lab/Nonsense").statusCode());
        assertEquals(404, visitor.get("/bin/view/A%2Fb/%2E%2E/C%5Cd").statusCode());
        assertEquals(404, visitor.get("/bin/view/Lab/Nonsense").statusCode());
    }

    @Test
    void refusesASecondWikiOnThePort()
    {
        int port = Integer.parseInt(wiki.getURL().replaceAll("\\D+$", "").replaceAll(".*:", "").replaceAll("/.*", ""));
        Exception failure = assertThrows(Exception.class,
            () -> EmbeddedWiki.start(new EmbeddedWikiConfiguration().port(port).data(data.resolve("other"))));
        assertNotEquals(null, failure.getMessage());
    }
}
