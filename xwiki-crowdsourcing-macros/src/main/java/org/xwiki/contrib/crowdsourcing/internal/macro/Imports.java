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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.expert.ImportManager;
import org.xwiki.contrib.crowdsourcing.expert.ImportPlan;
import org.xwiki.contrib.crowdsourcing.expert.ImportProblem;
import org.xwiki.contrib.crowdsourcing.expert.ImportReport;
import org.xwiki.model.reference.DocumentReference;

/**
 * The page of a directory on which curators import: a form, what it would do, and how far imports are. While one goes
 * on the browser asks again by itself.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Imports.class)
@Singleton
public class Imports
{
    /** The parameter that asks for the page. */
    public static final String PARAMETER = "cs_import";

    private static final String IMPORT = "importExperts";

    private static final String UNDO = "undoImport";

    private static final String CSV = "csv";

    private static final String PROGRESS = "progress";

    private static final String LIST = PARAMETER + '=' + PROGRESS;

    /** In seconds. */
    private static final String AGAIN = "3";

    @Inject
    private ImportManager imports;

    @Inject
    private Toolkit toolkit;

    @Inject
    private Container container;

    /**
     * @param directory the page of a directory
     * @return what the forms on it do
     */
    public Map<String, FormAction> getActions(DocumentReference directory)
    {
        return Map.of(IMPORT, sent -> {
            this.imports.start(directory, sent.get(CSV));
            return this.toolkit.getURL(directory, LIST, null);
        }, UNDO, sent -> {
            this.imports.undo(this.toolkit.reference(sent.get("record")));
            return this.toolkit.getURL(directory, LIST, null);
        });
    }

    /**
     * @param form the form that has been sent, maybe {@code null}
     * @return {@code true} if the page for imports is wanted
     */
    public boolean isWanted(FormState form)
    {
        return this.toolkit.getParameter(PARAMETER) != null
            || form != null && (IMPORT.equals(form.getAction()) || UNDO.equals(form.getAction()));
    }

    /**
     * @param directory the page of a directory
     * @return {@code true} if the current user may import
     * @throws CrowdsourcingException if that cannot be found out
     */
    public boolean canImport(DocumentReference directory) throws CrowdsourcingException
    {
        return this.imports.canImport(directory);
    }

    /**
     * @param directory the page of a directory
     * @param form the form that has been sent, maybe {@code null}
     * @return what the page for imports shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> show(DocumentReference directory, FormState form) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        data.put("directory", directory);
        if (form != null && form.isPreview() && IMPORT.equals(form.getAction())) {
            plan(directory, form, data);
        }
        List<ImportReport> reports = this.imports.list(directory);
        data.put("reports", reports);
        // The page with the form never reloads itself: what is typed there stays.
        boolean progress = form == null && PROGRESS.equals(this.toolkit.getParameter(PARAMETER));
        data.put("isProgress", progress);
        if (progress && reports.stream().anyMatch(ImportReport::isRunning)) {
            this.container.getResponse().setHeader("Refresh", AGAIN);
        }
        data.put("messages", this);
        return data;
    }

    private void plan(DocumentReference directory, FormState form, Map<String, Object> data)
        throws CrowdsourcingException
    {
        try {
            ImportPlan plan = this.imports.plan(directory, form.get(CSV));
            data.put("plan", plan);
        } catch (CrowdsourcingException e) {
            if (e.getErrors().isEmpty()) {
                throw e;
            }
            e.getErrors().forEach(error -> form.addError(error.field(), this.toolkit.message(error)));
        }
    }

    /**
     * @param problem what is wrong with a line
     * @return the same in words
     */
    public String message(ImportProblem problem)
    {
        return this.toolkit.message(problem.error());
    }
}
