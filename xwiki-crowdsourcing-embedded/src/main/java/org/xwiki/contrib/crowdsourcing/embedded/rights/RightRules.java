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
package org.xwiki.contrib.crowdsourcing.embedded.rights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.model.References;
import org.xwiki.contrib.crowdsourcing.embedded.store.DocumentStore;
import org.xwiki.contrib.crowdsourcing.embedded.user.UserLists;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.query.Query;
import org.xwiki.query.QueryException;
import org.xwiki.query.QueryManager;
import org.xwiki.security.authorization.Right;
import org.xwiki.security.authorization.RuleState;

import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.classes.UsersClass;

/**
 * The rules of rights that pages hold and the members of groups, kept until a page that holds some changes.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = RightRules.class)
@Singleton
public class RightRules
{
    private static final String WIKI = "xwiki";

    private static final DocumentReference PAGE_RULES = new DocumentReference(WIKI, Users.SPACE, "XWikiRights");

    private static final DocumentReference GLOBAL_RULES =
        new DocumentReference(WIKI, Users.SPACE, "XWikiGlobalRights");

    private static final Set<DocumentReference> CLASSES =
        Set.of(PAGE_RULES, GLOBAL_RULES, new DocumentReference(WIKI, Users.SPACE, "XWikiGroups"));

    private static final DocumentReference ALL_GROUP = new DocumentReference(WIKI, Users.SPACE, "XWikiAllGroup");

    @Inject
    private Provider<QueryManager> queriesProvider;

    @Inject
    private Provider<DocumentStore> storeProvider;

    @Inject
    private Provider<UserLists> listsProvider;

    private volatile State state = new State();

    /**
     * A rule.
     *
     * @param rights the rights that it is about
     * @param users the users that it is about
     * @param groups the groups that it is about
     * @param state whether it allows or denies
     */
    record Rule(Set<Right> rights, Set<DocumentReference> users, Set<DocumentReference> groups, RuleState state)
    {
    }

    /** What is known; replaced as a whole, so that what is read meanwhile does not outlive a change. */
    private static final class State
    {
        private final Map<DocumentReference, List<Rule>> rules = new ConcurrentHashMap<>();

        private Optional<Set<String>> holders = Optional.empty();

        private Optional<Map<DocumentReference, Set<DocumentReference>>> groups = Optional.empty();
    }

    void changed(XWikiDocument document)
    {
        XWikiDocument original = document.getOriginalDocument();
        if (hasRules(document) || original != null && hasRules(original)) {
            this.state = new State();
        }
    }

    private static boolean hasRules(XWikiDocument document)
    {
        return document.getXObjects().keySet().stream().anyMatch(CLASSES::contains);
    }

    List<Rule> getRules(DocumentReference holder, boolean global) throws XWikiException, QueryException
    {
        State current = this.state;
        if (!holders(current).contains(References.serialize(holder, true))) {
            return List.of();
        }
        // A page's own rules and those of its space may be on one page.
        DocumentReference key = global ? holder : new DocumentReference(holder, java.util.Locale.ENGLISH);
        List<Rule> rules = current.rules.get(key);
        if (rules == null) {
            rules = new ArrayList<>();
            for (BaseObject object : this.storeProvider.get().get(holder)
                .getXObjects(global ? GLOBAL_RULES : PAGE_RULES)) {
                if (object != null) {
                    rules.add(rule(object));
                }
            }
            current.rules.put(key, rules);
        }
        return rules;
    }

    private static Rule rule(BaseObject object)
    {
        Set<Right> rights = UsersClass.getListFromString(object.getStringValue("levels")).stream().map(Right::toRight)
            .collect(Collectors.toSet());
        boolean allow = object.getIntValue("allow", 1) == 1;
        return new Rule(rights, references(object, "users"), references(object, "groups"),
            allow ? RuleState.ALLOW : RuleState.DENY);
    }

    private static Set<DocumentReference> references(BaseObject object, String name)
    {
        Set<DocumentReference> references = new HashSet<>();
        for (String text : UsersClass.getListFromString(object.getStringValue(name))) {
            DocumentReference reference = Users.toDocument(Users.of(text));
            references.add(reference == null ? guest() : reference);
        }
        return references;
    }

    static DocumentReference guest()
    {
        return new DocumentReference(WIKI, Users.SPACE, Users.GUEST);
    }

    private Set<String> holders(State current) throws QueryException
    {
        synchronized (current) {
            if (current.holders.isEmpty()) {
                current.holders = Optional.of(new HashSet<>(this.queriesProvider.get().<String>createQuery(
                    "select distinct obj.name from BaseObject obj where obj.className in (:types)", Query.HQL)
                    .bindValue("types", List.of(References.serialize(PAGE_RULES, true),
                        References.serialize(GLOBAL_RULES, true))).<String>execute()));
            }
            return current.holders.get();
        }
    }

    Set<DocumentReference> getGroups(DocumentReference user) throws QueryException
    {
        State current = this.state;
        Map<DocumentReference, Set<DocumentReference>> direct;
        synchronized (current) {
            if (current.groups.isEmpty()) {
                current.groups = Optional.of(this.listsProvider.get().getGroupsByMember());
            }
            direct = current.groups.get();
        }
        Set<DocumentReference> groups = new HashSet<>(Set.of(ALL_GROUP));
        collect(user, direct, groups);
        collect(ALL_GROUP, direct, groups);
        return groups;
    }

    private static void collect(DocumentReference member, Map<DocumentReference, Set<DocumentReference>> direct,
        Set<DocumentReference> groups)
    {
        for (DocumentReference group : direct.getOrDefault(member, Set.of())) {
            if (groups.add(group)) {
                collect(group, direct, groups);
            }
        }
    }
}
