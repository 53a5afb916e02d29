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
package org.xwiki.contrib.crowdsourcing.embedded.template;

import java.io.FileNotFoundException;
import java.io.StringWriter;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.contrib.crowdsourcing.embedded.web.Contexts;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.transformation.RenderingContext;
import org.xwiki.template.TemplateManager;
import org.xwiki.velocity.VelocityManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Runs Velocity templates. One runs with all rights unless its head says otherwise; its output is taken
 * as it is.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultTemplateManager implements TemplateManager
{
    private static final String XWIKI = "XWiki";

    @Inject
    private TemplateSources sources;

    @Inject
    private VelocityManager velocityManager;

    @Inject
    private RenderingContext renderingContext;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Override
    public String render(String name) throws Exception
    {
        TemplateSources.Source source = this.sources.get(name);
        if (source == null) {
            throw new FileNotFoundException("There is no template [" + name + ']');
        }
        if (source.properties().containsKey("source.syntax")) {
            throw new UnsupportedOperationException("A template with a source syntax: " + name);
        }
        if ("false".equals(source.properties().get("privileged"))) {
            return evaluate(source);
        }
        XWikiContext context = this.contextProvider.get();
        Object secureDocument = context.get(Contexts.SECURE_DOCUMENT);
        context.put(Contexts.SECURE_DOCUMENT, getTrustedDocument());
        try {
            return evaluate(source);
        } finally {
            if (secureDocument == null) {
                context.remove(Contexts.SECURE_DOCUMENT);
            } else {
                context.put(Contexts.SECURE_DOCUMENT, secureDocument);
            }
        }
    }

    private String evaluate(TemplateSources.Source source) throws Exception
    {
        String namespace = this.renderingContext.getTransformationId();
        StringWriter writer = new StringWriter();
        this.velocityManager.getVelocityEngine().evaluate(this.velocityManager.getVelocityContext(), writer,
            namespace == null ? source.name() : namespace, this.sources.compile(source));
        return writer.toString();
    }

    private XWikiDocument getTrustedDocument()
    {
        String wiki = EmbeddedWikiConfiguration.WIKI;
        XWikiDocument document = new XWikiDocument(new DocumentReference(wiki, XWIKI, "Template"));
        DocumentReference superadmin = new DocumentReference(wiki, XWIKI, "superadmin");
        document.setAuthorReference(superadmin);
        document.setContentAuthorReference(superadmin);
        return document;
    }
}
