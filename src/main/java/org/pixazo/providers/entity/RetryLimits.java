package org.pixazo.providers.entity;

import java.time.Duration;

/**
 * How often and how fast a failed question is asked again.
 *
 * @param maxAttempts all attempts, the first included
 * @param firstPause upper bound of the pause before the second attempt; doubles for each further one
 * @param longestPause upper bound of any pause of our own choice
 * @param longestRetryAfter the longest {@code Retry-After} that is waited for; above it the failure is reported at once
 */
public record RetryLimits(int maxAttempts, Duration firstPause, Duration longestPause, Duration longestRetryAfter) {

    /** One attempt. */
    public static final RetryLimits NONE = new RetryLimits(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** Three attempts, pauses up to 1 s and 2 s, an upstream's wish up to 20 s. */
    public static final RetryLimits DEFAULTS =
            new RetryLimits(3, Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(20));
}
