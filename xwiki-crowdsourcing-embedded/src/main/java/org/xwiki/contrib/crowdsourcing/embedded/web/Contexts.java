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
package org.xwiki.contrib.crowdsourcing.embedded.web;

import java.util.Locale;
import java.util.concurrent.Callable;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.context.ExecutionContextException;
import org.xwiki.context.ExecutionContextManager;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWiki;
import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Opens and closes the contexts in which code of the wiki runs.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Contexts.class)
@Singleton
public class Contexts
{
    /**
     * The key of the document whose author answers for what runs.
     */
    public static final String SECURE_DOCUMENT = "sdoc";

    private static final String TRANSLATED_DOCUMENT = "tdoc";

    private static final String CONTENT_DOCUMENT = "cdoc";

    @Inject
    private Execution execution;

    @Inject
    private ExecutionContextManager executionContextManager;

    @Inject
    private Provider<XWiki> xwikiProvider;

    /**
     * @param user the user who runs code, {@code null} for a guest
     * @return the context opened, in this thread
     * @throws ExecutionContextException when it cannot be opened
     */
    public XWikiContext open(DocumentReference user) throws ExecutionContextException
    {
        XWikiContext context = create(user);
        push(context);
        return context;
    }

    /**
     * @param user the user who runs code, {@code null} for a guest
     * @return a new context
     */
    public XWikiContext create(DocumentReference user)
    {
        XWikiContext context = new XWikiContext();
        context.setWikiId(EmbeddedWikiConfiguration.WIKI);
        context.setMainXWiki(EmbeddedWikiConfiguration.WIKI);
        context.setWiki(this.xwikiProvider.get());
        context.setLocale(Locale.ENGLISH);
        context.setUserReference(user);
        context.setAction(DocumentURLs.VIEW);
        return context;
    }

    /**
     * Closes what was opened last in this thread.
     */
    public void close()
    {
        this.execution.popContext();
    }

    /**
     * @param document the page that becomes the current one
     * @param callable what to run
     * @param <T> the type of the result
     * @return the result
     * @throws Exception what the code throws
     */
    public <T> T isolated(XWikiDocument document, Callable<T> callable) throws Exception
    {
        XWikiContext current = (XWikiContext) this.execution.getContext()
            .getProperty(XWikiContext.EXECUTIONCONTEXT_KEY);
        XWikiContext clone = current.clone();
        setDocument(clone, document);
        push(clone);
        try {
            return callable.call();
        } finally {
            close();
        }
    }

    /**
     * @param context the context
     * @param document the page that becomes the current one
     */
    public static void setDocument(XWikiContext context, XWikiDocument document)
    {
        context.setDoc(document);
        context.remove(TRANSLATED_DOCUMENT);
        context.remove(CONTENT_DOCUMENT);
        context.remove(SECURE_DOCUMENT);
    }

    private void push(XWikiContext context) throws ExecutionContextException
    {
        ExecutionContext executionContext = new ExecutionContext();
        executionContext.setProperty(XWikiContext.EXECUTIONCONTEXT_KEY, context);
        this.execution.pushContext(executionContext);
        this.executionContextManager.initialize(executionContext);
    }
}
