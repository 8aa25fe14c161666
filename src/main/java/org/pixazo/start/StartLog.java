package org.pixazo.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.pixazo.settings.entity.WrongSettingException;

/**
 * Holds the server's warnings back while it starts. A failed deployment is known from nothing else, and the server
 * reports it in hundreds of lines: with them in hand the launcher can say a wrong setting in one. Everything that is
 * held is either released to the log or replaced by that line.
 *
 * <p>Static, because the JDK's logging makes its own instance of the {@link ServerLogFilter} that fills it.
 */
final class StartLog {

    private static final List<LogRecord> HELD = new ArrayList<>();

    private static boolean starting;

    private StartLog() {}

    /** Holds back from now on. */
    static synchronized void begin() {
        starting = true;
    }

    static synchronized boolean starting() {
        return starting;
    }

    /** Takes the entry if the server warns of something while it starts; false when it belongs in the log now. */
    static synchronized boolean holds(LogRecord entry) {
        boolean held = starting
                && entry.getLevel().intValue() >= Level.WARNING.intValue()
                && !String.valueOf(entry.getLoggerName()).startsWith("org.pixazo");
        if (held) {
            HELD.add(entry);
        }
        return held;
    }

    /** Returns the application's word on the wrong setting that made its deployment fail. */
    static synchronized Optional<String> wrongSetting() {
        return HELD.stream()
                .map(LogRecord::getThrown)
                .flatMap(failure -> wrongSettingIn(failure).stream())
                .findFirst();
    }

    private static Optional<String> wrongSettingIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof WrongSettingException) {
                return Optional.of(OneLine.of(cause.getMessage()));
            }
        }
        return Optional.empty();
    }

    /** Returns the innermost cause of the first failure that the server has reported. */
    static synchronized Optional<String> firstFailure() {
        return HELD.stream()
                .map(LogRecord::getThrown)
                .filter(failure -> failure != null)
                .findFirst()
                .map(OneLine::of);
    }

    /** Puts what was held into the log, and holds nothing back any more. */
    static synchronized void release() {
        starting = false;
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            HELD.forEach(handler::publish);
        }
        HELD.clear();
    }

    /** Forgets what was held, and holds everything back that the server still says. */
    static synchronized void drop() {
        HELD.clear();
    }
}
