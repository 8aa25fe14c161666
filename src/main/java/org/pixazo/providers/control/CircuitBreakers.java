package org.pixazo.providers.control;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pixazo.providers.entity.UpstreamAccess;

/**
 * Remembers which upstreams are broken, so that not every request pays for their time-outs: after five failures among
 * the last ten attempts an upstream is left alone for 15 seconds, then one request tries it again. Thread-safe.
 */
final class CircuitBreakers {

    private static final int FAILURES = 5;
    private static final int OF_ATTEMPTS = 10;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(15);

    private final Map<String, CircuitBreaker<Object>> breakers = new ConcurrentHashMap<>();
    private final Duration leftAlone;

    CircuitBreakers() {
        this(LEFT_ALONE);
    }

    CircuitBreakers(Duration leftAlone) {
        this.leftAlone = leftAlone;
    }

    /** Whether an upstream is worth asking. Whoever asks it must {@link #record} how it went. */
    boolean permits(UpstreamAccess access) {
        return of(access).tryAcquirePermit();
    }

    /** @param failure null where the upstream began to answer */
    void record(UpstreamAccess access, Throwable failure) {
        CircuitBreaker<Object> breaker = of(access);
        Throwable cause = failure == null ? null : TransportFaults.unwrap(failure);
        boolean alive =
                cause == null || cause instanceof UpstreamFault fault && fault.blame() != UpstreamFault.Blame.UPSTREAM;
        if (!alive) {
            breaker.recordFailure();
        } else if (breaker.isOpen()) {
            // Asked in spite of it, because nobody else was left.
            breaker.close();
        } else {
            breaker.recordSuccess();
        }
    }

    private CircuitBreaker<Object> of(UpstreamAccess access) {
        return breakers.computeIfAbsent(
                access.baseUrl().toString(),
                url -> CircuitBreaker.builder()
                        .withFailureThreshold(FAILURES, OF_ATTEMPTS)
                        .withDelay(leftAlone)
                        .build());
    }
}
