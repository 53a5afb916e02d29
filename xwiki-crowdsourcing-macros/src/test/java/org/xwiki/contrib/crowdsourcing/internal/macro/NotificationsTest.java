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

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xwiki.contrib.crowdsourcing.event.EventType;
import org.xwiki.contrib.crowdsourcing.event.Happening;
import org.xwiki.velocity.tools.EscapeTool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What notifications say, in the menu and in e-mails.
 */
class NotificationsTest
{
    private static final String KEY = "c0j4znfm48nqwr70j4znfm48nqwr7";

    private static final String TITLE = "Track & <script>alert(1)</script> {0} $x #set(";

    private static final String TIME = "2017-06-06 10:00 (America/New_York)";

    private static final Set<Happening> NEAR = Set.of(Happening.SESSION_TOMORROW, Happening.SESSION_SOON);

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** The part of the wiki's script services that the templates ask. */
    public static final class Services
    {
        private final Properties texts;

        Services(Properties texts)
        {
            this.texts = texts;
        }

        public Services getLocalization()
        {
            return this;
        }

        public Services getDate()
        {
            return this;
        }

        public Services getModel()
        {
            return this;
        }

        public String createDocumentReference(String name, Object space)
        {
            return space + "." + name;
        }

        public String render(String key, Collection<?> parameters)
        {
            return MessageFormat.format(this.texts.getProperty(key), parameters.toArray());
        }

        public String displayTimeAgo(Date date)
        {
            return "1 < 2 minutes ago";
        }
    }

    /** The part of the wiki that the templates ask. */
    public static final class Wiki
    {
        public String getPlainUserName(Object user)
        {
            return "Eva <b>Expert</b>";
        }

        public String getURL(Object page, String action, String query)
        {
            return "http://wiki/" + page + (query.isEmpty() ? "" : '?' + query);
        }
    }

    private String load(String template) throws IOException
    {
        String text = Files.readString(TEMPLATES.resolve(template), StandardCharsets.UTF_8);
        Matcher matcher = Pattern.compile("#template\\('(crowdsourcing/[^']+)'\\)").matcher(text);
        StringBuilder result = new StringBuilder();
        int last = 0;
        while (matcher.find()) {
            result.append(text, last, matcher.start()).append(load(matcher.group(1)));
            last = matcher.end();
        }
        // The wiki's own macro puts an icon beside the content.
        return result.append(text.substring(last)).toString().replace("#template('notification/macros.vm')", "")
            .replaceAll("#displayNotificationEventSkeleton\\(.*\\)", "\\$csContent");
    }

    private String render(String template, String language, Happening... happenings) throws IOException
    {
        String type = happenings[0].getType().getId();
        List<Map<String, Object>> events = java.util.Arrays.stream(happenings).map(happening -> Map.of("type", type,
            "document", Set.of(EventType.ALERT, EventType.APPLICATION).contains(happening.getType())
                ? Map.of("lastSpaceReference", "Thread", "name", "a1") : "Page", "documentTitle", TITLE, "user", "XWiki.Eva", "date", new Date(), "parameters",
            Map.of("happening", happening.getId(), "contribution", happening == Happening.REPLIED ? KEY : "", "time",
                TIME))).toList();
        VelocityContext context = new VelocityContext();
        context.put("event", Map.of("type", type, "events", events));
        context.put("services", new Services(Texts.load(language)));
        context.put("xwiki", new Wiki());
        context.put("escapetool", new EscapeTool());
        StringWriter out = new StringWriter();
        VelocityEngine engine = new VelocityEngine();
        engine.init();
        assertTrue(engine.evaluate(context, out, template, load(String.format(template, type))));
        return out.toString().strip();
    }

    @ParameterizedTest
    @EnumSource(Happening.class)
    void saysWhatHappenedInOneSentence(Happening happening) throws IOException
    {
        for (String language : List.of("", "_es")) {
            String sentence = render("notification/email/%s.plain.vm", language, happening).lines().findFirst().get();
            assertTrue(sentence.contains(TITLE), sentence);
            assertTrue(sentence.endsWith("."), sentence);
            // Who moderates or applies is not told, and that a session is near, or an alert, is nobody's doing.
            boolean near = NEAR.contains(happening);
            boolean done = !Set.of(EventType.MODERATION, EventType.ALERT, EventType.APPLICATION)
                .contains(happening.getType());
            assertEquals(done && !near, sentence.contains("Eva"), sentence);
            assertEquals(happening == Happening.SESSION_PLANNED || near, sentence.contains(TIME), sentence);
            for (String template : List.of("notification/%s.vm", "notification/email/%s.html.vm")) {
                String html = render(template, language, happening);
                assertTrue(html.contains('>' + new EscapeTool().xml(sentence) + "</a>"), html);
                assertFalse(html.contains("<script>") || html.contains("<b>") || html.contains("1 < 2"), html);
            }
        }
    }

    @Test
    void leadsToTheContribution() throws IOException
    {
        String address = "http://wiki/Page?cs_at=" + KEY + '#' + KEY;
        assertTrue(render("notification/email/%s.plain.vm", "", Happening.REPLIED).endsWith(address));
        assertTrue(render("notification/%s.vm", "", Happening.REPLIED)
            .contains("href=\"" + new EscapeTool().xml(address) + '"'));
        assertTrue(render("notification/email/%s.plain.vm", "", Happening.INVITED).endsWith("http://wiki/Page"));
        assertTrue(render("notification/email/%s.plain.vm", "", Happening.ALERTED)
            .endsWith("http://wiki/Thread.WebHome?cs_view=queue"));
        assertTrue(render("notification/email/%s.plain.vm", "", Happening.NOMINATED)
            .endsWith("http://wiki/Thread.WebHome?cs_view=applications&cs_open=a1"));
    }

    @Test
    void tellsAllThatHappenedOnAPage() throws IOException
    {
        assertEquals(2,
            render("notification/%s.vm", "", Happening.SHOWN, Happening.HIDDEN).split("</a>", -1).length - 1);
    }
}
