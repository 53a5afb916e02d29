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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Terms;
import org.xwiki.contrib.crowdsourcing.internal.search.WordSearch;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.localization.LocalizationContext;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.QueryException;

/**
 * Finds profiles by words: the search engine of the wiki knows who has them, the database who has a name that begins
 * with them. Whether a profile is listed now is up to who reads it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ExpertSearch.class)
@Singleton
public class ExpertSearch
{
    /** How many profiles are found at most. */
    private static final int MANY = 20000;

    private static final String CLASS = "class";

    private static final String HOME = '.' + PageReader.HOME;

    @Inject
    private WordSearch search;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private Provider<LocalizationContext> context;

    @Inject
    private Logger logger;

    /**
     * @param words what somebody looks for, maybe nothing
     * @param visible which pages the current user may see
     * @return the local references of the profiles that have all of the words, {@code null} if nothing is looked for
     * @throws CrowdsourcingException if the words are refused or it fails
     */
    Set<String> find(String words, Predicate<DocumentReference> visible) throws CrowdsourcingException
    {
        if (words == null || words.isBlank()) {
            return null;
        }
        Inputs inputs = new Inputs();
        String line = inputs.line(ExpertQuery.WORDS, words);
        inputs.refuse();
        WikiReference wiki = this.pages.wiki();
        Set<String> result = new HashSet<>(byName(line, wiki));
        List<Set<String>> wanted = Terms.wanted(line);
        if (!wanted.isEmpty()) {
            Map<String, Set<String>> areas = areas(wiki, visible);
            result.addAll(ask(wanted.stream().map(forms -> marked(forms, areas)).toList(), wiki));
        }
        return result;
    }

    /** A name that has just been typed is found too, and one that the search engine was never told of. */
    private List<String> byName(String line, WikiReference wiki) throws CrowdsourcingException
    {
        String name = Statement.startsWith(line.toLowerCase(Locale.ROOT));
        return this.reader.list(wiki, new Statement("select doc.fullName from XWikiDocument doc, BaseObject obj"
            + " where obj.name = doc.fullName and doc.translation = 0 and obj.className = :class"
            + " and (lower(doc.title) like :text escape '!' or lower(doc.title) like :later escape '!')")
            .bind(CLASS, Schema.EXPERT.getClassName()).bind("text", name).bind("later", "% " + name).limit(MANY));
    }

    private List<String> ask(List<Set<String>> wanted, WikiReference wiki) throws CrowdsourcingException
    {
        try {
            return this.search.find(wiki, Schema.EXPERT, Map.of(), ExpertWords.FIELD, wanted, MANY);
        } catch (QueryException e) {
            this.logger.error("Failed to search the directory of experts", e);
            throw new CrowdsourcingException(
                new FieldError(ExpertQuery.WORDS, "crowdsourcing.error.searchFailed"));
        }
    }

    private Set<String> marked(Set<String> forms, Map<String, Set<String>> areas)
    {
        Set<String> result = new HashSet<>(forms);
        result.addAll(ExpertWords.named(forms, this.context.get().getCurrentLocale()));
        for (Map.Entry<String, Set<String>> area : areas.entrySet()) {
            if (!Collections.disjoint(area.getValue(), forms)) {
                String below = area.getKey().endsWith(HOME)
                    ? area.getKey().substring(0, area.getKey().length() - PageReader.HOME.length()) : area.getKey();
                areas.keySet().stream().filter(page -> page.startsWith(below))
                    .forEach(page -> result.add(ExpertWords.area(page)));
            }
        }
        return result;
    }

    /** What their titles are found by, in all languages that they are translated to. */
    private Map<String, Set<String>> areas(WikiReference wiki, Predicate<DocumentReference> visible)
        throws CrowdsourcingException
    {
        Map<String, Set<String>> result = new HashMap<>();
        Statement statement = new Statement("select doc.fullName, doc.title from XWikiDocument doc, BaseObject obj"
            + " where obj.name = doc.fullName and obj.className = :class and doc.space <> :code")
            .bind(CLASS, Schema.AREA.getClassName()).bind("code", Schema.CODE_SPACE).limit(MANY);
        List<Row> titles = new ArrayList<>();
        for (Object[] row : this.reader.<Object[]>list(wiki, statement)) {
            titles.add(new Row(this.reader.resolve((String) row[0], wiki), (String) row[1], 0, Map.of(), null));
        }
        titles.stream().filter(title -> visible.test(title.page())).forEach(title -> result
            .computeIfAbsent(this.reader.serialize(title.page()), page -> new HashSet<>())
            .addAll(Terms.known(title.title())));
        return result;
    }
}
