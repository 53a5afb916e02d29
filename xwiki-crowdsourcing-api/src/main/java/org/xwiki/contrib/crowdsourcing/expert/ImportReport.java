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
package org.xwiki.contrib.crowdsourcing.expert;

import java.time.Instant;
import java.util.List;

import org.xwiki.model.reference.DocumentReference;

/**
 * How far an import into a directory is, and what it did.
 *
 * @param reference the page that remembers it
 * @param state how far it is
 * @param user who began it, or {@code null}
 * @param startedOn when, or {@code null}
 * @param total how many lines it imports, or profiles it undoes
 * @param done how many of them are done
 * @param plan what was or will be done
 * @version $Id$
 * @since 1.0
 */
public record ImportReport(DocumentReference reference, State state, DocumentReference user, Instant startedOn,
    int total, int done, ImportPlan plan)
{
    /** How far an import is. */
    public enum State
    {
        /** It is being done. */
        RUNNING,

        /** It is done. */
        DONE,

        /** It is being undone. */
        UNDOING,

        /** It was undone. */
        UNDONE,

        /** It ended before its end. */
        FAILED
    }

    /**
     * @return {@code true} if it goes on
     */
    public boolean isRunning()
    {
        return this.state == State.RUNNING || this.state == State.UNDOING;
    }

    /**
     * @return {@code true} if it can be undone
     */
    public boolean isUndoable()
    {
        return (this.state == State.DONE || this.state == State.FAILED)
            && this.plan.created() + this.plan.updated() > 0;
    }

    /**
     * @return what is wrong, by line
     */
    public List<ImportProblem> getProblems()
    {
        return this.plan.problems();
    }
}
