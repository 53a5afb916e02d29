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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/**
 * Stored objects and references for tests.
 *
 * @version $Id$
 * @since 1.0
 */
public final class TestRows
{
    /** Reads simple references: {@code Space.Page}, with or without a wiki. */
    public static final DocumentReferenceResolver<String> RESOLVER = (reference, parameters) -> page(reference);

    private TestRows()
    {
    }

    /**
     * @param reference a simple reference
     * @return the page
     */
    public static DocumentReference page(String reference)
    {
        String local = reference.substring(reference.indexOf(':') + 1);
        List<String> names = Arrays.asList(local.split("\\."));
        return new DocumentReference("xwiki", new ArrayList<>(names.subList(0, names.size() - 1)),
            names.get(names.size() - 1));
    }

    /**
     * @param page the page
     * @param values names and values in turn
     * @return the stored object
     */
    public static Row row(DocumentReference page, Object... values)
    {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put((String) values[i], values[i + 1]);
        }
        return new Row(page, "Title of " + page.getLastSpaceReference().getName(), 0, map, RESOLVER);
    }

    /**
     * @param reference a page or space
     * @return its local reference
     */
    public static String local(EntityReference reference)
    {
        List<String> names = new ArrayList<>();
        for (EntityReference part : reference.getReversedReferenceChain()) {
            if (part.getParent() != null) {
                names.add(part.getName());
            }
        }
        return String.join(".", names);
    }

    /**
     * @param serializer a mock that shall write local references
     */
    public static void local(EntityReferenceSerializer<String> serializer)
    {
        when(serializer.serialize(any(EntityReference.class)))
            .thenAnswer(invocation -> local((EntityReference) invocation.getArgument(0)));
    }
}
