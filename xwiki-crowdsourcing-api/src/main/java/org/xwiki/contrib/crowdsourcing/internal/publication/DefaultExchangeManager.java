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
package org.xwiki.contrib.crowdsourcing.internal.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlanManager;
import org.xwiki.contrib.crowdsourcing.publication.ExchangeManager;
import org.xwiki.contrib.crowdsourcing.publication.Snapshot;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapState;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.security.authorization.Right;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The rules of roadmaps as files.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultExchangeManager implements ExchangeManager
{
    private static final int KEPT = 10;

    private static final int NAMED = 10;

    @Inject
    private VersionStore versions;

    @Inject
    private SnapshotWriter snapshots;

    @Inject
    private RoadmapImporter importer;

    @Inject
    private PlanManager plans;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Inject
    private PageReader pages;

    /** What is read of versions, which never change, so that it is not read with every view. */
    private final Map<String, JsonNode> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true)
    {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JsonNode> eldest)
        {
            return size() > KEPT;
        }
    });

    private Optional<Row> version(DocumentReference page) throws CrowdsourcingException
    {
        return this.access.canView(page) ? this.versions.find(page) : Optional.empty();
    }

    private Optional<JsonNode> draft(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> row = this.things.find(page, Schema.ROADMAP);
        Optional<Plan> plan = row.isEmpty() ? Optional.empty() : this.plans.getPlan(page);
        return plan.isEmpty() ? Optional.empty()
            : Optional.of(this.snapshots.write(row.get(), plan.get().recommendations()));
    }

    @Override
    public Optional<String> getFile(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> version = version(page);
        return version.isPresent() ? version.map(row -> row.text(VersionStore.CONTENT))
            : draft(page).map(JsonFile::write);
    }

    @Override
    public Optional<Snapshot> getSnapshot(DocumentReference page) throws CrowdsourcingException
    {
        Optional<Row> version = version(page);
        Optional<JsonNode> file = version.isPresent() ? version.map(this::read) : draft(page);
        return file.map(node -> SnapshotReader.read(node, page));
    }

    private JsonNode read(Row version)
    {
        String content = version.text(VersionStore.CONTENT);
        String address = this.snapshots.address(version.page());
        // Another page may come to the same address; it has another text.
        return this.kept.computeIfAbsent(address + '#' + content.length() + '#' + content.hashCode(), key -> {
            JsonNode file = JsonFile.readStored(content);
            String moved = Addresses.follow(content, file.path(Fields.ADDRESS).asText(), address,
                version.page().getSpaceReferences().size() + 1);
            return moved.equals(content) ? file : JsonFile.readStored(moved);
        });
    }

    @Override
    public Optional<String> getSteps(DocumentReference roadmap) throws CrowdsourcingException
    {
        return this.things.find(roadmap, Schema.ROADMAP).isEmpty() ? Optional.empty()
            : this.plans.getPlan(roadmap).map(StepsFile::write);
    }

    @Override
    public String getSchema()
    {
        return JsonFile.schema();
    }

    @Override
    public boolean canImport(DocumentReference initiative)
    {
        return this.things.canCreate(initiative);
    }

    @Override
    public Check check(DocumentReference initiative, String file) throws CrowdsourcingException
    {
        this.things.get(initiative, Schema.INITIATIVE);
        this.access.require(canImport(initiative));
        List<FieldError> problems = new ArrayList<>();
        JsonNode read = read(file, problems);
        return new Check(problems.isEmpty() ? SnapshotReader.read(read, initiative) : null, problems);
    }

    private static JsonNode read(String file, List<FieldError> problems)
    {
        JsonNode result = JsonFile.read(file, problems);
        if (problems.isEmpty()) {
            Inputs inputs = new Inputs();
            new SchemaChecker(inputs).check(result);
            if (inputs.errors().isEmpty()) {
                new SnapshotChecker(inputs).check(result);
            }
            problems.addAll(inputs.errors());
        }
        return result;
    }

    @Override
    public DocumentReference importFile(DocumentReference initiative, String file, boolean followUp)
        throws CrowdsourcingException
    {
        this.things.get(initiative, Schema.INITIATIVE);
        this.access.require(canImport(initiative));
        List<FieldError> problems = new ArrayList<>();
        JsonNode read = read(file, problems);
        if (!problems.isEmpty()) {
            throw new CrowdsourcingException(problems);
        }
        return this.importer.create(initiative, read, followUp);
    }

    private boolean isImportedDraft(Row row)
    {
        return !row.text(SnapshotWriter.ORIGIN).isBlank()
            && row.option(Fields.STATE, RoadmapState.DRAFT) == RoadmapState.DRAFT
            && row.number(Schema.VERSION) == 0;
    }

    @Override
    public boolean canUndo(DocumentReference roadmap) throws CrowdsourcingException
    {
        Optional<Row> row = this.things.find(roadmap, Schema.ROADMAP);
        return row.isPresent() && isImportedDraft(row.get()) && canDelete(roadmap)
            && "1.1".equals(this.pages.version(roadmap));
    }

    private boolean canDelete(DocumentReference roadmap)
    {
        return !this.access.isGuest() && this.access.has(Right.DELETE, roadmap);
    }

    @Override
    public void undo(DocumentReference roadmap) throws CrowdsourcingException
    {
        Row row = this.things.get(roadmap, Schema.ROADMAP);
        this.access.require(canDelete(roadmap));
        if (!isImportedDraft(row)) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.notImported"));
        }
        List<FieldError> changed = new ArrayList<>();
        for (DocumentReference page : this.importer.getChanged(roadmap)) {
            if (changed.size() < NAMED) {
                changed.add(new FieldError("", "crowdsourcing.error.importedChanged",
                    this.access.canView(page) ? this.pages.title(page) : page.getName()));
            }
        }
        if (!changed.isEmpty()) {
            throw new ConflictException(changed);
        }
        this.importer.undo(roadmap);
    }
}
