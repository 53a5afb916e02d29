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
package org.xwiki.contrib.crowdsourcing.internal.initiative;

import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.initiative.Initiative;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeManager;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativePhase;
import org.xwiki.contrib.crowdsourcing.initiative.InitiativeProgress;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;

/**
 * The rules of initiatives.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultInitiativeManager implements InitiativeManager
{
    private static final String PHASE = "phase";

    @Inject
    private InitiativeStore store;

    @Inject
    private PageWriter writer;

    @Inject
    private Things things;

    @Inject
    private Access access;

    @Override
    public Page<Initiative> list(PageRequest request) throws CrowdsourcingException
    {
        return this.store.list(request, this.access::canView);
    }

    @Override
    public Optional<Initiative> get(DocumentReference reference) throws CrowdsourcingException
    {
        return load(this.things.find(reference, Schema.INITIATIVE));
    }

    @Override
    public Optional<Initiative> initiativeOf(DocumentReference page) throws CrowdsourcingException
    {
        return load(this.things.nearest(page, Schema.INITIATIVE));
    }

    private Optional<Initiative> load(Optional<Row> row) throws CrowdsourcingException
    {
        return row.isEmpty() ? Optional.empty() : Optional.of(this.store.load(row.get()));
    }

    @Override
    public InitiativeProgress getProgress(DocumentReference initiative) throws CrowdsourcingException
    {
        return this.store.getProgress(this.things.get(initiative, Schema.INITIATIVE).page());
    }

    @Override
    public DocumentReference create(EntityReference parent, String title) throws CrowdsourcingException
    {
        return this.things.create(parent, title, Schema.INITIATIVE, null);
    }

    @Override
    public void setPhase(DocumentReference initiative, InitiativePhase phase) throws CrowdsourcingException
    {
        this.things.getEditable(initiative, Schema.INITIATIVE);
        Inputs inputs = new Inputs();
        inputs.required(PHASE, phase);
        inputs.refuse();
        this.writer.update(initiative, Schema.INITIATIVE, Map.of(PHASE, phase.getId()), "");
    }

    @Override
    public boolean canCreate(EntityReference parent)
    {
        return this.things.canCreate(parent);
    }

    @Override
    public boolean canEdit(DocumentReference initiative)
    {
        return this.access.canEdit(initiative);
    }
}
