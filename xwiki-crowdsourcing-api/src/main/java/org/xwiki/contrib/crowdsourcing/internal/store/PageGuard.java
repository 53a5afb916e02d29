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
package org.xwiki.contrib.crowdsourcing.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import javax.inject.Inject;
import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.ConflictException;
import org.xwiki.contrib.crowdsourcing.FieldError;
import org.xwiki.contrib.crowdsourcing.Seen;
import org.xwiki.model.reference.DocumentReference;

/**
 * Lets one thread after the other change a page, and the later one only if the page is still as it was seen. Between
 * two nodes of a cluster there remains the moment of the saving itself, as everywhere in the wiki.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = PageGuard.class)
@Singleton
public class PageGuard
{
    private static final int LOCKS = 64;

    /** In seconds. Who waits longer waits for somebody who waits for them. */
    private static final int PATIENCE = 10;

    private final List<ReentrantLock> locks = Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    @Inject
    private Seen seen;

    /**
     * Waits until nobody else changes the page.
     *
     * @param page the page
     * @throws ConflictException if that takes too long
     */
    public void enter(DocumentReference page) throws ConflictException
    {
        boolean entered = false;
        try {
            entered = lock(page).tryLock(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuse(!entered);
    }

    /**
     * Lets others change the page.
     *
     * @param page the page
     */
    public void leave(DocumentReference page)
    {
        lock(page).unlock();
    }

    private ReentrantLock lock(DocumentReference page)
    {
        return this.locks.get(Math.floorMod(page.hashCode(), LOCKS));
    }

    /**
     * Refuses to change what is not any more as it was seen. What was seen is used up by that: the same act may change
     * the page once more.
     *
     * @param page the page
     * @param held what it holds
     * @throws ConflictException if it was seen otherwise
     */
    public void check(DocumentReference page, Row held) throws ConflictException
    {
        String expected = this.seen.of(page);
        if (!expected.isEmpty()) {
            this.seen.forget();
            refuse(!expected.equals(held.stamp()));
        }
    }

    /**
     * The same for what was seen in one of several ways.
     *
     * @param page the page
     * @param stamps the stamps of what it holds, as a whole and of the part that is changed
     * @throws ConflictException if it was seen otherwise
     */
    public void check(DocumentReference page, Collection<String> stamps) throws ConflictException
    {
        String expected = this.seen.of(page);
        if (!expected.isEmpty()) {
            this.seen.forget();
            refuse(!stamps.contains(expected));
        }
    }

    private void refuse(boolean refused) throws ConflictException
    {
        if (refused) {
            throw new ConflictException(new FieldError("", "crowdsourcing.error.conflict"));
        }
    }
}
