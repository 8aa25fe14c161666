package org.pixazo.gateway.control;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes to a client without ever waiting for it: what the connection does not take now waits here, and whoever writes is
 * told how much has gone. Thread-safe; ends the asynchronous request once.
 */
final class PacedOutput implements WriteListener {

    /** Hears what becomes of the bytes, on any thread; must not wait. */
    interface Progress {

        /** What has gone to the client, in the writers' own count. */
        void written(int credit);

        /** The client has gone. */
        void broken(Throwable cause);
    }

    private static final byte[] COMMENT = ": \n\n".getBytes(StandardCharsets.US_ASCII);
    private static final long SILENCE_NANOS = 500_000_000;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Progress progress;

    private record Part(byte[] bytes, int credit) {}

    // Guarded by this.
    private final Deque<Part> waiting = new ArrayDeque<>();
    private boolean armed;
    private boolean ending;
    private boolean ended;
    private boolean unflushed;
    private Exception broken;
    private volatile long lastWrite = System.nanoTime();

    /** Takes over the answer; status and headers are set before. */
    PacedOutput(AsyncContext context, Progress progress) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.progress = progress;
    }

    /** Begins to listen; may call back at once. */
    void open() {
        out.setWriteListener(this);
    }

    /**
     * Writes as soon as the client takes it.
     *
     * @param bytes handed over
     * @param credit what {@link Progress#written} tells when they have gone
     */
    void write(byte[] bytes, int credit) {
        int gone;
        synchronized (this) {
            if (ending || ended) {
                return;
            }
            waiting.add(new Part(bytes, credit));
            gone = pump();
        }
        told(gone);
    }

    /** Ends the answer when all is written. */
    void end() {
        int gone;
        synchronized (this) {
            ending = true;
            gone = pump();
        }
        told(gone);
    }

    /** Writes a comment where nothing was written for half a second and nothing waits; between two events only. */
    void keepAwake() {
        if (isIdle()) {
            write(COMMENT, 0);
        }
    }

    private synchronized boolean isIdle() {
        return !ending && !ended && waiting.isEmpty() && System.nanoTime() - lastWrite > SILENCE_NANOS;
    }

    @Override
    public void onWritePossible() {
        int gone;
        synchronized (this) {
            armed = true;
            gone = pump();
        }
        told(gone);
    }

    @Override
    public void onError(Throwable cause) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            waiting.clear();
        }
        complete();
        progress.broken(cause);
    }

    /** @return credit of what has gone, or -1 where the client has gone */
    private int pump() {
        int gone = 0;
        try {
            while (armed && !ended && out.isReady()) {
                Part next = waiting.poll();
                if (next != null) {
                    out.write(next.bytes());
                    unflushed = true;
                    gone += next.credit();
                    lastWrite = System.nanoTime();
                } else if (ending) {
                    ended = true;
                    context.complete();
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    break;
                }
            }
            return gone;
        } catch (IOException | IllegalStateException clientGone) {
            broken = clientGone;
            return -1;
        }
    }

    private void told(int gone) {
        if (gone < 0) {
            onError(broken);
        } else if (gone > 0) {
            progress.written(gone);
        }
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException ended) {
            // The container has ended the request by itself.
            waiting.clear();
        }
    }
}
