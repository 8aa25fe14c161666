package org.pixazo.web.control;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The id that a request carries through answers and log lines. Bound to the thread that works for the request; work that
 * goes on elsewhere takes it along with {@link #run}.
 */
public final class RequestId {

    /** Name of the header, in requests and responses. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private RequestId() {}

    /** The caller's own id where it is acceptable, otherwise a new one. */
    public static String from(String header) {
        return header != null && ACCEPTABLE.matcher(header).matches() ? header : next();
    }

    /** A new id of 16 hexadecimal digits. */
    public static String next() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The id of the request that this thread works for, or null. */
    public static String current() {
        return CURRENT.get();
    }

    /** Does work under an id, which may be null, and restores what held before. */
    public static void run(String id, Runnable work) {
        String before = CURRENT.get();
        bind(id);
        try {
            work.run();
        } finally {
            bind(before);
        }
    }

    /** Binds an id to this thread; null unbinds. */
    public static void bind(String id) {
        if (id == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(id);
        }
    }
}
