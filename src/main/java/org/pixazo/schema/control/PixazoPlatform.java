package org.pixazo.schema.control;

import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.persistence.platform.database.PostgreSQLPlatform;
import org.eclipse.persistence.queries.ValueReadQuery;

/**
 * Teaches EclipseLink, which has no platform for SQLite, both databases of Pixazo. SQLite understands the SQL that
 * EclipseLink writes for PostgreSQL but for two things: how to ask for a generated key, and that there are no row locks.
 */
public class PixazoPlatform extends PostgreSQLPlatform {

    private static final long serialVersionUID = 1L;

    private volatile boolean sqlite;

    @Override
    public void initializeConnectionData(Connection connection) throws SQLException {
        super.initializeConnectionData(connection);
        sqlite = "SQLite".equalsIgnoreCase(connection.getMetaData().getDatabaseProductName());
    }

    @Override
    public ValueReadQuery buildSelectQueryForIdentity() {
        if (!sqlite) {
            return super.buildSelectQueryForIdentity();
        }
        ValueReadQuery query = new ValueReadQuery();
        query.setSQLString("SELECT last_insert_rowid()");
        return query;
    }

    @Override
    public ValueReadQuery buildSelectQueryForSequenceObject(String qualifiedSequenceName, Integer size) {
        return sqlite
                ? buildSelectQueryForIdentity()
                : super.buildSelectQueryForSequenceObject(qualifiedSequenceName, size);
    }

    @Override
    public String getSelectForUpdateString() {
        return sqlite ? "" : super.getSelectForUpdateString();
    }
}
