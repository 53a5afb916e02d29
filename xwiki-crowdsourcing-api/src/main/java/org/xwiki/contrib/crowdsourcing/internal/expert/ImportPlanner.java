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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.ImportPlan;
import org.xwiki.contrib.crowdsourcing.expert.ImportProblem;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Rows;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Finds out what an import is to do, without loading a page for each line.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ImportPlanner.class)
@Singleton
public class ImportPlanner
{
    private static final String CSV = "csv";

    private static final String COMMA = ", ";

    private static final int MOST_LINES = 20000;

    private static final int MOST_TEXT = 20_000_000;

    /** How many profiles are read at once. */
    private static final int BATCH = 200;

    @Inject
    private ContactStore contacts;

    @Inject
    private AreaStore areas;

    @Inject
    private RowReader reader;

    @Inject
    private Access access;

    @Inject
    private PageReader pages;

    /**
     * What is to be done.
     *
     * @param steps what is done with the lines that change something
     * @param plan the same in figures
     */
    record Planned(List<ImportStep> steps, ImportPlan plan)
    {
    }

    /**
     * @param directory the page of a directory
     * @param text the text of the file
     * @return what is to be done
     * @throws CrowdsourcingException if the file is none, or it cannot be found out
     */
    Planned plan(DocumentReference directory, String text) throws CrowdsourcingException
    {
        CsvFile file = read(text);
        List<ImportProblem> problems = new ArrayList<>();
        List<ImportStep> steps = find(directory, check(file, problems), problems);
        List<ImportStep> changing = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += BATCH) {
            List<ImportStep> batch = steps.subList(from, Math.min(from + BATCH, steps.size()));
            Set<DocumentReference> unchanged = unchanged(batch);
            batch.stream().filter(step -> step.profile() == null || !unchanged.contains(step.profile()))
                .forEach(changing::add);
        }
        int created = (int) changing.stream().filter(step -> step.profile() == null).count();
        problems.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return new Planned(changing, new ImportPlan(file.lines().size(), created, changing.size() - created,
            steps.size() - changing.size(), problems));
    }

    private CsvFile read(String text) throws CrowdsourcingException
    {
        if (text.isBlank() || text.length() > MOST_TEXT) {
            throw refusal(text.isBlank() ? "crowdsourcing.error.required" : "crowdsourcing.error.csvTooLong");
        }
        CsvFile file = new CsvFile(text);
        List<String> columns = file.columns();
        for (String column : List.of(ImportLine.NAME, ImportLine.EMAIL)) {
            if (!columns.contains(column)) {
                throw refusal("crowdsourcing.error.csvColumnMissing", column, String.join(COMMA, ImportLine.COLUMNS));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!ImportLine.COLUMNS.contains(column) || !seen.add(column)) {
                throw refusal("crowdsourcing.error.csvColumnUnknown", column, String.join(COMMA, ImportLine.COLUMNS));
            }
        }
        if (file.lines().size() > MOST_LINES) {
            throw refusal("crowdsourcing.error.csvTooManyLines", MOST_LINES);
        }
        return file;
    }

    private static CrowdsourcingException refusal(String key, Object... parameters)
    {
        return new CrowdsourcingException(new FieldError(CSV, key, parameters));
    }

    /** Checks each line, and that no two are about the same expert. */
    private List<ImportStep> check(CsvFile file, List<ImportProblem> problems) throws CrowdsourcingException
    {
        Map<String, String> titles = new HashMap<>();
        this.areas.list().forEach(area -> titles.putIfAbsent(area.title().toLowerCase(Locale.ROOT),
            this.reader.serialize(area.reference())));
        Map<String, Integer> first = new HashMap<>();
        List<ImportStep> good = new ArrayList<>();
        for (CsvLine line : file.lines()) {
            if (line.cells() == null) {
                problems.add(problem(line.number(), "", "crowdsourcing.error.csvCells", file.columns().size()));
            } else {
                ImportLine read = new ImportLine(line.cells(), titles);
                Integer before = read.email().isEmpty() ? null : first.putIfAbsent(read.email(), line.number());
                if (before != null) {
                    problems.add(problem(line.number(), ImportLine.EMAIL, "crowdsourcing.error.csvTwice", before));
                }
                read.errors().forEach(error -> problems.add(new ImportProblem(line.number(), error)));
                if (before == null && read.errors().isEmpty()) {
                    good.add(new ImportStep(line.number(), read, null));
                }
            }
        }
        return good;
    }

    private static ImportProblem problem(int line, String column, String key, Object... parameters)
    {
        return new ImportProblem(line, new FieldError(column, key, parameters));
    }

    /** Finds the profiles by the addresses, all at once. */
    private List<ImportStep> find(DocumentReference directory, List<ImportStep> lines, List<ImportProblem> problems)
        throws CrowdsourcingException
    {
        SpaceReference space = directory.getLastSpaceReference();
        Map<String, DocumentReference> known = this.contacts.addresses();
        List<ImportStep> result = new ArrayList<>();
        for (ImportStep line : lines) {
            DocumentReference profile = known.get(line.line().email());
            if (profile != null && !profile.hasParent(space)) {
                problems.add(problem(line.number(), ImportLine.EMAIL, "crowdsourcing.error.csvElsewhere"));
            } else if (profile != null && !this.access.canEdit(profile)) {
                problems.add(new ImportProblem(line.number(), this.access.refusal()));
            } else {
                result.add(new ImportStep(line.number(), line.line(), profile));
            }
        }
        return result;
    }

    /** Which profiles say already what their lines say. */
    private Set<DocumentReference> unchanged(List<ImportStep> batch) throws CrowdsourcingException
    {
        WikiReference wiki = this.pages.wiki();
        List<DocumentReference> profiles =
            batch.stream().map(ImportStep::profile).filter(profile -> profile != null).toList();
        Map<DocumentReference, String> titles = this.reader.titles(profiles);
        Rows stored = this.reader.read(wiki, profiles.stream().map(this.reader::serialize).toList(), Schema.EXPERT,
            Schema.EXPERTISE);
        Rows contact = this.reader.read(wiki,
            profiles.stream().map(profile -> this.reader.serialize(ContactStore.page(profile))).toList(),
            Schema.CONTACT);
        Set<DocumentReference> result = new HashSet<>();
        for (ImportStep step : batch) {
            boolean named = step.profile() != null && step.line().title().equals(titles.get(step.profile()));
            if (named && isSame(step, stored) && says(
                contact.of(ContactStore.page(step.profile()), Schema.CONTACT), step.line().contact())) {
                result.add(step.profile());
            }
        }
        return result;
    }

    private static boolean isSame(ImportStep step, Rows stored)
    {
        return says(stored.of(step.profile(), Schema.EXPERT), step.line().profile())
            && (step.line().expertise().isEmpty()
                || isSame(stored.of(step.profile(), Schema.EXPERTISE), step.line().expertise()));
    }

    private static boolean says(List<Row> stored, Map<String, Object> wanted)
    {
        // Of what holds nothing there is no row.
        return wanted.entrySet().stream()
            .allMatch(entry -> !stored.isEmpty() && (entry.getValue() instanceof List<?> list
                ? list.equals(stored.get(0).list(entry.getKey()))
                : entry.getValue().toString().equals(stored.get(0).text(entry.getKey()))));
    }

    private static boolean isSame(List<Row> stored, List<Map<String, Object>> wanted)
    {
        boolean same = stored.size() == wanted.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = says(List.of(stored.get(i)), wanted.get(i));
        }
        return same;
    }
}
