package org.pixazo.errors.entity;

/** The request contradicts the present state (409). */
public class ConflictException extends PixazoException {

    /** @param detail what happened and what can be done, for the caller */
    public ConflictException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public ConflictException(String detail, Throwable cause) {
        super(409, "conflict", "Conflict", detail, cause);
    }
}
