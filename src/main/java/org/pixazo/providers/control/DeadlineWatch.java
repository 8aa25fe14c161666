package org.pixazo.providers.control;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks some times a second at everything that may become overdue. A timer for each exchange would cost more than the
 * exchange: here a sign of life is a field that is written, and one timer serves all, from the first use on. Thread-safe.
 */
final class DeadlineWatch implements AutoCloseable {

    /** Something that may take too long. */
    interface Watched {

        /** @return true when it has ended and needs no more looks */
        boolean look(long nanoTime);
    }

    private static final Logger LOG = Logger.getLogger(DeadlineWatch.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ScheduledExecutorService clock;
    private final Set<Watched> watched = ConcurrentHashMap.newKeySet();
    private boolean closed;
    private Future<?> timer;

    DeadlineWatch(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /** Looks at it about ten times a second, on the clock's thread, until it says that it has ended. */
    void add(Watched one) {
        watched.add(one);
        start();
    }

    /**
     * Looks at it no more. Whoever knows that it has ended should say so: what lies here until the next look has lived long
     * enough for the collector to take it for old, and costs a full collection later.
     */
    void remove(Watched one) {
        watched.remove(one);
    }

    /** Does something now and then. */
    void every(Duration pause, Runnable work) {
        long[] last = {System.nanoTime()};
        add(nanoTime -> {
            if (nanoTime - last[0] >= pause.toNanos()) {
                last[0] = nanoTime;
                work.run();
            }
            return false;
        });
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void start() {
        if (timer == null) {
            synchronized (this) {
                if (timer == null && !closed) {
                    timer = clock.scheduleWithFixedDelay(
                            this::lookAtAll, PAUSE.toNanos(), PAUSE.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        }
    }

    private void lookAtAll() {
        long now = System.nanoTime();
        for (Watched one : watched) {
            try {
                if (one.look(now)) {
                    watched.remove(one);
                }
            } catch (RuntimeException e) {
                // A timer that throws would never run again, for anybody.
                watched.remove(one);
                LOG.log(Level.SEVERE, "A look at " + one + " failed", e);
            }
        }
    }
}
