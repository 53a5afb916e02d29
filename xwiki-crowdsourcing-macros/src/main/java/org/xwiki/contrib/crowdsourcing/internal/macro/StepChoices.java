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
import java.util.Collection;
import java.util.List;
import java.util.Map;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.plan.Plan;
import org.xwiki.contrib.crowdsourcing.plan.PlanManager;
import org.xwiki.model.reference.DocumentReference;

/**
 * The steps of a roadmap to choose from, by their titles, where the form of a recommendation asks for what must be done
 * before a step.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = StepChoices.class)
@Singleton
public class StepChoices
{
    private static final String NAME = "name";

    private static final String MULTIPLE = "multiple";

    private static final String SELECT = "select";

    private static final String OPTION = "option";

    private static final String GROUP = "optgroup";

    private static final String VALUE = "value";

    private static final String SELECTED = "selected";

    private static final String DISABLED = "disabled";

    private static final int MOST_ROWS = 6;

    @Inject
    private PlanManager plans;

    /**
     * A step to choose.
     *
     * @param uid its identifier
     * @param title its title, plain text
     * @param recommendation the title of its recommendation, plain text
     * @param number the number of its object if it is on the page that is edited, otherwise -1
     */
    public record Choice(String uid, String title, String recommendation, int number)
    {
    }

    /**
     * @param page the page that is edited
     * @return the steps of its roadmap, its own first
     * @throws CrowdsourcingException if they cannot be read
     */
    public List<Choice> get(DocumentReference page) throws CrowdsourcingException
    {
        List<Choice> own = new ArrayList<>();
        List<Choice> others = new ArrayList<>();
        this.plans.getPlan(page).map(Plan::choices).orElse(List.of()).stream()
            .filter(planned -> !planned.step().uid().isEmpty()).forEach(planned -> {
                boolean here = planned.recommendation().reference().equals(page);
                (here ? own : others).add(new Choice(planned.step().uid(), planned.step().title(),
                    planned.recommendation().title(), here ? planned.step().number() : -1));
            });
        own.addAll(others);
        return own;
    }

    /**
     * @param toolkit what is needed of the wiki
     * @param id the id and the name of the control
     * @param choices the steps to choose from
     * @param property {@code number} of the object and {@code value}, as the form has it
     * @return the control
     */
    static String select(Toolkit toolkit, String id, List<Choice> choices, Map<String, ?> property)
    {
        List<String> chosen = property.get(VALUE) instanceof Collection<?> values
            ? new ArrayList<>(values.stream().map(String::valueOf).filter(value -> !value.isBlank()).toList())
            : new ArrayList<>();
        List<Choice> offered = choices.stream()
            .filter(choice -> !String.valueOf(choice.number()).equals(String.valueOf(property.get("number")))).toList();
        Html html = new Html().open(SELECT, "id", id, NAME, id, MULTIPLE, MULTIPLE, "class", "form-control", "size",
            Math.max(2, Math.min(MOST_ROWS, offered.size() + 1)));
        if (offered.isEmpty() && chosen.isEmpty()) {
            html.open(OPTION, DISABLED, DISABLED).text(toolkit.translate("crowdsourcing.step.noChoice")).close(OPTION);
        }
        addGroups(html, offered, chosen, toolkit.translate("crowdsourcing.untitled"));
        for (String gone : chosen) {
            html.open(OPTION, VALUE, gone, SELECTED, SELECTED)
                .text(toolkit.translate("crowdsourcing.step.missing.choice", gone)).close(OPTION);
        }
        // Nothing chosen is sent as well.
        return html.close(SELECT).open("input", "type", "hidden", NAME, id, VALUE, "").toString();
    }

    /** Leaves in the list of what is chosen what is not offered. */
    private static void addGroups(Html html, List<Choice> offered, List<String> chosen, String untitled)
    {
        String group = null;
        for (Choice choice : offered) {
            if (!choice.recommendation().equals(group)) {
                if (group != null) {
                    html.close(GROUP);
                }
                group = choice.recommendation();
                html.open(GROUP, "label", group);
            }
            html.open(OPTION, VALUE, choice.uid(), SELECTED, chosen.remove(choice.uid()) ? SELECTED : null)
                .text(choice.title().isBlank() ? untitled : choice.title()).close(OPTION);
        }
        if (group != null) {
            html.close(GROUP);
        }
    }
}
