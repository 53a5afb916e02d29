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
package com.xpn.xwiki.objects.classes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.web.Utils;

/**
 * Values that a query finds: an identifier, and a label after it.
 *
 * @version $Id$
 */
public class DBListClass extends ListClass
{
    private static final long serialVersionUID = 1L;

    private static final int LIMIT = 1000;

    public String getSql()
    {
        return getStringValue("sql");
    }

    @Override
    public List<String> getList(XWikiContext context)
    {
        return new ArrayList<>(getMap(context).keySet());
    }

    @Override
    public Map<String, ListItem> getMap(XWikiContext context)
    {
        Map<String, ListItem> map = new LinkedHashMap<>();
        if (!getSql().isBlank()) {
            QueryManager queries = Utils.getComponent(QueryManager.class);
            try {
                for (Object row : queries.createQuery(getSql(), Query.HQL).setLimit(LIMIT).execute()) {
                    Object[] columns = row instanceof Object[] several ? several : new Object[] { row };
                    String id = String.valueOf(columns[0]);
                    map.put(id, new ListItem(id, String.valueOf(columns[columns.length > 1 ? 1 : 0])));
                }
            } catch (QueryException e) {
                throw new IllegalStateException(e);
            }
        }
        return map;
    }
}
