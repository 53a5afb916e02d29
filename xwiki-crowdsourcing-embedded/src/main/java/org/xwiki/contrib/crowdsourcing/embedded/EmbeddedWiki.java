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
package org.xwiki.contrib.crowdsourcing.embedded;

import java.util.Set;
import java.util.concurrent.Callable;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.xwiki.component.descriptor.DefaultComponentDescriptor;
import org.xwiki.component.embed.EmbeddableComponentManager;
import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;
import org.xwiki.configuration.ConfigurationSource;
import org.xwiki.configuration.internal.MemoryConfigurationSource;
import org.xwiki.contrib.crowdsourcing.embedded.store.Sessions;
import org.xwiki.contrib.crowdsourcing.embedded.store.WikiLifecycle;
import org.xwiki.contrib.crowdsourcing.embedded.web.Contexts;
import org.xwiki.contrib.crowdsourcing.embedded.web.DocumentURLs;
import org.xwiki.contrib.crowdsourcing.embedded.web.WebJars;
import org.xwiki.contrib.crowdsourcing.embedded.web.WebJarsServlet;
import org.xwiki.contrib.crowdsourcing.embedded.web.WikiServlet;
import org.xwiki.environment.Environment;
import org.xwiki.environment.internal.AbstractEnvironment;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.observation.EventListener;

import jakarta.servlet.SessionTrackingMode;

/**
 * A small wiki that runs in this JVM: for trying out extensions and for their tests.
 *
 * @version $Id$
 * @since 1.0
 */
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public final class EmbeddedWiki implements AutoCloseable
{
    private static final String HOST = "127.0.0.1";

    private static final String ALL = "/*";

    private static final int SESSION_SECONDS = 4 * 3600;

    private static final int MAXIMUM_FIELDS = 5000;

    private static final int MAXIMUM_THREADS = 50;

    private final EmbeddedWikiConfiguration configuration;

    private final EmbeddableComponentManager componentManager = new EmbeddableComponentManager();

    private Server server;

    private WikiLifecycle lifecycle;

    private EmbeddedWiki(EmbeddedWikiConfiguration configuration)
    {
        this.configuration = configuration;
    }

    /**
     * @param configuration what to start with
     * @return a wiki that answers
     * @throws Exception when it cannot start
     */
    public static EmbeddedWiki start(EmbeddedWikiConfiguration configuration) throws Exception
    {
        EmbeddedWiki wiki = new EmbeddedWiki(configuration);
        try {
            wiki.start();
            return wiki;
        } catch (Exception e) {
            wiki.close();
            throw e;
        }
    }

    private void start() throws Exception
    {
        this.server = createServer();
        ServerConnector connector = (ServerConnector) this.server.getConnectors()[0];
        // The port first: whether it is free decides everything else.
        connector.open();
        this.configuration.port(connector.getLocalPort());
        this.componentManager.initialize(Thread.currentThread().getContextClassLoader());
        register(EmbeddedWikiConfiguration.class, this.configuration);
        MemoryConfigurationSource settings = new MemoryConfigurationSource();
        this.configuration.getSettings().forEach(settings::setProperty);
        register(ConfigurationSource.class, settings);
        // Where jobs of extensions remember how they ended.
        ((AbstractEnvironment) this.componentManager.<Environment>getInstance(Environment.class))
            .setPermanentDirectory(this.configuration.getData().toFile());
        // This wiki installs without jobs: the history of the Extension Manager has nothing to record, and no place.
        this.componentManager.unregisterComponent(EventListener.class, "ExtensionJobHistoryRecorder");
        this.lifecycle = this.componentManager.getInstance(WikiLifecycle.class);
        this.lifecycle.open(this.configuration.getData(), this.configuration.getDatabase());
        execute(null, this::fill);
        this.server.setHandler(createHandler());
        this.server.start();
    }

    private Void fill() throws Exception
    {
        this.lifecycle.fill(this.configuration.getXARs(), this.configuration.getPasswords());
        return null;
    }

    private <T> void register(Class<T> type, T instance) throws Exception
    {
        DefaultComponentDescriptor<T> descriptor = new DefaultComponentDescriptor<>();
        descriptor.setRoleType(type);
        descriptor.setImplementation((Class<? extends T>) instance.getClass());
        this.componentManager.registerComponent(descriptor, instance);
    }

    private Server createServer()
    {
        Server result = new Server(new QueuedThreadPool(MAXIMUM_THREADS));
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Names of pages may hold anything, slashes and dots included.
        http.setUriCompliance(UriCompliance.DEFAULT.with("pages", UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING, UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER, UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS, UriCompliance.Violation.ILLEGAL_PATH_CHARACTERS));
        ServerConnector connector = new ServerConnector(result, new HttpConnectionFactory(http));
        connector.setHost(HOST);
        connector.setPort(this.configuration.getPort());
        result.addConnector(connector);
        return result;
    }

    private ServletContextHandler createHandler()
    {
        ServletContextHandler handler = new ServletContextHandler(ServletContextHandler.SESSIONS);
        handler.setContextPath("/");
        handler.setClassLoader(Thread.currentThread().getContextClassLoader());
        handler.setMaxFormContentSize(WikiServlet.MAXIMUM_FORM_SIZE);
        handler.setMaxFormKeys(MAXIMUM_FIELDS);
        handler.getServletHandler().setDecodeAmbiguousURIs(true);
        SessionHandler sessions = handler.getSessionHandler();
        sessions.setHttpOnly(true);
        sessions.setSameSite(HttpCookie.SameSite.LAX);
        sessions.setMaxInactiveInterval(SESSION_SECONDS);
        sessions.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
        handler.addServlet(new ServletHolder(new WebJarsServlet()), WebJars.PATH + ALL);
        handler.addServlet(new ServletHolder(new WikiServlet(this.componentManager)), ALL);
        return handler;
    }

    /**
     * @return the URL of the wiki
     */
    public String getURL()
    {
        return "http://" + HOST + ':' + this.configuration.getPort() + DocumentURLs.CONTEXT_PATH;
    }

    /**
     * @return the components of the wiki
     */
    public ComponentManager getComponentManager()
    {
        return this.componentManager;
    }

    /**
     * @return how many statements the database was asked to prepare so far
     */
    public long getStatementCount()
    {
        try {
            return this.componentManager.<Sessions>getInstance(Sessions.class).getStatementCount();
        } catch (ComponentLookupException e) {
            throw new IllegalStateException("The wiki has no database", e);
        }
    }

    /**
     * @param user the reference of a user, such as {@code XWiki.Admin}, {@code null} for a guest
     * @param callable what to run
     * @param <T> the type of the result
     * @return the result
     * @throws Exception what the code throws
     */
    public <T> T execute(String user, Callable<T> callable) throws Exception
    {
        Contexts contexts = this.componentManager.getInstance(Contexts.class);
        contexts.open(null).setUserReference(user == null ? null : resolve(user));
        try {
            return callable.call();
        } finally {
            contexts.close();
        }
    }

    private DocumentReference resolve(String user) throws Exception
    {
        DocumentReferenceResolver<String> resolver =
            this.componentManager.getInstance(DocumentReferenceResolver.TYPE_STRING);
        return resolver.resolve(user);
    }

    @Override
    public void close() throws Exception
    {
        if (this.server != null) {
            this.server.stop();
        }
        if (this.lifecycle != null) {
            this.lifecycle.close();
        }
        this.componentManager.dispose();
    }
}
