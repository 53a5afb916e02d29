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
import org.xwiki.model.EntityType;
import org.xwiki.model.reference.DocumentReference;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A challenge with all that belongs to it, below the initiative of the tests so that its people have their rights, for
 * tests that leave traces.
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
    /**
     * @param title a part of the titles
     * @return new pages
     */
    public static Fixture create(String title)
    {
        WikiClient admin = TestWiki.client(Account.ADMIN);
        String challenge = admin.create(initiative(), "createChallenge", "Challenge " + title);
        String brief = admin.create(challenge, "createBrief", "Brief " + title);
        String roadmap = admin.create(initiative(), "createRoadmap", "Roadmap " + title);
        String closed = dialogue(admin, challenge, "Closed dialogue " + title);
        admin.done(admin.get(WikiClient.path("view", closed)).actionForm("closeDialogue")::submit);
        return new Fixture(reference(challenge), reference(brief),
            reference(dialogue(admin, challenge, "Dialogue " + title)), reference(closed), reference(roadmap),
            reference(admin.create(roadmap, "createRecommendation", "Recommendation " + title)));
    }

    private static String dialogue(WikiClient admin, String challenge, String title)
    {
        String dialogue = admin.create(challenge, "createDialogue", title, "start", "2030-06-06T10:00", "timezone",
            "America/Mexico_City", "duration", "120");
        admin.done(admin.get(WikiClient.path("view", dialogue)).actionForm("openDialogue")::submit);
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
     * @return the local reference of the initiative of the tests
     */
    public static String initiative()
    {
        return Stage.page("InitiativeClass");
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
     * @param reference a page
     * @return its local reference
     */
    public static String local(DocumentReference reference)
    {
        return WikiClient.reference(path("view", reference));
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
     * Contributes an idea to the dialogue.
     *
     * @param author who contributes it
     * @param text what it says and no other one there says
     * @return the name of its page
     */
    public String contribute(Account author, String text)
    {
        WikiPage page = TestWiki.client(author).get(path("view", dialogue())).actionForm("contribute")
            .set("text", text).set("kind", "idea").submit();
        assertEquals(200, page.status(), page.toString());
        return page.document().select(".cs-contribution").stream().filter(item -> item.text().contains(text))
            .map(item -> item.id()).reduce((one, other) -> other).orElseThrow();
    }
}
