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

import java.util.Set;

import org.xwiki.contrib.crowdsourcing.agreement.Signature;

/**
 * The answer to an invitation.
 *
 * @param accepted whether the expert comes
 * @param reason why not, plain text; may be empty
 * @param userName the name of the account that is created, if one is needed
 * @param password its password
 * @param repeated its password once more
 * @param address whether the account gets the e-mail address that the invitation went to
 * @param signature what is signed of what the initiative asks
 * @version $Id$
 * @since 1.0
 */
public record Reply(boolean accepted, String reason, String userName, String password, String repeated,
    boolean address, Signature signature)
{
    /**
     * @param why why the expert does not come
     * @return the answer of who does not come
     */
    public static Reply declined(String why)
    {
        return new Reply(false, why, "", "", "", false, new Signature("", Set.of(), ""));
    }

    @Override
    public String toString()
    {
        // A password is written nowhere.
        return "Reply[accepted=" + this.accepted + ']';
    }
}
