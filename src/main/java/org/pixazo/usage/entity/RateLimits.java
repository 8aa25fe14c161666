package org.pixazo.usage.entity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is left of a key's limits in the present minute.
 *
 * @param requests null where requests are not limited
 * @param tokens null where tokens are not limited
 */
public record RateLimits(Minute requests, Minute tokens) {

    /**
     * One limit.
     *
     * @param limit how many in a minute
     * @param remaining how many are left, at least 0
     * @param reset time until all are there again
     */
    public record Minute(long limit, long remaining, Duration reset) {}

    /**
     * As response headers, named and written as
     * <a href="https://platform.openai.com/docs/guides/rate-limits#rate-limits-in-headers">OpenAI's</a>.
     */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        add(headers, "requests", requests);
        add(headers, "tokens", tokens);
        return headers;
    }

    private static void add(Map<String, String> headers, String what, Minute minute) {
        if (minute != null) {
            headers.put("x-ratelimit-limit-" + what, Long.toString(minute.limit()));
            headers.put("x-ratelimit-remaining-" + what, Long.toString(minute.remaining()));
            headers.put("x-ratelimit-reset-" + what, words(minute.reset()));
        }
    }

    /** As in {@code 1m0s}, {@code 12.5s} and {@code 20ms}. */
    private static String words(Duration time) {
        long millis = time.toMillis();
        if (millis < 1_000) {
            return millis + "ms";
        }
        long minutes = millis / 60_000;
        String seconds =
                (millis % 60_000) / 1_000 + (millis % 1_000 == 0 ? "" : "." + "%03d".formatted(millis % 1_000));
        return (minutes == 0 ? "" : minutes + "m") + seconds + "s";
    }
}
