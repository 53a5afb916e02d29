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
import org.xwiki.contrib.crowdsourcing.agreement.AgreementManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * What a page tells an expert who has to sign something, and whom it is restricted to.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Agreed.class)
@Singleton
public class Agreed
{
    @Inject
    private AgreementManager agreements;

    /**
     * @param page a page, {@code null} for everywhere
     * @return what the current user has to sign there
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getPending(DocumentReference page) throws CrowdsourcingException
    {
        return new HashMap<>(Map.of("pending", this.agreements.getPending(page)));
    }

    /**
     * @param page the page of a brief or a dialogue
     * @return what the current user has to sign there, and whether not everybody may view it
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference page) throws CrowdsourcingException
    {
        Map<String, Object> data = getPending(page);
        data.put("isRestricted", this.agreements.isRestricted(page));
        data.put("isOpened", this.agreements.isOpenedByOthers(page));
        return data;
    }
}
