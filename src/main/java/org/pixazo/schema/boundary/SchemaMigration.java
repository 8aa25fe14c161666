package org.pixazo.schema.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to the newest schema before anything uses it; beans that use the database at their start name it
 * in {@code @DependsOn}. Transactions are its own because Flyway begins and ends them itself.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    @Resource(lookup = "java:app/jdbc/pixazo")
    DataSource dataSource;

    @PostConstruct
    void migrate() {
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration/" + databaseName())
                .load()
                .migrate();
    }

    private String databaseName() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getURL().startsWith("jdbc:sqlite:") ? "sqlite" : "postgresql";
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be opened: " + e.getMessage(), e);
        }
    }
}
