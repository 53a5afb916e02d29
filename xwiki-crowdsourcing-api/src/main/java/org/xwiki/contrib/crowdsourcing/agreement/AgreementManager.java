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
package org.xwiki.contrib.crowdsourcing.agreement;

import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * What experts sign before they are on a panel: a declaration of conflicts of interest, a non-disclosure agreement, a
 * licence, as the initiative asks. Who accepted keeps the seat, but is confirmed only when all of it is signed in the
 * current version.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface AgreementManager
{
    /**
     * @param engagement the page of an engagement
     * @return what is asked and what was signed, empty if there is no such engagement or the current user is neither
     *     the expert in person nor somebody who may change the panel
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Agreements> get(DocumentReference engagement) throws CrowdsourcingException;

    /**
     * @param engagement the page of an engagement
     * @return {@code true} if the current user is its expert, who alone may sign
     * @throws CrowdsourcingException if it cannot be read
     */
    boolean isOwn(DocumentReference engagement) throws CrowdsourcingException;

    /**
     * Signs everything that is asked and not signed yet.
     *
     * @param engagement the page of an engagement of the current user
     * @param signature what is signed; wrong are the fields {@code conflict}, {@code nda} and {@code licence}
     * @throws CrowdsourcingException if something is left out, the texts are not any more those that were read, the
     *     current user is not the expert, or it cannot be saved
     */
    void sign(DocumentReference engagement, Signature signature) throws CrowdsourcingException;

    /**
     * @param page the page of a dialogue or anything above it; {@code null} for everywhere
     * @return the engagements of the current user there that wait for a signature: those that were accepted, and those
     *     to which the expert is invited
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Agreements> getPending(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param page the page of a brief or a dialogue
     * @return {@code true} if it is restricted to the panel
     * @throws CrowdsourcingException if it cannot be read
     */
    boolean isRestricted(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param page the page of a brief or a dialogue
     * @return {@code true} if it is restricted, but rights that somebody else gave there let others view it, and the
     *     current user may change that
     * @throws CrowdsourcingException if it cannot be read
     */
    boolean isOpenedByOthers(DocumentReference page) throws CrowdsourcingException;
}
