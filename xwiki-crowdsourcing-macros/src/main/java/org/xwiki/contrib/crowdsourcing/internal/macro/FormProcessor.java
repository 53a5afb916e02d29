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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.component.annotation.Component;
import org.xwiki.container.Container;
import org.xwiki.container.Request;
import org.xwiki.container.Response;
import org.xwiki.container.servlet.ServletRequest;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotAllowedException;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.PartlyDoneException;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.csrf.CSRFToken;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.DocumentReferenceResolver;

/**
 * Receives the forms of the macros: a POST to the page with a token, an action and a target. The first macro on the
 * page that knows action and target performs it, once for a request; after success the browser is sent on, otherwise
 * the macro shows the form again with what was typed and what is wrong.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = FormProcessor.class)
@Singleton
public class FormProcessor
{
    /** The parameter that says what the form does. */
    public static final String ACTION = "cs_action";

    /** The parameter that says which page the form is about. */
    public static final String TARGET = "cs_target";

    /** The parameter of the token. */
    public static final String TOKEN = "form_token";

    /** The name of the field with the stamp of what was seen of the target. */
    public static final String STAMP = "cs_seen";

    /** The name of the button that shows what was typed without saving it. */
    public static final String PREVIEW = "cs_preview";

    /** The parameter of a script that stays on the page: it is told that it is done, and not sent on. */
    public static final String QUIET = "cs_quiet";

    /** The parameter that says which view of the page the form is on. */
    public static final String VIEW = "cs_view";

    private static final String ATTRIBUTE = FormProcessor.class.getName();

    private static final String WHOLE_FORM = "";

    private static final int CREATED = 201;

    private static final int SEE_OTHER = 303;

    private static final int BAD_REQUEST = 400;

    private static final int FORBIDDEN = 403;

    private static final int NOT_FOUND = 404;

    private static final int CONFLICT = 409;

    private static final int FAILED = 500;

    @Inject
    private Container container;

    @Inject
    private CSRFToken csrf;

    @Inject
    private Seen seen;

    @Inject
    private Toolkit toolkit;

    @Inject
    @Named("current")
    private DocumentReferenceResolver<String> resolver;

    @Inject
    private Logger logger;

    /**
     * @param actions what the forms of a macro do, by name
     * @param targets which pages they may be about
     * @return the form that has been sent, {@code null} if none was sent to the macro
     */
    public FormState process(Map<String, FormAction> actions, Predicate<DocumentReference> targets)
    {
        Request request = this.container.getRequest();
        FormState form = null;
        if (request != null && request.getAttribute(ATTRIBUTE) instanceof FormState sent) {
            form = isFor(sent, actions, targets) ? sent : null;
        } else if (request instanceof ServletRequest servletRequest
            && "POST".equals(servletRequest.getRequest().getMethod())) {
            FormState sent = read(request);
            if (isFor(sent, actions, targets)) {
                request.setAttribute(ATTRIBUTE, sent);
                perform(sent, actions.get(sent.getAction()));
                form = sent;
            }
        }
        return form;
    }

    private boolean isFor(FormState sent, Map<String, FormAction> actions, Predicate<DocumentReference> targets)
    {
        return actions.containsKey(sent.getAction()) && sent.getTarget() != null && targets.test(sent.getTarget());
    }

    private FormState read(Request request)
    {
        Map<String, String> values = new LinkedHashMap<>();
        Enumeration<String> names = request.getParameterNames();
        for (String name : Collections.list(names)) {
            String[] sent = request.getParameterValues(name);
            values.put(name, sent == null ? WHOLE_FORM : String.join("\n", Arrays.asList(sent)));
        }
        String target = values.getOrDefault(TARGET, WHOLE_FORM);
        return new FormState(values.getOrDefault(ACTION, WHOLE_FORM), target, resolve(target), values);
    }

    private DocumentReference resolve(String target)
    {
        try {
            return target.isBlank() ? null : this.resolver.resolve(target);
        } catch (IllegalArgumentException e) {
            // No reference at all, so the form is about nothing that is here.
            return null;
        }
    }

    private void perform(FormState form, FormAction action)
    {
        if (!this.csrf.isTokenValid(form.get(TOKEN))) {
            form.addError(WHOLE_FORM, this.toolkit.translate("crowdsourcing.form.token"));
            setStatus(FORBIDDEN);
            return;
        }
        if (form.isPreview()) {
            return;
        }
        try {
            this.seen.expect(form.getTarget(), form.get(STAMP));
            String address = action.perform(form);
            form.setDone();
            Response response = this.container.getResponse();
            response.setStatus(form.get(QUIET).isEmpty() ? SEE_OTHER : CREATED);
            response.setHeader("Location", address);
        } catch (CrowdsourcingException e) {
            refuse(form, e);
        } finally {
            this.seen.forget();
        }
    }

    private void refuse(FormState form, CrowdsourcingException e)
    {
        if (e.getErrors().isEmpty()) {
            this.logger.error("Failed to perform [{}] on [{}].", form.getAction(), form.getTarget(), e);
            form.addError(WHOLE_FORM, this.toolkit.translate("crowdsourcing.form.failed"));
            setStatus(FAILED);
        } else {
            for (FieldError error : e.getErrors()) {
                form.addError(error.field() == null ? WHOLE_FORM : error.field(), this.toolkit.message(error));
            }
            form.setPartly(e instanceof PartlyDoneException);
            setStatus(statusOf(e));
        }
    }

    private int statusOf(CrowdsourcingException e)
    {
        int status = BAD_REQUEST;
        if (e instanceof NotAllowedException) {
            status = FORBIDDEN;
        } else if (e instanceof NotFoundException) {
            status = NOT_FOUND;
        } else if (e instanceof ConflictException) {
            status = CONFLICT;
        }
        return status;
    }

    private void setStatus(int status)
    {
        this.container.getResponse().setStatus(status);
    }
}
