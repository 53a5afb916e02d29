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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the name of a page from its title: letters, marks and digits of any script are kept, words are joined by
 * hyphens, everything that means something in a reference or an address is left out.
 *
 * @version $Id$
 * @since 1.0
 */
public final class PageNames
{
    /** The longest name. */
    public static final int MAXIMUM = 60;

    private static final int ROOM_FOR_NUMBER = 6;

    private static final int HASH = 24;

    /** Names that mean something of their own where pages are created. */
    private static final Set<String> RESERVED = Set.of("webhome", "webpreferences", "groups", "panel", "adjustments",
        "call", "code", "scores", "reviews");

    private PageNames()
    {
    }

    /**
     * @param title a title
     * @param fallback the name if nothing of the title can be kept
     * @return the name
     */
    public static String fromTitle(String title, String fallback)
    {
        StringBuilder name = new StringBuilder();
        boolean gap = false;
        int[] codePoints = Normalizer.normalize(title, Normalizer.Form.NFC).codePoints().toArray();
        for (int codePoint : codePoints) {
            if (!isKept(codePoint, name)) {
                gap = name.length() > 0;
                continue;
            }
            int length = name.length() + (gap ? 1 : 0) + Character.charCount(codePoint);
            if (length > MAXIMUM - ROOM_FOR_NUMBER) {
                break;
            }
            if (gap) {
                name.append('-');
                gap = false;
            }
            name.appendCodePoint(codePoint);
        }
        String result = name.length() == 0 ? fallback : name.toString();
        return RESERVED.contains(result.toLowerCase(Locale.ROOT)) ? result + "-1" : result;
    }

    /**
     * @param name the name
     * @param attempt 1 for the name itself, then 2, 3, ...
     * @return the name to try
     */
    public static String attempt(String name, int attempt)
    {
        return attempt == 1 ? name : name + '-' + attempt;
    }

    /**
     * Makes the name of a page that there is only once for each thing that it is about.
     *
     * @param prefix what the name begins with
     * @param thing the reference of the thing
     * @return the name
     */
    public static String ofHash(char prefix, String thing)
    {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(thing.getBytes(StandardCharsets.UTF_8));
            return prefix + HexFormat.of().formatHex(hash).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean isKept(int codePoint, CharSequence before)
    {
        int type = Character.getType(codePoint);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        boolean variation = codePoint >= 0xFE00 && codePoint <= 0xFE0F;
        return Character.isLetterOrDigit(codePoint) || mark && !variation && before.length() > 0;
    }
}
