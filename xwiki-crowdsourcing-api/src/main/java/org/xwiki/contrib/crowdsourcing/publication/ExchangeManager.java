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
package org.xwiki.contrib.crowdsourcing.publication;

import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.model.reference.DocumentReference;

/**
 * The only way to roadmaps as files: out of a wiki and into another one.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface ExchangeManager
{
    /**
     * @param page the page of a roadmap or of one of its versions
     * @return the roadmap as JSON, as the current user may see it; that of a version as it was published. Empty if
     *     there is none that the current user may see.
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<String> getFile(DocumentReference page) throws CrowdsourcingException;

    /**
     * @param roadmap the page of a roadmap
     * @return its steps as comma-separated values, those that the current user may see; empty if there is no such
     *     roadmap that the current user may see
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<String> getSteps(DocumentReference roadmap) throws CrowdsourcingException;

    /**
     * @return the JSON Schema of the files
     */
    String getSchema();

    /**
     * @param page the page of a roadmap or of one of its versions
     * @return all of it, as {@link #getFile} has it
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<Snapshot> getSnapshot(DocumentReference page) throws CrowdsourcingException;

    /**
     * What an import would do.
     *
     * @param snapshot what is in the file, {@code null} if that cannot be told
     * @param problems what is wrong with the file; the field is the place in it
     */
    record Check(Snapshot snapshot, List<FieldError> problems)
    {
    }

    /**
     * @param initiative the page of an initiative
     * @param file the text of a file
     * @return what an import would do, nothing if there is any problem
     * @throws CrowdsourcingException if the current user may not import
     */
    Check check(DocumentReference initiative, String file) throws CrowdsourcingException;

    /**
     * Makes a draft of a file: all of it or nothing.
     *
     * @param initiative the page of the initiative below which it is made
     * @param file the text of the file, field {@code file}
     * @param followUp {@code true} to take over what the file says became of the steps
     * @return the page of the new roadmap
     * @throws CrowdsourcingException if anything is wrong with the file, the current user may not, or it cannot be
     *     saved
     */
    DocumentReference importFile(DocumentReference initiative, String file, boolean followUp)
        throws CrowdsourcingException;

    /**
     * Removes what an import made, as long as nobody has changed anything of it.
     *
     * @param roadmap the page of an imported roadmap
     * @throws CrowdsourcingException if something was changed (named), the current user may not, or it fails
     */
    void undo(DocumentReference roadmap) throws CrowdsourcingException;

    /**
     * @param initiative the page of an initiative
     * @return {@code true} if the current user may import a roadmap below it
     */
    boolean canImport(DocumentReference initiative);

    /**
     * @param roadmap the page of a roadmap
     * @return {@code true} if it was imported, and the current user may remove it because nobody has changed it
     * @throws CrowdsourcingException if it cannot be read
     */
    boolean canUndo(DocumentReference roadmap) throws CrowdsourcingException;
}
