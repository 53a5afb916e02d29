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
package org.xwiki.contrib.crowdsourcing.agreement;

import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * What an initiative asks an expert to sign for one dialogue, and what the expert signed.
 *
 * @param engagement the page of the engagement
 * @param dialogue the page of the dialogue
 * @param title the title of the dialogue, plain text
 * @param all what is asked or was signed
 * @param conflict the declaration of conflicts of interest, plain text, empty if there is none
 * @version $Id$
 * @since 1.0
 */
public record Agreements(DocumentReference engagement, DocumentReference dialogue, String title, List<Agreement> all,
    String conflict)
{
    /**
     * @param engagement the page of the engagement
     * @param dialogue the page of the dialogue
     * @param title the title of the dialogue, plain text
     * @param all what is asked or was signed
     * @param conflict the declaration of conflicts of interest, plain text, empty if there is none
     */
    public Agreements
    {
        all = List.copyOf(all);
    }

    /**
     * @return what the expert has to sign, for the first time or once more
     */
    public List<Agreement> getMissing()
    {
        return this.all.stream().filter(Agreement::isMissing).toList();
    }

    /**
     * @return {@code true} if everything that is asked is signed in its current version
     */
    public boolean isComplete()
    {
        return this.all.stream().noneMatch(Agreement::isMissing);
    }

    /**
     * @return what the texts that are to be signed say, as a short text that changes with them: what a form sends back,
     *     so that nobody signs what one has not read
     */
    public String getStamp()
    {
        return Integer.toHexString(getMissing().stream()
            .map(agreement -> List.of(agreement.kind().getId(), agreement.version(), agreement.text())).toList()
            .hashCode());
    }
}
