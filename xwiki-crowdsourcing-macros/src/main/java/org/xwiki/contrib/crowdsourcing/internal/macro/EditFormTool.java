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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.StringUtils;

/**
 * Shows the fields of the form that edits a page: what the wiki displays for a property, with label, hint and error.
 *
 * @version $Id$
 * @since 1.0
 */
public class EditFormTool
{
    private static final String GROUP = "form-group";

    private static final String WRONG_GROUP = "form-group has-error";

    private static final String ERROR_CLASS = "cs-error";

    private static final String CONTROL_CLASS = "form-control";

    /** What the picker of the wiki looks for. */
    private static final String PICKER_CLASS = "suggest-propertyValues";

    private static final String INPUT = "input";

    private static final String TEXT = "text";

    private static final String FOR = "for";

    private static final String REQUIRED = "required";

    private static final String AUTOFOCUS = "autofocus";

    private static final int LONGEST_TITLE = 250;

    private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cntrl}");

    private static final String TYPE = "type";

    private static final String VALUE = "value";

    private static final String PATTERN = "pattern";

    private static final String ERROR = "-error";

    private static final String HINT = "-hint";

    private static final String DIV = "div";

    private static final String MESSAGE = "message";

    private static final String NAME = "name";

    private static final String CODE = "Crowdsourcing.Code.";

    private static final String LABEL = "label";

    private static final String SPAN = "span";

    private static final String CLASS = "class";

    private static final String ID = "id";

    private static final Pattern CONTROL = Pattern.compile("<(input|textarea|select)\\b(?![^>]*type=[\"']hidden)");

    private static final Pattern HTML_MACRO_START = Pattern.compile("^\\{\\{html[^}]*\\}\\}");

    private static final String HTML_MACRO_END = "{{/html}}";

    private final Toolkit toolkit;

    private final Set<String> dates;

    private final Set<String> localTimes;

    private final Map<String, String> pages;

    private final StandardLists lists;

    private final Map<String, List<StepChoices.Choice>> choices;

    private boolean focused;

    EditFormTool(Toolkit toolkit, Set<String> dates, Set<String> localTimes, Map<String, String> pages,
        StandardLists lists, Map<String, List<StepChoices.Choice>> choices)
    {
        this.lists = lists;
        this.choices = choices;
        this.toolkit = toolkit;
        this.dates = dates;
        this.localTimes = localTimes;
        this.pages = pages;
    }

    /**
     * Shows the field of the title of the page, which is no property of a class.
     *
     * @param id an id that is unique on the page
     * @param title the title
     * @param typed what was typed, {@code null} if the form has not been sent
     * @return the field
     */
    public String titleField(String id, String title, String typed)
    {
        String message = titleError(typed);
        boolean wrong = !message.isEmpty();
        Html html = new Html().open(DIV, CLASS, wrong ? WRONG_GROUP : GROUP).open(LABEL, FOR, id)
            .text(this.toolkit.translate("crowdsourcing.create.title")).close(LABEL);
        if (wrong) {
            this.focused = true;
            html.open(SPAN, CLASS, ERROR_CLASS, ID, id + ERROR).text(message).close(SPAN);
        }
        return html.open(INPUT, TYPE, TEXT, ID, id, NAME, "title", VALUE, title, CLASS, CONTROL_CLASS, REQUIRED,
            REQUIRED, "maxlength", LONGEST_TITLE, "dir", "auto", "aria-describedby", wrong ? id + ERROR : null,
            "aria-invalid", wrong ? "true" : null, AUTOFOCUS, wrong ? AUTOFOCUS : null).close(DIV).toString();
    }

    private String titleError(String typed)
    {
        String message = "";
        if (typed != null && typed.isBlank()) {
            message = this.toolkit.translate("crowdsourcing.error.titleRequired");
        } else if (typed != null && typed.length() > LONGEST_TITLE) {
            message = this.toolkit.translate("crowdsourcing.error.titleTooLong", LONGEST_TITLE);
        } else if (typed != null && CONTROL_CHARACTER.matcher(typed).find()) {
            message = this.toolkit.translate("crowdsourcing.error.controlCharacters");
        }
        return message;
    }

    /**
     * Shows a field.
     *
     * @param displayed what the wiki displays to edit the property
     * @param property {@code className}, {@code number} (of the object), {@code name}, {@code label}, {@code hint},
     *     {@code value}, {@code typed} (what the form sent, which the value may not be able to hold), {@code pattern}
     *     and {@code rule} (what is said when it does not match) and, when the form was refused because of the
     *     property, {@code message}
     * @return the field
     */
    public String field(String displayed, Map<String, ?> property)
    {
        String className = text(property, "className");
        String name = text(property, NAME);
        String id = className + '_' + text(property, "number") + '_' + name;
        String key = className.substring(CODE.length()) + '_' + name;
        String control = this.choices.containsKey(key)
            ? StepChoices.select(this.toolkit, id, this.choices.get(key), property)
            : control(displayed, id, key, property);
        if (control.isBlank()) {
            return "";
        }
        String message = isWrong(property) ? this.toolkit.translate(text(property, MESSAGE)) : "";
        if (message.isEmpty() && this.pages.containsKey(key)) {
            message = missingPage(property);
        }
        Html html = new Html().open(DIV, CLASS, message.isEmpty() ? GROUP : WRONG_GROUP);
        html.open(LABEL, FOR, id).text(text(property, LABEL)).close(LABEL);
        List<String> describedBy = new ArrayList<>();
        String note = this.lists.note(key, property);
        String hint = (text(property, "hint") + ' ' + note).strip();
        if (!hint.isEmpty()) {
            html.open(SPAN, CLASS, "cs-hint", ID, id + HINT).text(hint).close(SPAN);
            describedBy.add(id + HINT);
        }
        if (!message.isEmpty()) {
            html.open(SPAN, CLASS, ERROR_CLASS, ID, id + ERROR).text(message).close(SPAN);
            describedBy.add(id + ERROR);
        }
        String described = describe(control, String.join(" ", describedBy), !message.isEmpty());
        return html.raw(described).close(DIV).toString();
    }

    private String control(String displayed, String id, String key, Map<String, ?> property)
    {
        String type = null;
        if (this.dates.contains(key)) {
            type = "date";
        } else if (this.localTimes.contains(key)) {
            type = "datetime-local";
        }
        String listed = this.lists.control(key, id, property);
        if (!listed.isEmpty() && StringUtils.isNotBlank(displayed)) {
            return listed;
        }
        String unwrapped = unwrap(displayed);
        if (text(property, TYPE).contains("Number")) {
            unwrapped = number(unwrapped, text(property, PATTERN), text(property, "rule"));
        }
        unwrapped = words(unwrapped, this.pages.getOrDefault(key, ""));
        return type == null ? unwrapped : new Html().open(INPUT, ArrayUtils.addAll(new Object[] {ID, id, NAME, id},
            Pickers.date(type, text(property, VALUE), this.toolkit.getLocale()))).toString();
    }

    /**
     * @param displayed what the wiki displays; inside of a macro it wraps it in another one
     * @return the HTML
     */
    private String unwrap(String displayed)
    {
        String html = StringUtils.defaultString(displayed);
        return HTML_MACRO_START.matcher(html).find()
            ? StringUtils.removeEnd(HTML_MACRO_START.matcher(html).replaceFirst(""), HTML_MACRO_END) : html;
    }

    /**
     * Lets the browser refuse what is no number: the wiki would fail on it.
     */
    private String number(String control, String pattern, String rule)
    {
        String body = pattern.length() > 1 ? pattern.substring(1, pattern.length() - 1) : "";
        return CONTROL.matcher(control).replaceFirst(Matcher.quoteReplacement("<input inputmode=\"numeric\" pattern=\""
            + Html.escape(body.isEmpty() ? "[0-9]*" : body) + "\" title=\"" + Html.escape(this.toolkit.translate(rule))
            + '"'));
    }

    /**
     * The picker of the wiki looks for titles, which contributions have not.
     */
    private String words(String control, String kinds)
    {
        Matcher start = CONTROL.matcher(control);
        if (kinds.isEmpty() || !start.find()) {
            return control;
        }
        String picked = new Html().open(start.group(1), Pickers.words(this.toolkit, kinds, true)).toString();
        return control.substring(0, start.start()) + StringUtils.chop(picked)
            + control.substring(start.end()).replaceFirst(PICKER_CLASS, "cs-pick");
    }

    private String describe(String control, String describedBy, boolean wrong)
    {
        StringBuilder attributes = new StringBuilder("<$1");
        if (!describedBy.isEmpty()) {
            attributes.append(" aria-describedby=\"").append(Html.escape(describedBy)).append('"');
        }
        if (wrong) {
            attributes.append(" aria-invalid=\"true\"");
            if (!this.focused) {
                this.focused = true;
                attributes.append(" autofocus=\"autofocus\"");
            }
        }
        return CONTROL.matcher(control).replaceFirst(attributes.toString());
    }

    /**
     * The wiki says which property of a class is wrong, but not on which of several objects.
     */
    private boolean isWrong(Map<String, ?> property)
    {
        String pattern = text(property, PATTERN);
        if (text(property, MESSAGE).isEmpty() || pattern.length() < 2) {
            return !text(property, MESSAGE).isEmpty();
        }
        String typed = text(property, "typed");
        try {
            return !Pattern.compile(pattern.substring(1, pattern.lastIndexOf('/')))
                .matcher(typed.isEmpty() ? text(property, VALUE) : typed).find();
        } catch (PatternSyntaxException | IndexOutOfBoundsException e) {
            return true;
        }
    }

    /**
     * What has been deleted, or is no page at all, must be seen by who edits.
     */
    private String missingPage(Map<String, ?> property)
    {
        Object value = property.get(VALUE);
        Collection<?> named = value instanceof Collection<?> list ? list : List.of(text(property, VALUE));
        return named.stream().map(String::valueOf).filter(page -> !page.isBlank() && !this.toolkit.isPage(page))
            .findFirst().map(page -> this.toolkit.translate("crowdsourcing.editForm.pageGone", page)).orElse("");
    }

    private static String text(Map<String, ?> property, String name)
    {
        Object value = property.get(name);
        return value == null ? "" : value.toString();
    }
}
