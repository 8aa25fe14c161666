package org.pixazo.providers.control;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.pixazo.errors.entity.UpstreamFailedException;
import org.pixazo.errors.entity.UpstreamTimedOutException;
import org.pixazo.providers.entity.ProviderTimeouts;

/**
 * Sends requests and reads answers without holding a thread. Every opened answer must be read by one of the methods
 * here, otherwise its connection stays open. Thread-safe.
 */
final class UpstreamClient {

    /** A whole answer that drips in for longer than this is given up; only streams may take their time. */
    private static final Duration LONGEST_WHOLE = Duration.ofMinutes(5);

    private final HttpClient http;
    private final Timers timers;
    private final ProviderTimeouts timeouts;

    /** @param http its connect time-out is the caller's to set */
    UpstreamClient(HttpClient http, Timers timers, ProviderTimeouts timeouts) {
        this.http = http;
        this.timers = timers;
        this.timeouts = timeouts;
    }

    /**
     * Sends a request and waits for the headers of the answer.
     *
     * @return fails with {@link TimeoutException} when they do not come in time. The time is ours and not the
     *     request's own, whose meaning (headers or whole body) differs between Java versions
     */
    CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> open(HttpRequest request, CancelSignal signal) {
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> exchange =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> opened = new CompletableFuture<>();
        Future<?> timer = timers.after(timeouts.firstByte(), () -> {
            if (opened.completeExceptionally(new TimeoutException("No answer in time."))) {
                exchange.cancel(true);
            }
        });
        signal.abortBy(() -> exchange.cancel(true));
        // The client completes its future on the JVM's common pool; what follows belongs on our own threads.
        exchange.whenCompleteAsync(
                (response, failure) -> {
                    timer.cancel(false);
                    if (failure != null) {
                        opened.completeExceptionally(TransportFaults.unwrap(failure));
                    } else if (!opened.complete(response)) {
                        discard(response);
                    }
                },
                timers.pool());
        return opened;
    }

    /** Reads an answer piece by piece; see {@link BodyReader#end()} for how the result fails. */
    CompletableFuture<Void> read(
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response, BodyReader.Sink sink, CancelSignal signal) {
        BodyReader reader = new BodyReader(sink, timers, timeouts.idle());
        signal.abortBy(reader::cancel);
        response.body().subscribe(reader);
        return reader.end();
    }

    /**
     * Reads a whole answer.
     *
     * @param maxBytes more of them fail with {@link UpstreamFailedException}, whatever Content-Length said
     */
    CompletableFuture<UpstreamAnswer> readAll(
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response, int maxBytes, CancelSignal signal) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        long deadline = System.nanoTime() + LONGEST_WHOLE.toNanos();
        BodyReader.Sink sink = piece -> {
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
                .thenApply(end -> new UpstreamAnswer(response.statusCode(), response.headers(), body.toByteArray()));
    }

    /** Closes the connection of an answer that nobody wants any more. */
    void discard(HttpResponse<Flow.Publisher<List<ByteBuffer>>> response) {
        BodyReader reader = new BodyReader(piece -> {}, timers, timeouts.idle());
        reader.cancel();
        response.body().subscribe(reader);
    }
}
