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

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.search.SearchEntry;
import org.xwiki.contrib.crowdsourcing.internal.search.WordSearch;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.QueryException;

/**
 * Finds contributions of a thread by words: the search engine of the wiki tells which, and the database, which knows
 * what has happened since, whether everybody who may see the thread sees them now.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ThreadSearch.class)
@Singleton
public class ThreadSearch
{
    /** The field with the words. */
    public static final String FIELD = "search";

    /** How many of those with the words are looked through. */
    static final int LOOKED = Count.LIMIT;

    private static final String CLASS = "class";

    private static final String PAGES = "pages";

    private static final String SHOWN = "select doc.fullName from XWikiDocument doc, BaseObject obj,"
        + " StringProperty state where obj.name = doc.fullName and obj.className = :class and state.id.id = obj.id"
        + " and state.id.name = 'state' and state.value in (:states) and doc.fullName in (:pages)";

    @Inject
    private WordSearch words;

    @Inject
    private RowReader reader;

    @Inject
    private ContributionStore contributions;

    @Inject
    private Access access;

    @Inject
    private Logger logger;

    /**
     * @param thread the page of a thread that the current user may see
     * @param words what is looked for, empty for all
     * @return what was found
     * @throws CrowdsourcingException if the words are refused or it fails
     */
    Matches find(DocumentReference thread, String words) throws CrowdsourcingException
    {
        if (words.isEmpty()) {
            return Matches.ALL;
        }
        Inputs inputs = new Inputs();
        String line = inputs.line(FIELD, words);
        List<Set<String>> wanted = inputs.errors().isEmpty() ? Terms.wanted(line) : List.of();
        if (inputs.errors().isEmpty() && wanted.isEmpty()) {
            inputs.add(new FieldError(FIELD, "crowdsourcing.error.searchWords"));
        }
        inputs.refuse();
        List<String> found = ask(thread, wanted);
        boolean more = found.size() > LOOKED;
        return new Matches(false, visible(shown(found.subList(0, Math.min(LOOKED, found.size())), thread), thread),
            more);
    }

    private List<String> ask(DocumentReference thread, List<Set<String>> wanted) throws CrowdsourcingException
    {
        try {
            return this.words.find(thread.getWikiReference(), Schema.CONTRIBUTION,
                Map.of("space_exact", this.reader.serialize(thread.getLastSpaceReference())), SearchEntry.WORDS, wanted,
                LOOKED + 1);
        } catch (QueryException e) {
            this.logger.error("Failed to search the discussion [{}]", thread, e);
            throw new CrowdsourcingException(new FieldError(FIELD, "crowdsourcing.error.searchFailed"));
        }
    }

    /** What was hidden or erased a moment ago may still be found, but nobody must learn which words were in it. */
    private Collection<String> shown(List<String> found, DocumentReference thread) throws CrowdsourcingException
    {
        if (found.isEmpty()) {
            return List.of();
        }
        Statement statement = new Statement(SHOWN).bind(CLASS, Schema.CONTRIBUTION.getClassName())
            .bind("states", List.of(ContributionState.PUBLISHED.getId(), ContributionState.MERGED.getId()))
            .bind(PAGES, found);
        return this.reader.list(thread.getWikiReference(), this.contributions.inThread(statement, thread)
            .limit(LOOKED));
    }

    private Set<String> visible(Collection<String> pages, DocumentReference thread) throws CrowdsourcingException
    {
        Set<String> result = new LinkedHashSet<>(pages);
        if (!result.isEmpty()) {
            WikiReference wiki = thread.getWikiReference();
            // All pages without rights of their own are under those of their space: one answers for all.
            Set<String> guarded = new HashSet<>(this.reader.<String>list(wiki,
                new Statement("select distinct obj.name from BaseObject obj where obj.className = :rights"
                    + " and obj.name in (:pages)").bind("rights", "XWiki.XWikiRights").bind(PAGES, pages)
                    .limit(LOOKED)));
            boolean others = result.stream().filter(page -> !guarded.contains(page)).findFirst()
                .filter(page -> this.access.canView(this.reader.resolve(page, wiki))).isPresent();
            result.removeIf(page -> guarded.contains(page)
                ? !this.access.canView(this.reader.resolve(page, wiki)) : !others);
        }
        return result;
    }
}
