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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.model.reference.DocumentReference;

/**
 * Arranges contributions as discussions.
 *
 * @version $Id$
 * @since 1.0
 */
final class Discussions
{
    /** How deep replies are indented; what is deeper says what it replies to. */
    static final int DEEPEST = 3;

    private Discussions()
    {
    }

    /**
     * A contribution at its place.
     *
     * @param contribution the contribution
     * @param depth how deep it stands, 0 for the beginning of a discussion
     * @param apart {@code true} if its place does not tell what it replies to
     * @param answered what it replies to, {@code null} if that is not in the list
     */
    record Placed(Contribution contribution, int depth, boolean apart, Contribution answered)
    {
    }

    /**
     * @param shown the contributions to arrange
     * @param context contributions that they are about
     * @return every reply below what it replies to, the discussions in the order in which they come
     */
    static List<Placed> arrange(List<Contribution> shown, List<Contribution> context)
    {
        Map<DocumentReference, Contribution> known = new LinkedHashMap<>();
        context.forEach(contribution -> known.put(contribution.reference(), contribution));
        shown.forEach(contribution -> known.put(contribution.reference(), contribution));
        Map<DocumentReference, List<Contribution>> replies = new HashMap<>();
        Map<DocumentReference, Contribution> begins = new LinkedHashMap<>();
        for (Contribution contribution : shown) {
            Contribution parent = known.get(contribution.replyTo());
            Contribution root = known.get(contribution.root());
            if (!contribution.isRoot() && parent == null) {
                parent = root;
            }
            if (contribution.isRoot() || parent == null) {
                begins.putIfAbsent(contribution.reference(), contribution);
            } else {
                if (root != null) {
                    begins.putIfAbsent(root.reference(), root);
                }
                replies.computeIfAbsent(parent.reference(), key -> new ArrayList<>()).add(contribution);
            }
        }
        List<Placed> placed = new ArrayList<>();
        begins.values().forEach(root -> place(root, root.isRoot() ? 0 : 1, replies, placed));
        return placed.stream().map(each -> {
            Contribution parent = known.get(each.contribution().replyTo());
            // Where it stands below what it answers nothing more has to be said.
            boolean apart = !each.contribution().isRoot() && (each.depth() > DEEPEST || parent == null);
            return new Placed(each.contribution(), each.depth(), apart, parent);
        }).toList();
    }

    /**
     * @param shown contributions
     * @return each of them on its own, in their order
     */
    static List<Placed> apart(List<Contribution> shown)
    {
        Map<DocumentReference, Contribution> known = new HashMap<>();
        shown.forEach(contribution -> known.put(contribution.reference(), contribution));
        return shown.stream().map(contribution -> new Placed(contribution, 0, !contribution.isRoot(),
            known.get(contribution.replyTo()))).toList();
    }

    private static void place(Contribution contribution, int depth, Map<DocumentReference, List<Contribution>> replies,
        List<Placed> placed)
    {
        placed.add(new Placed(contribution, depth, false, null));
        List<Contribution> own = replies.remove(contribution.reference());
        if (own != null) {
            own.forEach(reply -> place(reply, depth + 1, replies, placed));
        }
    }
}
