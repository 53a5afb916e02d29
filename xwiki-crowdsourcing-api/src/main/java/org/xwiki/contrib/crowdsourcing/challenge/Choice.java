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
package org.xwiki.contrib.crowdsourcing.challenge;

import java.util.List;
import java.util.Map;

import org.xwiki.model.reference.DocumentReference;

/**
 * How a challenge was chosen or not, and what the current user may do about it.
 *
 * @param trail what happened to it, the last first
 * @param signOffs who signed it off
 * @param titles the titles of the challenges that are named, as far as the current user may see them
 * @param powers what the current user may do
 * @param stamp the stamp of what the challenge holds
 * @param signedStamp the stamp of the signatures
 * @version $Id$
 * @since 1.0
 */
public record Choice(List<TrailEntry> trail, List<SignOff> signOffs, Map<DocumentReference, String> titles,
    Powers powers, String stamp, String signedStamp)
{
    /**
     * What the current user may do about a challenge.
     *
     * @param edit change its state
     * @param sign sign it off as a partner
     * @param record record the signature of somebody else
     * @param split split it, or merge others into it
     * @param undo take the last change of its state back
     */
    public record Powers(boolean edit, boolean sign, boolean record, boolean split, boolean undo)
    {
    }
}
