package org.pixazo.web.entity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.ToLongFunction;
import org.pixazo.errors.entity.InvalidInputException;

/**
 * Which part of a list is asked for. Pages follow the id, so that rows which come or go meanwhile neither repeat nor
 * hide others, and the last page costs no more than the first.
 *
 * @param limit from 1; what a client asks for is 100 at most
 * @param after id of the last row of the page before; null for the first page
 */
public record PageRequest(int limit, Long after) {

    private static final int MAX_LIMIT = 100;

    /**
     * Reads the query parameters.
     *
     * @param limit as given, or null
     * @param cursor as given, or null
     * @param defaultLimit where no limit is given
     * @throws InvalidInputException naming {@code limit} or {@code cursor}
     */
    public static PageRequest of(String limit, String cursor, int defaultLimit) {
        return new PageRequest(limit == null ? defaultLimit : limit(limit), cursor == null ? null : id(cursor));
    }

    /**
     * Cuts a result into a page.
     *
     * @param rows what a query for {@code limit + 1} rows gave
     * @param id gives the id of a row
     */
    public <T> Page<T> page(List<T> rows, ToLongFunction<T> id) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, cursor(id.applyAsLong(items.get(limit - 1))));
    }

    /**
     * The page of a list that is known as a whole, by its places; all of it where neither limit nor cursor is given.
     *
     * @throws InvalidInputException naming {@code limit} or {@code cursor}
     */
    public static <T> Page<T> within(List<T> all, String limit, String cursor) {
        if (limit == null && cursor == null) {
            return new Page<>(all, null);
        }
        PageRequest wanted = of(limit, cursor, MAX_LIMIT);
        int from = wanted.after == null ? 0 : (int) Math.max(0, Math.min(wanted.after, all.size()));
        int to = Math.min(from + wanted.limit, all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? cursor(to) : null);
    }

    private static int limit(String text) {
        if (text.matches("\\d{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw new InvalidInputException("limit", "must be a whole number from 1 to " + MAX_LIMIT);
    }

    private static String cursor(long id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("id:" + id).getBytes(StandardCharsets.US_ASCII));
    }

    private static long id(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.matches("id:\\d{1,18}")) {
                return Long.parseLong(text.substring(3));
            }
        } catch (IllegalArgumentException notBase64) {
            throw unknownCursor();
        }
        throw unknownCursor();
    }

    private static InvalidInputException unknownCursor() {
        return new InvalidInputException("cursor", "must be the next_cursor of a page before");
    }
}
