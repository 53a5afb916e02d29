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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.model.reference.DocumentReference;

/**
 * Says in words what an error is about: states, users, times, and people by their names.
 *
 * @version $Id$
 * @since 1.0
 */
final class ErrorWords
{
    /** More people are counted, not named. */
    private static final int NAMES = 20;

    private ErrorWords()
    {
    }

    /**
     * @param toolkit what is needed of the wiki
     * @param parameter a parameter of an error
     * @return it as plain text
     */
    static Object of(Toolkit toolkit, Object parameter)
    {
        Object word = parameter;
        if (parameter instanceof EngagementState state) {
            word = toolkit.translate("Crowdsourcing.Code.EngagementClass_state_" + state.getId());
        } else if (parameter instanceof DocumentReference user) {
            word = toolkit.getUserName(user);
        } else if (parameter instanceof Instant instant) {
            word = time(toolkit, instant);
        } else if (parameter instanceof List<?> names) {
            word = names(toolkit, names);
        }
        return word;
    }

    private static String time(Toolkit toolkit, Instant instant)
    {
        ZoneId zone = toolkit.getReaderZone();
        String text = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(toolkit.getLocale()).format(instant.atZone(zone == null ? ZoneOffset.UTC : zone));
        return zone == null ? text + " UTC" : text;
    }

    private static String names(Toolkit toolkit, List<?> names)
    {
        String text = String.join(", ", names.stream().limit(NAMES)
            .map(name -> name.toString().isBlank() ? toolkit.translate("crowdsourcing.expert.hidden")
                : name.toString()).toList());
        return names.size() <= NAMES ? text
            : toolkit.translate("crowdsourcing.pipeline.andMore", text, names.size() - NAMES);
    }
}
