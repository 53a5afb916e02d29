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
package org.xwiki.contrib.crowdsourcing.internal.invitation;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;
import javax.mail.Session;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;

import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.context.ExecutionContext;
import org.xwiki.context.ExecutionContextException;
import org.xwiki.context.ExecutionContextManager;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.pipeline.PipelineMover;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.invitation.Delivery;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationMessage;
import org.xwiki.mail.ExtendedMimeMessage;
import org.xwiki.mail.MailContentStore;
import org.xwiki.mail.MailListener;
import org.xwiki.mail.MailSender;
import org.xwiki.mail.MailSenderConfiguration;
import org.xwiki.mail.MailStatusResult;
import org.xwiki.mail.MailStoreException;
import org.xwiki.mail.SessionFactory;
import org.xwiki.model.reference.DocumentReference;

/**
 * Gives e-mails to the mail sender of the wiki, which sends them one after the other, and stores what became of each.
 * Why one was not sent is stored as one of a few reasons: what a mail server says repeats the address.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = InvitationPost.class)
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class InvitationPost
{
    private static final String FILES = "filesystem";

    @Inject
    private Provider<MailSender> sender;

    @Inject
    private Provider<SessionFactory> sessions;

    @Inject
    private Provider<MailSenderConfiguration> configuration;

    @Inject
    private InvitationStore store;

    @Inject
    private PipelineMover mover;

    @Inject
    private PageReader pages;

    @Inject
    private ExecutionContextManager contexts;

    @Inject
    private ComponentManager components;

    @Inject
    private Logger logger;

    /**
     * An e-mail with a link.
     *
     * @param page the page of the invitation
     * @param property which link the e-mail has
     * @param hash the hash of its secret
     * @param before the engagement before it was sent
     */
    record Letter(DocumentReference page, String property, String hash, Row before)
    {
    }

    /**
     * @throws CrowdsourcingException if e-mails cannot be sent at all
     */
    void check() throws CrowdsourcingException
    {
        MailSenderConfiguration settings = this.configuration.get();
        if (StringUtils.isBlank(settings.getHost()) || StringUtils.isBlank(settings.getFromAddress())) {
            throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.mailNotConfigured"));
        }
    }

    void send(Letter letter, String address, InvitationMessage text) throws CrowdsourcingException
    {
        try {
            Session session = this.sessions.get().create(Map.of());
            MimeMessage message = new MimeMessage(session);
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
            message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
            message.setText(text.body(), StandardCharsets.UTF_8.name());
            this.sender.get().sendAsynchronously(List.of(message), session, new Listener(letter));
        } catch (MessagingException | RuntimeException e) {
            report(letter, e);
            note(letter, reason(e));
        }
    }

    /** Who got no e-mail was not invited by it, unless a newer one is on its way. */
    private void note(Letter letter, Delivery delivery) throws CrowdsourcingException
    {
        boolean newest = this.store.deliver(letter.page(), letter.property(), letter.hash(), delivery);
        if (newest && delivery.isFailed() && letter.before() != null) {
            this.mover.restore(letter.before());
        }
    }

    private void report(Letter letter, Exception e)
    {
        this.logger.warn("The e-mail of the invitation [{}] was not sent: [{}]", letter.page(), e.getClass().getName());
    }

    private static Delivery reason(Exception e)
    {
        Delivery result = Delivery.FAILED;
        for (Throwable cause : ExceptionUtils.getThrowableList(e)) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException
                || cause instanceof SocketTimeoutException || cause instanceof NoRouteToHostException) {
                result = Delivery.UNREACHABLE;
            } else if (cause instanceof AddressException || cause instanceof SendFailedException failed
                && failed.getInvalidAddresses() != null && failed.getInvalidAddresses().length > 0) {
                result = Delivery.REFUSED;
            }
        }
        return result;
    }

    /**
     * Is told by threads of the mail sender, some of which know nothing of the wiki.
     */
    private final class Listener implements MailListener
    {
        private final Letter letter;

        private String batch;

        Listener(Letter letter)
        {
            this.letter = letter;
        }

        @Override
        public void onPrepareBegin(String batchId, Map<String, Object> parameters)
        {
            this.batch = batchId;
        }

        @Override
        public void onPrepareMessageSuccess(ExtendedMimeMessage message, Map<String, Object> parameters)
        {
            // It waits to be sent.
        }

        @Override
        public void onPrepareMessageError(ExtendedMimeMessage message, Exception e, Map<String, Object> parameters)
        {
            failed(e);
        }

        @Override
        public void onPrepareFatalError(Exception exception, Map<String, Object> parameters)
        {
            failed(exception);
        }

        @Override
        public void onPrepareEnd(Map<String, Object> parameters)
        {
            // It waits to be sent.
        }

        @Override
        public void onSendMessageSuccess(ExtendedMimeMessage message, Map<String, Object> parameters)
        {
            forget(message.getUniqueMessageId());
            deliver(Delivery.SENT);
        }

        @Override
        public void onSendMessageError(ExtendedMimeMessage message, Exception e, Map<String, Object> parameters)
        {
            forget(message.getUniqueMessageId());
            failed(e);
        }

        @Override
        public void onSendMessageFatalError(String id, Exception exception, Map<String, Object> parameters)
        {
            forget(id);
            failed(exception);
        }

        @Override
        public MailStatusResult getMailStatusResult()
        {
            // Nobody waits for it.
            return null;
        }

        private void failed(Exception exception)
        {
            report(this.letter, exception);
            deliver(reason(exception));
        }

        private void deliver(Delivery delivery)
        {
            try {
                // A context of its own, whatever the thread has: it goes on with its own afterwards.
                InvitationPost.this.contexts.pushContext(new ExecutionContext(), false);
                try {
                    InvitationPost.this.pages.enter(this.letter.page().getWikiReference());
                    note(this.letter, delivery);
                } finally {
                    InvitationPost.this.contexts.popContext();
                }
            } catch (CrowdsourcingException | ExecutionContextException | RuntimeException e) {
                InvitationPost.this.logger.error("Failed to store that the invitation [{}] is [{}]",
                    this.letter.page(), delivery, e);
            }
        }

        /** The mail sender keeps e-mails as files, with their addresses and links. */
        private void forget(String id)
        {
            try {
                ComponentManager manager = InvitationPost.this.components;
                if (manager.hasComponent(MailContentStore.class, FILES)) {
                    manager.<MailContentStore>getInstance(MailContentStore.class, FILES).delete(this.batch, id);
                }
            } catch (ComponentLookupException | MailStoreException e) {
                InvitationPost.this.logger.error("Failed to delete the copy of the e-mail of the invitation [{}]",
                    this.letter.page(), e);
            }
        }
    }
}
