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
package org.xwiki.contrib.crowdsourcing.internal.store;

/**
 * The text of a page itself.
 *
 * @param text the text, empty if there is none or the page is not there
 * @param wiki {@code true} if it is in XWiki's own syntax
 * @param ofOneAuthor {@code true} if who wrote it is who saved the page last: otherwise the wiki lets whoever changes
 *     the text answer for all of it
 * @param untouched {@code true} if the page was saved only once
 * @version $Id$
 * @since 1.0
 */
public record PageContent(String text, boolean wiki, boolean ofOneAuthor, boolean untouched)
{
    /**
     * Takes no text for an empty one.
     *
     * @param text the text
     * @param wiki {@code true} if it is in XWiki's own syntax
     * @param ofOneAuthor {@code true} if who wrote it is who saved the page last
     * @param untouched {@code true} if the page was saved only once
     */
    public PageContent
    {
        text = text == null ? "" : text;
    }
}
