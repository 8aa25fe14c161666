package org.pixazo.errors.entity;

/** What is needed is not configured, or busy (503). */
public class UnavailableException extends PixazoException {

    private final long retryAfterSeconds;

    /** @param detail what happened and what can be done, for the caller */
    public UnavailableException(String detail) {
        this(detail, 0, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public UnavailableException(String detail, Throwable cause) {
        this(detail, 0, cause);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param retryAfterSeconds whole seconds until the next try can succeed; 0 where that is unknown or no help
     * @param cause what raised it, for the log; may be null
     */
    public UnavailableException(String detail, long retryAfterSeconds, Throwable cause) {
        super(503, "unavailable", "Not available", detail, cause);
        this.retryAfterSeconds = Math.max(0, retryAfterSeconds);
    }

    @Override
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
