package org.pixazo.search.entity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import org.pixazo.errors.entity.InvalidInputException;
import org.pixazo.schema.entity.InstantText;

/**
 * A place among the hits. They come in windows: the latest some hundred of each kind in their order, then those stored
 * before them; first what has the words as they are, then what has longer ones.
 *
 * @param longer whether longer words are looked for already
 * @param below of each kind, the id below which the present window begins
 * @param after the last hit that was given of this window; null at its begin
 */
public record SearchCursor(boolean longer, Map<HitKind, Long> below, Find after) {

    private static final int PARTS = 9;

    /** Before the first hit. */
    public static SearchCursor first() {
        return window(false, Map.of());
    }

    /** At the begin of a window. */
    public static SearchCursor window(boolean longer, Map<HitKind, Long> below) {
        EnumMap<HitKind, Long> bounds = new EnumMap<>(HitKind.class);
        for (HitKind kind : HitKind.values()) {
            bounds.put(kind, below.getOrDefault(kind, Long.MAX_VALUE));
        }
        return new SearchCursor(longer, bounds, null);
    }

    /** Behind a hit of the same window. */
    public SearchCursor behind(Find hit) {
        return new SearchCursor(longer, below, hit);
    }

    /** As clients get it. */
    public String text() {
        StringBuilder text = new StringBuilder("search:").append(longer ? 1 : 0);
        for (HitKind kind : HitKind.values()) {
            text.append('|').append(below.get(kind));
        }
        text.append('|').append(after == null ? "" : after.score());
        text.append('|').append(after == null ? "" : InstantText.of(after.createdAt()));
        text.append('|').append(after == null ? "" : after.kind().ordinal());
        text.append('|').append(after == null ? "" : after.id());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * @param cursor as given; null for the begin
     * @throws InvalidInputException naming {@code cursor}
     */
    public static SearchCursor of(String cursor) {
        if (cursor == null) {
            return first();
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|", -1);
            if (parts.length == PARTS && parts[0].matches("search:[01]")) {
                EnumMap<HitKind, Long> below = new EnumMap<>(HitKind.class);
                for (HitKind kind : HitKind.values()) {
                    below.put(kind, Long.parseLong(parts[1 + kind.ordinal()]));
                }
                return new SearchCursor(parts[0].endsWith("1"), below, parts[5].isEmpty() ? null : after(parts));
            }
        } catch (RuntimeException damaged) {
            throw unknown();
        }
        throw unknown();
    }

    private static Find after(String[] parts) {
        HitKind kind = HitKind.values()[Integer.parseInt(parts[7])];
        Instant created = InstantText.parse(parts[6]);
        return new Find(kind, Long.parseLong(parts[8]), null, null, null, "", created, Integer.parseInt(parts[5]));
    }

    private static InvalidInputException unknown() {
        return new InvalidInputException("cursor", "must be the next_cursor of a page before");
    }
}
