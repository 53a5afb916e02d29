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
package org.xwiki.contrib.crowdsourcing.register;

import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.DecisionReason;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;

/**
 * Which entries of the register are wanted.
 *
 * @param outcome only those with this decision, {@code null} for all
 * @param reason only those with this kind of reason, {@code null} for all
 * @param request which page of the list
 * @version $Id$
 * @since 1.0
 */
public record RegisterQuery(Outcome outcome, DecisionReason reason, PageRequest request)
{
    /**
     * @param outcome the stored value of a decision, anything else for all
     * @param reason the stored value of a kind of reason, anything else for all
     * @return the first page of those
     */
    public static RegisterQuery of(String outcome, String reason)
    {
        return new RegisterQuery(Stored.find(Outcome.class, outcome).orElse(null),
            Stored.find(DecisionReason.class, reason).orElse(null), PageRequest.first());
    }
}
