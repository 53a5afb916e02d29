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

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person's visit of a wiki without a browser: HTTP with cookies and forms.
 *
 * @version $Id$
 */
public final class WikiClient
{
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303);

    private static final Pattern PAGE_PATH = Pattern.compile("/bin/\\w+/([^?#]*)");

    private static final String HOME = "WebHome";

    private final String base;

    private final HttpClient http;

    private boolean following = true;

    private String token;

    /**
     * @param base the URL of the wiki, without a slash at the end
     */
    public WikiClient(String base)
    {
        this(base, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10)).build());
    }

    private WikiClient(String base, HttpClient http)
    {
        this.base = base;
        this.http = http;
    }

    /**
     * @return the same visit, for somebody who does not want to know where it went before
     */
    WikiClient share()
    {
        WikiClient shared = new WikiClient(this.base, this.http);
        shared.token = this.token;
        return shared;
    }

    /**
     * @param value whether to go where a redirect leads, as it does at first
     * @return this
     */
    public WikiClient following(boolean value)
    {
        this.following = value;
        return this;
    }

    /**
     * @param account who logs in, null to stay a guest
     * @return this
     */
    public WikiClient login(Account account)
    {
        if (account != Account.GUEST) {
            WikiForm form = get("/bin/login/XWiki/XWikiLogin").form("input[name=j_password]");
            done(form.set("j_username", account.user()).set("j_password", account.password())::submit);
        }
        return this;
    }

    /**
     * @return the secret that a form of this person must send back
     */
    public String token()
    {
        if (this.token == null) {
            this.token = get("/bin/view/Main/").token();
        }
        return this.token;
    }

    /**
     * @param path a path below the URL of the wiki, or a whole URL
     * @return the answer
     */
    public WikiPage get(String path)
    {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /**
     * @param reference the local reference of a page
     * @return its form, also when somebody else has it open
     */
    public WikiPage edit(String reference)
    {
        return get(path("edit", reference) + "?force=1");
    }

    /**
     * Saves a page as the wiki's own form does.
     *
     * @param reference the local reference of a page
     * @param fields names and values, one after the other
     */
    public void save(String reference, String... fields)
    {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("objectPolicy", "updateOrCreate"));
        change("save", reference, all);
    }

    /**
     * Deletes a page for good, and where the wiki does so the pages below it.
     *
     * @param reference the local reference of a page
     */
    public void delete(String reference)
    {
        change("delete", reference,
            List.of("confirm", "1", "affectChildren", "on", "shouldSkipRecycleBin", "true", "async", "false"));
    }

    private void change(String action, String reference, List<String> fields)
    {
        List<String> all = new ArrayList<>(fields);
        all.addAll(List.of("form_token", token()));
        boolean before = this.following;
        WikiPage answer = following(false).post(path(action, reference), all.toArray(String[]::new));
        following(before);
        if (answer.status() >= 400) {
            throw new AssertionError("Cannot " + action + " " + reference + ": " + answer + ":\n" + answer.text());
        }
    }

    /**
     * Makes a page by a form of the application.
     *
     * @param parent the local reference of the page with the form
     * @param action what the form does
     * @param title the title of the new page
     * @param values properties of the new page and their values, one after the other
     * @return the local reference of the new page
     */
    public String create(String parent, String action, String title, String... values)
    {
        WikiForm create = get(path("view", parent)).actionForm(action).set("title", title);
        String page = reference(done(create::submit).uri().toString());
        if (values.length > 0) {
            WikiForm form = edit(page).editForm();
            for (int i = 0; i < values.length; i += 2) {
                form.fill(values[i], values[i + 1]);
            }
            done(() -> form.submit("action_save"));
        }
        return page;
    }

    /**
     * @param request what is done to the wiki
     * @return where the wiki leads then; the page there is not asked for
     */
    WikiPage done(Supplier<WikiPage> request)
    {
        boolean before = this.following;
        this.following = false;
        try {
            WikiPage answer = request.get();
            if (!REDIRECTS.contains(answer.status())) {
                throw new AssertionError("Not done: " + answer + ":\n" + answer.text());
            }
            return answer;
        } finally {
            this.following = before;
        }
    }

    /**
     * @param path a path below the URL of the wiki, or a whole URL
     * @param fields the fields to send
     * @return the answer
     */
    public WikiPage post(String path, List<Map.Entry<String, String>> fields)
    {
        return send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
    }

    /**
     * @param path a path below the URL of the wiki, or a whole URL
     * @param fields names and values, one after the other
     * @return the answer
     */
    public WikiPage post(String path, String... fields)
    {
        List<Map.Entry<String, String>> list = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            list.add(Map.entry(fields[i], fields[i + 1]));
        }
        return post(path, list);
    }

    /**
     * @param action what to do with the page, {@code view} for instance
     * @param reference the local reference of a page
     * @return the path of its URL
     */
    public static String path(String action, String reference)
    {
        List<String> names = names(reference);
        List<String> spaces = names.subList(0, names.size() - 1);
        String page = names.get(names.size() - 1);
        String path = spaces.stream().map(WikiClient::encode).collect(Collectors.joining("/"));
        return "/bin/" + action + '/' + path + '/' + (HOME.equals(page) ? "" : encode(page));
    }

    /**
     * @param url the URL of a page
     * @return the local reference of the page
     */
    public static String reference(String url)
    {
        Matcher matcher = PAGE_PATH.matcher(url);
        if (!matcher.find()) {
            throw new IllegalArgumentException(url);
        }
        List<String> names = new ArrayList<>();
        for (String part : matcher.group(1).split("/", -1)) {
            String name = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
            names.add(name.isEmpty() ? HOME : name.replaceAll("[\\\\.]", "\\\\$0"));
        }
        return String.join(".", names);
    }

    /**
     * @param reference the local reference of a page
     * @return the names of its spaces and of the page
     */
    public static List<String> names(String reference)
    {
        List<String> names = new ArrayList<>(List.of(""));
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            int last = names.size() - 1;
            if (c == '\\' && i + 1 < reference.length()) {
                i++;
                names.set(last, names.get(last) + reference.charAt(i));
            } else if (c == '.') {
                names.add("");
            } else {
                names.set(last, names.get(last) + c);
            }
        }
        return names;
    }

    static String encode(List<Map.Entry<String, String>> fields)
    {
        return fields.stream().map(field -> encode(field.getKey()) + '=' + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    }

    /**
     * @param value a value
     * @return the value for a URL
     */
    public static String encode(String value)
    {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private URI uri(String path)
    {
        return URI.create(path.startsWith("http") ? path : this.base + path);
    }

    private static URI withoutFragment(URI uri)
    {
        return URI.create(uri.toString().replaceFirst("#.*", ""));
    }

    private WikiPage send(HttpRequest.Builder request)
    {
        try {
            HttpRequest complete = request.timeout(PATIENCE).header("Accept-Language", "en").build();
            HttpResponse<String> response =
                this.http.send(complete, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String location = response.headers().firstValue("Location").orElse("");
            if (this.following && REDIRECTS.contains(response.statusCode()) && !location.isEmpty()) {
                return send(HttpRequest.newBuilder(withoutFragment(response.uri().resolve(location))).GET());
            }
            URI uri = location.isEmpty() ? response.uri() : response.uri().resolve(location);
            WikiPage page = new WikiPage(this, uri, response.statusCode(), response.body());
            LogCapture.read(page);
            return page;
        } catch (IOException e) {
            throw new AssertionError("The wiki does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
