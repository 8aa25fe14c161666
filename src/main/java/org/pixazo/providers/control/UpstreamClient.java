package org.pixazo.providers.control;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.errors.entity.UpstreamTimedOutException;
import org.pixazo.providers.entity.ProviderTimeouts;

/**
 * Sends requests and reads answers without holding a thread. Every opened answer must be read by one of the methods
 * here or discarded, otherwise its connection stays open until it counts as silent. Thread-safe.
 */
final class UpstreamClient {

    /** A whole answer that drips in for longer than this is given up; only streams may take their time. */
    private static final Duration LONGEST_WHOLE = Duration.ofMinutes(5);

    private final HttpTransport transport;
    private final Executor pool;
    private final ProviderTimeouts timeouts;

    UpstreamClient(HttpTransport transport, Executor pool, ProviderTimeouts timeouts) {
        this.transport = transport;
        this.pool = pool;
        this.timeouts = timeouts;
    }

    /**
     * Sends a request and waits for the headers of the answer.
     *
     * @return fails with {@link TimeoutException} when they do not come in time
     */
    CompletableFuture<UpstreamResponse> open(UpstreamRequest request, CancelSignal signal) {
        UpstreamResponse response = new UpstreamResponse(pool);
        send(request, response);
        signal.abortBy(response::discard);
        return response.opened();
    }

    /** Sends a request whose answer is heard as it comes, on threads that must not wait. */
    void send(UpstreamRequest request, AnswerReceiver receiver) {
        transport.send(request, timeouts, receiver);
    }

    /** Reads an answer piece by piece; see {@link UpstreamResponse#read} for how the result fails. */
    CompletableFuture<Void> read(UpstreamResponse response, UpstreamResponse.Sink sink, CancelSignal signal) {
        signal.abortBy(response::discard);
        return response.read(sink);
    }

    /**
     * Reads a whole answer.
     *
     * @param maxBytes more of them fail with {@link UpstreamFailedException}, whatever Content-Length said
     */
    CompletableFuture<UpstreamAnswer> readAll(UpstreamResponse response, int maxBytes, CancelSignal signal) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        long deadline = System.nanoTime() + LONGEST_WHOLE.toNanos();
        UpstreamResponse.Sink sink = piece -> {
            if (System.nanoTime() > deadline) {
                throw new UpstreamTimedOutException(
                        "The upstream's answer took longer than " + LONGEST_WHOLE.toMinutes() + " minutes to arrive.");
            }
            if (body.size() + piece.remaining() > maxBytes) {
                throw new UpstreamFailedException(
                        "The upstream's answer is larger than " + maxBytes / 1024 + " KB, which is refused.");
            }
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            body.write(bytes, 0, bytes.length);
        };
        return read(response, sink, signal)
                .thenApply(end -> new UpstreamAnswer(response.status(), response.headers(), body.toByteArray()));
    }
}
