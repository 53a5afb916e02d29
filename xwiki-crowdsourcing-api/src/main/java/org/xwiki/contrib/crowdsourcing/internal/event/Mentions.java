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
package org.xwiki.contrib.crowdsourcing.internal.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Statement;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.WikiReference;

/**
 * Finds whom a text names: {@code @} and the name of a user of the wiki, at most {@value #MAXIMUM} of them. Mentions
 * that the wiki's editor makes are a macro, and the wiki tells of them itself.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Mentions.class)
@Singleton
public class Mentions
{
    private static final int MAXIMUM = 10;

    // No e-mail address, no path.
    private static final Pattern MENTION =
        Pattern.compile("(?<![\\p{L}\\p{N}_.@/+-])@([\\p{L}\\p{N}_-]{1,100})");

    @Inject
    private RowReader reader;

    /**
     * @param before a text as it was
     * @param now the text as it is
     * @param wiki the wiki whose users it may name
     * @return the users whom it names now and did not name before
     * @throws CrowdsourcingException if it fails
     */
    public List<DocumentReference> find(String before, String now, WikiReference wiki) throws CrowdsourcingException
    {
        Set<String> names = names(now);
        names.removeAll(names(before));
        if (names.isEmpty()) {
            return List.of();
        }
        Statement statement = new Statement("select doc.fullName from XWikiDocument doc, BaseObject obj"
            + " where obj.name = doc.fullName and obj.className = 'XWiki.XWikiUsers' and doc.translation = 0"
            + " and doc.fullName in (:users) order by doc.fullName")
            .bind("users", names.stream().limit(MAXIMUM).map(name -> "XWiki." + name).toList()).limit(MAXIMUM);
        return this.reader.<String>list(wiki, statement).stream().map(user -> this.reader.resolve(user, wiki))
            .toList();
    }

    private Set<String> names(String text)
    {
        return MENTION.matcher(text).results().map(found -> found.group(1))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
