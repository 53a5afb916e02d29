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
package org.xwiki.contrib.crowdsourcing.embedded.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.math.NumberUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.rendering.DocumentRenderer;
import org.xwiki.contrib.crowdsourcing.embedded.rendering.Sheets;
import org.xwiki.contrib.crowdsourcing.embedded.skin.PropertyDisplayer;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.DBStringListProperty;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.PropertyClass;
import com.xpn.xwiki.validation.XWikiValidationStatus;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The form with which a page is changed: what it shows, and what it does to the page when it comes back.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = EditForm.class)
@Singleton
public class EditForm
{
    /**
     * The template of the form.
     */
    public static final String TEMPLATE = "edit.vm";

    /**
     * The action under which sheets show their form.
     */
    public static final String EDIT = "edit";

    /**
     * The attribute of a request that holds the names of the fields that were refused.
     */
    public static final String WRONG_FIELDS = "embedded.wrongFields";

    private static final Pattern PROPERTY = Pattern.compile("(.+)_(\\d+)_(.+)");

    /** What neither XML nor every database can hold. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF]");

    private static final int MAXIMUM_OBJECT_NUMBER = 2000;

    private static final int TITLE_LENGTH = 1023;

    private static final int STRING_LENGTH = 768;

    private static final String COMMENT = "comment";

    private static final String CONTROL_MESSAGE = "embedded.edit.control";

    private static final String LABEL_END = ": ";

    private static final int ABBREVIATION = 60;

    private static final String DELETED = "deletedObjects";

    private static final String TOO_LONG = "embedded.edit.long";

    private static final String TITLE = "title";

    private static final String CONTENT = "content";

    private static final String PARENT = "parent";

    private static final String TEMPLATE_PARAMETER = "template";

    private static final String DISPLAY = "display";

    private static final String INLINE = "inline";

    @Inject
    private DocumentRenderer renderer;

    @Inject
    private Sheets sheets;

    @Inject
    private AuthorizationManager authorization;

    @Inject
    private ContextualLocalizationManager localization;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    /**
     * @param exchange the request
     * @param document the page, which takes over its template and what the request says about it
     * @throws XWikiException when the template cannot be read
     * @throws WebError when the template may not be read
     */
    public void prepare(Exchange exchange, XWikiDocument document) throws XWikiException, WebError
    {
        String template = exchange.get(TEMPLATE_PARAMETER);
        if (document.isNew() && !template.isBlank()) {
            DocumentReference reference = Exchange.resolve(() -> this.resolver.resolve(template));
            boolean readable =
                this.authorization.hasAccess(Right.VIEW, exchange.context().getUserReference(), reference);
            if (!readable || !exchange.context().getWiki().exists(reference, exchange.context())) {
                throw new WebError(HttpServletResponse.SC_NOT_FOUND, "embedded.error.template");
            }
            document.readFromTemplate(reference, exchange.context());
        }
        if (exchange.has(TITLE)) {
            document.setTitle(exchange.get(TITLE).trim());
        }
        if (exchange.has(CONTENT)) {
            document.setContent(unify(exchange.get(CONTENT)));
        }
        if (!exchange.get(PARENT).isBlank()) {
            DocumentReference parent = Exchange.resolve(() -> this.resolver.resolve(exchange.get(PARENT)));
            document.setParentReference((EntityReference) parent);
        }
    }

    /**
     * @param exchange the request
     * @param document the page, which takes over the objects that the form has
     * @return messages about what the page could not take, by the name of the field
     * @throws XWikiException when the classes of the objects cannot be read
     * @throws WebError when a field has a name that cannot be
     */
    public Map<String, String> read(Exchange exchange, XWikiDocument document) throws XWikiException, WebError
    {
        Map<String, String> errors = new TreeMap<>();
        Map<String, Map<String, String[]>> objects = new TreeMap<>();
        exchange.request().getParameterMap().forEach((name, values) -> {
            Matcher matcher = PROPERTY.matcher(name);
            if (matcher.matches()) {
                objects.computeIfAbsent(matcher.group(1) + '_' + matcher.group(2), key -> new HashMap<>())
                    .put(matcher.group(3), values);
            }
            for (String value : values) {
                if (CONTROL.matcher(value).find()) {
                    errors.put(name, getText(CONTROL_MESSAGE));
                }
            }
        });
        if (document.getTitle().length() > TITLE_LENGTH) {
            errors.put(TITLE, getText("embedded.edit.titleField") + LABEL_END + getText(TOO_LONG, TITLE_LENGTH));
        }
        if (!errors.isEmpty() && hasControl(document)) {
            document.setTitle(CONTROL.matcher(document.getTitle()).replaceAll(""));
            document.setContent(CONTROL.matcher(document.getContent()).replaceAll(""));
        }
        remove(exchange, document);
        for (Map.Entry<String, Map<String, String[]>> entry : objects.entrySet()) {
            readObject(exchange, document, entry, errors);
        }
        return errors;
    }

