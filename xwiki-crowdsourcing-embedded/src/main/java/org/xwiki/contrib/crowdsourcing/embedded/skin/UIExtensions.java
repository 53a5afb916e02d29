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
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.contrib.crowdsourcing.embedded.web.Contexts;
import org.xwiki.contrib.crowdsourcing.embedded.web.PagesByClass;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;
import org.xwiki.velocity.VelocityManager;
import org.xwiki.velocity.XWikiVelocityException;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * The interface extensions that pages declare.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = UIExtensions.class)
@Singleton
public class UIExtensions
{
    private static final String NAME = "name";

    private static final String CLASS = "UIExtensionClass";

    private static final LocalDocumentReference CLASS_REFERENCE = new LocalDocumentReference("XWiki", CLASS);

    @Inject
    private PagesByClass pages;

    @Inject
    private AuthorizationManager authorization;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private VelocityManager velocityManager;

    @Inject
    private Logger logger;

    /**
     * @param extensionPointId where extensions are shown
     * @return the parameters of the extensions, ordered by their parameter {@code order} and their name
     */
    public List<Map<String, String>> get(String extensionPointId)
    {
        List<Map<String, String>> result = new ArrayList<>();
        for (XWikiDocument page : this.pages.get(CLASS)) {
            for (BaseObject object : page.getXObjects(CLASS_REFERENCE)) {
                if (object != null && extensionPointId.equals(object.getStringValue("extensionPointId"))
                    && isAllowed(page, object)) {
                    result.add(getParameters(page, object));
                }
            }
        }
        result.sort(Comparator.comparing(
            extension -> StringUtils.leftPad(extension.getOrDefault("order", "99999"), 9, '0') + extension.get(NAME)));
        return result;
    }

    private boolean isAllowed(XWikiDocument page, BaseObject object)
    {
        // What everybody gets to see must come from someone who is trusted with the whole wiki.
        String scope = object.getStringValue("scope");
        return !"user".equals(scope) && this.authorization.hasAccess(Right.ADMIN, page.getAuthorReference(),
            new WikiReference(EmbeddedWikiConfiguration.WIKI));
    }

    private Map<String, String> getParameters(XWikiDocument page, BaseObject object)
    {
        Map<String, String> result = new TreeMap<>();
        Properties properties = new Properties();
        XWikiContext context = this.contextProvider.get();
        Object secureDocument = context.get(Contexts.SECURE_DOCUMENT);
        context.put(Contexts.SECURE_DOCUMENT, page);
        try {
            result.put(NAME, object.getStringValue(NAME));
            properties.load(new StringReader(object.getLargeStringValue("parameters")));
            for (String name : properties.stringPropertyNames()) {
                StringWriter writer = new StringWriter();
                this.velocityManager.getVelocityEngine().evaluate(this.velocityManager.getVelocityContext(), writer,
                    "uix", new StringReader(properties.getProperty(name)));
                result.put(name, writer.toString());
            }
        } catch (IOException | XWikiVelocityException e) {
            this.logger.warn("Failed to read the parameters of an interface extension of [{}]", page, e);
        } finally {
            if (secureDocument == null) {
                context.remove(Contexts.SECURE_DOCUMENT);
            } else {
                context.put(Contexts.SECURE_DOCUMENT, secureDocument);
            }
        }
        return result;
    }
}
