package org.pixazo.errors.entity;

/** What was granted or paid for is used up; trying again does not help before more is granted or paid (429). */
public class QuotaExceededException extends PixazoException {

    private final long retryAfterSeconds;

    /** @param detail what happened and what can be done, for the caller */
    public QuotaExceededException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public QuotaExceededException(String detail, Throwable cause) {
        super(429, "quota-exceeded", "Quota exceeded", detail, cause);
        this.retryAfterSeconds = 0;
    }

    /**
     * A quota that comes anew at a known time.
     *
     * @param detail which limit, and what can be done
     * @param retryAfterSeconds whole seconds until then, at least 1
     */
    public QuotaExceededException(String detail, long retryAfterSeconds) {
        super(429, "quota-exceeded", "Quota exceeded", detail, null);
        this.retryAfterSeconds = Math.max(1, retryAfterSeconds);
    }

    @Override
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
