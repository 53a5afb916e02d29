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
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.util.List;
import java.util.stream.Collectors;

import org.xwiki.component.manager.ComponentManager;
import org.xwiki.contrib.crowdsourcing.brief.BriefManager;
import org.xwiki.contrib.crowdsourcing.challenge.ChallengeManager;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.roadmap.RoadmapManager;
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.query.Query;
import org.xwiki.query.QueryManager;

/**
 * A challenge with all that belongs to it, below the sample initiative so that the sample's people have their rights,
 * for tests that leave traces.
 *
 * @param challenge a challenge
 * @param brief its brief, a draft
 * @param dialogue its dialogue, open
 * @param closed another dialogue of it, closed
 * @param roadmap a roadmap, a draft
 * @param recommendation a recommendation of it
 * @version $Id$
 */
public record Fixture(DocumentReference challenge, DocumentReference brief, DocumentReference dialogue,
    DocumentReference closed, DocumentReference roadmap, DocumentReference recommendation)
{
    private static final String ADMIN = "XWiki.Admin";

    /**
     * @param title a part of the titles
     * @return new pages
     * @throws Exception when they cannot be created
     */
    public static Fixture create(String title) throws Exception
    {
        DocumentReference initiative = reference(initiative());
        return TestWiki.execute(ADMIN, () -> {
            DocumentReference challenge =
                component(ChallengeManager.class).create(initiative, "Challenge " + title);
            DocumentReference brief = component(BriefManager.class).create(challenge, "Brief " + title);
            RoadmapManager roadmaps = component(RoadmapManager.class);
            DocumentReference roadmap = roadmaps.create(initiative, "Roadmap " + title);
            DocumentReference closed = dialogue(challenge, "Closed dialogue " + title);
            component(DialogueManager.class).close(closed);
            return new Fixture(challenge, brief, dialogue(challenge, "Dialogue " + title), closed, roadmap,
                roadmaps.createRecommendation(roadmap, "Recommendation " + title));
        });
    }

    private static DocumentReference dialogue(DocumentReference challenge, String title) throws Exception
    {
        DialogueManager dialogues = component(DialogueManager.class);
        DocumentReference dialogue = dialogues.create(challenge, title);
        dialogues.plan(dialogue, "2030-06-06T10:00", "America/Mexico_City", 120);
        dialogues.open(dialogue);
        return dialogue;
    }

    /**
     * @param role a component role
     * @param <T> the type of the role
     * @return the component of the wiki
     * @throws Exception when there is none
     */
    public static <T> T component(Class<T> role) throws Exception
    {
        ComponentManager components = TestWiki.embedded().getComponentManager();
        return components.getInstance(role);
    }

    /**
     * @return the local reference of the sample initiative
     * @throws Exception when the sample cannot be read
     */
    public static String initiative() throws Exception
    {
        return XarPage.read(Artifacts.sample()).stream().filter(page -> page.is("InitiativeClass")).findFirst()
            .orElseThrow().reference();
    }

    /**
     * @param local the local reference of a page
     * @return its reference
     */
    public static DocumentReference reference(String local)
    {
        List<String> names = WikiClient.names(local);
        return new DocumentReference("xwiki", names.subList(0, names.size() - 1), names.get(names.size() - 1));
    }

    /**
     * @param action what to do with the page
     * @param reference a page
     * @return the path of its URL
     */
    public static String path(String action, DocumentReference reference)
    {
        String spaces = reference.getReversedReferenceChain().stream()
            .filter(part -> part.getType() == EntityType.SPACE).map(part -> WikiClient.encode(part.getName()))
            .collect(Collectors.joining("/"));
        String name = reference.getName();
        return "/bin/" + action + '/' + spaces + '/' + ("WebHome".equals(name) ? "" : WikiClient.encode(name));
    }

    /**
     * @return every page of the wiki with its version: what changes when anything is saved
     * @throws Exception when it cannot be read
     */
    public static List<String> stored() throws Exception
    {
        return TestWiki.execute(ADMIN, () -> {
            List<Object[]> rows = component(QueryManager.class)
                .createQuery("select doc.fullName, doc.version from XWikiDocument doc order by doc.fullName", Query.HQL)
                .execute();
            return rows.stream().map(row -> row[0] + " " + row[1]).toList();
        });
    }
}
