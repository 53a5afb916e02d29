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

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.macro.UsedInMacroParameters;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Lists the recommendations and steps that use a contribution, an expert, a brief or a dialogue.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("used-in")
@Singleton
public class UsedInMacro extends AbstractCrowdsourcingMacro<UsedInMacroParameters>
{
    @Inject
    private Uses uses;

    /**
     * Default constructor.
     */
    public UsedInMacro()
    {
        super("Used in",
            "Lists the recommendations and steps that use a contribution, an expert, a brief or a dialogue.",
            UsedInMacroParameters.class);
    }

    @Override
    protected View view(UsedInMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        int version = parameters.getVersion() == null ? 0 : Math.max(0, parameters.getVersion());
        return new View(Uses.TEMPLATE,
            this.uses.getData(resolve(parameters.getReference()), version, parameters.getLimit()), null);
    }
}
