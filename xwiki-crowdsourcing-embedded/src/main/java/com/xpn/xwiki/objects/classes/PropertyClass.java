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
package com.xpn.xwiki.objects.classes;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.EntityReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.BaseCollection;
import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.PropertyInterface;
import com.xpn.xwiki.objects.StringProperty;
import com.xpn.xwiki.validation.XWikiValidationStatus;
import com.xpn.xwiki.web.Utils;

/**
 * A property of a class. Its settings are text properties of its own.
 *
 * @version $Id$
 */
public class PropertyClass extends BaseCollection<EntityReference> implements PropertyInterface,
    Comparable<PropertyClass>
{
    private static final long serialVersionUID = 1L;

    private BaseClass owner;

    /** @return a property of the type, or null when the wiki does not know the type */
    static PropertyClass create(String classType)
    {
        String simple = classType.substring(classType.lastIndexOf('.') + 1).replaceFirst("Class$", "");
        return switch (simple) {
            case "String", "Timezone" -> new StringClass();
            case "TextArea" -> new TextAreaClass();
            case "Number" -> new NumberClass();
            case "Date" -> new DateClass();
            case "Boolean" -> new BooleanClass();
            case "StaticList" -> new StaticListClass();
            case "Users" -> new UsersClass();
            case "Groups" -> new GroupsClass();
            case "Levels" -> new LevelsClass();
            case "Page" -> new PageClass();
            case "DBList" -> new DBListClass();
            case "Password" -> new PasswordClass();
            case "Email" -> new EmailClass();
            default -> null;
        };
    }

    String setting(String name, String defaultValue)
    {
        String value = getStringValue(name);
        return value.isEmpty() ? defaultValue : value;
    }

    int setting(String name, int defaultValue)
    {
        try {
            return Integer.parseInt(setting(name, String.valueOf(defaultValue)));
        } catch (NumberFormatException e) {
            return defaultValue;
        }
    }

    boolean isSet(String name)
    {
        return setting(name, 0) == 1;
    }

    @Override
    public int getIntValue(String name, int defaultValue)
    {
        return setting(name, defaultValue);
    }

    @Override
    public void setIntValue(String name, int value)
    {
        setStringValue(name, String.valueOf(value));
    }

    @Override
    public BaseClass getXClass(XWikiContext context)
    {
        throw new UnsupportedOperationException("PropertyClass.getXClass");
    }

    @Override
    public BaseCollection getObject()
    {
        return this.owner;
    }

    @Override
    public void setObject(BaseCollection object)
    {
        this.owner = (BaseClass) object;
    }

    /** The name of the class that the property belongs to. */
    @Override
    public String getClassName()
    {
        return this.owner == null ? "" : this.owner.getName();
    }

    public String getFieldFullName()
    {
        return getClassName() + '_' + getName();
    }

    public String getClassType()
    {
        return getClass().getSimpleName().replaceFirst("Class$", "");
    }

    @Override
    public String getPrettyName()
    {
        return setting("prettyName", getName());
    }

    @Override
    public void setPrettyName(String prettyName)
    {
        setStringValue("prettyName", prettyName);
    }

    public String getTranslatedPrettyName(XWikiContext context)
    {
        return translated(getFieldFullName(), getPrettyName());
    }

    String translated(String key, String defaultValue)
    {
        ContextualLocalizationManager localization =
            Utils.getComponent(ContextualLocalizationManager.class);
        String translation = localization.getTranslationPlain(key);
        return translation == null ? defaultValue : translation;
    }

    public String getHint()
    {
        String translation = translated(getFieldFullName() + "_hint", "");
        return translation.isEmpty() ? setting("hint", "") : translation;
    }

    @Override
    public int getNumber()
    {
        return setting("number", 0);
    }

    @Override
    public void setNumber(int number)
    {
        setIntValue("number", number);
    }

    public boolean isDisabled()
    {
        return isSet("disabled");
    }

    public String getValidationRegExp()
    {
        return setting("validationRegExp", "");
    }

    public String getValidationMessage()
    {
        return setting("validationMessage", "");
    }

    public BaseProperty newProperty()
    {
        return new StringProperty();
    }

    public BaseProperty fromString(String value) throws XWikiException
    {
        return fromValue(value);
    }

    public BaseProperty fromStringArray(String[] strings) throws XWikiException
    {
        return fromString(strings[0]);
    }

    public BaseProperty fromValue(Object value)
    {
        BaseProperty property = newProperty();
        property.setName(getName());
        property.setValue(value);
        return property;
    }

    @Override
    public String toFormString()
    {
        return getStringValue("value");
    }

    public boolean validateProperty(BaseProperty property, XWikiContext context)
    {
        String pattern = getValidationRegExp();
        if (pattern.isBlank()) {
            return true;
        }
        Object value = property == null ? null : property.getValue();
        try {
            if (matches(pattern, value == null ? "" : value.toString())) {
                return true;
            }
            XWikiValidationStatus.addErrorToContext(getClassName(), getName(), getTranslatedPrettyName(context),
                getValidationMessage(), context);
        } catch (PatternSyntaxException e) {
            XWikiValidationStatus.addExceptionToContext(getClassName(), getName(), e, context);
        }
        return false;
    }

    /** A pattern of Perl, {@code /.../imsx}, found anywhere in the value. */
    private static boolean matches(String pattern, String value)
    {
        String regexp = pattern.trim();
        int flags = 0;
        int end = regexp.lastIndexOf('/');
        if (regexp.startsWith("/") && end > 0) {
            for (char flag : regexp.substring(end + 1).toLowerCase(Locale.ROOT).toCharArray()) {
                flags |= switch (flag) {
                    case 'i' -> Pattern.CASE_INSENSITIVE;
                    case 'm' -> Pattern.MULTILINE;
                    case 's' -> Pattern.DOTALL;
                    case 'x' -> Pattern.COMMENTS;
                    default -> 0;
                };
            }
            regexp = regexp.substring(1, end);
        }
        return Pattern.compile(regexp, flags).matcher(value).find();
    }

    @Override
    public PropertyClass clone()
    {
        return (PropertyClass) super.clone();
    }

    @Override
    public int compareTo(PropertyClass other)
    {
        int result = Integer.compare(getNumber(), other.getNumber());
        return result == 0 ? getName().compareTo(other.getName()) : result;
    }

    @Override
    public boolean equals(Object other)
    {
        return other instanceof PropertyClass property && getClass() == property.getClass()
            && Objects.equals(getName(), property.getName()) && this.fields.equals(property.fields);
    }

    @Override
    public int hashCode()
    {
        return Objects.hashCode(getName());
    }
}
