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

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.context.ExecutionContext;
import org.xwiki.context.ExecutionContextInitializer;

import com.xpn.xwiki.XWikiContext;

/**
 * Gives a thread that nobody asked for a page a context of the wiki, too, as a guest.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("thread")
@Singleton
public class ThreadContext implements ExecutionContextInitializer
{
    @Inject
    private Provider<Contexts> contexts;

    @Override
    public void initialize(ExecutionContext context)
    {
        if (!context.hasProperty(XWikiContext.EXECUTIONCONTEXT_KEY)) {
            context.setProperty(XWikiContext.EXECUTIONCONTEXT_KEY, this.contexts.get().create(null));
        }
    }
}
