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

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.Request;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.selection.Origin;
import org.xwiki.contrib.crowdsourcing.selection.Provenance;
import org.xwiki.model.reference.DocumentReference;

/**
 * Where the recommendations come from: their sources with the dialogue or brief in which they were said. What several
 * macros of a page ask for is looked up once.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Sources.class)
@Singleton
public class Sources
{
    private static final String ATTRIBUTE = Sources.class.getName();

    @Inject
    private Provenance provenance;

    @Inject
    private Container container;

    /**
     * @param references the pages that are cited
     * @return where each of them comes from, in their order
     * @throws CrowdsourcingException if they cannot be read
     */
    public Map<DocumentReference, Origin> getOrigins(Collection<DocumentReference> references)
        throws CrowdsourcingException
    {
        Map<DocumentReference, Origin> known = known();
        List<DocumentReference> unknown = references.stream().filter(page -> !known.containsKey(page)).toList();
        if (!unknown.isEmpty()) {
            known.putAll(this.provenance.getOrigins(unknown));
        }
        Map<DocumentReference, Origin> result = new LinkedHashMap<>();
        references.forEach(page -> result.put(page, known.get(page)));
        result.values().removeIf(Objects::isNull);
        return result;
    }

    @SuppressWarnings("unchecked")
    private Map<DocumentReference, Origin> known()
    {
        Request request = this.container.getRequest();
        Object known = request == null ? null : request.getAttribute(ATTRIBUTE);
        if (known instanceof Map) {
            return (Map<DocumentReference, Origin>) known;
        }
        Map<DocumentReference, Origin> result = new HashMap<>();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, result);
        }
        return result;
    }

    /**
     * @param references the pages that are cited
     * @param origins where at least those come from
     * @return where those pages come from, in their order
     */
    public static List<Origin> pick(Collection<DocumentReference> references, Map<DocumentReference, Origin> origins)
    {
        return references.stream().map(origins::get).filter(Objects::nonNull).toList();
    }
}
