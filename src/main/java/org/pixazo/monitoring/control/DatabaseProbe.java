package org.pixazo.monitoring.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.pixazo.monitoring.entity.Check;

/**
 * Asks the database something trivial. A thread of its own waits for the answer, because neither an exhausted pool nor
 * a lost network keeps to a query's time limit; only one waits at any time, however many ask.
 */
@ApplicationScoped
public class DatabaseProbe {

    private static final Logger LOG = Logger.getLogger(DatabaseProbe.class.getName());
    private static final String NAME = "database";
    private static final int LIMIT_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/pixazo")
    DataSource database;

    @Resource
    ManagedExecutorService executor;

    private Future<String> asked;

    public Check check() {
        try {
            return Check.up(NAME, ask().get(LIMIT_SECONDS, TimeUnit.SECONDS) + " answers.");
        } catch (TimeoutException e) {
            return Check.down(NAME, "No answer within " + LIMIT_SECONDS + " s.");
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "The database does not answer", e.getCause());
            return Check.down(NAME, "It cannot be reached or refuses; the log says why.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Check.down(NAME, "The check was interrupted.");
        }
    }

    private synchronized Future<String> ask() {
        if (asked == null || asked.isDone()) {
            asked = executor.submit(this::query);
        }
        return asked;
    }

    private String query() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(LIMIT_SECONDS);
            statement.execute("SELECT 1");
            return connection.getMetaData().getDatabaseProductName();
        }
    }
}
