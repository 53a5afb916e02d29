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
package org.xwiki.model.reference;

import org.xwiki.model.EntityType;

/**
 * A reference to an attachment.
 *
 * @version $Id$
 */
public class AttachmentReference extends EntityReference
{
    private static final long serialVersionUID = 1L;

    public AttachmentReference(EntityReference reference)
    {
        super(reference);
    }

    @Override
    protected void setType(EntityType type)
    {
        if (type != EntityType.ATTACHMENT) {
            throw new IllegalArgumentException("Invalid type [" + type + "] for an attachment reference");
        }
        super.setType(type);
    }

    @Override
    protected void setParent(EntityReference parent)
    {
        super.setParent(parent instanceof DocumentReference || parent == null ? parent : new DocumentReference(parent));
    }

    public DocumentReference getDocumentReference()
    {
        return (DocumentReference) extractReference(EntityType.DOCUMENT);
    }
}
