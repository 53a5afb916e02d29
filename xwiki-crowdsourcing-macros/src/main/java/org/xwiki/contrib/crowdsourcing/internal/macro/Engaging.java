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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.apache.commons.lang3.StringUtils;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Page;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.Sort;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.expert.EngagementRoute;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.expert.ExpertOrder;
import org.xwiki.contrib.crowdsourcing.expert.ExpertQuery;
import org.xwiki.model.reference.DocumentReference;

/**
 * The form that puts an expert forward for a dialogue. It lists as many experts as fit into a list; the others are
 * found by words, also without scripts.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Engaging.class)
@Singleton
public class Engaging
{
    private static final String ACTION = "engage";

    private static final String EXPERT = "expert";

    private static final String ROUTE = "route";

    private static final String FIND = "find";

    @Inject
    private ExpertManager experts;

    @Inject
    private Toolkit toolkit;

    /**
     * @param dialogue the page of a dialogue
     * @return what the form does
     */
    public Map<String, FormAction> getActions(DocumentReference dialogue)
    {
        return Map.of(ACTION, sent -> engage(dialogue, sent));
    }

    private String engage(DocumentReference dialogue, FormState sent) throws CrowdsourcingException
    {
        String typed = sent.get(EXPERT);
        if (typed.isBlank()) {
            throw new CrowdsourcingException(new FieldError(EXPERT, "crowdsourcing.error.required"));
        }
        EngagementRoute route = Stored.find(EngagementRoute.class, sent.get(ROUTE)).orElseThrow(
            () -> new CrowdsourcingException(
                new FieldError(ROUTE, "crowdsourcing.error.unknownValue", sent.get(ROUTE))));
        this.experts.engage(dialogue, this.toolkit.reference(typed), route, sent.get("referredBy"));
        return this.toolkit.getURL(dialogue, null, "cs-panel");
    }

    /**
     * @param dialogue the page of a dialogue
     * @param form the form that was sent, {@code null} if none was
     * @return what the form shows
     * @throws CrowdsourcingException if experts cannot be read
     */
    public Map<String, Object> getData(DocumentReference dialogue, FormState form) throws CrowdsourcingException
    {
        boolean sent = form != null && ACTION.equals(form.getAction()) && dialogue.equals(form.getTarget())
            && !form.isDone();
        boolean sought = sent && form.isPreview();
        Page<Expert> found = sent ? find(form) : search(null);
        List<Expert> listed = list(found.rows(), sent ? form.get(EXPERT) : "");
        Map<String, Object> data = new HashMap<>();
        data.put("experts", listed.stream().map(Expert::reference).toList());
        data.put("expertNames", listed.stream().map(Expert::name).toList());
        data.put("expertsMore", found.next() != null);
        data.put("expertsFound", sought && form.getErrors().isEmpty() ? found.total() : null);
        data.put("routes", EngagementRoute.values());
        return data;
    }

    /** Whom somebody chose stays chosen, whoever is looked for next. */
    private List<Expert> list(List<Expert> found, String chosen) throws CrowdsourcingException
    {
        List<Expert> result = new ArrayList<>(found);
        DocumentReference page = chosen.isBlank() ? null : this.toolkit.reference(chosen);
        if (page != null && found.stream().noneMatch(expert -> expert.reference().equals(page))) {
            this.experts.get(page).ifPresent(expert -> result.add(0, expert));
        }
        return result;
    }

    private Page<Expert> find(FormState form) throws CrowdsourcingException
    {
        try {
            return search(StringUtils.trimToNull(form.get(FIND)));
        } catch (CrowdsourcingException e) {
            if (e.getErrors().isEmpty()) {
                throw e;
            }
            e.getErrors().forEach(error -> form.addError(FIND, this.toolkit.message(error)));
            return search(null);
        }
    }

    private Page<Expert> search(String words) throws CrowdsourcingException
    {
        return this.experts.search(new ExpertQuery(words, null, null, null, null, null, null, null, null, false,
            new Sort<>(ExpertOrder.NAME, false), PageRequest.first(PageRequest.MAXIMUM)));
    }
}
