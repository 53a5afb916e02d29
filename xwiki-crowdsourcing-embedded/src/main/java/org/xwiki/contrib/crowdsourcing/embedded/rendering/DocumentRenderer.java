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
import java.util.Locale;
import java.util.Objects;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.embedded.rights.RequiredRights;
import org.xwiki.contrib.crowdsourcing.embedded.web.Contexts;
import org.xwiki.contrib.crowdsourcing.embedded.web.DocumentURLs;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.internal.transformation.MutableRenderingContext;
import org.xwiki.rendering.listener.MetaData;
import org.xwiki.rendering.parser.ParseException;
import org.xwiki.rendering.parser.Parser;
import org.xwiki.rendering.renderer.BlockRenderer;
import org.xwiki.rendering.renderer.printer.DefaultWikiPrinter;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.rendering.transformation.RenderingContext;
import org.xwiki.rendering.transformation.TransformationContext;
import org.xwiki.rendering.transformation.TransformationException;
import org.xwiki.rendering.transformation.TransformationManager;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.ContextualAuthorizationManager;
import org.xwiki.security.authorization.Right;
import org.xwiki.velocity.VelocityManager;
import org.xwiki.xml.XMLUtils;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Renders pages, with the sheets that are bound to them.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = DocumentRenderer.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DocumentRenderer
{
    private static final String IN_RENDERING = "isInRenderingEngine";

    private static final String LOAD_ERROR = "Failed to load the page [%s]";

    @Inject
    @Named("context")
    private Provider<ComponentManager> componentManager;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private TransformationManager transformationManager;

    @Inject
    private RenderingContext renderingContext;

    @Inject
    private Sheets sheets;

    @Inject
    private ContextualAuthorizationManager contextualAuthorization;

    @Inject
    private AuthorizationManager authorization;

    @Inject
    private RequiredRights requiredRights;

    @Inject
    private VelocityManager velocityManager;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    @Inject
    private Contexts contexts;

    @Inject
    private Logger logger;

    /**
     * @param document the page
     * @param target the syntax to render to
     * @param restricted whether scripts and dangerous macros are refused
     * @return the content, through the sheet of the page when it is the current one
     */
    public String renderContent(XWikiDocument document, Syntax target, boolean restricted)
    {
        XWikiContext context = this.contextProvider.get();
        Object secureDocument = context.get(Contexts.SECURE_DOCUMENT);
        XDOM xdom;
        try {
            XWikiDocument sheet = isCurrent(document, context) ? getSheet(document, context) : null;
            XWikiDocument shown = sheet == null ? document : sheet;
            context.put(Contexts.SECURE_DOCUMENT, shown);
            xdom = transform(getXDOM(shown, context), shown, target, restricted || document.isRestricted());
        } finally {
            restore(context, secureDocument);
        }
        return render(xdom, target);
    }

    /**
     * @param reference the page to show inside another one
     * @param isolated whether it is shown in a context of its own
     * @param restricted whether scripts and dangerous macros are refused
     * @return the blocks; transformed when isolated
     */
    public XDOM display(DocumentReference reference, boolean isolated, boolean restricted)
    {
        XWikiContext context = this.contextProvider.get();
        try {
            XWikiDocument document = context.getWiki().getDocument(reference, context);
            if (!isolated) {
                return getXDOM(document, context);
            }
            Syntax target = this.renderingContext.getTargetSyntax();
            return this.contexts.isolated(document, () -> {
                XWikiContext own = this.contextProvider.get();
                XWikiDocument sheet = getSheet(document, own);
                XWikiDocument shown = sheet == null ? document : sheet;
                own.put(Contexts.SECURE_DOCUMENT, shown);
                return transform(getXDOM(shown, own), shown, target, restricted || document.isRestricted());
            });
        } catch (Exception e) {
            throw new IllegalStateException(String.format(LOAD_ERROR, reference), e);
        }
    }

    /**
     * @param text the text to render
     * @param source the syntax of the text
     * @param target the syntax to render to
     * @param restricted whether scripts and dangerous macros are refused
     * @param secureDocument the page whose author answers for the text, may be {@code null}
     * @return the rendered text
     */
    public String renderText(String text, Syntax source, Syntax target, boolean restricted,
        XWikiDocument secureDocument)
    {
        XWikiContext context = this.contextProvider.get();
        Object previous = context.get(Contexts.SECURE_DOCUMENT);
        try {
            if (secureDocument != null) {
                context.put(Contexts.SECURE_DOCUMENT, secureDocument);
            }
            XDOM xdom = parse(text, source);
            XWikiDocument document = secureDocument == null ? context.getDoc() : secureDocument;
            if (document != null) {
                xdom.getMetaData().addMetaData(MetaData.SOURCE,
                    this.serializer.serialize(document.getDocumentReference()));
            }
            return render(transform(xdom, source, target, restricted), target);
        } finally {
            restore(context, previous);
        }
    }

    /**
     * @param document the page
     * @param target the syntax to render to
     * @return the title, never empty
     */
    public String renderTitle(XWikiDocument document, Syntax target)
    {
        XWikiContext context = this.contextProvider.get();
        XWikiDocument sheet = isCurrent(document, context) ? getSheet(document, context) : null;
        XWikiDocument titled = sheet == null || StringUtils.isEmpty(sheet.getTitle()) ? document : sheet;
        Object secureDocument = context.get(Contexts.SECURE_DOCUMENT);
        String title = null;
        try {
            context.put(Contexts.SECURE_DOCUMENT, titled);
            title = evaluate(titled.getTitle(), titled);
        } finally {
            restore(context, secureDocument);
        }
        if (StringUtils.isBlank(title)) {
            DocumentReference reference = document.getDocumentReference();
            title = DocumentURLs.HOME.equals(reference.getName()) ? reference.getLastSpaceReference().getName()
                : reference.getName();
        }
        return Syntax.PLAIN_1_0.equals(target) ? title : XMLUtils.escapeElementText(title);
    }

    private String evaluate(String title, XWikiDocument document)
    {
        // Only a script can differ from its own text.
        boolean script = StringUtils.containsAny(title, '$', '#') && !document.isRestricted()
            && this.requiredRights.allows(document, Right.SCRIPT);
        if (!script || !this.authorization.hasAccess(Right.SCRIPT, document.getContentAuthorReference(),
            document.getDocumentReference())) {
            return title;
        }
        try {
            StringWriter writer = new StringWriter();
            this.velocityManager.getVelocityEngine().evaluate(this.velocityManager.getVelocityContext(), writer,
                this.serializer.serialize(document.getDocumentReference()), new StringReader(title));
            return writer.toString();
        } catch (Exception e) {
            this.logger.warn("Failed to interpret the title of [{}]", document.getDocumentReference(), e);
            return null;
        }
    }

    private XWikiDocument getSheet(XWikiDocument document, XWikiContext context)
    {
        for (DocumentReference sheet : this.sheets.get(document, context.getAction())) {
            if (sheet.equals(document.getDocumentReference())) {
                return null;
            }
            if (this.contextualAuthorization.hasAccess(Right.VIEW, sheet)) {
                return load(sheet, context);
            }
        }
        return null;
    }

    private XWikiDocument load(DocumentReference reference, XWikiContext context)
    {
        try {
            return context.getWiki().getDocument(reference, context);
        } catch (XWikiException e) {
            throw new IllegalStateException(String.format(LOAD_ERROR, reference), e);
        }
    }

    private boolean isCurrent(XWikiDocument document, XWikiContext context)
    {
        // What an ongoing rendering asks for is the content of the page itself.
        return !Boolean.TRUE.equals(context.get(IN_RENDERING)) && context.getDoc() != null
            && Objects.equals(document.getDocumentReference(), context.getDoc().getDocumentReference());
    }

    private XDOM getXDOM(XWikiDocument document, XWikiContext context)
    {
        XWikiDocument translated = document;
        try {
            if (Locale.ROOT.equals(document.getLocale())) {
                translated = document.getTranslatedDocument(context);
            }
        } catch (XWikiException e) {
            this.logger.warn("Failed to get the translation of [{}]", document.getDocumentReference(), e);
        }
        XDOM xdom = translated.getXDOM().clone();
        String source = this.serializer.serialize(document.getDocumentReference());
        xdom.getMetaData().addMetaData(MetaData.SOURCE, source);
        return xdom;
    }

    private XDOM transform(XDOM xdom, XWikiDocument document, Syntax target, boolean restricted)
    {
        return transform(xdom, document.getSyntax(), target, restricted);
    }

    private XDOM transform(XDOM xdom, Syntax source, Syntax target, boolean restricted)
    {
        XWikiContext context = this.contextProvider.get();
        Object inRendering = context.put(IN_RENDERING, Boolean.TRUE);
        String id =
            context.getDoc() == null ? "page" : this.serializer.serialize(context.getDoc().getDocumentReference());
        TransformationContext transformationContext = new TransformationContext(xdom, source, restricted);
        transformationContext.setTargetSyntax(target);
        transformationContext.setId(id);
        try {
            this.transformationManager.performTransformations(xdom, transformationContext);
            return xdom;
        } catch (TransformationException e) {
            throw new IllegalStateException("Failed to run the macros of a page", e);
        } finally {
            context.put(IN_RENDERING, inRendering);
        }
    }

    private XDOM parse(String text, Syntax source)
    {
        try {
            Parser parser = this.componentManager.get().getInstance(Parser.class, source.toIdString());
            return parser.parse(new StringReader(StringUtils.defaultString(text)));
        } catch (ComponentLookupException | ParseException e) {
            throw new IllegalStateException("Failed to parse text in the syntax [" + source + ']', e);
        }
    }

    private String render(Block block, Syntax target)
    {
        try {
            BlockRenderer renderer =
                this.componentManager.get().getInstance(BlockRenderer.class, target.toIdString());
            DefaultWikiPrinter printer = new DefaultWikiPrinter();
            ((MutableRenderingContext) this.renderingContext).push(null, null, null, null, false, target);
            try {
                renderer.render(block, printer);
            } finally {
                ((MutableRenderingContext) this.renderingContext).pop();
            }
            return printer.toString();
        } catch (ComponentLookupException e) {
            throw new IllegalStateException("There is no renderer for the syntax [" + target + ']', e);
        }
    }

    private void restore(XWikiContext context, Object secureDocument)
    {
        if (secureDocument == null) {
            context.remove(Contexts.SECURE_DOCUMENT);
        } else {
            context.put(Contexts.SECURE_DOCUMENT, secureDocument);
        }
    }
}
