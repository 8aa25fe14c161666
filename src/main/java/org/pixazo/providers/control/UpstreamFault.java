package org.pixazo.providers.control;

import java.time.Duration;
import org.pixazo.errors.entity.PixazoException;

/** One attempt failed. Stays inside this package: {@link UpstreamRetry} judges it and callers get {@link #error()}. */
final class UpstreamFault extends RuntimeException {

    private final transient PixazoException error;
    private final boolean worthRetrying;
    private final transient Duration retryAfter;

    /**
     * @param error what the caller is told if no further attempt helps
     * @param worthRetrying whether the same question may succeed a moment later
     * @param retryAfter how long the upstream asks to wait; null where it does not say
     */
    UpstreamFault(PixazoException error, boolean worthRetrying, Duration retryAfter) {
        super(error.getMessage(), error);
        this.error = error;
        this.worthRetrying = worthRetrying;
        this.retryAfter = retryAfter;
    }

    static UpstreamFault permanent(PixazoException error) {
        return new UpstreamFault(error, false, null);
    }

    PixazoException error() {
        return error;
    }

    boolean isWorthRetrying() {
        return worthRetrying;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
