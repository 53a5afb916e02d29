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
package org.xwiki.contrib.crowdsourcing.embedded.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.script.service.ScriptService;

/**
 * Where the files of webjars are, for scripts: {@code $services.webjars.url('org.webjars:bootstrap', 'css/x.css')}.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = {WebJars.class, ScriptService.class})
@Named("webjars")
@Singleton
public class WebJars implements ScriptService
{
    /**
     * The path of all webjars.
     */
    public static final String PATH = DocumentURLs.CONTEXT_PATH + "/webjars";

    private static final String VERSION = "version";

    private static final String COLON = ":";

    private static final String SLASH = "/";

    private static final String DEFAULT_GROUP = "org.webjars";

    private final Map<String, String> versions = new ConcurrentHashMap<>();

    /**
     * @param webjarId the id of a webjar, with or without its group
     * @param path the path of a file in it
     * @return the URL of the file
     */
    public String url(String webjarId, String path)
    {
        return url(webjarId, path, Map.of());
    }

    /**
     * @param webjarId the id of a webjar, with or without its group
     * @param path the path of a file in it
     * @param parameters the version, where the newest is not meant
     * @return the URL of the file
     */
    public String url(String webjarId, String path, Map<String, ?> parameters)
    {
        String artifact = StringUtils.defaultString(StringUtils.substringAfterLast(webjarId, COLON));
        String group = DEFAULT_GROUP;
        if (artifact.isEmpty()) {
            artifact = webjarId;
        } else {
            group = StringUtils.substringBefore(webjarId, COLON);
        }
        Object version = parameters == null ? null : parameters.get(VERSION);
        String known = version == null ? this.versions.computeIfAbsent(group + '/' + artifact, this::findVersion)
            : version.toString();
        return PATH + '/' + artifact + '/' + known + '/' + StringUtils.removeStart(path, SLASH);
    }

    /**
     * @param resource the path of a file, with the name of its webjar first
     * @return the URL of the file
     */
    public String url(String resource)
    {
        return url(StringUtils.substringBefore(resource, SLASH), StringUtils.substringAfter(resource, SLASH));
    }

    private String findVersion(String id)
    {
        URL properties = Thread.currentThread().getContextClassLoader()
            .getResource("META-INF/maven/" + id + "/pom.properties");
        if (properties == null) {
            throw new IllegalArgumentException("There is no webjar [" + id + ']');
        }
        Properties result = new Properties();
        try (InputStream stream = properties.openStream()) {
            result.load(stream);
        } catch (IOException e) {
            throw new IllegalStateException("Failed to find the version of [" + id + ']', e);
        }
        return result.getProperty(VERSION);
    }
}
