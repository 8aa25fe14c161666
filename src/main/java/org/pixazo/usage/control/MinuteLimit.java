package org.pixazo.usage.control;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.pixazo.usage.entity.RateLimits;

/**
 * So many in a minute. The minute begins with the first use and gives all back at its end, so that what was used before a
 * restart still counts after it. What is found out afterwards may go below zero, and the next minutes pay for it. Not
 * thread-safe.
 */
final class MinuteLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final long limit;
    private final Clock clock;
    private Bucket bucket;

    /**
     * @param used how many were used in the minute that is under way
     * @param since when that minute began
     */
    MinuteLimit(long limit, long used, Instant since, Clock clock) {
        this.limit = limit;
        this.clock = clock;
        this.bucket = bucket(Math.max(0, limit - used), since);
        if (used > limit) {
            bucket.consumeIgnoringRateLimits(used - limit);
        }
    }

    boolean tryTake(long n) {
        if (n == 0) {
            return true;
        }
        if (bucket.getAvailableTokens() == limit) {
            bucket = bucket(limit, clock.instant());
        }
        return bucket.tryConsume(n);
    }

    void giveBack(long n) {
        if (n > 0) {
            bucket.addTokens(n);
        }
    }

    /** Takes what was used already, allowed or not. */
    void charge(long n) {
        if (n > 0) {
            bucket.consumeIgnoringRateLimits(n);
        }
    }

    long limit() {
        return limit;
    }

    /** Time until so many can be taken, where they are not more than the limit. */
    Duration until(long n) {
        return Duration.ofNanos(bucket.estimateAbilityToConsume(Math.max(1, n)).getNanosToWaitForRefill());
    }

    RateLimits.Minute left() {
        return new RateLimits.Minute(limit, Math.max(0, bucket.getAvailableTokens()), until(limit));
    }

    private Bucket bucket(long available, Instant since) {
        return Bucket.builder()
                .withCustomTimePrecision(new WallClock(clock))
                .addLimit(rule -> rule.capacity(limit)
                        .refillIntervallyAligned(limit, MINUTE, since.plus(MINUTE))
                        .initialTokens(available))
                .build();
    }

    private record WallClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
