package org.pixazo.monitoring.control;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Writes one JSON object a line: {@code time}, {@code level}, {@code logger}, {@code message}, {@code request_id} where
 * a request is served, {@code error} (a stack trace) where something was thrown. Uses nothing but the JDK, because it
 * must work while everything else comes up or fails.
 */
final class JsonFormatter extends Formatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int FIRST_PRINTABLE = 0x20;

    private final Masking masking;
    private final Supplier<String> requestId;

    /** @param requestId gives the id of the request that the calling thread serves, or null */
    JsonFormatter(Masking masking, Supplier<String> requestId) {
        this.masking = masking;
        this.requestId = requestId;
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(256).append('{');
        field(line, "time", TIME.format(entry.getInstant()));
        field(line, "level", entry.getLevel().getName());
        field(line, "logger", entry.getLoggerName() == null ? "" : entry.getLoggerName());
        field(line, "message", masking.mask(String.valueOf(formatMessage(entry))));
        String id = requestId.get();
        if (id != null) {
            field(line, "request_id", id);
        }
        if (entry.getThrown() != null) {
            field(line, "error", masking.mask(stackTrace(entry.getThrown())));
        }
        return line.append("}\n").toString();
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        try (PrintWriter writer = new PrintWriter(text)) {
            thrown.printStackTrace(writer);
        }
        return text.toString().stripTrailing();
    }

    private static void field(StringBuilder line, String name, String value) {
        if (line.length() > 1) {
            line.append(',');
        }
        line.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            escape(line, value.charAt(i));
        }
        line.append('"');
    }

    private static void escape(StringBuilder line, char c) {
        switch (c) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                // Half of a surrogate pair cannot be written as UTF-8; escaped, it stays what it is.
                if (c < FIRST_PRINTABLE || Character.isSurrogate(c)) {
                    line.append(String.format("\\u%04x", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }
}
