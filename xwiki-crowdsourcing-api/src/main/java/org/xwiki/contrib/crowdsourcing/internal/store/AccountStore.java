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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.model.reference.WikiReference;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * Accounts of the wiki: created as the wiki does it, with passwords that it would accept. Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = AccountStore.class)
@Singleton
public class AccountStore
{
    private static final String SPACE = "XWiki";

    private static final LocalDocumentReference RULES = new LocalDocumentReference(SPACE, "RegistrationConfig");

    private static final LocalDocumentReference RULES_CLASS = new LocalDocumentReference(SPACE, "Registration");

    private static final LocalDocumentReference GROUP = new LocalDocumentReference(SPACE, "XWikiGroups");

    private static final String MEMBER = "member";

    private static final String PASSWORD = "password";

    /** As the wiki does if nothing is said. */
    private static final int SHORTEST = 6;

    /** What a password must contain if the wiki is set so: as the registration of the wiki has it. */
    private static final Map<String, Pattern> CHARACTERS = Map.of(
        "passwordRuleOneLowerCaseEnabled", Pattern.compile("[a-z]"),
        "passwordRuleOneUpperCaseEnabled", Pattern.compile("[A-Z]"),
        "passwordRuleOneNumberEnabled", Pattern.compile("[0-9]"),
        "passwordRuleOneSymbolEnabled", Pattern.compile("[_\\W]"));

    @Inject
    private Provider<XWikiContext> contextProvider;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param name the name of an account
     * @return its page
     */
    public DocumentReference page(String name)
    {
        WikiReference wiki = this.contextProvider.get().getWikiReference();
        return new DocumentReference(new LocalDocumentReference(SPACE, name), wiki);
    }

    /**
     * @param name the name of an account
     * @return {@code true} if there is none
     * @throws CrowdsourcingException if it cannot be read
     */
    public boolean isFree(String name) throws CrowdsourcingException
    {
        return load(page(name)).isNew();
    }

    /**
     * @param password a password
     * @return what the wiki has against it
     * @throws CrowdsourcingException if that cannot be read
     */
    public List<FieldError> check(String password) throws CrowdsourcingException
    {
        WikiReference wiki = this.contextProvider.get().getWikiReference();
        BaseObject rules = load(new DocumentReference(RULES, wiki)).getXObject(RULES_CLASS);
        int set = rules == null ? 0 : rules.getIntValue("passwordLength");
        int shortest = set > 1 ? set : SHORTEST;
        List<FieldError> result = new ArrayList<>();
        if (password.length() < shortest) {
            result.add(new FieldError(PASSWORD, "crowdsourcing.error.passwordShort", shortest));
        }
        CHARACTERS.forEach((rule, wanted) -> {
            if (rules != null && rules.getIntValue(rule) == 1 && !wanted.matcher(password).find()) {
                result.add(new FieldError(PASSWORD, "crowdsourcing.error." + rule));
            }
        });
        return result;
    }

    /**
     * @param name the name of an account that there is not yet
     * @param values what is known of the person, with the password
     * @return the page of the account
     * @throws CrowdsourcingException if there is such an account, or it cannot be saved
     */
    public DocumentReference create(String name, Map<String, String> values) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        Map<String, String> all = new HashMap<>(values);
        all.put("active", "1");
        try {
            if (context.getWiki().createUser(name, all, context) != 1) {
                throw new CrowdsourcingException(new FieldError("userName", "crowdsourcing.error.userTaken", name));
            }
            DocumentReference page = page(name);
            context.getWiki().setUserDefaultGroup(this.serializer.serialize(page), context);
            return page;
        } catch (XWikiException e) {
            throw new CrowdsourcingException("Failed to create an account", e);
        }
    }

    /**
     * @param group the page of a group
     * @param user a user who becomes a member of it
     * @throws CrowdsourcingException if it cannot be saved
     */
    public void join(DocumentReference group, DocumentReference user) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        String member = group.getWikiReference().equals(user.getWikiReference()) ? this.serializer.serialize(user)
            : user.getWikiReference().getName() + ':' + this.serializer.serialize(user);
        XWikiDocument document = load(group).clone();
        List<BaseObject> members = document.getXObjects(GROUP);
        boolean is = members != null && members.stream()
            .anyMatch(object -> object != null && member.equals(object.getLargeStringValue(MEMBER)));
        if (!is && !document.isNew()) {
            try {
                document.newXObject(GROUP, context).set(MEMBER, member, context);
                context.getWiki().saveDocument(document, "", context);
            } catch (XWikiException e) {
                throw new CrowdsourcingException(String.format("Failed to add a member to the group [%s]", group), e);
            }
        }
    }

    private XWikiDocument load(DocumentReference page) throws CrowdsourcingException
    {
        XWikiContext context = this.contextProvider.get();
        try {
            return context.getWiki().getDocument(page, context);
        } catch (XWikiException e) {
            throw new CrowdsourcingException(String.format("Failed to load the page [%s]", page), e);
        }
    }
}
