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
package org.xwiki.contrib.crowdsourcing.embedded.skin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;
import org.xwiki.component.phase.InitializationException;

/**
 * XWiki's icon names, shown with the font Font Awesome.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Icons.class)
@Singleton
public class Icons implements Initializable
{
    private final Properties names = new Properties();

    @Override
    public void initialize() throws InitializationException
    {
        try (InputStream stream = getClass().getResourceAsStream("/embedded/icons.properties")) {
            this.names.load(stream);
        } catch (IOException e) {
            throw new InitializationException("Failed to read the names of the icons", e);
        }
    }

    /**
     * @param name the name of an icon
     * @return its HTML, empty when there is no such icon
     */
    public String get(String name)
    {
        String icon = this.names.getProperty(name);
        return icon == null ? "" : String.format("<span class=\"fa fa-%s\" aria-hidden=\"true\"></span>", icon);
    }
}
