package org.pixazo.providers.control;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A pause that holds no thread and ends at once when the call is cancelled. */
final class Timer {

    private Timer() {}

    static CompletableFuture<Void> pause(ScheduledExecutorService scheduler, Duration length, CancelSignal signal) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        ScheduledFuture<?> timer =
                scheduler.schedule(() -> over.complete(null), length.toNanos(), TimeUnit.NANOSECONDS);
        signal.abortBy(() -> {
            timer.cancel(false);
            over.completeExceptionally(new CancellationException("The caller has cancelled."));
        });
        return over;
    }
}
