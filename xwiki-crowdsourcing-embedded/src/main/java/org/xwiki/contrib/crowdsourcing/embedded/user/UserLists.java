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
package org.xwiki.contrib.crowdsourcing.embedded.user;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;

/**
 * The users and the groups that there are, and who is in which.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = UserLists.class)
@Singleton
public class UserLists
{
    private static final String USERS = "XWiki.XWikiUsers";

    private static final String GROUPS = "XWiki.XWikiGroups";

    private static final String TYPE = "type";

    private static final String VALUES = "select obj.name, prop.value from BaseObject obj, ";

    @Inject
    private Provider<QueryManager> queriesProvider;

    private <T> List<T> query(String statement, Map<String, ?> values) throws QueryException
    {
        return this.queriesProvider.get().createQuery(statement, Query.HQL).bindValues(values).execute();
    }

    /**
     * @return the names of the users, by the references of their pages
     */
    public Map<String, String> getUsers()
    {
        Map<String, String> users = new TreeMap<>();
        try {
            for (Object name : query("select obj.name from BaseObject obj where obj.className = :type",
                Map.of(TYPE, USERS))) {
                users.put(name.toString(), "");
            }
            for (String property : List.of("first_name", "last_name")) {
                for (Object[] row : this.<Object[]>query(VALUES
                    + "StringProperty prop where obj.className = :type and prop.id.id = obj.id "
                    + "and prop.id.name = :name", Map.of(TYPE, USERS, "name", property))) {
                    users.computeIfPresent((String) row[0], (user, name) -> (name + ' ' + row[1]).trim());
                }
            }
        } catch (QueryException e) {
            throw new IllegalStateException(e);
        }
        users.replaceAll((user, name) -> name.isEmpty() ? user.substring(user.lastIndexOf('.') + 1) : name);
        return users;
    }

    /**
     * @return the titles of the groups, by their references
     */
    public Map<String, String> getGroups()
    {
        Map<String, String> groups = new LinkedHashMap<>();
        try {
            for (Object[] row : this.<Object[]>query("select distinct doc.fullName, doc.title from XWikiDocument doc, "
                + "BaseObject obj where obj.name = doc.fullName and obj.className = :type and doc.translation = 0 "
                + "order by doc.fullName", Map.of(TYPE, GROUPS))) {
                String title = row[1].toString();
                groups.put((String) row[0], title.isEmpty() || title.contains("$") ? (String) row[0] : title);
            }
        } catch (QueryException e) {
            throw new IllegalStateException(e);
        }
        return groups;
    }

    /**
     * @return the groups that each member, a user or a group, is directly in
     * @throws QueryException when they cannot be read
     */
    public Map<DocumentReference, Set<DocumentReference>> getGroupsByMember() throws QueryException
    {
        Map<DocumentReference, Set<DocumentReference>> groups = new HashMap<>();
        for (String type : List.of("StringProperty", "LargeStringProperty")) {
            for (Object[] row : this.<Object[]>query(VALUES + type
                + " prop where obj.className = :type and prop.id.id = obj.id and prop.id.name = 'member'",
                Map.of(TYPE, GROUPS))) {
                DocumentReference group = Users.toDocument(Users.of((String) row[0]));
                DocumentReference member = row[1] == null ? null : Users.toDocument(Users.of(row[1].toString()));
                if (member != null) {
                    groups.computeIfAbsent(member, key -> new HashSet<>()).add(group);
                }
            }
        }
        return groups;
    }
}
