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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.component.annotation.Component;

/**
 * What an embedded wiki is started with.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = EmbeddedWikiConfiguration.class, staticRegistration = false)
public class EmbeddedWikiConfiguration
{
    /**
     * The id of the only wiki.
     */
    public static final String WIKI = "xwiki";

    private int port;

    private Path data = Path.of("data");

    private String database;

    private final List<Path> xars = new ArrayList<>();

    private final Map<String, String> passwords = new LinkedHashMap<>();

    private final Map<String, String> settings = new LinkedHashMap<>();

    /**
     * @param value the port to listen on, 0 for a free one
     * @return this
     */
    public EmbeddedWikiConfiguration port(int value)
    {
        this.port = value;
        return this;
    }

    /**
     * @param value the directory where everything is kept
     * @return this
     */
    public EmbeddedWikiConfiguration data(Path value)
    {
        this.data = value;
        return this;
    }

    /**
     * @param jdbcURL the database, {@code null} for one in the data directory
     * @return this
     */
    public EmbeddedWikiConfiguration database(String jdbcURL)
    {
        this.database = jdbcURL;
        return this;
    }

    /**
     * @param values XAR files to install at start
     * @return this
     */
    public EmbeddedWikiConfiguration xar(Path... values)
    {
        Collections.addAll(this.xars, values);
        return this;
    }

    /**
     * @param user the name of a user, such as {@code Admin}
     * @param password the password that the user gets at start
     * @return this
     */
    public EmbeddedWikiConfiguration password(String user, String password)
    {
        this.passwords.put(user, password);
        return this;
    }

    /**
     * @param key the name of a setting as in {@code xwiki.properties}, such as {@code mail.sender.host}
     * @param value its value
     * @return this
     */
    public EmbeddedWikiConfiguration setting(String key, String value)
    {
        this.settings.put(key, value);
        return this;
    }

    /**
     * @return the settings
     */
    public Map<String, String> getSettings()
    {
        return this.settings;
    }

    /**
     * @return the port listened on
     */
    public int getPort()
    {
        return this.port;
    }

    /**
     * @return the directory where everything is kept
     */
    public Path getData()
    {
        return this.data;
    }

    /**
     * @return the JDBC URL of the database, {@code null} for one in the data directory
     */
    public String getDatabase()
    {
        return this.database;
    }

    /**
     * @return the XAR files to install at start
     */
    public List<Path> getXARs()
    {
        return this.xars;
    }

    /**
     * @return passwords to set at start, by the name of the user
     */
    public Map<String, String> getPasswords()
    {
        return this.passwords;
    }

    /**
     * @return the URL of the wiki
     */
    public String getURL()
    {
        return "http://127.0.0.1:" + this.port + "/xwiki";
    }
}
