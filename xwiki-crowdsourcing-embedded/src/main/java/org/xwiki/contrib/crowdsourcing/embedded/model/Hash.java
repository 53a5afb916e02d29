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
package org.xwiki.contrib.crowdsourcing.embedded.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

import org.xwiki.model.EntityType;
import org.xwiki.model.reference.AbstractLocalizedEntityReference;
import org.xwiki.model.reference.EntityReference;

/**
 * The identifiers of stored entities: a hash of what names them inside their wiki, so that the database's primary key
 * keeps a name unique.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Hash
{
    private static final char SEPARATOR = ':';

    private Hash()
    {
    }

    /**
     * @param reference the reference of a page, with its locale, or of an object
     * @return the identifier of its row
     */
    public static long of(EntityReference reference)
    {
        StringBuilder key = new StringBuilder();
        String wiki = reference.getRoot().getName() + SEPARATOR;
        for (EntityReference element : reference.getReversedReferenceChain()) {
            if (element.getType() != EntityType.WIKI) {
                String name = element.getName();
                boolean local = element.getType() == EntityType.OBJECT && name.startsWith(wiki);
                append(key, local ? name.substring(wiki.length()) : name);
            }
        }
        if (reference instanceof AbstractLocalizedEntityReference localized && localized.getLocale() != null
            && !Locale.ROOT.equals(localized.getLocale())) {
            append(key, localized.getLocale().toString());
        }
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(key.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest, digest.length - Long.BYTES, Long.BYTES).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(StringBuilder key, String part)
    {
        key.append(part.length()).append(SEPARATOR).append(part);
    }
}
