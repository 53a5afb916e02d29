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
package org.xwiki.contrib.crowdsourcing.embedded.skin;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.store.DocumentStore;
import org.xwiki.contrib.crowdsourcing.embedded.store.Revision;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;

import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * The versions of a page.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = History.class)
@Singleton
public class History
{
    @Inject
    private DocumentStore store;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    /**
     * A version of a page.
     *
     * @param version its number
     * @param author who saved it
     * @param date when
     * @param comment why
     * @version $Id$
     */
    public record Version(String version, DocumentReference author, Date date, String comment)
    {
        /**
         * @return its number
         */
        public String getVersion()
        {
            return this.version;
        }

        /**
         * @return who saved it
         */
        public DocumentReference getAuthor()
        {
            return this.author;
        }

        /**
         * @return when it was saved
         */
        public Date getDate()
        {
            return this.date;
        }

        /**
         * @return why it was saved
         */
        public String getComment()
        {
            return this.comment;
        }
    }

    /**
     * @param document a page
     * @return its versions, the newest first
     * @throws XWikiException when they cannot be read
     */
    public List<Version> get(XWikiDocument document) throws XWikiException
    {
        List<Version> result = new ArrayList<>();
        for (Revision revision : this.store.getRevisions(document.getDocumentReference())) {
            String author = revision.getAuthor();
            result.add(new Version(revision.getVersion(),
                StringUtils.isBlank(author) ? null : this.resolver.resolve(author), revision.getDate(),
                revision.getComment()));
        }
        return result;
    }
}
