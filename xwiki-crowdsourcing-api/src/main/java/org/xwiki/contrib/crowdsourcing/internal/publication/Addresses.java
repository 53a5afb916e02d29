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
package org.xwiki.contrib.crowdsourcing.internal.publication;

/**
 * Lets the addresses in what was published follow the wiki when it gets another host, port or protocol: what is
 * published never changes, but its links should lead somewhere.
 *
 * @version $Id$
 * @since 1.0
 */
final class Addresses
{
    private static final String QUOTE = "\"";

    private Addresses()
    {
    }

    /**
     * @param file a file as it was written
     * @param written the address of its page then
     * @param now the address of its page now
     * @param names how many names the path of the page has
     * @return the file with the addresses of now; as it was if not only the front of the address is another one
     */
    static String follow(String file, String written, String now, int names)
    {
        int front = written.length();
        for (int i = 0; i < names && front > 0; i++) {
            front = written.lastIndexOf('/', front - 1);
        }
        String path = front > 0 ? written.substring(front) : "";
        return path.isEmpty() || written.equals(now) || !now.endsWith(path) ? file
            : file.replace(QUOTE + written.substring(0, front + 1),
                QUOTE + now.substring(0, now.length() - path.length() + 1));
    }
}
