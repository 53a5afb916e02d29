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

import org.apache.commons.lang3.StringUtils;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.model.reference.DocumentReference;

/**
 * Shows the forms of the macros. A form that was refused is shown with what was typed and with what is wrong, each
 * message at its field; the first wrong field gets the focus.
 *
 * @version $Id$
 * @since 1.0
 */
public class FormTool
{
    private static final String SUBMIT = "submit";

    private static final String SECTION = "section";

    private static final String TEXT = "text";

    private static final String FORM_GROUP = "form-group";

    private static final String FOR = "for";

    private static final String FORM_CONTROL = "form-control";

    private static final String READONLY = "readonly";

    private static final String DIR = "dir";

    private static final String AUTO = "auto";

    private static final String NEW_LINE = "\n";

    private static final String BUTTON = "button";

    private static final String SELECTED = "selected";

    private static final String EMPTY = "empty";

    private static final String PICKER = "picker";

    private static final String WORDS = "words";

    private static final String MAX = "max";

    private static final String MIN = "min";

    private static final String LIST = "list";

    private static final String ROWS = "rows";

    private static final String MAXLENGTH = "maxlength";

    private static final String AUTOFOCUS = "autofocus";

    private static final String TABINDEX = "tabindex";

    private static final String NOT_BY_KEY = "-1";

    private static final String HINT = "hint";

    private static final String LI = "li";

    private static final String UL = "ul";

    private static final String P = "p";

    private static final String CLASS = "class";

    private static final String DIV = "div";

    private static final String LEGEND = "legend";

    private static final String SPACE = " ";

    private static final String FIELDSET = "fieldset";

    private static final String CHECKBOX = "checkbox";

    private static final String CHECKED = "checked";

    private static final String DESCRIBED_BY = "aria-describedby";

    private static final String INVALID = "aria-invalid";

    private static final String OPTIONS = "options";

    private static final String TITLES = "titles";

    private static final String PROPERTY = "property";

    private static final String CODE = "Crowdsourcing.Code.";

    private static final String ID = "id";

    private static final String NAME = "name";

    private static final String VALUE = "value";

    private static final String LABEL = "label";

    private static final String SPAN = "span";

    private static final String TYPE = "type";

    private static final String INPUT = "input";

    private static final String PASSWORD = "password";

    private static final String HIDDEN = "hidden";

    private static final String REQUIRED = "required";

    private static final String TEXTAREA = "textarea";

    private static final String SELECT = "select";

    private static final String OPTION = "option";

    private static final String TRUE = "true";

    private static final String CS_ERROR = "cs-error";

    private static final String ERROR_SUFFIX = "-error";

    private static final String HINT_SUFFIX = "-hint";

    private final Toolkit toolkit;

    private final FormState sent;

    private final int instance;

    private boolean focused;

    private boolean shown;

    FormTool(Toolkit toolkit, FormState sent, int instance)
    {
        this.toolkit = toolkit;
        this.sent = sent;
        this.instance = instance;
    }

    /**
     * @param action what a form does
     * @param target the page that it is about
     * @return {@code true} if that form has been sent and was refused
     */
    public boolean isRefused(String action, DocumentReference target)
    {
        return this.sent != null && this.sent.isRefused(action, this.toolkit.serialize(target));
    }

    /**
     * Begins a form; the template ends it.
     *
     * @param action what the form does
     * @param target the page that it is about
     * @return the beginning of the form with its hidden fields, and what is wrong with it when it was refused
     */
    public String begin(String action, DocumentReference target)
    {
        String reference = this.toolkit.serialize(target);
        Html html = new Html().open("form", "method", "post", "action",
            this.toolkit.getURL(this.toolkit.getCurrentPage(), null, null), CLASS, "cs-form cs-form-" + action);
        html.raw(hidden(FormProcessor.TOKEN, this.toolkit.getToken()));
        html.raw(hidden(FormProcessor.ACTION, action));
        html.raw(hidden(FormProcessor.TARGET, reference));
        if (isRefused(action, target)) {
            this.shown = true;
            html.raw(this.sent.isPreview() ? previewOfText() : summary());
        }
        return html.toString();
    }

    /**
     * @return what is wrong with a form that was refused and cannot be shown again, with what was typed into it; empty
     *     if there is none
     */
    String getLeftover()
    {
        if (this.sent == null || !this.sent.isRefused() || this.shown) {
            return "";
        }
        Html html = new Html().open(DIV, CLASS, "cs cs-leftover").raw(summary());
        this.sent.getTyped().forEach((name, typed) -> {
            String id = id("leftover-" + name);
            html.open(DIV, CLASS, FORM_GROUP).open(LABEL, FOR, id)
                .text(this.toolkit.translate("crowdsourcing.form.leftover")).close(LABEL)
                .open(TEXTAREA, ID, id, CLASS, FORM_CONTROL, READONLY, READONLY, ROWS, 3, DIR, AUTO)
                .raw(NEW_LINE).text(typed).close(TEXTAREA).close(DIV);
        });
        return html.close(DIV).toString();
    }

