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
package org.xwiki.contrib.crowdsourcing.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

import org.slf4j.Logger;
import org.xwiki.bridge.event.DocumentCreatingEvent;
import org.xwiki.bridge.event.DocumentUpdatingEvent;
import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.internal.brief.EvidenceUids;
import org.xwiki.contrib.crowdsourcing.internal.challenge.ChoiceMarks;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.SessionUids;
import org.xwiki.contrib.crowdsourcing.internal.dialogue.Veils;
import org.xwiki.contrib.crowdsourcing.internal.expert.ContactVeil;
import org.xwiki.contrib.crowdsourcing.internal.pipeline.StateStamps;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.InterviewVeil;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.QuoteSources;
import org.xwiki.contrib.crowdsourcing.internal.roadmap.StepUids;
import org.xwiki.contrib.crowdsourcing.internal.store.PageChanges;
import org.xwiki.contrib.crowdsourcing.internal.store.PageState;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.localization.ContextualLocalizationManager;
import org.xwiki.observation.AbstractEventListener;
import org.xwiki.observation.event.CancelableEvent;
import org.xwiki.observation.event.Event;

/**
 * Holds the rules where no manager is asked: a save of the wiki's own editor that breaks one is refused with the
 * reason. What was wrong before and is not touched does not hinder.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@Named(RuleListener.NAME)
public class RuleListener extends AbstractEventListener
{
    /** The name of the listener. */
    public static final String NAME = "crowdsourcing.rules";

    @Inject
    private Provider<List<PageRule>> rules;

    @Inject
    private Provider<PageChanges> changes;

    @Inject
    private Provider<PageWriter> writer;

    @Inject
    private Provider<QuoteSources> quotes;

    @Inject
    private Provider<SessionUids> sessions;

    @Inject
    private Provider<StepUids> steps;

    @Inject
    private Provider<EvidenceUids> evidence;

    @Inject
    private Provider<InterviewVeil> interviews;

    @Inject
    private Provider<Veils> veils;

    @Inject
    private Provider<ContactVeil> contacts;

    @Inject
    private Provider<StateStamps> stamps;

    @Inject
    private Provider<ChoiceMarks> choices;

    @Inject
    private Provider<Relations> relations;

    @Inject
    private Provider<ContextualLocalizationManager> localization;

    @Inject
    private Logger logger;

    /**
     * Listens to every page that is about to be saved.
     */
    public RuleListener()
    {
        super(NAME, new DocumentCreatingEvent(), new DocumentUpdatingEvent());
    }

    @Override
    public void onEvent(Event event, Object source, Object data)
    {
        PageState after = this.changes.get().after(source);
        if (!Schema.isCode(after.page())) {
            PageState before = this.changes.get().before(source);
            try {
                this.relations.get().normalize(source, before, after);
                List<FieldError> errors = check(before, after);
                if (errors.isEmpty()) {
                    this.quotes.get().add(source, after);
                    this.sessions.get().add(source, before, after);
                    this.steps.get().add(source, before, after);
                    this.evidence.get().add(source, before, after);
                    this.interviews.get().add(source, after);
                    this.veils.get().add(source, before, after);
                    this.contacts.get().add(source, after);
                    this.stamps.get().add(source, before, after);
                    this.choices.get().add(source, before, after);
                } else {
                    ((CancelableEvent) event).cancel(reason(errors));
                }
            } catch (CrowdsourcingException e) {
                // A rule that cannot be checked is not broken silently.
                this.logger.error("Failed to check the page [{}] before it is saved", after.page(), e);
                ((CancelableEvent) event).cancel(reason(List.of(new FieldError("", "crowdsourcing.error.technical"))));
            }
        }
    }

    private List<FieldError> check(PageState before, PageState after) throws CrowdsourcingException
    {
        Inputs result = new Inputs();
        boolean managed = this.writer.get().isManaged();
        for (PageRule rule : this.rules.get()) {
            boolean concerned = after.has(rule.getSchema());
            if (concerned) {
                Inputs now = new Inputs();
                rule.checkState(after, now);
                Inputs old = new Inputs();
                if (before.has(rule.getSchema())) {
                    rule.checkState(before, old);
                }
                now.errors().stream().filter(error -> !old.errors().contains(error)).forEach(result::add);
            }
            if (!managed && (concerned || before.has(rule.getSchema()))) {
                rule.checkChange(before, after, result);
            }
        }
        this.relations.get().check(before, after, result);
        return result.errors();
    }

    private String reason(List<FieldError> errors)
    {
        List<String> messages = new ArrayList<>();
        for (FieldError error : errors) {
            String message = this.localization.get().getTranslationPlain(error.messageKey(),
                error.parameters().toArray());
            String label = error.field().isEmpty() ? null
                : this.localization.get().getTranslationPlain(Schema.CODE_SPACE + '.' + error.field());
            String text = message == null ? error.messageKey() : message;
            messages.add(label == null ? text : label + ": " + text);
        }
        return messages.stream().distinct().collect(Collectors.joining(" "));
    }
}
