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

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.model.reference.DocumentReference;

/**
 * Keeps machines out of the forms for guests: a field that people do not see, and the time between showing the form and
 * sending it. That time is signed, so that nobody makes it up. The key lasts as long as the process, as do the tokens
 * that the wiki gives to guests: what was shown before is refused for both, and shown again with what was typed.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Doorkeeper.class)
@Singleton
public class Doorkeeper
{
    /** The field with the time when the form was shown. */
    static final String BEGUN = "begun";

    /** The field that people do not see; only machines fill it in. */
    static final String TRAP = "homepage";

    private static final String ALGORITHM = "HmacSHA256";

    private static final char DOT = '.';

    private static final int BYTES = 32;

    /** Nobody fills in a form faster. */
    private static final Duration FASTEST = Duration.ofSeconds(3);

    private static final Duration SLOWEST = Duration.ofDays(1);

    private final SecretKeySpec key = new SecretKeySpec(random(), ALGORITHM);

    @Inject
    private Toolkit toolkit;

    private static byte[] random()
    {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /**
     * @param page the page that a form is about
     * @return what the form brings along
     */
    public String begin(DocumentReference page)
    {
        String time = String.valueOf(Instant.now().toEpochMilli());
        return time + DOT + sign(time, page);
    }

    private String sign(String time, DocumentReference page)
    {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(this.key);
            byte[] signed = (time + ' ' + this.toolkit.serialize(page)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /**
     * @param form a form that a guest sent
     * @param page the page that it is about
     * @throws CrowdsourcingException if a machine seems to have sent it
     */
    public void check(FormState form, DocumentReference page) throws CrowdsourcingException
    {
        Duration taken = taken(form.get(BEGUN), page);
        if (!form.get(TRAP).isEmpty() || taken.compareTo(FASTEST) < 0 || taken.compareTo(SLOWEST) > 0) {
            throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.machine"));
        }
    }

    private Duration taken(String begun, DocumentReference page)
    {
        int dot = begun.indexOf(DOT);
        String time = begun.substring(0, Math.max(0, dot));
        boolean own = time.matches("\\d{1,15}") && MessageDigest.isEqual(
            sign(time, page).getBytes(StandardCharsets.UTF_8),
            begun.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return own ? Duration.between(Instant.ofEpochMilli(Long.parseLong(time)), Instant.now()) : Duration.ZERO;
    }
}
