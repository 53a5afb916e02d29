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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.util.List;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.brief.BriefPages;
import org.xwiki.contrib.crowdsourcing.internal.store.PageContent;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Keeps the pages of a wiki readable while nothing shows what they store: writes it as plain text into each page, and
 * takes it away again. A long discussion goes on in pages of its own, so that neither a page nor what is in memory
 * grows with it. A page that fails is logged, and the others go on.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Keeper.class)
@Singleton
public class Keeper
{
    private static final String PART = "Discussion";

    private static final int CONTRIBUTIONS = 500;

    private static final int LENGTH = 200000;

    private static final int BATCH = 100;

    private static final int PARTS = 10000;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private RowReader reader;

    @Inject
    private Readable readable;

    @Inject
    private Discussion discussion;

    @Inject
    private Visibility visibility;

    @Inject
    private SafeText safe;

    @Inject
    private Wording wording;

    @Inject
    private Logger logger;

    /** Does something to a page. */
    private interface Task
    {
        /**
         * @param page the page
         * @throws CrowdsourcingException if it fails
         */
        void run(DocumentReference page) throws CrowdsourcingException;
    }

    /**
     * Writes into the pages of a wiki what they store.
     *
     * @param wiki the wiki
     * @param user in whose name, {@code null} for the current user
     */
    public void keep(WikiReference wiki, DocumentReference user)
    {
        this.writer.inWiki(wiki, user, () -> each(wiki, this::keep));
    }

    /**
     * Takes away what {@link #keep} wrote, where nobody has changed it.
     *
     * @param wiki the wiki
     * @param user in whose name, {@code null} for the current user
     */
    public void restore(WikiReference wiki, DocumentReference user)
    {
        this.writer.inWiki(wiki, user, () -> each(wiki, this::restore));
    }

    private void each(WikiReference wiki, Task task)
    {
        String last = "";
        List<String> names;
        try {
            do {
                names = this.reader.list(wiki, new Statement("select distinct doc.fullName from XWikiDocument doc,"
                    + " BaseObject obj where obj.name = doc.fullName and doc.translation = 0 and doc.space <> :code"
                    + " and obj.className in (:classes) and doc.fullName > :last order by doc.fullName")
                    .bind("code", Schema.CODE_SPACE).bind("last", last).bind("classes",
                        this.readable.getSchemas().stream().map(Schema::getClassName).toList()).limit(BATCH));
                for (String name : names) {
                    run(task, this.reader.resolve(name, wiki));
                    last = name;
                }
            } while (names.size() == BATCH);
        } catch (CrowdsourcingException e) {
            this.logger.error("Failed to find the pages of the wiki [{}]", wiki.getName(), e);
        }
    }

    private void run(Task task, DocumentReference page)
    {
        try {
            task.run(page);
        } catch (Exception e) {
            this.logger.error("Failed to change the text of the page [{}]", page, e);
        }
    }

    private boolean isThread(DocumentReference page) throws CrowdsourcingException
    {
        return this.pages.find(page, Schema.DIALOGUE).isPresent() 
            || this.pages.find(page, Schema.BRIEF).filter(BriefPages::isThread).isPresent();
    }

    private void keep(DocumentReference page) throws CrowdsourcingException
    {
        StringBuilder text = new StringBuilder(this.readable.tell(page));
        int part = 1;
        if (isThread(page)) {
            String title = this.pages.title(page);
            // Who may view a page with rights of its own may not view what is beside it, or the other way round.
            boolean apart = !this.visibility.withRights(page.getWikiReference(),
                List.of(this.reader.serialize(page))).isEmpty();
            int count = apart ? CONTRIBUTIONS : 0;
            String cursor = null;
            do {
                Discussion.Piece piece = this.discussion.read(page, cursor);
                if (count >= CONTRIBUTIONS || text.length() >= LENGTH) {
                    part++;
                    text.append(next(page, part));
                    write(part(page, part - 1), title(title, part - 1), text.toString());
                    text.setLength(0);
                    count = 0;
                }
                text.append(piece.text());
                count += piece.count();
                cursor = piece.next();
            } while (cursor != null);
            write(part(page, part), title(title, part), text.toString());
        } else {
            write(page, "", text.toString());
        }
    }

    private String title(String thread, int part)
    {
        return part == 1 ? thread : this.wording.text("crowdsourcing.keep.part", thread, part);
    }

    private String next(DocumentReference thread, int part)
    {
        return new Draft(this.safe).paragraph(this.wording.link(part(thread, part),
            this.wording.text("crowdsourcing.keep.next", part))).toString();
    }

    private DocumentReference part(DocumentReference thread, int part)
    {
        return part == 1 ? thread : new DocumentReference(PART + part, thread.getLastSpaceReference());
    }

    private void write(DocumentReference page, String title, String text) throws CrowdsourcingException
    {
        PageContent before = this.pages.content(page);
        String own = Marked.own(before.text());
        String addition = Marked.addition(own, text);
        if (addition.isEmpty() || before.text().equals(own + addition)) {
            return;
        }
        if (own.isBlank() || isExtensible(before, own, addition)) {
            this.writer.write(page, title, own + addition, this.wording.text("crowdsourcing.keep.written"));
        } else {
            this.logger.warn("The page [{}] is not made readable: its own text does not let anything be added.", page);
        }
    }

    private boolean isExtensible(PageContent page, String own, String addition)
    {
        // What others wrote must not swallow our part, nor become the work of somebody else.
        boolean sameAuthor = page.ofOneAuthor() || !own.contains("{{");
        return page.wiki() && sameAuthor && this.safe.isApart(own, addition);
    }

    private void restore(DocumentReference page) throws CrowdsourcingException
    {
        remove(page, false);
        if (isThread(page)) {
            Statement parts = new Statement("select doc.fullName from XWikiDocument doc where doc.space = :space"
                + " and doc.name like :name escape '!' and doc.translation = 0")
                .bind("space", this.reader.serialize(page.getLastSpaceReference()))
                .bind("name", Statement.startsWith(PART)).limit(PARTS);
            for (String name : this.reader.<String>list(page.getWikiReference(), parts)) {
                run(part -> remove(part, true), this.reader.resolve(name, page.getWikiReference()));
            }
        }
    }

    private void remove(DocumentReference page, boolean part) throws CrowdsourcingException
    {
        PageContent before = this.pages.content(page);
        String own = Marked.own(before.text());
        if (!own.equals(before.text())) {
            if (part && own.isEmpty() && before.untouched()) {
                this.writer.delete(page);
            } else {
                this.writer.write(page, "", own, this.wording.text("crowdsourcing.keep.removed"));
            }
        }
    }
}
