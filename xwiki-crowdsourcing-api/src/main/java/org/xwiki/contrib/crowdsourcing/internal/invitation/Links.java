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
package org.xwiki.contrib.crowdsourcing.internal.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What links of invitations say: a part by which the invitation is found, and a secret, of which only a hash is stored.
 *
 * @version $Id$
 * @since 1.0
 */
final class Links
{
    private static final int SELECTOR_BYTES = 16;

    /** 256 bits. */
    private static final int SECRET_BYTES = 32;

    private static final Pattern LINK = Pattern.compile("[0-9a-f]{32}[A-Za-z0-9_-]{43}");

    private static final int SELECTOR = 2 * SELECTOR_BYTES;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Links()
    {
    }

    private static byte[] random(int bytes)
    {
        byte[] result = new byte[bytes];
        RANDOM.nextBytes(result);
        return result;
    }

    static String newSelector()
    {
        return HexFormat.of().formatHex(random(SELECTOR_BYTES));
    }

    static String newSecret()
    {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
    }

    static boolean isLink(String link)
    {
        return link != null && LINK.matcher(link).matches();
    }

    static String selector(String link)
    {
        return link.substring(0, SELECTOR);
    }

    static String hash(String secret)
    {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String hashOf(String link)
    {
        return hash(link.substring(SELECTOR));
    }

    /** Takes as long whatever differs. */
    static boolean isSame(String hash, String stored)
    {
        return MessageDigest.isEqual(hash.getBytes(StandardCharsets.US_ASCII),
            stored.getBytes(StandardCharsets.US_ASCII));
    }
}
