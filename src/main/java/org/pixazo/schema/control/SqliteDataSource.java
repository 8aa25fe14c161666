package org.pixazo.schema.control;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Opens connections to a SQLite file whose transactions queue up, see {@link SqliteConnection}. */
final class SqliteDataSource extends SQLiteDataSource {

    static final String PREFIX = "jdbc:sqlite:";

    private static final int PATIENCE_MILLIS = 10_000;

    /** By URL, since a server may make more than one data source of the same declaration. */
    private static final Map<String, Semaphore> TURNS = new ConcurrentHashMap<>();

    /**
     * With a write-ahead log, so that readers never wait for the writer, and with immediate transactions, so that one that
     * reads and then writes waits for its turn at its begin instead of failing in its middle.
     */
    SqliteDataSource(String url) {
        super(config());
        setUrl(url);
    }

    @Override
    public SQLiteConnection getConnection(String user, String password) throws SQLException {
        // A file has no credentials.
        String url = getUrl();
        return new SqliteConnection(
                url,
                url.substring(PREFIX.length()),
                getConfig().toProperties(),
                TURNS.computeIfAbsent(url, each -> new Semaphore(1, true)),
                PATIENCE_MILLIS);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.enforceForeignKeys(true);
        return config;
    }
}
