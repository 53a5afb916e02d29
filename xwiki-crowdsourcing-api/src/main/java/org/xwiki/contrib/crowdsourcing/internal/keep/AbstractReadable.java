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
package org.xwiki.contrib.crowdsourcing.internal.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.inject.Inject;

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.block.Block;

/**
 * How kept pages tell of things: with labels, facts, sections and lists of pages, as their sheets do.
 *
 * @version $Id$
 * @since 1.0
 */
abstract class AbstractReadable
{
    /** The property with the state of a thing. */
    protected static final String STATE = "state";

    /** What stands between two of a kind. */
    protected static final String COMMA = ", ";

    /** What stands between two facts. */
    protected static final String DOT = " \u00b7 ";

    @Inject
    protected PageReader pages;

    @Inject
    protected Visibility visibility;

    @Inject
    protected Wording wording;

    protected String t(String key, Object... parameters)
    {
        return this.wording.text(key, parameters);
    }

    /** The label and the text of the value. */
    protected List<Block> option(Row row, Schema schema, String property)
    {
        return this.wording.fact(this.wording.label(schema, property), this.wording.option(row, schema, property));
    }

    protected List<Block> fact(Schema schema, String property, Object... value)
    {
        return this.wording.fact(this.wording.label(schema, property), value);
    }

    protected void section(Schema schema, String property, Row row, Draft draft)
    {
        if (!row.text(property).isBlank()) {
            draft.heading(this.wording.label(schema, property)).typed(row.text(property));
        }
    }

    protected String after(String separator, String text)
    {
        return text.isBlank() ? "" : separator + text;
    }

    /**
     * A page in a list.
     *
     * @param page the page
     * @param title its title
     * @param meta what is said of it
     * @version $Id$
     */
    protected record Linked(DocumentReference page, String title, String meta)
    {
    }

    protected void links(Row row, String title, List<Linked> linked, Draft draft) throws CrowdsourcingException
    {
        Set<DocumentReference> shown =
            this.visibility.shown(row.page(), linked.stream().map(Linked::page).toList());
        List<List<Block>> lines = new ArrayList<>();
        linked.stream().filter(item -> shown.contains(item.page())).forEach(item -> lines.add(
            this.wording.line(this.wording.link(item.page(), item.title()), after(DOT, item.meta()))));
        if (!lines.isEmpty()) {
            draft.heading(t(title)).list(lines);
        }
    }
}
