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
package org.xwiki.contrib.crowdsourcing.internal;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;

/**
 * The rules of one kind of thing that hold however its page is written: by the wiki's own editor, by REST, by an
 * import. A field of an error is named {@code <Class>_<property>}, as in the translation keys.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface PageRule
{
    /**
     * @return the class of the thing
     */
    Schema getSchema();

    /**
     * @param state a page that is such a thing
     * @param inputs what is wrong with it
     * @throws CrowdsourcingException if it cannot be checked
     */
    void checkState(PageState state, Inputs inputs) throws CrowdsourcingException;

    /**
     * Checks a change that no manager makes.
     *
     * @param before the page as it is
     * @param after the page as it will be saved
     * @param inputs what is wrong with the change
     */
    default void checkChange(PageState before, PageState after, Inputs inputs)
    {
    }
}
