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
    private static final String CONVERSION = "RequiresHTMLConversion";

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
        // What is typed is wiki text, as in the source mode of a WYSIWYG editor.
        this.fields.removeIf(field -> CONVERSION.equals(field.getKey()) && name.equals(field.getValue()));
        for (String value : values) {
            add(name, value);
        }
        return this;
    }

    /**
     * @return the objects of the page that have a row of their own, without those that are offered as new ones
     */
    public List<String> rows()
    {
        return this.form.select("input[type=checkbox][name=deletedObjects]").eachAttr("value");
    }

    /**
     * @param name the name of a field, or its end
     * @return its name
     */
    public String find(String name)
    {
        return names().stream().filter(n -> n.equals(name) || n.endsWith('_' + name) || n.endsWith('.' + name))
            .findFirst().orElseThrow(() -> new AssertionError("No " + name + " in " + names()));
    }

    /**
     * Fills a field of a page, or of a new row of it.
     *
     * @param name the name of a field, or its end
     * @param value its value instead of the one that it has
     * @return this
     */
    public WikiForm fill(String name, String value)
    {
        return set(find(name), value);
    }

    /**
     * @param name the name of a list
     * @param text a part of what the choice says
     * @return this
     */
    public WikiForm choose(String name, String text)
    {
        return set(name, control(name).select("option").stream().filter(option -> option.text().contains(text))
            .findFirst().orElseThrow(() -> new AssertionError("No " + text + " in " + control(name))).attr("value"));
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
