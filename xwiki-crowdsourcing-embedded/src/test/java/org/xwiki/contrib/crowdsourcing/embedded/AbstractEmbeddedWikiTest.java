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
import java.nio.file.Path;
import java.util.concurrent.Callable;

import javax.inject.Provider;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.rendering.syntax.Syntax;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.PropertyClass;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A wiki with a few pages, and browsers that use it.
 *
 * @version $Id$
 * @since 1.0
 */
abstract class AbstractEmbeddedWikiTest
{
    protected static final String ADMIN = "XWiki.Admin";

    protected static final LocalDocumentReference THING = new LocalDocumentReference("Lab", "ThingClass");

    protected static final String SECRET = "Only for \"administrators\" & friends";

    @TempDir
    protected static Path data;

    protected static EmbeddedWiki wiki;

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
        page("Lab.ThingClass", "", "", AbstractEmbeddedWikiTest::addClass);
        page("Lab.ThingSheet", "", "{{velocity}}$!doc.display('size') / $!doc.display('count') / $!doc.display('note') / action $xcontext.action"
            + "#foreach ($e in $!xcontext.validationStatus.errors) [$e] #end{{/velocity}}");
        page("Lab.ThingTemplate", "", "", document -> addThing(document, "7", "From the template"));
        page("Lab.ThingTemplateProvider", "", "", AbstractEmbeddedWikiTest::addProvider);
        page("Lab.Thing", "A thing", "", document -> addThing(document, "5", "{{velocity}}evil{{/velocity}}"));
        page("Lab.ApplicationEntry", "", "", AbstractEmbeddedWikiTest::addApplication);
    }

    @AfterAll
    static void stop() throws Exception
    {
        wiki.close();
    }

    protected static XWikiContext context() throws Exception
    {
        Provider<XWikiContext> provider = wiki.getComponentManager().getInstance(XWikiContext.TYPE_PROVIDER);
        return provider.get();
    }

    protected interface Change
    {
        void apply(XWikiDocument document) throws Exception;
    }

    protected static void page(String name, String title, String content, Change... changes) throws Exception
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

    protected static <T> T as(String user, Callable<T> callable) throws Exception
    {
        return wiki.execute(user, callable);
    }

    protected static void right(String page, String type, String level, String group) throws Exception
    {
        page(page, "", "", document -> {
            BaseObject object = document.newXObject(new LocalDocumentReference("XWiki", type.substring(6)), context());
            object.setLargeStringValue("groups", group);
            object.setStringValue("levels", level);
            object.setIntValue("allow", 1);
        });
    }

    protected static void addClass(XWikiDocument document) throws Exception
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

    protected static void addThing(XWikiDocument document, String size, String note) throws Exception
    {
        BaseObject object = document.newXObject(THING, context());
        object.setStringValue("size", size);
        object.setLargeStringValue("note", note);
    }

    protected static void addProvider(XWikiDocument document) throws Exception
    {
        BaseObject object =
            document.newXObject(new LocalDocumentReference("XWiki", "TemplateProviderClass"), context());
        object.setStringValue("name", "A <thing>");
        object.setStringValue("template", "Lab.ThingTemplate");
        object.setIntValue("terminal", 1);
    }

    protected static void addApplication(XWikiDocument document) throws Exception
    {
        BaseObject object = document.newXObject(new LocalDocumentReference("XWiki", "UIExtensionClass"), context());
        object.setStringValue("name", "lab.application");
        object.setStringValue("extensionPointId", "org.xwiki.platform.panels.Applications");
        object.setLargeStringValue("parameters", "label=Lab $xcontext.action & more\ntarget=Lab.WebHome\nicon=icon:star");
        object.setStringValue("scope", "wiki");
    }

    protected static Visitor guest()
    {
        return new Visitor(wiki.getURL());
    }

    protected static Visitor admin() throws Exception
    {
        Visitor result = guest();
        assertEquals(303, result.logIn("Admin", "secret").statusCode());
        return result;
    }

    protected static String edit(Visitor visitor, String path) throws Exception
    {
        HttpResponse<String> response = visitor.get(path);
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }
}
