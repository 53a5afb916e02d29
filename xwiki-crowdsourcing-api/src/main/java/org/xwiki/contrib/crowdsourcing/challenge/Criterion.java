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
package org.xwiki.contrib.crowdsourcing.challenge;

/**
 * What the candidates of an initiative are scored by.
 *
 * @param uid what it is known by, whatever its title
 * @param title the title, plain text
 * @param description what the least and the largest score mean, plain text
 * @param weight how much it counts, at least 1
 * @version $Id$
 * @since 1.0
 */
public record Criterion(String uid, String title, String description, int weight)
{
    /** The least score. */
    public static final int LEAST = 1;

    /** The largest score. */
    public static final int MOST = 5;

    /** The largest weight. */
    public static final int HEAVIEST = 100;
}
