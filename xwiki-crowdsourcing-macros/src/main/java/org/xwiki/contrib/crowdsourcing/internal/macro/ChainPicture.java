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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xwiki.contrib.crowdsourcing.Excerpt;

/**
 * The drawing of where a recommendation comes from: a column for each kind of thing, lines from what leads to what.
 * What there is too much of is drawn as one box that says how many.
 *
 * @param columns the heads of the columns
 * @param boxes the things
 * @param lines what leads to what
 * @param more how many things are not drawn
 * @param width the width of the drawing
 * @param height the height of the drawing
 * @version $Id$
 * @since 1.0
 */
public record ChainPicture(List<Head> columns, List<Box> boxes, List<String> lines, int more, int width, int height)
{
    /** How many things of one kind are drawn. */
    public static final int MOST = 12;

    /** The width of a box. */
    public static final int WIDTH = 160;

    /** The height of a box. */
    public static final int HEIGHT = 58;

    /** How many characters there is room for in a line. */
    private static final int ROOM = 21;

    private static final int GAP = 44;

    private static final int SPACE = 12;

    private static final int HEAD = 28;

    /** The kinds of things, in the order in which one leads to the other. */
    public enum Kind
    {
        /** A challenge. */
        CHALLENGE,

        /** A version of a brief. */
        BRIEF,

        /** A dialogue, with its session. */
        DIALOGUE,

        /** A contribution, with who said it. */
        CONTRIBUTION,

        /** The recommendation. */
        RECOMMENDATION,

        /** A step. */
        STEP
    }

    /**
     * The head of a column.
     *
     * @param kind what is in the column
     * @param x its left end
     */
    public record Head(Kind kind, int x)
    {
    }

    /**
     * A thing.
     *
     * @param kind what it is
     * @param title its title, plain text; empty for what is not drawn
     * @param second what is said below, plain text
     * @param url where it is shown, {@code null} if the reader may not see it
     * @param x the left end
     * @param y the top
     * @param count how many things it stands for
     */
    public record Box(Kind kind, String title, String second, String url, int x, int y, int count)
    {
        /**
         * @return the title in at most two lines, each as long as there is room
         */
        public List<String> lines()
        {
            if (this.title.codePointCount(0, this.title.length()) <= ROOM) {
                return List.of(this.title);
            }
            int room = this.title.offsetByCodePoints(0, ROOM);
            int space = this.title.lastIndexOf(' ', room);
            int end = space > 0 ? space : room;
            return List.of(this.title.substring(0, end), Excerpt.cut(this.title.substring(end).strip(), ROOM));
        }
    }

    /**
     * Draws things and what leads to what.
     */
    static class Builder
    {
        private final Map<Kind, Map<Object, Box>> things = new LinkedHashMap<>();

        private final Set<List<Object>> links = new LinkedHashSet<>();

        Builder()
        {
            for (Kind kind : Kind.values()) {
                this.things.put(kind, new LinkedHashMap<>());
            }
        }

        /**
         * @param box a thing, wherever it is drawn
         * @param key what it is known by, {@code null} if it is not there
         * @return what it is known by
         */
        Object add(Box box, Object key)
        {
            if (key == null) {
                return null;
            }
            List<Object> known = List.of(box.kind(), key);
            this.things.get(box.kind()).putIfAbsent(known, box);
            return known;
        }

        /**
         * @param keys what things are known by, each of which leads to the next that is there
         */
        void link(Object... keys)
        {
            Object last = null;
            for (Object key : keys) {
                if (key != null) {
                    if (last != null) {
                        this.links.add(List.of(last, key));
                    }
                    last = key;
                }
            }
        }

        ChainPicture draw()
        {
            int rows = this.things.values().stream().mapToInt(column -> Math.min(column.size(), MOST + 1)).max()
                .orElse(0);
            int height = HEAD + rows * (HEIGHT + SPACE);
            List<Head> heads = new ArrayList<>();
            Map<Object, Box> placed = new LinkedHashMap<>();
            Set<Box> boxes = new LinkedHashSet<>();
            int x = 0;
            int more = 0;
            for (Map.Entry<Kind, Map<Object, Box>> column : this.things.entrySet()) {
                if (!column.getValue().isEmpty()) {
                    heads.add(new Head(column.getKey(), x));
                    more += place(column.getKey(), column.getValue(), x, height, placed);
                    x += WIDTH + GAP;
                }
            }
            boxes.addAll(placed.values());
            Set<String> lines = new LinkedHashSet<>();
            this.links.forEach(link -> lines.add(path(placed.get(link.get(0)), placed.get(link.get(1)))));
            return new ChainPicture(heads, List.copyOf(boxes), List.copyOf(lines), more, Math.max(WIDTH, x - GAP),
                height);
        }

        /** Returns how many are not drawn. */
        private static int place(Kind kind, Map<Object, Box> column, int x, int height, Map<Object, Box> placed)
        {
            int drawn = column.size() > MOST + 1 ? MOST : column.size();
            int rest = column.size() - drawn;
            int used = (drawn + (rest > 0 ? 1 : 0)) * (HEIGHT + SPACE);
            int y = HEAD + (height - HEAD - used) / 2;
            Box others = new Box(kind, "", "", null, x, y + drawn * (HEIGHT + SPACE), rest);
            int i = 0;
            for (Map.Entry<Object, Box> thing : column.entrySet()) {
                Box box = thing.getValue();
                placed.put(thing.getKey(), i < drawn ? new Box(kind, box.title(), box.second(), box.url(), x,
                    y + i * (HEIGHT + SPACE), 1) : others);
                i++;
            }
            return rest;
        }

        private static String path(Box from, Box to)
        {
            int start = from.x() + WIDTH;
            int middle = (start + to.x()) / 2;
            int begin = from.y() + HEIGHT / 2;
            int end = to.y() + HEIGHT / 2;
            return "M" + start + ' ' + begin + 'C' + middle + ' ' + begin + ' ' + middle + ' ' + end + ' ' + to.x()
                + ' ' + end;
        }
    }
}
