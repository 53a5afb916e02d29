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

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.contrib.crowdsourcing.Count;
import org.xwiki.contrib.crowdsourcing.Excerpt;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.brief.Brief;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows values in templates: whatever it returns is HTML with every value escaped.
 *
 * @version $Id$
 * @since 1.0
 */
public class ViewTool
{
    private static final String CROWDSOURCING_UNTITLED = "crowdsourcing.untitled";

    private static final String AUTO = "auto";

    private static final String DIR = "dir";

    private static final String DIV = "div";

    private static final String CS_TEXT = "cs-text";

    private static final String DANGER = "danger";

    private static final String WARNING = "warning";

    private static final String INFO = "info";

    private static final String SUCCESS = "success";

    private static final String CLASSES = "Crowdsourcing.Code.";

    private static final String SPAN = "span";

    private static final String CLASS = "class";

    private static final String BDI = "bdi";

    private static final String LINK = "a";

    private static final String HREF = "href";

    private static final String SOMEBODY = "crowdsourcing.somebody";

    private static final String MORE_THAN = "crowdsourcing.moreThan";

    private static final int DEEPEST = 3;

    /** The tones of badges; what is not here is neutral. Tones never stand alone: the badge has its text. */
    private static final Map<String, String> TONES = Map.ofEntries(Map.entry("selected", SUCCESS),
        Map.entry("frozen", INFO), Map.entry("open", SUCCESS), Map.entry("published", SUCCESS),
        Map.entry("taken", SUCCESS), Map.entry("partly", WARNING), Map.entry("nottaken", DANGER),
        Map.entry("awaiting", WARNING), Map.entry("workshop", WARNING), Map.entry("dropped", DANGER),
        Map.entry("withdrawn", DANGER), Map.entry("done", SUCCESS), Map.entry("started", INFO),
        Map.entry("stalled", WARNING), Map.entry("abandoned", DANGER), Map.entry("strong", SUCCESS),
        Map.entry("moderate", INFO), Map.entry("weak", WARNING), Map.entry("accepted", SUCCESS),
        Map.entry("attended", SUCCESS), Map.entry("declined", DANGER), Map.entry("review", WARNING));

    private final Toolkit toolkit;

    private final TemplateRunner runner;

    private final FormTool forms;

    private final TimeTool times;

    private final int instance;

    /**
     * @param toolkit what is needed of the wiki
     * @param runner runs the templates
     * @param form the form that has been sent to the macro, maybe {@code null}
     */
    public ViewTool(Toolkit toolkit, TemplateRunner runner, FormState form)
    {
        this.toolkit = toolkit;
        this.runner = runner;
        this.instance = toolkit.nextInstance();
        this.forms = new FormTool(toolkit, form, this.instance);
        this.times = new TimeTool(toolkit);
    }

    /**
     * @return the tool for forms
     */
    public FormTool getForm()
    {
        return this.forms;
    }

    /**
     * @return the tool for dates and times
     */
    public TimeTool getTime()
    {
        return this.times;
    }

    /**
     * @param key the key of a text
     * @param parameters its parameters, plain text
     * @return the text in the reader's language
     */
    public String t(String key, Object... parameters)
    {
        return Html.escape(this.toolkit.translate(key, parameters));
    }

    /**
     * @param key the key of a text
     * @return the text as plain text, to be escaped or to be the parameter of a message
     */
    public String rawT(String key)
    {
        return this.toolkit.translate(key);
    }

    /**
     * @param property a property of a class of the extension, such as {@code BriefClass_problem}
     * @return its label
     */
    public String label(String property)
    {
        return t(CLASSES + property);
    }

    /**
     * @param property a property of a class of the extension, such as {@code BriefClass_state}
     * @param value one of its values, maybe {@code null}
     * @return the text of the value
     */
    public String value(String property, Stored value)
    {
        return value == null ? "" : t(CLASSES + property + '_' + value.getId());
    }

    /**
     * @param property a property of a class of the extension, such as {@code BriefClass_state}
     * @param value one of its values, maybe {@code null}
     * @return the text of the value as a badge
     */
    public String badge(String property, Stored value)
    {
        return value == null ? "" : badge(value.getId(), value(property, value));
    }

    /**
     * @param property a property of a class of the extension, such as {@code ExpertClass_affiliations}
     * @param values some of its values
     * @return the texts of the values as badges
     */
    public String badges(String property, Collection<? extends Stored> values)
    {
        StringBuilder badges = new StringBuilder();
        values.forEach(value -> badges.append(badge(property, value)).append(' '));
        return badges.toString().trim();
    }

    private String badge(String id, String text)
    {
        String tone = TONES.getOrDefault(id, "default");
        return new Html().open(SPAN, CLASS, "cs-badge cs-badge-" + tone).raw(text).close(SPAN).toString();
    }

    /**
     * @param property a property of a class of the extension
     * @return its label as plain text, to be the parameter of a message
     */
    public String rawLabel(String property)
    {
        return this.toolkit.translate(CLASSES + property);
    }

