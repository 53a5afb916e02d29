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
package org.xwiki.contrib.crowdsourcing.test.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.xwiki.contrib.crowdsourcing.dialogue.DialogueManager;
import org.xwiki.contrib.crowdsourcing.dialogue.NewContribution;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWiki;
import org.xwiki.contrib.crowdsourcing.embedded.EmbeddedWikiConfiguration;
import org.xwiki.contrib.crowdsourcing.test.harness.Account;
import org.xwiki.contrib.crowdsourcing.test.harness.Artifacts;
import org.xwiki.contrib.crowdsourcing.test.harness.TestWiki;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiClient;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiForm;
import org.xwiki.contrib.crowdsourcing.test.harness.WikiPage;
import org.xwiki.contrib.crowdsourcing.test.harness.XarPage;
import org.xwiki.model.reference.DocumentReference;
import org.xwiki.model.reference.EntityReferenceSerializer;
import org.xwiki.model.reference.SpaceReference;

import com.xpn.xwiki.doc.XWikiDocument;
import com.xpn.xwiki.objects.BaseObject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A dialogue with 100 contributions against one with very many, in one run on PostgreSQL, and a jam in the latter. No
 * part of a build; see CONTRIBUTING.md for the command. Times are compared in turn, so that what else the machine does
 * slows both.
 *
 * @version $Id$
 */
class DialogueBenchmark
{
    private static final DocumentReference CLASS =
        new DocumentReference("xwiki", List.of("Crowdsourcing", "Code"), "ContributionClass");

    private static final int FEW = 100;

    private static final int MANY = Integer.getInteger("benchmark.contributions", 100_000);

    /** How many are written through the wiki; the others are copied in the database, as the wiki has their rows. */
    private static final int WRITTEN = 1000;

    private static final int RADIX = 36;

    private static final int JAM_SECONDS = Integer.getInteger("benchmark.seconds", 300);

    private static final int PEOPLE = 200;

    /** A handful of curators and facilitators among them: one person in so many. */
    private static final int STAFF = 25;

    private static final int POSTS_A_SECOND = 10;

    private static final int VIEWS_A_SECOND = 60;

    private static final int ROUNDS = 100;

    private static final int MEMORY_VIEWS = 1000;

    private static final double RATIO = 1.3;

    private static final double MEGABYTE = 1024 * 1024;

    private final StringBuilder report = new StringBuilder();

    private EmbeddedWiki wiki;

    private record Discussion(DocumentReference page, String path)
    {
    }

    @Test
    void manyContributions() throws Exception
    {
        String database = System.getProperty("benchmark.db");
        assertTrue(database != null, "Say -Dbenchmark.db=jdbc:postgresql://host/name?user=...&password=...");
        Path data = Artifacts.target().resolve("benchmark-dialogue");
        TestWiki.delete(data);
        EmbeddedWikiConfiguration configuration = new EmbeddedWikiConfiguration().port(0).data(data)
            .database(database).xar(Artifacts.ui(), Artifacts.sample());
        Account.demos().forEach(account -> configuration.password(account.user(), account.password()));
        this.wiki = EmbeddedWiki.start(configuration);
        try {
            Discussion few = create("Few");
            Discussion many = create("Many");
            contribute(few, FEW);
            int written = Math.min(MANY, WRITTEN);
            say("stored %d contributions in %d s, and %d copies of them%n", written,
                contribute(many, written).toSeconds(), copy(database, many, MANY - written));
            explain(database, many);
            double views = compareViews(few, many);
            double posts = comparePosts(few, many);
            double grown = watchMemory(many);
            jam(many);
            assertTrue(views <= RATIO, this.report.toString());
            assertTrue(posts <= RATIO, this.report.toString());
            assertTrue(grown <= 1.1, this.report.toString());
        } finally {
            Files.writeString(Artifacts.target().resolve("benchmark-dialogue.txt"), this.report);
            this.wiki.close();
        }
    }

    private void say(String format, Object... arguments)
    {
        this.report.append(String.format(format, arguments));
    }

