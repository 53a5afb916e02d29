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

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.nodes.Element;

/**
 * A form of a page: the fields that a browser sends, with other values where a test says so.
 *
 * @version $Id$
 */
public final class WikiForm
{
    private final WikiClient client;

    private final URI page;

    private final Element form;

    private final List<Map.Entry<String, String>> fields = new ArrayList<>();

    WikiForm(WikiClient client, URI page, Element form)
    {
        this.client = client;
        this.page = page;
        this.form = form;
        for (Element control : form.select("input[name], select[name], textarea[name]")) {
            read(control);
        }
    }

    private void read(Element control)
    {
        String name = control.attr("name");
        if (control.hasAttr("disabled") || control.closest("fieldset[disabled]") != null) {
            return;
        }
        switch (control.normalName()) {
            case "textarea" -> add(name, control.wholeText().replaceFirst("^\n", ""));
            case "select" -> readSelect(control, name);
            default -> readInput(control, name);
        }
    }

    private void readSelect(Element control, String name)
    {
        List<Element> selected = new ArrayList<>(control.select("option[selected]"));
        if (selected.isEmpty() && !control.hasAttr("multiple")) {
            Element first = control.selectFirst("option");
            if (first != null) {
                selected.add(first);
            }
        }
        selected.forEach(option -> add(name, option.hasAttr("value") ? option.attr("value") : option.text()));
    }

    private void readInput(Element control, String name)
    {
        switch (control.attr("type")) {
            case "submit", "button", "image", "reset", "file" -> { }
            case "checkbox", "radio" -> {
                if (control.hasAttr("checked")) {
                    add(name, control.hasAttr("value") ? control.attr("value") : "on");
                }
            }
            default -> add(name, control.attr("value"));
        }
    }

    private void add(String name, String value)
    {
        this.fields.add(Map.entry(name, value));
    }

    /**
     * @return the names of the fields that a person can fill
     */
    public Set<String> names()
    {
        Set<String> names = new LinkedHashSet<>();
        for (Element control : this.form.select("input[name], select[name], textarea[name]")) {
            if (!Set.of("hidden", "submit", "button").contains(control.attr("type"))) {
                names.add(control.attr("name"));
            }
        }
        return names;
    }

    /**
     * @param name the name of a field
     * @return its control
     */
    public Element control(String name)
    {
        return this.form.selectFirst("[name=\"" + name + "\"]");
    }

    /**
     * @param name the name of a field
     * @return its value as it would be sent, empty when it would not
     */
    public String get(String name)
    {
        return this.fields.stream().filter(field -> field.getKey().equals(name)).map(Map.Entry::getValue).findFirst()
            .orElse("");
    }

    /**
     * @param name the name of a field
     * @param values its values instead of those that it has
     * @return this
     */
    public WikiForm set(String name, String... values)
    {
        this.fields.removeIf(field -> field.getKey().equals(name));
        for (String value : values) {
            add(name, value);
        }
        return this;
    }

    /**
     * Sends the form without naming a button.
     *
     * @return the answer
     */
    public WikiPage submit()
    {
        return send(this.form.absUrl("action"));
    }

    /**
     * Sends the form by one of its buttons.
     *
     * @param button the name of the button
     * @return the answer
     */
    public WikiPage submit(String button)
    {
        Element control = this.form.selectFirst("[type=submit][name=\"" + button + "\"], button[name=\"" + button + "\"]");
        if (control == null) {
            throw new AssertionError("No button " + button + " in " + this.form);
        }
        add(button, control.hasAttr("value") ? control.attr("value") : "");
        return send(control.hasAttr("formaction") ? control.absUrl("formaction") : this.form.absUrl("action"));
    }

    private WikiPage send(String action)
    {
        URI target = action.isEmpty() ? this.page : URI.create(action);
        if ("get".equalsIgnoreCase(this.form.attr("method")) || !this.form.hasAttr("method")) {
            String plain = target.toString().replaceFirst("[?#].*", "");
            return this.client.get(plain + "?" + WikiClient.encode(this.fields));
        }
        return this.client.post(target.toString(), this.fields);
    }
}
