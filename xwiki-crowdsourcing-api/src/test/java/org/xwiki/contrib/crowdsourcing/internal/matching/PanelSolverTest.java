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
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.internal.matching.PanelSolver.Option;
import org.xwiki.contrib.crowdsourcing.internal.matching.PanelSolver.Problem;
import org.xwiki.contrib.crowdsourcing.internal.matching.PanelSolver.Solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Compares the panels that are found with the best of all panels.
 *
 * @version $Id$
 */
class PanelSolverTest
{
    private static final double GREEDY = 1 - 1 / Math.E;

    private static final int[] COVERS = {0, 0, 0, 20, 40, 50, 100};

    private static Problem random(Random random, int people, boolean wishes)
    {
        int needs = 1 + random.nextInt(8);
        int wished = wishes ? random.nextInt(5) : 0;
        int seats = 1 + random.nextInt(Math.min(8, people));
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int[] cover = new int[needs];
            Arrays.setAll(cover, need -> COVERS[random.nextInt(COVERS.length)]);
            boolean[] served = new boolean[wished];
            for (int wish = 0; wish < wished; wish++) {
                served[wish] = random.nextInt(3) == 0;
            }
            options.add(new Option(cover, served, people - i));
        }
        int[] weights = random.ints(needs, 1, 11).toArray();
        int[] targets = random.ints(wished, 1, seats + 1).toArray();
        List<Option> fixed = random.nextInt(4) == 0 && seats > 1 ? List.of(options.remove(0)) : List.of();
        return new Problem(seats, weights, targets, fixed, options);
    }

    private static int[] worth(Problem problem, List<Integer> picks)
    {
        List<Option> panel = new ArrayList<>(problem.fixed());
        picks.forEach(pick -> panel.add(problem.options().get(pick)));
        int wishes = 0;
        for (int i = 0; i < problem.targets().length; i++) {
            int wish = i;
            wishes += Math.min(problem.targets()[i], panel.stream().filter(one -> one.wishes()[wish]).count());
        }
        int covered = 0;
        for (int i = 0; i < problem.weights().length; i++) {
            int need = i;
            covered += problem.weights()[i] * panel.stream().mapToInt(one -> one.cover()[need]).max().orElse(0);
        }
        return new int[] {wishes, covered};
    }

    /** Looks at every panel. */
    private static int[] best(Problem problem)
    {
        int free = problem.seats() - problem.fixed().size();
        int[] best = {-1, -1};
        for (int set = 0; set < 1 << problem.options().size(); set++) {
            if (Integer.bitCount(set) <= free) {
                List<Integer> picks = new ArrayList<>();
                for (int i = 0; i < problem.options().size(); i++) {
                    if ((set & 1 << i) != 0) {
                        picks.add(i);
                    }
                }
                int[] worth = worth(problem, picks);
                best = Arrays.compare(worth, best) > 0 ? worth : best;
            }
        }
        return best;
    }

    private static void check(Problem problem, Solution solution)
    {
        assertEquals(Math.min(problem.seats() - problem.fixed().size(), problem.options().size()),
            solution.picks().size());
        assertEquals(solution.picks().stream().sorted().distinct().toList(), solution.picks());
        assertEquals(List.of(solution.wishes(), solution.covered()),
            Arrays.stream(worth(problem, solution.picks())).boxed().toList());
        assertTrue(solution.covered() <= solution.bound(), solution.toString());
    }

    @Test
    void upToTwentyPeopleGiveTheBestPanel()
    {
        for (int seed = 0; seed < 300; seed++) {
            Problem problem = random(new Random(seed), 1 + seed % 12, true);
            Solution solution = PanelSolver.solve(problem, PanelSolver.EFFORT);
            check(problem, solution);
            int[] best = best(problem);
            assertTrue(solution.exact(), "Seed " + seed);
            assertEquals(List.of(best[0], best[1]), List.of(solution.wishes(), solution.covered()), "Seed " + seed);
        }
        for (int seed = 1000; seed < 1200; seed++) {
            Problem problem = random(new Random(seed), 20, seed % 2 == 0);
            assertTrue(PanelSolver.solve(problem, PanelSolver.EFFORT).exact(), "Seed " + seed);
        }
        for (int seed = 2000; seed < 2010; seed++) {
            Problem problem = random(new Random(seed), 18, true);
            int[] best = best(problem);
            Solution solution = PanelSolver.solve(problem, PanelSolver.EFFORT);
            assertEquals(List.of(best[0], best[1]), List.of(solution.wishes(), solution.covered()), "Seed " + seed);
        }
    }

    @Test
    void whoMayNotSearchIsStillNearTheBest()
    {
        int proven = 0;
        for (int seed = 0; seed < 300; seed++) {
            Problem problem = random(new Random(seed), 12, false);
            Solution solution = PanelSolver.solve(problem, 0);
            check(problem, solution);
            int best = best(problem)[1];
            assertTrue(solution.covered() >= GREEDY * best, "Seed " + seed);
            assertTrue(solution.bound() >= best, "Seed " + seed);
            proven += solution.exact() ? 1 : 0;
        }
        assertEquals(0, proven);
    }

    @Test
    void theSamePeopleGiveTheSamePanelWithinASecond()
    {
        Random random = new Random(7);
        Problem small = random(random, 10_000, true);
        Problem problem = new Problem(15, small.weights(), small.targets(), List.of(), small.options());
        Solution first = PanelSolver.solve(problem, PanelSolver.EFFORT);
        check(problem, first);
        assertEquals(first, PanelSolver.solve(problem, PanelSolver.EFFORT));
        assertTrue(first.exact(), first.toString());
    }

    @Test
    void aSearchThatIsLeftGivesABoundAndTheSamePanel()
    {
        Random random = new Random(11);
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            int[] cover = new int[40];
            Arrays.setAll(cover, need -> random.nextInt(8) == 0 ? 100 : 0);
            options.add(new Option(cover, new boolean[0], 0));
        }
        Problem problem = new Problem(5, random.ints(40, 1, 11).toArray(), new int[0], List.of(), options);
        Solution first = PanelSolver.solve(problem, 5000);
        assertEquals(first, PanelSolver.solve(problem, 5000));
        assertTrue(!first.exact() && first.bound() > first.covered(), first.toString());
        assertTrue(first.covered() >= GREEDY * first.bound(), first.toString());
    }

    @Test
    void wishesComeBeforeNeedsAndNeedsBeforePoints()
    {
        Option man = new Option(new int[] {100, 0}, new boolean[] {false}, 50);
        Option other = new Option(new int[] {0, 100}, new boolean[] {false}, 40);
        Option woman = new Option(new int[] {40, 0}, new boolean[] {true}, 10);
        Problem wished = new Problem(2, new int[] {5, 3}, new int[] {1}, List.of(), List.of(man, other, woman));
        assertEquals(new Solution(List.of(0, 2), 1, 500, 500, true), PanelSolver.solve(wished, PanelSolver.EFFORT));
        Problem unwished = new Problem(2, new int[] {5, 3}, new int[] {0}, List.of(), List.of(man, other, woman));
        assertEquals(List.of(0, 1), PanelSolver.solve(unwished, PanelSolver.EFFORT).picks());
        Problem there = new Problem(2, new int[] {5, 3}, new int[] {1}, List.of(man), List.of(other, woman));
        assertEquals(List.of(1), PanelSolver.solve(there, PanelSolver.EFFORT).picks());
        Problem full = new Problem(1, new int[] {5, 3}, new int[] {1}, List.of(man), List.of(other, woman));
        assertEquals(new Solution(List.of(), 0, 500, 500, true), PanelSolver.solve(full, PanelSolver.EFFORT));
        Problem more = new Problem(9, new int[] {5, 3}, new int[] {1}, List.of(), List.of(man, other, woman));
        assertEquals(List.of(0, 1, 2), PanelSolver.solve(more, PanelSolver.EFFORT).picks());
    }
}
