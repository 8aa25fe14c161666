package org.pixazo.start;

import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Keeps out of the log what no level of logging.properties can silence, because the server sets the level itself, speaks
 * through a nameless logger, or says other things as well through the same one, and shows the {@link StartLog} the rest.
 * The file names this class; without it, on a plain server, the log is only longer.
 */
public final class ServerLogFilter implements Filter {

    private static final String DESCRIPTOR_PASSED_OVER = "AS-DEPLOYMENT-00001";

    private static final String ACCESS_LOG = "org.pixazo.access";

    private static final String GRIZZLY_CLOSED = "Connection is closed";

    @Override
    public boolean isLoggable(LogRecord entry) {
        return !isNoise(entry) && !StartLog.holds(entry);
    }

    private static boolean isNoise(LogRecord entry) {
        if (entry.getLoggerName() == null) {
            // That a restart will be needed for what our own boot commands have just set.
            return String.valueOf(entry.getMessage()).startsWith("Unprocessed event : ");
        }
        // That this launcher asks whether the application is there.
        if (entry.getLoggerName().equals(ACCESS_LOG) && StartLog.starting()) {
            return true;
        }
        if (isServersOwn(entry) && (isClientGone(entry.getThrown()) || saysClientGone(entry))) {
            return true;
        }
        // That Payara's own descriptor comes before GlassFish's, which is for other servers.
        return DESCRIPTOR_PASSED_OVER.equals(entry.getMessage())
                || entry.getLoggerName().startsWith("jakarta.enterprise.web")
                        && entry.getLevel().intValue() < Level.WARNING.intValue();
    }

    private static boolean isServersOwn(LogRecord entry) {
        return entry.getLoggerName().startsWith("jakarta.enterprise.web")
                || entry.getLoggerName().startsWith("org.glassfish.jersey.server.");
    }

    /** An answer that nobody waits for any more, which the server and Jersey take for a fault of somebody here. */
    private static boolean isClientGone(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && GRIZZLY_CLOSED.equals(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    /** The valve that shows error pages writes the failure into its message. */
    private static boolean saysClientGone(LogRecord entry) {
        return String.valueOf(entry.getMessage()).contains(IOException.class.getName() + ": " + GRIZZLY_CLOSED);
    }
}
