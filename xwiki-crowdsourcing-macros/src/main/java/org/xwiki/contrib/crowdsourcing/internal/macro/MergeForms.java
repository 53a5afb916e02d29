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

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.Merge;
import org.xwiki.contrib.crowdsourcing.dialogue.MergeManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * Merging in discussions: what its forms do, and what is shown of it.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = MergeForms.class)
@Singleton
public class MergeForms
{
    private static final String SURVIVOR = "survivor";

    @Inject
    private MergeManager merges;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private Toolkit toolkit;

    /**
     * @param thread the page of a dialogue or a brief
     * @return what the forms do, by name
     */
    public Map<String, FormAction> getActions(DocumentReference thread)
    {
        return Map.of("merge", form -> {
            this.merges.merge(form.getTarget(), getSurvivor(form, thread));
            return Permalinks.of(this.toolkit, form.getTarget(), thread);
        }, "separate", form -> {
            this.merges.undo(form.getTarget());
            return Permalinks.of(this.toolkit, form.getTarget(), thread);
        });
    }

    private DocumentReference getSurvivor(FormState form, DocumentReference thread) throws CrowdsourcingException
    {
        String written = form.get(SURVIVOR).strip();
        String typed = written.isEmpty() ? form.get("candidate") : written;
        try {
            DocumentReference survivor = null;
            if (Permalinks.isKey(typed)) {
                survivor = new DocumentReference(typed, thread.getLastSpaceReference());
            } else if (!typed.isEmpty()) {
                survivor = this.toolkit.resolveContribution(typed);
            }
            return survivor;
        } catch (IllegalArgumentException e) {
            throw new CrowdsourcingException(new FieldError(SURVIVOR, "crowdsourcing.error.unknownValue", typed));
        }
    }

    /**
     * @param contributions contributions that are shown
     * @return those that stand for the merged ones of them, and that the current user may see, by page
     * @throws CrowdsourcingException if they cannot be read
     */
    public Map<DocumentReference, Contribution> getSurvivors(Collection<Contribution> contributions)
        throws CrowdsourcingException
    {
        List<DocumentReference> survivors = contributions.stream().map(Contribution::merge).filter(Objects::nonNull)
            .map(Merge::survivor).distinct().toList();
        return survivors.isEmpty() ? Map.of() : this.dialogues.getContributions(survivors);
    }
}
