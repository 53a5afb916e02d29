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
package com.xpn.xwiki.objects;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.ObjectReference;

/**
 * A reference to an object by its class and number, named {@code wiki:Space.Class[0]}.
 *
 * @version $Id$
 */
public class BaseObjectReference extends ObjectReference
{
    private static final long serialVersionUID = 1L;

    private static final Pattern NAME = Pattern.compile("(.*?)(?<!\\\\)(?:\\[(\\d+)\\])?", Pattern.DOTALL);

    public BaseObjectReference(EntityReference reference)
    {
        super(reference);
    }

    public BaseObjectReference(DocumentReference classReference, Integer objectNumber, DocumentReference parent)
    {
        super(name(classReference, objectNumber), parent);
    }

    private static String name(DocumentReference classReference, Integer objectNumber)
    {
        return References.serialize(classReference) + (objectNumber == null ? "" : "[" + objectNumber + ']');
    }

    private Matcher matcher()
    {
        Matcher matcher = NAME.matcher(getName());
        matcher.matches();
        return matcher;
    }

    public DocumentReference getXClassReference()
    {
        EntityReference relative = References.parse(matcher().group(1), EntityType.DOCUMENT);
        EntityReference wiki = extractReference(EntityType.WIKI);
        return new DocumentReference(relative.extractReference(EntityType.WIKI) == null && wiki != null
            ? relative.appendParent(wiki) : relative);
    }

    public Integer getObjectNumber()
    {
        String number = matcher().group(2);
        return number == null ? null : Integer.valueOf(number);
    }
}