    /**
     * @param stamp the stamp of what the form is about, so that a change by somebody else meanwhile is noticed
     * @return the hidden field for it
     */
    public String seen(String stamp)
    {
        return hidden(FormProcessor.STAMP, stamp);
    }

    /**
     * @return the button that shows the wiki text of the field {@code text} as it will be, without saving anything
     */
    public String previewButton()
    {
        return new Html().open(BUTTON, TYPE, SUBMIT, NAME, FormProcessor.PREVIEW, VALUE, TRUE, CLASS,
            "btn btn-default").text(this.toolkit.translate("crowdsourcing.form.preview")).close(BUTTON).toString();
    }

    /** What is no text is previewed by who has the form. */
    private String previewOfText()
    {
        return this.sent.has(TEXT) ? preview() : "";
    }

    private String preview()
    {
        // The first thing to look at, and to be told of by a screen reader.
        this.focused = true;
        Html html = new Html().open(SECTION, CLASS, "cs-preview", "aria-label",
            this.toolkit.translate("crowdsourcing.form.preview.title"), TABINDEX, NOT_BY_KEY, AUTOFOCUS, AUTOFOCUS);
        html.open(P, CLASS, "cs-meta").text(this.toolkit.translate("crowdsourcing.form.preview.hint")).close(P);
        return html.open(DIV, CLASS, "cs-text", DIR, AUTO).raw(this.toolkit.render(this.sent.get(TEXT))).close(DIV)
            .close(SECTION).toString();
    }

    private String hidden(String name, String value)
    {
        return new Html().open(INPUT, TYPE, HIDDEN, NAME, name, VALUE, value).toString();
    }

    private String summary()
    {
        // What is wrong with no field in particular is the first thing to look at.
        boolean general = this.sent.getErrors().keySet().stream().allMatch(String::isEmpty);
        Html html = new Html().open(DIV, CLASS, "box errormessage cs-errors", "role", "alert", TABINDEX,
            general ? NOT_BY_KEY : null, AUTOFOCUS, general ? focus() : null);
        html.open(P).text(this.toolkit.translate(this.sent.isPartly() ? "crowdsourcing.form.partly"
            : "crowdsourcing.form.refused")).close(P).open(UL);
        for (Map.Entry<String, List<String>> entry : this.sent.getErrors().entrySet()) {
            for (String message : entry.getValue()) {
                html.open(LI).text(message).close(LI);
            }
        }
        return html.close(UL).close(DIV).toString();
    }

    /**
     * @param action what a form does
     * @param target the page that it is about
     * @param name the name of a field
     * @param settings its settings, with its value when the form has not been sent
     * @return the value to show
     */
    private String value(String action, DocumentReference target, String name, Map<String, ?> settings)
    {
        Object otherwise = settings.get(VALUE);
        boolean typed = isRefused(action, target);
        // A password is never shown.
        return PASSWORD.equals(settings.get(TYPE)) ? ""
            : typed ? this.sent.get(name) : otherwise == null ? "" : otherwise.toString();
    }

    /**
     * Shows a field with its label, hint and error.
     *
     * @param action what the form does
     * @param target the page that it is about
     * @param name the name of the field
     * @param settings {@code type} (text, textarea, select, number), {@code label} and {@code hint} (keys of texts;
     *     {@code labelText} and {@code hintText} are texts of somebody),
     *     {@code value}, {@code required}, {@code rows}, {@code maxlength}, {@code min}, {@code max}, {@code picker}
     *     (the property whose pages the wiki's picker offers; see {@code pickers.vm}), {@code words} (the kinds of
     *     things that are found by words); of a select
     *     {@code options} (values, or references of pages), {@code property} (for the texts of the values),
     *     {@code titles} (texts of the options), {@code empty} (key of the text of no choice)
     * @return the field
     */
    public String field(String action, DocumentReference target, String name, Map<String, ?> settings)
    {
        String id = id(action + '-' + target.getName() + '-' + name);
        List<String> errors = errors(action, target, name);
        Html html = new Html().open(DIV, CLASS, errors.isEmpty() ? FORM_GROUP : "form-group has-error");
        html.open(LABEL, FOR, id).text(translate(settings, LABEL)).raw(required(settings)).close(LABEL);
        String describedBy = explain(html, id, errors, settings);
        Control control = new Control(id, name, value(action, target, name, settings), describedBy,
            errors.isEmpty() ? null : TRUE);
        return html.raw(control(control, settings)).close(DIV).toString();
    }

