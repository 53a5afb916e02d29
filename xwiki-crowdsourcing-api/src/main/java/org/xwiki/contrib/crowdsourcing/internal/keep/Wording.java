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

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.localization.LocalizationContext;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.block.Block;
import org.xwiki.rendering.block.FormatBlock;
import org.xwiki.rendering.block.LinkBlock;
import org.xwiki.rendering.block.SpaceBlock;
import org.xwiki.rendering.listener.Format;
import org.xwiki.rendering.listener.reference.DocumentResourceReference;
import org.xwiki.rendering.listener.reference.ResourceReference;
import org.xwiki.rendering.listener.reference.ResourceType;

/**
 * Words for what is stored, in the language of the wiki.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Wording.class)
@Singleton
public class Wording
{
    private static final String COMMA = ", ";

    private static final String DASH = " \u2013 ";

    @Inject
    private SafeText safe;

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    // The language comes with the wiki, which is not there yet when listeners are made.
    @Inject
    private Provider<ContextualLocalizationManager> localization;

    @Inject
    private Provider<LocalizationContext> context;

    /**
     * @param key the key of a text
     * @param parameters its parameters
     * @return the text
     */
    public String text(String key, Object... parameters)
    {
        String text = this.localization.get().getTranslationPlain(key, parameters);
        return text == null ? key : text;
    }

    /**
     * @param schema a class
     * @param property a property
     * @return its label
     */
    public String label(Schema schema, String property)
    {
        return text(schema.getClassName() + '_' + property);
    }

    /**
     * @param schema a class
     * @param property a property that has one of some values
     * @param value the value
     * @return the text of the value; the value itself if there is no such text, empty if there is none
     */
    public String option(Schema schema, String property, String value)
    {
        String text = value.isBlank() ? "" : this.localization.get()
            .getTranslationPlain(schema.getClassName() + '_' + property + '_' + value);
        return text == null ? value : text;
    }

    /**
     * @param row a stored object
     * @param schema its class
     * @param property a property that has one of some values
     * @return the text of the value, empty if there is none
     */
    public String option(Row row, Schema schema, String property)
    {
        return option(schema, property, row.text(property));
    }

    /**
     * @param parts texts and blocks
     * @return all of them in one line
     */
    public List<Block> line(Object... parts)
    {
        List<Block> result = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Block block) {
                result.add(block);
            } else if (part instanceof List<?> blocks) {
                blocks.forEach(block -> result.add((Block) block));
            } else {
                append(result, part.toString());
            }
        }
        return result;
    }

    private void append(List<Block> line, String text)
    {
        if (!text.isEmpty()) {
            if (text.startsWith(" ")) {
                line.add(new SpaceBlock());
            }
            line.addAll(this.safe.words(text));
            if (text.length() > 1 && text.endsWith(" ")) {
                line.add(new SpaceBlock());
            }
        }
    }

    /**
     * @param label a label
     * @param value what is labelled
     * @return both in one line, empty if there is no value
     */
    public List<Block> fact(String label, Object... value)
    {
        List<Block> line = line(value);
        return line.isEmpty() ? line : line(strong(label + ':'), new SpaceBlock(), line);
    }

    /**
     * @param text a text
     * @return it in bold
     */
    public Block strong(String text)
    {
        return new FormatBlock(this.safe.words(text), Format.BOLD);
    }

    /**
     * @param page a page
     * @param label what the link says
     * @return a link to the page
     */
    public List<Block> link(DocumentReference page, String label)
    {
        return link(page, null, label);
    }

    /**
     * @param page a page
     * @param anchor a place on it, {@code null} for its beginning
     * @param label what the link says
     * @return a link to it
     */
    public List<Block> link(DocumentReference page, String anchor, String label)
    {
        DocumentResourceReference target = new DocumentResourceReference(this.reader.serialize(page));
        if (anchor != null) {
            target.setAnchor(anchor);
        }
        return List.of(new LinkBlock(this.safe.words(label), target, false));
    }

    /**
     * @param address an address of the web, empty if there is none
     * @param label what the link says
     * @return a link to it
     */
    public List<Block> web(String address, String label)
    {
        List<Block> words = this.safe.words(label);
        return address.isEmpty() ? words
            : List.of(new LinkBlock(words, new ResourceReference(address, ResourceType.URL), false));
    }

    /**
     * @param user a user, maybe {@code null}
     * @return the name of the user as a link, empty if there is none
     */
    public List<Block> user(DocumentReference user)
    {
        return user == null ? List.of() : link(user, this.pages.userName(user));
    }

    /**
     * @param date a day, maybe {@code null}
     * @return it in words
     */
    public String date(LocalDate date)
    {
        return date == null ? "" : date.format(day(FormatStyle.LONG));
    }

    /**
     * @param instant a point in time, maybe {@code null}
     * @return it in words
     */
    public String instant(Instant instant)
    {
        return instant == null ? "" : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(getLocale()).format(instant.atZone(ZoneOffset.UTC)) + " UTC";
    }

    /**
     * @param start a day, maybe {@code null}
     * @param end another one, maybe {@code null}
     * @return both in words
     */
    public String days(LocalDate start, LocalDate end)
    {
        return start == null && end == null ? "" : date(start) + DASH + date(end);
    }

    /**
     * @param start when something begins, maybe {@code null}
     * @param end when it ends
     * @return both in words, with the time zone
     */
    public String times(ZonedDateTime start, ZonedDateTime end)
    {
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(getLocale());
        return start == null ? "" : start.format(day(FormatStyle.FULL)) + COMMA + start.format(time)
            + (end.isAfter(start) ? DASH + end.format(time) : "") + " (" + start.getZone().getId() + ')';
    }

    /**
     * @param from a number of months, 0 if not said
     * @param to another one
     * @return both in words
     */
    public String months(int from, int to)
    {
        String most = String.valueOf(Math.max(from, to));
        String both = from > 0 && to > 0 && from != to ? from + "\u2013" + to : most;
        return Math.max(from, to) > 0 ? both : "";
    }

    /**
     * @param number a number, 0 or less if not said
     * @return it in words
     */
    public String number(int number)
    {
        return number > 0 ? String.valueOf(number) : "";
    }

    /**
     * @param code a country as two letters
     * @return its name
     */
    public String country(String code)
    {
        return code.isEmpty() ? "" : new Locale("", code).getDisplayCountry(getLocale());
    }

    /**
     * @param tags the tags of languages
     * @return their names
     */
    public String languages(List<String> tags)
    {
        return String.join(COMMA,
            tags.stream().map(tag -> Locale.forLanguageTag(tag).getDisplayLanguage(getLocale())).toList());
    }

    private DateTimeFormatter day(FormatStyle style)
    {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(getLocale());
    }

    private Locale getLocale()
    {
        Locale locale = this.context.get().getCurrentLocale();
        return locale == null || locale.getLanguage().isEmpty() ? Locale.ENGLISH : locale;
    }
}
