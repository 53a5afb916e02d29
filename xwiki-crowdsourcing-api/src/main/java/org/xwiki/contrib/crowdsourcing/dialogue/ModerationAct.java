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
package org.xwiki.contrib.crowdsourcing.dialogue;

import org.xwiki.contrib.crowdsourcing.Stored;

/**
 * What curators do that the public may know.
 *
 * @version $Id$
 * @since 1.0
 */
public enum ModerationAct implements Stored
{
    /** A contribution was hidden. */
    HIDDEN("hidden"),

    /** A hidden contribution is shown again. */
    SHOWN("shown"),

    /** A contribution that awaited moderation is shown. */
    APPROVED("approved"),

    /** A contribution became part of another one. */
    MERGED("merged"),

    /** A contribution stands on its own again. */
    UNMERGED("unmerged"),

    /** What somebody said was removed for good. */
    ERASED("erased"),

    /** An author's appeal was answered: the contribution stays hidden. */
    UPHELD("upheld"),

    /** An author's appeal was answered: the contribution is shown again. */
    GRANTED("granted"),

    /** An alert was looked into. */
    REVIEWED("reviewed"),

    /** Support of many young accounts does not count until it is reviewed. */
    SET_ASIDE("setaside"),

    /** Support that was set aside counts. */
    COUNTED("counted"),

    /** Support that was set aside is left out. */
    LEFT_OUT("leftout");

    private final String id;

    ModerationAct(String id)
    {
        this.id = id;
    }

    /**
     * @return {@code true} if an alert was looked into
     */
    public boolean isReview()
    {
        return this == REVIEWED || this == COUNTED || this == LEFT_OUT;
    }

    @Override
    public String getId()
    {
        return this.id;
    }
}
