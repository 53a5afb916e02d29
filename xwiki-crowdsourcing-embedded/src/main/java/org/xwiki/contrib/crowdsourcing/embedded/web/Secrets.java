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
package org.xwiki.contrib.crowdsourcing.embedded.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Initializable;
import org.xwiki.component.phase.InitializationException;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;

/**
 * Signs what the wiki gives to browsers, with a key that only this wiki has and that survives a restart.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Secrets.class)
@Singleton
public class Secrets implements Initializable
{
    private static final String ALGORITHM = "HmacSHA256";

    private static final int KEY_LENGTH = 32;

    @Inject
    private EmbeddedWikiConfiguration configuration;

    private byte[] key;

    @Override
    public void initialize() throws InitializationException
    {
        Path file = this.configuration.getData().resolve("secret.key");
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY_LENGTH];
                new SecureRandom().nextBytes(fresh);
                Files.createDirectories(file.getParent());
                Path temporary = Files.createTempFile(file.getParent(), "secret", ".tmp");
                Files.write(temporary, fresh);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            }
            this.key = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InitializationException("Failed to read the key of the wiki", e);
        }
    }

    /**
     * @param text what to sign
     * @return the signature, safe in URLs and cookies
     */
    public String sign(String text)
    {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(this.key, ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Failed to sign", e);
        }
    }

    /**
     * @param expected what is right
     * @param given what was sent, may be {@code null}
     * @return whether they are the same, found out in a time that tells nothing
     */
    public static boolean isSame(String expected, String given)
    {
        return given != null && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
            given.getBytes(StandardCharsets.UTF_8));
    }
}
