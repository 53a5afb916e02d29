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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.cache.Cache;
import org.xwiki.cache.CacheException;
import org.xwiki.cache.CacheManager;
import org.xwiki.cache.config.LRUCacheConfiguration;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLifecycleException;
import org.xwiki.component.phase.Disposable;
import org.xwiki.component.phase.Initializable;
import org.xwiki.component.phase.InitializationException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Knows since when accounts are there: since their pages are. Kept in memory, for that does not change.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = AccountAges.class)
@Singleton
public class AccountAges implements Initializable, Disposable
{
    private static final int ACCOUNTS = 50000;

    private static final int BATCH = 500;

    /** Who has no page and needs none. */
    private static final String SUPERADMIN = "superadmin";

    @Inject
    private CacheManager caches;

    @Inject
    private RowReader reader;

    private Cache<Instant> created;

    @Override
    public void initialize() throws InitializationException
    {
        try {
            this.created =
                this.caches.createNewLocalCache(new LRUCacheConfiguration("crowdsourcingAccounts", ACCOUNTS));
        } catch (CacheException e) {
            throw new InitializationException("Failed to create a cache of accounts", e);
        }
    }

    @Override
    public void dispose() throws ComponentLifecycleException
    {
        this.created.dispose();
    }

    /**
     * @param wiki the wiki in which the accounts are looked for that name none
     * @param acts what accounts did
     * @param days how many days old an account is that is not young any more
     * @param unknown whether accounts without a page are young
     * @return what accounts did that were young then
     * @throws CrowdsourcingException if it cannot be read
     */
    List<Act> young(WikiReference wiki, Collection<Act> acts, int days, boolean unknown) throws CrowdsourcingException
    {
        Duration age = Duration.ofDays(days);
        Map<String, Instant> known = find(wiki, acts);
        List<Act> result = new ArrayList<>();
        for (Act act : acts) {
            Instant since = known.get(act.account());
            // What was there before its account was imported or written by hand: nothing is known of its age.
            boolean young = since == null ? unknown
                : !since.isAfter(act.time()) && since.plus(age).isAfter(act.time());
            if (young) {
                result.add(act);
            }
        }
        return result;
    }

    private Map<String, Instant> find(WikiReference wiki, Collection<Act> acts) throws CrowdsourcingException
    {
        Map<String, Instant> result = new HashMap<>();
        Map<WikiReference, Map<String, String>> missing = new HashMap<>();
        for (String account : new LinkedHashSet<>(acts.stream().map(Act::account).toList())) {
            DocumentReference page = this.reader.resolve(account, wiki);
            Instant known = SUPERADMIN.equals(page.getName()) ? Instant.EPOCH : this.created.get(key(page));
            if (known == null) {
                missing.computeIfAbsent(page.getWikiReference(), key -> new HashMap<>())
                    .put(this.reader.serialize(page), account);
            } else {
                result.put(account, known);
            }
        }
        for (Map.Entry<WikiReference, Map<String, String>> entry : missing.entrySet()) {
            read(entry.getKey(), entry.getValue(), result);
        }
        return result;
    }

    private void read(WikiReference wiki, Map<String, String> accounts, Map<String, Instant> result)
        throws CrowdsourcingException
    {
        List<String> pages = List.copyOf(accounts.keySet());
        for (int at = 0; at < pages.size(); at += BATCH) {
            Set<String> batch = Set.copyOf(pages.subList(at, Math.min(pages.size(), at + BATCH)));
            List<Object[]> rows = this.reader.list(wiki, new Statement("select doc.fullName, doc.creationDate"
                + " from XWikiDocument doc where doc.fullName in (:pages) and doc.translation = 0")
                .bind("pages", batch).limit(BATCH));
            for (Object[] row : rows) {
                Instant since = ((Date) row[1]).toInstant();
                this.created.set(key(this.reader.resolve((String) row[0], wiki)), since);
                result.put(accounts.get((String) row[0]), since);
            }
        }
    }

    private static String key(DocumentReference page)
    {
        return page.toString();
    }
}
