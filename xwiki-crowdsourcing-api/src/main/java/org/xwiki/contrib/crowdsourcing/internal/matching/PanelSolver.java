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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Chooses a panel: as many wishes met as can be, then as much weight of the needs covered as can be, then the best
 * matches. The covered weight is a monotone submodular function of the panel, so that where nothing is wished for the
 * greedy choice alone reaches (1 - 1/e) of the best. Exchanges of one person for another make it better, and a search
 * by branch and bound proves it the best one, or leaves a bound when it has looked at enough. What is counted is what
 * the search looks at and not the time, so the same people give the same panel on every machine.
 *
 * @version $Id$
 * @since 1.0
 */
final class PanelSolver
{
    /** How many people are looked at, each time anew, before the search is left: well below a second. */
    static final long EFFORT = 25_000_000;

    private static final int ROUNDS = 100;

    private final Problem problem;

    private final List<Option> options;

    private long effort;

    private Panel best;

    /**
     * Somebody who could be on the panel.
     *
     * @param cover how much of each need is covered, in per cent
     * @param wishes which of the wishes are served
     * @param points the points of the match
     */
    record Option(int[] cover, boolean[] wishes, int points)
    {
        private List<Integer> values()
        {
            return IntStream.concat(Arrays.stream(this.cover),
                IntStream.range(0, this.wishes.length).map(i -> this.wishes[i] ? 1 : 0)).boxed().toList();
        }
    }

    /**
     * What is to be solved.
     *
     * @param seats how many people are wanted, those who are there anyway among them
     * @param weights the weight of each need
     * @param targets how many people are to serve each wish
     * @param fixed those who are there anyway
     * @param options the others, the best match first
     */
    record Problem(int seats, int[] weights, int[] targets, List<Option> fixed, List<Option> options)
    {
    }

    /**
     * The panel that was found.
     *
     * @param picks the indexes of those who are chosen, the best match first
     * @param wishes how many people serve a wish, of each wish as many as it wants at most
     * @param covered the weight that is covered, in hundredths
     * @param bound no panel covers more
     * @param exact whether there is no better panel
     */
    record Solution(List<Integer> picks, int wishes, int covered, int bound, boolean exact)
    {
    }

    /** Some people, with what they cover and serve together. */
    private static final class Panel
    {
        private final Problem problem;

        private final int[] cover;

        private final int[] served;

        private final Set<Integer> picks = new TreeSet<>();

        private long points;

        Panel(Problem problem)
        {
            this.problem = problem;
            this.cover = new int[problem.weights().length];
            this.served = new int[problem.targets().length];
            problem.fixed().forEach(this::put);
        }

        private void put(Option option)
        {
            for (int i = 0; i < this.cover.length; i++) {
                this.cover[i] = Math.max(this.cover[i], option.cover()[i]);
            }
            for (int i = 0; i < this.served.length; i++) {
                this.served[i] += option.wishes()[i] ? 1 : 0;
            }
            this.points += option.points();
        }

        Panel with(int pick, Option option)
        {
            Panel result = new Panel(this.problem);
            System.arraycopy(this.cover, 0, result.cover, 0, this.cover.length);
            System.arraycopy(this.served, 0, result.served, 0, this.served.length);
            result.picks.addAll(this.picks);
            result.points = this.points;
            result.put(option);
            result.picks.add(pick);
            return result;
        }

        int free()
        {
            return this.problem.seats() - this.problem.fixed().size() - this.picks.size();
        }

        int covered()
        {
            return IntStream.range(0, this.cover.length).map(i -> this.cover[i] * this.problem.weights()[i]).sum();
        }

        int wishes()
        {
            return IntStream.range(0, this.served.length)
                .map(i -> Math.min(this.served[i], this.problem.targets()[i])).sum();
        }

        int coverGain(Option option)
        {
            int result = 0;
            for (int i = 0; i < this.cover.length; i++) {
                result += Math.max(0, option.cover()[i] - this.cover[i]) * this.problem.weights()[i];
            }
            return result;
        }

        int wishGain(Option option)
        {
            int result = 0;
            for (int i = 0; i < this.served.length; i++) {
                result += option.wishes()[i] && this.served[i] < this.problem.targets()[i] ? 1 : 0;
            }
            return result;
        }

        long[] gain(Option option, boolean wishesFirst)
        {
            int wishes = wishGain(option);
            int covered = coverGain(option);
            return wishesFirst ? new long[] {wishes, covered, option.points()}
                : new long[] {covered, wishes, option.points()};
        }

        long[] worth()
        {
            return new long[] {wishes(), covered(), this.points};
        }

        boolean isBetterThan(Panel other)
        {
            return Arrays.compare(worth(), other.worth()) > 0;
        }
    }

    private PanelSolver(Problem problem, List<Option> options, long effort)
    {
        this.problem = problem;
        this.options = options;
        this.effort = effort;
    }

    /**
     * @param problem what is to be solved
     * @param effort how many people may be looked at, each time anew
     * @return the panel
     */
    static Solution solve(Problem problem, long effort)
    {
        List<Integer> kept = reduce(problem);
        Solution solution =
            new PanelSolver(problem, kept.stream().map(problem.options()::get).toList(), effort).solve();
        return new Solution(solution.picks().stream().map(kept::get).toList(), solution.wishes(), solution.covered(),
            solution.bound(), solution.exact());
    }

