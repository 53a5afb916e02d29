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

import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.rendering.syntax.Syntax;
import org.xwiki.script.service.ScriptService;

/**
 * Escaping for scripts: {@code $services.rendering.escape($text, 'xwiki/2.1')}.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("rendering")
@Singleton
public class RenderingScriptService implements ScriptService
{
    private static final String REFUSAL = "Escaping for the syntax ";

    private static final char ESCAPE = '~';

    /**
     * @param content a text
     * @param syntax the syntax in which it will be read
     * @return the text, so that it stands for itself in that syntax
     */
    public String escape(String content, Syntax syntax)
    {
        if (content == null || content.isEmpty() || Syntax.PLAIN_1_0.equals(syntax)) {
            return content;
        }
        if (!Syntax.XWIKI_2_1.equals(syntax) && !Syntax.XWIKI_2_0.equals(syntax)) {
            throw new UnsupportedOperationException(REFUSAL + syntax);
        }
        StringBuilder result = new StringBuilder();
        for (char character : content.toCharArray()) {
            // A surrogate must stay with the other half of its character.
            if (!Character.isLowSurrogate(character)) {
                result.append(ESCAPE);
            }
            result.append(character);
        }
        return result.toString();
    }

    /**
     * @param content a text
     * @param syntaxId the syntax in which it will be read
     * @return the text, so that it stands for itself in that syntax
     */
    public String escape(String content, String syntaxId)
    {
        Syntax syntax = Syntax.PLAIN_1_0;
        if (Syntax.XWIKI_2_1.toIdString().equals(syntaxId)) {
            syntax = Syntax.XWIKI_2_1;
        } else if (Syntax.XWIKI_2_0.toIdString().equals(syntaxId)) {
            syntax = Syntax.XWIKI_2_0;
        } else if (!Syntax.PLAIN_1_0.toIdString().equals(syntaxId)) {
            throw new UnsupportedOperationException(REFUSAL + syntaxId);
        }
        return escape(content, syntax);
    }
}
