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

import java.util.ArrayList;
import java.util.List;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.Request;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.LocalDocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Finds the sheets of a page: the one that the request asks for, else those bound to the page, else those bound to its
 * classes.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Sheets.class)
@Singleton
public class Sheets
{
    private static final String XWIKI = "XWiki";

    private static final String SHEET = "sheet";

    private static final LocalDocumentReference SHEET_CLASS = new LocalDocumentReference(XWIKI, "SheetClass");

    private static final LocalDocumentReference CLASS_BINDING = new LocalDocumentReference(XWIKI, "ClassSheetBinding");

    private static final LocalDocumentReference DOCUMENT_BINDING =
        new LocalDocumentReference(XWIKI, "DocumentSheetBinding");

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private Container container;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Inject
    private Logger logger;

    /**
     * @param page a page
     * @param action what is done with the page
     * @return the pages that show it then
     */
    public List<DocumentReference> get(XWikiDocument page, String action)
    {
        XWikiContext context = this.contextProvider.get();
        List<DocumentReference> result = new ArrayList<>();
        try {
            String forced = getRequested();
            if (StringUtils.isNotBlank(forced) && context.getDoc() != null
                && page.getDocumentReference().equals(context.getDoc().getDocumentReference())) {
                addMatching(forced, page.getDocumentReference(), action, result, context);
            }
            if (result.isEmpty()) {
                addBound(page, DOCUMENT_BINDING, action, result, context);
            }
            if (result.isEmpty()) {
                for (DocumentReference classReference : page.getXObjects().keySet()) {
                    addBound(context.getWiki().getDocument(classReference, context), CLASS_BINDING, action, result,
                        context);
                }
            }
        } catch (XWikiException e) {
            this.logger.warn("Failed to find the sheets of [{}]", page.getDocumentReference(), e);
        }
        return result;
    }

    private String getRequested()
    {
        Request request = this.container.getRequest();
        return request == null ? null : (String) request.getParameter(SHEET);
    }

    private void addBound(XWikiDocument owner, LocalDocumentReference binding, String action,
        List<DocumentReference> result, XWikiContext context) throws XWikiException
    {
        for (BaseObject object : owner.getXObjects(binding)) {
            if (object != null) {
                addMatching(object.getStringValue(SHEET), owner.getDocumentReference(), action, result, context);
            }
        }
    }

    private void addMatching(String sheet, DocumentReference base, String action, List<DocumentReference> result,
        XWikiContext context) throws XWikiException
    {
        DocumentReference reference;
        try {
            reference = this.resolver.resolve(sheet, base);
        } catch (IllegalArgumentException e) {
            // Nobody can have a page of that name, so it is not there.
            return;
        }
        XWikiDocument document = context.getWiki().getDocument(reference, context);
        BaseObject properties = document.getXObject(SHEET_CLASS);
        String sheetAction = properties == null ? "" : properties.getStringValue("action");
        if (!document.isNew()
            && (StringUtils.isEmpty(sheetAction) || StringUtils.isEmpty(action) || sheetAction.equals(action))) {
            result.add(reference);
        }
    }
}
