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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementKind;
import org.xwiki.contrib.crowdsourcing.agreement.AgreementManager;
import org.xwiki.contrib.crowdsourcing.agreement.Agreements;
import org.xwiki.contrib.crowdsourcing.agreement.Signature;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.expert.Engagement;
import org.xwiki.contrib.crowdsourcing.expert.EngagementState;
import org.xwiki.contrib.crowdsourcing.expert.ExpertManager;
import org.xwiki.contrib.crowdsourcing.macro.ReferenceMacroParameters;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.rendering.macro.MacroExecutionException;

/**
 * Shows the engagement of an expert in a dialogue.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Named("engagement")
@Singleton
public class EngagementMacro extends AbstractCrowdsourcingMacro<ReferenceMacroParameters>
{
    private static final String ENGAGEMENT = "engagement";

    private static final String STATE = "state";

    @Inject
    private ExpertManager experts;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private AgreementManager agreements;

    /**
     * Default constructor.
     */
    public EngagementMacro()
    {
        super("Engagement", "Shows the engagement of an expert in a dialogue.", ReferenceMacroParameters.class);
        // Its page has a sheet; elsewhere the dialogue shows its panel.
        setDefaultCategories(Set.of(DEFAULT_CATEGORY_INTERNAL));
    }

    @Override
    protected View view(ReferenceMacroParameters parameters, boolean readOnly)
        throws CrowdsourcingException, MacroExecutionException
    {
        DocumentReference reference = resolve(parameters.getReference());
        Optional<Engagement> found = this.experts.getEngagement(reference);
        if (found.isEmpty()) {
            return message("crowdsourcing.engagement.none");
        }
        FormState form = process(readOnly, Map.of("setEngagementState", sent -> setState(reference, sent), "sign",
            sent -> sign(reference, sent)), reference::equals);
        Optional<Agreements> agreed = this.agreements.get(reference);
        Optional<Dialogue> dialogue = this.dialogues.dialogueOf(reference);
        Map<String, Object> data = new HashMap<>();
        data.put("dialogue", dialogue.orElse(null));
        data.put("agreements", agreed.orElse(null));
        data.put("isDeclared", agreed.filter(EngagementMacro::isDeclared).isPresent());
        data.put("canSign", !readOnly && this.agreements.isOwn(reference));
        data.put(ENGAGEMENT, found.get());
        data.put("states", Stream.of(EngagementState.values()).filter(found.get().state()::canBecome).toList());
        data.put("canEngage",
            !readOnly && dialogue.isPresent() && this.experts.canEngage(dialogue.get().reference()));
        return new View(ENGAGEMENT, data, form);
    }

    private static boolean isDeclared(Agreements agreed)
    {
        return agreed.all().stream().anyMatch(one -> !one.kind().isText() && one.signed() != null);
    }

    private String sign(DocumentReference reference, FormState sent) throws CrowdsourcingException
    {
        Set<AgreementKind> accepted = Arrays.stream(AgreementKind.values())
            .filter(kind -> kind.isText() && !sent.get(kind.getId()).isEmpty()).collect(Collectors.toSet());
        this.agreements.sign(reference,
            new Signature(sent.get("read"), accepted, sent.get(AgreementKind.CONFLICT.getId())));
        return this.toolkit.getURL(reference, null, "cs-sign");
    }

    private String setState(DocumentReference reference, FormState sent) throws CrowdsourcingException
    {
        String typed = sent.get(STATE);
        EngagementState state = Stored.find(EngagementState.class, typed).orElseThrow(
            () -> new CrowdsourcingException(new FieldError(STATE, "crowdsourcing.error.unknownValue", typed)));
        this.experts.setEngagementState(reference, state);
        return this.toolkit.getURL(reference, null, null);
    }
}
