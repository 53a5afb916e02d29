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

import java.util.Map;

import org.xwiki.rendering.block.Block;
import org.xwiki.uiextension.UIExtension;

/**
 * An interface extension that a page of the wiki declares.
 *
 * @version $Id$
 * @since 1.0
 */
public class PageUIExtension implements UIExtension
{
    private final String id;

    private final String extensionPointId;

    private final Map<String, String> parameters;

    /**
     * @param id the name of the extension
     * @param extensionPointId where it is shown
     * @param parameters what it says about itself
     */
    public PageUIExtension(String id, String extensionPointId, Map<String, String> parameters)
    {
        this.id = id;
        this.extensionPointId = extensionPointId;
        this.parameters = parameters;
    }

    @Override
    public String getId()
    {
        return this.id;
    }

    @Override
    public String getExtensionPointId()
    {
        return this.extensionPointId;
    }

    @Override
    public Map<String, String> getParameters()
    {
        return this.parameters;
    }

    @Override
    public Block execute()
    {
        throw new UnsupportedOperationException("UIExtension#execute: this wiki shows parameters only");
    }
}
