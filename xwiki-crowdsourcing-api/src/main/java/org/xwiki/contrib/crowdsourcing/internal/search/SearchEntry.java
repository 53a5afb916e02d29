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
package org.xwiki.contrib.crowdsourcing.internal.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.solr.common.SolrInputDocument;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.ContributionView;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Terms;
import org.xwiki.contrib.crowdsourcing.internal.expert.ExpertWords;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.roadmap.RecommendationState;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;

/**
 * What the search of the wiki knows of our pages. It asks only who may view a page; what everybody who may view it does
 * not see on it either, it must not know.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SearchEntry.class)
@Singleton
public class SearchEntry
{
    /** The field with the words of a contribution and their stems, in its own language whatever that of the wiki. */
    public static final String WORDS = "contribution.words_string";

    private static final String CONSENT = "consent";

    private static final String HIDDEN = "hidden";

    private static final String TITLE = "title_";

    private static final int TITLE_LENGTH = 80;

    private static final String TEXT = "text";

    private static final String SPEAKER = "speaker";

    /** What is longer is no word that anybody looks for. */
    private static final int LONGEST_WORD = 100;

    /** What the fields begin with that hold the values of objects. */
    private static final List<String> VALUES = List.of("objcontent", "object.", "property.", "propertyvalue");

    /** What is about people, and for few. */
    private static final List<Schema> PERSONAL = List.of(Schema.ENGAGEMENT, Schema.CONTACT, Schema.IMPORT,
        Schema.ADJUSTMENT, Schema.APPLICATION, Schema.SECRET);

    @Inject
    private PageReader pages;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private Logger logger;

    /**
     * Changes what the search will know of a page, or of an object of it.
     *
     * @param page the page
     * @param entry what the search will know
     * @return {@code true} if it was changed
     */
    public boolean conceal(DocumentReference page, SolrInputDocument entry)
    {
        boolean concealed;
        try {
            concealed = isConcealed(page);
        } catch (CrowdsourcingException e) {
            // Better not found than found by the wrong people.
            this.logger.error("Failed to find out who may find the page [{}]", page, e);
            concealed = true;
        }
        if (concealed) {
            List.copyOf(entry.getFieldNames()).stream().filter(name -> VALUES.stream().anyMatch(name::startsWith))
                .forEach(entry::removeField);
            entry.setField(HIDDEN, true);
        }
        return concealed;
    }

    private boolean isConcealed(DocumentReference page) throws CrowdsourcingException
    {
        return this.pages.find(page, Schema.CONTRIBUTION).filter(row -> !isShown(row)).isPresent()
            || isPersonal(page)
            || this.pages.find(page, Schema.EXPERT).filter(row -> !row.flag(CONSENT)).isPresent()
            || this.pages.find(page, Schema.RECOMMENDATION).filter(
                row -> row.option("state", RecommendationState.DRAFT) != RecommendationState.PUBLISHED).isPresent();
    }

    private boolean isPersonal(DocumentReference page) throws CrowdsourcingException
    {
        for (Schema schema : PERSONAL) {
            if (this.pages.find(page, schema).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean isShown(Row contribution)
    {
        ContributionState state = ContributionView.state(contribution);
        return state == ContributionState.PUBLISHED || state == ContributionState.MERGED;
    }

    /**
     * Lets a contribution be found, whose page is hidden from the lists of the wiki. Its title says who said what. Lets
     * a listed expert be found by words.
     *
     * @param page the page
     * @param entry what the search will know of it
     * @return {@code true} if it was changed
     */
    public boolean reveal(DocumentReference page, SolrInputDocument entry)
    {
        try {
            Optional<Row> row = this.pages.find(page, Schema.CONTRIBUTION).filter(this::isShown);
            if (row.isPresent()) {
                String title = title(row.get());
                List.copyOf(entry.getFieldNames()).stream().filter(name -> name.startsWith(TITLE))
                    .forEach(name -> entry.setField(name, title));
                entry.setField(HIDDEN, false);
                entry.setField(WORDS, words(row.get()));
            }
            return row.isPresent() || describe(page, entry);
        } catch (CrowdsourcingException e) {
            this.logger.error("Failed to let the page [{}] be found", page, e);
            return false;
        }
    }

    /** Contact data is on another page. */
    private boolean describe(DocumentReference page, SolrInputDocument entry) throws CrowdsourcingException
    {
        Optional<Row> expert = this.pages.find(page, Schema.EXPERT).filter(row -> row.flag(CONSENT));
        if (expert.isPresent()) {
            entry.setField(ExpertWords.FIELD, ExpertWords.of(expert.get(),
                this.pages.all(page, Schema.EXPERTISE).stream().map(item -> item.text("area").strip())
                    .filter(area -> !area.isEmpty()).toList()));
        }
        return expert.isPresent();
    }

    private Set<String> words(Row contribution)
    {
        // Each on its own: the passage may be in another language, and a name in none.
        Set<String> words = new LinkedHashSet<>();
        for (String text : List.of(contribution.text(TEXT), contribution.text("passage"), contribution.text(SPEAKER),
            author(contribution))) {
            Terms.known(text).stream().filter(word -> word.length() <= LONGEST_WORD).forEach(words::add);
        }
        return words;
    }

    private String author(Row contribution)
    {
        DocumentReference author = contribution.reference("author");
        XWikiContext context = this.contextProvider.get();
        return author == null ? "" : context.getWiki().getPlainUserName(author, context);
    }

    private String title(Row contribution)
    {
        String name = contribution.text(SPEAKER);
        if (name.isBlank()) {
            name = author(contribution);
        }
        String text = contribution.text(TEXT).strip().replaceAll("\\s+", " ");
        if (text.codePointCount(0, text.length()) > TITLE_LENGTH) {
            text = text.substring(0, text.offsetByCodePoints(0, TITLE_LENGTH)).strip() + '\u2026';
        }
        return name.isBlank() ? text : name + ": " + text;
    }
}
