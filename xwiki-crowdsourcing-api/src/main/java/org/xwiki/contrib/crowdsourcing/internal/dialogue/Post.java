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

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import org.xwiki.contrib.crowdsourcing.dialogue.Contribution;
import org.xwiki.contrib.crowdsourcing.internal.store.Row;

/**
 * What is remembered of a contribution to tell whether others say the same.
 *
 * @param name the name of its page
 * @param author the author, as stored
 * @param own {@code true} if the author has an account and speaks for herself
 * @param words its different words, as sorted numbers
 * @version $Id$
 * @since 1.0
 */
record Post(String name, String author, boolean own, int[] words)
{
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Many say the same with very few words. */
    private static final int FEWEST = 4;

    private static final double ALIKE = 0.8;

    /**
     * @param contribution a stored contribution
     * @return what is remembered of it
     */
    static Post of(Row contribution)
    {
        String author = contribution.text(ContributionView.AUTHOR);
        boolean own = !author.isEmpty() && !author.endsWith(Contribution.GUEST)
            && contribution.text("speaker").isEmpty();
        return new Post(contribution.page().getName(), author, own, words(contribution.text("text")));
    }

    private static int[] words(String text)
    {
        return BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty())
            .mapToInt(String::hashCode).distinct().sorted().toArray();
    }

    /**
     * @return when it was said
     */
    Instant time()
    {
        return ContributionKeys.time(this.name);
    }

    /**
     * @return that its author said something
     */
    Act act()
    {
        return new Act(this.author, time());
    }

    /**
     * @param other another contribution
     * @return {@code true} if they say nearly the same with the same words
     */
    boolean isLike(Post other)
    {
        int shorter = Math.min(this.words.length, other.words.length);
        int longer = Math.max(this.words.length, other.words.length);
        if (shorter < FEWEST || shorter < longer * ALIKE) {
            return false;
        }
        long common = Arrays.stream(this.words).filter(word -> Arrays.binarySearch(other.words, word) >= 0).count();
        return common >= (shorter + longer - common) * ALIKE;
    }
}
