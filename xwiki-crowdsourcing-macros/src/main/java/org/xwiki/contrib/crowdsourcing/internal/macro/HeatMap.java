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
import java.util.List;

import org.xwiki.contrib.crowdsourcing.matching.Coverage;

/**
 * Who covers how much of which need, measured for a drawing: a row for each need, a column for each person.
 *
 * @param columns how many people are drawn
 * @param cells what is covered
 * @param titles the areas of the needs, from the top, plain text
 * @param width the width of the drawing
 * @param height the height of the drawing
 * @version $Id$
 * @since 1.0
 */
public record HeatMap(int columns, List<Cell> cells, List<Title> titles, int width, int height)
{
    /** The width and the height of a cell. */
    public static final int SIZE = 26;

    /** The width of the titles. */
    public static final int TITLES = 240;

    /** The height of the numbers of the people. */
    public static final int HEAD = 22;

    /** More people are in the table only. */
    public static final int MOST = 100;

    private static final int BASE = 18;

    /**
     * What one person covers of one need.
     *
     * @param x the left end
     * @param y the top
     * @param percent how much
     * @param strength how strong the colour is, from 0 to 1; never so strong that the number cannot be read
     * @param need the area of the need, plain text
     * @param person the name of the person, plain text
     */
    public record Cell(int x, int y, int percent, String strength, String need, String person)
    {
    }

    /**
     * The title of a row.
     *
     * @param text the area of the need, plain text
     * @param y its base line
     */
    public record Title(String text, int y)
    {
    }

    /**
     * @param coverage what is covered
     * @return its drawing, {@code null} if there is nobody or nothing is needed
     */
    public static HeatMap of(Coverage coverage)
    {
        if (coverage.needs().isEmpty() || coverage.people().isEmpty()) {
            return null;
        }
        int columns = Math.min(MOST, coverage.people().size());
        List<Cell> cells = new ArrayList<>();
        List<Title> titles = new ArrayList<>();
        int y = HEAD;
        for (Coverage.Cover cover : coverage.needs()) {
            titles.add(new Title(cover.need().areaTitle(), y + BASE));
            for (int i = 0; i < columns; i++) {
                int percent = cover.cells().get(i);
                cells.add(new Cell(TITLES + i * SIZE, y, percent, strength(percent), cover.need().areaTitle(),
                    coverage.people().get(i).name()));
            }
            y += SIZE;
        }
        return new HeatMap(columns, List.copyOf(cells), List.copyOf(titles), TITLES + columns * SIZE, y);
    }

    private static String strength(int percent)
    {
        int hundredths = percent * 45 / 100;
        return "0." + (hundredths < 10 ? "0" : "") + hundredths;
    }

    /**
     * @return the numbers of the people, from 1
     */
    public List<Column> heads()
    {
        List<Column> result = new ArrayList<>();
        for (int i = 0; i < this.columns; i++) {
            result.add(new Column(i + 1, TITLES + i * SIZE + SIZE / 2));
        }
        return result;
    }

    /**
     * The head of a column.
     *
     * @param number the number of the person
     * @param x the middle
     */
    public record Column(int number, int x)
    {
    }
}
