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

import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.script.ScriptContext;

import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.script.ScriptContextManager;
import org.xwiki.template.TemplateManager;

/**
 * Runs the templates of the macros. All of them see one variable, {@code $cs}: what the macro shows, and the tools to
 * show it. Because a template may run inside another one (a quotation inside a contribution), the variable is one
 * object that stays the same during a request, with a stack inside.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = TemplateRunner.class)
@Singleton
public class TemplateRunner
{
    private static final String BINDING = "cs";

    private static final String FOLDER = "crowdsourcing/";

    @Inject
    private TemplateManager templateManager;

    @Inject
    private ScriptContextManager scriptContextManager;

    /**
     * @param name the name of the template, without folder and extension
     * @param tool the tools of the macro that runs it
     * @param data what the template shows
     * @return the HTML
     * @throws MacroExecutionException if the template fails
     */
    public String run(String name, ViewTool tool, Map<String, Object> data) throws MacroExecutionException
    {
        ScriptContext scriptContext = this.scriptContextManager.getScriptContext();
        Object bound = scriptContext.getAttribute(BINDING, ScriptContext.ENGINE_SCOPE);
        TemplateScope scope = bound instanceof TemplateScope existing ? existing : new TemplateScope();
        scriptContext.setAttribute(BINDING, scope, ScriptContext.ENGINE_SCOPE);
        scope.push(tool, data);
        try {
            return this.templateManager.render(FOLDER + name + ".vm");
        } catch (Exception e) {
            throw new MacroExecutionException(String.format("Failed to run the template [%s].", name), e);
        } finally {
            scope.pop();
            if (scope.isEmpty()) {
                scriptContext.removeAttribute(BINDING, ScriptContext.ENGINE_SCOPE);
            }
        }
    }
}