    /**
     * @param property a property of a class of the extension
     * @param value one of its values
     * @return the text of the value as plain text, to be the parameter of a message
     */
    public String rawValue(String property, Stored value)
    {
        return rawLabel(property + '_' + value.getId());
    }

    /**
     * @param user a user, maybe {@code null}
     * @return the name of the user as plain text, to be the parameter of a message
     */
    public String rawUser(DocumentReference user)
    {
        return user == null ? this.toolkit.translate(SOMEBODY) : this.toolkit.getUserName(user);
    }

    /**
     * @param count how many there are
     * @return it in the reader's language as plain text, to be the parameter of a message
     */
    public String rawCount(Count count)
    {
        String number = NumberFormat.getInstance(this.toolkit.getLocale()).format(count.value());
        return count.more() ? this.toolkit.translate(MORE_THAN, number) : number;
    }

    /**
     * @param text wiki text that somebody typed
     * @return it as HTML, empty if there is none
     */
    public String text(String text)
    {
        return StringUtils.isBlank(text) ? ""
            : new Html().open(DIV, CLASS, CS_TEXT, DIR, AUTO).raw(this.toolkit.render(text)).close(DIV)
                .toString();
    }

    /**
     * @param text wiki text of a section of a brief
     * @param brief the brief, from which it cites
     * @return it, rendered restricted; empty if the text is blank
     */
    public String textOf(String text, Brief brief)
    {
        return StringUtils.isBlank(text) ? ""
            : new Html().open(DIV, CLASS, CS_TEXT, DIR, AUTO).raw(this.toolkit.render(text, brief)).close(DIV)
                .toString();
    }

    /**
     * @param text plain text that somebody typed
     * @return it as HTML, its lines kept
     */
    public String plain(String text)
    {
        return StringUtils.isBlank(text) ? ""
            : new Html().open(SPAN, CLASS, "cs-plain", DIR, AUTO).text(text.strip()).close(SPAN).toString();
    }

    /**
     * @param text one line that somebody typed
     * @return it as HTML
     */
    public String line(String text)
    {
        return StringUtils.isBlank(text) ? "" : new Html().open(BDI).text(text.strip()).close(BDI).toString();
    }

    /**
     * @param title the title of a page
     * @return it as HTML, or a text that says that there is none
     */
    public String title(String title)
    {
        return StringUtils.isBlank(title) ? t(CROWDSOURCING_UNTITLED) : line(title);
    }

    /**
     * @param number a number
     * @return it in the reader's language
     */
    public String number(Number number)
    {
        return number == null ? "" : Html.escape(NumberFormat.getInstance(this.toolkit.getLocale()).format(number));
    }

    /**
     * @param number a number
     * @return it in the reader's language, with as many decimals as it has, so that numbers below each other compare
     */
    public String decimals(BigDecimal number)
    {
        NumberFormat format = NumberFormat.getInstance(this.toolkit.getLocale());
        format.setMinimumFractionDigits(number.scale());
        return Html.escape(format.format(number));
    }

    /**
     * @param count how many there are
     * @return it in the reader's language
     */
    public String count(Count count)
    {
        return Html.escape(rawCount(count));
    }

    /**
     * @param code a country as two letters
     * @return its name in the reader's language
     */
    public String country(String code)
    {
        return Html.escape(this.toolkit.getCountryName(code));
    }

    /**
     * @param tag the tag of a language
     * @return its name in the reader's language
     */
    public String language(String tag)
    {
        return Html.escape(this.toolkit.getLanguageName(tag));
    }

    /**
     * @param tags the tags of languages
     * @return their names in the reader's language
     */
    public String languages(Collection<String> tags)
    {
        return String.join(", ", tags.stream().map(this::language).toList());
    }

    /**
     * @param date a day, maybe {@code null}
     * @return it in the reader's language
     */
    public String date(LocalDate date)
    {
        return this.times.date(date);
    }

    /**
     * @param instant a point in time, maybe {@code null}
     * @return it in the reader's language and time zone
     */
    public String instant(Instant instant)
    {
        return this.times.instant(instant);
    }

    /**
     * @param page a page
     * @return its address
     */
    public String url(DocumentReference page)
    {
        return Html.escape(this.toolkit.getURL(page, null, null));
    }

    /**
     * @param page a page
     * @param query the query string, maybe {@code null}
     * @param anchor the anchor, maybe {@code null}
     * @return its address
     */
    public String url(DocumentReference page, String query, String anchor)
    {
        return Html.escape(this.toolkit.getURL(page, StringUtils.trimToNull(query), StringUtils.trimToNull(anchor)));
    }

    /**
     * @param page a page
     * @return the address to edit its form
     */
    public String editURL(DocumentReference page)
    {
        return Html.escape(this.toolkit.getEditURL(page));
    }

    /**
     * @param page a page
     * @param revision a revision of it
     * @return the address of that revision
     */
    public String revisionURL(DocumentReference page, String revision)
    {
        return Html.escape(this.toolkit.getRevisionURL(page, revision));
    }

