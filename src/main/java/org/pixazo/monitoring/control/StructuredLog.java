package org.pixazo.monitoring.control;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.pixazo.web.control.RequestId;

/**
 * Makes the log one JSON object a line. Where the server logs to the JDK's own console handlers, as Payara and GlassFish
 * do, these get our formatter, so that the server's lines are JSON as well; they format on the thread that logs, which
 * the request's id needs. Where a server has handlers of its own, as WildFly and Open Liberty do, Pixazo's loggers write
 * to the standard error by themselves and leave those handlers alone.
 */
public final class StructuredLog {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("org.pixazo");

    private final Map<Handler, Formatter> before = new LinkedHashMap<>();
    private Handler own;

    private StructuredLog() {}

    /**
     * Begins.
     *
     * @param secrets texts that no line may hold
     */
    public static StructuredLog begin(List<String> secrets) {
        StructuredLog log = new StructuredLog();
        JsonFormatter formatter = new JsonFormatter(new Masking(secrets), RequestId::current);
        for (Handler handler : ROOT.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                log.before.put(handler, handler.getFormatter());
                handler.setFormatter(formatter);
            }
        }
        if (log.before.isEmpty()) {
            log.own = new StandardError(formatter);
            OURS.addHandler(log.own);
            OURS.setUseParentHandlers(false);
        }
        return log;
    }

    /** Puts everything back, because what stays would hold the application's classes after its end. */
    public void end() {
        before.forEach(Handler::setFormatter);
        if (own != null) {
            OURS.removeHandler(own);
            OURS.setUseParentHandlers(true);
            own.flush();
        }
    }

    /** The process's own standard error: servers that log by themselves put the Java one into their log. */
    private static final class StandardError extends StreamHandler {

        StandardError(Formatter formatter) {
            super(new FileOutputStream(FileDescriptor.err), formatter);
            setLevel(Level.ALL);
            try {
                setEncoding(StandardCharsets.UTF_8.name());
            } catch (java.io.UnsupportedEncodingException e) {
                throw new IllegalStateException("Every Java has UTF-8", e);
            }
        }

        @Override
        public synchronized void publish(LogRecord entry) {
            super.publish(entry);
            flush();
        }
    }
}
