package org.pixazo.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ServerLogFilterTest {

    private static final String JERSEY = "org.glassfish.jersey.server.ServerRuntime$Responder";

    private final ServerLogFilter filter = new ServerLogFilter();

    @Test
    void that_a_client_has_gone_is_no_failure_of_the_server() {
        IOException closed = new IOException("Connection is closed");

        assertThat(filter.isLoggable(failure(JERSEY, new UncheckedIOException(closed))))
                .isFalse();
        assertThat(filter.isLoggable(failure("jakarta.enterprise.web.core", closed)))
                .isFalse();
    }

    @Test
    void other_failures_are_told() {
        assertThat(filter.isLoggable(failure(JERSEY, new IOException("No space left on device"))))
                .isTrue();
        assertThat(filter.isLoggable(failure(JERSEY, null))).isTrue();
        assertThat(filter.isLoggable(failure("org.pixazo.chats", new IOException("Connection is closed"))))
                .isTrue();
    }

    private static LogRecord failure(String logger, Throwable thrown) {
        LogRecord entry = new LogRecord(Level.SEVERE, "It failed");
        entry.setLoggerName(logger);
        entry.setThrown(thrown);
        return entry;
    }
}
