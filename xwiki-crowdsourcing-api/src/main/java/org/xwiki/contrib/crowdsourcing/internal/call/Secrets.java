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
package org.xwiki.contrib.crowdsourcing.internal.call;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;

/**
 * Makes the name of a page that there is once for each e-mail address, on every machine, and from which nobody learns
 * whether there is one for a certain address: a secret of the space goes into it, on a hidden page of administrators.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Secrets.class)
@Singleton
public class Secrets
{
    private static final String NAME = "Secret";

    private static final String VALUE = "value";

    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    /**
     * @param prefix what the name begins with
     * @param space the space of the page
     * @param thing what there is one page for
     * @return the name
     * @throws CrowdsourcingException if it cannot be made
     */
    public String name(char prefix, SpaceReference space, String thing) throws CrowdsourcingException
    {
        DocumentReference page = new DocumentReference(NAME, space);
        Optional<Row> secret = this.pages.find(page, Schema.SECRET);
        if (secret.isEmpty()) {
            byte[] bytes = new byte[BYTES];
            this.random.nextBytes(bytes);
            this.writer.createHidden(page, NAME, Schema.SECRET, Map.of(VALUE, HexFormat.of().formatHex(bytes)));
            // Somebody else's, if that was faster.
            secret = this.pages.find(page, Schema.SECRET);
        }
        String value = secret.map(row -> row.text(VALUE)).filter(text -> !text.isBlank()).orElseThrow(
            () -> new CrowdsourcingException(new FieldError("", "crowdsourcing.error.technical")));
        return PageNames.ofHash(prefix, value + ':' + thing);
    }
}
