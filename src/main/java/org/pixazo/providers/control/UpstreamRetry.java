package org.pixazo.providers.control;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.pixazo.providers.entity.RetryLimits;

/**
 * Asks again where that can help. Pauses are a random part of a doubling bound ("full jitter"), so that many callers
 * that failed together do not come back together; an upstream's {@code Retry-After} goes before. Thread-safe; waits on
 * the clock, not in a thread.
 */
final class UpstreamRetry {

    private final RetryLimits limits;
    private final FailsafeExecutor<Object> executor;
    private final Executor pool;

    UpstreamRetry(RetryLimits limits, Timers timers) {
        this.limits = limits;
        RetryPolicy<Object> policy = RetryPolicy.builder()
                .handleIf((Throwable failure) -> isWorthRetrying(failure))
                .withMaxAttempts(limits.maxAttempts())
                .withDelayFn(this::pause)
                .build();
        this.executor = Failsafe.with(policy).with(timers.clock());
        this.pool = timers.pool();
    }

    /**
     * @param attempt asks once; its stage fails with an {@link UpstreamFault}
     * @param signal once it is cancelled, no further attempt begins
     */
    <T> CompletableFuture<T> execute(CancelSignal signal, Supplier<CompletableFuture<T>> attempt) {
        return executor.getStageAsync(() ->
                CompletableFuture.supplyAsync(() -> next(signal, attempt), pool).thenCompose(asked -> asked));
    }

    /** The same, with the first attempt in the calling thread, for attempts that wait for nothing. */
    <T> CompletableFuture<T> executeFromHere(CancelSignal signal, Supplier<CompletableFuture<T>> attempt) {
        CompletableFuture<T> first = next(signal, attempt);
        return first.exceptionallyCompose(failure ->
                isWorthRetrying(TransportFaults.unwrap(failure)) ? execute(signal, firstThen(first, attempt)) : first);
    }

    /** What has failed already counts as the first attempt. */
    private static <T> Supplier<CompletableFuture<T>> firstThen(
            CompletableFuture<T> first, Supplier<CompletableFuture<T>> attempt) {
        AtomicBoolean counted = new AtomicBoolean();
        return () -> counted.compareAndSet(false, true) ? first : attempt.get();
    }

    private static <T> CompletableFuture<T> next(CancelSignal signal, Supplier<CompletableFuture<T>> attempt) {
        return signal.isCancelled()
                ? CompletableFuture.failedFuture(new CancellationException("The caller has cancelled."))
                : attempt.get();
    }

    private boolean isWorthRetrying(Throwable failure) {
        return failure instanceof UpstreamFault fault
                && fault.isWorthRetrying()
                && (fault.retryAfter() == null || fault.retryAfter().compareTo(limits.longestRetryAfter()) <= 0);
    }

    private Duration pause(ExecutionContext<Object> context) {
        Throwable failure = context.getLastException();
        if (failure instanceof UpstreamFault fault && fault.retryAfter() != null) {
            return fault.retryAfter();
        }
        long doubled = limits.firstPause().toMillis() << Math.min(20, Math.max(0, context.getAttemptCount() - 1));
        long bound = Math.min(doubled, limits.longestPause().toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound + 1));
    }
}
