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
import java.util.List;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.ImportManager;
import org.xwiki.contrib.crowdsourcing.expert.ImportPlan;
import org.xwiki.contrib.crowdsourcing.expert.ImportReport;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.job.DefaultRequest;
import org.xwiki.job.JobException;
import org.xwiki.job.JobExecutor;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of imports.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultImportManager implements ImportManager
{
    @Inject
    private ImportPlanner planner;

    @Inject
    private ImportStore store;

    @Inject
    private Curators curators;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Inject
    private RowReader reader;

    @Inject
    private JobExecutor jobs;

    @Override
    public boolean canImport(DocumentReference directory)
    {
        return this.curators.includeCurrentUser(directory) && this.things.canCreate(directory);
    }

    @Override
    public ImportPlan plan(DocumentReference directory, String csv) throws CrowdsourcingException
    {
        this.access.require(canImport(directory));
        return this.planner.plan(directory, csv).plan();
    }

    @Override
    public DocumentReference start(DocumentReference directory, String csv) throws CrowdsourcingException
    {
        ImportPlan plan = plan(directory, csv);
        if (plan.created() + plan.updated() == 0) {
            throw new CrowdsourcingException(new FieldError("csv", "crowdsourcing.error.csvNothing"));
        }
        refuseWhileRunning(directory);
        DocumentReference page = this.store.begin(directory, this.reader.serialize(this.access.user()), plan);
        this.store.keep(page, csv);
        execute(page, directory);
        return page;
    }

    private void refuseWhileRunning(DocumentReference directory) throws CrowdsourcingException
    {
        for (ImportReport report : list(directory)) {
            if (report.isRunning()) {
                throw new ConflictException(new FieldError("", "crowdsourcing.error.importRunning"));
            }
        }
    }

    /** What a job is asked for may be stored and shown: it has no text of the file, and no name to be asked for. */
    private void execute(DocumentReference page, DocumentReference directory) throws CrowdsourcingException
    {
        DefaultRequest request = new DefaultRequest();
        request.setProperty(ImportJob.RECORD, page);
        request.setProperty(ImportJob.DIRECTORY, directory);
        request.setProperty(ImportJob.USER, this.access.user());
        try {
            this.jobs.execute(ImportJob.TYPE, request);
        } catch (JobException e) {
            throw new CrowdsourcingException("Failed to begin the import", e);
        }
    }

    @Override
    public void undo(DocumentReference reference) throws CrowdsourcingException
    {
        DocumentReference directory = new DocumentReference(PageReader.HOME, reference.getLastSpaceReference());
        this.access.require(canImport(directory) && this.access.canView(reference));
        ImportReport report = this.store.get(reference).filter(ImportReport::isUndoable)
            .orElseThrow(() -> new ConflictException(new FieldError("", "crowdsourcing.error.importNotUndoable")));
        refuseWhileRunning(directory);
        this.store.save(reference, ImportReport.State.UNDOING, 0, null, this.store.entries(report.reference()));
        execute(reference, directory);
    }

    @Override
    public Optional<ImportReport> get(DocumentReference reference) throws CrowdsourcingException
    {
        DocumentReference directory = new DocumentReference(PageReader.HOME, reference.getLastSpaceReference());
        return canImport(directory) && this.access.canView(reference) ? this.store.get(reference) : Optional.empty();
    }

    @Override
    public List<ImportReport> list(DocumentReference directory) throws CrowdsourcingException
    {
        List<ImportReport> result = new ArrayList<>();
        if (canImport(directory)) {
            for (DocumentReference page : this.store.list(directory)) {
                get(page).ifPresent(result::add);
            }
        }
        return result;
    }
}
