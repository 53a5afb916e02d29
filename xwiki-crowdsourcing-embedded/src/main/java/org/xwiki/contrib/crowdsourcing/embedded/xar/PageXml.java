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
import java.util.ArrayList;
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
import com.xpn.xwiki.objects.classes.BaseClass;

/**
 * The XML of a page: of an archive, and of the history.
 *
 * @version $Id$
 * @since 1.0
 */
public class PageXml
{
    private static final String NAME = "name";

    private static final String LANGUAGE = "language";

    private static final String OBJECT = "object";

    private static final String VERSION = "version";

    private static final String WEB = "web";

    private static final String TITLE = "title";

    private static final String CONTENT = "content";

    private static final String SYNTAX = "syntaxId";

    private static final String PARENT = "parent";

    private static final String HIDDEN = "hidden";

    private static final String DEFAULT_LANGUAGE = "defaultLanguage";

    private static final String ENFORCE = "enforceRequiredRights";

    private static final String COMMENT = "comment";

    private static final String REFERENCE = "reference";

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
        String reference = this.root.getAttribute(REFERENCE);
        EntityReference relative = reference.isEmpty()
            ? new EntityReference(Xml.text(this.root, NAME), EntityType.DOCUMENT,
                References.parse(Xml.text(this.root, WEB), EntityType.SPACE))
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
        if (Xml.child(this.root, "attachment") != null) {
            throw new XarException(
                String.format("[%s] has an attachment, which this wiki cannot keep", document), null);
        }
        document.setTitle(Xml.text(this.root, TITLE));
        document.setContent(Xml.text(this.root, CONTENT));
        document.setSyntaxId(Xml.text(this.root, SYNTAX));
        document.setParent(Xml.text(this.root, PARENT));
        document.setHidden(TRUE.equals(Xml.text(this.root, HIDDEN)));
        document.setDefaultLanguage(Xml.text(this.root, DEFAULT_LANGUAGE));
        document.setEnforceRequiredRights(TRUE.equals(Xml.text(this.root, ENFORCE)));
        document.setComment(Xml.text(this.root, COMMENT));
        if (hasClass()) {
            BaseClass type = ObjectXml.classOf(Xml.child(this.root, ClassXml.CLASS), document.getDocumentReference());
            document.setXClass(type);
        }
        List<BaseObject> read = new ArrayList<>();
        for (Element element : Xml.children(this.root, OBJECT)) {
            read.add(ObjectXml.read(element, document, classes));
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

    /**
     * @param document a page
     * @return its XML
     */
    public static String write(XWikiDocument document)
    {
        Document xml = Xml.create("xwikidoc");
        Element root = xml.getDocumentElement();
        root.setAttribute(VERSION, "1.6");
        root.setAttribute(REFERENCE, document.getFullName());
        root.setAttribute("locale", document.getLanguage());
        Xml.add(root, WEB, document.getSpace());
        Xml.add(root, NAME, document.getName());
        Xml.add(root, LANGUAGE, document.getLanguage());
        Xml.add(root, DEFAULT_LANGUAGE, document.getDefaultLanguage());
        Xml.add(root, "translation", String.valueOf(document.getTranslation()));
        Xml.add(root, "creator", document.getCreator());
        Xml.add(root, PARENT, document.getParent());
        Xml.add(root, "author", document.getAuthor());
        Xml.add(root, "contentAuthor", document.getContentAuthor());
        Xml.add(root, VERSION, document.getVersion());
        Xml.add(root, TITLE, document.getTitle());
        Xml.add(root, COMMENT, document.getComment());
        Xml.add(root, SYNTAX, document.getSyntaxId());
        Xml.add(root, HIDDEN, String.valueOf(document.isHidden()));
        Xml.add(root, ENFORCE, String.valueOf(document.isEnforceRequiredRights()));
        Xml.add(root, CONTENT, document.getContent());
        String type = document.getxWikiClassXML();
        if (!type.isEmpty()) {
            try {
                root.appendChild(xml.importNode(Xml.parse(type), true));
            } catch (XarException e) {
                throw new IllegalStateException(e);
            }
        }
        document.getXObjects().values().stream().flatMap(List::stream)
            .filter(object -> object != null).forEach(object -> ObjectXml.write(root, object));
        return Xml.toString(xml);
    }
}
