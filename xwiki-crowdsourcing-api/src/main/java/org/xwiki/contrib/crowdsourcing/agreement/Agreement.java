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

import org.xwiki.contrib.crowdsourcing.expert.Engagement.Acceptance;

/**
 * One thing that an expert signs, and whether that was done.
 *
 * @param kind what it is
 * @param version the current version of the text, empty for a declaration of conflicts
 * @param text wiki text: the current text, empty for a declaration of conflicts
 * @param signed what the expert signed last, {@code null} if nothing was signed
 * @param signedText wiki text: the text that the expert signed, empty if that was not kept
 * @param asked whether the initiative asks for it
 * @version $Id$
 * @since 1.0
 */
public record Agreement(AgreementKind kind, String version, String text, Acceptance signed, String signedText,
    boolean asked)
{
    /**
     * @return {@code true} if the expert signed the current version
     */
    public boolean isSigned()
    {
        return this.signed != null && (!this.kind.isText() || this.version.equals(this.signed.version()));
    }

    /**
     * @return {@code true} if the expert must sign it, for the first time or once more
     */
    public boolean isMissing()
    {
        return this.asked && !isSigned();
    }
}
