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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.dialogue.Outcome;
import org.xwiki.contrib.crowdsourcing.selection.Board;
import org.xwiki.contrib.crowdsourcing.selection.BoardQuery;
import org.xwiki.contrib.crowdsourcing.selection.Cluster;
import org.xwiki.contrib.crowdsourcing.selection.IdeaOrder;
import org.xwiki.contrib.crowdsourcing.selection.SelectionManager;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.SpaceReference;

/**
 * The selection board on the page of a roadmap: the ideas of all dialogues, which are grouped into clusters, from which
 * recommendations are written.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Selections.class)
@Singleton
public class Selections
{
    /** The name of the view and of its template. */
    public static final String SELECTION = "selection";

    private static final String ANCHOR = "cs-selection";

    private static final String ORDER = "cs_order";

    private static final String DECISION = "cs_decision";

    private static final String DIALOGUE = "cs_dialogue";

    private static final String CLUSTER = "cs_cluster";

    private static final String CHANGED = "cs_changed";

    private static final String ITEMS = "cs_item";

    private static final String TITLE = "clusterTitle";

    /** Chosen when there is no decision, or no cluster. */
    private static final String NONE = "none";

    private static final List<String> KEPT = List.of(ORDER, DECISION, DIALOGUE, CLUSTER);

    private static final int LIMIT = 50;

    @Inject
    private SelectionManager manager;

    @Inject
    private Seen seen;

    @Inject
    private Toolkit toolkit;

    /**
     * @return {@code true} if the reader asks for the board
     */
    public boolean isWanted()
    {
        return SELECTION.equals(this.toolkit.getParameter(FormProcessor.VIEW));
    }

    /**
     * @param roadmap the page of a roadmap
     * @return which pages the forms of the board may be about: itself and its clusters
     */
    public Predicate<DocumentReference> getTargets(DocumentReference roadmap)
    {
        return target -> target.equals(roadmap)
            || roadmap.getLastSpaceReference().equals(target.getLastSpaceReference().getParent());
    }

    /**
     * @param roadmap the page of a roadmap
     * @return what the forms of its board do
     */
    public Map<String, FormAction> getActions(DocumentReference roadmap)
    {
        return Map.of("groupIdeas", form -> group(form, roadmap), "removeIdeas", form -> remove(form, roadmap),
            "describeCluster", form -> {
                this.manager.describe(form.getTarget(), form.get(TITLE), form.get("clusterSummary"));
                return address(form, roadmap, form.getTarget());
            }, "undoCluster", form -> {
                this.manager.undo(form.getTarget());
                return address(form, roadmap, form.getTarget());
            }, "writeRecommendation", form -> this.toolkit.getEditURL(this.manager.write(form.getTarget())));
    }

    private List<DocumentReference> ticked(FormState form)
    {
        List<DocumentReference> result = new ArrayList<>();
        form.get(ITEMS).lines().filter(line -> !line.isBlank())
            .forEach(line -> result.add(this.toolkit.reference(line)));
        return result;
    }

    private String group(FormState form, DocumentReference roadmap) throws CrowdsourcingException
    {
        if ("remove".equals(form.get("cs_do"))) {
            return remove(form, roadmap);
        }
        String chosen = form.get("clusterChosen");
        DocumentReference cluster;
        if (chosen.isBlank()) {
            cluster = this.manager.group(roadmap, form.get(TITLE), ticked(form));
        } else {
            cluster = this.toolkit.reference(chosen);
            this.manager.add(cluster, ticked(form));
        }
        return address(form, roadmap, cluster);
    }

    private String remove(FormState form, DocumentReference roadmap) throws CrowdsourcingException
    {
        DocumentReference cluster = cluster(roadmap, form.get(CLUSTER));
        if (cluster == null) {
            throw new CrowdsourcingException(new FieldError("", "crowdsourcing.error.notFound"));
        }
        this.seen.expect(cluster, form.get("clusterSeen"));
        this.manager.remove(cluster, ticked(form));
        return address(form, roadmap, cluster);
    }

    private String address(FormState form, DocumentReference roadmap, DocumentReference cluster)
    {
        StringBuilder query = new StringBuilder("cs_view=selection");
        KEPT.stream().filter(name -> !form.get(name).isBlank()).forEach(name -> query.append('&').append(name)
            .append('=').append(URLEncoder.encode(form.get(name), StandardCharsets.UTF_8)));
        query.append('&').append(CHANGED).append('=')
            .append(URLEncoder.encode(cluster.getName(), StandardCharsets.UTF_8));
        return this.toolkit.getURL(roadmap, query.toString(), ANCHOR);
    }

    private String get(String name)
    {
        return StringUtils.trimToEmpty(this.toolkit.getParameter(name));
    }

    /** A cluster is named as briefly as it can be: it is one of this roadmap. */
    private DocumentReference cluster(DocumentReference roadmap, String name)
    {
        return name.isEmpty() || NONE.equals(name) ? null
            : new DocumentReference(name, new SpaceReference("Clusters", roadmap.getLastSpaceReference()));
    }

    private DocumentReference page(String name)
    {
        String typed = get(name);
        return typed.isEmpty() || NONE.equals(typed) ? null : this.toolkit.reference(typed);
    }

    /**
     * @param roadmap the page of a roadmap
     * @param form the form that was sent, {@code null} if none was
     * @param readOnly {@code true} if no form may be shown
     * @return what the template shows
     * @throws CrowdsourcingException if the reader may not see it, or it cannot be read
     */
    public Map<String, Object> getData(DocumentReference roadmap, FormState form, boolean readOnly)
        throws CrowdsourcingException
    {
        Queries query =
            new Queries(this.toolkit, this.toolkit.getCurrentPage()).with(FormProcessor.VIEW, SELECTION);
        IdeaOrder order = query.choose(IdeaOrder.class, ORDER, IdeaOrder.SUPPORT);
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.stream().filter(name -> !get(name).isEmpty()).forEach(name -> kept.put(name, get(name)));
        kept.forEach(query::with);
        Outcome decision = Stored.find(Outcome.class, get(DECISION)).orElse(null);
        BoardQuery wanted = new BoardQuery(page(DIALOGUE), decision, NONE.equals(get(DECISION)),
            cluster(roadmap, get(CLUSTER)), NONE.equals(get(CLUSTER)), order,
            new PageRequest(query.get(Queries.CURSOR), LIMIT));
        Board board = this.manager.getBoard(roadmap, wanted);
        DocumentReference changed = cluster(roadmap, get(CHANGED));
        boolean refused = form != null && form.isRefused();
        Map<String, Object> data = new HashMap<>();
        data.put("reference", roadmap);
        data.put("board", board);
        data.put("most", SelectionManager.LOOKED_AT);
        data.put("wanted", wanted);
        data.put("orders", IdeaOrder.values());
        data.put("outcomes", Outcome.values());
        data.put("kept", kept);
        data.put("query", query);
        data.put("changed", changed);
        data.put("clusters", board.clusters().stream()
            .filter(cluster -> !cluster.ideas().isEmpty() || cluster.reference().equals(changed)).toList());
        data.put("chosen", board.clusters().stream()
            .filter(cluster -> cluster.reference().equals(wanted.cluster())).findFirst().orElse(null));
        List<Cluster> targets = board.clusters().stream().filter(cluster -> !cluster.ideas().isEmpty()).toList();
        data.put("targets", targets.stream().map(Cluster::reference).toList());
        data.put("targetTitles", targets.stream().map(Cluster::title).toList());
        data.put("ticked", refused ? ticked(form) : List.of());
        data.put("canGroup", !readOnly && this.manager.canGroup(roadmap));
        return data;
    }
}
