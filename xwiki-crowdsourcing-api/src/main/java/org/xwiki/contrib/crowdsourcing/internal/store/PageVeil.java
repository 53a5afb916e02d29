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

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.model.reference.SpaceReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Keeps a page from all but those who may edit another one, and one more person, or from all but some groups: by rights
 * objects of the wiki, so that every way to the page is closed, that of its history, its export, REST, search and
 * notifications too.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PageVeil.class)
@Singleton
public class PageVeil
{
    private static final String WIKI_SPACE = "XWiki";

    private static final LocalDocumentReference PAGE_RIGHTS = new LocalDocumentReference(WIKI_SPACE, "XWikiRights");

    private static final LocalDocumentReference GLOBAL_RIGHTS =
        new LocalDocumentReference(WIKI_SPACE, "XWikiGlobalRights");

    private static final String USERS = "users";

    private static final String GROUPS = "groups";

    private static final String LEVELS = "levels";

    private static final String ALLOW = "allow";

    private static final String EDIT = "edit";

    private static final String COMMA = ",";

    private static final String VIEW = "view";

    private static final String ALL = "view,comment,edit,delete";

    /** May do everything anyway: a rule that names nobody would be no rule. */
    private static final String ADMINISTRATORS = "XWiki.XWikiAdminGroup";

    private static final String REGISTERED = "XWiki.XWikiAllGroup";

    /** Whoever is not logged in never edits a thread, whatever a rule says. */
    private static final Set<String> GUEST = Set.of("XWiki.XWikiGuest", "XWikiGuest", "xwiki:XWiki.XWikiGuest");

    @Inject
    private Provider<XWikiContext> contextProvider;

    /** Whom a rule is about. */
    private record People(Set<String> users, Set<String> groups)
    {
        People()
        {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void add(BaseObject rule)
        {
            this.users.addAll(split(rule, USERS));
            this.groups.addAll(split(rule, GROUPS));
        }

        boolean isEmpty()
        {
            return this.users.isEmpty() && this.groups.isEmpty();
        }
    }

    /**
     * @param source the source of an event about a page that is about to be saved
     * @param page the page whose editors may view it
     * @param person the user who may view it too, as it is stored; empty if nobody
     * @throws CrowdsourcingException if it fails
     */
    public void cover(Object source, DocumentReference page, String person) throws CrowdsourcingException
    {
        try {
            People allowed = new People();
            People denied = new People();
            collect(page, allowed, denied);
            if (allowed.isEmpty()) {
                // Nothing is said, so all who are registered may edit.
                allowed.groups().add(REGISTERED);
                allowed.groups().add("xwiki:" + REGISTERED);
            }
            allowed.users().add(person);
            allowed.users().removeAll(GUEST);
            denied.users().remove(person);
            put((XWikiDocument) source, true, VIEW, allowed);
            put((XWikiDocument) source, false, VIEW, denied);
        } catch (XWikiException e) {
            throw new CrowdsourcingException("Failed to keep a page from others", e);
        }
    }

    /**
     * Keeps a page for some people alone, whatever the rights of its space say; administrators are always among them.
     *
     * @param source the source of an event about a page that is about to be saved
     * @param person the user who may use it, as it is stored; empty if nobody
     * @param groups the groups that may use it, as they are stored
     * @throws CrowdsourcingException if it fails
     */
    public void reserve(Object source, String person, Collection<String> groups) throws CrowdsourcingException
    {
        try {
            People allowed = new People();
            allowed.users().add(person);
            allowed.users().removeAll(GUEST);
            allowed.groups().add(ADMINISTRATORS);
            allowed.groups().addAll(groups);
            put((XWikiDocument) source, true, ALL, allowed);
        } catch (XWikiException e) {
            throw new CrowdsourcingException("Failed to keep a page for some people", e);
        }
    }

    /**
     * @param page a page
     * @return {@code true} if it is kept from others
     * @throws CrowdsourcingException if it cannot be loaded
     */
    public boolean isVeiled(DocumentReference page) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            return own(context.getWiki().getDocument(page, context), true) != null;
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format("Failed to load the rights of the page [%s]", page), e);
        }
    }

    /**
     * @param source the source of an event about a page that is about to be saved, which all may view again who may
     *     view the space
     */
    public void lift(Object source)
    {
        XWikiDocument document = (XWikiDocument) source;
        for (boolean allow : new boolean[] {true, false}) {
            BaseObject own = own(document, allow);
            if (own != null) {
                document.removeXObject(own);
            }
        }
    }

    /** Finds who may edit, at the nearest level that says so. */
    private void collect(DocumentReference page, People allowed, People denied) throws XWikiException
    {
        collect(page, PAGE_RIGHTS, allowed, denied);
        EntityReference level = page.getLastSpaceReference();
        while (allowed.isEmpty() && level != null && level.getType() == EntityType.SPACE) {
            collect(new DocumentReference("WebPreferences", new SpaceReference(level)), GLOBAL_RIGHTS, allowed, denied);
            level = level.getParent();
        }
        if (allowed.isEmpty()) {
            collect(new DocumentReference(new LocalDocumentReference(WIKI_SPACE, "XWikiPreferences"),
                page.getWikiReference()), GLOBAL_RIGHTS, allowed, denied);
        }
    }

    private void collect(DocumentReference holder, EntityReference type, People allowed, People denied)
        throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        List<BaseObject> rules = context.getWiki().getDocument(holder, context).getXObjects(type);
        if (rules != null) {
            rules.stream().filter(rule -> rule != null && split(rule, LEVELS).contains(EDIT))
                .forEach(rule -> (rule.getIntValue(ALLOW) == 1 ? allowed : denied).add(rule));
        }
    }

    private static Set<String> split(BaseObject rule, String property)
    {
        Set<String> result = new LinkedHashSet<>();
        Arrays.stream(rule.getLargeStringValue(property).split("[,|]")).map(String::strip)
            .filter(part -> !part.isEmpty()).forEach(result::add);
        return result;
    }

    /** What was put on the page by hand is left alone: the own object is known by an identifier made for the page. */
    private BaseObject own(XWikiDocument document, boolean allow)
    {
        List<BaseObject> objects = document.getXObjects(PAGE_RIGHTS);
        return objects == null ? null : objects.stream().filter(Objects::nonNull)
            .filter(object -> identifier(document, allow).equals(object.getGuid())).findFirst().orElse(null);
    }

    private static String identifier(XWikiDocument document, boolean allow)
    {
        String name = "crowdsourcing:" + allow + ':' + document.getDocumentReference().getName();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void put(XWikiDocument document, boolean allow, String levels, People people) throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        BaseObject own = own(document, allow);
        if (people.isEmpty() && own != null) {
            document.removeXObject(own);
        } else if (!people.isEmpty()) {
            BaseObject rule = own;
            if (rule == null) {
                rule = document.newXObject(PAGE_RIGHTS, context);
                rule.setGuid(identifier(document, allow));
            }
            people.users().remove("");
            fill(rule, own == null, Map.of(USERS, String.join(COMMA, people.users()), GROUPS,
                String.join(COMMA, people.groups()), LEVELS, levels));
            int wanted = allow ? 1 : 0;
            if (own == null || rule.getIntValue(ALLOW) != wanted) {
                rule.set(ALLOW, wanted, context);
            }
        }
    }

    private void fill(BaseObject rule, boolean added, Map<String, String> values) throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (added || !value.getValue().equals(rule.getLargeStringValue(value.getKey()))) {
                rule.set(value.getKey(), value.getValue(), context);
            }
        }
    }
}
