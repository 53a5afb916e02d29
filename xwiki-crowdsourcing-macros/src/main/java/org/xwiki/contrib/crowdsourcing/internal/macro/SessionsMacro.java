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
import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.macro.SessionsMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Lists the next sessions of an initiative or a challenge, with their calendar.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("sessions")
@Singleton
public class SessionsMacro extends AbstractCrowdsourcingMacro<SessionsMacroParameters>
{
    private static final String SESSIONS = "sessions";

    @Inject
    private Sessions list;

    /**
     * Default constructor.
     */
    public SessionsMacro()
    {
        super("Sessions", "Lists the next sessions of an initiative or a challenge, in the time zone of the reader.",
            SessionsMacroParameters.class);
    }

    @Override
    protected View view(SessionsMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference page = resolve(parameters.getReference());
        Map<String, Object> data = new HashMap<>();
        data.put(SESSIONS, this.list.list(page, parameters.isPast(), Instant.now(),
            Math.max(1, Math.min(PageRequest.MAXIMUM, parameters.getLimit()))));
        data.put("past", parameters.isPast());
        data.put("calendar", this.list.getCalendarURL(page));
        return new View(SESSIONS, data, null);
    }
}
