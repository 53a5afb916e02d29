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
package org.xwiki.contrib.crowdsourcing.embedded.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.lang3.math.NumberUtils;

import com.xpn.xwiki.web.EditForm;
import com.xpn.xwiki.web.XWikiForm;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a request says about the objects of a page.
 *
 * @version $Id$
 * @since 1.0
 */
class SentForm extends EditForm
{
    /** The name of an object: its class and its number. */
    static final Pattern OBJECT = Pattern.compile("(.+)_(\\d+)");

    private final HttpServletRequest request;

    SentForm(HttpServletRequest request)
    {
        this.request = request;
        readRequest();
    }

    static boolean adds(XWikiForm form, String className, int number)
    {
        return form instanceof SentForm sent
            && sent.getObjectsToAdd().getOrDefault(className, List.of()).contains(number);
    }

    @Override
    public void readRequest()
    {
        String[] added = this.request.getParameterValues("addedObjects");
        for (String name : added == null ? new String[0] : added) {
            Matcher matcher = OBJECT.matcher(name);
            int number = matcher.matches() ? NumberUtils.toInt(matcher.group(2), -1) : -1;
            if (number >= 0) {
                getObjectsToAdd().computeIfAbsent(matcher.group(1), key -> new ArrayList<>()).add(number);
            }
        }
    }

    @Override
    public Map<String, String[]> getObject(String prefix)
    {
        Map<String, String[]> result = new HashMap<>();
        this.request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(prefix + '_')) {
                result.put(name.substring(prefix.length() + 1), values);
            }
        });
        return result;
    }
}
