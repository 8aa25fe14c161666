package org.pixazo.providers.entity;

import java.time.Duration;

/**
 * How long an AI service may be silent. There is no limit on a whole answer: models that reason take minutes.
 *
 * @param connect until the connection stands
 * @param firstByte from sending the question to the headers of the answer
 * @param idle between two pieces of the answer
 */
public record ProviderTimeouts(Duration connect, Duration firstByte, Duration idle) {

    /** 10 s, 120 s, 120 s. */
    public static final ProviderTimeouts DEFAULTS =
            new ProviderTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(120), Duration.ofSeconds(120));
}