    private DialogueManager dialogues() throws Exception
    {
        return this.wiki.getComponentManager().getInstance(DialogueManager.class);
    }

    private Discussion create(String title) throws Exception
    {
        XarPage challenge = XarPage.find(XarPage.read(Artifacts.sample()), "ChallengeClass", "state", "selected");
        List<String> names = WikiClient.names(challenge.reference());
        DocumentReference page = new DocumentReference("xwiki", names.subList(0, names.size() - 1),
            names.get(names.size() - 1));
        return this.wiki.execute("XWiki.Admin", () -> {
            DocumentReference dialogue = dialogues().create(page, title);
            dialogues().plan(dialogue, "2030-06-06T10:00", "America/Mexico_City", 120);
            dialogues().open(dialogue);
            List<String> spaces = dialogue.getSpaceReferences().stream()
                .map(space -> WikiClient.encode(space.getName())).toList();
            return new Discussion(dialogue, "/bin/view/" + String.join("/", spaces) + '/');
        });
    }

    private Duration contribute(Discussion thread, int number) throws Exception
    {
        long begin = System.nanoTime();
        String user = "XWiki." + Account.demo("expert").user();
        ExecutorService workers = Executors.newFixedThreadPool(2);
        List<Future<?>> parts = new ArrayList<>();
        for (int part = 0; part < 2; part++) {
            int first = part;
            Callable<Object> work = () -> {
                for (int i = first; i < number; i += 2) {
                    dialogues().contribute(thread.page(), new NewContribution("Contribution number " + i, "idea"));
                }
                return null;
            };
            parts.add(workers.submit(() -> this.wiki.execute(user, work)));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        workers.shutdown();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private int copy(String database, Discussion thread, int number) throws Exception
    {
        SpaceReference space = thread.page().getLastSpaceReference();
        try (Connection connection = DriverManager.getConnection(database);
            Statement statement = connection.createStatement())
        {
            connection.setAutoCommit(false);
            statement.execute(
                "create temporary table copies (doc bigint, obj bigint, name varchar, written timestamp)");
            try (PreparedStatement insert =
                connection.prepareStatement("insert into copies values (?, ?, ?, now() - ? * interval '1 second')"))
            {
                long now = System.currentTimeMillis();
                for (int i = 1; i <= number; i++) {
                    String key = pad(now - i * 1000L, 9) + pad(i, 5);
                    DocumentReference page = new DocumentReference('c' + key + key, space);
                    BaseObject object = new BaseObject();
                    object.setDocumentReference(page);
                    object.setXClassReference(CLASS);
                    insert.setLong(1, new XWikiDocument(page).getId());
                    insert.setLong(2, object.getId());
                    insert.setString(3, page.getName());
                    insert.setInt(4, i);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            String name = local(thread);
            String one = "from xwikidoc one where xwd_fullname = (select max(xwd_fullname) from xwikidoc where"
                + " xwd_web = '" + name + "' and xwd_name like 'c%')";
            insert(statement, "xwikidoc", "xwd_id=copies.doc,xwd_fullname='" + name + ".' || copies.name,"
                + "xwd_name=copies.name,xwd_creation_date=copies.written", "copies, " + one.substring(5));
            String first = "(select xwo_id from xwikiobjects where xwo_name = (select xwd_fullname " + one + "))";
            insert(statement, "xwikiobjects", "xwo_id=copies.obj,xwo_name='" + name + ".' || copies.name",
                "copies, xwikiobjects one where xwo_id = " + first);
            for (String table : List.of("xwikiproperties:xwp", "xwikistrings:xws", "xwikilargestrings:xwl",
                "xwikiintegers:xwi"))
            {
                String[] parts = table.split(":");
                insert(statement, parts[0], parts[1] + "_id=copies.obj",
                    "copies, " + parts[0] + " one where " + parts[1] + "_id = " + first);
            }
            connection.commit();
        }
        return number;
    }

    private static String pad(long number, int width)
    {
        String digits = Long.toString(number, RADIX);
        return "0".repeat(width - digits.length()) + digits;
    }

    private static void insert(Statement statement, String table, String changes, String source) throws Exception
    {
        Map<String, String> columns = new LinkedHashMap<>();
        try (ResultSet found = statement.getConnection().getMetaData().getColumns(null, "public", table, null)) {
            while (found.next()) {
                String column = found.getString("COLUMN_NAME");
                columns.put(column, "one." + column);
            }
        }
        for (String change : changes.split(",")) {
            columns.put(change.substring(0, change.indexOf('=')), change.substring(change.indexOf('=') + 1));
        }
        statement.execute("insert into " + table + " (" + String.join(", ", columns.keySet()) + ") select "
            + String.join(", ", columns.values()) + " from " + source);
    }

    private String local(Discussion thread) throws Exception
    {
        return this.wiki.execute("XWiki.Admin", () -> {
            EntityReferenceSerializer<String> serializer =
                this.wiki.getComponentManager().getInstance(EntityReferenceSerializer.TYPE_STRING, "local");
            return serializer.serialize(thread.page().getLastSpaceReference());
        });
    }

    /** The plan of the statement that finds a page of the thread: an index range. */
    private void explain(String database, Discussion thread) throws Exception
    {
        String space = local(thread);
        try (Connection connection = DriverManager.getConnection(database);
            Statement statement = connection.createStatement())
        {
            statement.execute("analyze");
            String sql = String.format("explain (analyze, costs off, timing off, summary off) select xwd_fullname from"
                + " xwikidoc where xwd_web='%1$s' and xwd_fullname>='%1$s.c' and xwd_fullname<'%1$s.d'"
                + " order by xwd_fullname limit 21", space);
            String plan = "";
            try (ResultSet lines = statement.executeQuery(sql)) {
                while (lines.next()) {
                    plan += lines.getString(1) + System.lineSeparator();
                }
            }
            say("plan of the page query:%n%s", plan);
            assertTrue(plan.contains("Index") && !plan.contains("Seq Scan"), plan);
        }
    }

    private WikiClient client(Account account)
    {
        return new WikiClient(this.wiki.getURL()).login(account);
    }

    private static double median(List<Long> times)
    {
        Collections.sort(times);
        return times.get(times.size() / 2) / 1e6;
    }

    private static double percentile(List<Long> times, double share)
    {
        Collections.sort(times);
        return times.get(Math.min(times.size() - 1, (int) (times.size() * share))) / 1e6;
    }

    private double compareViews(Discussion few, Discussion many)
    {
        WikiClient expert = client(Account.demo("expert"));
        List<Long> small = new ArrayList<>();
        List<Long> large = new ArrayList<>();
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long first = time(() -> expert.get(few.path()), 200);
            long second = time(() -> expert.get(many.path()), 200);
            // The first half warms everything up.
            if (i >= ROUNDS) {
                small.add(first);
                large.add(second);
            }
        }
        return compare("view", small, large, () -> expert.get(few.path()), () -> expert.get(many.path()));
    }

    private double comparePosts(Discussion few, Discussion many)
    {
        WikiClient expert = client(Account.demo("expert"));
        WikiForm small = expert.get(few.path()).actionForm("contribute");
        WikiForm large = expert.get(many.path()).actionForm("contribute");
        expert.following(false);
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        for (int i = 0; i < 2 * ROUNDS; i++) {
            String text = "Posted " + i;
            long one = time(() -> small.set("text", text).submit(), 303);
            long other = time(() -> large.set("text", text).submit(), 303);
            if (i >= ROUNDS) {
                first.add(one);
                second.add(other);
            }
        }
        return compare("post", first, second, small::submit, large::submit);
    }

    private double compare(String what, List<Long> small, List<Long> large, Runnable few, Runnable many)
    {
        double ratio = median(large) / median(small);
        say("%s: %.1f ms with few, %.1f ms with many, ratio %.2f (at most %.1f); %d and %d statements%n", what,
            median(small), median(large), ratio, RATIO, statements(few), statements(many));
        return ratio;
    }

    private long statements(Runnable act)
    {
        long before = this.wiki.getStatementCount();
        act.run();
        return this.wiki.getStatementCount() - before;
    }

    private static long time(Callable<WikiPage> act, int status)
    {
        try {
            long begin = System.nanoTime();
            WikiPage answer = act.call();
            long time = System.nanoTime() - begin;
            assertEquals(status, answer.status(), answer.toString());
            return time;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private double watchMemory(Discussion many) throws Exception
    {
        WikiClient guest = client(Account.GUEST);
        double before = used();
        for (int i = 0; i < MEMORY_VIEWS; i++) {
            guest.get(many.path());
        }
        double after = used();
        say("memory in use: %.0f MB, after %d views %.0f MB%n", before, MEMORY_VIEWS, after);
        return after / before;
    }

    private static double used() throws InterruptedException
    {
        for (int i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(500);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    /**
     * Sessions of the sample's people, each acting in its turn. What is offered is offered whether or not what came
     * before is answered, and waiting counts.
     */
    private void jam(Discussion thread) throws Exception
    {
        List<Account> experts =
            Account.demos().stream().filter(account -> "expert".equals(account.role())).toList();
        List<Account> staff = List.of(Account.demo("facilitator"), Account.demo("curator"));
        List<WikiClient> people = new ArrayList<>();
        List<WikiForm> forms = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Account account = i % STAFF == 0 ? staff.get(i / STAFF % 2) : experts.get(i % experts.size());
            WikiClient person = client(account).following(false);
            people.add(person);
            forms.add(person.get(thread.path()).actionForm("contribute"));
        }
        ConcurrentLinkedQueue<Long> views = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Long> posts = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        int perSecond = POSTS_A_SECOND + VIEWS_A_SECOND;
        int all = JAM_SECONDS * perSecond;
        long begin = System.nanoTime();
        ExecutorService workers = Executors.newFixedThreadPool(PEOPLE);
        for (int i = 0; i < all; i++) {
            long due = begin + i * 1_000_000_000L / perSecond;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            int turn = i;
            boolean post = i % (perSecond / POSTS_A_SECOND) == 0;
            workers.execute(() -> {
                try {
                    int person = turn % PEOPLE;
                    if (post) {
                        WikiForm form = forms.get(person);
                        synchronized (form) {
                            time(() -> form.set("text", "Jam " + turn + " said").submit(), 303);
                        }
                        posts.add(System.nanoTime() - due);
                    } else {
                        time(() -> people.get(person).get(thread.path()), 200);
                        views.add(System.nanoTime() - due);
                    }
                } catch (IllegalStateException | AssertionError e) {
                    failures.add(e.getMessage());
                }
            });
        }
        workers.shutdown();
        assertTrue(workers.awaitTermination(10L * JAM_SECONDS, TimeUnit.SECONDS), "The jam never ends");
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
        long stored = count(System.getProperty("benchmark.db"));
        say("jam of %d sessions for %d s: %d posts and %d views offered, all answered after %.0f s, %d errors;"
            + " %d posts stored%n", PEOPLE, JAM_SECONDS, posts.size(), views.size(), seconds, failures.size(), stored);
        say("95th percentile: view %.0f ms, post %.0f ms; median: view %.0f ms, post %.0f ms%n",
            percentile(new ArrayList<>(views), 0.95), percentile(new ArrayList<>(posts), 0.95),
            median(new ArrayList<>(views)), median(new ArrayList<>(posts)));
        assertEquals(List.of(), failures.stream().distinct().limit(10).toList());
        assertEquals(posts.size(), stored, "Nothing is lost and nothing is there twice");
    }

    private static long count(String database) throws Exception
    {
        try (Connection connection = DriverManager.getConnection(database);
            Statement statement = connection.createStatement();
            ResultSet found = statement.executeQuery("select count(*), count(distinct xwl_value) from xwikilargestrings"
                + " where xwl_name='text' and xwl_value like 'Jam % said'"))
        {
            found.next();
            assertEquals(found.getLong(1), found.getLong(2), "Every post is there once");
            return found.getLong(1);
        }
    }
}
