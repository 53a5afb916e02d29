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
package org.xwiki.contrib.crowdsourcing.internal.expert;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a file of comma-separated values that a spreadsheet opens as text, never as formulas.
 *
 * @version $Id$
 * @since 1.0
 */
public final class CsvWriter
{
    private static final String FORMULA = "=+-@\t\r";

    private final StringWriter text = new StringWriter();

    private final CSVPrinter printer;

    /**
     * @param columns the names of the columns
     */
    public CsvWriter(List<String> columns)
    {
        try {
            // With the mark, spreadsheets know that it is UTF-8.
            this.text.append('\uFEFF');
            this.printer = new CSVPrinter(this.text, CSVFormat.DEFAULT);
            this.printer.printRecord(columns);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param cells the cells of the next line
     */
    public void add(List<String> cells)
    {
        try {
            this.printer.printRecord(cells.stream().map(cell -> isFormula(cell) ? '\'' + cell : cell).toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param cell the text of a cell
     * @return {@code true} if a spreadsheet would take it for a formula
     */
    static boolean isFormula(String cell)
    {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    @Override
    public String toString()
    {
        return this.text.toString();
    }
}