    /**
     * @param page a page, maybe {@code null}
     * @param title its title
     * @return a link to it, only the title if there is no page
     */
    public String link(DocumentReference page, String title)
    {
        return page == null ? title(title)
            : new Html().open(LINK, HREF, this.toolkit.getURL(page, null, null)).raw(title(title)).close(LINK)
                .toString();
    }

    /**
     * @param contribution the page of a contribution
     * @param thread the page of its dialogue or brief
     * @return the address that shows it in its discussion
     */
    public String permalink(DocumentReference contribution, DocumentReference thread)
    {
        return Html.escape(Permalinks.of(this.toolkit, contribution, thread));
    }

    /**
     * @param contribution the page of a contribution
     * @param thread the page of its thread
     * @return the address at which it shows with its earlier texts
     */
    public String history(DocumentReference contribution, DocumentReference thread)
    {
        String key = contribution.getName();
        return url(thread, Permalinks.PARAMETER + '=' + key + "&cs_history=" + key, key);
    }

    /**
     * @param contribution the page of a contribution
     * @param thread the page of its dialogue or brief
     * @return the address at which its form to merge it lists what may say the same
     */
    public String mergeURL(DocumentReference contribution, DocumentReference thread)
    {
        String key = contribution.getName();
        return url(thread, Permalinks.PARAMETER + '=' + key + "&cs_merge=" + key, key);
    }

    /**
     * @param contribution the page of a contribution
     * @return the page of its dialogue or brief
     */
    public DocumentReference threadOf(DocumentReference contribution)
    {
        return new DocumentReference("WebHome", contribution.getLastSpaceReference());
    }

    /**
     * @param address an address that somebody typed; one that is no http or https address is not linked
     * @param text the text of the link
     * @return a link to it
     */
    public String external(String address, String text)
    {
        boolean safe = StringUtils.startsWithAny(address, "https://", "http://");
        return safe
            ? new Html().open(LINK, HREF, address, "rel", "noopener noreferrer nofollow").raw(line(text)).close(LINK)
                .toString()
            : line(text);
    }

    /**
     * @param user a user, maybe {@code null}
     * @return the name of the user with a link to the profile
     */
    public String user(DocumentReference user)
    {
        return user == null ? t(SOMEBODY) : link(user, this.toolkit.getUserName(user));
    }

    /**
     * @param page a page
     * @return its reference in its wiki
     */
    public String reference(DocumentReference page)
    {
        return Html.escape(this.toolkit.serialize(page));
    }

    /**
     * @param page a page
     * @return its reference in its wiki, not escaped
     */
    public String rawReference(DocumentReference page)
    {
        return this.toolkit.serialize(page);
    }

    /**
     * @param text wiki text that somebody typed
     * @return its beginning, in one line and without formatting
     */
    public String excerpt(String text)
    {
        String plain = Excerpt.of(text);
        return plain.isEmpty() ? t(CROWDSOURCING_UNTITLED) : line(plain);
    }

    /**
     * @param text plain text
     * @param length how many characters there is room for
     * @return its beginning
     */
    public String shorten(String text, int length)
    {
        return Html.escape(Excerpt.cut(text, length));
    }

    /**
     * @param depth how deep something is in a tree
     * @return how far it is indented
     */
    public int indent(int depth)
    {
        return Math.max(0, Math.min(depth, DEEPEST));
    }

    /**
     * @param months a number of months, 0 if not said
     * @return it in the reader's language
     */
    public String months(int months)
    {
        return months > 0 ? number(months) : "";
    }

    /**
     * @param aggressive a number of months at best, 0 if not said
     * @param conservative a number of months to be safe, 0 if not said
     * @return both in the reader's language
     */
    public String range(int aggressive, int conservative)
    {
        boolean both = aggressive > 0 && conservative > 0 && aggressive != conservative;
        return both ? number(aggressive) + "\u2013" + number(conservative) : months(Math.max(aggressive, conservative));
    }

    /**
     * @param name a name that is unique in the macro
     * @return an id that is unique on the page
     */
    public String id(String name)
    {
        return Html.escape(this.forms.id(name));
    }

    /**
     * @param name a name that is unique in the macro
     * @return an id that is unique on the page, not escaped
     */
    public String rawId(String name)
    {
        return this.forms.id(name);
    }

    /**
     * @param anchor the anchor that others link to
     * @return the attribute {@code id}, empty if the page has that anchor already
     */
    public String anchor(String anchor)
    {
        return this.toolkit.claimAnchor(anchor) ? " id=\"" + Html.escape(anchor) + '"' : "";
    }

    /**
     * @param template another template, without folder and extension
     * @param data what it shows
     * @return its HTML
     * @throws MacroExecutionException if it fails
     */
    public String include(String template, Map<String, Object> data) throws MacroExecutionException
    {
        return this.runner.run(template, this, data);
    }
}
