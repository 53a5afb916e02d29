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
package org.xwiki.contrib.crowdsourcing.embedded.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.io.IOUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.velocity.VelocityManager;
import org.xwiki.velocity.VelocityTemplate;
import org.xwiki.velocity.XWikiVelocityException;

/**
 * Finds templates: in the directory {@code templates} of the data directory, then in that of any jar.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = TemplateSources.class)
@Singleton
public class TemplateSources
{
    private static final String DIRECTORY = "templates/";

    private static final String PROPERTY = "##!";

    @Inject
    private EmbeddedWikiConfiguration configuration;

    @Inject
    private VelocityManager velocityManager;

    private final Map<String, Source> jars = new ConcurrentHashMap<>();

    private final Map<Source, VelocityTemplate> compiled = new ConcurrentHashMap<>();

    /**
     * @param name the name of a template, with its folders
     * @return the template, {@code null} when there is none
     * @throws IOException when it cannot be read
     */
    public Source get(String name) throws IOException
    {
        if (name.contains("..")) {
            return null;
        }
        Path override = this.configuration.getData().resolve(DIRECTORY).resolve(name);
        if (Files.isRegularFile(override)) {
            return parse(name, Files.readString(override));
        }
        Source source = this.jars.get(name);
        if (source == null) {
            URL url = Thread.currentThread().getContextClassLoader().getResource(DIRECTORY + name);
            if (url == null) {
                return null;
            }
            try (InputStream stream = url.openStream()) {
                source = parse(name, IOUtils.toString(stream, StandardCharsets.UTF_8));
            }
            this.jars.put(name, source);
        }
        return source;
    }

    /**
     * Compiles a template once, as XWiki does: parsing takes as long as running.
     *
     * @param source a template
     * @return the script, ready to run
     * @throws XWikiVelocityException when it cannot be compiled
     */
    public VelocityTemplate compile(Source source) throws XWikiVelocityException
    {
        VelocityTemplate template = this.compiled.get(source);
        if (template == null) {
            template = this.velocityManager.compile(source.name(), new StringReader(source.content()));
            this.compiled.put(source, template);
        }
        return template;
    }

    private Source parse(String name, String content)
    {
        Map<String, String> properties = new HashMap<>();
        String rest = content;
        while (rest.startsWith("##")) {
            int end = rest.indexOf('\n');
            String line = end < 0 ? rest : rest.substring(0, end);
            int equals = line.indexOf('=');
            if (line.startsWith(PROPERTY) && equals > 0) {
                properties.put(line.substring(PROPERTY.length(), equals).trim(), line.substring(equals + 1).trim());
            }
            rest = end < 0 ? "" : rest.substring(end + 1);
        }
        return new Source(name, rest, properties);
    }

    /**
     * The source of a template.
     *
     * @param name the name of the template
     * @param content the script
     * @param properties what the head of the template says
     * @version $Id$
     */
    public record Source(String name, String content, Map<String, String> properties)
    {
    }
}
