package org.pixazo.schema.control;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection to SQLite whose transactions queue up for the one writer that SQLite allows. Left to SQLite they would look
 * again after pauses of up to a tenth of a second, during which nobody writes, and whoever comes by is first. And since
 * the driver begins the next transaction in {@code commit()} already, each would have to queue twice: here the turn lasts
 * until the connection leaves the transaction mode, as every pool has it do.
 */
final class SqliteConnection extends JDBC4Connection {

    private final Semaphore turn;
    private final int patienceMillis;
    private final AtomicBoolean mine = new AtomicBoolean();

    /**
     * @param url as the driver takes it
     * @param file of the database
     * @param turn of the one writer; fair, and the same for all connections to the file
     * @param patienceMillis how long a transaction waits for its turn
     */
    SqliteConnection(String url, String file, Properties config, Semaphore turn, int patienceMillis)
            throws SQLException {
        super(url, file, config);
        this.turn = turn;
        this.patienceMillis = patienceMillis;
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        if (!autoCommit) {
            take();
        }
        boolean done = false;
        try {
            super.setAutoCommit(autoCommit);
            done = true;
        } finally {
            if (!done && !autoCommit) {
                // The driver notes the mode before it begins; without a transaction it must not keep it.
                getConnectionConfig().setAutoCommit(true);
            }
            if (getAutoCommit()) {
                release();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            super.close();
        } finally {
            release();
        }
    }

    @Override
    public void abort(Executor executor) throws SQLException {
        try {
            super.abort(executor);
        } finally {
            release();
        }
    }

    private void take() throws SQLException {
        if (mine.get()) {
            return;
        }
        try {
            if (!turn.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new SQLTransientException("Another transaction writes for more than " + patienceMillis + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientException("Interrupted while another transaction writes", e);
        }
        mine.set(true);
    }

    private void release() {
        if (mine.compareAndSet(true, false)) {
            turn.release();
        }
    }
}
