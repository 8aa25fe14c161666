package org.pixazo.search.entity;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that the index found, before it is put in its place.
 *
 * @param text its text, or the beginning of a long one
 * @param title of where it stands; null where the text itself is the title
 */
public record Find(
        HitKind kind, long id, Long workspaceId, Long chatId, String title, String text, Instant createdAt, int score) {

    /** The best first; what fits as well, newest first. */
    public static final Comparator<Find> ORDER = Comparator.comparingInt(Find::score)
            .thenComparing(Find::createdAt)
            .thenComparing(Find::kind)
            .thenComparing(Find::id)
            .reversed();

    /** The same in its place. */
    public Find scored(int given) {
        return new Find(kind, id, workspaceId, chatId, title, text, createdAt, given);
    }
}
