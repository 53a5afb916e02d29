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
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.selection.Provenance;
import org.xwiki.model.reference.DocumentReference;

/**
 * Where something was used: the recommendations and steps that come from it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Uses.class)
@Singleton
public class Uses
{
    /** The name of the view. */
    public static final String USED = "used";

    /** The name of the template. */
    public static final String TEMPLATE = "used-in";

    private static final String BACK = "back";

    private static final String VERSION = "cs_version";

    @Inject
    private Provenance provenance;

    @Inject
    private Toolkit toolkit;

    /**
     * @return {@code true} if the reader asks where the page is used
     */
    public boolean isWanted()
    {
        return USED.equals(this.toolkit.getParameter(FormProcessor.VIEW));
    }

    /**
     * @param page the page of a contribution, an expert, a brief or a dialogue
     * @return what the view of that page shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference page) throws CrowdsourcingException
    {
        String typed = this.toolkit.getParameter(VERSION);
        Map<String, Object> data =
            getData(page, typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0,
                PageRequest.MAXIMUM);
        data.put(BACK, true);
        return data;
    }

    /**
     * @param page the page of a contribution, an expert, a brief or a dialogue
     * @param version only what speaks to this version of the brief, 0 for all
     * @param limit how many are shown at a time
     * @return what the template shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference page, int version, int limit) throws CrowdsourcingException
    {
        Queries query = new Queries(this.toolkit, this.toolkit.getCurrentPage());
        query.with(FormProcessor.VIEW, query.get(FormProcessor.VIEW)).with(VERSION, query.get(VERSION));
        Map<String, Object> data = new HashMap<>();
        data.put("reference", page);
        data.put("version", version);
        data.put("uses",
            this.provenance.getUses(page, version, new PageRequest(query.get(Queries.CURSOR), limit)));
        data.put("most", Provenance.MOST);
        data.put("query", query);
        data.put(BACK, false);
        return data;
    }
}
