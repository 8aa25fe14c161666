package org.pixazo.usage.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    @Test
    void headers_are_named_and_written_as_openai_does() {
        RateLimits limits = new RateLimits(
                new RateLimits.Minute(60, 59, Duration.ofMillis(61_500)),
                new RateLimits.Minute(90_000, 0, Duration.ofMillis(20)));
        assertThat(limits.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "x-ratelimit-limit-requests", "60",
                        "x-ratelimit-remaining-requests", "59",
                        "x-ratelimit-reset-requests", "1m1.500s",
                        "x-ratelimit-limit-tokens", "90000",
                        "x-ratelimit-remaining-tokens", "0",
                        "x-ratelimit-reset-tokens", "20ms"));
    }

    @Test
    void what_is_not_limited_has_no_headers() {
        assertThat(new RateLimits(new RateLimits.Minute(1, 1, Duration.ofSeconds(6)), null).headers())
                .containsOnlyKeys(
                        "x-ratelimit-limit-requests", "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests")
                .containsEntry("x-ratelimit-reset-requests", "6s");
    }
}
