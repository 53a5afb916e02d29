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
package org.xwiki.contrib.crowdsourcing.embedded.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Function;

import javax.inject.Singleton;

import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.cfg.Configuration;
import org.xwiki.component.annotation.Component;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The sessions of the database.
 *
 * @version $Id$
 * @since 1.0
 */
@Component(roles = Sessions.class)
@Singleton
public class Sessions
{
    private static final String HSQLDB = "jdbc:hsqldb:";

    private static final String TRUE = "true";

    private HikariDataSource dataSource;

    private SessionFactory factory;

    private FileChannel lock;

    /**
     * Opens the database, which nobody else may have open when it is a file.
     *
     * @param data the directory of the wiki
     * @param jdbcUrl the database, null for one in the directory
     * @throws IOException when the directory is in use or cannot be written to
     */
    public void open(Path data, String jdbcUrl) throws IOException
    {
        Files.createDirectories(data);
        this.lock = FileChannel.open(data.resolve("wiki.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked;
        try {
            FileLock held = this.lock.tryLock();
            locked = held != null;
        } catch (OverlappingFileLockException e) {
            locked = false;
        }
        if (!locked) {
            this.lock.close();
            throw new IOException(String.format("The directory [%s] is in use by another wiki", data));
        }
        // Whatever was committed is on the disk; a lock file of the database itself would outlive a killed process.
        String url = jdbcUrl != null ? jdbcUrl : HSQLDB + "file:" + data.toAbsolutePath().resolve("database/xwiki")
            + ";hsqldb.write_delay=false;hsqldb.tx=mvcc;hsqldb.lock_file=false;hsqldb.default_table_type=cached";
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        if (url.startsWith(HSQLDB) && !url.contains("user=")) {
            pool.setUsername("sa");
        }
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(1);
        this.dataSource = new HikariDataSource(pool);
        Configuration configuration = new Configuration();
        configuration.addResource("org/xwiki/contrib/crowdsourcing/embedded/store/wiki.hbm.xml");
        configuration.getProperties().put("hibernate.connection.datasource", this.dataSource);
        configuration.setProperty("hibernate.hbm2ddl.auto", "update");
        configuration.setProperty("hibernate.generate_statistics", TRUE);
        configuration.setProperty("hibernate.session.events.log", "false");
        configuration.setProperty("javax.persistence.validation.mode", "none");
        configuration.setProperty("hibernate.jdbc.batch_size", "50");
        configuration.setProperty("hibernate.order_inserts", TRUE);
        configuration.setProperty("hibernate.order_updates", TRUE);
        this.factory = configuration.buildSessionFactory();
    }

    /**
     * Closes the database.
     *
     * @throws IOException when the directory cannot be released
     */
    public void close() throws IOException
    {
        if (this.factory != null) {
            if (this.dataSource.getJdbcUrl().startsWith(HSQLDB)) {
                write(session -> session.createNativeQuery("SHUTDOWN").executeUpdate());
            }
            this.factory.close();
            this.dataSource.close();
            this.factory = null;
            this.lock.close();
        }
    }

    /**
     * @return how many statements were prepared so far
     */
    public long getStatementCount()
    {
        return this.factory.getStatistics().getPrepareStatementCount();
    }

    /**
     * @param reader reads the database and changes nothing
     * @param <T> the type of what is read
     * @return what was read
     */
    public <T> T read(Function<Session, T> reader)
    {
        try (Session session = this.factory.openSession()) {
            session.setHibernateFlushMode(FlushMode.MANUAL);
            session.setDefaultReadOnly(true);
            return reader.apply(session);
        }
    }

    /**
     * @param writer changes the database, as a whole or not at all
     * @param <T> the type of the result
     * @return the result
     */
    public <T> T write(Function<Session, T> writer)
    {
        try (Session session = this.factory.openSession()) {
            session.setHibernateFlushMode(FlushMode.COMMIT);
            Transaction transaction = session.beginTransaction();
            try {
                T result = writer.apply(session);
                transaction.commit();
                return result;
            } finally {
                if (transaction.getStatus().canRollback()) {
                    transaction.rollback();
                }
            }
        }
    }
}
