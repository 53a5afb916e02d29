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
package org.xwiki.contrib.crowdsourcing.embedded.mail;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.configuration.ConfigurationSource;
import org.xwiki.mail.MailSenderConfiguration;

/**
 * The mail server that the wiki was started with, under the names that XWiki has for it; none if nothing was said.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultMailSenderConfiguration implements MailSenderConfiguration
{
    private static final int PORT = 25;

    @Inject
    private ConfigurationSource source;

    @Override
    public String getHost()
    {
        return this.source.getProperty("mail.sender.host", String.class);
    }

    @Override
    public int getPort()
    {
        String port = this.source.getProperty("mail.sender.port", String.class);
        return port == null ? PORT : Integer.parseInt(port);
    }

    @Override
    public String getFromAddress()
    {
        return this.source.getProperty("mail.sender.from", String.class);
    }
}
