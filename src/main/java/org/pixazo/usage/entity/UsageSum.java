package org.pixazo.usage.entity;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * Calls summed up.
 *
 * @param group the day, as in {@code 2026-11-24}, the model, the channel, or the id of the user or key; null for calls
 *     without a key, and for a total
 * @param name of the user or key; null where it is gone, and for other groups
 * @param requests how many calls
 * @param failures how many of them failed or were interrupted
 * @param cost US dollars; null where no call has a known price
 * @param unpriced how many calls have no known price
 * @param meanMs mean time of a whole call in milliseconds; null where none has ended
 * @param p95Ms 95 of 100 calls took at most so many milliseconds; null likewise
 * @param meanFirstTokenMs mean time to the first piece of an answer in milliseconds; null where there was none
 */
public record UsageSum(
        String group,
        String name,
        @NotNull long requests,
        @NotNull long failures,
        @NotNull long promptTokens,
        @NotNull long completionTokens,
        @NotNull long images,
        BigDecimal cost,
        @NotNull long unpriced,
        Long meanMs,
        Long p95Ms,
        Long meanFirstTokenMs) {

    /** All tokens together. */
    public long tokens() {
        return promptTokens + completionTokens;
    }
}
