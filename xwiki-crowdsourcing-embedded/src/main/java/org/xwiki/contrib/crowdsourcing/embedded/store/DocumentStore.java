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
package org.xwiki.contrib.crowdsourcing.embedded.store;

import java.util.List;
import java.util.Locale;

import org.xwiki.component.annotation.Role;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Where pages are kept.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface DocumentStore
{
    /**
     * @param reference the reference of a page, with the locale of a translation
     * @return the page as it is stored, shared with everybody who asks for it; a new one when there is none
     * @throws XWikiException when the page cannot be read
     */
    XWikiDocument get(DocumentReference reference) throws XWikiException;

    /**
     * Stores a page and, when it changed, a revision of it.
     *
     * @param document the page
     * @throws XWikiException when it cannot be stored, or is new but somebody else created it meanwhile
     */
    void save(XWikiDocument document) throws XWikiException;

    /**
     * @param document the page to remove, with its history
     * @throws XWikiException when it cannot be removed
     */
    void delete(XWikiDocument document) throws XWikiException;

    /**
     * @param document the page whose versions are removed
     * @param from the first version
     * @param to the last version
     * @throws XWikiException when they cannot be removed
     */
    void deleteRevisions(XWikiDocument document, String from, String to) throws XWikiException;

    /**
     * @param reference the reference of a page
     * @return the languages that it is translated to
     * @throws XWikiException when they cannot be read
     */
    List<Locale> getTranslations(DocumentReference reference) throws XWikiException;

    /**
     * @param reference the reference of a page, with the locale of a translation
     * @return what was saved when and by whom, the latest first, without the content
     * @throws XWikiException when the history cannot be read
     */
    List<Revision> getRevisions(DocumentReference reference) throws XWikiException;

    /**
     * @param reference the reference of a page, with the locale of a translation
     * @param version a version of the page
     * @return the page as it was, null when there is no such version
     * @throws XWikiException when the history cannot be read
     */
    XWikiDocument getRevision(DocumentReference reference, String version) throws XWikiException;
}
