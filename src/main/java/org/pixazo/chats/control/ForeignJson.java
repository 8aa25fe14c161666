package org.pixazo.chats.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

/** Reads the fields that other products' exports have in common; what does not fit is as if it were not there. */
final class ForeignJson {

    private static final int LONGEST_NAME = 200;
    private static final BigDecimal MILLIS = new BigDecimal("100000000000");
    private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799");

    private ForeignJson() {}

    /** A title that fits our names. */
    static String name(JsonNode title) {
        String name = title.asString("").strip();
        if (name.isEmpty()) {
            return "Imported chat";
        }
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = LONGEST_NAME - 1;
        return name.substring(0, Character.isLowSurrogate(name.charAt(end)) ? end - 1 : end)
                        .strip() + "…";
    }

    /** A string that fits our model names; null where there is none. */
    static String model(JsonNode node) {
        return node.isString()
                        && !node.stringValue().isBlank()
                        && node.stringValue().length() <= LONGEST_NAME
                ? node.stringValue()
                : null;
    }

    /** A string; null where it is none. */
    static String id(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    /** Seconds, or milliseconds, since 1970; null where it is neither. */
    static Instant time(JsonNode node) {
        if (!node.isNumber()) {
            return null;
        }
        // As text, since a double does not keep microseconds exactly.
        BigDecimal number = new BigDecimal(node.asString());
        BigDecimal seconds = number.compareTo(MILLIS) > 0 ? number.movePointLeft(3) : number;
        if (seconds.signum() <= 0 || seconds.compareTo(LAST_SECOND) > 0) {
            return null;
        }
        long micros =
                seconds.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