    /**
     * Shows a group of boxes to tick.
     *
     * @param action what the form does
     * @param target the page that it is about
     * @param name the name of the boxes
     * @param settings {@code label} and {@code hint} (keys of texts), {@code value} (what is ticked), {@code required},
     *     {@code options} (values, or references of pages), {@code property} (for the texts of the values),
     *     {@code titles} (texts of the options)
     * @return the group
     */
    public String choices(String action, DocumentReference target, String name, Map<String, ?> settings)
    {
        String id = id(action + '-' + target.getName() + '-' + name);
        Html inner = new Html();
        String describedBy = explain(inner, id, errors(action, target, name), settings);
        Html html = new Html().open(FIELDSET, CLASS, "cs-choices", DESCRIBED_BY, describedBy);
        html.open(LEGEND).text(translate(settings, LABEL)).raw(required(settings)).close(LEGEND);
        html.raw(inner.toString());
        Collection<?> chosen = settings.get(VALUE) instanceof Collection<?> values ? values : List.of();
        List<String> ticked = isRefused(action, target) ? this.sent.get(name).lines().toList()
            : chosen.stream().map(this::optionId).toList();
        Object choices = settings.get(OPTIONS);
        List<?> options = choices instanceof Object[] values ? List.of(values) : (List<?>) choices;
        List<?> titles = (List<?>) settings.get(TITLES);
        String focus = describedBy != null && describedBy.contains(ERROR_SUFFIX) ? focus() : null;
        html.open(DIV, CLASS, "cs-boxes");
        for (int i = 0; i < options.size(); i++) {
            String value = optionId(options.get(i));
            Object text = titles == null
                ? this.toolkit.translate(CODE + settings.get(PROPERTY) + '_' + value) : titles.get(i);
            html.raw(box(name, value, ticked.contains(value), i == 0 ? focus : null, text));
        }
        return html.close(DIV).close(FIELDSET).toString();
    }

    private static String box(String name, String value, boolean ticked, String focus, Object text)
    {
        return new Html().open(DIV, CLASS, CHECKBOX).open(LABEL)
            .open(INPUT, TYPE, CHECKBOX, NAME, name, VALUE, value, CHECKED, ticked ? CHECKED : null, AUTOFOCUS,
                focus).text(SPACE).text(text).close(LABEL).close(DIV).toString();
    }

    /**
     * Shows one box to tick, with what it means and what is wrong.
     *
     * @param action what the form does
     * @param target the page that it is about
     * @param name the name of the box
     * @param settings {@code label} (key of the text), {@code required}
     * @return the box
     */
    public String check(String action, DocumentReference target, String name, Map<String, ?> settings)
    {
        String id = id(action + '-' + target.getName() + '-' + name);
        List<String> errors = errors(action, target, name);
        Html html = new Html().open(DIV, CLASS, errors.isEmpty() ? CHECKBOX : "checkbox has-error");
        html.open(LABEL, FOR, id);
        boolean ticked = isRefused(action, target) && !this.sent.get(name).isEmpty();
        html.open(INPUT, TYPE, CHECKBOX, ID, id, NAME, name, VALUE, "1", CHECKED, ticked ? CHECKED : null,
            DESCRIBED_BY, errors.isEmpty() ? null : id + ERROR_SUFFIX, INVALID,
            errors.isEmpty() ? null : TRUE, AUTOFOCUS, errors.isEmpty() ? null : focus());
        html.text(SPACE).text(translate(settings, LABEL)).raw(required(settings)).close(LABEL);
        explain(html, id, errors, Map.of());
        return html.close(DIV).toString();
    }

    private List<String> errors(String action, DocumentReference target, String name)
    {
        return isRefused(action, target) ? this.sent.getErrors().getOrDefault(name, List.of()) : List.of();
    }

    private String required(Map<String, ?> settings)
    {
        return settings.get(REQUIRED) == null ? "" : new Html().text(SPACE).open(SPAN, CLASS, "cs-required")
            .text(this.toolkit.translate("crowdsourcing.form.required")).close(SPAN).toString();
    }

    /** The first wrong field gets the focus. */
    private String focus()
    {
        String result = this.focused ? null : AUTOFOCUS;
        this.focused = true;
        return result;
    }

    /** Writes hint and error, and tells what describes the control. */
    private String explain(Html html, String id, List<String> errors, Map<String, ?> settings)
    {
        List<String> describedBy = new ArrayList<>();
        if (!translate(settings, HINT).isEmpty()) {
            html.open(SPAN, CLASS, "cs-hint", ID, id + HINT_SUFFIX).text(translate(settings, HINT)).close(SPAN);
            describedBy.add(id + HINT_SUFFIX);
        }
        if (!errors.isEmpty()) {
            html.open(SPAN, CLASS, CS_ERROR, ID, id + ERROR_SUFFIX).text(String.join(SPACE, errors)).close(SPAN);
            describedBy.add(id + ERROR_SUFFIX);
        }
        return describedBy.isEmpty() ? null : String.join(SPACE, describedBy);
    }

