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

import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.web.DocumentURLs;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.rendering.listener.reference.DocumentResourceReference;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.listener.reference.ResourceType;
import org.xwiki.rendering.wiki.WikiModel;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;

/**
 * Tells the renderers where the pages are that links lead to.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class PageWikiModel implements WikiModel
{
    /** A picture of one transparent dot. */
    private static final String NOTHING =
        "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private Provider<DocumentURLs> urls;

    @Override
    public boolean isDocumentAvailable(ResourceReference reference)
    {
        return StringUtils.isEmpty(reference.getReference()) || exists(resolve(reference));
    }

    @Override
    public String getDocumentViewURL(ResourceReference reference)
    {
        String query = null;
        String anchor = null;
        if (reference instanceof DocumentResourceReference page) {
            query = page.getQueryString();
            anchor = page.getAnchor();
        }
        if (StringUtils.isEmpty(reference.getReference()) && StringUtils.isNotEmpty(anchor)) {
            return '#' + DocumentURLs.encode(anchor);
        }
        return this.urls.get().getURL(resolve(reference), DocumentURLs.VIEW, query, anchor);
    }

    @Override
    public String getDocumentEditURL(ResourceReference reference)
    {
        DocumentReference page = resolve(reference);
        String parent = DocumentURLs.encode(this.contextProvider.get().getDoc().toString());
        return this.urls.get().getURL(page, "create", "parent=" + parent, null);
    }

    @Override
    public String getLinkURL(ResourceReference reference)
    {
        // This wiki has no attachments: the address tells that there is nothing.
        return DocumentURLs.BIN_PATH + "/download/" + DocumentURLs.encode(reference.getReference());
    }

    @Override
    public String getImageURL(ResourceReference reference, Map<String, String> parameters)
    {
        // Styles show icons, with the class of the box that they stand in.
        return ResourceType.ICON.equals(reference.getType()) ? NOTHING : getLinkURL(reference);
    }

    private DocumentReference resolve(ResourceReference reference)
    {
        if (ResourceType.SPACE.equals(reference.getType())) {
            return this.resolver.resolve(reference.getReference() + '.' + DocumentURLs.HOME);
        }
        if (StringUtils.isEmpty(reference.getReference())) {
            return this.contextProvider.get().getDoc().getDocumentReference();
        }
        DocumentReference page = this.resolver.resolve(reference.getReference());
        if (DocumentURLs.HOME.equals(page.getName()) || exists(page)) {
            return page;
        }
        // A page that does not exist yet is one that can have children.
        return new DocumentReference(DocumentURLs.HOME,
            new SpaceReference(page.getName(), page.getLastSpaceReference()));
    }

    private boolean exists(DocumentReference reference)
    {
        XWikiContext context = this.contextProvider.get();
        try {
            return context.getWiki().exists(reference, context);
        } catch (XWikiException e) {
            throw new IllegalStateException("Failed to check whether [" + reference + "] exists", e);
        }
    }
}
