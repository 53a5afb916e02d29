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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.user.CurrentUserReference;
import org.xwiki.user.UserReference;
import org.xwiki.user.UserReferenceResolver;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Keeps a space, with all pages in it and below it, from all but some people: by rights objects of the wiki on the page
 * with the preferences of the space. Rights that somebody else put there are left alone.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = SpaceVeil.class)
@Singleton
public class SpaceVeil
{
    /** The name of the page with the preferences of a space. */
    public static final String PREFERENCES = "WebPreferences";

    static final String VIEW = "view";

    static final String CHANGE = "edit,delete";

    /** The identifiers of the rules that are put here. */
    static final List<String> OWN = List.of(identifier(VIEW, PageVeil.GLOBAL_RIGHTS),
        identifier(CHANGE, PageVeil.GLOBAL_RIGHTS), identifier(VIEW, PageVeil.PAGE_RIGHTS));

    private static final String FAILED = "Failed to change who may view the pages of [%s]";

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    private PageVeil pages;

    @Inject
    private UserReferenceResolver<CurrentUserReference> currentUser;

    /**
     * @param home the page of a space
     * @return the page with its preferences
     */
    public static DocumentReference preferences(DocumentReference home)
    {
        return new DocumentReference(PREFERENCES, home.getLastSpaceReference());
    }

    /**
     * Lets only some people view the pages of a space. Nothing is saved if that is so.
     *
     * @param home the page of the space
     * @param team who may edit if no space says who may, as they are stored
     * @param users other users who may view, as they are stored
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void close(DocumentReference home, People team, Collection<String> users) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            XWikiDocument document = load(home);
            PageVeil.Staff staff = this.pages.staff(home, team, OWN);
            People viewers = staff.people().copy();
            viewers.users().addAll(users);
            boolean changed = put(document, VIEW, PageVeil.GLOBAL_RIGHTS, viewers);
            // Who may edit must be somebody who may view: the editor shows all.
            changed |= staff.team() ? put(document, CHANGE, PageVeil.GLOBAL_RIGHTS, staff.people())
                : remove(document, CHANGE, PageVeil.GLOBAL_RIGHTS);
            // The rules name the users of the panel.
            changed |= put(document, VIEW, PageVeil.PAGE_RIGHTS, staff.people());
            if (changed) {
                save(document, context);
            }
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format(FAILED, home), e);
        }
    }

    /**
     * Lets view the pages of a space again who may view it by the other rights. Nothing is saved if that is so.
     *
     * @param home the page of the space
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void open(DocumentReference home) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            XWikiDocument document = load(home);
            boolean changed = remove(document, VIEW, PageVeil.GLOBAL_RIGHTS);
            changed |= remove(document, CHANGE, PageVeil.GLOBAL_RIGHTS);
            changed |= remove(document, VIEW, PageVeil.PAGE_RIGHTS);
            if (changed) {
                save(document, context);
            }
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format(FAILED, home), e);
        }
    }

    /**
     * @param page a page
     * @return {@code true} if it has a rule of somebody else that lets view
     * @throws CrowdsourcingException if it cannot be loaded
     */
    public boolean isOpenedByOthers(DocumentReference page) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            XWikiDocument document = context.getWiki().getDocument(page, context);
            List<BaseObject> rules = new ArrayList<>();
            for (EntityReference type : PREFERENCES.equals(page.getName()) ? List.of(PageVeil.GLOBAL_RIGHTS)
                : List.of(PageVeil.PAGE_RIGHTS)) {
                List<BaseObject> objects = document.getXObjects(type);
                rules.addAll(objects == null ? List.of() : objects);
            }
            return rules.stream().filter(Objects::nonNull).anyMatch(rule -> PageVeil.isAllowing(rule, VIEW)
                && !OWN.contains(String.valueOf(rule.getGuid())));
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format("Failed to load the rights of the page [%s]", page), e);
        }
    }

    private XWikiDocument load(DocumentReference home) throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        return context.getWiki().getDocument(preferences(home), context).clone();
    }

    private void save(XWikiDocument document, XWikiContext context) throws XWikiException
    {
        UserReference user = this.currentUser.resolve(CurrentUserReference.INSTANCE);
        if (document.isNew()) {
            document.setHidden(true);
            document.getAuthors().setCreator(user);
            document.getAuthors().setContentAuthor(user);
            document.getAuthors().setEffectiveMetadataAuthor(user);
        }
        document.getAuthors().setOriginalMetadataAuthor(user);
        document.setMetaDataDirty(true);
        context.getWiki().saveDocument(document, "Who may view it", context);
    }

    /** The same wherever the space is moved. */
    private static String identifier(String levels, EntityReference type)
    {
        String name = "crowdsourcing:restricted:" + levels + ':' + type.getName();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static BaseObject find(XWikiDocument document, String levels, EntityReference type)
    {
        List<BaseObject> objects = document.getXObjects(type);
        return objects == null ? null : objects.stream().filter(Objects::nonNull)
            .filter(object -> identifier(levels, type).equals(object.getGuid())).findFirst().orElse(null);
    }

    private static boolean remove(XWikiDocument document, String levels, EntityReference type)
    {
        BaseObject rule = find(document, levels, type);
        return rule != null && document.removeXObject(rule);
    }

    private boolean put(XWikiDocument document, String levels, EntityReference type, People people)
        throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        BaseObject rule = find(document, levels, type);
        boolean changed = rule == null;
        if (changed) {
            rule = document.newXObject(type, context);
            rule.setGuid(identifier(levels, type));
            rule.set(PageVeil.ALLOW, 1, context);
        } else if (rule.getIntValue(PageVeil.ALLOW) != 1) {
            rule.set(PageVeil.ALLOW, 1, context);
            changed = true;
        }
        for (Map.Entry<String, String> value : people.rule(levels).entrySet()) {
            if (!value.getValue().equals(rule.getLargeStringValue(value.getKey()))) {
                rule.set(value.getKey(), value.getValue(), context);
                changed = true;
            }
        }
        return changed;
    }
}
