package org.pixazo.accounts.entity;

/**
 * How much an API key may be used; null for no limit, otherwise at least 1. Months are calendar months in UTC.
 *
 * @param requestsPerMinute calls of models in a minute
 * @param tokensPerMinute tokens of questions and answers in a minute
 * @param parallelRequests calls of models at the same time
 * @param monthlyTokens tokens in a month
 * @param monthlyCost money in a month, in billionths of a US dollar
 */
public record KeyLimits(
        Integer requestsPerMinute,
        Long tokensPerMinute,
        Integer parallelRequests,
        Long monthlyTokens,
        Long monthlyCost) {

    public static final KeyLimits NONE = new KeyLimits(null, null, null, null, null);

    /** Whether there is no limit at all. */
    public boolean none() {
        return equals(NONE);
    }
}
