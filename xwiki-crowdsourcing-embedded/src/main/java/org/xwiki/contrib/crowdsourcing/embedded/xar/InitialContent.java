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
package org.xwiki.contrib.crowdsourcing.embedded.xar;

import java.util.function.Consumer;

import javax.inject.Inject;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.user.Users;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;
import com.xpn.xwiki.objects.classes.BaseClass;
import com.xpn.xwiki.objects.classes.NumberClass;

/**
 * The pages without which there is no wiki: the classes that it knows itself, the administrator, the groups, their
 * rights, and a home page.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = InitialContent.class)
@Singleton
public class InitialContent
{
    private static final String ADMIN = "Admin";

    private static final String ADMIN_GROUP = "XWikiAdminGroup";

    private static final String ALL_GROUP = "XWikiAllGroup";

    private static final String USERS = "XWikiUsers";

    private static final String GROUPS = "XWikiGroups";

    private static final String GLOBAL_RIGHTS = "XWikiGlobalRights";

    private static final String MEMBER = "member";

    private static final String NAME = "name";

    private static final String LEVELS = "levels";

    private static final String ALLOW = "allow";

    private static final String PREFERENCES = "XWikiPreferences";

    private static final String SCOPE = "scope";

    private static final String SCOPE_LABEL = "Scope";

    private static final String ADMINISTRATOR = "Administrator";

    private static final String FIRST_NAME = "first_name";

    private static final String ACTIVE = "active";

    private static final String PASSWORD = "password";

    private static final String GROUPS_FIELD = "groups";

    private static final int SIZE = 30;

    @Inject
    private Provider<XWikiContext> contextProvider;

    /**
     * Creates what does not exist yet.
     *
     * @throws XWikiException when a page cannot be saved
     */
    public void create() throws XWikiException
    {
        type(USERS, this::user);
        type(GROUPS, type -> type.addTextField(MEMBER, "Member", SIZE));
        type("XWikiRights", this::rights);
        type(GLOBAL_RIGHTS, this::rights);
        type(PREFERENCES, type -> {
            type.addTextField("title", "Title", SIZE);
            type.addTextField("default_language", "Default language", 5);
        });
        type("ClassSheetBinding", type -> type.addTextField("sheet", "Sheet", SIZE));
        type("TemplateProviderClass", this::templateProvider);
        type("UIExtensionClass", this::extension);
        type("RequiredRightClass",
            type -> type.addStaticListField("level", "Level", "script|space_admin|wiki_admin|programming"));
        type("TranslationDocumentClass",
            type -> type.addStaticListField(SCOPE, SCOPE_LABEL, "GLOBAL|WIKI|USER|ON_DEMAND"));
        page(new DocumentReference(wiki(), Users.SPACE, ADMIN), ADMINISTRATOR, document -> {
            BaseObject user = object(document, USERS);
            set(user, FIRST_NAME, ADMINISTRATOR);
            set(user, ACTIVE, "1");
            set(user, PASSWORD, "admin");
        });
        group(ADMIN_GROUP, Users.SPACE + '.' + ADMIN);
        group(ALL_GROUP, "");
        preferences();
        page(new DocumentReference(wiki(), "Main", "WebHome"), "Home", document -> document.setContent(
            "Welcome to this wiki. The panel //Applications// shows what is installed in it."));
    }

    private void user(BaseClass type)
    {
        type.addTextField(FIRST_NAME, "First Name", SIZE);
        type.addTextField("last_name", "Last Name", SIZE);
        type.addEmailField("email", "e-Mail", SIZE);
        type.addPasswordField(PASSWORD, "Password", 10);
        type.addBooleanField(ACTIVE, "Active");
        type.addTextField("timezone", "Time Zone", SIZE);
        type.addTextField("language", "Language", 5);
        type.addTextField("usertype", "User Type", 10);
        type.addTextAreaField("comment", "About", 40, 5);
    }

    private void rights(BaseClass type)
    {
        type.addGroupsField(GROUPS_FIELD, "Groups");
        type.addLevelsField(LEVELS, "Levels");
        type.addUsersField("users", "Users");
        type.addNumberField(ALLOW, "Allow/Deny", 1, NumberClass.TYPE_INTEGER);
    }

    private void templateProvider(BaseClass type)
    {
        for (String name : new String[] { "icon", "template", NAME, "type", "description", "action",
            "creationRestrictions", "visibilityRestrictions" }) {
            type.addTextField(name, name, SIZE);
        }
        type.addBooleanField("terminal", "Terminal");
        type.addBooleanField("creationRestrictionsAreSuggestions", "Suggested");
    }

    private void extension(BaseClass type)
    {
        type.addTextField("extensionPointId", "Extension Point ID", SIZE);
        type.addTextField(NAME, "Extension ID", SIZE);
        type.addTextAreaField("content", "Executed content", 80, 20);
        type.addTextAreaField("parameters", "Extension Parameters", 80, 15);
        type.addStaticListField(SCOPE, SCOPE_LABEL, "wiki|user|global");
    }

    private void group(String name, String member) throws XWikiException
    {
        page(new DocumentReference(wiki(), Users.SPACE, name), name,
            document -> set(object(document, GROUPS), MEMBER, member));
    }

    /** The preferences are of their own class, so the page may exist already. */
    private void preferences() throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        XWikiDocument document = context.getWiki()
            .getDocument(new DocumentReference(wiki(), Users.SPACE, PREFERENCES), context).clone();
        if (document.getXObjectSize(new DocumentReference(wiki(), Users.SPACE, GLOBAL_RIGHTS)) == 0) {
            right(document, ADMIN_GROUP, "admin,edit,delete,programming,comment,script");
            right(document, ALL_GROUP, "edit,comment");
            context.getWiki().saveDocument(document, context);
        }
    }

    private void right(XWikiDocument document, String group, String levels)
    {
        BaseObject object = object(document, GLOBAL_RIGHTS);
        set(object, GROUPS_FIELD, Users.SPACE + '.' + group);
        set(object, LEVELS, levels);
        set(object, ALLOW, "1");
    }

    private String wiki()
    {
        return this.contextProvider.get().getWikiId();
    }

    private BaseObject object(XWikiDocument document, String type)
    {
        try {
            return document.newXObject(new DocumentReference(wiki(), Users.SPACE, type), this.contextProvider.get());
        } catch (XWikiException e) {
            throw new IllegalStateException(e);
        }
    }

    private void set(BaseObject object, String name, String value)
    {
        try {
            object.set(name, value, this.contextProvider.get());
        } catch (XWikiException e) {
            throw new IllegalStateException(e);
        }
    }

    private void type(String name, Consumer<BaseClass> definition) throws XWikiException
    {
        page(new DocumentReference(wiki(), Users.SPACE, name), name, document -> {
            definition.accept(document.getXClass());
            document.setHidden(true);
        });
    }

    private void page(DocumentReference reference, String title, Consumer<XWikiDocument> content)
        throws XWikiException
    {
        XWikiContext context = this.contextProvider.get();
        XWikiDocument document = context.getWiki().getDocument(reference, context);
        if (document.isNew()) {
            document.setTitle(title);
            DocumentReference admin = new DocumentReference(wiki(), Users.SPACE, ADMIN);
            document.setCreatorReference(admin);
            document.setAuthorReference(admin);
            content.accept(document);
            context.getWiki().saveDocument(document, context);
        }
    }
}