    private record Control(String id, String name, String value, String describedBy, String invalid)
    {
    }

    private String control(Control control, Map<String, ?> settings)
    {
        String type = settings.get(TYPE) == null ? TEXT : settings.get(TYPE).toString();
        Object required = settings.get(REQUIRED) == null ? null : REQUIRED;
        String focus = control.invalid() == null ? null : focus();
        Object[] picker = new Object[] {CLASS, FORM_CONTROL};
        if (settings.get(PICKER) != null) {
            picker = Pickers.page(settings.get(PICKER).toString(), !SELECT.equals(type));
        } else if (settings.get(WORDS) != null) {
            picker = concat(picker, Pickers.words(this.toolkit, settings.get(WORDS).toString(), false));
        }
        Object[] common = concat(concat(new Object[] {ID, control.id(), NAME, control.name()}, picker), REQUIRED,
            required, DESCRIBED_BY, control.describedBy(), INVALID, control.invalid(), AUTOFOCUS, focus,
            MAXLENGTH, settings.get(MAXLENGTH), DIR, SELECT.equals(type) ? null : AUTO);
        Html html = new Html();
        if (TEXTAREA.equals(type)) {
            html.open(TEXTAREA, concat(common, ROWS, settings.get(ROWS) == null ? 4 : settings.get(ROWS)));
            // A line break at the very beginning would be dropped by the browser.
            html.raw(NEW_LINE).text(control.value()).close(TEXTAREA);
        } else if (SELECT.equals(type)) {
            html.open(SELECT, common).raw(options(control.value(), settings)).close(SELECT);
        } else {
            html.open(INPUT, concat(common, TYPE, type, VALUE, control.value(), MIN, settings.get(MIN), MAX,
                settings.get(MAX), LIST, settings.get(LIST)));
        }
        return html.toString();
    }

    private String options(String selected, Map<String, ?> settings)
    {
        Html html = new Html();
        if (settings.get(EMPTY) != null) {
            html.open(OPTION, VALUE, "").text(translate(settings, EMPTY)).close(OPTION);
        }
        Object choices = settings.get(OPTIONS);
        List<?> options = choices instanceof Object[] values ? List.of(values) : (List<?>) choices;
        List<?> titles = (List<?>) settings.get(TITLES);
        boolean offered = selected.isEmpty();
        for (int i = 0; i < options.size(); i++) {
            String id = optionId(options.get(i));
            Object text = titles == null
                ? this.toolkit.translate(CODE + settings.get(PROPERTY) + '_' + id) : titles.get(i);
            html.open(OPTION, VALUE, id, SELECTED, id.equals(selected) ? SELECTED : null).text(text).close(OPTION);
            offered |= id.equals(selected);
        }
        if (settings.get(PICKER) != null && !offered) {
            // The picker of the wiki offers more than the list.
            html.open(OPTION, VALUE, selected, SELECTED, SELECTED).text(selected).close(OPTION);
        }
        return html.toString();
    }

    private String optionId(Object option)
    {
        String id = String.valueOf(option);
        if (option instanceof Stored stored) {
            id = stored.getId();
        } else if (option instanceof DocumentReference reference) {
            id = this.toolkit.serialize(reference);
        }
        return id;
    }

    /**
     * @param key the key of the text of the button
     * @param tone {@code primary}, {@code default} or {@code danger}
     * @return the button that sends the form
     */
    public String submit(String key, String tone)
    {
        return new Html().open(BUTTON, TYPE, SUBMIT, CLASS, "btn btn-" + tone).text(this.toolkit.translate(key))
            .close(BUTTON).toString();
    }

    /**
     * @param action what the form does
     * @param target the page that it is about
     * @param key the key of the text of its only button
     * @param tone {@code primary}, {@code default} or {@code danger}
     * @return a form that is only a button
     */
    public String button(String action, DocumentReference target, String key, String tone)
    {
        return begin(action, target) + submit(key, tone) + "</form>";
    }

    /**
     * @param name a name that is unique in the macro
     * @return an id that is unique on the page
     */
    public String id(String name)
    {
        return "cs" + this.instance + '-' + StringUtils.replaceChars(name, " .", "--");
    }

    private String translate(Map<String, ?> settings, String name)
    {
        Object key = settings.get(name);
        Object text = settings.get(name + "Text");
        return text != null ? text.toString() : key == null ? "" : this.toolkit.translate(key.toString());
    }

    private static Object[] concat(Object[] first, Object... second)
    {
        Object[] all = new Object[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
