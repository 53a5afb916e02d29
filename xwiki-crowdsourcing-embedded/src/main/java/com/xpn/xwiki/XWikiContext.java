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
package com.xpn.xwiki;

import java.lang.reflect.ParameterizedType;
import java.util.Hashtable;
import java.util.Locale;

import javax.inject.Provider;

import org.xwiki.component.util.DefaultParameterizedType;
import org.xwiki.context.ExecutionContext;
import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.validation.XWikiValidationStatus;
import com.xpn.xwiki.web.XWikiForm;

/**
 * The context of a request.
 *
 * @version $Id$
 */
public class XWikiContext extends Hashtable<Object, Object>
{
    public static final ParameterizedType TYPE_PROVIDER =
        new DefaultParameterizedType(null, Provider.class, XWikiContext.class);

    public static final String EXECUTIONCONTEXT_KEY = "xwikicontext";

    private static final long serialVersionUID = 1L;

    private static final String WIKI = "wiki";

    private static final String DOC = "doc";

    private static final String SECURE_DOC = "sdoc";

    private static final String ACTION = "action";

    private static final String LOCALE = "locale";

    private static final String USER = "userreference";

    private static final String DROPPED = "hasDroppedPermissions";

    private WikiReference wikiReference;

    private String mainWiki = "xwiki";

    private XWikiValidationStatus validationStatus;

    private XWikiForm form;

    private boolean finished;

    @Override
    public synchronized Object put(Object key, Object value)
    {
        return value == null ? remove(key) : super.put(key, value);
    }

    @Override
    public synchronized Object get(Object key)
    {
        return super.get(key);
    }

    @Override
    public synchronized Object remove(Object key)
    {
        return super.remove(key);
    }

    public XWiki getWiki()
    {
        return (XWiki) get(WIKI);
    }

    public void setWiki(XWiki xwiki)
    {
        put(WIKI, xwiki);
    }

    public String getAction()
    {
        return (String) get(ACTION);
    }

    public void setAction(String action)
    {
        put(ACTION, action);
    }

    public String getWikiId()
    {
        return getWikiReference().getName();
    }

    public WikiReference getWikiReference()
    {
        return this.wikiReference == null ? new WikiReference(this.mainWiki) : this.wikiReference;
    }

    public void setWikiId(String wikiId)
    {
        this.wikiReference = new WikiReference(wikiId);
    }

    public void setMainXWiki(String wikiId)
    {
        this.mainWiki = wikiId;
    }

    public XWikiDocument getDoc()
    {
        return (XWikiDocument) get(DOC);
    }

    public void setDoc(XWikiDocument doc)
    {
        put(DOC, doc);
    }

    public DocumentReference getUserReference()
    {
        return (DocumentReference) get(USER);
    }

    public void setUserReference(DocumentReference userReference)
    {
        put(USER, userReference);
    }

    public String getUser()
    {
        DocumentReference user = getUserReference();
        return user == null ? "XWiki.XWikiGuest" : References.serialize(user, user.getWikiReference()
            .equals(getWikiReference()));
    }

    public Locale getLocale()
    {
        return (Locale) get(LOCALE);
    }

    public void setLocale(Locale locale)
    {
        put(LOCALE, locale);
    }

    public String getLanguage()
    {
        return getLocale() == null ? null : getLocale().toString();
    }

    public XWikiValidationStatus getValidationStatus()
    {
        return this.validationStatus;
    }

    public void setValidationStatus(XWikiValidationStatus status)
    {
        this.validationStatus = status;
    }

    public XWikiForm getForm()
    {
        return this.form;
    }

    public void setForm(XWikiForm form)
    {
        this.form = form;
    }

    public boolean isFinished()
    {
        return this.finished;
    }

    public void setFinished(boolean finished)
    {
        this.finished = finished;
    }

    public boolean hasDroppedPermissions()
    {
        return get(DROPPED) != null;
    }

    public XWikiDocument getSecureDocument()
    {
        XWikiDocument secureDocument = (XWikiDocument) get(SECURE_DOC);
        return secureDocument == null ? getDoc() : secureDocument;
    }

    @Override
    public synchronized XWikiContext clone()
    {
        return (XWikiContext) super.clone();
    }

    public void declareInExecutionContext(ExecutionContext executionContext)
    {
        executionContext.setProperty(EXECUTIONCONTEXT_KEY, this);
    }
}
