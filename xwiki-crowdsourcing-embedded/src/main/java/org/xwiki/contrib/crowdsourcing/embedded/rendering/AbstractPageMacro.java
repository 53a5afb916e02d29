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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;

import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.MetaDataBlock;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.listener.MetaData;
import org.xwiki.rendering.macro.AbstractMacro;
import org.xwiki.rendering.macro.MacroExecutionException;
import org.xwiki.rendering.transformation.MacroTransformationContext;
import org.xwiki.security.authorization.ContextualAuthorizationManager;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * What the macros that show another page have in common.
 *
 * @version $Id$
 * @since 1.0
 */
public abstract class AbstractPageMacro extends AbstractMacro<PageMacroParameters>
{
    private static final ThreadLocal<Deque<DocumentReference>> RUNNING = ThreadLocal.withInitial(ArrayDeque::new);

    /**
     * Renders the page that is shown.
     */
    @Inject
    protected DocumentRenderer documentRenderer;

    /**
     * The context of the request.
     */
    @Inject
    protected Provider<XWikiContext> contextProvider;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    @Inject
    private ContextualAuthorizationManager authorization;

    /**
     * @param name the name of the macro
     * @param description what the macro does
     */
    protected AbstractPageMacro(String name, String description)
    {
        super(name, description, PageMacroParameters.class);
    }

    @Override
    public boolean supportsInlineMode()
    {
        return true;
    }

    @Override
    public List<Block> execute(PageMacroParameters parameters, String content, MacroTransformationContext context)
        throws MacroExecutionException
    {
        DocumentReference reference = this.resolver.resolve(parameters.getReference());
        XWikiContext xcontext = this.contextProvider.get();
        XWikiDocument document;
        try {
            document = xcontext.getWiki().getDocument(reference, xcontext);
        } catch (XWikiException e) {
            throw new MacroExecutionException("Failed to load the page [" + reference + ']', e);
        }
        if (document.isNew()) {
            return List.of();
        }
        if (!this.authorization.hasAccess(Right.VIEW, reference)) {
            throw new MacroExecutionException("The current user is not allowed to view [" + reference + ']');
        }
        Deque<DocumentReference> running = RUNNING.get();
        if (running.contains(reference) || reference.equals(xcontext.getDoc().getDocumentReference())) {
            throw new MacroExecutionException("Found recursive call to [" + reference + ']');
        }
        running.push(reference);
        try {
            XDOM xdom = show(document, parameters, context);
            MetaDataBlock result = new MetaDataBlock(xdom.getChildren(), xdom.getMetaData());
            result.getMetaData().addMetaData(MetaData.SOURCE, this.serializer.serialize(reference));
            transform(document, parameters, result, context);
            return List.of(result);
        } finally {
            running.pop();
        }
    }

    /**
     * @param document the page to show
     * @param parameters the parameters of the macro
     * @param context where the macro stands
     * @return the blocks of the page
     */
    protected abstract XDOM show(XWikiDocument document, PageMacroParameters parameters,
        MacroTransformationContext context);

    /**
     * Runs what is in the blocks, when it was not run yet.
     *
     * @param document the page shown
     * @param parameters the parameters of the macro
     * @param block the blocks of the page
     * @param context where the macro stands
     * @throws MacroExecutionException when it cannot be run
     */
    protected void transform(XWikiDocument document, PageMacroParameters parameters, MetaDataBlock block,
        MacroTransformationContext context) throws MacroExecutionException
    {
        // Nothing is left to do for what ran in a context of its own.
    }
}
