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
package org.xwiki.contrib.crowdsourcing.invitation;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * What became of the e-mail with an invitation.
 *
 * @version $Id$
 * @since 1.0
 */
public enum Delivery implements Stored
{
    /** It waits for the wiki to send it. */
    SENDING("sending"),

    /** The mail server took it. */
    SENT("sent"),

    /** The mail server does not take e-mails to this address. */
    REFUSED("refused"),

    /** The mail server does not answer. */
    UNREACHABLE("unreachable"),

    /** It could not be sent. */
    FAILED("failed"),

    /** The invitation was taken back: an e-mail that went out is not called back, but its link works no more. */
    WITHDRAWN("withdrawn");

    private final String id;

    Delivery(String id)
    {
        this.id = id;
    }

    @Override
    public String getId()
    {
        return this.id;
    }

    /**
     * @return {@code true} if it must be sent again
     */
    public boolean isFailed()
    {
        return this != SENDING && this != SENT;
    }
}
