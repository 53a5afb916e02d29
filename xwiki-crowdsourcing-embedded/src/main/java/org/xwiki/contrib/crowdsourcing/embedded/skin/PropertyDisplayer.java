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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.rendering.DocumentRenderer;
import org.xwiki.contrib.crowdsourcing.embedded.web.Contexts;
import org.xwiki.contrib.crowdsourcing.embedded.web.DocumentURLs;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.xml.XMLUtils;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.PropertyInterface;
import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.classes.PropertyClass;

/**
 * Shows a property of an object, or a form control for it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PropertyDisplayer.class)
@Singleton
public class PropertyDisplayer
{
    private static final Pattern HTML_MACRO = Pattern.compile("\\{\\{(/?html)");

    private static final String TEXT_AREA = "TextArea";

    private static final String BOOLEAN = "Boolean";

    private static final String STATIC_LIST = "StaticList";

    private static final String USERS = "Users";

    private static final String PASSWORD = "Password";

    private static final String COMMA = ", ";

    private static final String EQUALS = "=";

    private static final String SEPARATOR = "|";

    private static final String SELECTED = " selected=\"selected\"";

    private static final String IDENTITY = " id=\"%s\" name=\"%s\"";

    @Inject
    private DocumentRenderer renderer;

    @Inject
    private ContextualLocalizationManager localization;

    @Inject
    private DocumentURLs urls;

    @Inject
    private UserNames userNames;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param field the name of the property
     * @param mode one of {@code view}, {@code edit}, {@code hidden}
     * @param object the object that has the property, may be {@code null}
     * @param wrappingSyntaxId the syntax of the content into which the result goes
     * @param context the context of the request
     * @return the HTML, inside a macro when wiki content is being rendered
     */
    public String display(String field, String mode, BaseObject object, String wrappingSyntaxId, XWikiContext context)
    {
        if (object == null || !(object.getXClass(context).get(field) instanceof PropertyClass property)) {
            return "";
        }
        String result;
        if ("edit".equalsIgnoreCase(mode)) {
            result = edit(object, property, context);
        } else if ("hidden".equalsIgnoreCase(mode)) {
            String name = getInputName(object, property);
            result = String.format("<input type=\"hidden\"" + IDENTITY + " value=\"%s\"/>", name, name,
                attribute(getText(object, property.getName())));
        } else if ("view".equalsIgnoreCase(mode) || "rendered".equalsIgnoreCase(mode)) {
            result = view(object, property, context);
        } else {
            throw new UnsupportedOperationException("Displaying a property in the mode " + mode);
        }
        return wrap(result, context);
    }

    /**
     * @param context the context of the request
     * @return what was typed but could not be taken as a value, by the name of the field; to be filled by forms
     */
    @SuppressWarnings("unchecked")
    public static Map<String, String> getRefused(XWikiContext context)
    {
        return (Map<String, String>) context.computeIfAbsent("embedded.refused", key -> new HashMap<String, String>());
    }

    private String wrap(String html, XWikiContext context)
    {
        boolean inContent = Boolean.TRUE.equals(context.get("isInRenderingEngine"));
        if (!inContent || !StringUtils.containsAny(html, '<', '&', '{')) {
            return html;
        }
        return "{{html clean=\"false\" wiki=\"false\"}}" + HTML_MACRO.matcher(html).replaceAll("&#123;&#123;$1")
            + "{{/html}}";
    }

    private String view(BaseObject object, PropertyClass property, XWikiContext context)
    {
        String name = property.getName();
        return switch (property.getClassType()) {
            case TEXT_AREA -> viewText(object, property, context);
            case BOOLEAN -> viewBoolean(object.getIntValue(name, -1));
            case STATIC_LIST -> {
                Map<String, String> labels = getChoices(property);
                yield escape(getValues(object, name).stream().map(key -> labels.getOrDefault(key, key))
                    .collect(Collectors.joining(COMMA)));
            }
            case USERS, "Groups", "Page" -> getValues(object, name).stream()
                .map(page -> link(page, USERS.equals(property.getClassType()))).collect(Collectors.joining(COMMA));
            case PASSWORD -> "********";
            default -> escape(getText(object, name));
        };
    }

    private String viewBoolean(int value)
    {
        return value < 0 ? "" : escape(this.localization.getTranslationPlain(
            value == 1 ? "embedded.boolean.yes" : "embedded.boolean.no"));
    }

    private String viewText(BaseObject object, PropertyClass property, XWikiContext context)
    {
        String text = object.getLargeStringValue(property.getName());
        if ("PureText".equalsIgnoreCase(property.getStringValue("contenttype"))) {
            return escape(text);
        }
        XWikiDocument owner = context.getDoc();
        Object secureDocument = context.get(Contexts.SECURE_DOCUMENT);
        try {
            boolean restricted = property.getIntValue("restricted") == 1 || owner.isRestricted();
            return this.renderer.renderText(text, owner.getSyntax(), Syntax.HTML_5_0, restricted, owner);
        } finally {
            if (secureDocument != null) {
                context.put(Contexts.SECURE_DOCUMENT, secureDocument);
            }
        }
    }

    private String edit(BaseObject object, PropertyClass property, XWikiContext context)
    {
        String name = getInputName(object, property);
        String identity = String.format(IDENTITY, name, name);
        String text = getRefused(context).getOrDefault(name, getText(object, property.getName()));
        return switch (property.getClassType()) {
            case TEXT_AREA -> String.format("<textarea class=\"form-control\" rows=\"%d\"%s>\n%s</textarea>",
                Math.max(5, property.getIntValue("rows")), identity, escape(text));
            case BOOLEAN -> String.format("<input type=\"checkbox\" value=\"1\"%s%s/>", identity,
                object.getIntValue(property.getName()) == 1 ? " checked=\"checked\"" : "") + hidden(name, "0");
            case STATIC_LIST -> select(object, property, name, identity);
            case "Number" -> input("text\" inputmode=\"decimal", identity, text);
            case PASSWORD -> input("password", identity, "");
            default -> input("text", identity, text);
        };
    }

    private String input(String type, String identity, String value)
    {
        return String.format("<input class=\"form-control\" type=\"%s\"%s value=\"%s\"/>", type, identity,
            attribute(value));
    }

    private String hidden(String name, String value)
    {
        return String.format("<input type=\"hidden\" name=\"%s\" value=\"%s\"/>", name, value);
    }

    private String select(BaseObject object, PropertyClass property, String name, String identity)
    {
        List<String> values = getValues(object, property.getName());
        boolean multiple = property.getIntValue("multiSelect") == 1;
        Map<String, String> choices = getChoices(property);
        // A value that is no choice any more must not get lost by saving the form.
        values.forEach(value -> choices.putIfAbsent(value, value));
        StringBuilder result = new StringBuilder("<select class=\"form-control\"").append(identity);
        int size = Math.min(8, choices.size());
        result.append(multiple ? String.format(" multiple=\"multiple\" size=\"%d\">", size) : ">");
        if (!multiple) {
            result.append("<option value=\"\"></option>");
        }
        choices.forEach((key, label) -> result.append(String.format("<option value=\"%s\"%s>%s</option>",
            attribute(key), values.contains(key) ? SELECTED : "", escape(label))));
        result.append("</select>");
        if (multiple) {
            result.append(hidden(name, ""));
        }
        return result.toString();
    }

    private Map<String, String> getChoices(PropertyClass property)
    {
        Map<String, String> result = new LinkedHashMap<>();
        String prefix = this.serializer.serialize(property.getObject().getDocumentReference()) + '_'
            + property.getName() + '_';
        for (String choice : StringUtils.split(property.getStringValue("values"), SEPARATOR)) {
            String key = StringUtils.substringBefore(choice, EQUALS);
            String label = choice.contains(EQUALS) ? StringUtils.substringAfter(choice, EQUALS) : key;
            result.put(key, Objects.toString(this.localization.getTranslationPlain(prefix + key), label));
        }
        return result;
    }

    private List<String> getValues(BaseObject object, String name)
    {
        Object value = getValue(object, name);
        List<String> result = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> result.add(Objects.toString(item, "")));
        } else if (value != null) {
            result.add(value.toString());
        }
        result.removeIf(String::isEmpty);
        return result;
    }

    private String getText(BaseObject object, String name)
    {
        Object value = getValue(object, name);
        return value instanceof List<?> ? String.join(SEPARATOR, getValues(object, name))
            : Objects.toString(value, "");
    }

    private Object getValue(BaseObject object, String name)
    {
        PropertyInterface property = object.safeget(name);
        return property instanceof BaseProperty<?> base ? base.getValue() : null;
    }

    private String link(String page, boolean users)
    {
        DocumentReference reference = this.resolver.resolve(page);
        return String.format("<a href=\"%s\">%s</a>", attribute(this.urls.getURL(reference, null, null, null)),
            escape(users ? this.userNames.get(reference) : page));
    }

    private String getInputName(BaseObject object, PropertyClass property)
    {
        return attribute(this.serializer.serialize(object.getXClassReference()) + '_' + object.getNumber() + '_'
            + property.getName());
    }

    private String escape(String text)
    {
        return XMLUtils.escapeElementText(StringUtils.defaultString(text));
    }

    private String attribute(String text)
    {
        return XMLUtils.escapeAttributeValue(StringUtils.defaultString(text));
    }
}
