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
package org.xwiki.contrib.crowdsourcing.internal.challenge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.challenge.Criterion;
import org.xwiki.contrib.crowdsourcing.challenge.ScoreSheet;
import org.xwiki.contrib.crowdsourcing.internal.PageNames;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where scores are stored: a hidden page for each person and challenge, whose name is made of the person, so that there
 * is one whatever happens at the same time.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ScoreStore.class)
@Singleton
public class ScoreStore
{
    /** The space of the sheets, in that of their challenge. */
    static final String SPACE = "Scores";

    static final String USER = "user";

    static final String SCORES = "scores";

    static final String NOTE = "note";

    static final String SCORED_ON = "scoredOn";

    static final String LOOKED_ON = "lookedOn";

    private static final char SEPARATOR = '=';

    private static final int MANY = 10000;

    @Inject
    private RowReader reader;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Seen seen;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param row a stored initiative
     * @return what its candidates are scored by
     * @throws CrowdsourcingException if it fails
     */
    List<Criterion> getCriteria(Row row) throws CrowdsourcingException
    {
        return this.pages.all(row.page(), Schema.CRITERION).stream()
            .filter(criterion -> !criterion.text(Schema.UID).isEmpty())
            .map(criterion -> new Criterion(criterion.text(Schema.UID), criterion.text("title"),
                criterion.text("description"), Math.max(1, criterion.number("weight"))))
            .toList();
    }

    /**
     * @param initiative the page of an initiative
     * @return all sheets by the page of their challenge, without notes
     * @throws CrowdsourcingException if it fails
     */
    Map<DocumentReference, List<ScoreSheet>> getAll(DocumentReference initiative) throws CrowdsourcingException
    {
        return read(initiative.getWikiReference(), this.reader.below(sheets(), initiative.getLastSpaceReference()),
            Set.of(USER, SCORES, SCORED_ON, LOOKED_ON));
    }

    /**
     * @param challenge the page of a challenge
     * @return its sheets
     * @throws CrowdsourcingException if it fails
     */
    List<ScoreSheet> getSheets(DocumentReference challenge) throws CrowdsourcingException
    {
        return read(challenge.getWikiReference(),
            sheets().add("and doc.space = :space").bind("space", this.reader.serialize(space(challenge))), Set.of())
                .getOrDefault(challenge, List.of());
    }

    private Statement sheets()
    {
        return this.reader.objects().add("and obj.className = :class").bind("class", Schema.SCORE.getClassName());
    }

    private Map<DocumentReference, List<ScoreSheet>> read(WikiReference wiki, Statement statement,
        Set<String> properties) throws CrowdsourcingException
    {
        Map<DocumentReference, List<ScoreSheet>> result = new LinkedHashMap<>();
        this.reader
            .load(wiki, this.reader.find(wiki, statement.add("order by doc.fullName, obj.number").limit(MANY)),
                properties, Schema.SCORE)
            .first(Schema.SCORE).values().forEach(
                row -> result.computeIfAbsent(challenge(row.page()), key -> new ArrayList<>()).add(toSheet(row)));
        return result;
    }

    private static SpaceReference space(DocumentReference challenge)
    {
        return new SpaceReference(SPACE, challenge.getLastSpaceReference());
    }

    private static DocumentReference challenge(DocumentReference sheet)
    {
        return PageReader.home(new SpaceReference(sheet.getLastSpaceReference().getParent()));
    }

    /**
     * @param challenge the page of a challenge
     * @param user a user
     * @return the page of the sheet of that user
     */
    DocumentReference page(DocumentReference challenge, DocumentReference user)
    {
        return new DocumentReference(name(this.serializer.serialize(user, challenge.getWikiReference())),
            space(challenge));
    }

    /**
     * @param user a user, as it is stored
     * @return the name of the pages of that user's sheets
     */
    static String name(String user)
    {
        return PageNames.ofHash('s', user);
    }

    /**
     * @param challenge the page of a challenge
     * @param user who scores it
     * @param scores the score of each criterion
     * @param note why
     * @throws CrowdsourcingException if it cannot be saved
     */
    void write(DocumentReference challenge, DocumentReference user, Map<String, Integer> scores, String note)
        throws CrowdsourcingException
    {
        Map<String, Object> values = new HashMap<>();
        values.put(USER, this.serializer.serialize(user, challenge.getWikiReference()));
        values.put(SCORES, new TreeMap<>(scores).entrySet().stream()
            .map(score -> score.getKey() + SEPARATOR + score.getValue()).collect(Collectors.joining("\n")));
        values.put(NOTE, note);
        values.put(SCORED_ON, Times.format(Instant.now()));
        DocumentReference page = page(challenge, user);
        String expected = this.seen.of(challenge);
        if (!this.writer.createHidden(page, "", Schema.SCORE, values)) {
            if (expected.isEmpty()) {
                throw new ConflictException(new FieldError("", "crowdsourcing.error.conflict"));
            }
            this.seen.expect(page, expected);
            this.writer.update(page, Schema.SCORE, values, "");
        }
    }

    /**
     * @param challenge the page of a challenge
     * @param user who looks at what others gave
     * @throws CrowdsourcingException if it cannot be saved
     */
    void look(DocumentReference challenge, DocumentReference user) throws CrowdsourcingException
    {
        this.writer.adjust(page(challenge, user), Schema.SCORE, held -> held.text(LOOKED_ON).isEmpty()
            ? Map.of(LOOKED_ON, Times.format(Instant.now())) : Map.of(), "");
    }

    private static ScoreSheet toSheet(Row row)
    {
        Map<String, Integer> scores = new HashMap<>();
        for (String line : row.lines(SCORES)) {
            int at = line.lastIndexOf(SEPARATOR);
            String number = line.substring(at + 1).strip();
            if (at > 0 && number.matches("[1-5]")) {
                scores.put(line.substring(0, at).strip(), Integer.valueOf(number));
            }
        }
        return new ScoreSheet(row.reference(USER), scores, row.text(NOTE), row.instant(SCORED_ON),
            row.instant(LOOKED_ON), row.stamp());
    }
}
