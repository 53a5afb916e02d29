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

import java.io.StringReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.MacroMarkerBlock;
import org.xwiki.rendering.block.VerbatimBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.block.match.ClassBlockMatcher;
import org.xwiki.rendering.macro.MacroId;
import org.xwiki.rendering.macro.MacroManager;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.RenderingContext;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.rendering.transformation.TransformationException;
import org.xwiki.rendering.transformation.TransformationManager;
import org.xwiki.rendering.util.ErrorBlockGenerator;
import org.xwiki.xml.XMLUtils;

/**
 * The only way in which the macros show wiki text that somebody typed: restricted, so that no script and no HTML runs.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RestrictedTextRenderer.class)
@Singleton
public class RestrictedTextRenderer
{
    private static final String OPENING = "{{";

    /** What a text with none of these shows depends on nothing else: no macro, link, image or attachment is in it. */
    private static final List<String> LIVING = List.of(OPENING, "[[", "image:", "attach:");

    private static final int KEPT = 1000;

    private static final int LONGEST_KEPT = 4000;

    @Inject
    @Named("xwiki/2.1")
    private Parser parser;

    @Inject
    private TransformationManager transformationManager;

    @Inject
    private RenderingContext renderingContext;

    @Inject
    @Named("context")
    private Provider<ComponentManager> componentManagerProvider;

    @Inject
    private MacroManager macroManager;

    @Inject
    private ErrorBlockGenerator errors;

    @Inject
    private Logger logger;

    /** While many read the same discussion, rendering its texts is a good part of the work. */
    private final Map<String, String> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true)
    {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest)
        {
            return size() > KEPT;
        }
    });

    /**
     * @param text wiki text
     * @return it as HTML; escaped as it is when it cannot be rendered
     */
    public String render(String text)
    {
        if (text.length() > LONGEST_KEPT || LIVING.stream().anyMatch(text::contains)) {
            return renderNow(text);
        }
        String key = getTargetSyntax().toIdString() + text;
        String html = this.kept.get(key);
        if (html == null) {
            html = renderNow(text);
            this.kept.put(key, html);
        }
        return html;
    }

    private String renderNow(String text)
    {
        try {
            XDOM xdom = this.parser.parse(new StringReader(text));
            transform(xdom);
            showRefusedMacrosAsText(xdom, text.replace("\r\n", "\n"));
            return print(xdom);
        } catch (Exception e) {
            this.logger.warn("Failed to render a text, it is shown as it is.", e);
            return "<pre>" + XMLUtils.escape(text) + "</pre>";
        }
    }

    /**
     * @param text wiki text
     * @return its words without any formatting; macros have none
     */
    public String renderPlain(String text)
    {
        try {
            DefaultWikiPrinter printer = new DefaultWikiPrinter();
            this.componentManagerProvider.get().<BlockRenderer>getInstance(BlockRenderer.class,
                Syntax.PLAIN_1_0.toIdString()).render(this.parser.parse(new StringReader(text)), printer);
            return printer.toString();
        } catch (Exception e) {
            this.logger.warn("Failed to read the words of a text, it is taken as it is.", e);
            return text;
        }
    }

    /**
     * @param macro a call of another macro
     * @return what it shows as HTML, restricted as well; {@code null} if the wiki has no such macro or it fails
     */
    public String render(MacroBlock macro)
    {
        try {
            if (!this.macroManager.exists(new MacroId(macro.getId()))) {
                return null;
            }
            XDOM xdom = new XDOM(List.of(macro));
            transform(xdom);
            return this.errors.containsError(xdom) ? null : print(xdom);
        } catch (Exception e) {
            this.logger.warn("Failed to run the macro [{}].", macro.getId(), e);
            return null;
        }
    }

    private void transform(XDOM xdom) throws TransformationException
    {
        TransformationContext context = new TransformationContext(xdom, Syntax.XWIKI_2_1, true);
        context.setId("crowdsourcing:text");
        context.setTargetSyntax(getTargetSyntax());
        this.transformationManager.performTransformations(xdom, context);
    }

    private String print(XDOM xdom) throws ComponentLookupException
    {
        BlockRenderer renderer = this.componentManagerProvider.get().getInstance(BlockRenderer.class,
            getTargetSyntax().toIdString());
        DefaultWikiPrinter printer = new DefaultWikiPrinter();
        renderer.render(xdom, printer);
        return printer.toString();
    }

    /**
     * A macro that may not run here (a script, raw HTML) or does not exist is shown as it was typed: the reader can do
     * nothing with the technical message that would stand there.
     */
    private void showRefusedMacrosAsText(XDOM xdom, String text)
    {
        for (MacroMarkerBlock macro : getTypedMacros(xdom, text)) {
            boolean inner = getTypedMacros(macro, text).stream().anyMatch(this.errors::containsError);
            if (!inner && this.errors.containsError(macro)) {
                macro.getParent().replaceChild(new VerbatimBlock(getSource(macro), macro.isInline()), macro);
            }
        }
    }

    /**
     * XWiki shows the error of a macro by more macros, which hold the stack trace: only those in the text were typed.
     */
    private List<MacroMarkerBlock> getTypedMacros(Block block, String text)
    {
        List<MacroMarkerBlock> macros =
            block.getBlocks(new ClassBlockMatcher(MacroMarkerBlock.class), Block.Axes.DESCENDANT);
        return macros.stream().filter(macro -> text
            .contains(macro.getContent() == null ? OPENING + macro.getId() : macro.getContent())).toList();
    }

    private String getSource(MacroMarkerBlock macro)
    {
        StringBuilder source = new StringBuilder(OPENING).append(macro.getId());
        macro.getParameters().forEach((name, value) -> source.append(' ').append(name).append("=\"").append(value)
            .append('"'));
        String content = macro.getContent();
        String end = content == null ? "/}}" : "}}%s{{/%s}}".formatted(content, macro.getId());
        return source.append(end).toString();
    }

    private Syntax getTargetSyntax()
    {
        Syntax target = this.renderingContext.getTargetSyntax();
        return target != null && target.getType().getId().contains("html") ? target : Syntax.HTML_5_0;
    }
}
