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

import java.util.Collection;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.Support;
import org.xwiki.contrib.crowdsourcing.dialogue.SupportManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * Support in discussions: what its buttons do, and what is shown of it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Supports.class)
@Singleton
public class Supports
{
    @Inject
    private SupportManager support;

    @Inject
    private Toolkit toolkit;

    @Inject
    private Logger logger;

    /**
     * @param thread the page of a dialogue or a brief
     * @return what the buttons do, by name
     */
    public Map<String, FormAction> getActions(DocumentReference thread)
    {
        return Map.of("support", form -> {
            this.support.support(form.getTarget());
            return Permalinks.of(this.toolkit, form.getTarget(), thread);
        }, "revoke", form -> {
            this.support.revoke(form.getTarget());
            return Permalinks.of(this.toolkit, form.getTarget(), thread);
        });
    }

    /**
     * @param contributions contributions that are shown
     * @return the support of each; none if the wiki cannot tell now, for the discussion is worth reading without
     */
    public Map<DocumentReference, Support> getSupport(Collection<Contribution> contributions)
    {
        try {
            return this.support.getSupport(contributions);
        } catch (CrowdsourcingException e) {
            this.logger.error("Failed to read the support of what is shown", e);
            return Map.of();
        }
    }
}
