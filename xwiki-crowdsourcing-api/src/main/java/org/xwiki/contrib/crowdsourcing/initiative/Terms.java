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
package org.xwiki.contrib.crowdsourcing.initiative;

import java.time.LocalDate;
import java.util.List;

/**
 * What an initiative promises to those who contribute, and asks of them.
 *
 * @param commitment how binding the input is, {@code null} if not declared
 * @param scope what the input is for, {@code null} if not declared
 * @param instrument the kind of call, {@code null} if not declared
 * @param inputUse wiki text: how the input will be used
 * @param moderation when a contribution is seen by others, never {@code null}
 * @param responseDays the number of days in which an idea gets an answer, 0 if not promised
 * @param licence wiki text: the licence of what is contributed
 * @param licenceVersion the version of the licence text
 * @param consent wiki text: what a contributor consents to
 * @param consentVersion the version of the consent text
 * @param launchedOn the day since when the declaration holds, {@code null} if unknown or not yet
 * @param changes how the declaration read before it was changed after the launch, the last first; none in lists
 * @version $Id$
 * @since 1.0
 */
public record Terms(Commitment commitment, InputScope scope, Instrument instrument, String inputUse,
    Moderation moderation, int responseDays, String licence, String licenceVersion, String consent,
    String consentVersion, LocalDate launchedOn, List<CommitmentChange> changes)
{
    /**
     * @param commitment how binding the input is, {@code null} if not declared
     * @param scope what the input is for, {@code null} if not declared
     * @param instrument the kind of call, {@code null} if not declared
     * @param inputUse wiki text: how the input will be used
     * @param moderation when a contribution is seen by others
     * @param responseDays the number of days in which an idea gets an answer, 0 if not promised
     * @param licence wiki text: the licence of what is contributed
     * @param licenceVersion the version of the licence text
     * @param consent wiki text: what a contributor consents to
     * @param consentVersion the version of the consent text
     * @param launchedOn the day since when the declaration holds, {@code null} if unknown or not yet
     * @param changes how the declaration read before it was changed after the launch
     */
    public Terms
    {
        changes = List.copyOf(changes);
    }

    /**
     * What was never changed.
     *
     * @param commitment how binding the input is, {@code null} if not declared
     * @param scope what the input is for, {@code null} if not declared
     * @param instrument the kind of call, {@code null} if not declared
     * @param inputUse wiki text: how the input will be used
     * @param moderation when a contribution is seen by others
     * @param responseDays the number of days in which an idea gets an answer, 0 if not promised
     * @param licence wiki text: the licence of what is contributed
     * @param licenceVersion the version of the licence text
     * @param consent wiki text: what a contributor consents to
     * @param consentVersion the version of the consent text
     */
    @SuppressWarnings("checkstyle:ParameterNumber")
    public Terms(Commitment commitment, InputScope scope, Instrument instrument, String inputUse,
        Moderation moderation, int responseDays, String licence, String licenceVersion, String consent,
        String consentVersion)
    {
        this(commitment, scope, instrument, inputUse, moderation, responseDays, licence, licenceVersion, consent,
            consentVersion, null, List.of());
    }
}
