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

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.macro.InitiativesMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Lists the initiatives of the wiki.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("initiatives")
@Singleton
public class InitiativesMacro extends AbstractCrowdsourcingMacro<InitiativesMacroParameters>
{
    private static final String TITLE = "title";

    @Inject
    private InitiativeManager initiatives;

    /**
     * Default constructor.
     */
    public InitiativesMacro()
    {
        super("Initiatives", "Lists the initiatives of the wiki.", InitiativesMacroParameters.class);
    }

    @Override
    protected View view(InitiativesMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference parent = this.toolkit.getCurrentPage();
        FormState form = process(readOnly, Map.of("createInitiative",
            sent -> this.toolkit.getEditURL(this.initiatives.create(parent, sent.get(TITLE)))), parent::equals);
        Map<String, Object> data = new HashMap<>();
        data.put("page", this.initiatives.list(
            new PageRequest(this.toolkit.getParameter(Queries.CURSOR), parameters.getLimit())));
        data.put("query", new Queries(this.toolkit, parent));
        data.put("parent", parent);
        data.put("canCreate", !readOnly && this.initiatives.canCreate(parent));
        return new View("initiatives", data, form);
    }
}
