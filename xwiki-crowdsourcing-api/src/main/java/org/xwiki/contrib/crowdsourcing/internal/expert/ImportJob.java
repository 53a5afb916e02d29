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

import javax.inject.Inject;
import javax.inject.Named;

import org.xwiki.component.annotation.Component;
import org.xwiki.component.annotation.InstantiationStrategy;
import org.xwiki.component.descriptor.ComponentInstantiationStrategy;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.expert.ImportPlan;
import org.xwiki.contrib.crowdsourcing.expert.ImportProblem;
import org.xwiki.contrib.crowdsourcing.expert.ImportReport;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.job.AbstractJob;
import org.xwiki.job.DefaultJobStatus;
import org.xwiki.job.DefaultRequest;
import org.xwiki.model.reference.DocumentReference;

/**
 * Does or undoes an import, and remembers every few hundred lines how far it is.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named(ImportJob.TYPE)
@InstantiationStrategy(ComponentInstantiationStrategy.PER_LOOKUP)
public class ImportJob extends AbstractJob<DefaultRequest, DefaultJobStatus<DefaultRequest>>
{
    /** The name of the job. */
    public static final String TYPE = "crowdsourcing/import";

    /** The property of the request with the page that remembers the import. */
    static final String RECORD = "import.record";

    /** The property of the request with the page of the directory. */
    static final String DIRECTORY = "import.directory";

    /** The property of the request with the user. */
    static final String USER = "import.user";

    private static final int BATCH = 500;

    @Inject
    private ImportPlanner planner;

    @Inject
    private Importer importer;

    @Inject
    private ImportStore store;

    @Inject
    private PageWriter writer;

    private final List<ImportStore.Entry> entries = new ArrayList<>();

    private int done;

    @Override
    public String getType()
    {
        return TYPE;
    }

    @Override
    protected void runInternal()
    {
        DocumentReference page = getRequest().getProperty(RECORD);
        DocumentReference directory = getRequest().getProperty(DIRECTORY);
        String text = this.store.take(page);
        this.writer.inWiki(page.getWikiReference(), getRequest().getProperty(USER), () -> {
            try {
                if (text == null) {
                    undo(page, directory);
                } else {
                    execute(page, directory, text);
                }
            } catch (CrowdsourcingException | RuntimeException e) {
                this.logger.error("Failed to go on with the import [{}]", page, e);
                fail(page);
            }
        });
    }

    private void fail(DocumentReference page)
    {
        try {
            this.store.save(page, ImportReport.State.FAILED, this.done, null, this.entries);
        } catch (CrowdsourcingException e) {
            this.logger.error("Failed to remember that the import [{}] failed", page, e);
        }
    }

    private void execute(DocumentReference page, DocumentReference directory, String text)
        throws CrowdsourcingException
    {
        ImportPlanner.Planned planned = this.planner.plan(directory, text);
        List<ImportProblem> problems = new ArrayList<>(planned.plan().problems());
        int created = 0;
        this.progressManager.pushLevelProgress(planned.steps().size(), this);
        for (ImportStep step : planned.steps()) {
            this.progressManager.startStep(this);
            try {
                this.entries.add(this.importer.execute(directory, step));
                created += step.profile() == null ? 1 : 0;
            } catch (CrowdsourcingException | RuntimeException e) {
                this.logger.warn("Failed to import a line", e);
                problems.add(new ImportProblem(step.number(),
                    e instanceof CrowdsourcingException refused && !refused.getErrors().isEmpty()
                        ? refused.getErrors().get(0) : new FieldError("", "crowdsourcing.error.technical")));
            }
            this.done++;
            if (this.done % BATCH == 0) {
                this.store.save(page, ImportReport.State.RUNNING, this.done, null, this.entries);
            }
            this.progressManager.endStep(this);
        }
        this.progressManager.popLevelProgress(this);
        this.store.save(page, ImportReport.State.DONE, this.done, new ImportPlan(planned.plan().lines(), created,
            this.entries.size() - created, planned.plan().unchanged(), problems), this.entries);
    }

    private void undo(DocumentReference page, DocumentReference directory) throws CrowdsourcingException
    {
        List<ImportStore.Entry> all = this.store.entries(page);
        this.entries.addAll(all);
        List<ImportProblem> left = new ArrayList<>();
        this.progressManager.pushLevelProgress(all.size(), this);
        for (ImportStore.Entry entry : all) {
            this.progressManager.startStep(this);
            if (this.importer.undo(entry, directory)) {
                this.entries.remove(entry);
            } else {
                left.add(new ImportProblem(0,
                    new FieldError("", "crowdsourcing.import.changedSince", entry.profile())));
            }
            this.done++;
            if (this.done % BATCH == 0) {
                this.store.save(page, ImportReport.State.UNDOING, this.done, null, this.entries);
            }
            this.progressManager.endStep(this);
        }
        this.progressManager.popLevelProgress(this);
        this.store.save(page, ImportReport.State.UNDONE, this.done,
            new ImportPlan(all.size(), 0, 0, left.size(), left), this.entries);
    }
}
