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

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a file of comma-separated values as spreadsheets write it: with a byte order mark or none, separated by commas,
 * semicolons or tabulators, with quotes and with line breaks in cells. A quote that is never closed breaks its own line
 * and not those after it.
 *
 * @version $Id$
 * @since 1.0
 */
final class CsvFile
{
    private static final String SEPARATORS = ",;\t";

    private static final char QUOTE = '"';

    private static final char NEW_LINE = '\n';

    private final String text;

    private final char[] characters;

    private final CSVFormat format;

    private final List<Integer> starts = new ArrayList<>();

    private final List<String> columns = new ArrayList<>();

    private final List<CsvLine> lines = new ArrayList<>();

    /**
     * @param typed the text of the file
     */
    CsvFile(String typed)
    {
        String plain = typed.startsWith("\uFEFF") ? typed.substring(1) : typed;
        this.text = plain.replace("\r\n", "\n").replace('\r', NEW_LINE);
        this.characters = this.text.toCharArray();
        this.format = CSVFormat.DEFAULT.builder().setDelimiter(separator()).setIgnoreEmptyLines(false)
            .setLenientEof(true).setIgnoreSurroundingSpaces(true).setTrim(true).get();
        this.starts.add(0);
        for (int i = 0; i < this.text.length(); i++) {
            if (this.text.charAt(i) == NEW_LINE) {
                this.starts.add(i + 1);
            }
        }
        read();
    }

    /**
     * @return the names of the columns in small letters
     */
    List<String> columns()
    {
        return this.columns;
    }

    /**
     * @return the lines below the names of the columns that are not empty
     */
    List<CsvLine> lines()
    {
        return this.lines;
    }

    /** The one that is most often in the first line, outside of quotes. */
    private char separator()
    {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < this.text.length() && (quoted || this.text.charAt(i) != NEW_LINE); i++) {
            char c = this.text.charAt(i);
            quoted ^= c == QUOTE;
            if (!quoted && SEPARATORS.indexOf(c) >= 0) {
                counts[SEPARATORS.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    private void read()
    {
        int line = 0;
        while (line >= 0 && line < this.starts.size()) {
            line = readFrom(line);
        }
    }

    /**
     * @return the line to begin again with, or -1 at the end
     */
    private int readFrom(int first)
    {
        int line = first;
        int start = this.starts.get(first);
        try (CSVParser parser =
            CSVParser.parse(new CharArrayReader(this.characters, start, this.characters.length - start), this.format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord next = records.next();
                int end = first + (int) parser.getCurrentLineNumber();
                if (!add(next, line + 1)) {
                    // Maybe a quote that is never closed took other lines in.
                    return line + 1;
                }
                line = Math.max(end, line + 1);
            }
        } catch (UncheckedIOException e) {
            // A quote that is closed within a cell was not opened where it seems to be.
            this.lines.add(new CsvLine(line + 1, null));
            return line + 1;
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory can be read", e);
        }
        return -1;
    }

    /**
     * @return {@code false} if the line has not as many cells as there are columns
     */
    private boolean add(CSVRecord cells, int number)
    {
        boolean empty = cells.size() == 1 && cells.get(0).isBlank();
        boolean whole = true;
        if (this.columns.isEmpty() && !empty) {
            cells.forEach(name -> this.columns.add(name.strip().toLowerCase(Locale.ROOT)));
        } else if (!empty) {
            whole = cells.size() == this.columns.size();
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; whole && i < cells.size(); i++) {
                values.put(this.columns.get(i), plain(cells.get(i)));
            }
            this.lines.add(new CsvLine(number, whole ? values : null));
        }
        return whole;
    }

    /** Takes off what keeps a spreadsheet from taking a text for a formula. */
    private static String plain(String cell)
    {
        return cell.length() > 1 && cell.charAt(0) == '\'' && CsvWriter.isFormula(cell.substring(1))
            ? cell.substring(1) : cell;
    }
}
