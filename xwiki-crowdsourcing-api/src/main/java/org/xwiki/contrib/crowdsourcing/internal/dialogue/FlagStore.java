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

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where flags are stored: one hidden page for each reader and contribution, in the space of its thread. Its name begins
 * with that of the contribution and ends with a key made from the reader, so there is only one.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = FlagStore.class)
@Singleton
public class FlagStore
{
    /** What becomes of a flag. */
    static final String STATE = "state";

    /** No curator looked at it yet. */
    static final String OPEN = "open";

    /** The name of the contribution. */
    static final String CONTRIBUTION = "contribution";

    private static final String PREFIX = "f";

    private static final int KEY = 16;

    private static final int MANY = 500;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    /**
     * @param contribution the page of a contribution
     * @param user a reader, as stored
     * @return the page of what that reader tells about it
     */
    public DocumentReference page(DocumentReference contribution, String user)
    {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(user.getBytes(StandardCharsets.UTF_8));
            return new DocumentReference(
                PREFIX + contribution.getName() + HexFormat.of().formatHex(hash).substring(0, KEY),
                contribution.getLastSpaceReference());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Removes for good what readers told about a contribution, and who did.
     *
     * @param contribution the page of a contribution
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void erase(DocumentReference contribution) throws CrowdsourcingException
    {
        for (DocumentReference page : find(contribution)) {
            if (this.pages.find(page, Schema.FLAG).isPresent()) {
                this.writer.erase(page, Schema.FLAG, Map.of(STATE, "accepted", "text", "", "user", ""));
            }
        }
    }

    /**
     * Closes what readers told about a contribution.
     *
     * @param contribution the page of a contribution
     * @param state what became of it
     * @return how many were open
     * @throws CrowdsourcingException if it cannot be saved
     */
    public int close(DocumentReference contribution, String state) throws CrowdsourcingException
    {
        int closed = 0;
        for (DocumentReference page : find(contribution)) {
            if (this.pages.find(page, Schema.FLAG).filter(row -> OPEN.equals(row.text(STATE))).isPresent()) {
                this.writer.update(page, Schema.FLAG, Map.of(STATE, state), "");
                closed++;
            }
        }
        return closed;
    }

    private List<DocumentReference> find(DocumentReference contribution) throws CrowdsourcingException
    {
        WikiReference wiki = contribution.getWikiReference();
        String space = this.reader.serialize(contribution.getLastSpaceReference());
        String prefix = space + '.' + PREFIX + contribution.getName();
        List<String> names = this.reader.list(wiki, new Statement("select doc.fullName from XWikiDocument doc"
            + " where doc.space = :space and doc.fullName >= :from and doc.fullName < :to order by doc.fullName")
            .bind("space", space).bind("from", prefix).bind("to", prefix + 'z').limit(MANY));
        return names.stream().map(name -> this.reader.resolve(name, wiki)).toList();
    }
}
