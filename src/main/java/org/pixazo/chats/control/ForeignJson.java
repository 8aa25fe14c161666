package org.pixazo.chats.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.pixazo.chats.entity.MessageRole;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fields that other products' exports have in common; what does not fit is as if it were not there. */
final class ForeignJson {

    /** LibreChat writes an answer inside of its question, so that a long conversation is a deep one. */
    private static final int DEEPEST = 200_000;

    /** Bears what other programs write: values behind one another, and names that come twice. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 250;
    private static final int LONGEST_TAG = 100;
    private static final int MOST_TAGS = 50;
    private static final BigDecimal MILLIS = new BigDecimal("100000000000");
    private static final BigDecimal LAST_SECOND = new BigDecimal("253402300799");
    private static final int LONGEST_NUMBER = 40;

    private ForeignJson() {}

    /** A title that fits our names. */
    static String name(JsonNode title) {
        String name = storable(title.asString("")).strip();
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
                ? storable(node.stringValue())
                : null;
    }

    /** A string; null where it is none. */
    static String id(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    /** What names a chat of another product; null where nothing does. */
    static String sourceId(String product, JsonNode... candidates) {
        for (JsonNode id : candidates) {
            if (id.isString() && !id.stringValue().isBlank() && id.stringValue().length() <= LONGEST_ID) {
                return product + ":" + storable(id.stringValue());
            }
        }
        return null;
    }

    /** Tags, of strings or of objects with a name. */
    static List<String> tags(JsonNode array) {
        List<String> tags = new ArrayList<>();
        for (JsonNode item : array) {
            String tag = storable((item.isObject() ? item.path("name") : item).asString(""))
                    .strip();
            if (!tag.isEmpty() && tag.length() <= LONGEST_TAG && !tags.contains(tag) && tags.size() < MOST_TAGS) {
                tags.add(tag);
            }
        }
        return tags;
    }

    /** Who speaks; whoever is neither a person nor the system is the assistant. */
    static MessageRole role(String word) {
        return switch (word) {
            case "user", "human" -> MessageRole.USER;
            case "system", "developer" -> MessageRole.SYSTEM;
            default -> MessageRole.ASSISTANT;
        };
    }

    /** A text without what no database keeps: U+0000 and halves of characters become U+FFFD. */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return mended(text);
            }
        }
        return text;
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }

    /** Seconds or milliseconds since 1970, or RFC 3339; null where it is neither. */
    static Instant time(JsonNode node) {
        if (node.isString()) {
            return written(node.stringValue());
        }
        // As text, since a double does not keep microseconds exactly.
        String digits = node.isNumber() ? node.asString() : "";
        if (digits.isEmpty() || digits.length() > LONGEST_NUMBER) {
            return null;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(digits);
        } catch (NumberFormatException notFinite) {
            return null;
        }
        BigDecimal seconds = number.compareTo(MILLIS) > 0 ? number.movePointLeft(3) : number;
        if (seconds.signum() <= 0 || seconds.compareTo(LAST_SECOND) > 0) {
            return null;
        }
        long micros =
                seconds.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static Instant written(String text) {
        try {
            Instant time = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            return time.isAfter(Instant.EPOCH) && time.getEpochSecond() <= LAST_SECOND.longValueExact() ? time : null;
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
