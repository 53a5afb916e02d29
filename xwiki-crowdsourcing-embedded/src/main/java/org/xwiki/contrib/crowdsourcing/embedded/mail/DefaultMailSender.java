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
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.inject.Inject;
import javax.inject.Singleton;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.MimeMessage;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.phase.Disposable;
import org.xwiki.mail.ExtendedMimeMessage;
import org.xwiki.mail.MailListener;
import org.xwiki.mail.MailResult;
import org.xwiki.mail.MailSender;
import org.xwiki.mail.MailSenderConfiguration;

/**
 * Sends e-mails over SMTP, one after the other, in a thread that knows nothing of the wiki.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultMailSender implements MailSender, Disposable
{
    @Inject
    private MailSenderConfiguration configuration;

    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "Mail sender");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public MailResult sendAsynchronously(Iterable<? extends MimeMessage> messages, Session session,
        MailListener listener)
    {
        String batch = UUID.randomUUID().toString();
        this.executor.execute(() -> {
            listener.onPrepareBegin(batch, Map.of());
            for (MimeMessage message : messages) {
                send(message, session, listener);
            }
            listener.onPrepareEnd(Map.of());
        });
        return () -> batch;
    }

    private void send(MimeMessage source, Session session, MailListener listener)
    {
        try {
            if (source.getFrom() == null) {
                source.setFrom(this.configuration.getFromAddress());
            }
            source.saveChanges();
            ExtendedMimeMessage message = new ExtendedMimeMessage(source);
            listener.onPrepareMessageSuccess(message, Map.of());
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect();
                transport.sendMessage(message, message.getAllRecipients());
                listener.onSendMessageSuccess(message, Map.of());
            } catch (MessagingException e) {
                listener.onSendMessageError(message, e, Map.of());
            }
        } catch (MessagingException e) {
            listener.onPrepareFatalError(e, Map.of());
        }
    }

    @Override
    public void dispose()
    {
        this.executor.shutdownNow();
    }
}
