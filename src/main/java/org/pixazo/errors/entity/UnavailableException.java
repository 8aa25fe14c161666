package org.pixazo.errors.entity;

/** What is needed is not configured, or busy (503). */
public class UnavailableException extends PixazoException {

    /** @param detail what happened and what can be done, for the caller */
    public UnavailableException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public UnavailableException(String detail, Throwable cause) {
        super(503, "unavailable", "Not available", detail, cause);
    }
}
