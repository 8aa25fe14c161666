package org.pixazo.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The database under test: SQLite unless the system property {@code pixazo.test.database} is {@code postgresql}; then a
 * real PostgreSQL runs for the whole test run, and every server gets a database of its own in it.
 */
final class Database {

    private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("pixazo.test.database"));
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres postgres;

    private Database() {}

    /** Settings that name a fresh database. */
    static Map<String, String> fresh() {
        if (!POSTGRESQL) {
            return Map.of();
        }
        String name = "pixazo" + NUMBER.incrementAndGet();
        try (Connection connection = running().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be made", e);
        }
        return Map.of(
                "PIXAZO_DB_URL",
                "jdbc:postgresql://localhost:" + running().getPort() + "/" + name,
                "PIXAZO_DB_USER",
                "postgres");
    }

    private static synchronized EmbeddedPostgres running() {
        if (postgres == null) {
            try {
                postgres = EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
        return postgres;
    }
}
