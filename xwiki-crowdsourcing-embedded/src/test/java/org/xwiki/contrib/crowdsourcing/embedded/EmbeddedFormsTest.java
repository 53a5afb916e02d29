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

import org.junit.jupiter.api.Test;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.ObservationManager;
import org.xwiki.observation.event.CancelableEvent;
import org.xwiki.observation.event.Event;

import com.xpn.xwiki.doc.XWikiDocument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Sends the forms of a wiki, as browsers do.
 *
 * @version $Id$
 * @since 1.0
 */
class EmbeddedFormsTest extends AbstractEmbeddedWikiTest
{
    private static XWikiDocument load(String name) throws Exception
    {
        return as(ADMIN, () -> context().getWiki().getDocument(name, context()));
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
}
