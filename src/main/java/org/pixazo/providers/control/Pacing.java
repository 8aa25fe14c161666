package org.pixazo.providers.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Spreads the orders of each key so that no minute, wherever it begins, has more than allowed. A token bucket would let
 * through twice as many in its first minute. Counts this server's orders only. Thread-safe.
 */
final class Pacing {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int KEYS = 10_000;

    private final int perMinute;
    private final LongSupplier clock;
    private final Cache<String, Window> windows;

    /** @param clock nanoseconds, as {@link System#nanoTime} */
    Pacing(int perMinute, LongSupplier clock) {
        this.perMinute = perMinute;
        this.clock = clock;
        this.windows = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(Duration.ofHours(1))
                .build();
    }

    /** Reserves the next place of a key; whoever takes it must wait so long before the order goes out. */
    Duration next(String key) {
        return Duration.ofNanos(window(key).next(clock.getAsLong()));
    }

    /** Lets nothing more out with a key for a while, because the upstream asked so. */
    void hold(String key, Duration pause) {
        window(key).hold(clock.getAsLong() + pause.toNanos());
    }

    private Window window(String key) {
        return windows.get(key, fresh -> new Window(clock.getAsLong()));
    }

    private final class Window {

        private final Deque<Long> taken = new ArrayDeque<>();
        private long heldUntil;

        Window(long now) {
            heldUntil = now;
        }

        synchronized void hold(long until) {
            heldUntil = later(heldUntil, until);
        }

        synchronized long next(long now) {
            long at = later(now, heldUntil);
            if (taken.size() == perMinute) {
                at = later(at, taken.removeFirst() + MINUTE);
            }
            taken.addLast(at);
            return at - now;
        }

        /** By difference, because such clocks may overflow. */
        private static long later(long one, long other) {
            return one - other > 0 ? one : other;
        }
    }
}
