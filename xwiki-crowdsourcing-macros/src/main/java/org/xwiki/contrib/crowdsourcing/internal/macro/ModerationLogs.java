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

import java.util.HashMap;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.dialogue.ModerationLog;
import org.xwiki.model.reference.DocumentReference;

/**
 * The moderation log of a dialogue or of a brief, read only when somebody asks for it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ModerationLogs.class)
@Singleton
public class ModerationLogs
{
    private static final String PARAMETER = "cs_log";

    @Inject
    private ModerationLog log;

    @Inject
    private Toolkit toolkit;

    /**
     * @param thread the page of a dialogue or a brief
     * @return what its template shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference thread) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        String wanted = this.toolkit.getParameter(PARAMETER);
        if (wanted != null) {
            data.put("log", this.log.list(thread, new PageRequest(wanted, PageRequest.DEFAULT)));
        }
        return data;
    }
}
