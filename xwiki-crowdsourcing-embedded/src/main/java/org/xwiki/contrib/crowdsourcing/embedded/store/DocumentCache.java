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
package org.xwiki.contrib.crowdsourcing.embedded.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.xpn.xwiki.doc.XWikiDocument;

/**
 * The pages used last, and the names of pages that are known not to exist. What was read while a page was saved is not
 * kept, as it may be the state before.
 */
class DocumentCache
{
    private static final int MAXIMUM = 500;

    private static final int MAXIMUM_MISSING = 10000;

    private final Map<Long, XWikiDocument> documents = new Recent<>(MAXIMUM);

    private final Map<Long, Boolean> missing = new Recent<>(MAXIMUM_MISSING);

    private long generation;

    private static final class Recent<V> extends LinkedHashMap<Long, V>
    {
        private static final long serialVersionUID = 1L;

        private final int maximum;

        Recent(int maximum)
        {
            super(16, 0.75F, true);
            this.maximum = maximum;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, V> eldest)
        {
            return size() > this.maximum;
        }
    }

    /** @return null when nothing is known of the page, empty when it is known not to exist */
    synchronized Optional<XWikiDocument> get(long id)
    {
        XWikiDocument document = this.documents.get(id);
        return document == null && !this.missing.containsKey(id) ? null : Optional.ofNullable(document);
    }

    synchronized long getGeneration()
    {
        return this.generation;
    }

    synchronized void put(long id, XWikiDocument document, long readSince)
    {
        if (this.generation == readSince) {
            if (document == null) {
                this.missing.put(id, Boolean.TRUE);
            } else {
                this.documents.put(id, document);
            }
        }
    }

    synchronized void remove(long id)
    {
        this.generation++;
        this.documents.remove(id);
        this.missing.remove(id);
    }
}
