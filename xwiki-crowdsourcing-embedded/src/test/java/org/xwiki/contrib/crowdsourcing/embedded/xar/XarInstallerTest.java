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
package org.xwiki.contrib.crowdsourcing.embedded.xar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.contrib.crowdsourcing.embedded.store.TestWiki;
import org.xwiki.contrib.crowdsourcing.embedded.user.Passwords;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.classes.TextAreaClass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Checks that archives of pages are installed as XWiki installs them.
 *
 * @version $Id$
 */
class XarInstallerTest
{
    private static final LocalDocumentReference TYPE = new LocalDocumentReference("App", "ThingClass");

    private static final String CLASS_PAGE = """
        <xwikidoc version="1.6" reference="App.ThingClass" locale="">
          <web>App</web><name>ThingClass</name><language/><defaultLanguage/><translation>0</translation>
          <title>Thing</title><syntaxId>xwiki/2.1</syntaxId><hidden>true</hidden><content>The class</content>
          <class>
            <name>App.ThingClass</name>
            <text>
              <classType>com.xpn.xwiki.objects.classes.TextAreaClass</classType>
              <restricted>1</restricted><number>2</number><contenttype>FullyRenderedText</contenttype>
              <name>text</name><prettyName>Text</prettyName>
            </text>
            <kinds>
              <classType>com.xpn.xwiki.objects.classes.StaticListClass</classType>
              <multiSelect>1</multiSelect><relationalStorage>1</relationalStorage><separators>|</separators>
              <values>a=First|b</values><number>1</number><name>kinds</name>
              <validationRegExp>/^.+$/</validationRegExp>
            </kinds>
          </class>
        </xwikidoc>""";

    private static final String PAGE = """
        <xwikidoc version="1.6" reference="App.%s.WebHome" locale="%s">
          <web>App.%1$s</web><name>WebHome</name><language>%2$s</language><defaultLanguage>en</defaultLanguage>
          <title>%3$s</title><syntaxId>xwiki/2.1</syntaxId><hidden>false</hidden><content>Text</content>%4$s
        </xwikidoc>""";

    private static final String OBJECT = """
          <object>
            <name>App.One.WebHome</name><number>1</number><className>App.ThingClass</className>
            <guid>976dffe6-9b8b-5aa6-a420-26d1bdef7a7e</guid>
            <property><text>Some &lt;text&gt;</text></property>
            <property><kinds>%s</kinds></property>
          </object>""";

    @TempDir
    private Path data;

    @TempDir
    private Path archives;

    private TestWiki wiki;

    @BeforeEach
    void open() throws Exception
    {
        this.wiki = new TestWiki(this.data);
    }

    @AfterEach
    void close() throws Exception
    {
        this.wiki.close();
    }

    private static String page(String name, String locale, String title, String objects)
    {
        return String.format(PAGE, name, locale, title, objects);
    }

    private int install(Map<String, String> pages) throws Exception
    {
        Path xar = this.archives.resolve("app-1.0.xar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(xar))) {
            StringBuilder list = new StringBuilder("<package><infos/><files>");
            for (Map.Entry<String, String> page : pages.entrySet()) {
                write(zip, page.getKey(), page.getValue());
                list.append("<file>").append(page.getKey()).append("</file>");
            }
            write(zip, "package.xml", list.append("</files></package>").toString());
        }
        XWikiContext context = this.wiki.context();
        context.setUserReference(TestWiki.user("Admin"));
        return this.wiki.<XarInstaller>get(XarInstaller.class).install(xar);
    }

