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
package org.xwiki.contrib.crowdsourcing.embedded.xar;

import java.util.function.Function;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.PropertyClass;

/**
 * The XML of a class definition, as pages of an archive have it.
 *
 * @version $Id$
 * @since 1.0
 */
public final class ClassXml
{
    static final String CLASS = "class";

    private static final String TYPE = "classType";

    private static final String TYPE_PREFIX = "com.xpn.xwiki.objects.classes.";

    private ClassXml()
    {
    }

    /**
     * @param xml the definition
     * @param factory makes a property of a type, null when the type is unknown
     * @param target the class that gets the properties
     * @throws XarException when the XML cannot be read, or has a property of an unknown type
     */
    public static void read(String xml, Function<String, PropertyClass> factory, BaseClass target) throws XarException
    {
        for (Element element : Xml.children(Xml.parse(xml))) {
            String type = Xml.text(element, TYPE);
            if (type.isEmpty()) {
                continue;
            }
            PropertyClass property = factory.apply(type);
            if (property == null) {
                throw new XarException(String.format("The property [%s] is of the type [%s], which this wiki lacks",
                    element.getTagName(), type), null);
            }
            for (Element setting : Xml.children(element)) {
                if (!TYPE.equals(setting.getTagName())) {
                    property.setStringValue(setting.getTagName(), setting.getTextContent());
                }
            }
            target.put(element.getTagName(), property);
        }
    }

    /**
     * @param xclass a class
     * @return its definition, empty when the class has no property
     */
    public static String write(BaseClass xclass)
    {
        if (xclass.getFieldList().isEmpty()) {
            return "";
        }
        Document document = Xml.create(CLASS);
        Xml.add(document.getDocumentElement(), "name", xclass.getName());
        for (Object field : xclass.getFieldList()) {
            PropertyClass property = (PropertyClass) field;
            Element element = Xml.add(document.getDocumentElement(), property.getName(), null);
            for (Object setting : property.getFieldList()) {
                BaseProperty<?> value = (BaseProperty<?>) setting;
                Xml.add(element, value.getName(), value.toText());
            }
            Xml.add(element, TYPE, TYPE_PREFIX + property.getClass().getSimpleName());
        }
        return Xml.toString(document);
    }
}
