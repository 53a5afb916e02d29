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

import java.io.InputStream;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.apache.commons.lang3.LocaleUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.WikiReference;

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
 * The XML of a page: of an archive, and of the history.
 *
 * @version $Id$
 * @since 1.0
 */
public class PageXml
{
    private static final String DATE_FORMAT = "yyyy-MM-dd HH:mm:ss.S";

    private static final String NAME = "name";

    private static final String LANGUAGE = "language";

    private static final String OBJECT = "object";

    private static final String NUMBER = "number";

    private static final String CLASS_NAME = "className";

    private static final String GUID = "guid";

    private static final String PROPERTY = "property";

    private static final String VALUE = "value";

    private static final String VERSION = "version";

    private static final String TRUE = "true";

    private final Element root;

    /**
     * @param xml the XML of the page
     * @throws XarException when it cannot be read
     */
    public PageXml(InputStream xml) throws XarException
    {
        this.root = Xml.parse(xml);
    }

    /**
     * @param xml the XML of the page
     * @throws XarException when it cannot be read
     */
    public PageXml(String xml) throws XarException
    {
        this.root = Xml.parse(xml);
    }

    /**
     * @param wiki the wiki that gets the page
     * @return the reference of the page, with the locale of a translation
     */
    public DocumentReference getReference(WikiReference wiki)
    {
        String reference = this.root.getAttribute("reference");
        EntityReference relative = reference.isEmpty()
            ? new EntityReference(Xml.text(this.root, NAME), EntityType.DOCUMENT,
                References.parse(Xml.text(this.root, "web"), EntityType.SPACE))
            : References.parse(reference, EntityType.DOCUMENT);
        DocumentReference absolute = new DocumentReference(relative.appendParent(wiki));
        Locale locale = LocaleUtils.toLocale(Xml.text(this.root, LANGUAGE));
        return locale.equals(Locale.ROOT) ? absolute : new DocumentReference(absolute, locale);
    }

    /**
     * @return whether the page defines a class
     */
    public boolean hasClass()
    {
        Element type = Xml.child(this.root, ClassXml.CLASS);
        return type != null && Xml.children(type).stream().anyMatch(child -> Xml.child(child, "classType") != null);
    }

    /**
     * Makes a page what the XML says, except for its authors and its version.
     *
     * @param document the page to change
     * @param classes finds a class that the XML does not have
     * @throws XWikiException when the XML has what this wiki cannot keep
     */
    public void read(XWikiDocument document, Function<DocumentReference, BaseClass> classes) throws XWikiException
    {
        if (!Xml.children(this.root, "attachment").isEmpty()) {
            throw new XarException(
                String.format("[%s] has an attachment, which this wiki cannot keep", document), null);
        }
        document.setTitle(Xml.text(this.root, "title"));
        document.setContent(Xml.text(this.root, "content"));
        document.setSyntaxId(Xml.text(this.root, "syntaxId"));
        document.setParent(Xml.text(this.root, "parent"));
        document.setHidden(TRUE.equals(Xml.text(this.root, "hidden")));
        document.setDefaultLanguage(Xml.text(this.root, "defaultLanguage"));
        document.setEnforceRequiredRights(TRUE.equals(Xml.text(this.root, "enforceRequiredRights")));
        document.setComment(Xml.text(this.root, "comment"));
        if (hasClass()) {
            BaseClass type = classOf(Xml.child(this.root, ClassXml.CLASS), document.getDocumentReference());
            document.setXClass(type);
        }
        List<BaseObject> read = new ArrayList<>();
        for (Element element : Xml.children(this.root, OBJECT)) {
            read.add(object(element, document, classes));
        }
        for (List<BaseObject> objects : new ArrayList<>(document.getXObjects().values())) {
            for (BaseObject old : new ArrayList<>(objects)) {
                if (old != null && read.stream().noneMatch(object -> isSame(object, old))) {
                    document.removeXObject(old);
                }
            }
        }
        for (BaseObject object : read) {
            document.setXObject(object.getNumber(), object);
        }
    }

    private static boolean isSame(BaseObject object, BaseObject other)
    {
        return object.getNumber() == other.getNumber()
            && object.getXClassReference().equals(other.getXClassReference());
    }

    private static BaseClass classOf(Element element, DocumentReference reference) throws XWikiException
    {
        BaseClass type = new BaseClass();
        type.setDocumentReference(reference);
        type.fromXML(Xml.toString(element));
        return type;
    }

    private static BaseObject object(Element element, XWikiDocument document,
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

    /**
     * @param document a page
     * @return its XML
     */
    public static String write(XWikiDocument document)
    {
        Document xml = Xml.create("xwikidoc");
        Element root = xml.getDocumentElement();
        root.setAttribute(VERSION, "1.6");
        root.setAttribute("reference", document.getFullName());
        root.setAttribute("locale", document.getLanguage());
        Xml.add(root, "web", document.getSpace());
        Xml.add(root, NAME, document.getName());
        Xml.add(root, LANGUAGE, document.getLanguage());
        Xml.add(root, "defaultLanguage", document.getDefaultLanguage());
        Xml.add(root, "translation", String.valueOf(document.getTranslation()));
        Xml.add(root, "creator", document.getCreator());
        Xml.add(root, "parent", document.getParent());
        Xml.add(root, "author", document.getAuthor());
        Xml.add(root, "contentAuthor", document.getContentAuthor());
        Xml.add(root, VERSION, document.getVersion());
        Xml.add(root, "title", document.getTitle());
        Xml.add(root, "comment", document.getComment());
        Xml.add(root, "syntaxId", document.getSyntaxId());
        Xml.add(root, "hidden", String.valueOf(document.isHidden()));
        Xml.add(root, "enforceRequiredRights", String.valueOf(document.isEnforceRequiredRights()));
        Xml.add(root, "content", document.getContent());
        String type = document.getxWikiClassXML();
        if (!type.isEmpty()) {
            try {
                root.appendChild(xml.importNode(Xml.parse(type), true));
            } catch (XarException e) {
                throw new IllegalStateException(e);
            }
        }
        document.getXObjects().values().stream().flatMap(List::stream)
            .filter(object -> object != null).forEach(object -> write(root, object));
        return Xml.toString(xml);
    }

    private static void write(Element root, BaseObject object)
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
