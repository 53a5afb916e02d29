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
package org.xwiki.contrib.crowdsourcing.embedded.rendering;

import org.xwiki.component.annotation.Role;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.block.XDOM;
import org.xwiki.rendering.syntax.Syntax;

import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Renders pages, with the sheets that are bound to them.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface DocumentRenderer
{
    /**
     * @param document the page
     * @param target the syntax to render to
     * @param restricted whether scripts and dangerous macros are refused
     * @return the content, through the sheet of the page when it is the current one
     */
    String renderContent(XWikiDocument document, Syntax target, boolean restricted);

    /**
     * @param text the text to render
     * @param source the syntax of the text
     * @param target the syntax to render to
     * @param restricted whether scripts and dangerous macros are refused
     * @param secureDocument the page whose author answers for the text, may be {@code null}
     * @return the rendered text
     */
    String renderText(String text, Syntax source, Syntax target, boolean restricted, XWikiDocument secureDocument);

    /**
     * @param document the page
     * @param target the syntax to render to
     * @return the title, never empty
     */
    String renderTitle(XWikiDocument document, Syntax target);

    /**
     * @param reference the page to show inside another one
     * @param isolated whether it is shown in a context of its own
     * @param restricted whether scripts and dangerous macros are refused
     * @return the blocks; transformed when isolated
     */
    XDOM display(DocumentReference reference, boolean isolated, boolean restricted);
}
