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
package org.xwiki.contrib.crowdsourcing.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * Checks what somebody typed, collects what is wrong with it, and refuses it all at once.
 *
 * @version $Id$
 * @since 1.0
 */
public final class Inputs
{
    /** The longest title, in characters. */
    public static final int TITLE = 250;

    /** The longest text of one line, in characters. */
    public static final int LINE = 250;

    /** The longest reason, in characters. */
    public static final int REASON = 5000;

    private static final Set<String> COUNTRIES = new HashSet<>(Arrays.asList(Locale.getISOCountries()));

    private static final String REQUIRED = "crowdsourcing.error.required";

    private static final String UNKNOWN = "crowdsourcing.error.unknownValue";

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private static final int SHOWN = 80;

    private static final int NONCHARACTER = 0xFFFE;

    private static final Set<Integer> FORBIDDEN = Set.of((int) Character.CONTROL, (int) Character.SURROGATE,
        (int) Character.LINE_SEPARATOR, (int) Character.PARAGRAPH_SEPARATOR);

    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param error what is wrong
     */
    public void add(FieldError error)
    {
        this.errors.add(error);
    }

    /**
     * @param error what is wrong, if anything is
     */
    public void add(Optional<FieldError> error)
    {
        error.ifPresent(this.errors::add);
    }

    /**
     * @return what is wrong so far
     */
    public List<FieldError> errors()
    {
        return this.errors;
    }

    /**
     * @throws CrowdsourcingException if anything is wrong
     */
    public void refuse() throws CrowdsourcingException
    {
        if (!this.errors.isEmpty()) {
            throw new CrowdsourcingException(this.errors);
        }
    }

    /**
     * @param field the field
     * @param value what was typed
     * @return the title
     */
    public String title(String field, String value)
    {
        String title = value == null ? "" : value.strip();
        if (title.codePoints().noneMatch(Inputs::isVisible)) {
            add(new FieldError(field, "crowdsourcing.error.titleRequired"));
        } else if (length(title) > TITLE) {
            add(new FieldError(field, "crowdsourcing.error.titleTooLong", TITLE));
        } else {
            checkControls(field, title, false);
        }
        return title;
    }

    /**
     * @param field the field
     * @param value what was typed
     * @return the text of one line, maybe empty
     */
    public String line(String field, String value)
    {
        String line = value == null ? "" : value.strip();
        if (length(line) > LINE) {
            add(tooLong(field, LINE));
        } else {
            checkControls(field, line, false);
        }
        return line;
    }

    /**
     * @param field the field
     * @param value what was typed
     * @return the text of one line
     */
    public String requiredLine(String field, String value)
    {
        String line = line(field, value);
        if (line.isEmpty()) {
            add(new FieldError(field, REQUIRED));
        }
        return line;
    }

    /**
     * @param field the field
     * @param value what was typed
     * @param maximum how many characters at most
     * @return the text of many lines, maybe empty
     */
    public String text(String field, String value, int maximum)
    {
        String text = value == null ? "" : value.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (length(text) > maximum) {
            add(tooLong(field, maximum));
        } else {
            checkControls(field, text, true);
        }
        return text;
    }

    /**
     * @param field the field
     * @param value what was typed
     * @param maximum how many characters at most
     * @return the text of many lines
     */
    public String requiredText(String field, String value, int maximum)
    {
        String text = text(field, value, maximum);
        if (text.codePoints().noneMatch(Inputs::isVisible)) {
            add(new FieldError(field, REQUIRED));
        }
        return text;
    }

    /**
     * @param field the field
     * @param value what was chosen
     * @param messageKey the message if nothing was chosen
     */
    public void required(String field, Object value, String messageKey)
    {
        if (value == null || value instanceof String text && text.isBlank()) {
            add(new FieldError(field, messageKey));
        }
    }

    /**
     * @param field the field
     * @param value what was chosen
     */
    public void required(String field, Object value)
    {
        required(field, value, REQUIRED);
    }

    /**
     * @param field the field
     * @param type the list of values
     * @param id what was chosen
     * @param <E> the list of values
     * @return the value, {@code null} if it was refused
     */
    public <E extends Enum<E> & Stored> E option(String field, Class<E> type, String id)
    {
        Optional<E> result = Stored.find(type, id);
        if (id == null || id.isBlank()) {
            add(new FieldError(field, REQUIRED));
        } else if (result.isEmpty()) {
            add(new FieldError(field, UNKNOWN, shorten(id)));
        }
        return result.orElse(null);
    }

