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

import java.util.regex.Pattern;

import org.xwiki.model.reference.DocumentReference;

/**
 * Where a contribution is seen in its discussion.
 *
 * @version $Id$
 * @since 1.0
 */
final class Permalinks
{
    /** The parameter that says which contribution is wanted. */
    static final String PARAMETER = "cs_at";

    private static final Pattern KEY = Pattern.compile("c[0-9a-z]{28}");

    private Permalinks()
    {
    }

    /**
     * @param typed what somebody typed
     * @return {@code true} if it may be the name of the page of a contribution
     */
    static boolean isKey(String typed)
    {
        return KEY.matcher(typed).matches();
    }

    /**
     * @param toolkit what is needed of the wiki
     * @param contribution the page of a contribution
     * @param thread the page of its dialogue or brief
     * @return the address that shows it in its discussion
     */
    static String of(Toolkit toolkit, DocumentReference contribution, DocumentReference thread)
    {
        String key = contribution.getName();
        return toolkit.getURL(thread, PARAMETER + '=' + key, key);
    }
}
