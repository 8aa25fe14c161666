package org.pixazo.usage.entity;

import java.time.Instant;

/**
 * How much an API key was used until now.
 *
 * @param minuteRequests calls of the last minute
 * @param minuteTokens their tokens
 * @param minuteSince when the first of them was made; null where there was none
 * @param monthTokens tokens of this month
 * @param monthCost money of this month in billionths of a US dollar, as far as it is known
 */
public record KeyUse(long minuteRequests, long minuteTokens, Instant minuteSince, long monthTokens, long monthCost) {

    public static final KeyUse NONE = new KeyUse(0, 0, null, 0, 0);
}
