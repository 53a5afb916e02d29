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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The names of the pages of contributions: {@code c}, then the key of the discussion's root, then the own key, each
 * of a fixed width of digits and small letters. A key begins with its time, so the pages of a discussion are one range
 * of names, the root first, the replies by time.
 *
 * @version $Id$
 * @since 1.0
 */
public final class ContributionKeys
{
    /** The first name of a range that holds all contributions of a thread. */
    public static final String FROM = "c";

    /** The end of that range. */
    public static final String TO = "d";

    /** How many characters of a name tell when the contribution was written. */
    public static final int TIME = 9;

    /** Where in a name they begin, counted from 1. */
    public static final int TIME_AT = 16;

    private static final int RADIX = 36;

    private static final int RANDOM = 5;

    private static final int KEY = TIME + RANDOM;

    private static final int RANDOM_BOUND = 60466176;

    private static final Pattern OWN = Pattern.compile("[0-9a-z]{14}");

    private static final Pattern NAME = Pattern.compile("c[0-9a-z]{28}");

    private static final SecureRandom SECURE_RANDOM = new SecureRandom();

    private ContributionKeys()
    {
    }

    /**
     * @param now the time
     * @return the name of a contribution that begins a discussion
     */
    public static String root(Instant now)
    {
        String key = key(now);
        return FROM + key + key;
    }

    /**
     * @param replyTo the name of the contribution that is replied to
     * @param now the time
     * @return the name of the reply
     */
    public static String reply(String replyTo, Instant now)
    {
        return discussion(replyTo) + key(now);
    }

    /**
     * @param time when it was captured
     * @param token what the client has made up for it, and whose it is
     * @return the name of a contribution that begins a discussion, the same whenever it is asked for
     */
    public static String captured(Instant time, String token)
    {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            int number = new BigInteger(1, hash).mod(BigInteger.valueOf(RANDOM_BOUND)).intValue();
            String key = key(time, number);
            return FROM + key + key;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String key(Instant now)
    {
        return key(now, SECURE_RANDOM.nextInt(RANDOM_BOUND));
    }

    private static String key(Instant now, int number)
    {
        return time(now) + pad(number, RANDOM);
    }

    /**
     * @param time a point in time
     * @return what the own key of a contribution begins with that is written then
     */
    public static String time(Instant time)
    {
        return pad(time.toEpochMilli(), TIME);
    }

    static Instant timeOf(String key)
    {
        return Instant.ofEpochMilli(Long.parseLong(key.substring(0, TIME), RADIX));
    }

    private static String pad(long number, int width)
    {
        String digits = Long.toString(number, RADIX);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /**
     * @param name the name of a page
     * @return {@code true} if it is the name of a contribution
     */
    public static boolean isName(String name)
    {
        return name != null && NAME.matcher(name).matches();
    }

    /**
     * @param name the name of a contribution
     * @return the beginning that the names of its discussion have in common
     */
    public static String discussion(String name)
    {
        return name.substring(0, 1 + KEY);
    }

    /**
     * @param name the name of a contribution
     * @return the name of the root of its discussion
     */
    public static String rootOf(String name)
    {
        String discussion = discussion(name);
        return discussion + discussion.substring(1);
    }

    /**
     * @param name the name of a contribution
     * @return the last name that its discussion can have
     */
    public static String lastOf(String name)
    {
        return discussion(name) + "z".repeat(KEY);
    }

    /**
     * @param name the name of a contribution
     * @return when it was written
     */
    public static Instant time(String name)
    {
        return timeOf(name.substring(1 + KEY));
    }

    /**
     * @param name the name of the page of a contribution
     * @return its own key: sorts as the contributions of a thread were written, whatever they reply to
     */
    public static String own(String name)
    {
        return name.substring(1 + KEY);
    }

    /**
     * @param key any text
     * @return {@code true} if it may be the own key of a contribution
     */
    public static boolean isOwn(String key)
    {
        return key != null && OWN.matcher(key).matches();
    }
}
