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

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.skinx.SkinExtension;
import org.xwiki.xml.XMLUtils;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.api.Api;

/**
 * Default implementation of {@link SkinExtensions}: links to style sheets and scripts of webjars.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultSkinExtensions implements SkinExtensions
{
    private static final String KEY = "embedded.skinx";

    private static final String TYPE = "type";

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Override
    public Object get(String name)
    {
        return "linkx".equals(name) ? new LinkExtension(this.contextProvider.get()) : null;
    }

    @Override
    public String getHead()
    {
        return StringUtils.join(getUsed(), "\n");
    }

    @SuppressWarnings("unchecked")
    private Set<String> getUsed()
    {
        return (Set<String>) this.contextProvider.get().computeIfAbsent(KEY, key -> new LinkedHashSet<String>());
    }

    /**
     * Links to style sheets and scripts.
     *
     * @version $Id$
     */
    public final class LinkExtension extends Api implements SkinExtension
    {
        private LinkExtension(XWikiContext context)
        {
            super(context);
        }

        @Override
        public void use(String resource)
        {
            use(resource, Map.of());
        }

        @Override
        public void use(String resource, Map<String, Object> parameters)
        {
            String url = XMLUtils.escapeAttributeValue(resource);
            Object type = parameters.get(TYPE);
            if ("stylesheet".equals(parameters.get("rel"))) {
                getUsed().add("<link rel=\"stylesheet\" href=\"" + url + "\"/>");
            } else if ("module".equals(type)) {
                getUsed().add("<script type=\"module\" src=\"" + url + "\"></script>");
            } else {
                getUsed().add("<script src=\"" + url + "\" defer=\"defer\"></script>");
            }
        }
    }
}
