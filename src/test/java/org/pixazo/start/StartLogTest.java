package org.pixazo.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pixazo.settings.entity.WrongSettingException;

class StartLogTest {

    private final ServerLogFilter filter = new ServerLogFilter();

    @BeforeEach
    void begin() {
        StartLog.begin();
    }

    @AfterEach
    void end() {
        StartLog.drop();
        StartLog.release();
    }

    @Test
    void holdsTheServersWarningsAndFindsTheWrongSettingInThem() {
        assertThat(filter.isLoggable(failure(new IllegalStateException("first"))))
                .isFalse();
        assertThat(filter.isLoggable(failure(new IllegalStateException(
                        "outer", new WrongSettingException("PIXAZO_PORT: is wrong\nno", null)))))
                .isFalse();

        assertThat(StartLog.wrongSetting()).contains("PIXAZO_PORT: is wrong no");
        assertThat(StartLog.firstFailure()).contains("first");
    }

    @Test
    void letsTheApplicationSpeak() {
        LogRecord word = new LogRecord(Level.WARNING, "careful");
        word.setLoggerName("org.pixazo.settings");

        assertThat(filter.isLoggable(word)).isTrue();
        assertThat(StartLog.firstFailure()).isEmpty();
    }

    @Test
    void holdsNothingAfterTheStart() {
        StartLog.drop();
        StartLog.release();

        assertThat(filter.isLoggable(failure(new IllegalStateException("late"))))
                .isTrue();
    }

    @Test
    void dropsWhatTheServerSaysOfOurOwnBootCommands() {
        StartLog.release();

        assertThat(filter.isLoggable(new LogRecord(Level.WARNING, "Unprocessed event : metrics")))
                .isFalse();
    }

    private static LogRecord failure(Throwable thrown) {
        LogRecord entry = new LogRecord(Level.SEVERE, "Exception while loading the app");
        entry.setLoggerName("javax.enterprise.system.core");
        entry.setThrown(thrown);
        return entry;
    }
}
