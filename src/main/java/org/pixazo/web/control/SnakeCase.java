package org.pixazo.web.control;

import java.util.Locale;

/** Names as clients see them. */
public final class SnakeCase {

    private SnakeCase() {}

    /** {@code requestsPerMinute} becomes {@code requests_per_minute}. */
    public static String of(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
