package org.pixazo.providers.control;

import org.pixazo.errors.entity.PixazoException;
import org.pixazo.providers.entity.ChatCompletion;

/**
 * Stands before a listener and keeps what {@link ChatListener} promises: one call after the other, one end, nothing
 * after a cancellation. {@link #close()} never waits for a call that is under way, so a listener may cancel from inside
 * one and no two callers can block each other.
 */
final class ListenerGate {

    private final ChatListener listener;
    private volatile boolean closed;

    ListenerGate(ChatListener listener) {
        this.listener = listener;
    }

    /** @param upstream name of the one that begins to answer */
    synchronized void answering(String upstream) {
        if (!closed) {
            listener.onAnswering(upstream);
        }
    }

    synchronized void delta(String content) {
        if (!closed && !content.isEmpty()) {
            listener.onDelta(content);
        }
    }

    synchronized void complete(ChatCompletion completion) {
        if (!closed) {
            closed = true;
            listener.onComplete(completion);
        }
    }

    synchronized void error(PixazoException error) {
        if (!closed) {
            closed = true;
            listener.onError(error);
        }
    }

    /** Nothing begins to be delivered from now on. */
    void close() {
        closed = true;
    }
}
