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

import java.util.Map;
import java.util.Properties;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.mail.Session;

import org.xwiki.component.annotation.Component;
import org.xwiki.mail.MailSenderConfiguration;
import org.xwiki.mail.SessionFactory;

/**
 * Sessions with the mail server of the wiki.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultSessionFactory implements SessionFactory
{
    private static final String PATIENCE = "10000";

    @Inject
    private MailSenderConfiguration configuration;

    @Override
    public Session create(Map<String, String> additionProperties)
    {
        if (this.configuration.getHost() == null) {
            throw new IllegalStateException("No mail server: set mail.sender.host");
        }
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", this.configuration.getHost());
        properties.setProperty("mail.smtp.port", String.valueOf(this.configuration.getPort()));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        properties.setProperty("mail.smtp.timeout", PATIENCE);
        properties.putAll(additionProperties);
        return Session.getInstance(properties);
    }
}
