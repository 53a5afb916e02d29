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

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.w3c.dom.Element;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.BaseProperty;
import com.xpn.xwiki.objects.DateProperty;
import com.xpn.xwiki.objects.LargeStringProperty;
import com.xpn.xwiki.objects.ListProperty;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.PropertyClass;

/**
 * The XML of an object.
 */
final class ObjectXml
{
    private static final String DATE_FORMAT = "yyyy-MM-dd HH:mm:ss.S";

    private static final String NAME = "name";

    private static final String OBJECT = "object";

    private static final String NUMBER = "number";

    private static final String CLASS_NAME = "className";

    private static final String GUID = "guid";

    private static final String PROPERTY = "property";

    private static final String VALUE = "value";

    private ObjectXml()
    {
    }

    static BaseObject read(Element element, XWikiDocument document,
        Function<DocumentReference, BaseClass> classes) throws XWikiException
    {
        BaseObject object = new BaseObject();
        object.setDocumentReference(document.getDocumentReference());
        object.setClassName(Xml.text(element, CLASS_NAME));
        DocumentReference reference = object.getXClassReference();
        object.setXClassReference(reference);
        object.setNumber(Integer.parseInt(Xml.text(element, NUMBER)));
        String guid = Xml.text(element, GUID);
        object.setGuid(guid.isEmpty() ? object.getGuid() : guid);
        Element own = Xml.child(element, ClassXml.CLASS);
        BaseClass type = own == null ? classes.apply(reference) : classOf(own, reference);
        for (Element property : Xml.children(element, PROPERTY)) {
            for (Element value : Xml.children(property)) {
                object.safeput(value.getTagName(), property(value, (PropertyClass) type.get(value.getTagName())));
            }
        }
        return object;
    }

    private static BaseProperty<?> property(Element element, PropertyClass type) throws XWikiException
    {
        String text = element.getTextContent();
        if (type == null) {
            BaseProperty<?> unknown = new LargeStringProperty();
            unknown.setValue(text);
            return unknown;
        }
        BaseProperty<?> property = type.newProperty();
        List<Element> values = Xml.children(element, VALUE);
        if (property instanceof ListProperty list && !values.isEmpty()) {
            list.setList(values.stream().map(Element::getTextContent).toList());
        } else if (property instanceof DateProperty) {
            property.setValue(text.isBlank() ? null : date(text));
        } else {
            return type.fromString(values.isEmpty() ? text : values.get(0).getTextContent());
        }
        return property;
    }

    private static Date date(String text) throws XarException
    {
        try {
            return new SimpleDateFormat(DATE_FORMAT, Locale.ROOT).parse(text);
        } catch (ParseException e) {
            throw new XarException(String.format("[%s] is no date", text), e);
        }
    }

    static BaseClass classOf(Element element, DocumentReference reference) throws XWikiException
    {
        BaseClass type = new BaseClass();
        type.setDocumentReference(reference);
        type.fromXML(Xml.toString(element));
        return type;
    }

    static void write(Element root, BaseObject object)
    {
        Element element = Xml.add(root, OBJECT, null);
        Xml.add(element, NAME, object.getName());
        Xml.add(element, NUMBER, String.valueOf(object.getNumber()));
        Xml.add(element, CLASS_NAME, object.getClassName());
        Xml.add(element, GUID, object.getGuid());
        for (Object field : object.getFieldList()) {
            BaseProperty<?> property = (BaseProperty<?>) field;
            Element holder = Xml.add(element, PROPERTY, null);
            if (property instanceof ListProperty list) {
                Element values = Xml.add(holder, property.getName(), null);
                list.getList().forEach(value -> Xml.add(values, VALUE, value));
            } else if (property.getValue() instanceof Date date) {
                Xml.add(holder, property.getName(), new SimpleDateFormat(DATE_FORMAT, Locale.ROOT).format(date));
            } else {
                Xml.add(holder, property.getName(), property.toText());
            }
        }
    }
}
