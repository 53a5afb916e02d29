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
package org.xwiki.contrib.crowdsourcing.internal.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.NotFoundException;
import org.xwiki.contrib.crowdsourcing.PageRequest;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.call.Call;
import org.xwiki.contrib.crowdsourcing.call.CallManager;
import org.xwiki.contrib.crowdsourcing.call.CallState;
import org.xwiki.contrib.crowdsourcing.call.NewApplication;
import org.xwiki.contrib.crowdsourcing.call.NewNomination;
import org.xwiki.contrib.crowdsourcing.challenge.Challenge;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeQuery;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeRow;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeState;
import org.xwiki.contrib.crowdsourcing.dialogue.Dialogue;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueState;
import org.xwiki.contrib.crowdsourcing.dialogue.Session;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.Inputs;
import org.xwiki.contrib.crowdsourcing.internal.Things;
import org.xwiki.contrib.crowdsourcing.internal.expert.ContactStore;
import org.xwiki.contrib.crowdsourcing.internal.store.PageReader;
import org.xwiki.contrib.crowdsourcing.internal.store.PageWriter;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * The rules of open calls.
 *
 * @version $Id$
 * @since 1.0
 */
@Component
@Singleton
@SuppressWarnings("checkstyle:ClassFanOutComplexity")
public class DefaultCallManager implements CallManager
{
    private static final String TITLE = "title";

    @Inject
    private CallReader calls;

    @Inject
    private ApplicationInputs applicationInputs;

    @Inject
    private ApplicationStore store;

    @Inject
    private DialogueManager dialogues;

    @Inject
    private ChallengeManager challenges;

    @Inject
    private Things things;

    @Inject
    private PageReader pages;

    @Inject
    private PageWriter writer;

    @Inject
    private Access access;

    @Override
    public Optional<Call> callOf(DocumentReference page) throws CrowdsourcingException
    {
        return this.calls.find(page);
    }

    @Override
    public DocumentReference create(DocumentReference initiative, String title) throws CrowdsourcingException
    {
        this.things.get(initiative, Schema.INITIATIVE);
        this.access.require(this.things.canCreate(initiative));
        Inputs inputs = new Inputs();
        String checked = inputs.title(TITLE, title);
        inputs.refuse();
        DocumentReference page = CallReader.page(initiative);
        if (!this.writer.create(page, checked, Schema.CALL, Map.of(), false)) {
            throw new ConflictException(new FieldError(TITLE, "crowdsourcing.error.callThere"));
        }
        return page;
    }

    @Override
    public boolean canCreate(DocumentReference initiative) throws CrowdsourcingException
    {
        return this.things.canCreate(initiative) && !this.pages.exists(CallReader.page(initiative));
    }

    @Override
    public boolean canEdit(DocumentReference call)
    {
        return this.access.canEdit(call);
    }

    @Override
    public void setState(DocumentReference call, CallState state) throws CrowdsourcingException
    {
        this.things.getEditable(call, Schema.CALL);
        Inputs inputs = new Inputs();
        inputs.required(CallReader.STATE, state);
        inputs.refuse();
        this.writer.update(call, Schema.CALL, Map.of(CallReader.STATE, state.getId()), "");
    }

    @Override
    public List<Dialogue> getSessions(DocumentReference call) throws CrowdsourcingException
    {
        Instant now = Instant.now();
        return this.dialogues.getSessions(get(call).initiative().reference()).stream().map(Session::dialogue)
            .filter(dialogue -> dialogue.state() == DialogueState.PLANNED && !isOver(dialogue, now)).toList();
    }

    private static boolean isOver(Dialogue dialogue, Instant now)
    {
        return dialogue.end() != null && dialogue.end().toInstant().isBefore(now);
    }

    @Override
    public List<Challenge> getChallenges(DocumentReference call) throws CrowdsourcingException
    {
        return this.challenges.list(ChallengeQuery.tree(get(call).initiative().reference(), null,
            PageRequest.first(PageRequest.MAXIMUM))).rows().stream().map(ChallengeRow::challenge)
            .filter(challenge -> challenge.state() != ChallengeState.DROPPED).toList();
    }

    private Call get(DocumentReference call) throws CrowdsourcingException
    {
        return this.calls.find(call)
            .orElseThrow(() -> new NotFoundException(new FieldError("", "crowdsourcing.error.notFound")));
    }

    private Call getOpen(DocumentReference page) throws CrowdsourcingException
    {
        Call call = get(page);
        if (!call.isOpen()) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.callClosed"));
        }
        return call;
    }

    @Override
    public boolean canNominate(Call call)
    {
        return call.isOpen() && (call.options().nominations() || !this.access.isGuest());
    }

    @Override
    public void apply(DocumentReference page, NewApplication application) throws CrowdsourcingException
    {
        Call call = getOpen(page);
        Map<String, Object> values =
            this.applicationInputs.check(call, application, getSessions(call.reference()));
        receive(call, ApplicationKind.APPLICATION, values.get(ContactStore.EMAIL).toString(), values);
    }

    @Override
    public void nominate(DocumentReference page, NewNomination nomination) throws CrowdsourcingException
    {
        Call call = getOpen(page);
        this.access.require(canNominate(call));
        Map<String, Object> values = this.applicationInputs.check(call, nomination, getSessions(call.reference()),
            getChallenges(call.reference()).stream().map(Challenge::reference).toList());
        receive(call, ApplicationKind.NOMINATION, ApplicationInputs.key(values), values);
    }

    private void receive(Call call, ApplicationKind kind, String key, Map<String, Object> values)
        throws CrowdsourcingException
    {
        if (this.store.isBusy(call.reference())) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.callBusy"));
        }
        this.store.receive(call.reference(), kind, key, values);
    }
}
