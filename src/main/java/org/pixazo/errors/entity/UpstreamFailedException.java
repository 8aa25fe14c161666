package org.pixazo.errors.entity;

/** An AI service answered with an error, or with something that is no answer (502). */
public class UpstreamFailedException extends PixazoException {

    private final long retryAfterSeconds;

    /** @param detail what happened and what can be done, for the caller */
    public UpstreamFailedException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param retryAfterSeconds whole seconds until the next try can succeed, as the service says; 0 where it does not
     */
    public UpstreamFailedException(String detail, long retryAfterSeconds) {
        this(detail, retryAfterSeconds, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public UpstreamFailedException(String detail, Throwable cause) {
        this(detail, 0, cause);
    }

    private UpstreamFailedException(String detail, long retryAfterSeconds, Throwable cause) {
        super(502, "upstream-failed", "The upstream failed", detail, cause);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    @Override
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
