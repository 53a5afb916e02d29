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

import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.web.Contexts;
import org.xwiki.rendering.block.MacroBlock;
import org.xwiki.rendering.block.MacroMarkerBlock;
import org.xwiki.rendering.block.MetaDataBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.rendering.transformation.MacroTransformationContext;
import org.xwiki.rendering.transformation.TransformationException;
import org.xwiki.rendering.transformation.TransformationManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Includes the content of another page, run with the rights of that page's author.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("include")
@Singleton
public class IncludeMacro extends AbstractPageMacro
{
    @Inject
    private TransformationManager transformationManager;

    /**
     * Describes the macro.
     */
    public IncludeMacro()
    {
        super("Include", "Include other pages into the current page.");
        // As early as the script macros, so that what is included can define what they use.
        setPriority(10);
    }

    @Override
    protected XDOM show(XWikiDocument document, PageMacroParameters parameters, MacroTransformationContext context)
    {
        return this.documentRenderer.display(document.getDocumentReference(),
            parameters.getContext() == PageMacroParameters.Context.NEW,
            context.getTransformationContext().isRestricted());
    }

    @Override
    protected void transform(XWikiDocument document, PageMacroParameters parameters, MetaDataBlock block,
        MacroTransformationContext context) throws MacroExecutionException
    {
        if (parameters.getContext() == PageMacroParameters.Context.NEW) {
            return;
        }
        XWikiContext xcontext = this.contextProvider.get();
        Object secureDocument = xcontext.get(Contexts.SECURE_DOCUMENT);
        MacroBlock macro = context.getCurrentMacroBlock();
        // What is included runs in its place, so that it sees what stands around it.
        MacroMarkerBlock marker =
            new MacroMarkerBlock(macro.getId(), macro.getParameters(), List.of(block), macro.isInline());
        macro.getParent().replaceChild(marker, macro);
        xcontext.put(Contexts.SECURE_DOCUMENT, document);
        try {
            this.transformationManager.performTransformations(block, context.getTransformationContext());
        } catch (TransformationException e) {
            throw new MacroExecutionException("Failed to include [" + document.getDocumentReference() + ']', e);
        } finally {
            xcontext.put(Contexts.SECURE_DOCUMENT, secureDocument);
            marker.getParent().replaceChild(macro, marker);
        }
    }
}
