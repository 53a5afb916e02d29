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
package org.xwiki.contrib.crowdsourcing.embedded.skin;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;

import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.time.FastDateFormat;
import org.xwiki.component.annotation.Component;
import org.xwiki.component.annotation.InstantiationStrategy;
import org.xwiki.component.descriptor.ComponentInstantiationStrategy;
import org.xwiki.contrib.crowdsourcing.embedded.rendering.DocumentRenderer;
import org.xwiki.contrib.crowdsourcing.embedded.web.DocumentURLs;
import org.xwiki.contrib.crowdsourcing.embedded.web.Exchange;
import org.xwiki.contrib.crowdsourcing.embedded.web.WebJars;
import org.xwiki.csrf.CSRFToken;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;
import org.xwiki.xml.XMLUtils;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * What the templates of the skin know about the page that they show. What its methods return is plain text unless they
 * say otherwise.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SkinPage.class)
@InstantiationStrategy(ComponentInstantiationStrategy.PER_LOOKUP)
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class SkinPage
{
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");

    private static final FastDateFormat DATE = FastDateFormat.getInstance("yyyy/MM/dd HH:mm");

    private static final String XWIKI = "XWiki";

    private static final String EDIT = "edit";

    @Inject
    private ContextualLocalizationManager localization;

    @Inject
    private DocumentRenderer renderer;

    @Inject
    private DocumentURLs urls;

    @Inject
    @Named("webjars")
    private WebJars webjars;

    @Inject
    private UIExtensions extensions;

    @Inject
    private SkinExtensions skinExtensions;

    @Inject
    private AuthorizationManager authorization;

    @Inject
    private CSRFToken csrf;

    @Inject
    private UserNames userNames;

    @Inject
    private Icons icons;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> localSerializer;

    private Exchange exchange;

    private String title;

    /**
     * A link.
     *
     * @param label what it says
     * @param url where it leads, empty for nowhere
     * @param icon the HTML of its icon
     * @version $Id$
     */
    public record Link(String label, String url, String icon)
    {
        /**
         * @return what it says
         */
        public String getLabel()
        {
            return this.label;
        }

        /**
         * @return where it leads, empty for nowhere
         */
        public String getURL()
        {
            return this.url;
        }

        /**
         * @return the HTML of its icon
         */
        public String getIcon()
        {
            return this.icon;
        }
    }

    /**
     * @param exchange the request
     */
    public void setExchange(Exchange exchange)
    {
        this.exchange = exchange;
    }

    /**
     * @param key the key of a message
     * @param parameters what is put into the message
     * @return the message as HTML
     */
    public String h(String key, Object... parameters)
    {
        return XMLUtils.escape(t(key, parameters));
    }

    /**
     * @param key the key of a message
     * @param parameters what is put into the message
     * @return the message
     */
    public String t(String key, Object... parameters)
    {
        return Objects.toString(this.localization.getTranslationPlain(key, parameters), key);
    }

    /**
     * @return the current page
     */
    public XWikiDocument getDocument()
    {
        return getContext().getDoc();
    }

    /**
     * @return the title of the current page as HTML
     */
    public String getTitle()
    {
        if (this.title == null) {
            this.title = this.renderer.renderTitle(getDocument(), Syntax.HTML_5_0);
        }
        return this.title;
    }

    /**
     * @param value a title of the skin's own, as HTML
     */
    public void setTitle(String value)
    {
        this.title = value;
    }

    /**
     * @return the language of the reader
     */
    public String getLanguage()
    {
        return getContext().getLocale().toLanguageTag();
    }

    /**
     * @return the direction in which the reader's language is written
     */
    public String getDirection()
    {
        return RIGHT_TO_LEFT.contains(getContext().getLocale().getLanguage()) ? "rtl" : "ltr";
    }

    /**
     * @return the pages above the current one, from the home page of the wiki, and itself without a link
     * @throws XWikiException when one cannot be loaded
     */
    public List<Link> getBreadcrumb() throws XWikiException
    {
        List<Link> result = new ArrayList<>();
        DocumentReference current = getDocument().getDocumentReference();
        boolean home = DocumentURLs.HOME.equals(current.getName());
        for (EntityReference part : current.getReversedReferenceChain()) {
            if (part instanceof SpaceReference space) {
                DocumentReference reference = new DocumentReference(DocumentURLs.HOME, space);
                boolean last = home && reference.equals(current);
                boolean linked = !last && getContext().getWiki().exists(reference, getContext());
                result.add(new Link(last ? getPlainTitle(getDocument()) : getPlainTitle(reference),
                    linked ? getURL(reference, null, null) : "", ""));
            }
        }
        if (!home) {
            result.add(new Link(getPlainTitle(getDocument()), "", ""));
        }
        return result;
    }

    /**
     * @return what stands in the Applications panel
     */
    public List<Link> getApplications()
    {
        List<Link> result = new ArrayList<>();
        for (Map<String, String> extension : this.extensions.get("org.xwiki.platform.panels.Applications")) {
            String target = extension.get("target");
            if (StringUtils.isBlank(target)) {
                continue;
            }
            DocumentReference reference = this.resolver.resolve(target);
            if (isAllowed(Right.VIEW, reference)) {
                String icon = StringUtils.removeStart(extension.getOrDefault("icon", ""), "icon:");
                result.add(new Link(extension.getOrDefault("label", target),
                    getURL(reference, null, null), getIcon(icon)));
            }
        }
        return result;
    }

    /**
     * @return what the user may do with the current page
     */
    public List<Link> getMenu()
    {
        List<Link> result = new ArrayList<>();
        DocumentReference reference = getDocument().getDocumentReference();
        if (getDocument().isNew() || getContext().getUserReference() == null && !isAllowed(Right.EDIT, reference)) {
            return result;
        }
        if (isAllowed(Right.EDIT, reference)) {
            result.add(new Link(t("embedded.menu.edit"), getURL(reference, EDIT, null), getIcon("pencil")));
            result.add(new Link(t("embedded.menu.create"), getURL(reference, "create", null), getIcon("add")));
        }
        result.add(new Link(t("embedded.menu.history"), getURL(reference, null, "viewer=history"),
            getIcon("history")));
        if (isAllowed(Right.DELETE, reference)) {
            result.add(new Link(t("embedded.menu.delete"), getURL(reference, "delete", null), getIcon("trash")));
        }
        return result;
    }

    /**
     * @param name the name of an icon
     * @return its HTML
     */
    public String getIcon(String name)
    {
        return this.icons.get(name);
    }

    /**
     * @return who uses the wiki, empty for a guest
     */
    public String getUser()
    {
        DocumentReference user = getContext().getUserReference();
        return user == null ? "" : getUserName(user);
    }

    /**
     * @return the page of who uses the wiki
     */
    public String getUserURL()
    {
        return getURL(getContext().getUserReference(), null, null);
    }

    /**
     * @param user a user, {@code null} for a guest
     * @return what the user is called
     */
    public String getUserName(DocumentReference user)
    {
        return this.userNames.get(user);
    }

    /**
     * @return where to log in, to come back to the current page
     */
    public String getLoginURL()
    {
        String back = this.exchange.request().getRequestURI();
        String query = this.exchange.request().getQueryString();
        boolean login = back.startsWith(DocumentURLs.BIN_PATH + "/log") || this.exchange.isPost();
        return action("login", login ? "" : "xredirect="
            + DocumentURLs.encode(back + (query == null ? "" : '?' + query)));
    }

    /**
     * @param name one of the actions on users
     * @param query the query string
     * @return its URL
     */
    public String action(String name, String query)
    {
        DocumentReference target =
            new DocumentReference(getContext().getWikiId(), XWIKI, XWIKI + StringUtils.capitalize(name));
        return getURL(target, name, query);
    }

    /**
     * @param reference a page
     * @param action what to do with it, {@code null} to see it
     * @param query the query string, may be {@code null}
     * @return the URL
     */
    public String getURL(EntityReference reference, String action, String query)
    {
        return this.urls.getURL(reference, action, query, null);
    }

    /**
     * @param action what to do with the current page, {@code null} to see it
     * @return the URL
     */
    public String getURL(String action)
    {
        return getURL(getDocument().getDocumentReference(), action, null);
    }

    /**
     * @param webjar the id of a webjar
     * @param path the path of a file in it
     * @return the URL of the file
     */
    public String getWebJarURL(String webjar, String path)
    {
        return this.webjars.url(webjar, path);
    }

    /**
     * @return the token that a form must send
     */
    public String getToken()
    {
        return this.csrf.getToken();
    }

    /**
     * @return the HTML that the head needs for what stands in the page
     */
    public String getHead()
    {
        return this.skinExtensions.getHead();
    }

    /**
     * @param name the name of a parameter
     * @return what was sent
     */
    public String getParameter(String name)
    {
        return this.exchange.get(name);
    }

    /**
     * @param date a date, may be {@code null}
     * @return the date and the time of day
     */
    public String getDate(Date date)
    {
        return date == null ? "" : DATE.format(date);
    }

    /**
     * @return the messages of the fields that are not valid
     */
    public List<String> getValidationErrors()
    {
        List<String> result = new ArrayList<>();
        if (getContext().getValidationStatus() != null) {
            for (Object error : getContext().getValidationStatus().getErrors()) {
                result.add(t(Objects.toString(error)));
            }
        }
        return result;
    }

    /**
     * @return the name of the current page in the wiki
     */
    public String getFullName()
    {
        return this.localSerializer.serialize(getDocument().getDocumentReference());
    }

    /**
     * @return the languages that the wiki can be read in
     */
    public List<Locale> getLanguages()
    {
        return List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));
    }

    private XWikiContext getContext()
    {
        return this.exchange.context();
    }

    private boolean isAllowed(Right right, EntityReference reference)
    {
        return this.authorization.hasAccess(right, getContext().getUserReference(), reference);
    }

    private String getPlainTitle(DocumentReference reference) throws XWikiException
    {
        // The name alone, where the title is not for the reader.
        return isAllowed(Right.VIEW, reference)
            ? getPlainTitle(getContext().getWiki().getDocument(reference, getContext()))
            : reference.getLastSpaceReference().getName();
    }

    private String getPlainTitle(XWikiDocument document)
    {
        return this.renderer.renderTitle(document, Syntax.PLAIN_1_0);
    }
}
