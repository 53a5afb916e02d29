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
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.mail.Message;
import javax.mail.internet.MimeMessage;

import org.xwiki.configuration.ConfigurationSource;
import org.xwiki.configuration.internal.MemoryConfigurationSource;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/**
 * A mail server in this JVM, which the wiki under test sends its e-mails to.
 *
 * @version $Id$
 */
public final class Mailbox
{
    private static final String HOST = "127.0.0.1";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static GreenMail server;

    private static ServerSocket refusing;

    private Mailbox()
    {
    }

    /**
     * Starts the server, and tells the wiki of it.
     */
    public static synchronized void open()
    {
        if (server == null) {
            server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));
            server.start();
        }
        configure(HOST, server.getSmtp().getPort());
    }

    /**
     * Tells the wiki of a mail server that takes e-mails to no address.
     */
    public static synchronized void refuse()
    {
        try {
            if (refusing == null) {
                refusing = new ServerSocket(0, 5, InetAddress.getByName(HOST));
                Thread thread = new Thread(Mailbox::refuseAll, "Mail server that refuses");
                thread.setDaemon(true);
                thread.start();
            }
            configure(HOST, refusing.getLocalPort());
        } catch (IOException e) {
            throw new IllegalStateException("No mail server can be started", e);
        }
    }

    private static void refuseAll()
    {
        while (!refusing.isClosed()) {
            try (Socket socket = refusing.accept();
                BufferedReader commands = new BufferedReader(new InputStreamReader(socket.getInputStream(),
                    StandardCharsets.US_ASCII))) {
                answer(socket, "220 Ready");
                for (String command = commands.readLine(); command != null; command = commands.readLine()) {
                    boolean address = command.startsWith("RCPT");
                    answer(socket, address ? "550 5.1.1 No such mailbox: " + command : "250 OK");
                }
            } catch (IOException e) {
                // The next one is refused as well.
            }
        }
    }

    private static void answer(Socket socket, String line) throws IOException
    {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /**
     * @param host the mail server that the wiki is told of, empty for none
     * @param port its port
     */
    public static void configure(String host, int port)
    {
        if (TestWiki.isEmbedded()) {
            try {
                MemoryConfigurationSource settings = (MemoryConfigurationSource) TestWiki.embedded()
                    .getComponentManager().<ConfigurationSource>getInstance(ConfigurationSource.class);
                settings.setProperty("mail.sender.host", host);
                settings.setProperty("mail.sender.port", String.valueOf(port));
                settings.setProperty("mail.sender.from", host.isEmpty() ? "" : "wiki@example.org");
            } catch (Exception e) {
                throw new IllegalStateException("The wiki has no settings", e);
            }
        } else {
            String object = "Mail.SendMailConfigClass_0_";
            TestWiki.client(Account.ADMIN).save("Mail.MailConfig", object + "host", host, object + "port",
                String.valueOf(port), object + "from", host.isEmpty() ? "" : "wiki@example.org",
                object + "sendWaitTime", "0");
        }
    }

    /**
     * @param address an e-mail address
     * @return the texts of the e-mails that it got so far
     */
    public static List<MimeMessage> of(String address)
    {
        List<MimeMessage> result = new ArrayList<>();
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                if (message.getRecipients(Message.RecipientType.TO)[0].toString().equals(address)) {
                    result.add(message);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("An e-mail cannot be read", e);
        }
        return result;
    }

    /**
     * @param address an e-mail address
     * @param count how many e-mails it should get
     * @return the latest
     * @throws InterruptedException when interrupted
     */
    public static MimeMessage await(String address, int count) throws InterruptedException
    {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (of(address).size() < count && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        List<MimeMessage> all = of(address);
        if (all.size() != count) {
            throw new AssertionError(address + " got " + all.size() + " e-mails, not " + count);
        }
        return all.get(count - 1);
    }

    /**
     * @param message an e-mail
     * @return its text
     */
    public static String text(MimeMessage message)
    {
        try {
            return message.getContent().toString().replace("\r\n", "\n");
        } catch (Exception e) {
            throw new IllegalStateException("An e-mail cannot be read", e);
        }
    }
}
