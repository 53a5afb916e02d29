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

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageFinder;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;

/**
 * Default implementation of {@link PageFinder}.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultPageFinder implements PageFinder
{
    /** A page that was moved more often than that is not followed all the way. */
    private static final int MOVES = 10;

    @Inject
    private PageReader pages;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Override
    public DocumentReference find(String typed) throws CrowdsourcingException
    {
        DocumentReference page = this.resolver.resolve(typed);
        if (!this.pages.exists(page)) {
            DocumentReference home = this.resolver.resolve(typed + '.' + PageReader.HOME);
            page = this.pages.exists(home) ? home : page;
        }
        return find(page);
    }

    @Override
    public DocumentReference find(DocumentReference page) throws CrowdsourcingException
    {
        DocumentReference last = page;
        Set<DocumentReference> seen = new HashSet<>();
        Optional<DocumentReference> next = this.pages.movedTo(page);
        while (next.isPresent() && seen.add(last) && seen.size() <= MOVES) {
            last = next.get();
            next = this.pages.movedTo(last);
        }
        // Where moves lead in a circle, or to what is not there, nothing is known but the page itself.
        return next.isPresent() || !last.equals(page) && !this.pages.exists(last) ? page : last;
    }

    @Override
    public boolean exists(DocumentReference page) throws CrowdsourcingException
    {
        return this.pages.exists(page);
    }
}
