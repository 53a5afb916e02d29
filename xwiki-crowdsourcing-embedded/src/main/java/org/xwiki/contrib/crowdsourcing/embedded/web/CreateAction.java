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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReference;
import org.xwiki.model.reference.EntityReferenceResolver;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;
import org.xwiki.model.reference.WikiReference;
import org.xwiki.security.authorization.Right;

import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Asks what a new page shall be called, where it goes and what it is made from, then leads to its form.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("create")
@Singleton
public class CreateAction extends SaveAction
{
    private static final String TITLE = "title";

    private static final String NAME = "name";

    private static final String SPACE = "spaceReference";

    private static final String PROVIDER = "templateprovider";

    private static final String TO_CREATE = "tocreate";

    private static final String TERMINAL = "terminal";

    private static final int NAME_LENGTH = 150;

    private static final int REFERENCE_LENGTH = 700;

    @Inject
    private TemplateProviders providers;

    @Inject
    @Named("current")
    private EntityReferenceResolver<String> resolver;

    @Inject
    @Named("local")
    private EntityReferenceSerializer<String> serializer;

    @Inject
    private ContextualLocalizationManager localization;

    @Override
    public void execute(Exchange exchange) throws Exception
    {
        XWikiDocument document = load(exchange);
        SpaceReference space = getSpace(exchange, document);
        List<TemplateProviders.Provider> available = this.providers.get(space, exchange.context());
        TemplateProviders.Provider provider = available.stream()
            .filter(candidate -> candidate.name().equals(exchange.get(PROVIDER))).findFirst().orElse(null);
        String name = exchange.get(NAME).trim();
        List<String> problems = new ArrayList<>();
        if (exchange.isPost()) {
            checkForm(exchange);
            String wanted = StringUtils.defaultIfEmpty(name, getName(exchange.get(TITLE)));
            if (create(exchange, space, wanted, provider, problems)) {
                return;
            }
        } else {
            name = StringUtils.defaultIfEmpty(name, getMissingName(document));
            if (!isAllowed(exchange, Right.EDIT, toReference(space, "x", false))) {
                check(exchange, Right.EDIT, exchange.reference());
            }
        }
        Map<String, Object> bindings = new HashMap<>();
        bindings.put("errors", problems);
        bindings.put(TITLE, exchange.has(TITLE) ? exchange.get(TITLE) : name);
        bindings.put(NAME, name);
        bindings.put(SPACE, space == null ? "" : this.serializer.serialize(space));
        bindings.put("providers", available);
        bindings.put("chosen", provider == null ? "" : provider.name());
        bindings.put(TO_CREATE, exchange.get(TO_CREATE));
        show(exchange, "create.vm", bindings);
    }

    private SpaceReference getSpace(Exchange exchange, XWikiDocument document) throws WebError
    {
        SpaceReference result = exchange.reference().getLastSpaceReference();
        if (exchange.has(SPACE)) {
            String asked = exchange.get(SPACE).trim();
            result = asked.isEmpty() ? null : Exchange.resolve(() -> toSpace(asked));
        } else if (document.isNew() && DocumentURLs.HOME.equals(exchange.reference().getName())) {
            // The space itself is what is missing, so it goes into the one above.
            result = result.getParent() instanceof SpaceReference parent ? parent : null;
        }
        return result;
    }

    private SpaceReference toSpace(String name)
    {
        EntityReference reference = this.resolver.resolve(name, EntityType.SPACE);
        if (!EmbeddedWikiConfiguration.WIKI.equals(reference.getRoot().getName())) {
            throw new IllegalArgumentException("There is only one wiki");
        }
        return new SpaceReference(reference);
    }

    private String getMissingName(XWikiDocument document)
    {
        if (!document.isNew()) {
            return "";
        }
        DocumentReference reference = document.getDocumentReference();
        return DocumentURLs.HOME.equals(reference.getName()) ? reference.getLastSpaceReference().getName()
            : reference.getName();
    }

    private boolean create(Exchange exchange, SpaceReference space, String name, TemplateProviders.Provider provider,
        List<String> problems) throws Exception
    {
        if (name.isEmpty()) {
            problems.add(getText("embedded.create.noTitle"));
            return false;
        }
        DocumentReference target = toReference(space, name, isTerminal(exchange, provider));
        check(exchange, Right.EDIT, target);
        if (exchange.context().getWiki().exists(target, exchange.context())) {
            problems.add(getText("embedded.create.exists", name));
        } else if (StringUtils.containsAny(name, '\u0000', '\n', '\r', '\t')
            || this.serializer.serialize(target).length() > REFERENCE_LENGTH) {
            problems.add(getText("embedded.create.name"));
        } else if (provider != null && !provider.isAllowed(space)) {
            problems.add(getText("embedded.create.location.refused"));
        } else {
            String title = StringUtils.defaultIfBlank(exchange.get(TITLE).trim(), name);
            return provider == null || provider.isEdit() ? edit(exchange, target, provider, title)
                : saveNow(exchange, target, provider, title, problems);
        }
        return false;
    }

    private boolean isTerminal(Exchange exchange, TemplateProviders.Provider provider)
    {
        return exchange.get(TO_CREATE).isEmpty() ? provider != null && provider.terminal()
            : TERMINAL.equals(exchange.get(TO_CREATE));
    }

    private boolean edit(Exchange exchange, DocumentReference target, TemplateProviders.Provider provider, String title)
        throws WebError
    {
        String template = provider == null ? exchange.get("template") : provider.template();
        String query = "title=" + DocumentURLs.encode(title) + "&template="
            + DocumentURLs.encode(template) + "&parent="
            + DocumentURLs.encode(this.serializer.serialize(getParent(exchange)));
        exchange.redirect(this.urls.getURL(target, EditForm.EDIT, query, null));
        return true;
    }

    private boolean saveNow(Exchange exchange, DocumentReference target, TemplateProviders.Provider provider,
        String title, List<String> problems) throws Exception
    {
        XWikiDocument created = exchange.context().getWiki().getDocument(target, exchange.context()).clone();
        created.readFromTemplate(
            new DocumentReference(this.resolver.resolve(provider.template(), EntityType.DOCUMENT)),
            exchange.context());
        created.setTitle(title);
        created.setParentReference((EntityReference) getParent(exchange));
        problems.addAll(save(exchange, created));
        if (problems.isEmpty()) {
            exchange.redirect(this.urls.getURL(target,
                "saveandedit".equals(provider.action()) ? EditForm.EDIT : DocumentURLs.VIEW, null, null));
        }
        return problems.isEmpty();
    }

    private DocumentReference getParent(Exchange exchange) throws WebError
    {
        String parent = exchange.get("parent");
        return parent.isBlank() ? exchange.reference()
            : Exchange.resolve(() -> new DocumentReference(this.resolver.resolve(parent, EntityType.DOCUMENT)));
    }

    private DocumentReference toReference(SpaceReference space, String name, boolean terminal)
    {
        EntityReference parent = space == null ? new WikiReference(EmbeddedWikiConfiguration.WIKI) : space;
        return terminal && space != null ? new DocumentReference(name, space)
            : new DocumentReference(DocumentURLs.HOME, new SpaceReference(name, parent));
    }

    private String getName(String title)
    {
        // A slash in a name cannot pass many web servers.
        String name = StringUtils.normalizeSpace(title.replaceAll("[\\p{Cntrl}/\\\\]+", " "));
        int length = Math.min(NAME_LENGTH, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, length)).trim();
    }

    private String getText(String key, Object... parameters)
    {
        return this.localization.getTranslationPlain(key, parameters);
    }
}
