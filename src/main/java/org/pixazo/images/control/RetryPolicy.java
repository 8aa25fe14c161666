package org.pixazo.images.control;

import java.time.Duration;
import java.util.Optional;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.errors.entity.UpstreamTimedOutException;
import org.pixazo.images.entity.ImageJob;

/** When a failed try of a job is worth another. */
final class RetryPolicy {

    private static final int MOST_ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private RetryPolicy() {}

    /**
     * A limit that passes, or silence, is worth it. A wrong key or a refused prompt stays wrong.
     *
     * @return how long to wait first: twice as long each time, and never shorter than the upstream asks
     */
    static Optional<Duration> pause(ImageJob job, PixazoException failure) {
        boolean passes = failure.retryAfterSeconds() > 0 || failure instanceof UpstreamTimedOutException;
        if (!passes || job.attempts() + 1 >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        Duration grown = FIRST_PAUSE.multipliedBy(1L << Math.min(job.attempts(), 10));
        Duration asked = Duration.ofSeconds(failure.retryAfterSeconds());
        return Optional.of(asked.compareTo(grown) > 0 ? asked : grown);
    }
}
