package org.pixazo.providers.control;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads the body of an answer piece by piece: the next piece is asked for when the last one is dealt with, so a slow
 * reader slows the upstream down instead of filling the memory. Ends, whatever happens, exactly once.
 */
final class BodyReader implements Flow.Subscriber<List<ByteBuffer>> {

    /** Deals with one piece; what it throws ends the reading. */
    interface Sink {
        void accept(ByteBuffer piece);
    }

    private final Sink sink;
    private final IdleWatch watch;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

    BodyReader(Sink sink, Timers timers, Duration idle) {
        this.sink = sink;
        this.watch = new IdleWatch(timers, idle, () -> abort(new TimeoutException("The upstream fell silent.")));
    }

    /**
     * Completes when the body is read; fails with what the sink threw, a {@link TimeoutException} after too long a
     * silence, a {@link CancellationException} after {@link #cancel()}, or the fault of the connection.
     */
    CompletableFuture<Void> end() {
        return end;
    }

    /** Closes the connection. */
    void cancel() {
        abort(new CancellationException("The caller has cancelled."));
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription.set(newSubscription);
        if (end.isDone()) {
            newSubscription.cancel();
            return;
        }
        watch.start();
        newSubscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        watch.touch();
        try {
            for (ByteBuffer piece : pieces) {
                if (end.isDone()) {
                    return;
                }
                sink.accept(piece);
            }
            // Dealing with the piece may take long; that is not the upstream's silence.
            watch.touch();
            subscription.get().request(1);
        } catch (RuntimeException refused) {
            abort(refused);
        }
    }

    @Override
    public void onError(Throwable failure) {
        finish(failure);
    }

    @Override
    public void onComplete() {
        finish(null);
    }

    private void abort(Throwable reason) {
        finish(reason);
        Flow.Subscription present = subscription.get();
        if (present != null) {
            present.cancel();
        }
    }

    private void finish(Throwable failure) {
        watch.stop();
        if (failure == null) {
            end.complete(null);
        } else {
            end.completeExceptionally(failure);
        }
    }
}
