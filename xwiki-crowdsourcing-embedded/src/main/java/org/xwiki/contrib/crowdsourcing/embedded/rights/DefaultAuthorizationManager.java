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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.store.DocumentStore;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.query.QueryException;
import org.xwiki.security.authorization.AccessDeniedException;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;
import org.xwiki.security.authorization.RuleState;

import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Decides rights from the rules of the page, of its spaces and of the wiki.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
public class DefaultAuthorizationManager implements AuthorizationManager
{
    private static final String PREFERENCES = "WebPreferences";

    private static final String WIKI_PREFERENCES = "XWikiPreferences";

    private static final String WIKI = "xwiki";

    private static final Set<Right> WIKI_ONLY = Set.of(Right.LOGIN, Right.REGISTER, Right.PROGRAM);

    /** The rights that a rule of a level can be about. */
    private static final Map<EntityType, List<Right>> ENABLED = Map.of(
        EntityType.DOCUMENT,
        Right.values().stream().filter(right -> !WIKI_ONLY.contains(right) && right != Right.ADMIN).toList(),
        EntityType.SPACE,
        Right.values().stream().filter(right -> !WIKI_ONLY.contains(right) && right != Right.CREATOR).toList(),
        EntityType.WIKI, Right.values().stream().filter(right -> right != Right.CREATOR).toList());

    @Inject
    private RightRules rules;

    @Inject
    private Provider<DocumentStore> storeProvider;

    @Inject
    private RequiredRights requiredRights;

    @Inject
    private Logger logger;

    @Override
    public void checkAccess(Right right, DocumentReference userReference, EntityReference reference)
        throws AccessDeniedException
    {
        if (!hasAccess(right, userReference, reference)) {
            throw new AccessDeniedException(right, userReference, reference);
        }
    }

    @Override
    public boolean hasAccess(Right right, DocumentReference userReference, EntityReference reference)
    {
        if (isSuperAdmin(userReference) || right == null || right == Right.ILLEGAL) {
            return isSuperAdmin(userReference);
        }
        try {
            DocumentReference user = userReference == null ? RightRules.guest() : userReference.withoutLocale();
            EntityReference entity = absolute(reference);
            EntityReference page = entity.extractReference(EntityType.DOCUMENT);
            boolean change = page != null && (right == Right.EDIT || right == Right.DELETE);
            return (!change || mayChange(right, user, page)) && decide(right, user, entity);
        } catch (XWikiException | QueryException e) {
            this.logger.error("Failed to decide the right [{}] of [{}] on [{}]", right, userReference, reference, e);
            return false;
        }
    }

    private static EntityReference absolute(EntityReference reference)
    {
        EntityReference wiki = new WikiReference(WIKI);
        boolean complete = reference != null && reference.extractReference(EntityType.WIKI) != null;
        return complete || reference == null ? Objects.requireNonNullElse(reference, wiki)
            : reference.appendParent(wiki);
    }

    /** A page that holds rules, or that runs scripts, needs more than the right to edit. */
    private boolean mayChange(Right right, DocumentReference user, EntityReference page)
        throws XWikiException, QueryException
    {
        boolean may = !holdsRules(page) || decide(Right.ADMIN, user, page.getParent());
        if (may && right == Right.EDIT) {
            XWikiDocument document = this.storeProvider.get().get(new DocumentReference(page).withoutLocale());
            for (Right required : this.requiredRights.get(document)) {
                may &= decide(required, user, required == Right.ADMIN ? page.getRoot() : page);
            }
        }
        return may;
    }

    /** The pages that hold the rules of a space or of the wiki need the right to administrate. */
    private static boolean holdsRules(EntityReference page)
    {
        return PREFERENCES.equals(page.getName())
            || WIKI_PREFERENCES.equals(page.getName()) && Users.SPACE.equals(page.getParent().getName());
    }

    private boolean decide(Right right, DocumentReference user, EntityReference entity)
        throws XWikiException, QueryException
    {
        Set<DocumentReference> groups = Users.GUEST.equals(user.getName()) ? Set.of() : this.rules.getGroups(user);
        RightSettler settler = new RightSettler(user, groups);
        for (EntityReference level = entity; level != null; level = level.getParent()) {
            List<RightRules.Rule> found = null;
            if (level.getType() == EntityType.DOCUMENT) {
                found = pageRules(right, new DocumentReference(level).withoutLocale(), user);
            } else if (level.getType() == EntityType.SPACE) {
                found = this.rules.getRules(new DocumentReference(
                    new EntityReference(PREFERENCES, EntityType.DOCUMENT, level)), true);
            } else if (level.getType() == EntityType.WIKI) {
                found = this.rules.getRules(
                    new DocumentReference(level.getName(), Users.SPACE, WIKI_PREFERENCES), true);
            }
            if (found != null && !found.isEmpty()) {
                settler.add(found, ENABLED.get(level.getType()));
            }
        }
        return settler.isAllowed(right);
    }

    private List<RightRules.Rule> pageRules(Right right, DocumentReference page, DocumentReference user)
        throws XWikiException, QueryException
    {
        List<RightRules.Rule> found = this.rules.getRules(page, false);
        // Only these depend on who created the page, so only these read it.
        if ((right == Right.CREATOR || right == Right.DELETE) && !Users.GUEST.equals(user.getName())) {
            DocumentReference creator = this.storeProvider.get().get(page).getCreatorReference();
            if (creator != null) {
                found = new ArrayList<>(found);
                found.add(new RightRules.Rule(Set.of(Right.CREATOR), Set.of(creator), Set.of(), RuleState.ALLOW));
            }
        }
        return found;
    }
}
