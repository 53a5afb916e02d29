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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * What the templates of the macros see as {@code $cs}: the tools and the data of the innermost template that runs.
 *
 * @version $Id$
 * @since 1.0
 */
public class TemplateScope
{
    private final Deque<Frame> frames = new ArrayDeque<>();

    private record Frame(ViewTool tool, Map<String, Object> data)
    {
    }

    /**
     * @return the tools to show values with
     */
    public ViewTool getH()
    {
        return this.frames.peek().tool();
    }

    /**
     * @return all values, to hand them to another template
     */
    public Map<String, Object> getData()
    {
        return this.frames.peek().data();
    }

    /**
     * @param key the name of a value
     * @return the value, {@code null} if there is none
     */
    public Object get(String key)
    {
        return this.frames.peek().data().get(key);
    }

    void push(ViewTool tool, Map<String, Object> data)
    {
        this.frames.push(new Frame(tool, data));
    }

    void pop()
    {
        this.frames.pop();
    }

    boolean isEmpty()
    {
        return this.frames.isEmpty();
    }
}
