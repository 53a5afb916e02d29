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
package org.xwiki.contrib.crowdsourcing.internal;

import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.SpaceReference;

/**
 * What the managers of all rooms do in the same way with a single thing: find it if the current user may see it, create
 * it if the current user may.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Things.class)
@Singleton
public class Things
{
    private static final String TITLE = "title";

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    /**
     * @param page a page
     * @param schema a class
     * @return the thing, empty if there is none or the current user may not see it
     * @throws CrowdsourcingException if it fails
     */
    public Optional<Row> find(DocumentReference page, Schema schema) throws CrowdsourcingException
    {
        return this.access.canView(page) ? this.pages.find(page, schema) : Optional.empty();
    }

    /**
     * @param page a page
     * @param schema a class
     * @return the thing that the page belongs to, empty if there is none or the current user may not see it
     * @throws CrowdsourcingException if it fails
     */
    public Optional<Row> nearest(DocumentReference page, Schema schema) throws CrowdsourcingException
    {
        return this.pages.nearest(page, schema).filter(row -> this.access.canView(row.page()));
    }

    /**
     * @param page a page
     * @param schema a class
     * @return the thing
     * @throws CrowdsourcingException if there is none, the current user may not see it, or it fails
     */
    public Row get(DocumentReference page, Schema schema) throws CrowdsourcingException
    {
        return find(page, schema)
            .orElseThrow(() -> new NotFoundException(new FieldError("", "crowdsourcing.error.notFound")));
    }

    /**
     * @param page a page
     * @param schema a class
     * @return the thing
     * @throws CrowdsourcingException if there is none, the current user may not change it, or it fails
     */
    public Row getEditable(DocumentReference page, Schema schema) throws CrowdsourcingException
    {
        Row row = get(page, schema);
        this.access.require(this.access.canEdit(page));
        return row;
    }

    /**
     * @param parent a page or space
     * @return {@code true} if the current user may create a page below it
     */
    public boolean canCreate(EntityReference parent)
    {
        return parent != null && parent.extractReference(EntityType.SPACE) != null
            && this.access.canEdit(space(parent));
    }

    /**
     * Creates the page of a thing.
     *
     * @param parent the page or space below which it is created
     * @param title the title
     * @param schema the class
     * @param name the name of the page, {@code null} for one made from the title
     * @return the page
     * @throws CrowdsourcingException if the title is refused, the current user may not, or it cannot be saved
     */
    public DocumentReference create(EntityReference parent, String title, Schema schema, String name)
        throws CrowdsourcingException
    {
        this.access.require(canCreate(parent));
        Inputs inputs = new Inputs();
        String checked = inputs.title(TITLE, title);
        inputs.refuse();
        return this.writer.create(space(parent),
            name == null ? PageNames.fromTitle(checked, schema.getName()) : name, checked, schema);
    }

    private SpaceReference space(EntityReference reference)
    {
        return new SpaceReference(reference.extractReference(EntityType.SPACE));
    }
}
