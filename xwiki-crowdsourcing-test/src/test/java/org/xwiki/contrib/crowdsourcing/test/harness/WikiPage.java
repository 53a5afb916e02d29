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

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a wiki answered.
 *
 * @version $Id$
 */
public final class WikiPage
{
    /**
     * What the form in which a page is edited is found by.
     */
    public static final String EDIT_FORM = "form:has([name=action_save])";

    private final WikiClient client;

    private final URI uri;

    private final int status;

    private final String body;

    private Document document;

    WikiPage(WikiClient client, URI uri, int status, String body)
    {
        this.client = client;
        this.uri = uri;
        this.status = status;
        this.body = body;
    }

    /**
     * @return where the answer came from, after all redirects, or where a redirect leads that was not followed
     */
    public URI uri()
    {
        return this.uri;
    }

    /**
     * @return the HTTP status
     */
    public int status()
    {
        return this.status;
    }

    /**
     * @return the answer as it came
     */
    public String body()
    {
        return this.body;
    }

    /**
     * @return the answer as HTML
     */
    public Document document()
    {
        if (this.document == null) {
            this.document = Jsoup.parse(this.body, this.uri.toString());
        }
        return this.document;
    }

    /**
     * @return the text of the answer as a reader sees it, without scripts and what is typed into fields
     */
    public String text()
    {
        return document().body().text();
    }

    /**
     * @return the secret that a form of this page must send back
     */
    public String token()
    {
        String token = document().selectFirst("html").attr("data-xwiki-form-token");
        if (token.isEmpty()) {
            Element input = document().selectFirst("input[name=form_token]");
            token = input == null ? "" : input.attr("value");
        }
        return token;
    }

    /**
     * @param selector a CSS selector
     * @return whether the page has such an element
     */
    public boolean has(String selector)
    {
        return document().selectFirst(selector) != null;
    }

    /**
     * @param selector a CSS selector of a form, or of something in it
     * @return the form as a browser would send it
     */
    public WikiForm form(String selector)
    {
        Element element = document().selectFirst(selector);
        if (element == null) {
            throw new AssertionError("No " + selector + " on " + this + ":\n" + text());
        }
        Element form = "form".equals(element.normalName()) ? element : element.closest("form");
        return new WikiForm(this.client, this.uri, form);
    }

    /**
     * @return whether the wiki did not do what was asked: it says so, asks whether that was meant, or asks to log in
     */
    public boolean isRefused()
    {
        return this.status == 401 || this.status == 403 || has("input[name=j_password]");
    }

    /**
     * @return the form in which the page is edited
     */
    public WikiForm editForm()
    {
        return form(EDIT_FORM);
    }

    /**
     * @param action what a form of the application does
     * @return the first such form
     */
    public WikiForm actionForm(String action)
    {
        return form("form:has(input[name=cs_action][value=" + action + "])");
    }

    @Override
    public String toString()
    {
        return this.status + " " + this.uri;
    }
}
