package org.pixazo.errors.entity;

/** A limit is reached; {@link #retryAfterSeconds()} says when to come back (429). */
public class TooManyRequestsException extends PixazoException {

    private final long retryAfterSeconds;

    /**
     * @param detail which limit, and what can be done
     * @param retryAfterSeconds whole seconds until the next try can succeed, at least 1
     */
    public TooManyRequestsException(String detail, long retryAfterSeconds) {
        super(429, "too-many-requests", "Too many requests", detail, null);
        this.retryAfterSeconds = Math.max(1, retryAfterSeconds);
    }

    @Override
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
