package org.pixazo.errors.entity;

/** What a month allows is spent; {@link #retryAfterSeconds()} says when the next one begins (429). */
public class QuotaExceededException extends PixazoException {

    private final long retryAfterSeconds;

    /**
     * @param detail which limit, and what can be done
     * @param retryAfterSeconds whole seconds until the next month, at least 1
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
