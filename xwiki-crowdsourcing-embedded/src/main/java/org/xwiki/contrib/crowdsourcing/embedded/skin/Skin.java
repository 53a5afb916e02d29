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
package org.xwiki.contrib.crowdsourcing.embedded.skin;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.velocity.VelocityContext;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.template.TemplateSources;
import org.xwiki.contrib.crowdsourcing.embedded.web.Exchange;
import org.xwiki.velocity.VelocityContextFactory;
import org.xwiki.velocity.VelocityManager;
import org.xwiki.velocity.XWikiVelocityException;

/**
 * Shows the pages of the wiki: what stands in them through a template, then what stands around it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Skin.class)
@Singleton
public class Skin
{
    private static final String DIRECTORY = "embedded/";

    @Inject
    private TemplateSources templates;

    @Inject
    private VelocityManager velocityManager;

    @Inject
    private VelocityContextFactory contextFactory;

    @Inject
    private Provider<SkinPage> pages;

    /**
     * @param exchange the request
     * @param template the template of what stands in the page
     * @param bindings what the template shows
     * @return the HTML of the whole page
     * @throws IOException when a template cannot be read
     */
    public String render(Exchange exchange, String template, Map<String, Object> bindings) throws IOException
    {
        try {
            SkinPage page = this.pages.get();
            page.setExchange(exchange);
            VelocityContext context = this.contextFactory.createContext();
            bindings.forEach(context::put);
            context.put("page", page);
            String body = evaluate(template, context);
            context.put("body", body);
            context.put("head", page.getHead());
            return evaluate("layout.vm", context);
        } catch (XWikiVelocityException e) {
            throw new IOException("Failed to show the page", e);
        }
    }

    private String evaluate(String template, VelocityContext context) throws IOException, XWikiVelocityException
    {
        TemplateSources.Source source = this.templates.get(DIRECTORY + template);
        StringWriter writer = new StringWriter();
        this.velocityManager.getVelocityEngine().evaluate(context, writer, source.name(),
            this.templates.compile(source));
        return writer.toString();
    }
}
