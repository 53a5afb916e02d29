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
package org.xwiki.contrib.crowdsourcing.internal.dialogue;

import java.util.Map;
import java.util.Set;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.ContributionState;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;
import org.xwiki.contrib.crowdsourcing.internal.store.RowReader;
import org.xwiki.contrib.crowdsourcing.internal.store.Schema;
import org.xwiki.model.reference.DocumentReference;

/**
 * Keeps the newest contributions of the threads to which somebody contributes, up to date with what any machine saves.
 * Nothing here checks a right.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PostStore.class)
@Singleton
public class PostStore extends AbstractThreadCache<Posts>
{
    private static final Set<ContributionState> WATCHED =
        Set.of(ContributionState.PUBLISHED, ContributionState.AWAITING);

    private static final Set<String> PROPERTIES =
        Set.of(ContributionView.AUTHOR, ContributionView.STATE, "speaker", "text");

    private static final int THREADS = 100;

    /** In seconds, after which they are looked up again, should an event of another machine have been lost. */
    private static final int LIFESPAN = 600;

    @Inject
    private RowReader reader;

    @Inject
    private ContributionStore contributions;

    /**
     * Keeps nothing yet.
     */
    public PostStore()
    {
        super("crowdsourcingPosts", THREADS, LIFESPAN);
    }

    /**
     * @param thread the page of a thread
     * @return its newest contributions
     * @throws CrowdsourcingException if they cannot be read
     */
    Posts of(DocumentReference thread) throws CrowdsourcingException
    {
        Posts posts = findOrKeep(thread, Posts::new);
        posts.readOnce(() -> {
            Map<DocumentReference, Row> rows = this.reader.readOnly(thread.getWikiReference(),
                this.contributions.newest(thread, Posts.LIMIT), PROPERTIES, Schema.CONTRIBUTION)
                .first(Schema.CONTRIBUTION);
            return rows.values().stream().filter(this::isWatched).map(Post::of).toList();
        });
        return posts;
    }

    private boolean isWatched(Row contribution)
    {
        return ContributionKeys.isName(contribution.page().getName())
            && WATCHED.contains(ContributionView.state(contribution));
    }

    /**
     * Takes up that a contribution was saved or deleted.
     *
     * @param page its page
     * @param contribution what it says now, without values if it is gone
     */
    void happened(DocumentReference page, Row contribution)
    {
        Posts posts = find(page);
        if (posts != null && !contribution.text(ContributionView.STATE).isEmpty() && isWatched(contribution)) {
            posts.put(Post.of(contribution));
        } else if (posts != null) {
            posts.remove(page.getName());
        }
    }
}
