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

import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.contrib.crowdsourcing.publication.ExchangeManager;
import org.xwiki.contrib.crowdsourcing.publication.PublicationManager;
import org.xwiki.contrib.crowdsourcing.publication.RoadmapVersion;
import org.xwiki.contrib.crowdsourcing.publication.Snapshot;
import org.xwiki.contrib.crowdsourcing.roadmap.Roadmap;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows a published version of a roadmap as it was published, whatever became of the roadmap since.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("roadmapVersion")
@Singleton
public class RoadmapVersionMacro extends AbstractCrowdsourcingMacro<ReferenceMacroParameters>
{
    private static final String PRINT = "print";

    private static final String VERSION = "version";

    @Inject
    private PublicationManager publications;

    @Inject
    private ExchangeManager exchange;

    @Inject
    private RoadmapManager roadmaps;

    @Inject
    private Snapshots snapshots;

    /**
     * Default constructor.
     */
    public RoadmapVersionMacro()
    {
        super("Published version of a roadmap",
            "Shows a roadmap as it was published, with how to cite it.",
            ReferenceMacroParameters.class);
    }

    @Override
    protected View view(ReferenceMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference page = resolve(parameters.getReference());
        Optional<RoadmapVersion> version = this.publications.getVersion(page);
        Optional<Snapshot> snapshot = version.isEmpty() ? Optional.empty() : this.exchange.getSnapshot(page);
        if (snapshot.isEmpty()) {
            return message("crowdsourcing.version.none");
        }
        boolean printed = PRINT.equals(this.toolkit.getParameter(FormProcessor.VIEW));
        Map<String, Object> data =
            printed ? this.snapshots.getPrint(snapshot.get()) : this.snapshots.getData(snapshot.get());
        data.put(VERSION, version.get());
        data.put("roadmap", this.roadmaps.roadmapOf(page).map(Roadmap::reference).orElse(null));
        data.put("latest", this.roadmaps.roadmapOf(page).map(Roadmap::version).orElse(0));
        return new View(printed ? PRINT : VERSION, data, null);
    }
}
