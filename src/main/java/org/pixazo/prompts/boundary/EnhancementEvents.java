package org.pixazo.prompts.boundary;

import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pixazo.errors.entity.PixazoException;
import org.pixazo.prompts.entity.Enhancement;
import org.pixazo.web.control.Json;
import org.pixazo.web.entity.Problem;

/**
 * Writes an enhancement as server-sent events: {@code delta}…, and {@code done} or {@code error}. What comes while the
 * reader is slow is gathered, and the thread that brings it is never held.
 */
final class EnhancementEvents {

    private static final Logger LOG = Logger.getLogger(EnhancementEvents.class.getName());

    /** Below the 15 s after which a silent stream must give a sign of life; two of them outlast every answer. */
    private static final int SILENCE_SECONDS = 10;

    private final SseEventSink sink;
    private final Sse sse;
    private final String path;
    private final Executor executor;
    private final StringBuilder waiting = new StringBuilder();

    private Runnable end;
    private boolean busy;

    /** A piece of text. */
    record Piece(String content) {}

    /** @param path of the request, for problems */
    EnhancementEvents(SseEventSink sink, Sse sse, String path, Executor executor) {
        this.sink = sink;
        this.sse = sse;
        this.path = path;
        this.executor = executor;
    }

    /** Gives a sign of life now and then. */
    void begin() {
        CompletableFuture.delayedExecutor(SILENCE_SECONDS, TimeUnit.SECONDS, executor)
                .execute(() -> {
                    if (!sink.isClosed()) {
                        sink.send(
                                sse.newEventBuilder().comment("still thinking").build());
                    }
                });
    }

    synchronized void piece(String content) {
        waiting.append(content);
        wake();
    }

    /** @param failure null where there is a result */
    synchronized void end(Enhancement result, Throwable failure) {
        end = failure == null ? () -> send("done", result) : () -> fail(failure);
        wake();
    }

    private void wake() {
        if (!busy) {
            busy = true;
            executor.execute(this::serve);
        }
    }

    private void serve() {
        try {
            while (step()) {
                // Each step hands over what has come meanwhile.
            }
        } catch (RuntimeException readerFailed) {
            LOG.log(Level.FINE, "A reader of an enhancement is gone", readerFailed);
        }
    }

    private boolean step() {
        String piece;
        Runnable last;
        synchronized (this) {
            piece = waiting.toString();
            waiting.setLength(0);
            last = end;
            if (sink.isClosed() || (piece.isEmpty() && last == null)) {
                busy = sink.isClosed();
                return false;
            }
        }
        if (!piece.isEmpty()) {
            send("delta", new Piece(piece));
            return true;
        }
        last.run();
        sink.close();
        return false;
    }

    private void fail(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof PixazoException known) {
            send("error", Problem.of(known, path));
        } else {
            LOG.log(Level.WARNING, "An enhancement failed", failure);
        }
    }

    private void send(String name, Record data) {
        sink.send(sse.newEventBuilder()
                .name(name)
                .data(String.class, Json.write(data))
                .build());
    }
}
