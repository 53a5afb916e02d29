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
package org.xwiki.contrib.crowdsourcing.embedded.rendering;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.listener.MetaData;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.macro.MacroContentParser;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.rendering.macro.descriptor.DefaultContentDescriptor;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.MacroTransformationContext;
import org.xwiki.security.authorization.ContextualAuthorizationManager;
import org.xwiki.security.authorization.Right;
import org.xwiki.velocity.VelocityManager;
import org.xwiki.velocity.XWikiVelocityException;

/**
 * Runs a Velocity script when the author of the page that holds it may write scripts, and never in restricted content.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("velocity")
@Singleton
public class VelocityMacro extends AbstractMacro<VelocityMacroParameters>
{
    private static final Pattern INDENT = Pattern.compile("^[ \t]++", Pattern.MULTILINE);

    @Inject
    private VelocityManager velocityManager;

    @Inject
    private MacroContentParser contentParser;

    @Inject
    private ContextualAuthorizationManager authorization;

    /**
     * Describes the macro.
     */
    public VelocityMacro()
    {
        super("Velocity", "Executes a Velocity script.", new DefaultContentDescriptor("the script"),
            VelocityMacroParameters.class);
    }

    @Override
    public boolean supportsInlineMode()
    {
        return true;
    }

    @Override
    public List<Block> execute(VelocityMacroParameters parameters, String content, MacroTransformationContext context)
        throws MacroExecutionException
    {
        if (context.getTransformationContext().isRestricted() || !this.authorization.hasAccess(Right.SCRIPT)) {
            throw new MacroExecutionException("The execution of the [velocity] script macro is not allowed. Check the "
                + "rights of its last author or the parameters if it's rendered from another script.");
        }
        String script = StringUtils.defaultString(content);
        if (!"none".equals(parameters.getFilter())) {
            script = INDENT.matcher(script).replaceAll("");
        }
        StringWriter writer = new StringWriter();
        try {
            String namespace = StringUtils.defaultString(context.getTransformationContext().getId(), "velocity");
            this.velocityManager.getVelocityEngine().evaluate(this.velocityManager.getVelocityContext(), writer,
                namespace, new StringReader(script));
        } catch (XWikiVelocityException e) {
            throw new MacroExecutionException("Failed to evaluate the Velocity script", e);
        }
        if (!parameters.isOutput()) {
            return List.of();
        }
        Syntax syntax = parameters.isWiki() ? null : Syntax.PLAIN_1_0;
        return this.contentParser
            .parse(writer.toString(), syntax, context, false, new MetaData(), context.isInline()).getChildren();
    }
}
