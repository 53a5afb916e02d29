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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.WikiReference;

/**
 * Tells who is in a group of the wiki, directly or by a group that is in the group.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Members.class)
@Singleton
public class Members
{
    private static final String MEMBER = "member";

    private static final int DEPTH = 5;

    private static final int MAXIMUM = 1000;

    @Inject
    private RowReader reader;

    @Inject
    @Named("compactwiki")
    private EntityReferenceSerializer<String> compact;

    @Inject
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param groups the pages of groups
     * @param user a user
     * @return {@code true} if the user is in one of them
     * @throws CrowdsourcingException if it fails
     */
    public boolean contain(Collection<DocumentReference> groups, DocumentReference user) throws CrowdsourcingException
    {
        Set<WikiReference> wikis = new LinkedHashSet<>();
        groups.forEach(group -> wikis.add(group.getWikiReference()));
        for (WikiReference wiki : wikis) {
            Set<String> wanted = groups.stream().filter(group -> group.getWikiReference().equals(wiki))
                .map(this.reader::serialize).collect(Collectors.toSet());
            if (contain(wiki, wanted, user)) {
                return true;
            }
        }
        return false;
    }

    private boolean contain(WikiReference wiki, Set<String> wanted, DocumentReference user)
        throws CrowdsourcingException
    {
        Set<String> known = new HashSet<>();
        Set<String> members = forms(user, wiki);
        for (int depth = 0; depth < DEPTH && !members.isEmpty(); depth++) {
            Set<String> found = new HashSet<>(groups(wiki, members));
            if (found.stream().anyMatch(wanted::contains)) {
                return true;
            }
            found.removeAll(known);
            known.addAll(found);
            members = found.stream().flatMap(group -> forms(this.reader.resolve(group, wiki), wiki).stream())
                .collect(Collectors.toSet());
        }
        return false;
    }

    private Set<String> forms(DocumentReference page, WikiReference wiki)
    {
        return Set.copyOf(List.of(this.compact.serialize(page, wiki), this.serializer.serialize(page)));
    }

    private List<String> groups(WikiReference wiki, Set<String> members) throws CrowdsourcingException
    {
        return this.reader.list(wiki, new Statement("select distinct obj.name from BaseObject obj, StringProperty p"
            + " where obj.className = :class and p.id.id = obj.id and p.id.name = :member and p.value in (:members)")
            .bind("class", "XWiki.XWikiGroups").bind(MEMBER, MEMBER).bind("members", members).limit(MAXIMUM));
    }
}
