package org.pixazo.schema.control;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.pixazo.settings.control.ConfiguredSettings;
import org.pixazo.settings.control.DataFolder;
import org.pixazo.settings.entity.Settings;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens the database that the settings name. Declared as {@code java:app/jdbc/pixazo} in {@code web.xml}, so that the
 * server pools it and enlists it in its transactions without any configuration of its own.
 */
public class PixazoDataSource implements DataSource {

    private volatile DataSource opened;

    @Override
    public Connection getConnection() throws SQLException {
        return source().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        // The settings hold the credentials; what a server passes on here are its own empty defaults.
        return getConnection();
    }

    private DataSource source() {
        DataSource source = opened;
        if (source == null) {
            synchronized (this) {
                if (opened == null) {
                    opened = open(ConfiguredSettings.read());
                }
                source = opened;
            }
        }
        return source;
    }

    /** With the data folder, which the images need whatever the database is. */
    private static DataSource open(Settings settings) {
        DataFolder.of(settings);
        return settings.dbUrl().startsWith(SqliteDataSource.PREFIX)
                ? new SqliteDataSource(settings.dbUrl())
                : postgresql(settings);
    }

    private static DataSource postgresql(Settings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.dbUrl());
        settings.dbUser().ifPresent(source::setUser);
        settings.dbPassword().ifPresent(source::setPassword);
        return source;
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Drivers log through java.util.logging; a writer of the server has nothing to add.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The drivers' own time-outs hold.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("No " + type.getName() + " here");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
