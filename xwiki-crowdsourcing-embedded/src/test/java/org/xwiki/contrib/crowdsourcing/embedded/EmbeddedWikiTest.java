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

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Reads the pages of a wiki and logs in, as browsers do.
 *
 * @version $Id$
 * @since 1.0
 */
class EmbeddedWikiTest extends AbstractEmbeddedWikiTest
{
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
