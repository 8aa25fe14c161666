package org.pixazo.providers.control;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * An answer whose pieces are dealt with on our own pool, one after the other, so that whoever reads may wait. More is
 * asked for when pieces are dealt with, so a slow reader slows the upstream down instead of filling the memory.
 */
final class UpstreamResponse implements AnswerReceiver {

    /** Deals with one piece; what it throws ends the reading. */
    interface Sink {
        void accept(ByteBuffer piece);
    }

    private final Executor pool;
    private final CompletableFuture<UpstreamResponse> opened = new CompletableFuture<>();
    private final CompletableFuture<Void> read = new CompletableFuture<>();
    private volatile HttpExchange exchange;
    private volatile int status;
    private volatile HttpHeaders headers;

    // Guarded by this.
    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private Sink sink;
    private boolean draining;
    private boolean ended;
    private Exception failure;

    UpstreamResponse(Executor pool) {
        this.pool = pool;
    }

    /** Completes on the pool when the headers have come; fails with whatever came instead. */
    CompletableFuture<UpstreamResponse> opened() {
        return opened;
    }

    int status() {
        return status;
    }

    HttpHeaders headers() {
        return headers;
    }

    /**
     * Reads the body, once. The result fails with what the sink threw, a {@link java.util.concurrent.TimeoutException}
     * after too long a silence, a {@link CancellationException} after {@link #discard()}, or the fault of the connection.
     */
    CompletableFuture<Void> read(Sink newSink) {
        synchronized (this) {
            sink = newSink;
        }
        drainLater();
        return read;
    }

    /** Closes the connection of an answer that nobody wants any more. */
    void discard() {
        HttpExchange present = exchange;
        if (present != null) {
            present.abort();
        }
        read.completeExceptionally(new CancellationException("The caller has cancelled."));
    }

    @Override
    public void begun(HttpExchange newExchange) {
        exchange = newExchange;
    }

    @Override
    public void head(int newStatus, HttpHeaders newHeaders) {
        status = newStatus;
        headers = newHeaders;
        pool.execute(() -> opened.complete(this));
    }

    @Override
    public void piece(ByteBuffer piece) {
        byte[] bytes = new byte[piece.remaining()];
        piece.get(bytes);
        synchronized (this) {
            pieces.add(bytes);
        }
        drainLater();
    }

    @Override
    public void end() {
        failed(null);
    }

    @Override
    public void failed(Exception reason) {
        synchronized (this) {
            ended = true;
            failure = reason;
        }
        if (headers == null) {
            pool.execute(() -> opened.completeExceptionally(reason));
        }
        drainLater();
    }

    private void drainLater() {
        synchronized (this) {
            if (draining || sink == null) {
                return;
            }
            draining = true;
        }
        pool.execute(this::drain);
    }

    private void drain() {
        for (byte[] piece = next(); piece != null; piece = next()) {
            try {
                if (!read.isDone()) {
                    sink.accept(ByteBuffer.wrap(piece));
                }
            } catch (RuntimeException refused) {
                read.completeExceptionally(refused);
                exchange.abort();
            }
            exchange.taken(piece.length);
        }
    }

    private byte[] next() {
        Exception reason;
        synchronized (this) {
            byte[] piece = pieces.poll();
            if (piece != null) {
                return piece;
            }
            draining = false;
            if (!ended) {
                return null;
            }
            reason = failure;
        }
        if (reason == null) {
            read.complete(null);
        } else {
            read.completeExceptionally(reason);
        }
        return null;
    }
}
