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
package org.xwiki.contrib.crowdsourcing.embedded.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWiki;
import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.classes.BaseClass;

/**
 * A wiki without a web server.
 *
 * @version $Id$
 */
public final class TestWiki implements AutoCloseable
{
    /** The wiki. */
    public final XWiki xwiki = new XWiki();

    private final EmbeddableComponentManager components = new EmbeddableComponentManager();

    private final WikiLifecycle lifecycle;

    /**
     * Opens a wiki.
     *
     * @param data its directory
     * @param xars archives to install
     * @throws Exception when it cannot be opened
     */
    public TestWiki(Path data, Path... xars) throws Exception
    {
        this(data, null, xars);
    }

    /**
     * Opens a wiki.
     *
     * @param data its directory
     * @param jdbcUrl its database, null for one in the directory
     * @param xars archives to install
     * @throws Exception when it cannot be opened
     */
    public TestWiki(Path data, String jdbcUrl, Path... xars) throws Exception
    {
        this.components.initialize(getClass().getClassLoader());
        this.lifecycle = get(WikiLifecycle.class);
        this.lifecycle.open(data, jdbcUrl);
        context();
        this.lifecycle.fill(List.of(xars), Map.of());
    }

    /**
     * @param role a component's class
     * @param <T> its type
     * @return the component
     * @throws Exception when there is none
     */
    public <T> T get(java.lang.reflect.Type role) throws Exception
    {
        return this.components.getInstance(role);
    }

    /**
     * @param role a component's role
     * @param hint its hint
     * @param <T> its type
     * @return the component
     * @throws Exception when there is none
     */
    public <T> T get(java.lang.reflect.Type role, String hint) throws Exception
    {
        return this.components.getInstance(role, hint);
    }

    /**
     * @return a context for this thread, of a guest
     * @throws Exception when it cannot be made
     */
    public XWikiContext context() throws Exception
    {
        ExecutionContext execution = new ExecutionContext();
        XWikiContext context = new XWikiContext();
        context.setWikiId("xwiki");
        context.setWiki(this.xwiki);
        context.declareInExecutionContext(execution);
        this.<Execution>get(Execution.class).setContext(execution);
        return context;
    }

    /**
     * @param name the full name of a page
     * @return a copy of it that can be changed
     * @throws Exception when it cannot be read
     */
    public XWikiDocument page(String name) throws Exception
    {
        return this.xwiki.getDocument(name, context()).clone();
    }

    /**
     * @param reference a page
     * @return the class that it defines
     */
    public BaseClass xclass(DocumentReference reference)
    {
        try {
            return this.xwiki.getXClass(reference, null);
        } catch (XWikiException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param document a page to save, as the user "Ada"
     * @throws Exception when it cannot be saved
     */
    public void save(XWikiDocument document) throws Exception
    {
        XWikiContext context = context();
        if (document.isNew()) {
            document.setCreatorReference(user("Ada"));
        }
        document.setAuthorReference(user("Ada"));
        this.xwiki.saveDocument(document, "Test", context);
    }

    /**
     * @param name a user's name
     * @return the page of the user
     */
    public static DocumentReference user(String name)
    {
        return new DocumentReference("xwiki", Users.SPACE, name);
    }

    /**
     * @return how many statements were sent to the database
     * @throws Exception when it is not known
     */
    public long statements() throws Exception
    {
        return this.<Sessions>get(Sessions.class).getStatementCount();
    }

    @Override
    public void close() throws Exception
    {
        this.lifecycle.close();
        this.components.dispose();
    }
}
