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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.component.manager.ComponentRepositoryException;
import org.xwiki.contrib.crowdsourcing.embedded.model.ModelComponents;
import org.xwiki.contrib.crowdsourcing.embedded.user.Passwords;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.contrib.crowdsourcing.embedded.xar.InitialContent;
import org.xwiki.contrib.crowdsourcing.embedded.xar.XarInstaller;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.web.Utils;

/**
 * Opens the wiki's storage, fills it, and closes it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = WikiLifecycle.class)
@Singleton
public class WikiLifecycle
{
    @Inject
    @Named("context")
    private Provider<ComponentManager> componentManagerProvider;

    @Inject
    private ModelComponents modelComponents;

    @Inject
    private Sessions sessions;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private InitialContent initialContent;

    @Inject
    private XarInstaller installer;

    @Inject
    private Passwords passwords;

    /**
     * Makes the wiki's components usable and opens its database.
     *
     * @param data the directory of the wiki
     * @param jdbcUrl the database, null for one in the directory
     * @throws IOException when the directory is in use or cannot be written to
     * @throws ComponentRepositoryException when a component cannot be registered
     */
    public void open(Path data, String jdbcUrl) throws IOException, ComponentRepositoryException
    {
        this.sessions.open(data, jdbcUrl);
        this.modelComponents.register();
        Utils.setComponentManager(this.componentManagerProvider.get());
    }

    /**
     * Creates the pages that the wiki needs, installs archives and sets passwords, in the current context, which then
     * has the administrator as user.
     *
     * @param xars archives of pages, in the order in which they need each other
     * @param newPasswords passwords by the names of users
     * @throws XWikiException when one of these cannot be done
     */
    public void fill(List<Path> xars, Map<String, String> newPasswords) throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        DocumentReference user = context.getUserReference();
        context.setUserReference(new DocumentReference(context.getWikiId(), Users.SPACE, "Admin"));
        try {
            this.initialContent.create();
            for (Path xar : xars) {
                this.installer.install(xar);
            }
            for (Map.Entry<String, String> entry : newPasswords.entrySet()) {
                this.passwords.set(entry.getKey(), entry.getValue());
            }
        } finally {
            context.setUserReference(user);
        }
    }

    /**
     * Closes the database.
     *
     * @throws IOException when the directory cannot be released
     */
    public void close() throws IOException
    {
        this.sessions.close();
    }
}
