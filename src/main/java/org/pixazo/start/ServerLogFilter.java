package org.pixazo.start;

import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Keeps out of the log what no level of logging.properties can silence, because the server sets the level itself or
 * speaks through a nameless logger, and shows the {@link StartLog} the rest. The file names this class; without it, on
 * a plain server, the log is only longer.
 */
public final class ServerLogFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord entry) {
        return !isNoise(entry) && !StartLog.holds(entry);
    }

    private static boolean isNoise(LogRecord entry) {
        if (entry.getLoggerName() == null) {
            // That a restart will be needed for what our own boot commands have just set.
            return String.valueOf(entry.getMessage()).startsWith("Unprocessed event : ");
        }
        return entry.getLoggerName().startsWith("jakarta.enterprise.web")
                && entry.getLevel().intValue() < Level.WARNING.intValue();
    }
}
