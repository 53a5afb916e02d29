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
import java.util.List;
import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.localization.Messages;
import org.xwiki.localization.LocalizationContext;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.GroupBlock;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.macro.MacroContentParser;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.rendering.macro.descriptor.DefaultContentDescriptor;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.transformation.MacroTransformationContext;
import org.xwiki.rendering.util.ParserUtils;

/**
 * Shows a message in the language of the reader.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("translation")
@Singleton
public class TranslationMacro extends AbstractMacro<TranslationMacroParameters>
{
    @Inject
    private Messages messages;

    @Inject
    @Named("plain/1.0")
    private Parser plainParser;

    private final ParserUtils parserUtils = new ParserUtils();

    @Inject
    private LocalizationContext localizationContext;

    @Inject
    private MacroContentParser contentParser;

    /**
     * Describes the macro.
     */
    public TranslationMacro()
    {
        super("Translation", "Display a translation message.",
            new DefaultContentDescriptor("the default translation message", false), TranslationMacroParameters.class);
    }

    @Override
    public boolean supportsInlineMode()
    {
        return true;
    }

    @Override
    public List<Block> execute(TranslationMacroParameters parameters, String content,
        MacroTransformationContext context) throws MacroExecutionException
    {
        Locale locale = parameters.getLocale() == null ? this.localizationContext.getCurrentLocale()
            : parameters.getLocale();
        Object[] values = parameters.getParameters() == null ? new Object[0] : parameters.getParameters();
        String message = this.messages.get(parameters.getKey(), locale, values);
        if (message == null && content != null) {
            return this.contentParser.parse(content, context, false, context.isInline()).getChildren();
        }
        List<Block> blocks;
        try {
            blocks = this.plainParser
                .parse(new StringReader(message == null ? parameters.getKey() : message)).getChildren();
        } catch (ParseException e) {
            throw new MacroExecutionException("Failed to show the message", e);
        }
        this.parserUtils.removeTopLevelParagraph(blocks);
        return context.isInline() ? blocks : List.of(new GroupBlock(blocks));
    }
}
