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
package org.xwiki.contrib.crowdsourcing.embedded;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody with a browser, as far as HTTP goes.
 *
 * @version $Id$
 * @since 1.0
 */
public class Visitor
{
    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]*)\"");

    private final String url;

    private final CookieManager cookies = new CookieManager();

    private final HttpClient client;

    /**
     * @param url the URL of the wiki
     */
    public Visitor(String url)
    {
        this.url = url;
        this.client = HttpClient.newBuilder().cookieHandler(this.cookies).followRedirects(HttpClient.Redirect.NEVER)
            .build();
    }

    /**
     * @param path a path in the wiki
     * @param headers names and values of headers
     * @return the response
     */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException
    {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(this.url + path));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return this.client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    }

    /**
     * @param path a path in the wiki
     * @param fields names and values of fields
     * @return the response
     */
    public HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException
    {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(body.length() == 0 ? "" : "&").append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
                .append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return this.client.send(HttpRequest.newBuilder(URI.create(this.url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build(),
            HttpResponse.BodyHandlers.ofString());
    }

    /**
     * @param path a path in the wiki
     * @return the response to a form with files
     */
    public HttpResponse<String> postMultipart(String path) throws IOException, InterruptedException
    {
        return this.client.send(HttpRequest.newBuilder(URI.create(this.url + path))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofString("--x\r\n\r\n--x--")).build(),
            HttpResponse.BodyHandlers.ofString());
    }

    /**
     * @param html a page with a form
     * @return the token of the form
     */
    public static String token(String html)
    {
        Matcher matcher = TOKEN.matcher(html);
        if (!matcher.find()) {
            throw new AssertionError("There is no form in " + html);
        }
        return matcher.group(1);
    }

    /**
     * @param user the name of a user
     * @param password the password
     * @param more names and values of further fields
     * @return the response
     */
    public HttpResponse<String> logIn(String user, String password, String... more)
        throws IOException, InterruptedException
    {
        String token = token(get("/bin/login/XWiki/XWikiLogin").body());
        String[] fields = new String[6 + more.length];
        System.arraycopy(new String[] {"form_token", token, "j_username", user, "j_password", password}, 0, fields, 0,
            6);
        System.arraycopy(more, 0, fields, 6, more.length);
        return post("/bin/loginsubmit/XWiki/XWikiLogin", fields);
    }

    /**
     * @return the token of the forms of who is logged in
     */
    public String token() throws IOException, InterruptedException
    {
        return token(get("/bin/logout/XWiki/XWikiLogout").body());
    }

    /**
     * Forgets the session, as a browser does when it is closed, but not what lasts longer.
     */
    public void closeBrowser()
    {
        List.copyOf(this.cookies.getCookieStore().getCookies()).stream().filter(cookie -> cookie.getMaxAge() < 0)
            .forEach(cookie -> this.cookies.getCookieStore().remove(null, cookie));
    }
}
