package org.pixazo.usage.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.pixazo.schema.control.InstantConverter;
import org.pixazo.schema.control.Node;
import org.pixazo.usage.entity.CallStatus;

/**
 * Writes rows of the ledger in batches. By JDBC, because JPA asks for the id of every inserted row on its own, which costs
 * several times as much, and most rows are never touched again.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class UsageWrites {

    private static final String INSERT = "INSERT INTO usage (provider, prompt_tokens, completion_tokens,"
            + " tokens_estimated, images, cost, first_token_ms, total_ms, status, http_status, job_id, node, user_id,"
            + " key_id, channel, kind, model, request_id, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE = "UPDATE usage SET provider = ?, prompt_tokens = ?, completion_tokens = ?,"
            + " tokens_estimated = ?, images = ?, cost = ?, first_token_ms = ?, total_ms = ?, status = ?,"
            + " http_status = ?, job_id = ?, node = ? WHERE id = ?";

    private static final InstantConverter INSTANTS = new InstantConverter();

    @Resource(lookup = "java:app/jdbc/pixazo")
    DataSource dataSource;

    @Inject
    Node node;

    /** @return ids of the rows, in the order of the lines; null where a row is final or gone, so that nobody needs it */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<Long> write(List<CallLine> lines) {
        String server = node.name();
        Long[] ids = new Long[lines.size()];
        try (Connection connection = dataSource.getConnection();
                PreparedStatement settled = connection.prepareStatement(INSERT);
                PreparedStatement running = connection.prepareStatement(INSERT, new String[] {"id"});
                PreparedStatement changed = connection.prepareStatement(UPDATE);
                PreparedStatement dropped = connection.prepareStatement("DELETE FROM usage WHERE id = ?")) {
            for (int i = 0; i < ids.length; i++) {
                CallLine line = lines.get(i);
                if (line.dropped()) {
                    drop(dropped, line);
                } else if (line.id() != null) {
                    changed.setLong(fill(changed, line, server), line.id());
                    changed.addBatch();
                } else if (line.status() == CallStatus.RUNNING) {
                    // What began before it comes first, so that ids are in the order of the calls.
                    settled.executeBatch();
                    ids[i] = insert(running, line, server);
                } else {
                    fillWhole(settled, line, server);
                    settled.addBatch();
                }
            }
            settled.executeBatch();
            changed.executeBatch();
            dropped.executeBatch();
            return new ArrayList<>(Arrays.asList(ids));
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger cannot be written: " + e.getMessage(), e);
        }
    }

    private static void drop(PreparedStatement statement, CallLine line) throws SQLException {
        if (line.id() != null) {
            statement.setLong(1, line.id());
            statement.addBatch();
        }
    }

    private static long insert(PreparedStatement statement, CallLine line, String server) throws SQLException {
        fillWhole(statement, line, server);
        statement.executeUpdate();
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    private static void fillWhole(PreparedStatement statement, CallLine line, String server) throws SQLException {
        int next = fill(statement, line, server);
        statement.setLong(next++, line.userId());
        number(statement, next++, line.keyId());
        statement.setString(next++, line.channel());
        statement.setString(next++, line.kind());
        statement.setString(next++, line.model());
        statement.setString(next++, line.requestId());
        statement.setString(next, INSTANTS.convertToDatabaseColumn(line.createdAt()));
    }

    /** Fills in what may change, and gives the next index. */
    private static int fill(PreparedStatement statement, CallLine line, String server) throws SQLException {
        int next = 1;
        statement.setString(next++, line.provider());
        statement.setLong(next++, line.promptTokens());
        statement.setLong(next++, line.completionTokens());
        statement.setBoolean(next++, line.tokensEstimated());
        statement.setInt(next++, line.images());
        number(statement, next++, line.cost());
        number(statement, next++, line.firstTokenMillis());
        number(statement, next++, line.totalMillis());
        statement.setString(next++, line.status().word());
        number(statement, next++, line.httpStatus());
        number(statement, next++, line.jobId());
        statement.setString(next++, server);
        return next;
    }

    private static void number(PreparedStatement statement, int index, Number value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value.longValue());
        }
    }
}
