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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.bridge.DocumentAccessBridge;
import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.Request;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.PageFinder;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.csrf.CSRFToken;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.localization.LocalizationContext;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.LocalDocumentReference;

/**
 * What the macros need of the wiki to show something: addresses, texts, names, the reader's language and time zone.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Toolkit.class)
@Singleton
public class Toolkit
{
    private static final String WEB_HOME = "WebHome";

    private static final String VIEW = "view";

    private static final String GET = "get";

    private static final Pattern PERMALINK =
        Pattern.compile(".*/view/([^?#]+)\\?(?:[^#]*&)?" + Permalinks.PARAMETER + "=([0-9a-z]+)(?:[&#].*)?");

    private static final String SPACE = "Crowdsourcing";

    private static final LocalDocumentReference DIRECTORY =
        new LocalDocumentReference(List.of(SPACE, "Experts"), WEB_HOME);

    private static final List<String> CODE = List.of(SPACE, "Code");

    private static final LocalDocumentReference ARRIVALS =
        new LocalDocumentReference(CODE, "Arrivals");

    private static final LocalDocumentReference EXPERT_DATA =
        new LocalDocumentReference(CODE, "ExpertData");

    private static final LocalDocumentReference ROADMAP_FILE =
        new LocalDocumentReference(CODE, "RoadmapFile");

    private static final LocalDocumentReference PICKS =
        new LocalDocumentReference(CODE, "Picks");

    private static final LocalDocumentReference CALENDAR =
        new LocalDocumentReference(CODE, "Calendar");

    private static final String USERS = "XWiki";

    private static final LocalDocumentReference LOGIN = new LocalDocumentReference(USERS, "XWikiLogin");

    private static final String SECTION_MISSING = "crowdsourcing.error.sectionMissing";

    private static final String ATTRIBUTE_INSTANCES = "cs-instances";

    private static final String ATTRIBUTE_ANCHORS = "cs-anchors";

    @Inject
    private DocumentAccessBridge bridge;

    @Inject
    private ContextualLocalizationManager localization;

    @Inject
    private LocalizationContext localizationContext;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> localSerializer;

    @Inject
    private PageFinder finder;

    @Inject
    private CSRFToken token;

    @Inject
    private Container container;

    @Inject
    private RestrictedTextRenderer textRenderer;

    @Inject
    private CitedBriefs citedBriefs;

    /**
     * @return the page that is shown
     */
    public DocumentReference getCurrentPage()
    {
        return this.bridge.getCurrentDocumentReference();
    }

    /**
     * @return the page of the directory of experts that comes with the extension
     */
    public DocumentReference getDirectory()
    {
        return new DocumentReference(DIRECTORY, getCurrentPage().getWikiReference());
    }

    /**
     * @return the current user, {@code null} for a guest
     */
    public DocumentReference getCurrentUser()
    {
        return this.bridge.getCurrentUserReference();
    }

    /**
     * @param reference the reference of a page as somebody wrote it
     * @return the page; where it is now if it was moved since
     * @throws Exception if it cannot be looked for
     */
    public DocumentReference resolve(String reference) throws Exception
    {
        return this.finder.find(reference);
    }

    /**
     * @param reference the reference of a page as somebody wrote it
     * @return {@code true} if there is such a page
     */
    public boolean isPage(String reference)
    {
        try {
            return this.finder.exists(resolve(reference));
        } catch (Exception e) {
            // What is no reference names no page.
            return false;
        }
    }

    /**
     * @param reference the reference of a page as a form sent it
     * @return the page
     */
    public DocumentReference reference(String reference)
    {
        return this.resolver.resolve(reference);
    }

    /**
     * @param typed the reference of the page of a contribution, or the address that shows it in its discussion
     * @return the page of the contribution
     */
    public DocumentReference resolveContribution(String typed)
    {
        Matcher matcher = PERMALINK.matcher(typed.trim());
        if (!matcher.matches()) {
            return this.resolver.resolve(typed.trim());
        }
        List<String> spaces = new ArrayList<>();
        for (String segment : StringUtils.split(matcher.group(1), '/')) {
            spaces.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        if (spaces.size() > 1 && WEB_HOME.equals(spaces.get(spaces.size() - 1))) {
            spaces.remove(spaces.size() - 1);
        }
        return new DocumentReference(getCurrentPage().getWikiReference().getName(), spaces, matcher.group(2));
    }

    /**
     * @param reference a page
     * @return its reference in its wiki, as text
     */
    public String serialize(EntityReference reference)
    {
        return this.localSerializer.serialize(reference);
    }

    /**
     * @param reference a page
     * @param query the query string, maybe {@code null}
     * @param anchor the anchor, maybe {@code null}
     * @return the address of the page
     */
    public String getURL(DocumentReference reference, String query, String anchor)
    {
        return this.bridge.getDocumentURL(reference, VIEW, query, anchor);
    }

    /**
     * @param reference a page
     * @return the address of what the page says, without the skin around it
     */
    public String getPlainURL(DocumentReference reference)
    {
        return this.bridge.getDocumentURL(reference, GET, null, null);
    }

    /**
     * @param reference a page
     * @return the address to edit its form
     */
    public String getEditURL(DocumentReference reference)
    {
        return this.bridge.getDocumentURL(reference, "edit", "editor=inline", null);
    }

    /**
     * @param back the address of the page to come back to
     * @return the address of the page to log in
     */
    public String getLoginURL(String back)
    {
        DocumentReference page = new DocumentReference(LOGIN, getCurrentPage().getWikiReference());
        return this.bridge.getDocumentURL(page, "login", "xredirect=" + URLEncoder.encode(back,
            StandardCharsets.UTF_8), null);
    }

    /**
     * @param query what is asked for, maybe {@code null}
     * @return the address of data about experts as a file
     */
    public String getExpertDataURL(String query)
    {
        return this.bridge.getDocumentURL(new DocumentReference(EXPERT_DATA, getCurrentPage().getWikiReference()), GET,
            query, null);
    }

    /**
     * @param query what is asked for
     * @return the address of a roadmap as a file
     */
    public String getRoadmapFileURL(String query)
    {
        return this.bridge.getDocumentURL(new DocumentReference(ROADMAP_FILE, getCurrentPage().getWikiReference()), GET,
            query, null);
    }

    /**
     * @param page a page
     * @return its reference, fit for an address
     */
    public String encode(DocumentReference page)
    {
        return URLEncoder.encode(serialize(page), StandardCharsets.UTF_8);
    }

    /**
     * @param query the query string
     * @return the whole address of the page that answers with a calendar file
     */
    public String getCalendarURL(String query)
    {
        return this.bridge.getDocumentURL(new DocumentReference(CALENDAR, getCurrentPage().getWikiReference()), GET,
            query, null, true);
    }

    /**
     * @param thread the page of a thread
     * @return the address that tells what arrived there
     */
    public String getArrivalsURL(DocumentReference thread)
    {
        return this.bridge.getDocumentURL(new DocumentReference(ARRIVALS, getCurrentPage().getWikiReference()), GET,
            "outputSyntax=plain&thread=" + URLEncoder.encode(serialize(thread), StandardCharsets.UTF_8), null);
    }

    /**
     * @param kinds the names of what is looked for, separated by plus signs
     * @return the address that finds it by words
     */
    public String getPicksURL(String kinds)
    {
        return this.bridge.getDocumentURL(new DocumentReference(PICKS, getCurrentPage().getWikiReference()), GET,
            "outputSyntax=plain&kinds=" + kinds, null);
    }

    /**
     * @param reference a page
     * @param revision a revision of it
     * @return the address of that revision
     */
    public String getRevisionURL(DocumentReference reference, String revision)
    {
        return this.bridge.getDocumentURL(reference, "viewrev", "rev=" + revision, null);
    }

    /**
     * @param key the key of a text
     * @param parameters its parameters
     * @return the text in the reader's language, the key itself if there is none
     */
    public String translate(String key, Object... parameters)
    {
        String text = this.localization.getTranslationPlain(key, parameters);
        return text == null ? key : text;
    }

    /**
     * @param error what is wrong
     * @return it in words, in the reader's language
     */
    public String message(FieldError error)
    {
        Object[] parameters = error.parameters().toArray();
        if (SECTION_MISSING.equals(error.messageKey()) && parameters.length > 0) {
            parameters[0] = translate("Crowdsourcing.Code.BriefClass_" + parameters[0]);
        }
        Arrays.setAll(parameters, i -> ErrorWords.of(this, parameters[i]));
        return translate(error.messageKey(), parameters);
    }

    /**
     * @return the reader's language
     */
    public Locale getLocale()
    {
        Locale locale = this.localizationContext.getCurrentLocale();
        return locale == null || locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
    }

    /**
     * @param code a country as two letters, maybe empty
     * @return its name in the reader's language
     */
    public String getCountryName(String code)
    {
        return StringUtils.isBlank(code) ? "" : new Locale("", code).getDisplayCountry(getLocale());
    }

    /**
     * @param tag the tag of a language
     * @return its name in the reader's language
     */
    public String getLanguageName(String tag)
    {
        return StringUtils.capitalize(Locale.forLanguageTag(tag).getDisplayLanguage(getLocale()));
    }

    /**
     * @return the time zone of the reader's profile, {@code null} if there is none
     */
    public ZoneId getReaderZone()
    {
        DocumentReference user = getCurrentUser();
        String zone = user == null ? null : getUserProperty(user, "timezone");
        return ZoneId.getAvailableZoneIds().contains(StringUtils.defaultString(zone)) ? ZoneId.of(zone) : null;
    }

    /**
     * @param user a user
     * @return the name of the user
     */
    public String getUserName(DocumentReference user)
    {
        String first = StringUtils.defaultString(getUserProperty(user, "first_name"));
        String last = StringUtils.defaultString(getUserProperty(user, "last_name"));
        String name = (first + ' ' + last).trim();
        return name.isEmpty() ? user.getName() : name;
    }

    /**
     * @return the token that a form must carry
     */
    public String getToken()
    {
        return this.token.getToken();
    }

    /**
     * @param text wiki text that somebody typed
     * @return it as HTML
     */
    public String render(String text)
    {
        return this.textRenderer.render(text);
    }

    /**
     * @param text wiki text of a section of a brief
     * @param brief the brief, from which it cites
     * @return it as HTML
     */
    public String render(String text, Brief brief)
    {
        return this.citedBriefs.during(brief, () -> render(text));
    }

    /**
     * @param name the name of a parameter of the request
     * @return its value, {@code null} if it is absent or blank
     */
    public String getParameter(String name)
    {
        Request request = this.container.getRequest();
        Object value = request == null ? null : request.getParameter(name);
        return value instanceof String text ? StringUtils.trimToNull(text) : null;
    }

    /**
     * @return how many macros of the extension have been shown on the page before
     */
    public int nextInstance()
    {
        Request request = this.container.getRequest();
        int instance = 0;
        if (request != null) {
            instance = request.getAttribute(ATTRIBUTE_INSTANCES) instanceof Integer last ? last + 1 : 0;
            request.setAttribute(ATTRIBUTE_INSTANCES, instance);
        }
        return instance;
    }

    /**
     * @param anchor an id that others link to
     * @return {@code true} if it is not on the page yet
     */
    @SuppressWarnings("unchecked")
    public boolean claimAnchor(String anchor)
    {
        Request request = this.container.getRequest();
        if (request == null) {
            return true;
        }
        if (!(request.getAttribute(ATTRIBUTE_ANCHORS) instanceof Set)) {
            request.setAttribute(ATTRIBUTE_ANCHORS, new HashSet<String>());
        }
        return ((Set<String>) request.getAttribute(ATTRIBUTE_ANCHORS)).add(anchor);
    }

    private String getUserProperty(DocumentReference user, String property)
    {
        DocumentReference userClass =
            new DocumentReference(user.getWikiReference().getName(), USERS, "XWikiUsers");
        Object value = this.bridge.getProperty(user, userClass, property);
        return value == null ? null : value.toString();
    }
}
