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
package org.xwiki.contrib.crowdsourcing;

import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.model.reference.DocumentReference;

/**
 * What the current user saw of a thing before changing it, as a stamp of what it held. Whoever saves compares it, so
 * that of two people who change one thing at once one wins and the other is told.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Seen.class)
@Singleton
public class Seen
{
    private static final String PROPERTY = Seen.class.getName();

    @Inject
    private Execution execution;

    /**
     * Says what was seen, until {@link #forget()}.
     *
     * @param page the page of a thing
     * @param stamp the stamp of what was seen, such as {@link org.xwiki.contrib.crowdsourcing.dialogue.Contribution}
     *     has it; empty if that is not known
     */
    public void expect(DocumentReference page, String stamp)
    {
        if (!stamp.isEmpty()) {
            this.execution.getContext().setProperty(PROPERTY, Map.of(page, stamp));
        }
    }

    /**
     * Says what was seen, unless that was said already.
     *
     * @param page the page of a thing
     * @param stamp the stamp of what was seen
     */
    public void expectAtLeast(DocumentReference page, String stamp)
    {
        if (of(page).isEmpty()) {
            expect(page, stamp);
        }
    }

    /**
     * @param page the page of a thing
     * @return the stamp of what was seen, empty if nobody said
     */
    public String of(DocumentReference page)
    {
        ExecutionContext context = this.execution.getContext();
        Object seen = context == null ? null : context.getProperty(PROPERTY);
        return seen instanceof Map<?, ?> map && map.get(page) instanceof String stamp ? stamp : "";
    }

    /**
     * Forgets what was seen.
     */
    public void forget()
    {
        ExecutionContext context = this.execution.getContext();
        if (context != null) {
            context.removeProperty(PROPERTY);
        }
    }
}
