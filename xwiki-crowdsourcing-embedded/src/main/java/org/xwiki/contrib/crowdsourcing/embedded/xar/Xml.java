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
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The little XML that pages need, read without external entities.
 *
 * @version $Id$
 * @since 1.0
 */
final class Xml
{
    private static final Pattern INVALID =
        Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private Xml()
    {
    }

    static Element parse(InputSource source) throws XarException
    {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // It throws; the default one prints as well.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(source).getDocumentElement();
        } catch (Exception e) {
            throw new XarException("The XML of a page cannot be read", e);
        }
    }

    static Element parse(String xml) throws XarException
    {
        return parse(new InputSource(new StringReader(xml)));
    }

    static Element parse(InputStream xml) throws XarException
    {
        return parse(new InputSource(xml));
    }

    static Document create(String root)
    {
        try {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            document.appendChild(document.createElement(root));
            return document;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Appends a child; characters that XML cannot hold are left out. */
    static Element add(Element parent, String name, String text)
    {
        Element child = parent.getOwnerDocument().createElement(name);
        if (text != null) {
            child.setTextContent(INVALID.matcher(text).replaceAll(""));
        }
        parent.appendChild(child);
        return child;
    }

    static String toString(Node node)
    {
        try {
            DOMImplementationLS implementation =
                (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
            LSSerializer serializer = implementation.createLSSerializer();
            serializer.getDomConfig().setParameter("xml-declaration", false);
            return serializer.writeToString(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> children(Element parent)
    {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name)
    {
        return children(parent).stream().filter(child -> name.equals(child.getTagName())).toList();
    }

    static Element child(Element parent, String name)
    {
        return children(parent, name).stream().findFirst().orElse(null);
    }

    static String text(Element parent, String name)
    {
        Element child = child(parent, name);
        return child == null ? "" : child.getTextContent();
    }
}
