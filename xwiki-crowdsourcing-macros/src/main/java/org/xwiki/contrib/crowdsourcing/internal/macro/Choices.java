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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.challenge.ChoiceManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * How a challenge was chosen: its signatures, its trail, and the view on which it is split and merged.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Choices.class)
@Singleton
public class Choices
{
    /** The name of the view on which a challenge is split and merged, and of its template. */
    public static final String SPLIT = "split";

    private static final String CHOICE = "choice";

    private static final String ANCHOR = "cs-choice";

    private static final String NUMBER = "number";

    private static final String OTHERS = "others";

    private static final String REASON = "reason";

    private static final String ORGANISATION = "organisation";

    @Inject
    private ChoiceManager manager;

    @Inject
    private Toolkit toolkit;

    /**
     * @return {@code true} if the reader asks for the view on which a challenge is split and merged
     */
    public boolean isWanted()
    {
        return SPLIT.equals(this.toolkit.getParameter(FormProcessor.VIEW));
    }

    /**
     * @param challenge the page of a challenge
     * @return what the forms do
     */
    public Map<String, FormAction> getActions(DocumentReference challenge)
    {
        return Map.of("signOff", form -> {
            this.manager.sign(challenge, form.get(ORGANISATION));
            return done(challenge);
        }, "recordSignOff", form -> {
            this.manager.recordSignature(challenge, form.get("name"), form.get(ORGANISATION), form.get("signedOn"));
            return done(challenge);
        }, "withdrawSignOff", form -> {
            this.manager.withdraw(challenge, Numbers.parse(NUMBER, form.get(NUMBER), 0, Integer.MAX_VALUE));
            return done(challenge);
        }, "splitChallenge", form -> {
            this.manager.split(challenge, form.get("parts"), form.get(REASON));
            return done(challenge);
        }, "mergeChallenges", form -> {
            this.manager.merge(challenge, references(form.get(OTHERS)), form.get(REASON));
            return done(challenge);
        }, "undoChoice", form -> {
            this.manager.undo(challenge);
            return done(challenge);
        });
    }

    private List<DocumentReference> references(String lines)
    {
        return lines.lines().filter(line -> !line.isBlank()).map(this.toolkit::reference).toList();
    }

    private String done(DocumentReference challenge)
    {
        return this.toolkit.getURL(challenge, null, ANCHOR);
    }

    /**
     * @param challenge the page of a challenge
     * @param readOnly {@code true} if no form may be shown
     * @return what the page of the challenge shows
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getData(DocumentReference challenge, boolean readOnly) throws CrowdsourcingException
    {
        Map<String, Object> data = new HashMap<>();
        data.put(CHOICE, this.manager.get(challenge).orElseThrow());
        data.put("choosable", !readOnly);
        data.put("reader", this.toolkit.getCurrentUser());
        return data;
    }

    /**
     * @param challenge the page of a challenge
     * @return what the view shows on which it is split and merged
     * @throws CrowdsourcingException if it cannot be read
     */
    public Map<String, Object> getSplit(DocumentReference challenge) throws CrowdsourcingException
    {
        Map<DocumentReference, String> others = this.manager.getMergeable(challenge);
        Map<String, Object> data = new HashMap<>(getData(challenge, false));
        data.put("reference", challenge);
        data.put(OTHERS, List.copyOf(others.keySet()));
        data.put("titles", List.copyOf(others.values()));
        return data;
    }
}
