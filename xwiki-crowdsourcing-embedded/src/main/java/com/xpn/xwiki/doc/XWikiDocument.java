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
package com.xpn.xwiki.doc;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.classes.BaseClass;
import org.xwiki.bridge.DocumentModelBridge;
import org.xwiki.model.document.DocumentAuthors;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.ObjectReference;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.syntax.Syntax;

/**
 * A page.
 *
 * @version $Id$
 */
public class XWikiDocument implements DocumentModelBridge, Cloneable
{
    public int hashCode()
    {
        throw new UnsupportedOperationException("XWikiDocument.hashCode");
    }

    public long getId()
    {
        throw new UnsupportedOperationException("XWikiDocument.getId");
    }

    public String getSpace()
    {
        throw new UnsupportedOperationException("XWikiDocument.getSpace");
    }

    public String getVersion()
    {
        throw new UnsupportedOperationException("XWikiDocument.getVersion");
    }

    public void setVersion(String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.setVersion");
    }

    public XWikiDocument getOriginalDocument()
    {
        throw new UnsupportedOperationException("XWikiDocument.getOriginalDocument");
    }

    public DocumentReference getParentReference()
    {
        throw new UnsupportedOperationException("XWikiDocument.getParentReference");
    }

    public void setParentReference(EntityReference reference)
    {
        throw new UnsupportedOperationException("XWikiDocument.setParentReference");
    }

    public String getContent()
    {
        throw new UnsupportedOperationException("XWikiDocument.getContent");
    }

    public void setContent(String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.setContent");
    }

