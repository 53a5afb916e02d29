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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a page with our part at its end, which a comment that shows nothing parts from what others wrote. The
 * comment has the hash of our part: what somebody has changed is not ours any more.
 *
 * @version $Id$
 * @since 1.0
 */
final class Marked
{
    private static final Pattern MARK =
        Pattern.compile("\\{\\{comment\\}\\}crowdsourcing:([0-9a-f]{16})\\{\\{/comment\\}\\}\n\n");

    private static final String BETWEEN = "\n\n";

    private static final int LENGTH = 16;

    private Marked()
    {
    }

    /**
     * @param content the text of a page
     * @return it without our part
     */
    static String own(String content)
    {
        String text = content.replace("\r\n", "\n");
        // The first one: those that follow may be what somebody typed.
        Matcher matcher = MARK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(1).equals(hash(text.substring(matcher.end())))) {
                String before = text.substring(0, matcher.start());
                return before.endsWith(BETWEEN) ? before.substring(0, before.length() - BETWEEN.length()) : before;
            }
        }
        return content;
    }

    /**
     * @param own what others wrote
     * @param text our part
     * @return what is added to what others wrote
     */
    static String addition(String own, String text)
    {
        String ours = text.strip();
        return ours.isEmpty() ? ""
            : (own.isEmpty() ? "" : BETWEEN) + "{{comment}}crowdsourcing:%s{{/comment}}".formatted(hash(ours)) + BETWEEN
                + ours;
    }

    private static String hash(String text)
    {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
