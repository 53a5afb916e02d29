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
package org.xwiki.contrib.crowdsourcing.internal.macro;

import java.util.function.Supplier;

import javax.inject.Singleton;

import org.xwiki.component.annotation.Component;
import org.xwiki.contrib.crowdsourcing.brief.Brief;

/**
 * The brief whose sections are being shown: what is cited in them is cited from there, wherever they are shown.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = CitedBriefs.class)
@Singleton
public class CitedBriefs
{
    private final ThreadLocal<Brief> shown = new ThreadLocal<>();

    /**
     * @return the brief whose sections are being shown, {@code null} if none is
     */
    public Brief get()
    {
        return this.shown.get();
    }

    /**
     * @param brief a brief
     * @param rendering shows a section of it
     * @return what is shown
     */
    public String during(Brief brief, Supplier<String> rendering)
    {
        Brief before = this.shown.get();
        this.shown.set(brief);
        try {
            return rendering.get();
        } finally {
            if (before == null) {
                this.shown.remove();
            } else {
                this.shown.set(before);
            }
        }
    }
}