    public void setContent(XDOM xDOM) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.setContent");
    }

    public void setContent(String string, Syntax syntax)
    {
        throw new UnsupportedOperationException("XWikiDocument.setContent");
    }

    public String getName()
    {
        throw new UnsupportedOperationException("XWikiDocument.getName");
    }

    public DocumentReference getDocumentReference()
    {
        throw new UnsupportedOperationException("XWikiDocument.getDocumentReference");
    }

    public DocumentReference getDocumentReferenceWithLocale()
    {
        throw new UnsupportedOperationException("XWikiDocument.getDocumentReferenceWithLocale");
    }

    public String getFullName()
    {
        throw new UnsupportedOperationException("XWikiDocument.getFullName");
    }

    public String getWikiName()
    {
        throw new UnsupportedOperationException("XWikiDocument.getWikiName");
    }

    public String getSpaceName()
    {
        throw new UnsupportedOperationException("XWikiDocument.getSpaceName");
    }

    public String getPageName()
    {
        throw new UnsupportedOperationException("XWikiDocument.getPageName");
    }

    public String getTitle()
    {
        throw new UnsupportedOperationException("XWikiDocument.getTitle");
    }

    public String getRenderedTitle(Syntax syntax, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.getRenderedTitle");
    }

    public String getRenderedTitle(XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.getRenderedTitle");
    }

    public void setTitle(String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.setTitle");
    }

    public DocumentReference getAuthorReference()
    {
        throw new UnsupportedOperationException("XWikiDocument.getAuthorReference");
    }

    public void setAuthorReference(DocumentReference documentReference)
    {
        throw new UnsupportedOperationException("XWikiDocument.setAuthorReference");
    }

    public DocumentReference getContentAuthorReference()
    {
        throw new UnsupportedOperationException("XWikiDocument.getContentAuthorReference");
    }

    public void setContentAuthorReference(DocumentReference documentReference)
    {
        throw new UnsupportedOperationException("XWikiDocument.setContentAuthorReference");
    }

    public DocumentReference getCreatorReference()
    {
        throw new UnsupportedOperationException("XWikiDocument.getCreatorReference");
    }

    public void setCreatorReference(DocumentReference documentReference)
    {
        throw new UnsupportedOperationException("XWikiDocument.setCreatorReference");
    }

    public Date getDate()
    {
        throw new UnsupportedOperationException("XWikiDocument.getDate");
    }

    public Date getCreationDate()
    {
        throw new UnsupportedOperationException("XWikiDocument.getCreationDate");
    }

    public Date getContentUpdateDate()
    {
        throw new UnsupportedOperationException("XWikiDocument.getContentUpdateDate");
    }

    public boolean isContentDirty()
    {
        throw new UnsupportedOperationException("XWikiDocument.isContentDirty");
    }

    public void setContentDirty(boolean flag)
    {
        throw new UnsupportedOperationException("XWikiDocument.setContentDirty");
    }

    public boolean isMetaDataDirty()
    {
        throw new UnsupportedOperationException("XWikiDocument.isMetaDataDirty");
    }

    public void setMetaDataDirty(boolean flag)
    {
        throw new UnsupportedOperationException("XWikiDocument.setMetaDataDirty");
    }

    public String getURL(String string, String string2, boolean flag, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.getURL");
    }

    public String getURL(String string, boolean flag, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.getURL");
    }

    public String getURL(String string, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.getURL");
    }

    public String getURL(String string, String string2, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.getURL");
    }

    public String getURL(String string, String string2, String string3, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.getURL");
    }

    public BaseClass getXClass()
    {
        throw new UnsupportedOperationException("XWikiDocument.getXClass");
    }

    public Map<DocumentReference, List<BaseObject>> getXObjects()
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObjects");
    }

    public BaseObject getXObject()
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public int createXObject(EntityReference reference, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.createXObject");
    }

    public int getXObjectSize(DocumentReference documentReference)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObjectSize");
    }

    public int getXObjectSize(EntityReference reference)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObjectSize");
    }

    public List<BaseObject> getXObjects(DocumentReference documentReference)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObjects");
    }

    public List<BaseObject> getXObjects(EntityReference reference)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObjects");
    }

    public BaseObject getXObject(EntityReference reference)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public BaseObject getXObject(DocumentReference documentReference)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public BaseObject getXObject(ObjectReference objectReference)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public BaseObject getXObject(ObjectReference objectReference, boolean flag, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public BaseObject getXObject(DocumentReference documentReference, int number)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public BaseObject getXObject(EntityReference reference, int number, boolean flag, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public BaseObject getXObject(EntityReference reference, int number)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public BaseObject getXObject(DocumentReference documentReference, String string, String string2)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public BaseObject getXObject(EntityReference reference, String string, String string2, boolean flag)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public BaseObject getXObject(DocumentReference documentReference, String string, String string2, boolean flag)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public void addXObject(DocumentReference documentReference, BaseObject baseObject)
    {
        throw new UnsupportedOperationException("XWikiDocument.addXObject");
    }

    public void addXObject(BaseObject baseObject)
    {
        throw new UnsupportedOperationException("XWikiDocument.addXObject");
    }

    public void setXObject(DocumentReference documentReference, int number, BaseObject baseObject)
    {
        throw new UnsupportedOperationException("XWikiDocument.setXObject");
    }

    public void setXObject(int number, BaseObject baseObject)
    {
        throw new UnsupportedOperationException("XWikiDocument.setXObject");
    }

    public boolean isNew()
    {
        throw new UnsupportedOperationException("XWikiDocument.isNew");
    }

    public void setNew(boolean flag)
    {
        throw new UnsupportedOperationException("XWikiDocument.setNew");
    }

    public String display(String string, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, BaseObject baseObject, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, BaseObject baseObject, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, BaseObject baseObject, boolean flag, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, BaseObject baseObject, boolean flag, boolean flag2, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, String string3, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, BaseObject baseObject, String string3, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, String string3, BaseObject baseObject, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, String string3, BaseObject baseObject, boolean flag, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, String string3, BaseObject baseObject, boolean flag, boolean flag2, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, String string3, BaseObject baseObject, String string4, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, String string3, BaseObject baseObject, String string4, boolean flag, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public String display(String string, String string2, String string3, BaseObject baseObject, String string4, boolean flag, boolean flag2, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.display");
    }

    public void clone(XWikiDocument xWikiDocument)
    {
        throw new UnsupportedOperationException("XWikiDocument.clone");
    }

    public XWikiDocument clone()
    {
        throw new UnsupportedOperationException("XWikiDocument.clone");
    }

    public boolean equals(Object value)
    {
        throw new UnsupportedOperationException("XWikiDocument.equals");
    }

    public int getIntValue(DocumentReference documentReference, String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.getIntValue");
    }

    public int getIntValue(DocumentReference documentReference, String string, int number)
    {
        throw new UnsupportedOperationException("XWikiDocument.getIntValue");
    }

    public int getIntValue(String string, String string2)
    {
        throw new UnsupportedOperationException("XWikiDocument.getIntValue");
    }

    public String getStringValue(EntityReference reference, String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.getStringValue");
    }

    public String getStringValue(DocumentReference documentReference, String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.getStringValue");
    }

    public String getStringValue(String string, String string2)
    {
        throw new UnsupportedOperationException("XWikiDocument.getStringValue");
    }

    public int getIntValue(String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.getIntValue");
    }

    public String getStringValue(String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.getStringValue");
    }

    public void setStringValue(EntityReference reference, String string, String string2)
    {
        throw new UnsupportedOperationException("XWikiDocument.setStringValue");
    }

    public void setStringValue(String string, String string2, String string3)
    {
        throw new UnsupportedOperationException("XWikiDocument.setStringValue");
    }

    public List getListValue(DocumentReference documentReference, String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.getListValue");
    }

    public List getListValue(String string, String string2)
    {
        throw new UnsupportedOperationException("XWikiDocument.getListValue");
    }

    public List getListValue(String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.getListValue");
    }

    public void setStringListValue(EntityReference reference, String string, List list)
    {
        throw new UnsupportedOperationException("XWikiDocument.setStringListValue");
    }

    public void setStringListValue(String string, String string2, List list)
    {
        throw new UnsupportedOperationException("XWikiDocument.setStringListValue");
    }

    public void setLargeStringValue(EntityReference reference, String string, String string2)
    {
        throw new UnsupportedOperationException("XWikiDocument.setLargeStringValue");
    }

    public void setLargeStringValue(String string, String string2, String string3)
    {
        throw new UnsupportedOperationException("XWikiDocument.setLargeStringValue");
    }

    public void setIntValue(EntityReference reference, String string, int number)
    {
        throw new UnsupportedOperationException("XWikiDocument.setIntValue");
    }

    public void setIntValue(String string, String string2, int number)
    {
        throw new UnsupportedOperationException("XWikiDocument.setIntValue");
    }

    public Locale getLocale()
    {
        throw new UnsupportedOperationException("XWikiDocument.getLocale");
    }

    public void setLocale(Locale locale)
    {
        throw new UnsupportedOperationException("XWikiDocument.setLocale");
    }

    public Locale getDefaultLocale()
    {
        throw new UnsupportedOperationException("XWikiDocument.getDefaultLocale");
    }

    public void setDefaultLocale(Locale locale)
    {
        throw new UnsupportedOperationException("XWikiDocument.setDefaultLocale");
    }

    public XWikiDocument getTranslatedDocument(XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.getTranslatedDocument");
    }

    public XWikiDocument getTranslatedDocument(String string, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.getTranslatedDocument");
    }

    public XWikiDocument getTranslatedDocument(Locale locale, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.getTranslatedDocument");
    }

    public String getRealLanguage(XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.getRealLanguage");
    }

    public String getRealLanguage()
    {
        throw new UnsupportedOperationException("XWikiDocument.getRealLanguage");
    }

    public List<Locale> getTranslationLocales(XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.getTranslationLocales");
    }

    public Syntax getSyntax()
    {
        throw new UnsupportedOperationException("XWikiDocument.getSyntax");
    }

    public String getSyntaxId()
    {
        throw new UnsupportedOperationException("XWikiDocument.getSyntaxId");
    }

    public void setSyntax(Syntax syntax)
    {
        throw new UnsupportedOperationException("XWikiDocument.setSyntax");
    }

    public boolean isEnforceRequiredRights()
    {
        throw new UnsupportedOperationException("XWikiDocument.isEnforceRequiredRights");
    }

    public void setEnforceRequiredRights(boolean flag)
    {
        throw new UnsupportedOperationException("XWikiDocument.setEnforceRequiredRights");
    }

    public boolean removeXObject(BaseObject baseObject)
    {
        throw new UnsupportedOperationException("XWikiDocument.removeXObject");
    }

    public boolean removeXObjects(DocumentReference documentReference)
    {
        throw new UnsupportedOperationException("XWikiDocument.removeXObjects");
    }

    public boolean removeXObjects(EntityReference reference)
    {
        throw new UnsupportedOperationException("XWikiDocument.removeXObjects");
    }

    public String getComment()
    {
        throw new UnsupportedOperationException("XWikiDocument.getComment");
    }

    public void setComment(String string)
    {
        throw new UnsupportedOperationException("XWikiDocument.setComment");
    }

    public boolean isMinorEdit()
    {
        throw new UnsupportedOperationException("XWikiDocument.isMinorEdit");
    }

    public void setMinorEdit(boolean flag)
    {
        throw new UnsupportedOperationException("XWikiDocument.setMinorEdit");
    }

    public BaseObject newXObject(EntityReference reference, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.newXObject");
    }

    public BaseObject getXObject(DocumentReference documentReference, boolean flag, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public BaseObject getXObject(EntityReference reference, boolean flag, XWikiContext xWikiContext)
    {
        throw new UnsupportedOperationException("XWikiDocument.getXObject");
    }

    public boolean validate(XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.validate");
    }

    public boolean validate(String[] string, XWikiContext xWikiContext) throws XWikiException
    {
        throw new UnsupportedOperationException("XWikiDocument.validate");
    }

    public String toString()
    {
        throw new UnsupportedOperationException("XWikiDocument.toString");
    }

    public void setHidden(Boolean flag)
    {
        throw new UnsupportedOperationException("XWikiDocument.setHidden");
    }

    public Boolean isHidden()
    {
        throw new UnsupportedOperationException("XWikiDocument.isHidden");
    }

    public XDOM getXDOM()
    {
        throw new UnsupportedOperationException("XWikiDocument.getXDOM");
    }

    public DocumentAuthors getAuthors()
    {
        throw new UnsupportedOperationException("XWikiDocument.getAuthors");
    }

    public boolean isRestricted()
    {
        throw new UnsupportedOperationException("XWikiDocument.isRestricted");
    }
}