    /** Leaves out for whom as many better matches as there are seats can stand in, each in every respect. */
    private static List<Integer> reduce(Problem problem)
    {
        Map<List<Integer>, Integer> kinds = new LinkedHashMap<>();
        Set<List<Integer>> enough = new HashSet<>();
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < problem.options().size(); i++) {
            List<Integer> kind = problem.options().get(i).values();
            if (!enough.contains(kind)) {
                int better = kinds.entrySet().stream().filter(entry -> isAtLeast(entry.getKey(), kind))
                    .mapToInt(Map.Entry::getValue).sum();
                if (better < problem.seats()) {
                    kinds.merge(kind, 1, Integer::sum);
                    result.add(i);
                } else {
                    enough.add(kind);
                }
            }
        }
        return result;
    }

    private static boolean isAtLeast(List<Integer> one, List<Integer> other)
    {
        boolean result = true;
        for (int i = 0; result && i < one.size(); i++) {
            result = one.get(i) >= other.get(i);
        }
        return result;
    }

    private Solution solve()
    {
        Panel empty = new Panel(this.problem);
        List<Integer> all = IntStream.range(0, this.options.size()).boxed().toList();
        int bound = empty.covered() + coverBound(empty, all);
        this.best = exchange(fill(empty, true));
        Panel other = exchange(fill(empty, false));
        this.best = other.isBetterThan(this.best) ? other : this.best;
        search(empty, all);
        boolean exact = this.effort > 0;
        Panel result = exchange(fill(this.best, true));
        return new Solution(List.copyOf(result.picks), result.wishes(), result.covered(),
            exact ? result.covered() : bound, exact);
    }

    /** Takes who adds most, one after the other. */
    private Panel fill(Panel begun, boolean wishesFirst)
    {
        Panel result = begun;
        int next = 0;
        while (next >= 0 && result.free() > 0) {
            next = -1;
            long[] most = {};
            for (int i = 0; i < this.options.size(); i++) {
                long[] gain = result.gain(this.options.get(i), wishesFirst);
                if (!result.picks.contains(i) && (next < 0 || Arrays.compare(gain, most) > 0)) {
                    next = i;
                    most = gain;
                }
            }
            result = next < 0 ? result : result.with(next, this.options.get(next));
        }
        return result;
    }

    /** Takes somebody else for one person, as long as that is better. */
    private Panel exchange(Panel begun)
    {
        Panel result = begun;
        boolean better = true;
        for (int round = 0; better && round < ROUNDS; round++) {
            better = false;
            for (int pick : List.copyOf(result.picks)) {
                Panel base = new Panel(this.problem);
                for (int stays : result.picks) {
                    base = stays == pick ? base : base.with(stays, this.options.get(stays));
                }
                int next = pick;
                for (int i = 0; i < this.options.size(); i++) {
                    if (!result.picks.contains(i) && Arrays.compare(base.gain(this.options.get(i), true),
                        base.gain(this.options.get(next), true)) > 0)
                    {
                        next = i;
                    }
                }
                better |= next != pick;
                result = next == pick ? result : base.with(next, this.options.get(next));
            }
        }
        return result;
    }

    private void search(Panel panel, List<Integer> candidates)
    {
        List<Integer> rest = new ArrayList<>(candidates);
        boolean open = true;
        while (open) {
            this.effort -= rest.size() + 1L;
            if (Arrays.compare(panel.worth(), 0, 2, this.best.worth(), 0, 2) > 0) {
                this.best = panel;
            }
            open = this.effort > 0 && panel.free() > 0 && isPromising(panel, rest);
            if (open) {
                Integer next = rest.get(0);
                for (Integer candidate : rest) {
                    if (Arrays.compare(panel.gain(this.options.get(candidate), true),
                        panel.gain(this.options.get(next), true)) > 0)
                    {
                        next = candidate;
                    }
                }
                rest.remove(next);
                search(panel.with(next, this.options.get(next)), rest);
            }
        }
    }

    /** Whether some of the rest could make the panel better than the best one. */
    private boolean isPromising(Panel panel, List<Integer> rest)
    {
        int wishes = panel.wishes() + wishBound(panel, rest);
        int covered = panel.covered() + coverBound(panel, rest);
        int most = this.best.wishes();
        return wishes > most || wishes == most && covered > this.best.covered();
    }

    /** Neither more than the needs leave nor more than the best of the rest add, each by themselves. */
    private int coverBound(Panel panel, List<Integer> rest)
    {
        int[] gains = new int[rest.size()];
        int[] most = panel.cover.clone();
        for (int i = 0; i < gains.length; i++) {
            Option option = this.options.get(rest.get(i));
            gains[i] = panel.coverGain(option);
            for (int need = 0; need < most.length; need++) {
                most[need] = Math.max(most[need], option.cover()[need]);
            }
        }
        int left = 0;
        for (int need = 0; need < most.length; need++) {
            left += (most[need] - panel.cover[need]) * this.problem.weights()[need];
        }
        return Math.min(left, largest(gains, panel.free()));
    }

    private int wishBound(Panel panel, List<Integer> rest)
    {
        int[] gains = new int[rest.size()];
        int[] able = new int[panel.served.length];
        for (int i = 0; i < gains.length; i++) {
            Option option = this.options.get(rest.get(i));
            gains[i] = panel.wishGain(option);
            for (int wish = 0; wish < able.length; wish++) {
                able[wish] += option.wishes()[wish] ? 1 : 0;
            }
        }
        int left = 0;
        for (int wish = 0; wish < able.length; wish++) {
            left += Math.min(Math.max(0, this.problem.targets()[wish] - panel.served[wish]),
                Math.min(able[wish], panel.free()));
        }
        return Math.min(left, largest(gains, panel.free()));
    }

    private static int largest(int[] gains, int number)
    {
        Arrays.sort(gains);
        return Arrays.stream(gains, Math.max(0, gains.length - Math.max(0, number)), gains.length).sum();
    }
}
