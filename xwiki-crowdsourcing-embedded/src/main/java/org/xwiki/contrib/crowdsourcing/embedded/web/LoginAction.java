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

import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.embedded.user.Passwords;
import org.xwiki.csrf.CSRFToken;
import org.xwiki.model.reference.DocumentReference;

import com.xpn.xwiki.XWikiException;

import jakarta.servlet.http.HttpServletResponse;

/**
 * Shows the form to log in with, and logs in who sends the right name and password.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(hints = {"login", "loginsubmit"})
@Singleton
public class LoginAction extends AbstractAction
{
    private static final String NAME = "j_username";

    @Inject
    private UserSession session;

    @Inject
    private CSRFToken token;

    @Inject
    private Passwords passwords;

    @Override
    public void execute(Exchange exchange) throws Exception
    {
        String error = "";
        String target = exchange.getRedirect(DocumentURLs.BIN_PATH + "/view/Main/");
        if (exchange.isPost()) {
            error = logIn(exchange);
            if (error.isEmpty()) {
                exchange.redirect(target);
                return;
            }
            exchange.response().setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
        show(exchange, "login.vm", Map.of("error", error, "name", exchange.get(NAME), "xredirect", target,
            "remember", exchange.has(UserSession.REMEMBER)));
    }

    private String logIn(Exchange exchange) throws XWikiException
    {
        if (!this.token.isTokenValid(exchange.request().getParameter("form_token"))) {
            return "embedded.login.expired";
        }
        DocumentReference user = this.passwords.authenticate(exchange.get(NAME), exchange.get("j_password"));
        if (user == null) {
            return "embedded.login.wrong";
        }
        this.session.open(exchange, user);
        return "";
    }
}
