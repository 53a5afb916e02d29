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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.annotation.Priority;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.context.Execution;
import org.xwiki.context.ExecutionContext;
import org.xwiki.extension.event.ExtensionEvent;
import org.xwiki.extension.event.ExtensionInstalledEvent;
import org.xwiki.extension.event.ExtensionUninstalledEvent;
import org.xwiki.extension.event.ExtensionUninstallingEvent;
import org.xwiki.job.event.JobFinishingEvent;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.Event;
import org.xwiki.wiki.descriptor.WikiDescriptorManager;
import org.xwiki.wiki.manager.WikiManagerException;

/**
 * Keeps the pages of a wiki readable when the pages of the extension, which show them, are uninstalled; takes the text
 * away again when they are back. An upgrade is neither. It waits for the end of the job: only there are the pages gone
 * that nobody has changed, which would stay if we changed them before.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(KeepListener.NAME)
@Priority(KeepListener.AFTER_OTHERS)
public class KeepListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcingKeep";

    /** Behind the listener of XWiki that deletes the pages of what was uninstalled. */
    static final int AFTER_OTHERS = 2000;

    private static final String GROUP = "org.xwiki.contrib.crowdsourcing:xwiki-crowdsourcing-";

    private static final String PAGES = GROUP + "ui";

    private static final List<String> JARS = List.of(GROUP + "macros", GROUP + "api");

    private static final String WIKI = "wiki:";

    private static final String ALL = "";

    private static final String USER = "user.reference";

    @Inject
    private Provider<Keeper> keeper;

    @Inject
    private Provider<WikiDescriptorManager> wikis;

    @Inject
    private Execution execution;

    @Inject
    private Logger logger;

    /**
     * Listens to what is installed and uninstalled.
     */
    public KeepListener()
    {
        super(NAME, new ExtensionInstalledEvent(), new ExtensionUninstalledEvent(), new ExtensionUninstallingEvent(),
            new JobFinishingEvent("install"), new JobFinishingEvent("uninstall"));
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        if (event instanceof JobFinishingEvent job) {
            if (!job.getRequest().isRemote()) {
                run(job.getRequest().getProperty(USER));
            }
        } else if (event instanceof ExtensionEvent extension) {
            String id = extension.getExtensionId().getId();
            boolean leaving = event instanceof ExtensionUninstallingEvent;
            if (leaving && JARS.contains(id)) {
                // The last moment: what writes the text is about to go as well.
                run(null);
            } else if (!leaving && PAGES.equals(id)) {
                String namespace = extension.getNamespace();
                getPending().put(namespace == null ? ALL : namespace, event instanceof ExtensionUninstalledEvent);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Boolean> getPending()
    {
        ExecutionContext context = this.execution.getContext();
        Map<String, Boolean> pending = (Map<String, Boolean>) context.getProperty(NAME);
        if (pending == null) {
            pending = new LinkedHashMap<>();
            context.setProperty(NAME, pending);
        }
        return pending;
    }

    private void run(DocumentReference user)
    {
        Map<String, Boolean> pending = getPending();
        pending.forEach((namespace, keep) -> {
            for (String wiki : getWikis(namespace)) {
                if (keep) {
                    this.keeper.get().keep(new WikiReference(wiki), user);
                } else {
                    this.keeper.get().restore(new WikiReference(wiki), user);
                }
            }
        });
        pending.clear();
    }

    private Collection<String> getWikis(String namespace)
    {
        try {
            if (namespace.equals(ALL)) {
                return this.wikis.get().getAllIds();
            }
        } catch (WikiManagerException e) {
            this.logger.error("Failed to find the wikis whose pages shall stay readable", e);
        }
        return namespace.startsWith(WIKI) ? List.of(namespace.substring(WIKI.length())) : List.of();
    }
}
