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
package org.xwiki.contrib.crowdsourcing.expert;

import java.util.List;

/**
 * Who curates a directory of experts, and how.
 *
 * @param curators the groups of the curators, each as it is stored
 * @param retention after how many months without engagement contact data is to be removed, 0 for never
 * @param terms the initiative whose consent text experts are asked for, as it is stored, empty if none
 * @param stamp what is known of them, to notice a change by somebody else
 * @version $Id$
 * @since 1.0
 */
public record DirectorySettings(List<String> curators, int retention, String terms, String stamp)
{
    /**
     * @param curators the groups of the curators
     * @param retention after how many months without engagement contact data is to be removed
     * @param terms the initiative whose consent text experts are asked for
     * @param stamp what is known of them
     */
    public DirectorySettings
    {
        curators = List.copyOf(curators);
    }
}
