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
package org.xwiki.contrib.crowdsourcing.dialogue;

import java.util.Collection;
import java.util.Map;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to support: people say of what others contributed that they would back it, each once, and may take that
 * back. No page is saved for it.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface SupportManager
{
    /**
     * @param contributions contributions that the current user sees
     * @return the support of each
     * @throws CrowdsourcingException if it cannot be read
     */
    Map<DocumentReference, Support> getSupport(Collection<Contribution> contributions) throws CrowdsourcingException;

    /**
     * Backs a contribution. Nothing happens if the current user backs it already.
     *
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if it is one's own, it is not published, its thread is closed, the current user
     *     may not, or it cannot be saved
     */
    void support(DocumentReference contribution) throws CrowdsourcingException;

    /**
     * Takes back that one backs a contribution. Nothing happens if the current user does not back it.
     *
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if it is not published, its thread is closed, the current user may not, or it
     *     cannot be saved
     */
    void revoke(DocumentReference contribution) throws CrowdsourcingException;
}
