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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReferenceResolver;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Reads the page that the wiki is about to save, before and after the change, and adds to it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PageChanges.class)
@Singleton
public class PageChanges
{
    private static final Set<String> EDITS = Set.of("save", "saveandcontinue");

    @Inject
    private DocumentReferenceResolver<String> resolver;

    @Inject
    private Provider<XWikiContext> contextProvider;

    /**
     * @param source the source of an event about a page
     * @return the page as it will be saved
     */
    public PageState after(Object source)
    {
        return state((XWikiDocument) source, true);
    }

    /**
     * @param source the source of an event about a page
     * @return the page as it is
     */
    public PageState before(Object source)
    {
        XWikiDocument original = ((XWikiDocument) source).getOriginalDocument();
        return state(original, original != null && !original.isNew());
    }

    /**
     * @return {@code true} if somebody saves with the editor of the wiki
     */
    public boolean isEdited()
    {
        return EDITS.contains(String.valueOf(this.contextProvider.get().getAction()));
    }

    private PageState state(XWikiDocument document, boolean exists)
    {
        return exists
            ? new PageState(document.getDocumentReference(), true, document.getTitle(), document.getContent(),
                schema -> PageReader.rows(document, schema, this.resolver))
            : new PageState(document == null ? null : document.getDocumentReference(), false, "", "",
                schema -> List.of());
    }

    /**
     * @param source the source of an event about a page
     * @param schema a class, of which the first object is changed
     * @param property a property
     * @param value the value that it is saved with
     * @throws CrowdsourcingException if it fails
     */
    public void set(Object source, Schema schema, String property, Object value) throws CrowdsourcingException
    {
        set(((XWikiDocument) source).getXObject(schema.getClassReference()), property, value);
    }

    /**
     * @param source the source of an event about a page
     * @param schema a class
     * @param number the number of the object
     * @param property a property
     * @param value the value that it is saved with
     * @throws CrowdsourcingException if it fails
     */
    public void set(Object source, Schema schema, int number, String property, Object value)
        throws CrowdsourcingException
    {
        set(((XWikiDocument) source).getXObject(schema.getClassReference(), number), property, value);
    }

    /**
     * @param source the source of an event about a page
     * @param schema a class, of which an object is added
     * @param values the values of the object
     * @throws CrowdsourcingException if it fails
     */
    public void add(Object source, Schema schema, Map<String, Object> values) throws CrowdsourcingException
    {
        try {
            BaseObject object =
                ((XWikiDocument) source).newXObject(schema.getClassReference(), this.contextProvider.get());
            for (Map.Entry<String, Object> value : values.entrySet()) {
                set(object, value.getKey(), value.getValue());
            }
        } catch (XWikiException e) {
            throw new CrowdsourcingException("Failed to add to the page before it is saved", e);
        }
    }

    /**
     * @param source the source of an event about a page
     * @param schema a class, of which all objects are removed
     */
    public void removeAll(Object source, Schema schema)
    {
        ((XWikiDocument) source).removeXObjects(schema.getClassReference());
    }

    private void set(BaseObject object, String property, Object value) throws CrowdsourcingException
    {
        try {
            object.set(property, value, this.contextProvider.get());
        } catch (XWikiException e) {
            throw new CrowdsourcingException("Failed to change the page before it is saved", e);
        }
    }
}
