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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.model.reference.DocumentReference;

/**
 * What somebody ticked in a list, to do one thing to all of it.
 *
 * @version $Id$
 * @since 1.0
 */
final class Ticks
{
    /** The field that says what is done. */
    static final String ACT = "cs_do";

    /** The field with the pages that are ticked. */
    static final String ITEMS = "cs_item";

    private final Set<DocumentReference> pages = new LinkedHashSet<>();

    /**
     * Something done to one page.
     */
    @FunctionalInterface
    interface Act
    {
        /**
         * @param page the page
         * @throws CrowdsourcingException if it is refused
         */
        void to(DocumentReference page) throws CrowdsourcingException;
    }

    /**
     * @param form a form
     * @param toolkit what knows the pages
     * @param listed tells which pages are in the list
     * @throws CrowdsourcingException if nothing is ticked
     */
    Ticks(FormState form, Toolkit toolkit, Predicate<DocumentReference> listed) throws CrowdsourcingException
    {
        form.get(ITEMS).lines().filter(line -> !line.isBlank()).map(toolkit::reference).filter(listed)
            .forEach(this.pages::add);
        if (this.pages.isEmpty()) {
            throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.nothingTicked"));
        }
    }

    /**
     * @param form a form
     * @return what its button does, which nobody knows
     */
    static CrowdsourcingException unknownAct(FormState form)
    {
        return new CrowdsourcingException(new FieldError("", "crowdsourcing.error.unknownValue", form.get(ACT)));
    }

    /**
     * @param form the form that was sent, {@code null} if none was
     * @return what stays ticked, because the form was refused
     */
    static List<String> kept(FormState form)
    {
        return form == null || !form.isRefused() ? List.of() : form.get(ITEMS).lines().toList();
    }

    /**
     * @return the pages, in their order in the list
     */
    Set<DocumentReference> pages()
    {
        return this.pages;
    }

    /**
     * @param act what is done to each
     * @param conflict the key of the message that some were too late
     * @return to how many it was done
     * @throws CrowdsourcingException if it is refused, or some were too late
     */
    int forEach(Act act, String conflict) throws CrowdsourcingException
    {
        int late = 0;
        for (DocumentReference page : this.pages) {
            try {
                act.to(page);
            } catch (ConflictException e) {
                // Another curator was faster, or it is not for this: the others are dealt with all the same.
                late++;
            }
        }
        int done = this.pages.size() - late;
        if (late > 0) {
            throw new ConflictException(new FieldError("", conflict, done, late));
        }
        return done;
    }
}
