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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.DuplicateFinder;
import org.xwiki.contrib.crowdsourcing.dialogue.Likely;
import org.xwiki.model.reference.DocumentReference;

/**
 * What may have been said already: to who is about to say it, and to the curator who merges.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Duplicates.class)
@Singleton
public class Duplicates
{
    /** The parameter with what somebody has typed so far; only the list is shown then. */
    private static final String TYPED = "cs_similar";

    /** The parameter with the contribution that is about to be merged. */
    private static final String MERGED = "cs_merge";

    private static final String SIMILAR = "similar";

    @Inject
    private DuplicateFinder finder;

    @Inject
    private Toolkit toolkit;

    /**
     * @return {@code true} if a script asks while somebody types
     */
    public boolean isAsked()
    {
        return this.toolkit.getParameter(TYPED) != null;
    }

    /**
     * @param thread the page of a dialogue or a brief
     * @return what the template shows to the script that asks
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getAnswer(DocumentReference thread) throws CrowdsourcingException
    {
        return Map.of(SIMILAR, this.finder.find(thread, this.toolkit.getParameter(TYPED)));
    }

    /**
     * @param thread the page of a dialogue or a brief
     * @param form the form that has been sent, maybe {@code null}
     * @param curate {@code true} if the reader may merge
     * @return what the template of discussions shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference thread, FormState form, boolean curate)
        throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        data.put("similarURL", this.toolkit.getPlainURL(this.toolkit.getCurrentPage()));
        boolean typed = form != null && "contribute".equals(form.getAction());
        data.put(SIMILAR, typed ? this.finder.find(thread, form.get("text")) : List.<Likely>of());
        String merged = StringUtils.defaultString(this.toolkit.getParameter(MERGED));
        boolean wanted = curate && Permalinks.isKey(merged);
        data.put("merged", wanted ? merged : "");
        data.put("likely", wanted
            ? this.finder.find(new DocumentReference(merged, thread.getLastSpaceReference())) : List.<Likely>of());
        return data;
    }
}
