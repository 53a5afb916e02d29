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
package org.xwiki.contrib.crowdsourcing.call;

import java.time.LocalDate;

import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.model.reference.DocumentReference;

/**
 * The open call of an initiative.
 *
 * @param reference the page
 * @param title the title, plain text
 * @param initiative the initiative
 * @param invitation whom the call asks for what, wiki text
 * @param publication what is published about those who take part, wiki text; empty for nothing special
 * @param state whether it takes applications now
 * @param released whether its curators opened it, whatever the day
 * @param opens the first day, {@code null} if none is said
 * @param closes the last day, {@code null} if none is said
 * @param directory the directory that people are taken over into, {@code null} for that of the wiki
 * @param options what guests may do
 * @version $Id$
 * @since 1.0
 */
public record Call(DocumentReference reference, String title, Initiative initiative, String invitation,
    String publication, CallState state, CallState released, LocalDate opens, LocalDate closes,
    DocumentReference directory, Options options)
{
    /**
     * What guests may do.
     *
     * @param nominations whether guests may nominate
     * @param captcha whether guests are asked for a captcha where the wiki has one
     * @version $Id$
     * @since 1.0
     */
    public record Options(boolean nominations, boolean captcha)
    {
    }

    /**
     * @return {@code true} if it takes applications now
     */
    public boolean isOpen()
    {
        return this.state == CallState.OPEN;
    }
}
