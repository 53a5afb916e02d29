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
package com.xpn.xwiki.api;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Vector;

import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.web.Utils;

/**
 * A page, as scripts see it: what a script changes is a copy of its own, until it is saved.
 *
 * @version $Id$
 */
public class Document extends Api
{
    private static final String VIEW = "view";

    protected XWikiDocument doc;

    protected Object currentObj;

    private final XWikiDocument shared;

    public Document(XWikiDocument doc, XWikiContext context)
    {
        super(context);
        this.shared = doc;
        this.doc = doc;
    }

    /** @return the page itself, for scripts that may do everything */
    public boolean same(XWikiDocument document)
    {
        return this.shared == document;
    }

    public XWikiDocument getDocument()
    {
        return hasProgrammingRights() ? this.doc : null;
    }

    protected XWikiDocument getDoc()
    {
        if (this.doc == this.shared) {
            this.doc = this.shared.clone();
        }
        return this.doc;
    }

    private static DocumentReference resolve(String name)
    {
        DocumentReferenceResolver<String> resolver =
            Utils.getComponent(DocumentReferenceResolver.TYPE_STRING, "current");
        return resolver.resolve(name);
    }

    public DocumentReference getDocumentReference()
    {
        return this.doc.getDocumentReference();
    }

    public String getName()
    {
        return this.doc.getName();
    }

    public String getWiki()
    {
        return this.doc.getWikiName();
    }

    public String getFullName()
    {
        return this.doc.getFullName();
    }

    public String getVersion()
    {
        return this.doc.getVersion();
    }

    public String getTitle()
    {
        return this.doc.getTitle();
    }

    public String getContent()
    {
        return this.doc.getContent();
    }

    public DocumentReference getAuthorReference()
    {
        return this.doc.getAuthorReference();
    }

    public String getAuthor()
    {
        return this.doc.getAuthor();
    }

    public Date getDate()
    {
        return this.doc.getDate();
    }

    public String getParent()
    {
        return this.doc.getParent();
    }

    public String getComment()
    {
        return this.doc.getComment();
    }

    public boolean isNew()
    {
        return this.doc.isNew();
    }

    public boolean isHidden()
    {
        return this.doc.isHidden();
    }

    public String getURL()
    {
        return getURL(VIEW);
    }

    public String getURL(String action)
    {
        return getURL(action, null);
    }

    public String getURL(String action, String querystring)
    {
        return this.doc.getURL(action, querystring, getXWikiContext());
    }

    public Class getxWikiClass()
    {
        return new Class(this.doc.getXClass(), getXWikiContext());
    }

    private Object wrap(BaseObject object)
    {
        return object == null ? null : new Object(object, getXWikiContext());
    }

    public Object newObject(String classname) throws XWikiException
    {
        return wrap(getDoc().newXObject(resolve(classname), getXWikiContext()));
    }

    public Object newObject(EntityReference classReference) throws XWikiException
    {
        return wrap(getDoc().newXObject(classReference, getXWikiContext()));
    }

    public Vector<Object> getObjects(String className)
    {
        return new Vector<>(getObjects(resolve(className)));
    }

    public List<Object> getObjects(EntityReference classReference)
    {
        return getDoc().getXObjects(classReference).stream().filter(Objects::nonNull).map(this::wrap).toList();
    }

    public Object getObject(String classname)
    {
        return wrap(getDoc().getXObject(resolve(classname)));
    }

    public Object getObject(String classname, int nb)
    {
        return wrap(getDoc().getXObject(resolve(classname), nb));
    }

    public void use(Object object)
    {
        this.currentObj = object;
    }

    public void use(String className)
    {
        this.currentObj = getObject(className);
    }

    private BaseObject objectWith(String fieldName)
    {
        if (this.currentObj != null) {
            return this.currentObj.getBaseObject();
        }
        return getDoc().getXObjects().values().stream().flatMap(List::stream)
            .filter(object -> object != null && object.getXClass(getXWikiContext()).get(fieldName) != null)
            .findFirst().orElse(null);
    }

    public String display(String fieldName)
    {
        java.lang.Object mode = getXWikiContext().get("display");
        return display(fieldName, mode == null ? VIEW : mode.toString());
    }

    public String display(String fieldName, String mode)
    {
        return this.doc.display(fieldName, mode, objectWith(fieldName), getXWikiContext());
    }

    public String display(String fieldName, Object object)
    {
        java.lang.Object mode = getXWikiContext().get("display");
        return display(fieldName, mode == null ? VIEW : mode.toString(), object);
    }

    public String display(String fieldName, String mode, Object object)
    {
        return object == null ? ""
            : this.doc.display(fieldName, mode, object.getBaseObject(), getXWikiContext());
    }

    public java.lang.Object getValue(String fieldName)
    {
        BaseObject object = objectWith(fieldName);
        return object == null || object.safeget(fieldName) == null ? null
            : ((BaseProperty) object.safeget(fieldName)).getValue();
    }

    public java.lang.Object getValue(String fieldName, Object object)
    {
        return object == null ? null : object.getValue(fieldName);
    }

    public boolean hasAccess(Right right)
    {
        return getContextualAuthorizationManager().hasAccess(right, getDocumentReference());
    }

    public void setTitle(String title)
    {
        getDoc().setTitle(title);
    }

    public void setContent(String content)
    {
        getDoc().setContent(content);
    }

    public void save() throws XWikiException
    {
        save("");
    }

    public void save(String comment) throws XWikiException
    {
        if (!hasAccess(Right.EDIT)) {
            throw new XWikiException(XWikiException.MODULE_XWIKI_ACCESS, XWikiException.ERROR_XWIKI_ACCESS_DENIED,
                String.format("Access denied in edit mode on document [%s]", Users.toText(
                    Users.of(getXWikiContext().getUserReference()))));
        }
        XWikiDocument document = getDoc();
        if (document.isNew()) {
            document.setCreatorReference(getXWikiContext().getUserReference());
        }
        document.setAuthorReference(getXWikiContext().getUserReference());
        getXWikiContext().getWiki().saveDocument(document, comment, getXWikiContext());
    }

    @Override
    public String toString()
    {
        return this.doc.toString();
    }
}
