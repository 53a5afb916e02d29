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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.expert.Area;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows the areas of expertise with their topics; on the page of an area, that area and its experts.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("areas")
@Singleton
public class AreasMacro extends AbstractCrowdsourcingMacro<ReferenceMacroParameters>
{
    private static final String AREAS = "areas";

    @Inject
    private ExpertManager experts;

    /**
     * Default constructor.
     */
    public AreasMacro()
    {
        super("Areas of expertise",
            "Shows the areas of expertise with their topics; on the page of an area, that area and its experts.",
            ReferenceMacroParameters.class);
    }

    @Override
    protected View view(ReferenceMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference reference = resolve(parameters.getReference());
        FormState form = process(readOnly, Map.of("createArea",
            sent -> this.toolkit.getEditURL(this.experts.createArea(reference, sent.get("title")))),
            reference::equals);
        List<Area> all = this.experts.getAreas();
        Area current = all.stream().filter(area -> area.reference().equals(reference)).findFirst().orElse(null);
        Map<String, Object> data = new HashMap<>();
        data.put("area", current);
        data.put(AREAS, current == null ? all : getTopics(current, all));
        if (current != null) {
            data.put("experts", this.experts.search(
                ExpertQuery.of(reference, PageRequest.first())));
        }
        data.put("parent", reference);
        data.put("canCreate", !readOnly && this.experts.canCreate(reference));
        return new View(AREAS, data, form);
    }

    private List<Area> getTopics(Area current, List<Area> all)
    {
        Set<DocumentReference> inside = new LinkedHashSet<>(Set.of(current.reference()));
        List<Area> topics = new ArrayList<>();
        for (Area area : all) {
            if (area.parent() != null && inside.contains(area.parent())) {
                inside.add(area.reference());
                topics.add(new Area(area.reference(), area.title(), area.description(), area.parent(),
                    area.depth() - current.depth() - 1));
            }
        }
        return topics;
    }
}
