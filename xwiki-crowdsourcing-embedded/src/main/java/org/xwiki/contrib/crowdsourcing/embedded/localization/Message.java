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
package org.xwiki.contrib.crowdsourcing.embedded.localization;

import java.util.Locale;

import org.xwiki.localization.Translation;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.CompositeBlock;
import org.xwiki.rendering.block.NewLineBlock;
import org.xwiki.rendering.block.SpaceBlock;
import org.xwiki.rendering.block.SpecialSymbolBlock;
import org.xwiki.rendering.block.WordBlock;

/**
 * A message in one language.
 *
 * @version $Id$
 * @since 1.0
 */
public class Message implements Translation
{
    private final String key;

    private final Locale locale;

    private final String source;

    /**
     * @param key the key of the message
     * @param locale the language of the message
     * @param source the pattern of the message
     */
    public Message(String key, Locale locale, String source)
    {
        this.key = key;
        this.locale = locale;
        this.source = source;
    }

    @Override
    public Locale getLocale()
    {
        return this.locale;
    }

    @Override
    public String getKey()
    {
        return this.key;
    }

    @Override
    public Object getRawSource()
    {
        return this.source;
    }

    @Override
    public Block render(Object... parameters)
    {
        return render(this.locale, parameters);
    }

    @Override
    public Block render(Locale formatLocale, Object... parameters)
    {
        CompositeBlock result = new CompositeBlock();
        String text = DefaultLocalizationManager.format(this.source, formatLocale, parameters);
        StringBuilder word = new StringBuilder();
        for (char character : text.toCharArray()) {
            if (Character.isLetterOrDigit(character) || Character.isSurrogate(character)) {
                word.append(character);
            } else {
                flush(word, result);
                result.addChild(separator(character));
            }
        }
        flush(word, result);
        return result;
    }

    @Override
    public String toString()
    {
        return this.source;
    }

    private void flush(StringBuilder word, Block target)
    {
        if (word.length() > 0) {
            target.addChild(new WordBlock(word.toString()));
            word.setLength(0);
        }
    }

    private Block separator(char character)
    {
        if (character == '\n') {
            return new NewLineBlock();
        }
        return Character.isWhitespace(character) ? new SpaceBlock() : new SpecialSymbolBlock(character);
    }
}
