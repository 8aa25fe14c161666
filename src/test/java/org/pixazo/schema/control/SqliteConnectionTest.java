package org.pixazo.schema.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

class SqliteConnectionTest {

    private static final int SHORT_PATIENCE_MILLIS = 50;

    private final ExecutorService others = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    private SqliteDataSource source;

    @BeforeEach
    void table() throws SQLException {
        source = new SqliteDataSource("jdbc:sqlite:" + folder.resolve("test.db"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE counter (n INTEGER)");
            statement.execute("INSERT INTO counter VALUES (0)");
        }
    }

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    void transactions_that_read_and_write_come_one_after_the_other() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            writers.add(() -> {
                try (Connection connection = source.getConnection()) {
                    for (int j = 0; j < 20; j++) {
                        connection.setAutoCommit(false);
                        write(connection, count(connection) + 1);
                        connection.commit();
                        connection.setAutoCommit(true);
                    }
                }
                return null;
            });
        }
        for (Future<Void> writer : others.invokeAll(writers)) {
            writer.get();
        }
        try (Connection connection = source.getConnection()) {
            assertThat(count(connection)).isEqualTo(320);
        }
    }

    @Test
    void a_reader_does_not_wait_for_the_writer() throws SQLException {
        try (Connection writer = source.getConnection();
                Connection reader = source.getConnection()) {
            writer.setAutoCommit(false);
            write(writer, 7);
            assertThat(count(reader)).isZero();
            writer.commit();
            assertThat(count(reader)).isEqualTo(7);
        }
    }

    @Test
    void whoever_waits_too_long_is_told_so_and_may_try_again() throws SQLException {
        Semaphore turn = new Semaphore(1, true);
        try (Connection first = connection(turn);
                Connection second = connection(turn)) {
            first.setAutoCommit(false);
            assertThatThrownBy(() -> second.setAutoCommit(false))
                    .isInstanceOf(SQLTransientException.class)
                    .hasMessageContaining("Another transaction writes");
            assertThat(second.getAutoCommit()).isTrue();
            first.rollback();
            first.setAutoCommit(true);
            second.setAutoCommit(false);
            write(second, 1);
            second.commit();
        }
        assertThat(turn.availablePermits()).isOne();
    }

    @Test
    void a_transaction_that_cannot_begin_gives_its_turn_away() throws SQLException {
        Semaphore turn = new Semaphore(1, true);
        try (Connection connection = connection(turn)) {
            try (Connection stranger = DriverManager.getConnection(source.getUrl());
                    Statement statement = stranger.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                assertThatThrownBy(() -> connection.setAutoCommit(false)).hasMessageContaining("BUSY");
                assertThat(turn.availablePermits()).isOne();
                assertThat(connection.getAutoCommit()).isTrue();
                statement.execute("ROLLBACK");
            }
            connection.setAutoCommit(false);
            write(connection, 3);
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(count(connection)).isZero();
        }
        assertThat(turn.availablePermits()).isOne();
    }

    @Test
    void a_connection_that_is_closed_in_a_transaction_gives_its_turn_away_once() throws SQLException {
        Semaphore turn = new Semaphore(1, true);
        Connection connection = connection(turn);
        connection.setAutoCommit(false);
        assertThat(turn.availablePermits()).isZero();
        connection.close();
        connection.close();
        assertThat(turn.availablePermits()).isOne();
    }

    private Connection connection(Semaphore turn) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(SHORT_PATIENCE_MILLIS);
        return new SqliteConnection(
                source.getUrl(),
                source.getUrl().substring(SqliteDataSource.PREFIX.length()),
                config.toProperties(),
                turn,
                SHORT_PATIENCE_MILLIS);
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT n FROM counter")) {
            return rows.getInt(1);
        }
    }

    private static void write(Connection connection, int count) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE counter SET n = " + count);
        }
    }
}
