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
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.brief.Citations;
import org.xwiki.contrib.crowdsourcing.macro.EvidenceMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Cites a piece of evidence of a brief by its number.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("evidence")
@Singleton
public class EvidenceMacro extends AbstractCrowdsourcingMacro<EvidenceMacroParameters>
{
    /** What the anchor of an entry in the table begins with. */
    static final String ANCHOR = "cs-evidence-";

    @Inject
    private BriefManager briefs;

    @Inject
    private CitedBriefs cited;

    /**
     * Default constructor.
     */
    public EvidenceMacro()
    {
        super("Evidence",
            "Cites a piece of evidence of a brief by its number.",
            EvidenceMacroParameters.class);
    }

    @Override
    public boolean supportsInlineMode()
    {
        return true;
    }

    @Override
    protected View view(EvidenceMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        String uid = parameters.getUid().strip();
        Brief brief = find(parameters.getReference());
        Citations.Entry entry = brief == null ? null : Citations.of(brief).get(uid);
        Map<String, Object> data = new HashMap<>();
        data.put("uid", uid);
        data.put("entry", entry);
        if (entry != null) {
            boolean here = brief == this.cited.get() || brief.reference().equals(this.toolkit.getCurrentPage());
            String anchor = ANCHOR + uid;
            data.put("address", here ? '#' + anchor : this.toolkit.getURL(brief.reference(), null, anchor));
        }
        return new View(Citations.MACRO, data, null);
    }

    private Brief find(String reference) throws CrowdsourcingException, MacroExecutionException
    {
        Brief shown = this.cited.get();
        if (shown != null && StringUtils.isBlank(reference)) {
            return shown;
        }
        DocumentReference page = resolve(reference);
        return this.briefs.get(page).orElse(null);
    }
}
