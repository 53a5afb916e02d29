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
package org.xwiki.contrib.crowdsourcing.embedded.localization;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.apache.commons.lang3.LocaleUtils;
import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.contrib.crowdsourcing.embedded.web.PagesByClass;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Messages from the bundles of all jars and from the translation pages of the wiki, which come first.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Messages.class)
@Singleton
public class Messages
{
    @Inject
    private Provider<PagesByClass> pagesByClass;

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private Provider<AuthorizationManager> authorization;

    @Inject
    private Logger logger;

    private final Map<Locale, Properties> jars = new ConcurrentHashMap<>();

    private final Map<Locale, Properties> pages = new ConcurrentHashMap<>();

    private volatile long revision;

    /**
     * @param key the key of a message
     * @param locale the language of the message
     * @param parameters what is put into the message
     * @return the message, {@code null} when there is none
     */
    public String get(String key, Locale locale, Object... parameters)
    {
        List<Locale> candidates = new ArrayList<>(LocaleUtils.localeLookupList(locale));
        candidates.add(Locale.ROOT);
        for (Locale candidate : candidates) {
            String message = getPageMessages(candidate).getProperty(key);
            if (message == null) {
                message = this.jars.computeIfAbsent(candidate, this::loadJars).getProperty(key);
            }
            if (message != null) {
                return parameters.length == 0 ? message : new MessageFormat(message, locale).format(parameters);
            }
        }
        return null;
    }

    private Properties loadJars(Locale locale)
    {
        Properties result = new Properties();
        String suffix = locale.toString().isEmpty() ? "" : '_' + locale.toString();
        try {
            for (URL url : Collections.list(Thread.currentThread().getContextClassLoader()
                .getResources("ApplicationResources" + suffix + ".properties"))) {
                try (InputStream stream = url.openStream()) {
                    result.load(stream);
                }
            }
        } catch (IOException e) {
            this.logger.error("Failed to load the messages for [{}]", locale, e);
        }
        return result;
    }

    private Properties getPageMessages(Locale locale)
    {
        long current = this.pagesByClass.get().getRevision();
        if (current != this.revision) {
            this.pages.clear();
            this.revision = current;
        }
        Properties result = this.pages.get(locale);
        if (result == null) {
            result = new Properties();
            for (XWikiDocument page : this.pagesByClass.get().get("TranslationDocumentClass")) {
                addPage(page, locale, result);
            }
            this.pages.put(locale, result);
        }
        return result;
    }

    private void addPage(XWikiDocument page, Locale locale, Properties target)
    {
        XWikiContext context = this.contextProvider.get();
        try {
            // Everybody sees these messages, so whoever wrote them must be trusted with the whole wiki.
            if (!this.authorization.get().hasAccess(Right.ADMIN, page.getAuthorReference(),
                new WikiReference(EmbeddedWikiConfiguration.WIKI))) {
                return;
            }
            Locale own = page.getDefaultLocale() == null ? Locale.ROOT : page.getDefaultLocale();
            XWikiDocument translated = page;
            if (!Locale.ROOT.equals(locale) && !own.equals(locale)) {
                translated = page.getTranslatedDocument(locale, context);
                if (!locale.equals(translated.getLocale())) {
                    return;
                }
            }
            target.load(new StringReader(translated.getContent()));
        } catch (XWikiException | IOException | IllegalArgumentException e) {
            this.logger.error("Failed to load the messages of [{}]", page, e);
        }
    }
}
