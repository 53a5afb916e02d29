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
package org.xwiki.contrib.crowdsourcing.test.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Every path that a wiki has to a page: its views, its history, its editors, its exports, REST.
 *
 * @version $Id$
 */
public final class Paths
{
    private Paths()
    {
    }

    /**
     * @param page the local reference of a page
     * @param type the class of an object on it
     * @param word what is looked for
     * @return the paths by which a wiki answers with something of the page
     */
    public static List<String> of(String page, String type, String word)
    {
        List<String> names = WikiClient.names(page);
        String name = names.get(names.size() - 1);
        String spaces = "/rest/wikis/xwiki" + names.subList(0, names.size() - 1).stream()
            .map(space -> "/spaces/" + WikiClient.encode(space)).collect(Collectors.joining());
        String rest = spaces + "/pages/" + WikiClient.encode(name);
        String view = WikiClient.path("view", page);
        List<String> result = new ArrayList<>(List.of(view, view + "?xpage=xml", view + "?xpage=plain",
            view + "?viewer=code", view + "?viewer=history", view + "?viewer=changes&rev1=1.1&rev2=2.1",
            view + "?xpage=xml&rev=1.1", view + "?viewer=recyclebin", WikiClient.path("viewrev", page) + "?rev=1.1",
            WikiClient.path("get", page) + "?xpage=plain&rev=1.1", WikiClient.path("edit", page) + "?editor=object",
            WikiClient.path("edit", page) + "?editor=wiki", WikiClient.path("edit", page) + "?editor=rights",
            WikiClient.path("export", page) + "?format=xar", WikiClient.path("export", page) + "?format=html",
            WikiClient.path("download", page) + "x.txt", WikiClient.path("delete", page), rest + "?objects=true",
            rest + "/objects", rest + "/objects/" + type + "/0", rest + "/objects/" + type + "/0/properties/email",
            rest + "/history", rest + "/history/1.1", rest + "/history/1.1/objects", rest + "/children",
            rest + "/attachments"));
        result.addAll(List.of(spaces + "/pages?objects=true", spaces + "/search?q=" + word + "&scope=objects",
            "/rest/wikis/xwiki/classes/" + type + "/objects"));
        return result;
    }
}
