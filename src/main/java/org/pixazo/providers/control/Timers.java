package org.pixazo.providers.control;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Pauses that hold no thread. A server's scheduler may have a single thread (Payara's has), so it only watches the
 * clock: what follows a pause always runs on the pool.
 */
final class Timers {

    private final ScheduledExecutorService clock;
    private final Executor pool;

    Timers(ScheduledExecutorService clock, Executor pool) {
        this.clock = clock;
        this.pool = pool;
    }

    /** @return for calling the work off before its time */
    Future<?> after(Duration pause, Runnable work) {
        return clock.schedule(() -> pool.execute(work), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Completes after the pause; fails at once with {@link CancellationException} when the call is cancelled. */
    CompletableFuture<Void> pause(Duration length, CancelSignal signal) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Future<?> timer = after(length, () -> over.complete(null));
        signal.abortBy(() -> {
            timer.cancel(false);
            over.completeExceptionally(new CancellationException("The caller has cancelled."));
        });
        return over;
    }

    /** For libraries that bring their own way of waiting. */
    ScheduledExecutorService clock() {
        return clock;
    }

    Executor pool() {
        return pool;
    }
}
