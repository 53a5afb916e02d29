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
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.util.List;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Removes what the tests made in the wiki after the last of them, also when some failed, and says what is left. It is
 * there for every test without being named.
 *
 * @version $Id$
 */
public final class WikiExtension implements BeforeAllCallback
{
    private static final class End implements AutoCloseable
    {
        @Override
        public void close()
        {
            if (Stage.isBegun()) {
                List<String> left = Stage.clear();
                System.out.println("Left on " + TestWiki.base() + ": " + (left.isEmpty() ? "nothing" : left));
                if (!left.isEmpty()) {
                    throw new AssertionError("Left on the wiki: " + left);
                }
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context)
    {
        context.getRoot().getStore(ExtensionContext.Namespace.create(WikiExtension.class))
            .getOrComputeIfAbsent(End.class);
    }
}
