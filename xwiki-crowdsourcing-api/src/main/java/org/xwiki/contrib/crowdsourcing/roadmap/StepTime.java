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
package org.xwiki.contrib.crowdsourcing.roadmap;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * When a step begins and how long it takes.
 *
 * @param on the day on which it begins, or {@code null} if it is counted from the beginning of the roadmap
 * @param start how many months or days after the beginning of the roadmap it begins, or {@code null} if not said
 * @param startUnit what that is counted in, never {@code null}
 * @param aggressive how long it takes at best, 0 if not said
 * @param conservative how long it takes to be safe, 0 if not said
 * @param unit what both are counted in, never {@code null}
 * @version $Id$
 * @since 1.0
 */
public record StepTime(LocalDate on, Integer start, StartUnit startUnit, int aggressive, int conservative,
    DurationUnit unit)
{
    /** The mean length of a month, in days. */
    public static final double MONTH = 30.4375;

    private static final int WEEK = 7;

    private static final int WORKING_WEEK = 5;

    /**
     * @param start in which month of the roadmap it begins
     * @param aggressive how many months it takes at best
     * @param conservative how many months it takes to be safe
     * @return the time of a step that is counted in months
     */
    public static StepTime ofMonths(int start, int aggressive, int conservative)
    {
        return new StepTime(null, start, StartUnit.MONTHS, aggressive, conservative, DurationUnit.MONTHS);
    }

    /**
     * @return {@code true} if it says when it begins or how long it takes
     */
    public boolean isSaid()
    {
        return this.on != null || this.start != null || longest() > 0;
    }

    /**
     * @return how long it takes to be safe, or at best if only that is said
     */
    public int longest()
    {
        return this.conservative > 0 ? this.conservative : this.aggressive;
    }

    /**
     * @return how long it takes at best, or to be safe if only that is said
     */
    public int shortest()
    {
        return this.aggressive > 0 ? this.aggressive : this.conservative;
    }

    /**
     * @param beginning the day on which the roadmap begins, or {@code null}
     * @return the day on which the step begins, or {@code null} if it is not known
     */
    public LocalDate startsOn(LocalDate beginning)
    {
        LocalDate result = this.on;
        if (result == null && beginning != null && isSaid()) {
            int number = this.start == null ? 0 : this.start;
            result = this.startUnit == StartUnit.DAYS ? beginning.plusDays(number) : beginning.plusMonths(number);
        }
        return result;
    }

    /**
     * @param from the day on which the step begins
     * @param duration how long it takes, in the unit of the step
     * @return the day by which it is done
     */
    public LocalDate after(LocalDate from, int duration)
    {
        return switch (this.unit) {
            case WORKING_DAYS -> afterWorkingDays(from, duration);
            case DAYS -> from.plusDays(duration);
            case WEEKS -> from.plusWeeks(duration);
            case MONTHS -> from.plusMonths(duration);
        };
    }

    private static LocalDate afterWorkingDays(LocalDate from, int duration)
    {
        // What begins at the weekend begins on Monday.
        int beyond = from.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
        LocalDate first = beyond > 0 ? from.plusDays(WEEK - WORKING_WEEK + 1L - beyond) : from;
        int ahead = first.getDayOfWeek().getValue() - 1 + duration % WORKING_WEEK;
        int weekend = ahead >= WORKING_WEEK ? WEEK - WORKING_WEEK : 0;
        return first.plusWeeks(duration / WORKING_WEEK).plusDays(duration % WORKING_WEEK + weekend);
    }

    /**
     * @return how many days after the beginning of a roadmap it begins whose day is not known
     */
    public double startDay()
    {
        double number = this.start == null ? 0 : this.start;
        return this.startUnit == StartUnit.DAYS ? number : number * MONTH;
    }

    /**
     * @param duration how long it takes, in the unit of the step
     * @return how many days that is on average
     */
    public double days(int duration)
    {
        return switch (this.unit) {
            case WORKING_DAYS -> (double) duration * WEEK / WORKING_WEEK;
            case DAYS -> duration;
            case WEEKS -> (double) duration * WEEK;
            case MONTHS -> duration * MONTH;
        };
    }
}
