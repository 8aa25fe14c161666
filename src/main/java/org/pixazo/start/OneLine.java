package org.pixazo.start;

/** Makes texts of any origin fit for a message of one line. */
final class OneLine {

    private static final int LONGEST_QUOTE = 60;

    private OneLine() {}

    /** Returns the text with every line break and control character replaced by a blank. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /** Returns the message of the innermost cause, or the name of its class when it has none. */
    static String of(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.getClass().getSimpleName() : of(message);
    }

    /** Returns the value in quotation marks, cut when it is long. */
    static String quote(String value) {
        String line = of(value);
        return '"' + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line) + '"';
    }
}