    private static void write(ZipOutputStream zip, String name, String content) throws IOException
    {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static Map<String, String> archive(String title)
    {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("App/One/WebHome.xml", page("One", "", title, String.format(OBJECT, "a|b")));
        pages.put("App/One/WebHome.es.xml", page("One", "es", "Uno", ""));
        pages.put("App/Two/WebHome.xml", page("Two", "", "Two", ""));
        pages.put("App/ThingClass.xml", CLASS_PAGE);
        return pages;
    }

    @Test
    void installsClassesObjectsAndTranslations() throws Exception
    {
        assertEquals(4, install(archive("One")));
        XWikiDocument type = this.wiki.page("App.ThingClass");
        assertTrue(type.isHidden());
        assertTrue(((TextAreaClass) type.getXClass().get("text")).isRestricted());
        assertEquals(List.of("kinds", "text"),
            type.getXClass().getEnabledProperties().stream().map(property -> property.getName()).toList());
        XWikiDocument one = this.wiki.page("App.One.WebHome");
        assertEquals("One", one.getTitle());
        assertEquals(TestWiki.user("Admin"), one.getAuthorReference());
        assertEquals(TestWiki.user("Admin"), one.getContentAuthorReference());
        assertNull(one.getXObject(TYPE, 0));
        BaseObject object = one.getXObject(TYPE, 1);
        assertEquals("Some <text>", object.getLargeStringValue("text"));
        assertEquals(List.of("a", "b"), object.getListValue("kinds"));
        assertEquals("976dffe6-9b8b-5aa6-a420-26d1bdef7a7e", object.getGuid());
        assertEquals("Uno", one.getTranslatedDocument(new Locale("es"), this.wiki.context()).getTitle());
    }

    @Test
    void keepsWhatAUserChangedUntilTheArchiveChangesThatPage() throws Exception
    {
        install(archive("One"));
        assertEquals(0, install(archive("One")));
        for (String name : List.of("One", "Two")) {
            XWikiDocument page = this.wiki.page("App." + name + ".WebHome");
            page.setTitle("Changed by a user");
            this.wiki.save(page);
        }
        assertEquals(1, install(archive("One, second edition")));
        assertEquals("One, second edition", this.wiki.page("App.One.WebHome").getTitle());
        assertEquals("Changed by a user", this.wiki.page("App.Two.WebHome").getTitle());
    }

    @Test
    void anObjectThatTheArchiveDroppedIsRemoved() throws Exception
    {
        install(archive("One"));
        Map<String, String> pages = archive("One");
        pages.put("App/One/WebHome.xml", page("One", "", "One", ""));
        install(pages);
        assertEquals(0, this.wiki.page("App.One.WebHome").getXObjectSize(TYPE));
    }

    @Test
    void refusesWhatItCannotKeep() throws Exception
    {
        assertThrows(XWikiException.class, () -> install(Map.of("App/One/WebHome.xml",
            page("One", "", "One", "<attachment><filename>a.png</filename></attachment>"))));
        assertThrows(XWikiException.class, () -> install(Map.of("App/ThingClass.xml",
            CLASS_PAGE.replace("TextAreaClass", "ComputedFieldClass"))));
        assertThrows(XWikiException.class, () -> install(Map.of("App/One/WebHome.xml",
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + page("One", "", "&e;", ""))));
        assertTrue(this.wiki.page("App.One.WebHome").isNew());
    }

    @Test
    void aPageSurvivesItsXml() throws Exception
    {
        install(archive("One"));
        XWikiDocument one = this.wiki.page("App.One.WebHome");
        one.getXObject(TYPE, 1).setLargeStringValue("text", "]]> & \u0001\n\ttab 😀");
        XWikiDocument copy = new XWikiDocument(one.getDocumentReference());
        new PageXml(PageXml.write(one)).read(copy, reference -> this.wiki.xclass(reference));
        assertEquals("]]> & \n\ttab 😀", copy.getXObject(TYPE, 1).getLargeStringValue("text"));
        assertEquals(one.getXObject(TYPE, 1).getListValue("kinds"), copy.getXObject(TYPE, 1).getListValue("kinds"));
        assertEquals(one.getTitle(), copy.getTitle());
    }

    @Test
    void thereIsAWikiFromTheStart() throws Exception
    {
        assertFalse(this.wiki.page("Main.WebHome").isNew());
        Passwords passwords = this.wiki.get(Passwords.class);
        assertEquals(TestWiki.user("Admin"), passwords.authenticate("Admin", "admin"));
        assertEquals(TestWiki.user("Admin"), passwords.authenticate("XWiki.Admin", "admin"));
        assertNull(passwords.authenticate("Admin", "Admin"));
        assertNull(passwords.authenticate("Nobody", "admin"));
        assertNull(passwords.authenticate("Main.WebHome", ""));
        assertNull(passwords.authenticate(null, null));
        String stored = this.wiki.page("XWiki.Admin").getXObject(new LocalDocumentReference("XWiki", "XWikiUsers"))
            .getStringValue("password");
        assertTrue(stored.matches("hash:SHA-512:[0-9a-f]{64}:[0-9a-f]{128}"), stored);
        this.wiki.context().setUserReference(TestWiki.user("Admin"));
        passwords.set("Admin", "other");
        assertNull(passwords.authenticate("Admin", "admin"));
        assertNotNull(passwords.authenticate("Admin", "other"));
    }
}
