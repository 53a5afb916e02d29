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

import org.xwiki.component.annotation.Role;

/**
 * The style sheets and scripts that the current page asked for.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface SkinExtensions
{
    /**
     * @param name the name of a kind of skin extension, such as {@code linkx}
     * @return an object with the {@code use} methods of that kind, or {@code null}
     */
    Object get(String name);

    /**
     * @return the HTML that the head of the page needs for what was asked for
     */
    String getHead();
}
