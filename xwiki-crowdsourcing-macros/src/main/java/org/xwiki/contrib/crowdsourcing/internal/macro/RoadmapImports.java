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
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.publication.ExchangeManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * The page of an initiative on which a roadmap of another wiki is imported: a form, and what it would make.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RoadmapImports.class)
@Singleton
public class RoadmapImports
{
    /** The template and the name of the view. */
    public static final String IMPORT = "roadmap-import";

    private static final String ACTION = "importRoadmap";

    private static final String FILE = "file";

    private static final String FOLLOW_UP = "withFollowUp";

    @Inject
    private ExchangeManager exchange;

    @Inject
    private Toolkit toolkit;

    /**
     * What is wrong with a part of a file.
     *
     * @param place where it is, empty for all of it
     * @param message what to do, in words
     */
    public record Problem(String place, String message)
    {
    }

    /**
     * @return {@code true} if the page is asked for
     */
    public boolean isWanted()
    {
        return "import".equals(this.toolkit.getParameter(FormProcessor.VIEW))
            || ACTION.equals(this.toolkit.getParameter(FormProcessor.ACTION));
    }

    /**
     * @param initiative the page of an initiative
     * @return {@code true} if the current user may import below it
     */
    public boolean canImport(DocumentReference initiative)
    {
        return this.exchange.canImport(initiative);
    }

    /**
     * @param initiative the page of an initiative
     * @return what the form does
     */
    public Map<String, FormAction> getActions(DocumentReference initiative)
    {
        return Map.of(ACTION, sent -> {
            try {
                return this.toolkit.getURL(this.exchange.importFile(initiative, sent.get(FILE),
                    !sent.get(FOLLOW_UP).isEmpty()), null, null);
            } catch (CrowdsourcingException e) {
                // What is wrong inside the file is shown with its place, in a table.
                if (e.getErrors().stream().anyMatch(error -> error.field().startsWith("/"))) {
                    throw new CrowdsourcingException(
                        new FieldError(FILE, "crowdsourcing.exchange.error.some", e.getErrors().size()));
                }
                throw e;
            }
        });
    }

    /**
     * @param initiative the page of an initiative
     * @param form the form that has been sent, maybe {@code null}
     * @return what the page shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference initiative, FormState form) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        data.put("initiative", initiative);
        data.put("schemaURL", this.toolkit.getRoadmapFileURL("schema=1"));
        boolean asked = form != null && form.isRefused() && !form.get(FILE).isEmpty();
        ExchangeManager.Check check =
            asked && canImport(initiative) ? this.exchange.check(initiative, form.get(FILE)) : null;
        data.put("snapshot", check == null ? null : check.snapshot());
        List<FieldError> problems = check == null ? List.of() : check.problems();
        data.put("problems", problems.stream().map(problem -> new Problem(
            FILE.equals(problem.field()) ? "" : problem.field(), this.toolkit.message(problem))).toList());
        data.put("canImport", canImport(initiative));
        return data;
    }
}
