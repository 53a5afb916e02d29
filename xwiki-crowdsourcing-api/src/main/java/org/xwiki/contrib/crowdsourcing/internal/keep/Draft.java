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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.util.ArrayList;
import java.util.List;

import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.BulletedListBlock;
import org.xwiki.rendering.block.HeaderBlock;
import org.xwiki.rendering.block.ListItemBlock;
import org.xwiki.rendering.block.ParagraphBlock;
import org.xwiki.rendering.listener.HeaderLevel;

/**
 * Collects the text of a page.
 *
 * @version $Id$
 * @since 1.0
 */
class Draft
{
    private final SafeText safe;

    private final StringBuilder text = new StringBuilder();

    /**
     * @param safe makes text that does nothing
     */
    Draft(SafeText safe)
    {
        this.safe = safe;
    }

    /**
     * @param blocks what is written next
     * @return this
     */
    Draft add(List<Block> blocks)
    {
        String printed = blocks.isEmpty() ? "" : this.safe.print(blocks).strip();
        if (!printed.isEmpty()) {
            this.text.append(printed).append("\n\n");
        }
        return this;
    }

    /**
     * @param title a heading
     * @return this
     */
    Draft heading(String title)
    {
        return add(List.of(new HeaderBlock(this.safe.words(title), HeaderLevel.LEVEL2)));
    }

    /**
     * @param title a heading below another one
     * @return this
     */
    Draft subheading(String title)
    {
        return add(List.of(new HeaderBlock(this.safe.words(title), HeaderLevel.LEVEL3)));
    }

    /**
     * @param line a line; nothing is written if it is empty
     * @return this
     */
    Draft paragraph(List<Block> line)
    {
        return line.isEmpty() ? this : add(List.of(new ParagraphBlock(line)));
    }

    /**
     * @param typed wiki text that somebody typed
     * @return this
     */
    Draft typed(String typed)
    {
        return add(this.safe.typed(typed));
    }

    /**
     * @param plain plain text that somebody typed
     * @return this
     */
    Draft plain(String plain)
    {
        return add(this.safe.paragraph(plain));
    }

    /**
     * @param lines the items of a list; empty ones are left out
     * @return this
     */
    Draft list(List<List<Block>> lines)
    {
        List<Block> items = new ArrayList<>();
        lines.stream().filter(line -> !line.isEmpty()).forEach(line -> items.add(new ListItemBlock(line)));
        return items.isEmpty() ? this : add(List.of(new BulletedListBlock(items)));
    }

    @Override
    public String toString()
    {
        return this.text.toString();
    }
}
