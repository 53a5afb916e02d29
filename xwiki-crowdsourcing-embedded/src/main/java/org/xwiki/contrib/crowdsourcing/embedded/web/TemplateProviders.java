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
package org.xwiki.contrib.crowdsourcing.embedded.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.reference.DocumentReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.LocalDocumentReference;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.security.authorization.AuthorizationManager;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

/**
 * What a new page can be made from.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = TemplateProviders.class)
@Singleton
public class TemplateProviders
{
    private static final String CLASS = "TemplateProviderClass";

    private static final LocalDocumentReference CLASS_REFERENCE = new LocalDocumentReference("XWiki", CLASS);

    @Inject
    private PagesByClass pages;

    @Inject
    private AuthorizationManager authorization;

    @Inject
    private ContextualLocalizationManager localization;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    /**
     * @param space where the new page goes, {@code null} for the top
     * @param context the context of the request
     * @return what can be used there, by whom asks
     */
    public List<Provider> get(SpaceReference space, XWikiContext context)
    {
        List<Provider> result = new ArrayList<>();
        for (XWikiDocument page : this.pages.get(CLASS)) {
            BaseObject object = page.getXObject(CLASS_REFERENCE);
            if (object == null) {
                continue;
            }
            String template = object.getStringValue("template");
            boolean readable = StringUtils.isNotBlank(template)
                && canView(context, page) && this.authorization.hasAccess(Right.VIEW, context.getUserReference(),
                    this.resolver.resolve(template, page.getDocumentReference()));
            if (readable && contains(getList(object, "visibilityRestrictions"), space)) {
                result.add(toProvider(page, object, template));
            }
        }
        return result;
    }

    private boolean canView(XWikiContext context, XWikiDocument page)
    {
        return this.authorization.hasAccess(Right.VIEW, context.getUserReference(), page.getDocumentReference());
    }

    private Provider toProvider(XWikiDocument page, BaseObject object, String template)
    {
        List<String> restrictions = object.getIntValue("creationRestrictionsAreSuggestions") == 1 ? List.of()
            : getList(object, "creationRestrictions");
        return new Provider(page.getFullName(), getText(object, "name", page.getName()),
            getText(object, "description", ""), object.getStringValue("icon"),
            this.serializer.serialize(this.resolver.resolve(template, page.getDocumentReference())),
            object.getIntValue("terminal") == 1, object.getStringValue("action"),
            space -> contains(restrictions, space));
    }

    private String getText(BaseObject object, String name, String fallback)
    {
        String text = object.getStringValue(name);
        // XWiki takes the value for the key of a message when there is one.
        String message = text.isBlank() ? null : this.localization.getTranslationPlain(text.trim());
        return message == null ? StringUtils.defaultIfBlank(text, fallback) : message;
    }

    private List<String> getList(BaseObject object, String name)
    {
        List<String> result = new ArrayList<>();
        for (Object value : object.getListValue(name)) {
            if (value != null && !value.toString().isBlank()) {
                result.add(value.toString());
            }
        }
        return result;
    }

    private boolean contains(List<String> restrictions, SpaceReference space)
    {
        String name = space == null ? "" : this.serializer.serialize(space);
        return restrictions.isEmpty()
            || restrictions.stream().anyMatch(each -> name.equals(each) || name.startsWith(each + '.'));
    }

    /**
     * Something that a new page can be made from.
     *
     * @param name the page that declares it
     * @param label what it is called
     * @param description what it is for
     * @param icon the name of its icon
     * @param template the page that is copied
     * @param terminal whether the new page has no children
     * @param action what follows: {@code edit}, {@code saveandedit} or {@code saveandview}
     * @param locations where it may be used
     * @version $Id$
     */
    public record Provider(String name, String label, String description, String icon, String template,
        boolean terminal, String action, Predicate<SpaceReference> locations)
    {
        /**
         * @param space where a page shall be made, {@code null} for the top
         * @return whether it may be used there
         */
        public boolean isAllowed(SpaceReference space)
        {
            return this.locations.test(space);
        }

        /**
         * @return whether the page is only saved after it was edited
         */
        public boolean isEdit()
        {
            return StringUtils.isBlank(this.action) || EditForm.EDIT.equals(this.action);
        }

        /**
         * @return what it is called; scripts ask in this way
         */
        public String getLabel()
        {
            return this.label;
        }

        /**
         * @return the page that declares it
         */
        public String getName()
        {
            return this.name;
        }

        /**
         * @return what it is for
         */
        public String getDescription()
        {
            return this.description;
        }
    }
}
