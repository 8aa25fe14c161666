package org.pixazo.providers.control;

/**
 * Ends a call that goes through several steps, of which one at a time is under way: each step leaves here how it is
 * aborted. Thread-safe.
 */
final class CancelSignal {

    private boolean cancelled;
    private Runnable abort = () -> {};

    /** Replaces how the present step is aborted; runs it at once where the call is cancelled already. */
    void abortBy(Runnable newAbort) {
        synchronized (this) {
            if (!cancelled) {
                abort = newAbort;
                return;
            }
        }
        newAbort.run();
    }

    /** Aborts the present step and every later one; harmless when repeated. */
    void cancel() {
        Runnable present;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            present = abort;
        }
        present.run();
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }
}
