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
import org.xwiki.xml.XMLUtils;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.api.Api;

/**
 * The style sheets and scripts that the current page asked for.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SkinExtensions.class)
@Singleton
public class SkinExtensions
{
    private static final String KEY = "embedded.skinx";

    private static final String TYPE = "type";

    @Inject
    private Provider<XWikiContext> contextProvider;

    /**
     * @param name the name of a kind of skin extension, such as {@code linkx}
     * @return an object with the {@code use} methods of that kind, or {@code null}
     */
    public Object get(String name)
    {
        return "linkx".equals(name) ? new LinkExtension(this.contextProvider.get()) : null;
    }

    /**
     * @return the HTML that the head of the page needs for what was asked for
     */
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
    public final class LinkExtension extends Api
    {
        private LinkExtension(XWikiContext context)
        {
            super(context);
        }

        /**
         * @param resource the URL of a style sheet or a script
         * @param parameters its {@code rel} and {@code type}
         */
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
