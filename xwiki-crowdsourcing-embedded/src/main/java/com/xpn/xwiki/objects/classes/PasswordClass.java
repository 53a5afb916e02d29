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
package com.xpn.xwiki.objects.classes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.BaseProperty;

/**
 * A password, stored as a salted hash: {@code hash:ALGORITHM:salt:digest}.
 *
 * @version $Id$
 */
public class PasswordClass extends StringClass
{
    protected static final String DEFAULT_HASH_ALGORITHM = "SHA-512";

    protected static final String HASH_IDENTIFIER = "hash";

    protected static final String SEPARATOR = ":";

    private static final long serialVersionUID = 1L;

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public BaseProperty fromString(String value) throws XWikiException
    {
        boolean plain = !value.isEmpty() && !value.startsWith(HASH_IDENTIFIER + SEPARATOR);
        return fromValue(plain ? getPasswordHash(value) : value);
    }

    public String getAlgorithmFromPassword(String password)
    {
        return password.split(SEPARATOR, -1)[1];
    }

    public String getSaltFromPassword(String password)
    {
        String[] parts = password.split(SEPARATOR, -1);
        return parts.length > 3 ? parts[2] : "";
    }

    /** The stored form that the plain password has, if it is the one that is stored. */
    public String getEquivalentPassword(String storedPassword, String plainPassword)
    {
        return storedPassword.startsWith(HASH_IDENTIFIER + SEPARATOR)
            ? getPasswordHash(plainPassword, getAlgorithmFromPassword(storedPassword),
                getSaltFromPassword(storedPassword))
            : plainPassword;
    }

    public String getPasswordHash(String password)
    {
        return getPasswordHash(password, DEFAULT_HASH_ALGORITHM, randomSalt());
    }

    public String getPasswordHash(String password, String algorithm, String salt)
    {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm)
                .digest((salt + password).getBytes(StandardCharsets.UTF_8));
            return String.join(SEPARATOR, HASH_IDENTIFIER, algorithm, salt, HexFormat.of().formatHex(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String randomSalt()
    {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
