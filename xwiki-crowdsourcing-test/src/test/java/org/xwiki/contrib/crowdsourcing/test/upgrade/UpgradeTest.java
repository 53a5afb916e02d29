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
package org.xwiki.contrib.crowdsourcing.test.upgrade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.EmbeddedOnly;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiProcess;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The next version of the extension is installed over this one: what people wrote and what they made their own stays,
 * what the extension is made of becomes that of the new version.
 *
 * @version $Id$
 */
@EmbeddedOnly("two versions of the pages")
class UpgradeTest
{
    private static final String CODE = "Crowdsourcing/Code/";

    private static final String HOME = "Crowdsourcing/WebHome.xml";

    private static final String EXPERTS = "Crowdsourcing/Experts/WebHome.xml";

    private static final String SHEET = CODE + "RoadmapSheet.xml";

    private static final String CLASS = CODE + "RoadmapClass.xml";

    private static final String REMOVED = CODE + "AreaTemplateProvider.xml";

    private static final String NEWS = "News of the second version";

    private static final String OWN = "Our own words " + UUID.randomUUID();

    private final Path folder = Artifacts.target().resolve("upgrade");

    @Test
    void everythingThatPeopleWroteOutlivesTheUpgrade() throws Exception
    {
        TestWiki.delete(this.folder);
        List<XarPage> sample = XarPage.read(Artifacts.sample());
        String dialogue = view(XarPage.find(sample, "DialogueClass", "state", "open").reference());
        String roadmap = XarPage.find(sample, "RoadmapClass", "state", "published").reference();
        Map<String, String> before;
        try (WikiProcess wiki = new WikiProcess(this.folder, true)) {
            WikiForm home = admin(wiki).get("/bin/edit/Crowdsourcing/").form("form:has([name=content])");
            assertTrue(home.set("content", home.get("content") + "\n\n" + OWN).submit().text().contains(OWN));
            WikiClient expert = new WikiClient(wiki.url()).login(Account.demo("expert"));
            WikiForm form = expert.get(dialogue).form("form:has(input[name=cs_action][value=contribute])");
            assertTrue(form.set("text", OWN).set("kind", "idea").submit().text().contains(OWN));
            before = texts(wiki, sample);
            wiki.terminate();
        }
        try (WikiProcess wiki = new WikiProcess(this.folder, true, second())) {
            WikiClient admin = admin(wiki);
            Map<String, String> after = texts(wiki, sample);
            String shown = after.put(roadmap, before.get(roadmap));
            assertEquals(before, after);
            assertTrue(shown.contains(NEWS) && shown.contains(before.get(roadmap).substring(0, 200)), shown);
            assertTrue(admin.get(dialogue + "?cs_order=newest").text().contains(OWN));
            // The home was edited, the directory was not.
            WikiPage home = admin.get("/bin/view/Crowdsourcing/");
            assertTrue(home.text().contains(OWN) && !home.text().contains(NEWS), home.text());
            assertTrue(admin.get("/bin/view/Crowdsourcing/Experts/").text().contains(NEWS));
            assertNotNull(admin.get(WikiClient.path("edit", roadmap)).form("#inline")
                .control("Crowdsourcing.Code.RoadmapClass_0_edition"));
            assertEquals(404, admin.get("/bin/view/Crowdsourcing/Code/AreaTemplateProvider").status());
            wiki.terminate();
        }
    }

    private static Map<String, String> texts(WikiProcess wiki, List<XarPage> sample)
    {
        WikiClient guest = new WikiClient(wiki.url());
        Map<String, String> result = new LinkedHashMap<>();
        for (XarPage page : sample) {
            if (page.classes().stream().anyMatch(name -> name.startsWith("Crowdsourcing.Code."))) {
                WikiPage shown = guest.get(view(page.reference()));
                // A published version says its own address, and each start has another port.
                String text = shown.document().select("#xwikicontent").text().replaceAll("(127\\.0\\.0\\.1):\\d+", "$1");
                result.put(page.reference(), shown.status() + " " + text);
            }
        }
        assertFalse(result.isEmpty());
        return result;
    }

    private static WikiClient admin(WikiProcess wiki)
    {
        return new WikiClient(wiki.url()).login(new Account("Admin", "admin", "admin"));
    }

    private static String view(String reference)
    {
        return WikiClient.path("view", reference);
    }

    private Path second() throws IOException
    {
        Map<String, UnaryOperator<String>> changes = Map.of(
            HOME, xml -> xml.replace("</content>", "\n\n" + NEWS + "</content>"),
            EXPERTS, xml -> xml.replace("</content>", "\n\n" + NEWS + "</content>"),
            SHEET, xml -> xml.replace("{{/velocity}}</content>", "\n" + NEWS + "\n{{/velocity}}</content>"),
            CLASS, UpgradeTest::withOneMoreProperty,
            "package.xml", xml -> xml.replaceAll("<file [^>]*>Crowdsourcing.Code.AreaTemplateProvider</file>", ""));
        List<String> changed = new ArrayList<>();
        Path xar = this.folder.resolve("second").resolve(Artifacts.ui().getFileName());
        Files.createDirectories(xar.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(xar))) {
            for (Map.Entry<String, byte[]> entry : Artifacts.content(Artifacts.ui()).entrySet()) {
                String before = new String(entry.getValue(), StandardCharsets.UTF_8);
                String after = changes.getOrDefault(entry.getKey(), UnaryOperator.identity()).apply(before);
                if (!after.equals(before)) {
                    changed.add(entry.getKey());
                }
                if (!REMOVED.equals(entry.getKey())) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(after.getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        }
        assertEquals(changes.size(), changed.size(), changed::toString);
        return xar;
    }

    /** The version of a roadmap, under another name and at the end. */
    private static String withOneMoreProperty(String xml)
    {
        String version = xml.substring(xml.indexOf("    <version>\n"), xml.indexOf("    </version>\n") + 15);
        String edition = version.replace("version>", "edition>").replace("<name>version</name>", "<name>edition</name>")
            .replaceFirst("<number>\\d+</number>", "<number>99</number>");
        return xml.replace(version, version + edition);
    }
}
