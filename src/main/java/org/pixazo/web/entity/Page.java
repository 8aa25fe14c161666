package org.pixazo.web.entity;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param nextCursor opaque; fetches the page behind this one; null on the last page
 */
public record Page<T>(List<T> items, String nextCursor) {

    /** The same page with other items. */
    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), nextCursor);
    }
}
