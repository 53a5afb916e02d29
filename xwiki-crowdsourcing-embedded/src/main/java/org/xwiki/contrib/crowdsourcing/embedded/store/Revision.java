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

import java.io.Serializable;
import java.util.Date;
import java.util.Objects;

/**
 * A version of a page in the history.
 *
 * @version $Id$
 * @since 1.0
 */
public class Revision implements Serializable
{
    private static final long serialVersionUID = 1L;

    private static final char SEPARATOR = '.';

    private long docId;

    private int version1;

    private int version2;

    private Date date;

    private String author;

    private String comment;

    private String content;

    /** For the database, which fills it. */
    public Revision()
    {
    }

    /**
     * @param docId the identifier of the page
     * @param version the version of the page
     * @param date when the page was saved
     * @param author the text of the reference of who saved it
     * @param comment what was said about the change
     */
    public Revision(long docId, String version, Date date, String author, String comment)
    {
        int separator = version.indexOf(SEPARATOR);
        this.docId = docId;
        this.version1 = Integer.parseInt(version.substring(0, separator));
        this.version2 = Integer.parseInt(version.substring(separator + 1));
        this.date = date;
        this.author = author;
        this.comment = comment;
    }

    void setContent(String content)
    {
        this.content = content;
    }

    String getContent()
    {
        return this.content;
    }

    /** @return the version of the page */
    public String getVersion()
    {
        return this.version1 + String.valueOf(SEPARATOR) + this.version2;
    }

    /** @return whether the change was said to be a minor one */
    public boolean isMinorEdit()
    {
        return this.version2 > 1;
    }

    /** @return when the page was saved */
    public Date getDate()
    {
        return this.date;
    }

    /** @return the text of the reference of who saved it */
    public String getAuthor()
    {
        return this.author;
    }

    /** @return what was said about the change */
    public String getComment()
    {
        return this.comment;
    }

    @Override
    public boolean equals(Object other)
    {
        return other instanceof Revision revision && this.docId == revision.docId
            && this.version1 == revision.version1 && this.version2 == revision.version2;
    }

    @Override
    public int hashCode()
    {
        return Objects.hash(this.docId, this.version1, this.version2);
    }
}
