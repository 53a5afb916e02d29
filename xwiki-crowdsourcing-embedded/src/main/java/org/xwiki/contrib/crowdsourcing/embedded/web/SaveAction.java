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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.model.document.DocumentAuthors;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.security.authorization.Right;
import org.xwiki.user.UserReference;
import org.xwiki.user.UserReferenceResolver;

import com.xpn.xwiki.XWikiContext;
import com.xpn.xwiki.XWikiException;
import com.xpn.xwiki.doc.XWikiDocument;

/**
 * Saves what the form of a page sends, or shows the form again with what is wrong.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("save")
@Singleton
public class SaveAction extends AbstractAction
{
    private static final String COMMENT = "comment";

    private static final String PREVIOUS_VERSION = "previousVersion";

    private static final Pattern CANCELLED =
        Pattern.compile("cancelled the document \\w+.*?Reason: \\[(.*)\\]", Pattern.DOTALL);

    @Inject
    private EditForm form;

    @Inject
    @Named("document")
    private UserReferenceResolver<DocumentReference> users;

    @Inject
    private ContextualLocalizationManager localization;

    @Override
    public void execute(Exchange exchange) throws Exception
    {
        checkForm(exchange);
        check(exchange, Right.EDIT, exchange.reference());
        XWikiDocument document = load(exchange);
        if (exchange.has("action_cancel")) {
            String url = document.isNew()
                ? this.urls.getURL(exchange.reference().getLastSpaceReference(), null, null, null)
                : document.getURL(DocumentURLs.VIEW, exchange.context());
            exchange.redirect(exchange.getRedirect(url));
            return;
        }
        List<String> problems = update(exchange, document);
        if (problems.isEmpty()) {
            problems = save(exchange, document);
        }
        if (problems.isEmpty()) {
            exchange.redirect(exchange.getRedirect(
                this.urls.getURL(exchange.reference(), DocumentURLs.VIEW, null, null)));
        } else {
            show(exchange, EditForm.TEMPLATE, this.form.getBindings(exchange, document, problems));
        }
    }

    /**
     * Saves a page as the user of the request.
     *
     * @param exchange the request
     * @param document the page
     * @return why it was not saved, empty when it was
     * @throws XWikiException when saving failed for a reason that the user cannot mend
     */
    protected List<String> save(Exchange exchange, XWikiDocument document) throws XWikiException
    {
        XWikiContext context = exchange.context();
        UserReference user = this.users.resolve(context.getUserReference());
        DocumentAuthors authors = document.getAuthors();
        authors.setEffectiveMetadataAuthor(user);
        authors.setOriginalMetadataAuthor(user);
        if (document.isNew()) {
            authors.setCreator(user);
            authors.setContentAuthor(user);
        } else if (document.isContentDirty()) {
            authors.setContentAuthor(user);
        }
        try {
            context.getWiki().saveDocument(document, StringUtils.truncate(exchange.get(COMMENT).trim(), 1023), context);
            return List.of();
        } catch (XWikiException e) {
            // A rule of an extension forbids it; the reason is for the user. Anything else is a failure.
            Matcher matcher = CANCELLED.matcher(StringUtils.defaultString(e.getMessage()));
            if (!matcher.find()) {
                throw e;
            }
            return List.of(matcher.group(1));
        }
    }

    private List<String> update(Exchange exchange, XWikiDocument document) throws XWikiException, WebError
    {
        List<String> problems = new ArrayList<>();
        boolean conflict = exchange.has(PREVIOUS_VERSION)
            && !exchange.get(PREVIOUS_VERSION).equals(document.isNew() ? "" : document.getVersion());
        this.form.prepare(exchange, document);
        Map<String, String> errors = this.form.read(exchange, document);
        if (conflict) {
            problems.add(this.localization.getTranslationPlain("embedded.edit.conflict"));
        }
        errors.forEach((field, message) -> problems.add(message));
        exchange.request().setAttribute(EditForm.WRONG_FIELDS, errors.keySet());
        if ("1".equals(exchange.get("xvalidate")) && !document.validate(exchange.context())) {
            problems.add(this.localization.getTranslationPlain("embedded.edit.validation"));
        }
        return problems;
    }
}
