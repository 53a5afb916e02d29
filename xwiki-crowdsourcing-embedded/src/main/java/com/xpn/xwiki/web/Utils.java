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
package com.xpn.xwiki.web;

import java.lang.reflect.Type;

import org.xwiki.component.manager.ComponentLookupException;
import org.xwiki.component.manager.ComponentManager;

/**
 * The components, for what is none.
 *
 * @version $Id$
 */
public class Utils
{
    private static volatile ComponentManager componentManager;

    public static void setComponentManager(ComponentManager manager)
    {
        componentManager = manager;
    }

    public static <T> T getComponent(Type roleType)
    {
        return getComponent(roleType, "default");
    }

    public static <T> T getComponent(Type roleType, String roleHint)
    {
        try {
            return componentManager.getInstance(roleType, roleHint);
        } catch (ComponentLookupException e) {
            throw new IllegalStateException(String.format("No component [%s] [%s]", roleType, roleHint), e);
        }
    }
}
