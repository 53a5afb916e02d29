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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Which pages are kept for good, and which belong to another one.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = KeptPages.class)
@Singleton
public class KeptPages
{
    /** The classes of the pages that only administrators delete. */
    public static final List<Schema> KEPT = List.of(Schema.CONTRIBUTION, Schema.MODERATION, Schema.FLAG,
        Schema.ALERT, Schema.AGREEMENT, Schema.SCORE, Schema.ROADMAP_VERSION, Schema.ROADMAP_REVIEW);

    /** Those of them that only administrators of the wiki delete, or move without what they belong to. */
    public static final List<Schema> FIXED = List.of(Schema.SCORE, Schema.ROADMAP_VERSION, Schema.ROADMAP_REVIEW);

    /** What has pages of its own below it. */
    private static final List<Schema> WHOLES = List.of(Schema.INITIATIVE, Schema.CHALLENGE, Schema.BRIEF,
        Schema.DIALOGUE, Schema.ROADMAP, Schema.RECOMMENDATION, Schema.CALL);

    private static final String EDITION = "edition";

    private static final String VERSION = "version";

    private static final int MANY = 20000;

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    /**
     * @param page a page
     * @return {@code true} if it is the page of a space
     */
    public static boolean isHome(DocumentReference page)
    {
        return PageReader.HOME.equals(page.getName());
    }

    /**
     * @param page a page
     * @return {@code true} if it is kept for good
     * @throws CrowdsourcingException if it cannot be read
     */
    public boolean isKept(DocumentReference page) throws CrowdsourcingException
    {
        for (Schema schema : KEPT) {
            if (this.pages.find(page, schema).isPresent()) {
                return true;
            }
        }
        return isBriefVersion(page);
    }

    /**
     * @param page a page
     * @return {@code true} if it says for good what somebody gave or what is cited
     * @throws CrowdsourcingException if it cannot be read
     */
    public boolean isFixed(DocumentReference page) throws CrowdsourcingException
    {
        boolean fixed = isBriefVersion(page);
        for (Schema schema : FIXED) {
            fixed |= this.pages.find(page, schema).isPresent();
        }
        return fixed;
    }

    private boolean isBriefVersion(DocumentReference page) throws CrowdsourcingException
    {
        return this.pages.find(page, Schema.BRIEF).filter(row -> VERSION.equals(row.text(EDITION))).isPresent();
    }

    /**
     * @param page a page
     * @return {@code true} if it is a published version of a roadmap
     * @throws CrowdsourcingException if it cannot be read
     */
    public boolean isRoadmapVersion(DocumentReference page) throws CrowdsourcingException
    {
        return this.pages.find(page, Schema.ROADMAP_VERSION).isPresent();
    }

    /**
     * @param page a page
     * @return {@code true} if it is the page of a thing that has other pages below it
     * @throws CrowdsourcingException if it cannot be read
     */
    public boolean hasParts(DocumentReference page) throws CrowdsourcingException
    {
        boolean whole = false;
        for (Schema schema : isHome(page) ? WHOLES : List.<Schema>of()) {
            whole |= this.pages.find(page, schema).isPresent();
        }
        return whole && partsOf(page.getLastSpaceReference()).stream().anyMatch(part -> !part.equals(page));
    }

    /**
     * @param space a space
     * @return {@code true} if a page in it or below it is kept for good
     * @throws CrowdsourcingException if they cannot be read
     */
    public boolean hasKept(SpaceReference space) throws CrowdsourcingException
    {
        WikiReference wiki = PageReader.home(space).getWikiReference();
        Statement kept = this.reader.below(this.reader.objects(), space)
            .add("and (obj.className in (:kept) or obj.className = :brief and exists (select p.id.id from"
                + " StringProperty p where p.id.id = obj.id and p.id.name = 'edition' and p.value = 'version'))")
            .bind("kept", KEPT.stream().map(Schema::getClassName).toList())
            .bind("brief", Schema.BRIEF.getClassName()).limit(1);
        return !this.reader.find(wiki, kept).isEmpty();
    }

    /**
     * @param space a space
     * @return {@code true} if what is kept for good in it belongs to something that is not in it
     * @throws CrowdsourcingException if they cannot be read
     */
    public boolean isDetached(SpaceReference space) throws CrowdsourcingException
    {
        Statement wholes = this.reader.below(this.reader.objects(), space).add("and obj.className in (:wholes)")
            .bind("wholes", WHOLES.stream().map(Schema::getClassName).toList()).limit(1);
        return this.reader.find(PageReader.home(space).getWikiReference(), wholes).isEmpty() && hasKept(space);
    }

    /**
     * @param space a space
     * @return the pages in it and below it that the application made
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<DocumentReference> partsOf(SpaceReference space) throws CrowdsourcingException
    {
        WikiReference wiki = PageReader.home(space).getWikiReference();
        Statement parts = this.reader.below(this.reader.objects(), space)
            .add("and obj.className like :own escape '!'")
            .bind("own", Statement.startsWith(Schema.CODE_SPACE + '.')).limit(MANY);
        return this.reader.find(wiki, parts).stream().map(Found::page).distinct()
            .map(page -> this.reader.resolve(page, wiki)).toList();
    }
}
