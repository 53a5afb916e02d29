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
package org.xwiki.contrib.crowdsourcing.embedded.rendering;

/**
 * Parameters of the velocity macro.
 *
 * @version $Id$
 * @since 1.0
 */
public class VelocityMacroParameters
{
    private boolean wiki = true;

    private boolean output = true;

    private String filter = "indent";

    /**
     * @return whether the result is wiki text
     */
    public boolean isWiki()
    {
        return this.wiki;
    }

    /**
     * @param wiki whether the result is wiki text
     */
    public void setWiki(boolean wiki)
    {
        this.wiki = wiki;
    }

    /**
     * @return whether the result is shown
     */
    public boolean isOutput()
    {
        return this.output;
    }

    /**
     * @param output whether the result is shown
     */
    public void setOutput(boolean output)
    {
        this.output = output;
    }

    /**
     * @return the name of the filter for the script's white space
     */
    public String getFilter()
    {
        return this.filter;
    }

    /**
     * @param filter the name of the filter for the script's white space
     */
    public void setFilter(String filter)
    {
        this.filter = filter;
    }
}
