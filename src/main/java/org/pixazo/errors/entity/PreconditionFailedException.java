package org.pixazo.errors.entity;

/** The thing changed since the caller read it: {@code If-Match} does not hold (412). */
public class PreconditionFailedException extends PixazoException {

    /** @param detail what happened and what can be done, for the caller */
    public PreconditionFailedException(String detail) {
        this(detail, null);
    }

    /**
     * @param detail what happened and what can be done, for the caller
     * @param cause what raised it, for the log
     */
    public PreconditionFailedException(String detail, Throwable cause) {
        super(412, "precondition-failed", "Changed meanwhile", detail, cause);
    }
}
