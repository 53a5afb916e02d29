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
package org.xwiki.contrib.crowdsourcing.selection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way from the ideas of an initiative to the recommendations of its roadmap: ideas are grouped into clusters,
 * and a cluster becomes a recommendation that keeps all its sources. Whatever is returned may be seen by the current
 * user.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface SelectionManager
{
    /** How many ideas a cluster has at most. */
    int MOST = 200;

    /** How many ideas of an initiative, or of the dialogue that is asked for, a board looks at. */
    int LOOKED_AT = 20000;

    /**
     * @param roadmap the page of a roadmap
     * @param query which ideas
     * @return the ideas of its initiative, those that are shown and, without their text, those that are hidden; the
     *     total is "more than" if there are more than {@link #LOOKED_AT}
     * @throws CrowdsourcingException if there is no such roadmap, or it cannot be read
     */
    Board getBoard(DocumentReference roadmap, BoardQuery query) throws CrowdsourcingException;

    /**
     * @param cluster the page of a cluster
     * @return the cluster, empty if there is none that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Cluster> getCluster(DocumentReference cluster) throws CrowdsourcingException;

    /**
     * @param recommendation the page of a recommendation
     * @return the clusters that it was written from, one at most unless somebody copied it
     * @throws CrowdsourcingException if they cannot be read
     */
    List<Cluster> getClusters(DocumentReference recommendation) throws CrowdsourcingException;

    /**
     * Makes a cluster of ideas.
     *
     * @param roadmap the page of a roadmap
     * @param title the title, field {@code clusterTitle}
     * @param ideas the pages of ideas, field {@code cs_item}
     * @return the page of the cluster
     * @throws CrowdsourcingException if the title is refused, an idea is not shown any more or is no idea of the
     *     initiative, the current user may not, or it cannot be saved
     */
    DocumentReference group(DocumentReference roadmap, String title, Collection<DocumentReference> ideas)
        throws CrowdsourcingException;

    /**
     * Adds ideas to a cluster. Those that it has stay as they are.
     *
     * @param cluster the page of a cluster
     * @param ideas the pages of ideas, field {@code cs_item}
     * @throws CrowdsourcingException if an idea is not shown any more or is no idea of the initiative, the current user
     *     may not, or it cannot be saved
     */
    void add(DocumentReference cluster, Collection<DocumentReference> ideas) throws CrowdsourcingException;

    /**
     * Says what the ideas of a cluster have in common.
     *
     * @param cluster the page of a cluster
     * @param title the title, field {@code clusterTitle}
     * @param summary plain text, field {@code clusterSummary}
     * @throws CrowdsourcingException if a field is refused, the current user may not, or it cannot be saved
     */
    void describe(DocumentReference cluster, String title, String summary) throws CrowdsourcingException;

    /**
     * Takes ideas out of a cluster.
     *
     * @param cluster the page of a cluster
     * @param ideas the pages of ideas
     * @throws CrowdsourcingException if the current user may not, or it cannot be saved
     */
    void remove(DocumentReference cluster, Collection<DocumentReference> ideas) throws CrowdsourcingException;

    /**
     * Takes back what was changed last in a cluster. Done twice, it is changed again.
     *
     * @param cluster the page of a cluster
     * @throws CrowdsourcingException if nothing can be taken back, the current user may not, or it cannot be saved
     */
    void undo(DocumentReference cluster) throws CrowdsourcingException;

    /**
     * Creates the page of a recommendation with all ideas of a cluster as its sources. What is not shown any more is no
     * source.
     *
     * @param cluster the page of a cluster
     * @return the page of the recommendation
     * @throws CrowdsourcingException if there is one already (it is named), no idea is left, the current user may not,
     *     or it cannot be saved
     */
    DocumentReference write(DocumentReference cluster) throws CrowdsourcingException;

    /**
     * @param roadmap the page of a roadmap
     * @return {@code true} if the current user may group ideas there
     */
    boolean canGroup(DocumentReference roadmap);
}
