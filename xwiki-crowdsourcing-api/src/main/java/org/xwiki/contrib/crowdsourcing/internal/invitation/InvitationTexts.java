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
package org.xwiki.contrib.crowdsourcing.internal.invitation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.invitation.InvitationMessage;
import org.xwiki.localization.LocalizationContext;
import org.xwiki.localization.LocalizationManager;

/**
 * What the e-mails of invitations say: the text of the initiative, or one of ours in a language that the expert speaks.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = InvitationTexts.class)
@Singleton
public class InvitationTexts
{
    private static final String TIME = "time";

    private static final String LINK = "link";

    private static final String ANSWER = '{' + LINK + '}';

    private static final String DEADLINE = "deadline";

    private static final String SENDER = "sender";

    private static final String NAME = "name";

    private static final String INITIATIVE = "initiative";

    private static final String DIALOGUE = "dialogue";

    /** What a text may hold for what differs from person to person. */
    private static final List<String> PLACEHOLDERS =
        List.of(NAME, INITIATIVE, DIALOGUE, TIME, LINK, DEADLINE, SENDER);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private static final String KEY = "crowdsourcing.invitation.mail.";

    private static final List<String> PARAGRAPHS =
        List.of("greeting", "asked", TIME, LINK, DEADLINE, "nothing", SENDER);

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private static final String GAP = "\n\n";

    private static final String LIST_OF_LANGUAGES = "languages";

    @Inject
    private LocalizationManager localization;

    @Inject
    private LocalizationContext current;

    /**
     * Whom an e-mail is for, about what.
     *
     * @param expert the profile
     * @param initiative the initiative, or {@code null}
     * @param dialogue the dialogue
     * @param sender the name of who invites
     * @param link the address of the page with the answer
     * @param expiresOn until when it works
     */
    record Occasion(Row expert, Row initiative, Dialogue dialogue, String sender, String link, Instant expiresOn)
    {
    }

    InvitationMessage invitation(Occasion occasion)
    {
        Locale locale = locale(occasion);
        Map<String, String> values = values(occasion, locale);
        return new InvitationMessage(line(fill(subject(occasion, locale), values)),
            fill(body(occasion, locale), values));
    }

    InvitationMessage reminder(Occasion occasion)
    {
        InvitationMessage invitation = invitation(occasion);
        Locale locale = locale(occasion);
        return new InvitationMessage(text(locale, "reminderSubject", invitation.subject()),
            text(locale, "reminderText") + GAP + invitation.body());
    }

    private static String own(Occasion occasion, String property)
    {
        return occasion.initiative() == null ? "" : occasion.initiative().text(property).strip();
    }

    private String subject(Occasion occasion, Locale locale)
    {
        String own = own(occasion, "invitationSubject");
        return own.isEmpty() ? text(locale, "subject") : own;
    }

    private String body(Occasion occasion, Locale locale)
    {
        String own = own(occasion, "invitationText");
        if (!own.isEmpty()) {
            // Without it nobody could answer.
            return own.contains(ANSWER) ? own : own + GAP + ANSWER;
        }
        List<String> paragraphs = new ArrayList<>();
        PARAGRAPHS.forEach(paragraph -> paragraphs.add(text(locale, paragraph)));
        return String.join(GAP, paragraphs);
    }

    private String text(Locale locale, String key, Object... parameters)
    {
        // What differs from person to person is put in later, as with a text of the initiative.
        Object[] given = parameters.length > 0 ? parameters
            : PLACEHOLDERS.stream().map(name -> '{' + name + '}').toArray();
        String text = this.localization.getTranslationPlain(KEY + key, locale, given);
        return text == null ? key : text;
    }

    private Map<String, String> values(Occasion occasion, Locale locale)
    {
        ZoneId zone = zone(occasion.expert()).orElse(occasion.dialogue().plannedZone());
        String initiative = occasion.initiative() == null ? "" : occasion.initiative().title();
        return Map.of(NAME, occasion.expert().title(), INITIATIVE, initiative, DIALOGUE,
            occasion.dialogue().title(), TIME, time(occasion.dialogue(), zone, locale), LINK, occasion.link(),
            DEADLINE, moment(occasion.expiresOn().atZone(zone), locale), SENDER, occasion.sender());
    }

    static Optional<ZoneId> zone(Row expert)
    {
        return Times.findZone(expert.text("timezone"));
    }

    private String time(Dialogue dialogue, ZoneId zone, Locale locale)
    {
        ZonedDateTime start = dialogue.start();
        if (start == null) {
            return text(locale, "unplanned");
        }
        String until = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale)
            .format(start.plusMinutes(dialogue.plannedMinutes()).withZoneSameInstant(zone));
        String begin = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(locale)
            .format(start.withZoneSameInstant(zone));
        return begin + " \u2013 " + until + zoneName(zone, locale);
    }

    private static String moment(ZonedDateTime time, Locale locale)
    {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(locale)
            .format(time) + zoneName(time.getZone(), locale);
    }

    private static String zoneName(ZoneId zone, Locale locale)
    {
        return " (" + zone.getDisplayName(TextStyle.FULL, locale) + ", " + zone.getId() + ')';
    }

    /** In one go: what somebody is called is never taken for something to be put in. */
    private static String fill(String text, Map<String, String> values)
    {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
            values.getOrDefault(match.group(1), match.group())));
    }

    /** Nothing that is put into a subject begins another header. */
    private static String line(String text)
    {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    private Locale locale(Occasion occasion)
    {
        List<String> spoken = occasion.expert().list(LIST_OF_LANGUAGES);
        List<String> wanted = new ArrayList<>();
        if (occasion.initiative() != null) {
            wanted.addAll(occasion.initiative().list(LIST_OF_LANGUAGES));
        }
        List<String> both = wanted.stream().filter(spoken::contains).toList();
        return find(both).or(() -> find(spoken)).or(() -> find(wanted)).or(() -> find(current())).orElse(
            Locale.ENGLISH);
    }

    private List<String> current()
    {
        Locale locale = this.current.getCurrentLocale();
        return locale == null ? List.of() : List.of(locale.getLanguage());
    }

    private static Optional<Locale> find(List<String> tags)
    {
        return tags.stream().map(Locale::forLanguageTag).flatMap(tag -> LANGUAGES.stream()
            .filter(language -> language.getLanguage().equals(tag.getLanguage()))).findFirst();
    }
}
