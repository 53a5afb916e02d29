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
import java.util.Collection;
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
    static final String WIKI_SPACE = "XWiki";

    static final LocalDocumentReference PAGE_RIGHTS = new LocalDocumentReference(WIKI_SPACE, "XWikiRights");

    static final LocalDocumentReference GLOBAL_RIGHTS = new LocalDocumentReference(WIKI_SPACE, "XWikiGlobalRights");

    static final String ALLOW = "allow";

    private static final String EDIT = "edit";

    private static final String ALL = "view,comment,edit,delete";

    /** May do everything anyway: a rule that names nobody would be no rule. */
    private static final String ADMINISTRATORS = "XWiki.XWikiAdminGroup";

    private static final String REGISTERED = "XWiki.XWikiAllGroup";

    /** Whoever is not logged in never edits a thread, whatever a rule says. */
    private static final Set<String> GUEST = Set.of("XWiki.XWikiGuest", "XWikiGuest", "xwiki:XWiki.XWikiGuest");

    @Inject
    private Provider<XWikiContext> contextProvider;

    /**
     * Who may edit a page.
     *
     * @param people who they are
     * @param team whether no space says so, and they are those who work for the initiative
     */
    record Staff(People people, boolean team)
    {
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
            register(allowed);
            allowed.users().add(person);
            allowed.users().removeAll(GUEST);
            denied.users().remove(person);
            put((XWikiDocument) source, true, SpaceVeil.VIEW, allowed);
            put((XWikiDocument) source, false, SpaceVeil.VIEW, denied);
        } catch (XWikiException e) {
            throw new CrowdsourcingException("Failed to keep a page from others", e);
        }
    }

    /**
     * Keeps a page for those who may edit another one, or who work for the initiative if no space says who may edit,
     * and one more person, who may only view it.
     *
     * @param source the source of an event about a page that is about to be saved
     * @param page the page whose editors may use it
     * @param person the user who may view it too, as it is stored; empty if nobody
     * @param team who works for the initiative
     * @throws CrowdsourcingException if it fails
     */
    public void cover(Object source, DocumentReference page, String person, People team) throws CrowdsourcingException
    {
        try {
            Staff staff = staff(page, team, SpaceVeil.OWN);
            People viewers = staff.people().copy();
            viewers.users().add(person);
            viewers.users().removeAll(GUEST);
            put((XWikiDocument) source, true, SpaceVeil.VIEW, viewers);
            // Who may edit must be somebody who may view: the editor shows all.
            put((XWikiDocument) source, EDIT, true, SpaceVeil.CHANGE, staff.team() ? staff.people() : new People());
        } catch (XWikiException e) {
            throw new CrowdsourcingException("Failed to keep a page from others than its team", e);
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
            return own(context.getWiki().getDocument(page, context), String.valueOf(true)) != null;
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
        for (String key : List.of(String.valueOf(true), String.valueOf(false))) {
            BaseObject own = own(document, key);
            if (own != null) {
                document.removeXObject(own);
            }
        }
    }

    /**
     * @param page a page
     * @param team who may edit if no space says who may
     * @param ignored the identifiers of rules that do not count
     * @return who may edit it
     * @throws XWikiException if it cannot be read
     */
    Staff staff(DocumentReference page, People team, Collection<String> ignored) throws XWikiException
    {
        People allowed = new People();
        People denied = new People();
        collectInSpaces(page, allowed, denied, ignored);
        boolean byTeam = allowed.isEmpty() && !team.isEmpty();
        if (byTeam) {
            allowed = team.copy();
        } else if (allowed.isEmpty()) {
            collectInWiki(page, allowed, denied);
            register(allowed);
        }
        allowed.users().removeAll(denied.users());
        allowed.users().removeAll(GUEST);
        allowed.groups().add(ADMINISTRATORS);
        return new Staff(allowed, byTeam);
    }

    /** Finds who may edit, at the nearest level that says so. */
    private void collect(DocumentReference page, People allowed, People denied) throws XWikiException
    {
        collectInSpaces(page, allowed, denied, List.of());
        if (allowed.isEmpty()) {
            collectInWiki(page, allowed, denied);
        }
    }

    private void collectInSpaces(DocumentReference page, People allowed, People denied, Collection<String> ignored)
        throws XWikiException
    {
        collect(page, PAGE_RIGHTS, allowed, denied, ignored);
        EntityReference level = page.getLastSpaceReference();
        while (allowed.isEmpty() && level != null && level.getType() == EntityType.SPACE) {
            collect(new DocumentReference(SpaceVeil.PREFERENCES, new SpaceReference(level)), GLOBAL_RIGHTS, allowed,
                denied, ignored);
            level = level.getParent();
        }
    }

    private void collectInWiki(DocumentReference page, People allowed, People denied) throws XWikiException
    {
        collect(new DocumentReference(new LocalDocumentReference(WIKI_SPACE, "XWikiPreferences"),
            page.getWikiReference()), GLOBAL_RIGHTS, allowed, denied, List.of());
    }

    private static void register(People allowed)
    {
        if (allowed.isEmpty()) {
            // Nothing is said, so all who are registered may edit.
            allowed.groups().add(REGISTERED);
            allowed.groups().add("xwiki:" + REGISTERED);
        }
    }

    private void collect(DocumentReference holder, EntityReference type, People allowed, People denied,
        Collection<String> ignored) throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        List<BaseObject> rules = context.getWiki().getDocument(holder, context).getXObjects(type);
        if (rules != null) {
            rules.stream().filter(rule -> rule != null && !ignored.contains(String.valueOf(rule.getGuid()))
                && People.split(rule, People.LEVELS).contains(EDIT))
                .forEach(rule -> (rule.getIntValue(ALLOW) == 1 ? allowed : denied).add(rule));
        }
    }

    static boolean isAllowing(BaseObject rule, String level)
    {
        return rule.getIntValue(ALLOW) == 1 && People.split(rule, People.LEVELS).contains(level);
    }

    /** What was put on the page by hand is left alone: the own object is known by an identifier made for the page. */
    private BaseObject own(XWikiDocument document, String key)
    {
        List<BaseObject> objects = document.getXObjects(PAGE_RIGHTS);
        return objects == null ? null : objects.stream().filter(Objects::nonNull)
            .filter(object -> identifier(document, key).equals(object.getGuid())).findFirst().orElse(null);
    }

    private static String identifier(XWikiDocument document, String key)
    {
        String name = "crowdsourcing:" + key + ':' + document.getDocumentReference().getName();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void put(XWikiDocument document, boolean allow, String levels, People people) throws XWikiException
    {
        put(document, String.valueOf(allow), allow, levels, people);
    }

    private void put(XWikiDocument document, String key, boolean allow, String levels, People people)
        throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        BaseObject own = own(document, key);
        if (people.isEmpty() && own != null) {
            document.removeXObject(own);
        } else if (!people.isEmpty()) {
            BaseObject rule = own;
            if (rule == null) {
                rule = document.newXObject(PAGE_RIGHTS, context);
                rule.setGuid(identifier(document, key));
            }
            fill(rule, own == null, people.rule(levels));
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
