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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.Stored;
import org.xwiki.contrib.crowdsourcing.call.Application;
import org.xwiki.contrib.crowdsourcing.call.ApplicationKind;
import org.xwiki.contrib.crowdsourcing.call.ApplicationState;
import org.xwiki.contrib.crowdsourcing.expert.Affiliation;
import org.xwiki.contrib.crowdsourcing.expert.Expert;
import org.xwiki.contrib.crowdsourcing.expert.Expertise;
import org.xwiki.contrib.crowdsourcing.expert.ExpertiseLevel;
import org.xwiki.contrib.crowdsourcing.expert.Gender;
import org.xwiki.contrib.crowdsourcing.internal.Access;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.model.reference.DocumentReference;

/**
 * Makes values of what is stored of applications and nominations.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = ApplicationView.class)
@Singleton
public class ApplicationView
{
    static final String SESSIONS = "sessions";

    static final String ABOUT = "about";

    static final String SKILLS = "skills";

    static final String RECEIVED_ON = "receivedOn";

    static final String EXPERT = "expert";

    static final String CONSENT = "consent";

    static final String CONSENT_ON = "consentOn";

    static final String CONSENT_VERSION = "consentVersion";

    /** Between the parts of a line with what somebody is able to. */
    static final String BETWEEN = "\t";

    private static final int PARTS = 3;

    @Inject
    private RowReader reader;

    @Inject
    private Access access;

    /**
     * @param each what is stored of each
     * @return the values, with the titles of the pages that the current user may see
     * @throws CrowdsourcingException if titles cannot be read
     */
    List<Application> show(List<List<Row>> each) throws CrowdsourcingException
    {
        Set<DocumentReference> named = new HashSet<>();
        each.stream().flatMap(List::stream).forEach(row -> {
            named.addAll(row.references(SESSIONS));
            named.add(row.reference(ABOUT));
            named.add(row.reference(EXPERT));
        });
        named.removeIf(page -> page == null || !this.access.canView(page));
        Map<DocumentReference, String> titles = this.reader.titles(named);
        return each.stream().filter(rows -> !rows.isEmpty()).map(rows -> toApplication(rows, titles)).toList();
    }

    private Application toApplication(List<Row> rows, Map<DocumentReference, String> titles)
    {
        Row first = rows.get(0);
        ApplicationState decided = first.option(ApplicationState.class, "decided");
        Application.Decision decision = decided == null ? null : new Application.Decision(decided,
            first.reference("decidedBy"), first.instant("decidedOn"), first.text("reason"),
            named(first, EXPERT, titles));
        return new Application(first.page(), first.option(ApplicationStore.KIND, ApplicationKind.APPLICATION),
            first.option(ApplicationStore.STATE, ApplicationState.WAITING),
            rows.stream().map(row -> toSent(row, titles)).toList(), decision, first.stamp());
    }

    private static Application.Named named(Row row, String property, Map<DocumentReference, String> titles)
    {
        DocumentReference page = row.reference(property);
        return page == null || !titles.containsKey(page) ? null : new Application.Named(page, titles.get(page));
    }

    private Application.Sent toSent(Row row, Map<DocumentReference, String> titles)
    {
        Application.Person person = new Application.Person(row.text("name"), row.text("email"), row.text("reach"),
            row.text("position"), row.text("organisation"), row.text("country"), row.text("timezone"),
            row.option(Gender.class, "gender"));
        return new Application.Sent(row.instant(RECEIVED_ON), person, row.list("languages"),
            row.options(Affiliation.class, "affiliations"), skills(row), row.text("motivation"),
            row.text("availability"), row.references(SESSIONS).stream().filter(titles::containsKey)
                .map(page -> new Application.Named(page, titles.get(page))).toList(), named(row, ABOUT, titles),
            new Expert.Consent(row.flag(CONSENT), row.date(CONSENT_ON), row.text(CONSENT_VERSION)),
            new Application.Nominator(row.reference("user"), row.text("nominatorName"), row.text("nominatorEmail")));
    }

    private List<Expertise> skills(Row row)
    {
        List<Expertise> result = new ArrayList<>();
        for (String line : row.lines(SKILLS)) {
            String[] parts = line.split(BETWEEN, PARTS);
            if (parts.length == PARTS) {
                result.add(new Expertise(this.reader.resolve(parts[1], row.page().getWikiReference()), parts[2],
                    Stored.find(ExpertiseLevel.class, parts[0]).orElse(null)));
            }
        }
        return result;
    }
}
