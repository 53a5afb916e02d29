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

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import javax.inject.Inject;

import org.apache.commons.lang3.StringUtils;
import org.slf4j.Logger;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.RawBlock;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.MacroTransformationContext;

/**
 * What the macros of the extension have in common: each asks a manager, then shows the answer with a template of its
 * own name. What cannot be shown is said in a message. In a restricted context nothing can be changed.
 *
 * @param <P> the parameters of the macro
 * @version $Id$
 * @since 1.0
 */
public abstract class AbstractCrowdsourcingMacro<P> extends AbstractMacro<P>
{
    /** The category of the macros in the editor; its name is a translation. */
    public static final String CATEGORY = "Crowdsourcing";

    private static final String MESSAGES = "messages";

    private static final String MESSAGE = "message";

    private static final String RESTRICTED = "restricted";

    @Inject
    protected Toolkit toolkit;

    @Inject
    protected FormProcessor forms;

    @Inject
    private TemplateRunner runner;

    @Inject
    private Logger logger;

    protected AbstractCrowdsourcingMacro(String name, String description, Class<P> parameters)
    {
        super(name, description, parameters);
        setDefaultCategories(Set.of(CATEGORY));
    }

    /**
     * What a macro shows.
     *
     * @param template the name of the template, without folder and extension
     * @param data what the template shows
     * @param form the form that has been sent to the macro, maybe {@code null}
     */
    protected record View(String template, Map<String, Object> data, FormState form)
    {
    }

    /**
     * @param parameters the parameters of the macro
     * @param readOnly {@code true} if no form may be shown
     * @return what to show
     * @throws CrowdsourcingException if it cannot be shown
     * @throws MacroExecutionException if something technical fails
     */
    protected abstract View view(P parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException;

    @Override
    public boolean supportsInlineMode()
    {
        return false;
    }

    @Override
    public boolean isExecutionIsolated(P parameters, String content)
    {
        return true;
    }

    @Override
    public List<Block> execute(P parameters, String content, MacroTransformationContext context)
        throws MacroExecutionException
    {
        boolean readOnly = context.getTransformationContext().isRestricted();
        View view;
        try {
            view = view(parameters, readOnly);
        } catch (CrowdsourcingException e) {
            view = message(e);
        }
        Map<String, Object> data = new TreeMap<>(view.data());
        data.put(RESTRICTED, readOnly);
        ViewTool tool = new ViewTool(this.toolkit, this.runner, view.form());
        String assets = this.toolkit.claimAnchor("cs-assets") ? this.runner.run("assets", tool, Map.of()) : "";
        String shown = this.runner.run(view.template(), tool, data);
        String html = assets + tool.getForm().getLeftover() + shown;
        return List.of(new RawBlock(html, Syntax.HTML_5_0));
    }

    /**
     * @param reference the parameter that names a page, maybe blank
     * @return the page, the current one if none is named
     * @throws MacroExecutionException if it cannot be looked for
     */
    protected DocumentReference resolve(String reference) throws MacroExecutionException
    {
        try {
            return StringUtils.isBlank(reference) ? this.toolkit.getCurrentPage() : this.toolkit.resolve(reference);
        } catch (Exception e) {
            throw new MacroExecutionException(String.format("Failed to look for the page [%s].", reference), e);
        }
    }

    /**
     * @param readOnly {@code true} if no form is taken
     * @param actions what the forms of the macro do
     * @param targets which pages they may be about
     * @return the form that has been sent to the macro, {@code null} if there is none
     */
    protected FormState process(boolean readOnly, Map<String, FormAction> actions,
        Predicate<DocumentReference> targets)
    {
        return readOnly ? null : this.forms.process(actions, targets);
    }

    /**
     * @param form the form that has been sent to the macro, maybe {@code null}
     * @return {@code true} if the browser is sent on: nobody sees this page, so nothing needs to be read for it
     */
    protected boolean isSentOn(FormState form)
    {
        return form != null && form.isDone();
    }

    /**
     * @param form the form that has been sent to the macro, after which the browser is sent on
     * @return a view without content
     */
    protected View sentOn(FormState form)
    {
        return new View(MESSAGE, Map.of(MESSAGES, List.of()), form);
    }

    /**
     * @param key the key of a message that says why nothing is shown
     * @param parameters its parameters
     * @return the message
     */
    protected View message(String key, Object... parameters)
    {
        return new View(MESSAGE, Map.of(MESSAGES, List.of(this.toolkit.translate(key, parameters))), null);
    }

    private View message(CrowdsourcingException e)
    {
        View view;
        if (e.getErrors().isEmpty()) {
            this.logger.error("Failed to show the macro [{}].", getDescriptor().getId(), e);
            view = message("crowdsourcing.failed");
        } else {
            List<String> messages = e.getErrors().stream().map(this.toolkit::message).toList();
            view = new View(MESSAGE, Map.of(MESSAGES, messages), null);
        }
        return view;
    }
}
