package org.pixazo.errors.entity;

import jakarta.ejb.ApplicationException;

/**
 * The one root of all failures that Pixazo itself raises. Each subclass says what happened and maps to exactly one HTTP
 * status; every channel turns it into its own error format at its edge and nowhere else.
 */
@ApplicationException(inherited = true, rollback = true)
public abstract class PixazoException extends RuntimeException {

    private final int status;
    private final String code;
    private final String title;

    /**
     * @param status HTTP status, 400 to 599
     * @param code short stable name in kebab case, the last part of the problem's {@code type}
     * @param title the same for every occurrence, for people
     * @param detail what happened this time and what can be done; shown to the caller, so free of secrets
     * @param cause may be null
     */
    protected PixazoException(int status, String code, String title, String detail, Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** HTTP status of this failure. */
    public int status() {
        return status;
    }

    /** Stable name of the kind of failure, in kebab case. */
    public String code() {
        return code;
    }

    /** Title of the kind of failure. */
    public String title() {
        return title;
    }

    /** Seconds after which trying again can help; 0 where waiting is no help or the time is unknown. */
    public long retryAfterSeconds() {
        return 0;
    }
}
