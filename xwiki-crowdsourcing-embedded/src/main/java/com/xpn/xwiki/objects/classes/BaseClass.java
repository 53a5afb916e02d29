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

import java.util.ArrayList;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.contrib.crowdsourcing.embedded.xar.ClassXml;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.objects.BaseCollection;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.PropertyInterface;

/**
 * The class of objects, defined by a page.
 *
 * @version $Id$
 */
public class BaseClass extends BaseCollection<DocumentReference>
{
    private static final long serialVersionUID = 1L;

    @Override
    public DocumentReference getReference()
    {
        return getDocumentReference();
    }

    @Override
    public String getName()
    {
        return References.serialize(getDocumentReference(), true);
    }

    @Override
    public BaseClass getXClass(XWikiContext context)
    {
        return this;
    }

    @Override
    public PropertyInterface get(String name)
    {
        return safeget(name);
    }

    @Override
    public void put(String name, PropertyInterface property)
    {
        safeput(name, property);
    }

    /** Reads the definition, and leaves out the properties of types that the wiki does not know. */
    @Override
    public void setClassName(String name)
    {
        throw new UnsupportedOperationException("BaseClass.setClassName");
    }

    public void fromXML(String xml) throws XWikiException
    {
        ClassXml.read(xml, type -> PropertyClass.create(type), this);
    }

    public List<PropertyClass> getEnabledProperties()
    {
        List<PropertyClass> properties = new ArrayList<>();
        for (Object field : getFieldList()) {
            if (!((PropertyClass) field).isDisabled()) {
                properties.add((PropertyClass) field);
            }
        }
        properties.sort(null);
        return properties;
    }

    public boolean validateObject(BaseObject object, XWikiContext context) throws XWikiException
    {
        boolean valid = true;
        for (PropertyClass property : getEnabledProperties()) {
            valid &= property.validateProperty((BaseProperty) object.get(property.getName()), context);
        }
        return valid;
    }

    private boolean add(String name, String prettyName, PropertyClass property, String... settings)
    {
        if (get(name) != null) {
            return false;
        }
        property.setPrettyName(prettyName);
        property.setNumber(getFieldList().size() + 1);
        for (int i = 0; i < settings.length; i += 2) {
            property.setStringValue(settings[i], settings[i + 1]);
        }
        put(name, property);
        return true;
    }

    public boolean addTextField(String fieldName, String fieldPrettyName, int size)
    {
        return add(fieldName, fieldPrettyName, new StringClass(), "size", String.valueOf(size));
    }

    public boolean addPasswordField(String fieldName, String fieldPrettyName, int size)
    {
        return add(fieldName, fieldPrettyName, new PasswordClass(), "size", String.valueOf(size));
    }

    public boolean addEmailField(String fieldName, String fieldPrettyName, int size)
    {
        return add(fieldName, fieldPrettyName, new EmailClass(), "size", String.valueOf(size));
    }

    public boolean addTextAreaField(String fieldName, String fieldPrettyName, int cols, int rows)
    {
        return add(fieldName, fieldPrettyName, new TextAreaClass(), "size", String.valueOf(cols), "rows",
            String.valueOf(rows));
    }

    public boolean addNumberField(String fieldName, String fieldPrettyName, int size, String type)
    {
        return add(fieldName, fieldPrettyName, new NumberClass(), "size", String.valueOf(size), "numberType", type);
    }

    public boolean addBooleanField(String fieldName, String fieldPrettyName)
    {
        return add(fieldName, fieldPrettyName, new BooleanClass());
    }

    public boolean addStaticListField(String fieldName, String fieldPrettyName, String values)
    {
        return add(fieldName, fieldPrettyName, new StaticListClass(), "values", values);
    }

    public boolean addUsersField(String fieldName, String fieldPrettyName)
    {
        return add(fieldName, fieldPrettyName, new UsersClass(), "multiSelect", "1");
    }

    public boolean addGroupsField(String fieldName, String fieldPrettyName)
    {
        return add(fieldName, fieldPrettyName, new GroupsClass(), "multiSelect", "1");
    }

    public boolean addLevelsField(String fieldName, String fieldPrettyName)
    {
        return add(fieldName, fieldPrettyName, new LevelsClass(), "multiSelect", "1");
    }

    @Override
    public BaseClass clone()
    {
        return (BaseClass) super.clone();
    }
}
