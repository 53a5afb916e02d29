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

import java.time.Duration;

import org.xwiki.contrib.crowdsourcing.CrowdsourcingException;
import org.xwiki.contrib.crowdsourcing.dialogue.Measures;
import org.xwiki.model.reference.DocumentReference;

/**
 * What was measured of a thread, and when it is measured anew: after something was said or changed, but not so often
 * that measuring takes more than a tenth of the time.
 *
 * @version $Id$
 * @since 1.0
 */
final class Measured
{
    /** After that what changed elsewhere, in the challenge or its briefs, is seen too. */
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private static final long PAUSE = 10;

    private final Reading reading = new Reading();

    private Measures measures;

    private boolean changed;

    private long took;

    private long done;

    /**
     * What measures.
     */
    @FunctionalInterface
    interface Source
    {
        /**
         * @param reading what was read of the thread before
         * @return what is measured now
         * @throws CrowdsourcingException if it fails
         */
        Measures measure(Reading reading) throws CrowdsourcingException;
    }

    /**
     * @return the page of one of the contributions that were measured, {@code null} if there was none
     */
    synchronized DocumentReference any()
    {
        return this.reading.any();
    }

    /** Something was said or changed. */
    void change()
    {
        synchronized (this.reading) {
            this.changed = true;
        }
    }

    /**
     * @param source what measures
     * @return what was measured
     * @throws CrowdsourcingException if it fails
     */
    synchronized Measures get(Source source) throws CrowdsourcingException
    {
        long begun = System.nanoTime();
        long age = begun - this.done;
        boolean due;
        synchronized (this.reading) {
            due = this.measures == null || age > LONGEST || this.changed && age > PAUSE * this.took;
            // What happens from now on may be measured or not.
            this.changed &= !due;
        }
        if (due) {
            try {
                this.measures = source.measure(this.reading);
            } catch (CrowdsourcingException e) {
                change();
                throw e;
            }
            this.done = System.nanoTime();
            this.took = this.done - begun;
        }
        return this.measures;
    }
}
