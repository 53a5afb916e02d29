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
package org.xwiki.contrib.crowdsourcing.internal.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xwiki.contrib.crowdsourcing.challenge.Need;
import org.xwiki.contrib.crowdsourcing.internal.matching.PanelSolver.Option;
import org.xwiki.contrib.crowdsourcing.internal.matching.PanelSolver.Problem;
import org.xwiki.contrib.crowdsourcing.internal.matching.PanelSolver.Solution;
import org.xwiki.contrib.crowdsourcing.matching.Suggestion.Gain;
import org.xwiki.contrib.crowdsourcing.matching.WishCheck;

/**
 * Makes a panel of experts out of numbers, and says what each of them adds.
 *
 * @version $Id$
 * @since 1.0
 */
final class PanelMaker
{
    private static final int ALL = 100;

    private final Situation situation;

    private final List<Need> needs;

    private final int[] weights;

    private final int[] targets;

    private final int[] cover;

    private final int[] served;

    /**
     * What somebody adds.
     *
     * @param candidate the person
     * @param gains what the person covers that nobody before does
     * @param serves the wishes that the person serves and that were not met before
     */
    record Addition(Candidate candidate, List<Gain> gains, List<WishCheck> serves)
    {
    }

    /**
     * A panel.
     *
     * @param fixed those who are there anyway
     * @param picks those who are suggested
     * @param solution how good it is
     */
    record Made(List<Addition> fixed, List<Addition> picks, Solution solution)
    {
        /**
         * @return how much it covers of what the best panel could cover, in per cent, at least
         */
        int best()
        {
            return this.solution.bound() == 0 ? ALL
                : (int) ((long) this.solution.covered() * ALL / this.solution.bound());
        }
    }

    private PanelMaker(Situation situation, int size)
    {
        this.situation = situation;
        this.needs = situation.needs().getNeeds();
        this.weights = this.needs.stream().mapToInt(Need::weight).toArray();
        this.targets = situation.wishes().getList().stream().mapToInt(wish -> wish.target(size)).toArray();
        this.cover = new int[this.weights.length];
        this.served = new int[this.targets.length];
    }

    /**
     * @param situation what is needed and wished for
     * @param seats how many people are wanted
     * @param fixed those who are there anyway
     * @param options the others, the best match first
     * @return the panel
     */
    static Made make(Situation situation, int seats, List<Candidate> fixed, List<Candidate> options)
    {
        int size = Math.max(fixed.size(), Math.min(seats, fixed.size() + options.size()));
        PanelMaker maker = new PanelMaker(situation, size);
        Problem problem = new Problem(size, maker.weights, maker.targets,
            fixed.stream().map(maker::option).toList(), options.stream().map(maker::option).toList());
        Solution solution = PanelSolver.solve(problem, PanelSolver.EFFORT);
        List<Addition> there = fixed.stream().map(maker::add).toList();
        List<Candidate> left = new ArrayList<>(solution.picks().stream().map(options::get).toList());
        List<Addition> picks = new ArrayList<>();
        while (!left.isEmpty()) {
            Candidate next = maker.next(left);
            left.remove(next);
            picks.add(maker.add(next));
        }
        return new Made(there, picks, solution);
    }

    private Option option(Candidate candidate)
    {
        return new Option(this.situation.needs().cover(candidate.expertise()),
            this.situation.wishes().served(candidate), this.situation.points(candidate));
    }

    /** Who adds most to the needs, then to the wishes; of equal ones the better match, which comes first. */
    private Candidate next(List<Candidate> left)
    {
        Candidate result = left.get(0);
        int[] most = worth(result);
        for (Candidate candidate : left) {
            int[] worth = worth(candidate);
            if (Arrays.compare(worth, most) > 0) {
                result = candidate;
                most = worth;
            }
        }
        return result;
    }

    private int[] worth(Candidate candidate)
    {
        int covered = gains(candidate).stream().mapToInt(gain -> (gain.to() - gain.from()) * gain.need().weight())
            .sum();
        return new int[] {covered, serves(candidate).size()};
    }

    private List<Gain> gains(Candidate candidate)
    {
        int[] own = this.situation.needs().cover(candidate.expertise());
        List<Gain> result = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            if (own[i] > this.cover[i]) {
                result.add(new Gain(this.needs.get(i), this.cover[i], own[i]));
            }
        }
        return result;
    }

    private List<WishCheck> serves(Candidate candidate)
    {
        boolean[] own = this.situation.wishes().served(candidate);
        List<WishCheck> result = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            if (own[i] && this.served[i] < this.targets[i]) {
                WishTargets.Wish wish = this.situation.wishes().getList().get(i);
                result.add(new WishCheck(wish.kind(), wish.value(), wish.share(), this.targets[i],
                    this.served[i] + 1, this.targets[i]));
            }
        }
        return result;
    }

    private Addition add(Candidate candidate)
    {
        Addition result = new Addition(candidate, gains(candidate), serves(candidate));
        int[] own = this.situation.needs().cover(candidate.expertise());
        for (int i = 0; i < own.length; i++) {
            this.cover[i] = Math.max(this.cover[i], own[i]);
        }
        boolean[] serves = this.situation.wishes().served(candidate);
        for (int i = 0; i < serves.length; i++) {
            this.served[i] += serves[i] ? 1 : 0;
        }
        return result;
    }
}
