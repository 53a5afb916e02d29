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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.ImportPlan;
import org.xwiki.contrib.crowdsourcing.expert.ImportProblem;
import org.xwiki.contrib.crowdsourcing.expert.ImportReport;
import org.xwiki.contrib.crowdsourcing.internal.Times;
import org.xwiki.contrib.crowdsourcing.internal.store.Found;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Where it is stored what an import did: on a hidden page in the space of the directory, for its curators alone.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ImportStore.class)
@Singleton
public class ImportStore
{
    private static final String NAME = "Import-";

    private static final String TAB = "\t";

    private static final String NEW_LINE = "\n";

    private static final String STATE = "state";

    private static final String ENTRIES = "entries";

    private static final String PROBLEMS = "problems";

    private static final String LINES = "lines";

    private static final String DONE = "done";

    private static final String CREATED = "created";

    private static final String UPDATED = "updated";

    private static final String UNCHANGED = "unchanged";

    private static final String USER = "user";

    private static final String STARTED_ON = "startedOn";

    private static final int SHOWN = 10;

    private static final Duration LONGEST = Duration.ofHours(6);

    private static final int FIXED = 3;

    @Inject
    private PageWriter writer;

    @Inject
    private PageReader pages;

    @Inject
    private RowReader reader;

    private final Map<DocumentReference, String> texts = new ConcurrentHashMap<>();

    /**
     * What an import did with one profile.
     *
     * @param profile the page of the profile, as it is stored
     * @param before the version of the profile before, empty if it was created
     * @param after its version after
     * @param contactBefore the version of the contact data before, empty if there was none
     * @param contactAfter its version after
     */
    record Entry(String profile, String before, String after, String contactBefore, String contactAfter)
    {
    }

    /**
     * @param directory the page of a directory
     * @param user who imports, as stored
     * @param plan what will be done
     * @return the page that remembers it
     * @throws CrowdsourcingException if it cannot be saved
     */
    DocumentReference begin(DocumentReference directory, String user, ImportPlan plan) throws CrowdsourcingException
    {
        String key = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        DocumentReference page = new DocumentReference(NAME + key, directory.getLastSpaceReference());
        Map<String, Object> values = new HashMap<>(figures(plan));
        values.put(STATE, ImportReport.State.RUNNING.name());
        values.put(USER, user);
        values.put(STARTED_ON, Times.now());
        values.put(DONE, 0);
        if (!this.writer.createHidden(page, NAME + key, Schema.IMPORT, values)) {
            throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.conflict"));
        }
        return page;
    }

    /**
     * Keeps the text of a file for the job that is about to begin. It is private, so it is stored nowhere.
     *
     * @param page the page that remembers the import
     * @param text the text of the file
     */
    void keep(DocumentReference page, String text)
    {
        this.texts.put(page, text);
    }

    /**
     * @param page the page that remembers an import
     * @return the text of the file, {@code null} if there is none
     */
    String take(DocumentReference page)
    {
        return this.texts.remove(page);
    }

    private static Map<String, Object> figures(ImportPlan plan)
    {
        String problems = String.join(NEW_LINE, plan.problems().stream().map(ImportStore::write).toList());
        return Map.of(LINES, plan.lines(), CREATED, plan.created(), UPDATED, plan.updated(), UNCHANGED,
            plan.unchanged(), PROBLEMS, problems);
    }

    private static String write(ImportProblem problem)
    {
        List<String> parts = new ArrayList<>(List.of(String.valueOf(problem.line()), problem.error().field(),
            problem.error().messageKey()));
        problem.error().parameters().forEach(parameter -> parts.add(parameter.toString().replaceAll("\\s", " ")));
        return String.join(TAB, parts);
    }

    private static ImportProblem read(String line)
    {
        List<String> parts = Arrays.asList(line.split(TAB, -1));
        return new ImportProblem(Integer.parseInt(parts.get(0)),
            new FieldError(parts.get(1), parts.get(2), parts.subList(FIXED, parts.size()).toArray()));
    }

    /**
     * @param page the page that remembers an import
     * @param state how far it is
     * @param done how many lines or profiles are done
     * @param plan what was done, {@code null} for as it was
     * @param entries what was done with which profile
     * @throws CrowdsourcingException if it cannot be saved
     */
    void save(DocumentReference page, ImportReport.State state, int done, ImportPlan plan, List<Entry> entries)
        throws CrowdsourcingException
    {
        Map<String, Object> values = new HashMap<>();
        if (plan != null) {
            values.putAll(figures(plan));
        }
        values.put(STATE, state.name());
        values.put(DONE, done);
        values.put(ENTRIES, String.join(NEW_LINE, entries.stream().map(entry -> String.join(TAB, entry.profile(),
            entry.before(), entry.after(), entry.contactBefore(), entry.contactAfter())).toList()));
        this.writer.update(page, Schema.IMPORT, values, "");
    }

    /**
     * @param page the page that remembers an import
     * @return what was done with which profile
     * @throws CrowdsourcingException if it cannot be read
     */
    List<Entry> entries(DocumentReference page) throws CrowdsourcingException
    {
        return this.pages.find(page, Schema.IMPORT).map(row -> row.text(ENTRIES).lines().filter(line -> !line.isBlank())
            .map(line -> line.split(TAB, -1)).map(parts -> new Entry(parts[0], parts[1], parts[2], parts[FIXED],
                parts[FIXED + 1])).toList()).orElse(List.of());
    }

    /**
     * @param page the page that remembers an import
     * @return how far it is
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<ImportReport> get(DocumentReference page) throws CrowdsourcingException
    {
        return this.pages.find(page, Schema.IMPORT).map(this::report);
    }

    private ImportReport report(Row row)
    {
        ImportPlan plan = new ImportPlan(row.number(LINES), row.number(CREATED), row.number(UPDATED),
            row.number(UNCHANGED), row.text(PROBLEMS).lines().filter(line -> !line.isBlank()).map(ImportStore::read)
                .toList());
        ImportReport.State state = Arrays.stream(ImportReport.State.values())
            .filter(known -> known.name().equals(row.text(STATE))).findFirst().orElse(ImportReport.State.FAILED);
        Instant started = row.instant(STARTED_ON);
        if ((state == ImportReport.State.RUNNING || state == ImportReport.State.UNDOING)
            && (started == null || started.isBefore(Instant.now().minus(LONGEST)))) {
            // The wiki was stopped meanwhile.
            state = ImportReport.State.FAILED;
        }
        return new ImportReport(row.page(), state, row.reference(USER), started,
            plan.created() + plan.updated(), row.number(DONE), plan);
    }

    /**
     * @param directory the page of a directory
     * @return the pages that remember the last imports into it, the latest first
     * @throws CrowdsourcingException if they cannot be read
     */
    List<DocumentReference> list(DocumentReference directory) throws CrowdsourcingException
    {
        WikiReference wiki = directory.getWikiReference();
        List<Found> found = this.reader.find(wiki, this.reader.objects()
            .add("and obj.className = :class and doc.space = :space order by doc.fullName desc")
            .bind("class", Schema.IMPORT.getClassName())
            .bind("space", this.reader.serialize(directory.getLastSpaceReference())).limit(SHOWN));
        return found.stream().map(object -> this.reader.resolve(object.page(), wiki)).toList();
    }
}
