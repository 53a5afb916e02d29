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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.xwiki.model.reference.DocumentReference;

/**
 * A form that has been sent to a macro: what was typed, and what is wrong with it.
 *
 * @version $Id$
 * @since 1.0
 */
public class FormState
{
    private final String action;

    private final String target;

    private final DocumentReference targetReference;

    private final Map<String, String> values;

    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    private boolean done;

    private boolean partly;

    FormState(String action, String target, DocumentReference targetReference, Map<String, String> values)
    {
        this.action = action;
        this.target = target;
        this.targetReference = targetReference;
        this.values = values;
    }

    /**
     * @return {@code true} if what was typed is only to be looked at
     */
    public boolean isPreview()
    {
        return !get(FormProcessor.PREVIEW).isEmpty() && this.errors.isEmpty();
    }

    /**
     * @return what the form does
     */
    public String getAction()
    {
        return this.action;
    }

    /**
     * @return the page that the form is about
     */
    public DocumentReference getTarget()
    {
        return this.targetReference;
    }

    /**
     * @param name the name of a field
     * @return what was typed, empty if nothing
     */
    public String get(String name)
    {
        return this.values.getOrDefault(name, "");
    }

    /**
     * @param name the name of a field
     * @return {@code true} if the form has it
     */
    public boolean has(String name)
    {
        return this.values.containsKey(name);
    }

    /**
     * @param formAction what a form on the page does
     * @param formTarget the serialized reference of the page that the form is about
     * @return {@code true} if it is this form, and it was refused
     */
    public boolean isRefused(String formAction, String formTarget)
    {
        return !this.done && this.action.equals(formAction) && this.target.equals(formTarget);
    }

    /**
     * @return {@code true} if the form was refused
     */
    public boolean isRefused()
    {
        return !this.done;
    }

    /**
     * @return {@code true} if the form was taken, and the browser is sent on
     */
    public boolean isDone()
    {
        return this.done;
    }

    /**
     * @return what was typed, by field; without what the form itself brought along
     */
    public Map<String, String> getTyped()
    {
        Map<String, String> typed = new LinkedHashMap<>(this.values);
        typed.keySet().removeAll(
            List.of(FormProcessor.TOKEN, FormProcessor.ACTION, FormProcessor.TARGET, FormProcessor.STAMP,
                FormProcessor.PREVIEW, FormProcessor.QUIET, FormProcessor.VIEW, InvitationMacro.PARAMETER));
        // A password is never shown.
        typed.keySet().removeAll(List.of("password", "repeated"));
        typed.values().removeIf(String::isBlank);
        return typed;
    }

    /**
     * @return the messages by field, in their order; those about the whole form have an empty field
     */
    public Map<String, List<String>> getErrors()
    {
        return this.errors;
    }

    void addError(String field, String message)
    {
        this.errors.computeIfAbsent(field, key -> new ArrayList<>()).add(message);
    }

    /**
     * @return {@code true} if what was wanted was done for some
     */
    public boolean isPartly()
    {
        return this.partly;
    }

    void setPartly(boolean value)
    {
        this.partly = value;
    }

    void setDone()
    {
        this.done = true;
    }
}
