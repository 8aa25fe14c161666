package org.pixazo.providers.entity;

import java.time.Duration;

/**
 * How a picture that is being made elsewhere is asked after.
 *
 * @param first pause before the first question
 * @param longest pause between two later ones, reached by growing by half each time
 * @param limit after which the picture is given up
 */
public record PollingPace(Duration first, Duration longest, Duration limit) {

    /** 2 s growing to 5 s, for 5 minutes at most. */
    public static final PollingPace DEFAULT =
            new PollingPace(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMinutes(5));

    /** The pause after this one. */
    public Duration after(Duration pause) {
        Duration grown = pause.plus(pause.dividedBy(2));
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
