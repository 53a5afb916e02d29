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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.call.Application;
import org.xwiki.contrib.crowdsourcing.call.ScreeningManager;
import org.xwiki.contrib.crowdsourcing.expert.ConsentText;
import org.xwiki.contrib.crowdsourcing.expert.ContactManager;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ProfileManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * What experts find on their own profile, and curators in the directory: consent, what is stored, and for how long.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Profiles.class)
@Singleton
public class Profiles
{
    /** The parameter that asks for what everybody sees. */
    private static final String PUBLIC = "cs_public";

    private static final String MINE = "cs_mine";

    private static final String CONFIRMED = "confirmed";

    @Inject
    private ProfileManager profiles;

    @Inject
    private ContactManager contacts;

    @Inject
    private ScreeningManager screening;

    @Inject
    private Agreed agreed;

    @Inject
    private Toolkit toolkit;

    /**
     * @param profile the page of a profile
     * @return what the forms on it do
     */
    public Map<String, FormAction> getActions(DocumentReference profile)
    {
        return Map.of("agree", sent -> {
            if (sent.get(CONFIRMED).isEmpty()) {
                throw new CrowdsourcingException(new FieldError(CONFIRMED, "crowdsourcing.error.notAgreed"));
            }
            this.profiles.agree(profile);
            return this.toolkit.getURL(profile, null, null);
        }, "withdraw", sent -> {
            if (sent.get(CONFIRMED).isEmpty()) {
                throw new CrowdsourcingException(new FieldError(CONFIRMED, "crowdsourcing.error.notConfirmed"));
            }
            this.profiles.withdraw(profile);
            return this.toolkit.getURL(profile, null, null);
        });
    }

    /**
     * @return {@code true} if the profile is to be shown as everybody sees it
     */
    public boolean isPublicWanted()
    {
        return this.toolkit.getParameter(PUBLIC) != null;
    }

    /**
     * @param expert a profile
     * @return what is shown to the expert in person and to curators
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> show(Expert expert) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        boolean own = this.profiles.isOwn(expert.reference());
        if (own || this.contacts.isCurator(expert.reference())) {
            data.put("isOwn", own);
            data.put("isResponsible", true);
            data.put("dataURL", this.toolkit.getExpertDataURL("page=" + this.toolkit.encode(expert.reference())));
        }
        if (own) {
            ConsentText text = this.profiles.getConsentText(expert.reference());
            data.put("terms", text);
            data.putAll(this.agreed.getPending(null));
            data.put("isAsked", !expert.consent().given() || !text.version().equals(expert.consent().version()));
        }
        return data;
    }

    /**
     * @param directory the page of a directory
     * @return what the directory tells the current user of the own profile, and curators of old ones
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> showDirectory(DocumentReference directory) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        data.put("hasUser", this.toolkit.getCurrentUser() != null);
        if (this.toolkit.getParameter(MINE) != null) {
            data.put("isMineWanted", true);
            this.profiles.getOwn().ifPresent(own -> data.put("mine", own));
        }
        data.put("expired", this.profiles.getExpired(directory));
        data.put("declined", getDeclined(directory));
        data.put("fileURL", this.toolkit.getExpertDataURL(null));
        data.put("isCurator", this.contacts.isCurator(directory));
        return data;
    }

    private List<Map<String, Object>> getDeclined(DocumentReference directory) throws CrowdsourcingException
    {
        List<Map<String, Object>> result = new ArrayList<>();
        for (Application application : this.screening.getExpired(directory)) {
            DocumentReference page = application.reference();
            Map<String, Object> shown = new HashMap<>();
            shown.put("name", application.last().person().name());
            shown.put("kind", application.kind());
            shown.put("on", application.decision() == null ? null : application.decision().on());
            String query = "cs_view=applications&cs_open=" + URLEncoder.encode(page.getName(), StandardCharsets.UTF_8);
            shown.put("url", this.toolkit.getURL(new DocumentReference("WebHome", page.getLastSpaceReference()), query,
                "cs-applications"));
            result.add(shown);
        }
        return result;
    }
}
