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

import java.util.List;
import java.util.Optional;

import org.xwiki.component.annotation.Role;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;

/**
 * The way of many experts into a directory: a file of comma-separated values, one line for each. A line whose e-mail
 * address is known changes that profile, any other line makes a new one; what a line leaves empty stays as it is. A
 * line is imported whole or not at all. Only curators who may create pages in the directory import.
 *
 * @version $Id$
 * @since 1.0
 */
@Role
public interface ImportManager
{
    /**
     * @param directory the page of a directory
     * @return {@code true} if the current user may import into it
     * @throws CrowdsourcingException if that cannot be found out
     */
    boolean canImport(DocumentReference directory) throws CrowdsourcingException;

    /**
     * Looks what an import would do, and does nothing.
     *
     * @param directory the page of a directory
     * @param csv the text of the file, field {@code csv}
     * @return what would be done
     * @throws CrowdsourcingException if the file is none, the current user may not, or it cannot be found out
     */
    ImportPlan plan(DocumentReference directory, String csv) throws CrowdsourcingException;

    /**
     * Begins an import and does not wait for its end.
     *
     * @param directory the page of a directory
     * @param csv the text of the file, field {@code csv}
     * @return the page that remembers the import
     * @throws CrowdsourcingException if the file is none, the current user may not, or it cannot be begun
     */
    DocumentReference start(DocumentReference directory, String csv) throws CrowdsourcingException;

    /**
     * Begins to undo an import and does not wait for its end. What somebody changed since is left as it is, and named.
     *
     * @param reference the page that remembers the import
     * @throws CrowdsourcingException if it cannot be undone, the current user may not, or it cannot be begun
     */
    void undo(DocumentReference reference) throws CrowdsourcingException;

    /**
     * @param reference the page that remembers an import
     * @return how far it is, empty if there is none or the current user may not know
     * @throws CrowdsourcingException if it cannot be read
     */
    Optional<ImportReport> get(DocumentReference reference) throws CrowdsourcingException;

    /**
     * @param directory the page of a directory
     * @return the last imports into it, the latest first
     * @throws CrowdsourcingException if they cannot be read
     */
    List<ImportReport> list(DocumentReference directory) throws CrowdsourcingException;
}