    /**
     * @param exchange the request
     * @param document the page
     * @param error why the page was not saved, {@code null} when nothing went wrong
     * @return what the template of the form shows
     * @throws WebError when nobody can edit the page like that
     */
    public Map<String, Object> getBindings(Exchange exchange, XWikiDocument document, List<String> error)
        throws WebError
    {
        XWikiContext context = exchange.context();
        context.setAction(EDIT);
        context.put(DISPLAY, EDIT);
        String editor = exchange.get("editor");
        boolean inline = editor.isEmpty() ? !this.sheets.get(document, EDIT).isEmpty() : INLINE.equals(editor);
        Map<String, Object> result = new HashMap<>();
        result.put(INLINE, inline);
        result.put("document", document);
        result.put("errors", error == null ? List.of() : error.stream().map(this::translate).toList());
        result.put("wrongFields", Objects.requireNonNullElse(exchange.request().getAttribute(WRONG_FIELDS), Set.of()));
        result.put("xredirect", exchange.getRedirect(""));
        result.put("templateName", document.isNew() ? exchange.get(TEMPLATE_PARAMETER) : "");
        result.put(PARENT, exchange.get(PARENT));
        result.put(COMMENT, exchange.get(COMMENT));
        result.put(CONTENT, inline ? this.renderer.renderContent(document, Syntax.HTML_5_0, false)
            : document.getContent());
        return result;
    }

    private String translate(String message)
    {
        // The reason of an extension may be the key of one of its messages.
        return Objects.toString(getText(message), message);
    }

    private String getText(String key, Object... parameters)
    {
        return this.localization.getTranslationPlain(key, parameters);
    }

    private boolean hasControl(XWikiDocument document)
    {
        return CONTROL.matcher(document.getTitle()).find() || CONTROL.matcher(document.getContent()).find();
    }

    private void remove(Exchange exchange, XWikiDocument document) throws WebError
    {
        for (String name : getAll(exchange, DELETED)) {
            Matcher matcher = SentForm.OBJECT.matcher(name);
            if (matcher.matches()) {
                BaseObject object =
                    document.getXObject(resolveClass(matcher.group(1)), NumberUtils.toInt(matcher.group(2), -1));
                if (object != null) {
                    document.removeXObject(object);
                }
            }
        }
    }

    private void readObject(Exchange exchange, XWikiDocument document,
        Map.Entry<String, Map<String, String[]>> entry, Map<String, String> errors) throws XWikiException, WebError
    {
        Matcher matcher = SentForm.OBJECT.matcher(entry.getKey());
        if (!matcher.matches() || getAll(exchange, DELETED).contains(entry.getKey())) {
            return;
        }
        int number = NumberUtils.toInt(matcher.group(2), Integer.MAX_VALUE);
        DocumentReference classReference = resolveClass(matcher.group(1));
        BaseClass type = exchange.context().getWiki().getXClass(classReference, exchange.context());
        BaseObject object = document.getXObject(classReference, number);
        if (object == null && number <= MAXIMUM_OBJECT_NUMBER && isAdded(exchange, matcher.group(1), number, type)) {
            object = new BaseObject();
            object.setXClassReference((EntityReference) classReference);
            document.setXObject(number, object);
        }
        if (object == null) {
            return;
        }
        Map<String, String> refused = PropertyDisplayer.getRefused(exchange.context());
        for (Map.Entry<String, String[]> property : entry.getValue().entrySet()) {
            String field = entry.getKey() + '_' + property.getKey();
            String error = set(object, type, property.getKey(), property.getValue());
            if (error != null) {
                // The form of a sheet marks the fields that it finds here.
                String label =
                    ((PropertyClass) type.get(property.getKey())).getTranslatedPrettyName(exchange.context());
                XWikiValidationStatus.addErrorToContext(matcher.group(1), property.getKey(), label, error,
                    exchange.context());
                errors.put(field, label + LABEL_END + error);
                refused.put(field, CONTROL.matcher(String.join("|", property.getValue())).replaceAll(""));
            }
        }
    }

    private String[] unify(String[] values)
    {
        return Arrays.stream(values).map(this::unify).toArray(String[]::new);
    }

    private String unify(String text)
    {
        // Browsers send the ends of lines in their own way.
        return text.replace("\r\n", "\n");
    }

    private boolean isAdded(Exchange exchange, String className, int number, BaseClass type)
    {
        return !type.getEnabledProperties().isEmpty() && ("updateOrCreate".equals(exchange.get("objectPolicy"))
            || SentForm.adds(exchange.context().getForm(), className, number));
    }

    private String set(BaseObject object, BaseClass type, String name, String[] values)
    {
        if (!(type.get(name) instanceof PropertyClass property)) {
            return null;
        }
        String[] clean = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            clean[i] = CONTROL.matcher(unify(values[i])).replaceAll("");
        }
        boolean tooLong = "String".equals(property.getClassType()) && clean[0].length() > STRING_LENGTH;
        try {
            BaseProperty<?> value = property.fromStringArray(clean);
            tooLong |= value instanceof DBStringListProperty items
                && items.getList().stream().anyMatch(item -> item.length() > STRING_LENGTH);
            if (value != null) {
                value.setName(name);
                value.setObject(object);
                object.safeput(name, value);
            }
        } catch (XWikiException e) {
            // What was typed is no value of this type.
            return getText("embedded.edit.invalid", StringUtils.abbreviate(clean[0], ABBREVIATION));
        }
        if (tooLong) {
            return getText(TOO_LONG, STRING_LENGTH);
        }
        return Arrays.equals(clean, unify(values)) ? null : getText(CONTROL_MESSAGE);
    }

    private DocumentReference resolveClass(String name) throws WebError
    {
        return Exchange.resolve(() -> this.resolver.resolve(name, EntityType.DOCUMENT));
    }

    private List<String> getAll(Exchange exchange, String name)
    {
        String[] values = exchange.request().getParameterValues(name);
        return values == null ? new ArrayList<>() : List.of(values);
    }
}
