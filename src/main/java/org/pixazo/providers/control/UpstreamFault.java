package org.pixazo.providers.control;

import java.time.Duration;
import org.pixazo.errors.entity.PixazoException;

/** One attempt failed. Stays inside this package: {@link UpstreamRetry} judges it and callers get {@link #error()}. */
final class UpstreamFault extends RuntimeException {

    /** Whose fault it was. */
    enum Blame {
        /** Of the question or the key: the same question fails again, and the upstream is well. */
        QUESTION,
        /** The upstream has too much to do; another one may have time. */
        BUSY,
        /** The upstream or the way to it is broken; another one may answer. */
        UPSTREAM
    }

    private final transient PixazoException error;
    private final Blame blame;
    private final boolean worthRetrying;
    private final transient Duration retryAfter;

    /**
     * @param error what the caller is told if no further attempt helps
     * @param worthRetrying whether the same question may succeed a moment later
     * @param retryAfter how long the upstream asks to wait; null where it does not say
     */
    UpstreamFault(PixazoException error, Blame blame, boolean worthRetrying, Duration retryAfter) {
        super(error.getMessage(), error);
        this.error = error;
        this.blame = blame;
        this.worthRetrying = worthRetrying;
        this.retryAfter = retryAfter;
    }

    /** A fault that no further attempt mends. */
    static UpstreamFault permanent(PixazoException error, Blame blame) {
        return new UpstreamFault(error, blame, false, null);
    }

    /** The blame for an HTTP status that is no success. */
    static Blame blame(int status) {
        return status == 429 ? Blame.BUSY : status >= 500 ? Blame.UPSTREAM : Blame.QUESTION;
    }

    PixazoException error() {
        return error;
    }

    Blame blame() {
        return blame;
    }

    boolean isWorthRetrying() {
        return worthRetrying;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