    /**
     * @param field the field
     * @param type the list of values
     * @param id what was chosen; nothing is fine
     * @param <E> the list of values
     */
    public <E extends Enum<E> & Stored> void choice(String field, Class<E> type, String id)
    {
        each(field, id.isBlank() ? List.of() : List.of(id), value -> Stored.find(type, value).isPresent());
    }

    /**
     * @param field the field
     * @param values what was chosen; nothing is fine
     * @param known tells which values there are
     */
    public void each(String field, List<String> values, Predicate<String> known)
    {
        values.stream().filter(known.negate()).findFirst()
            .ifPresent(value -> add(new FieldError(field, UNKNOWN, shorten(value))));
    }

    /**
     * @param field the field
     * @param value the number
     * @param minimum the least number
     * @param maximum the largest number
     */
    public void range(String field, int value, int minimum, int maximum)
    {
        if (value < minimum || value > maximum) {
            add(new FieldError(field, "crowdsourcing.error.number", minimum, maximum));
        }
    }

    /**
     * @param field the field
     * @param value what was typed; nothing is fine
     */
    public void date(String field, String value)
    {
        if (!value.isBlank()) {
            add(Times.checkDate(value, field));
        }
    }

    /**
     * @param field the field
     * @param value what was typed; nothing is fine
     */
    public void zone(String field, String value)
    {
        if (!value.isBlank()) {
            add(Times.checkZone(value, field));
        }
    }

    /**
     * @param field the field
     * @param value what was typed; nothing is fine
     */
    public void link(String field, String value)
    {
        if (!value.isBlank() && safeLink(value).isEmpty()) {
            add(new FieldError(field, "crowdsourcing.error.link"));
        }
    }

    /**
     * @param field the field
     * @param value what was typed; nothing is fine
     */
    public void country(String field, String value)
    {
        if (!value.isBlank() && !isCountry(value)) {
            add(new FieldError(field, "crowdsourcing.error.country", shorten(value)));
        }
    }

    /**
     * @param value what is stored
     * @return {@code true} if it is a country as two capital letters
     */
    public static boolean isCountry(String value)
    {
        return COUNTRIES.contains(value);
    }

    /**
     * @param value what is stored or typed
     * @return {@code true} if it is the code of a language, in small letters
     */
    public static boolean isLanguage(String value)
    {
        return LANGUAGE.matcher(value).matches();
    }

    /**
     * @param value what is stored or typed
     * @return the address if it is an absolute http or https address, otherwise nothing
     */
    public static String safeLink(String value)
    {
        String result = "";
        String link = value.strip();
        if (link.length() <= 700) {
            try {
                URI uri = new URI(link);
                boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
                result = web && uri.getHost() != null ? link : "";
            } catch (URISyntaxException e) {
                result = "";
            }
        }
        return result;
    }

    /**
     * @param text a text
     * @return its beginning, as long as it can be repeated in a message
     */
    public static String shorten(String text)
    {
        return shorten(text, SHOWN);
    }

    /**
     * @param text a text
     * @return its beginning, as long as a text of one line may be
     */
    public static String shortenLine(String text)
    {
        return shorten(text, LINE);
    }

    private static String shorten(String text, int length)
    {
        return length(text) <= length ? text : text.substring(0, text.offsetByCodePoints(0, length - 1)) + '\u2026';
    }

    private static int length(String text)
    {
        return text.codePointCount(0, text.length());
    }

    private static FieldError tooLong(String field, int maximum)
    {
        return new FieldError(field, "crowdsourcing.error.tooLong", maximum);
    }

    private void checkControls(String field, String text, boolean lines)
    {
        if (text.codePoints().anyMatch(c -> isForbidden(c) && !(lines && (c == '\n' || c == '\t')))) {
            add(new FieldError(field, "crowdsourcing.error.controlCharacters"));
        }
    }

    private static boolean isForbidden(int codePoint)
    {
        int type = Character.getType(codePoint);
        return FORBIDDEN.contains(type) || (codePoint & NONCHARACTER) == NONCHARACTER;
    }

    private static boolean isVisible(int codePoint)
    {
        int type = Character.getType(codePoint);
        return !Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint) && type != Character.FORMAT
            && type != Character.CONTROL;
    }
}
